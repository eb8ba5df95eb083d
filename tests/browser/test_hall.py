"""The hall: a deck driven by the keys of a clicker alone, read from the last row, and opened from a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from visit import Visit

from components.drawing.marks import Text
from components.pages.presenter.prepared_decks import prepared
from components.slideshow.slide import Setting, answered
from components.slideshow.slide_drawing import MIDDLE, drawing
from components.url.choices import Locale, Prepared, Theme
from data.dataset import Dataset

SHAPES = [(1920, 1080), (1366, 768), (1024, 768)]
# Every text of the slide in sight: how large it is to the eye, and whether it is whole within its sheet and its block.
READ = """(least) => {
    const slide = document.querySelector(".slide.is-shown");
    const sheet = slide.querySelector(".sheet").getBoundingClientRect();
    const small = [], cut = [];
    for (const node of slide.querySelectorAll(".sheet *")) {
        if (node.closest(".spoken")) continue;
        if (!Array.from(node.childNodes).some((child) => child.nodeType === 3 && child.data.trim())) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        const scale = node.ownerSVGElement ? node.getScreenCTM().a : 1;
        const size = parseFloat(getComputedStyle(node).fontSize) * scale;
        const said = node.textContent.slice(0, 30);
        if (size < sheet.height * least - 0.05) small.push(`${said}: ${size.toFixed(1)}`);
        const place = node.closest("h1, p, .figure, table").getBoundingClientRect();
        const within = node.ownerSVGElement ? sheet : place;
        if (box.left < within.left - 2 || box.right > within.right + 2) cut.push(said);
        if (box.top < sheet.top - 2 || box.bottom > sheet.bottom + 2) cut.push(said);
    }
    const all = document.documentElement;
    return {small, cut, scrolls: all.scrollWidth > innerWidth || all.scrollHeight > innerHeight};
}"""
# Every line of text of every slide, in units of its sheet: what it says, its left and right side, its middle.
LINES = """() => {
    const slides = [...document.querySelectorAll(".slide")];
    return slides.map((slide) => {
        slides.forEach((each) => each.classList.toggle("is-shown", each === slide));
        const sheet = slide.querySelector(".sheet");
        const {left, top, width} = sheet.getBoundingClientRect();
        const letters = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
        const lines = new Set();
        while (letters.nextNode()) {
            const {currentNode: node, currentNode: {parentElement: within}} = letters;
            if (node.data.trim() && !within.closest(".spoken, title, desc")) lines.add(within.closest("text") || node);
        }
        return [...lines].map((line) => {
            const range = document.createRange();
            range.selectNodeContents(line);
            const box = range.getBoundingClientRect();
            const at = [box.left - left, box.right - left, (box.top + box.bottom) / 2 - top];
            return [line.textContent, ...at.map((each) => each * 1920 / width)];
        });
    });
}"""
ASTRAY = 6  # units that a line may be from its place, on either side
pytestmark = pytest.mark.browser


def at(page: Page, number: int) -> None:
    """The slide of this number, and no other, is seen and has been announced."""
    expect(page.locator(".slide.is-shown")).to_have_count(1)
    expect(page.locator(".slide.is-shown")).to_have_id(f"slide-{number}")
    expect(page.locator("#said")).to_contain_text(f"{number} / ")


@pytest.mark.parametrize(("hall", "least"), [("near", 1 / 40), ("deep", 1 / 25)])
@pytest.mark.parametrize(
    ("language", "deck"), [("es", "deck=summit"), ("pt", "deck=summit"), ("en", "deck=country&country=MEX")]
)
def test_nothing_is_cut_or_too_small_for_the_last_row(
    visits: Callable[..., Visit], language: str, deck: str, hall: str, least: float
) -> None:
    visit = visits(reduced_motion="reduce")
    page = visit.page
    page.goto(f"{visit.root}/{language}/present?{deck}&hall={hall}&slide=1")
    number = page.locator(".slide").count()
    found: list[tuple[int, tuple[int, int], dict[str, Any]]] = []
    for shape in SHAPES:
        page.set_viewport_size({"width": shape[0], "height": shape[1]})
        page.keyboard.press("Home")
        for n in range(1, number + 1):
            page.keyboard.type(str(n))
            page.keyboard.press("Enter")
            at(page, n)
            read = page.evaluate(READ, least)
            if read != {"small": [], "cut": [], "scrolls": False}:
                found.append((n, shape, read))
    assert found == []


def test_every_word_and_figure_stands_on_the_wall_where_it_was_composed(visit: Visit, real: Dataset) -> None:
    visit.page.set_viewport_size({"width": 1920, "height": 1080})
    visit.page.goto(f"{visit.root}/es/present?deck=summit&slide=1")
    at(visit.page, 1)
    deck = prepared(Prepared.SUMMIT, None, Locale.ES, real).of(Locale.ES, Theme.LIGHT)
    for slide, shown in zip(visit.page.evaluate(LINES), answered(deck, Setting(root=visit.root), real), strict=True):
        composed = [mark for mark in drawing(shown.composed).marks if isinstance(mark, Text) and not mark.turned]
        lines = [(" ".join(said.split()), *box) for said, *box in slide]
        lost = []
        for mark in composed:
            said = " ".join(mark.text.split())
            middle = mark.y - MIDDLE * mark.size
            wanted = (said, mark.left, mark.left + mark.width, middle)
            near = [each for each in lines if each[0] == said and is_near(each[1:], wanted[1:])]
            if near:
                lines.remove(near[0])
            else:
                lost.append((wanted, [each for each in lines if each[0] == said]))
        assert (shown.number, lost, lines) == (shown.number, [], [])


def is_near(here: tuple[float, ...], there: tuple[float, ...]) -> bool:
    """Sides and middle; letters are measured a little wider than a browser sets them."""
    astray = ASTRAY + (there[1] - there[0]) / 100
    return all(abs(one - other) <= astray for one, other in zip(here, there, strict=True))


def walk(page: Page) -> None:
    """A talk of three slides by keys alone: years, next, jump, black, white, all, help, and back."""
    at(page, 1)
    head = page.locator(".slide.is-shown h1")
    first = head.inner_text()
    page.keyboard.press("PageDown")  # years play, and end at the year of the slide
    expect(page.locator("#slide-1")).to_have_attribute("data-now", "2021")
    expect(head).not_to_have_text(first)
    page.keyboard.press("PageDown")
    at(page, 2)
    expect(page.locator("#slide-2 .is-lit")).to_have_count(0)
    page.keyboard.press("ArrowRight")  # names a country, and stays
    at(page, 2)
    expect(page.locator("#slide-2 .is-lit").first).to_be_visible()
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    at(page, 3)
    page.keyboard.press("PageUp")
    at(page, 2)
    page.keyboard.press("End")
    at(page, 3)
    page.keyboard.press("Home")
    at(page, 1)
    page.keyboard.press("ArrowUp")
    expect(page.locator("#slide-1")).to_have_attribute("data-now", "2020")
    for key, white in (("b", False), ("w", True)):
        page.keyboard.press(key)
        expect(page.locator("#cover")).to_be_visible()
        assert ("is-white" in (page.locator("#cover").get_attribute("class") or "")) is white
        page.keyboard.press(key)
        expect(page.locator("#cover")).to_be_hidden()
    page.keyboard.press("o")
    expect(page.locator(".slide:visible")).to_have_count(3)
    page.keyboard.press("Escape")
    at(page, 1)
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()


TALK = "slides=overview.year-2021.years-2019-2022.reveal-years~overview.chart-rank.reveal-countries~flows.note-Slowly"


def test_a_talk_is_given_by_the_keys_of_a_clicker(visit: Visit) -> None:
    visit.page.goto(f"{visit.root}/en/present?{TALK}&slide=1")
    walk(visit.page)
    visit.expect_address(f"/en/present?{TALK}&slide=1")
    assert visit.page.title().startswith("1. ")
    assert visit.page.evaluate("history.state.hall.at") == 0
    asked = len(visit.asked)
    visit.page.keyboard.press("End")
    at(visit.page, 3)
    assert len(visit.asked) == asked  # everything came with the first answer
    for _ in range(3):
        visit.page.keyboard.press("Escape")  # never out of the hall: clickers send it
    at(visit.page, 3)
    visit.page.keyboard.press("x")
    at(visit.page, 3)
    visit.page.keyboard.press("x")
    expect(visit.page.locator("a.start")).to_be_visible()


def test_the_file_gives_the_same_talk_without_any_network(browser: Browser, visit: Visit, tmp_path: Path) -> None:
    made = visit.page.request.get(f"{visit.root}/en/present.html?{TALK}")
    file = tmp_path / "talk.html"
    file.write_bytes(made.body())
    alone = browser.new_context(offline=True, viewport={"width": 1280, "height": 720})
    try:
        asked: list[str] = []
        complaints: list[str] = []
        page = alone.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri())
        walk(page)
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert len([url for url in asked if url.startswith("file:")]) == 1
        assert complaints == []
    finally:
        alone.close()


def test_the_hall_is_accessible(visits: Callable[..., Visit]) -> None:
    for scheme in ("light", "dark"):
        visit = visits(color_scheme=scheme, reduced_motion="reduce")
        for slide in (1, 7):
            visit.page.goto(f"{visit.root}/en/present?slide={slide}")
            at(visit.page, slide)
            assert visit.violations() == [], (scheme, slide)


def test_on_a_phone_all_slides_are_seen_two_by_two(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{visit.root}/en/present?{TALK}&slide=1")
    page.keyboard.press("o")
    expect(page.locator("html.is-overview")).to_be_attached()
    first, second = page.locator("#slide-1").bounding_box(), page.locator("#slide-2").bounding_box()
    assert first
    assert second
    assert first["y"] == second["y"]
    assert first["width"] > 390 * 0.4
