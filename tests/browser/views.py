"""What holds for a view, whichever it is: no violation of axe's rules, nothing wider than the window, room for
fingers; in both themes, and at all widths."""

from collections.abc import Callable

from playwright.sync_api import expect
from visit import Visit

from components.url.choices import Language

WIDTHS = (320, 390, 1366, 1920)
FINGER = 44  # px
FOLD = "#page .fold"
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
    for fold in page.locator(f"{FOLD}:visible").all():
        fold.locator("summary").first.click()
        assert visit.violations(f"{FOLD}[open]") == []
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
