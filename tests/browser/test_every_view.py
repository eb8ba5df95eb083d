"""What holds for each view of each page, in both themes and at all widths: no violation of axe's rules, nothing wider
than the window, room for fingers. A view is loaded three times, each time in another language, for another screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visit import Visit

from components.url.choices import CHARTS, NAVIGATION, Language, Page

pytestmark = pytest.mark.browser
WIDTHS = (320, 390, 1366, 1920)
FINGER = 44  # px
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
    *(f"{page}?{APRIL}" for page in ("overview", "flows", "justice")),
    "justice?country=MEX",
    "justice?country=ESP&chart=who",
    "flows?chart=matrix&embed=1",
    "compare",
    *(f"country?country={code}" for code in ("ARG", "ESP", "MEX", "AND")),
    "country?country=AND&chart=table",
    "data?flags=merged",
    "data?table=requests&cells=names",
    "data?country=CUB&year=2003",
    "method?lens=one_to_twenty&chart=hidden",
    "figure?country=BRA&year=2020&sex=male&age=age_18_plus&exploitation=forced_labour",
    "figure?country=ARG&partner=BOL",
    "figure?country=MEX&year=2021",
)
FOLDS = "#page .fold"
LOW = f"""parts => parts.map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect().height])
    .filter(([, height]) => height < {FINGER})"""
TOUCHED = ".controls :is(summary, .form-check, button, select):visible"


def _sees_nothing_wider(visit: Visit, *widths: int) -> None:
    for width in widths:
        visit.page.set_viewport_size({"width": width, "height": 844})
        visit.settle()
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, width


def _address(language: Language, view: str, theme: str) -> str:
    return f"/{language}/{view}{'&' if '?' in view else '?'}theme={theme}"


def check_view(visits: Callable[..., Visit], view: str, first: int = 0) -> None:
    """All that holds for a view, whichever the server; the first language is the one of this place."""
    laptop, phone, projector = (list(Language)[(first + i) % len(Language)] for i in range(3))
    visit = visits()
    page = visit.page

    visit.arrive(_address(laptop, view, "light"))
    expect(page.locator("#page h1, #page .stage").first).to_be_visible()
    _sees_nothing_wider(visit, 1366)
    assert visit.violations() == []
    for fold in page.locator(f"{FOLDS}:visible").all():
        fold.locator("summary").first.click()
        assert visit.violations(FOLDS) == []
        page.keyboard.press("Escape")

    page.set_viewport_size({"width": 390, "height": 844})
    visit.arrive(_address(phone, view, "dark"))
    page.locator("#page details:not(.fold)").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    _sees_nothing_wider(visit, 390)
    assert visit.violations() == []
    assert page.locator(TOUCHED).evaluate_all(LOW) == []
    _sees_nothing_wider(visit, *WIDTHS)

    page.set_viewport_size({"width": 1920, "height": 1080})
    visit.arrive(_address(projector, view, "light"))
    _sees_nothing_wider(visit, *reversed(WIDTHS))


@pytest.mark.parametrize("view", VIEWS)
def test_it_fits_and_has_no_violation(visits: Callable[..., Visit], view: str) -> None:
    check_view(visits, view, VIEWS.index(view))


def test_every_page_is_reached_by_the_links_of_every_other(visit: Visit) -> None:
    visit.arrive("/pt/overview")
    for page in NAVIGATION:
        visit.page.locator(f'nav.pages a[href="/pt/{page}"]').click()
        expect(visit.page.locator("#first")).to_have_count(0)
        expect(visit.page.locator('nav.pages [aria-current="true"]')).to_have_attribute("href", f"/pt/{page}")
        expect(visit.page.get_by_role("heading", level=1)).not_to_be_empty()
