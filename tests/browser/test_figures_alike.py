"""Every figure is drawn the same by plotly in Chromium and by us: the same texts, everything in the same place."""

from collections.abc import Iterator

import pytest
from alike import Browsed, Seen, differences, ours, read, with_every_point
from edge_figures import FIGURES
from playwright.sync_api import Browser

from components.pages import open_page
from components.theme import Figure
from components.url.choices import CHARTS, Language, Page
from components.url.view import View
from data.dataset import Dataset

pytestmark = pytest.mark.browser
SIZE = (700.0, 400.0)
COLUMN, PHONE = 900.0, 340.0  # how wide a figure is
FAULT = 20.0  # px
CHOSEN = {"countries": ("ARG", "BRA", "COL")}
PAGES = [page for page in CHARTS if page is not Page.PRESENT]


@pytest.fixture(scope="module")
def plotly(browser: Browser) -> Iterator[Browsed]:
    drawn = Browsed(browser)
    yield drawn
    drawn.page.close()


def living(dataset: Dataset, page: Page) -> dict[str, Figure]:
    """The figures of a page, by the chart, how much is chosen, and their names."""
    found = {}
    for chart in CHARTS[page]:
        for chosen in ({}, CHOSEN):
            view = View.of(Language.ES, page, chart=chart, **chosen)
            for picture in open_page(view, (), dataset).pictures():
                if picture.figure:
                    found[f"{chart} {len(chosen)} {picture.name}"] = picture.figure
    return found


@pytest.mark.parametrize("name", FIGURES)
def test_figures_made_up_are_alike_and_a_fault_anywhere_is_seen(plotly: Browsed, name: str) -> None:
    theirs, drawn = plotly.seen(FIGURES[name], *SIZE), ours(FIGURES[name], *SIZE)
    assert differences(theirs, read(drawn.marks)) == []
    for place, mark in enumerate(drawn.marks):
        for across, down in ((FAULT, 0), (0, FAULT), (-FAULT, 0), (0, -FAULT)):
            planted = [*drawn.marks[:place], mark.moved(across, down, 1), *drawn.marks[place + 1 :]]
            assert differences(theirs, read(planted)), f"{mark} moved by {across}, {down}"
        assert differences(theirs, read([*drawn.marks[:place], *drawn.marks[place + 1 :]])), f"{mark} left out"


@pytest.mark.parametrize("page", PAGES)
def test_figures_of_pages_are_alike(plotly: Browsed, real: Dataset, page: Page) -> None:
    for name, figure in living(real, page).items():
        for width, drawn in ((COLUMN, figure), (PHONE, with_every_point(figure))):
            height = float(figure["layout"].get("height", 480))
            theirs = plotly.seen(drawn, width, height)
            assert theirs, f"{name}: nothing is drawn"
            found: list[tuple[str, Seen]] = differences(theirs, read(ours(figure, width, height).marks))
            assert found == [], f"{name}, {width:g} px wide: {len(found)} of {len(theirs)}"


def test_a_text_that_says_something_else_is_seen(plotly: Browsed) -> None:
    theirs, drawn = plotly.seen(FIGURES["notes"], *SIZE), ours(FIGURES["notes"], *SIZE)
    for place, mark in enumerate(drawn.marks):
        if mark in drawn.texts:
            other = mark._replace(text=mark.text[:-1] + "¿", parts=())
            assert differences(theirs, read([*drawn.marks[:place], other, *drawn.marks[place + 1 :]])), mark
