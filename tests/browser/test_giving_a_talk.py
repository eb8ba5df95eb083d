"""What must never end a talk, and what who speaks has in hand: keys of clickers, reloads, a lost network, a loop, the
dot and the pen, a map come nearer, countries that answer."""

from collections.abc import Callable
from threading import Event

import pytest
from playwright.sync_api import Page, expect
from served import in_pieces
from visit import Visit

pytestmark = pytest.mark.browser

TALK = "slides=overview.year-2021.years-2019-2022.reveal-years~overview.chart-rank.reveal-countries~flows.note-Slowly"
# How an answer lies: which countries it covers, and which of the answers leave the window.
ANSWERS = """() => [...document.querySelectorAll('.slide.is-shown [data-trace^="shape-"]')].flatMap((country) => {
    if (!country.querySelector("title")) return [];
    hall.answer(country);
    const [card, shape] = ["#answer", null].map((name) => (name ? document.querySelector(name) : country)
        .getBoundingClientRect());
    const isOver = card.left < shape.right && shape.left < card.right && card.top < shape.bottom
        && shape.top < card.bottom;
    const isOut = card.left < 0 || card.top < 0 || card.right > innerWidth || card.bottom > innerHeight;
    return isOver || isOut ? [country.dataset.trace] : [];
})"""
KEPT = "() => caches.open('atalaya-hall').then((cache) => cache.keys()).then((all) => all.length)"
DRAWN_WITH = 4  # its document, style, script and icon
SWIPE = """([across, down, fingers]) => {
    const at = (x, y) => Array.from({length: fingers}, (_, identifier) => new Touch(
        {identifier, target: document.body, clientX: x + 50 * identifier, clientY: y}));
    const send = (name, touches, changedTouches) => document.body.dispatchEvent(
        new TouchEvent(name, {bubbles: true, touches, changedTouches}));
    send("touchstart", at(300, 300), at(300, 300));
    send("touchend", [], at(300 + across, 300 + down));
}"""


def at(page: Page, number: int) -> None:
    """The slide of this number, and no other, is seen."""
    expect(page.locator(".slide.is-shown")).to_have_count(1)
    expect(page.locator(".slide.is-shown")).to_have_id(f"slide-{number}")


def test_the_play_key_of_a_clicker_starts_and_never_ends_a_talk(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.root}/en/present?{TALK}&slide=2")
    page.keyboard.press("F5")  # from the first
    at(page, 1)
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    page.keyboard.press("PageDown")  # the talk is under way: names a country
    asked = len(visit.asked)
    for key in ("Escape", "F5", "Escape", "Shift+F5", "Escape", "Escape"):
        page.keyboard.press(key)
        at(page, 2)
    expect(page.locator("#slide-2 .is-lit")).not_to_have_count(0)
    page.evaluate("history.back()")  # as a swipe does
    expect(page.locator("#hint")).to_contain_text("press X twice")
    at(page, 2)
    assert len(visit.asked) == asked  # nothing was loaded again


def test_a_talk_goes_on_without_its_server(visit: Visit, root: str) -> None:
    page = visit.page
    cut = Event()
    with in_pieces(root, pieces=1, pause=0, cut=cut) as line:
        visit.ours.append(line)
        page.goto(f"{line}/en/present?{TALK}&slide=1")
        visit.wait_until(lambda: page.evaluate(KEPT) == DRAWN_WITH)
        assert page.evaluate(KEPT) == DRAWN_WITH
        page.keyboard.type("2")
        page.keyboard.press("Enter")
        page.keyboard.press("PageDown")
        page.keyboard.press("PageDown")
        cut.set()
        page.reload()  # half of it comes
        at(page, 2)
        expect(page.locator(".slide")).to_have_count(3)
    page.reload()  # there is no server any more
    at(page, 2)
    assert page.evaluate("hall.lit") == 2
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    expect(opened.value.locator('[data-slot="place"]')).to_have_text("2 / 3")


