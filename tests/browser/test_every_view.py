"""What holds for every view (views.py), and that each page leads to every other."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from views import check_folds, check_large_type, check_menus, check_view
from visit import Visit

from components.url.choices import CHARTS, NAVIGATION, Page

pytestmark = pytest.mark.browser
APRIL = "release=2025-04-14"
FULL = {  # what shows most on a page whose charts are walked through
    Page.OVERVIEW: "indicator=persons_convicted&measure=rate&",
    Page.COMPARE: "countries=AND,BOL,DOM,MEX,NIC,URY&scale=indexed&",
    Page.PRESENT: "deck=country&",
}
VIEWS = (
    *(f"{page}?{FULL.get(page, '')}chart={chart}" for page, charts in CHARTS.items() for chart in charts),
    "overview",
    "overview?crime=smuggling_of_migrants",
    "overview?embed=1",
    f"overview?{APRIL}",
    "justice?country=MEX",
    "justice?country=ESP&chart=who",
    "flows?chart=matrix&embed=1",
    "compare",
    *(f"country?country={code}" for code in ("MEX", "AND")),
    "country?country=AND&chart=table",
    "data?table=requests&cells=codes",
    "data?country=CUB&year=2003",
    "method?lens=one_to_twenty&chart=hidden",
    "figure?country=BRA&year=2020&sex=male&age=age_18_plus&exploitation=forced_labour",
    "figure?country=ARG&partner=BOL",
)


FOLDED = (  # every control
    "overview", "overview?chart=series", "justice", "flows?chart=matrix", "cooperation?chart=requests", "compare",
    "country?country=BOL", "data", "method?chart=coverage", "figure?country=ARG", "present?deck=country",
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_it_fits_and_has_no_violation(visits: Callable[..., Visit], view: str) -> None:
    check_view(visits, view, VIEWS.index(view))


@pytest.mark.parametrize(
    ("view", "width"), [(view, width) for at, view in enumerate(FOLDED) for width in (390, 1366)[: 1 + (at % 3 == 0)]]
)
def test_open_folds_have_no_violation_are_nowhere_cut_off_and_have_room_for_fingers(
    visits: Callable[..., Visit], view: str, width: int
) -> None:
    visit = visits(viewport={"width": width, "height": 844})
    visit.arrive(f"/es/{view}")
    check_folds(visit)
    if width < 620:
        check_menus(visit)
    else:
        check_large_type(visit)


def test_every_page_is_reached_by_the_links_of_every_other(visit: Visit) -> None:
    visit.arrive("/pt/overview")
    for page in NAVIGATION:
        visit.page.locator(f'nav.pages a[href="/pt/{page}"]').click()
        expect(visit.page.locator("#first")).to_have_count(0)
        expect(visit.page.locator('nav.pages [aria-current="true"]')).to_have_attribute("href", f"/pt/{page}")
        expect(visit.page.get_by_role("heading", level=1)).not_to_be_empty()
