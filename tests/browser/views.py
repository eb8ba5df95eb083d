"""What holds for a view, whichever it is: no violation of axe's rules, nothing wider than the window, room for
fingers; in both themes, and at all widths."""

from collections.abc import Callable

from playwright.sync_api import expect
from visit import Visit

from components.url.choices import Language

FINGER = 44  # px
TOUCHED = ".controls :is(summary, .form-check, button, select):visible"
LOW = f"""parts => parts.map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect().height])
    .filter(([, height]) => height < {FINGER})"""
WORDED = ".site a, .site label, .controls :is(summary, label, button), h1, .cards :is(dd, dt), .tabs label"
CLIPPED = """words => words.filter((each) => each.checkVisibility() && (each.scrollWidth > each.clientWidth + 1
    && getComputedStyle(each).overflowX !== "visible" || each.getBoundingClientRect().right > innerWidth + 1))
    .map((each) => each.outerHTML.slice(0, 80))"""
# What reaches beyond the window where the page is wider than it, and is not in something that scrolls by itself.
BEYOND = """() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const all = [...document.querySelectorAll("body *")];
    const within = all.filter((each) => getComputedStyle(each).overflowX !== "visible");
    const reaches = (each) => each.getBoundingClientRect().right > innerWidth
        && !within.some((box) => box !== each && box.contains(each));
    return ["the page is wider", ...all.filter(reaches).map((each) => each.outerHTML.slice(0, 80))];
}"""


# The folds that, opened one by one, do not lie within the window, or go on below it without scrolling by themselves.
CUT_OFF = """async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const found = [];
    for (const fold of document.querySelectorAll("#page details.fold")) {
        if (!fold.checkVisibility()) continue;
        scrollTo(0, 0);
        fold.open = true;
        await frame();
        await frame(); // after the event that tells of it
        const box = fold.querySelector(".options");
        const {left, right, top, bottom} = box.getBoundingClientRect();
        const {clientWidth} = document.documentElement;
        const wide = [...box.querySelectorAll("*")].filter((each) => !each.closest(".spoken"))
            .some((each) => each.getBoundingClientRect().right > right + 1);
        const isWithin = left >= 0 && right <= clientWidth && top >= 0 && bottom <= innerHeight + 1;
        if (!isWithin || wide) found.push([fold.className, left, right, top, bottom, wide]);
        fold.open = false;
    }
    return found;
}"""
# 400 % of a laptop, a window between phone and tablet, and a tablet.
MENUS_AT = ((320, 256), (641, 600), (1024, 768))


def _check_widths(visit: Visit, *widths: int) -> None:
    for width in widths:
        visit.page.set_viewport_size({"width": width, "height": 844})
        visit.settle()
        assert visit.page.evaluate(BEYOND) == [], width


OTHERS = (480, 641, 768, 900, 1060, 1920, 2560)  # of the widths between and beyond, one a view


def check_view(visits: Callable[..., Visit], view: str, first: int = 0) -> None:
    """All that holds for a view, on a laptop in the light theme and, once the system turns dark, at 400 % of it, which
    is narrower than phones are; the language, and in which of both axe looks, go by its place among the views."""
    visit = visits()
    is_dark = first % 2 == 1
    visit.arrive(f"/{list(Language)[first % len(Language)]}/{view}")
    expect(visit.page.locator("#page h1, #page .stage").first).to_be_visible()
    assert is_dark or visit.violations() == []
    assert visit.page.evaluate(BEYOND) == []
    _check_widths(visit, OTHERS[first % len(OTHERS)])

    visit.page.emulate_media(color_scheme="dark")
    visit.page.locator("#page details:not(.fold)").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    _check_widths(visit, 320)
    assert not is_dark or visit.violations() == []


def check_menus(visit: Visit) -> None:
    """No fold is cut off, and nothing is wider than the window, whether folds are open or not. Plots are left out: they
    take seconds to follow the window."""
    visit.page.locator("#page .graph").evaluate_all("all => all.forEach((each) => { each.style.display = 'none'; })")
    for width, height in MENUS_AT:
        visit.page.set_viewport_size({"width": width, "height": height})
        assert visit.page.evaluate(CUT_OFF) == [], width
        assert visit.page.evaluate(BEYOND) == [], width


def check_large_type(visit: Visit) -> None:
    """Type of twice the size makes nothing wider than the window, and no control is cut off."""
    visit.page.evaluate("document.documentElement.style.fontSize = '200%'")
    visit.settle()
    assert visit.page.evaluate(BEYOND) == []
    assert visit.page.locator(WORDED).evaluate_all(CLIPPED) == []


def check_folds(visit: Visit) -> None:
    """Each fold opens, has no violation, and room for fingers on a phone; so have the controls outside of folds."""
    is_phone = visit.page.viewport_size and visit.page.viewport_size["width"] < 620
    for fold in [None, *visit.page.locator("#page .fold:visible").all()]:
        if fold:
            fold.locator("summary").first.click()
            assert visit.violations("#page .fold[open]") == []
        if is_phone:
            assert visit.page.locator(TOUCHED).evaluate_all(LOW) == []
        visit.page.keyboard.press("Escape")