def test_the_window_of_who_speaks_outlives_a_reload_of_either(visit: Visit) -> None:
    hall = visit.page
    hall.goto(f"{visit.root}/en/present?{TALK}&slide=2")
    with hall.expect_popup() as opened:
        hall.keyboard.press("s")
    speaker = opened.value
    slots = ("note", "following", "place", "covered", "clock")
    told = {name: speaker.locator(f'[data-slot="{name}"]') for name in slots}
    expect(told["note"]).to_have_text("No note.")
    expect(told["following"]).to_contain_text("(1 of 5)")
    expect(speaker.locator(".slide:visible")).to_have_count(2)
    speaker.keyboard.press("PageDown")
    expect(told["following"]).to_contain_text("(2 of 5)")
    expect(hall.locator("#slide-2 .is-lit")).not_to_have_count(0)
    expect(told["clock"]).to_have_text("Hold")
    speaker.locator("[data-act=clock]").click()
    expect(told["clock"]).to_have_text("Resume")
    speaker.reload()
    expect(told["following"]).to_contain_text("(2 of 5)")
    hall.reload()
    at(hall, 2)
    expect(told["clock"]).to_have_text("Resume")
    speaker.locator("[data-act=black]").click()
    expect(hall.locator("#cover")).to_be_visible()
    expect(told["covered"]).to_have_text("Black screen")
    speaker.locator("[data-act=jump]").nth(2).click()  # the first press only takes the cover off
    expect(hall.locator("#cover")).to_be_hidden()
    speaker.locator("[data-act=jump]").nth(2).click()
    at(hall, 3)
    expect(told["note"]).to_have_text("Slowly")
    expect(told["following"]).to_have_text("End of the talk")
    visit.page = speaker
    assert visit.violations() == []


def test_years_stand_still_under_black_and_the_last_slide_stays(visit: Visit) -> None:
    page = visit.page
    page.clock.install()
    page.goto(f"{visit.root}/en/present?{TALK}&slide=1")
    page.keyboard.press("PageDown")
    page.clock.run_for(1000)
    expect(page.locator("#slide-1")).to_have_attribute("data-now", "2020")
    page.keyboard.press("b")
    page.clock.run_for(5000)
    page.keyboard.press("b")
    expect(page.locator("#slide-1")).to_have_attribute("data-now", "2020")
    page.keyboard.press("End")
    page.keyboard.press("PageDown")
    expect(page.locator("#hint")).to_have_text("End of the talk")
    at(page, 3)


def test_in_a_lobby_a_deck_goes_round(visit: Visit) -> None:
    page = visit.page
    page.clock.install()
    page.goto(f"{visit.root}/en/present?slides=overview.chart-rank~flows.chart-matrix&kiosk=5&slide=1")
    for number in (2, 1, 2):
        page.clock.run_for(5000)
        at(page, number)
    page.keyboard.press("k")
    page.clock.run_for(20000)
    at(page, 2)


def test_dot_pen_and_a_nearer_map(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.root}/en/present?slides=overview.year-2021~flows&slide=1")
    page.keyboard.press("d")
    page.mouse.move(300, 300)
    page.mouse.down()
    page.mouse.move(500, 400, steps=4)
    page.mouse.up()
    expect(page.locator("#ink polyline")).to_have_count(1)
    page.keyboard.press("c")
    expect(page.locator("#ink polyline")).to_have_count(0)
    page.keyboard.press("l")
    page.mouse.move(200, 200)
    expect(page.locator("#laser")).to_have_class("is-bright")
    page.keyboard.press("Escape")
    country = page.locator('#slide-1 [data-trace="shape-PRY"]')

    def wide() -> float:
        return float(country.evaluate("(country) => country.getBoundingClientRect().width"))

    small = wide()
    country.click()
    expect(page.locator("#answer")).to_contain_text("Paraguay, 2021")
    page.keyboard.press("z")
    expect(page.locator("#answer")).to_be_hidden()
    visit.wait_until(lambda: wide() > 2 * small)
    assert wide() > 2 * small
    page.keyboard.press("Escape")
    assert wide() < 1.2 * small  # its outline is thicker while it has the focus
    page.keyboard.press("q")
    expect(page.locator("#code svg")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.locator("#code")).to_be_hidden()
    at(page, 2)


def test_no_answer_covers_its_country_or_leaves_the_window(visit: Visit) -> None:
    page = visit.page
    page.emulate_media(reduced_motion="reduce")
    for hall in ("near", "deep"):
        page.goto(f"{visit.root}/es/present?slides=overview.year-2021&hall={hall}&slide=1")
        at(page, 1)
        for width, height in ((1920, 1080), (1024, 768), (390, 844)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(ANSWERS) == [], (hall, width)


def test_one_finger_across_turns_and_nothing_else(visits: Callable[..., Visit]) -> None:
    visit = visits(has_touch=True)
    visit.page.goto(f"{visit.root}/en/present?slides=overview.chart-rank~flows.chart-matrix&slide=1")
    at(visit.page, 1)
    for across, down, fingers in ((-40, 0, 1), (-100, 80, 1), (0, -300, 1), (-300, 0, 2)):
        visit.page.evaluate(SWIPE, [across, down, fingers])
        at(visit.page, 1)
    visit.page.evaluate(SWIPE, [-200, 20, 1])
    at(visit.page, 2)
