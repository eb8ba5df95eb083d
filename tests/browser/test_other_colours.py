"""The map as a picture where others decide on colours: a browser from before 2024, and a system that forces its own."""

import io
import re
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Route
from visit import Visit

pytestmark = pytest.mark.browser
# What Chrome 109 or Firefox 115 do not know is no name to them: here it is made none.
UNKNOWN = {name: f"-x-{name}" for name in ("light-dark(", "color-mix(", "paint-order:", "text-wrap:", "scroll-state")}
UNKNOWN[":has("] = ":-x-has("
PAPER = {"light": (251, 249, 244), "dark": (18, 22, 28)}
# Pairs of what is chosen and what beside it is not, of which no look but the weight of the type differs.
ALIKE = """() => {
    const look = (node) => {
        const all = [node, ...node.querySelectorAll("b, th")].map((each) => getComputedStyle(each));
        const told = (style) => [style.backgroundColor, style.textDecorationLine, style.outlineStyle];
        return all.flatMap(told).join(" ");
    };
    const groups = [".site .pages a", ".site .languages a", ".crimes label", ".tabs label", ".themes label",
        ".segments label", ".scale a", ".rank tbody tr"];
    const isChosen = (node) => node.matches("[aria-current], :checked + label, .is-chosen, .is-current *");
    return groups.filter((name) => {
        const all = [...document.querySelectorAll(`#page ${name}`)];
        const [chosen, other] = [all.filter(isChosen), all.filter((node) => !isChosen(node))];
        return !chosen.length || look(chosen[0]) === look(other[0]);
    });
}"""


def _aged(route: Route) -> None:
    """The style sheet as an old browser reads it."""
    answer = route.fetch()
    text = answer.text()
    for name, none in UNKNOWN.items():
        text = text.replace(name, none)
    route.fulfill(response=answer, body=text)


class Picture:
    """What the window shows, as pixels."""

    def __init__(self, visit: Visit) -> None:
        visit.settle()
        self.visit = visit
        self.image = Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB")

    def within(self, selector: str) -> Image.Image:
        box = self.visit.page.locator(selector).first.bounding_box()
        assert box, selector
        return self.image.crop(
            (int(box["x"]), int(box["y"]), int(box["x"] + box["width"]), int(box["y"] + box["height"]))
        )

    def middle(self, selector: str) -> tuple[int, ...]:
        part = self.within(selector)
        return part.getpixel((part.width // 2, part.height // 2))  # type: ignore[return-value]

    def country(self, code: str) -> tuple[int, ...]:
        """The commonest colour around a point of the country: an outline may be near."""
        x, y = map(int, self.visit.point_at(code))
        around = self.image.crop((x - 6, y - 6, x + 7, y + 7)).getcolors() or []
        return max(around)[1]  # type: ignore[return-value]


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Of two colours, by WCAG 2."""
    parts = [[value / 255 for value in each] for each in (one, other)]
    bright = [
        sum(
            w * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4)
            for w, c in zip((0.2126, 0.7152, 0.0722), p, strict=True)
        )
        for p in parts
    ]
    return (max(bright) + 0.05) / (min(bright) + 0.05)


def _is_true(picture: Picture, paper: tuple[int, ...]) -> None:
    """The picture says what its legend says, and what is written beside a country can be read."""
    assert picture.country("ARG") == picture.middle(".legend .classes li:last-child svg")
    assert picture.country("ARG") != picture.country("COL") != paper
    assert picture.middle(".site") == paper
    for written in (
        '.map-options [data-code="CUB"]',
        ".legend .classes li:last-child span",
        "h1",
        ".rank caption",
    ):
        inked = [
            number for number, ink in picture.within(written).getcolors(1 << 20) or [] if _contrast(ink, paper) > 7
        ]
        assert sum(inked) >= 8, written  # more than an edge that something covers


def test_colours_stay_true_in_old_browsers_and_where_the_system_forces_its_own(visits: Callable[..., Visit]) -> None:
    visit = visits(color_scheme="dark")
    visit.page.route(re.compile(r"/page\.css$"), _aged)
    visit.arrive("/es/overview?year=2022&countries=ARG,COL,CUB")
    _is_true(Picture(visit), PAPER["dark"])
    visit.page.emulate_media(color_scheme="light")
    _is_true(Picture(visit), PAPER["light"])
    visit.choose("theme-light")
    visit.page.emulate_media(color_scheme="dark", forced_colors="active")
    _is_true(Picture(visit), (0, 0, 0))
    assert visit.page.evaluate(ALIKE) == []
