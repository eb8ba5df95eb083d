"""What holds for each picture of each page: no violation of axe's rules, no sideways scrolling, a file beside it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visit import Visit

from components.url.choices import CHARTS, NAVIGATION, Language, Page

pytestmark = pytest.mark.browser
PICTURES = [(page, chart) for page, charts in CHARTS.items() if page is not Page.OVERVIEW for chart in charts]
WIDTHS = (1920, 1366, 390)


def _language(index: int) -> Language:
    """Each picture is looked at in one language, all three in turn."""
    return list(Language)[index % len(Language)]


@pytest.mark.parametrize("index", range(len(PICTURES)), ids=lambda i: "-".join(PICTURES[i]))
def test_no_picture_has_a_violation(visits: Callable[..., Visit], index: int) -> None:
    page, chart = PICTURES[index]
    visit = visits()
    visit.arrive(f"/{_language(index)}/{page}?chart={chart}")
    expect(visit.page.locator(".stage")).to_be_visible()
    assert visit.violations_by_theme() == {"light": [], "dark": []}


def test_no_page_scrolls_sideways(visit: Visit) -> None:
    for index, (page, chart) in enumerate(PICTURES):
        wide = visit.widest(f"/{_language(index)}/{page}?chart={chart}", WIDTHS)
        assert all(wide[width] <= width for width in WIDTHS), (page, chart, wide)


def test_every_page_is_reached_by_the_links_of_every_other(visit: Visit) -> None:
    visit.arrive("/pt/overview")
    for page in NAVIGATION:
        visit.page.locator(f'nav.pages a[href="/pt/{page}"]').click()
        expect(visit.page.locator("#first")).to_have_count(0)
        expect(visit.page.locator('nav.pages [aria-current="true"]')).to_have_attribute("href", f"/pt/{page}")
        expect(visit.page.get_by_role("heading", level=1)).not_to_be_empty()
