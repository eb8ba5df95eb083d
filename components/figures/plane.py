"""The ground of a drawn chart: years across, figures up from 0, round ticks, and names that do not cover each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from markupsafe import Markup

from components.markup import el

TICKS = 5  # at most so many steps from 0 to the top
ROUND = (1, 2, 2.5, 5, 10)
# Marks tell lines apart without colour, as the dashes of each hue do in assets/picture.css.
MARKS = (
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "M-3.5-3.5h7v7h-7z",
    "M0-4.6 4.6 3.4h-9.2z",
    "M0-5 5 0 0 5-5 0z",
    "M-4.6-3.4h9.2L0 4.6z",
    "M-1.4-4.4h2.8v3h3v2.8h-3v3h-2.8v-3h-3v-2.8h3z",
)


@dataclass(frozen=True, slots=True)
class Plane:
    """A drawing of `width` by `height` units with margins around the figures of the years `first` to `last`."""

    width: int
    height: int
    first: int
    last: int
    top: float
    left: int = 56
    right: int = 170
    over: int = 22
    under: int = 26

    def x(self, year: float) -> float:
        share = (year - self.first + 0.5) / (self.last - self.first + 1)
        return round(self.left + share * (self.width - self.left - self.right), 1)

    def y(self, value: float) -> float:
        return round(self.height - self.under - value / self.top * (self.height - self.over - self.under), 1)

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"

    def ground(
        self, ticks: Sequence[float], show: Callable[[float], str], common: Sequence[int], step: int, title: str = ""
    ) -> Markup:
        """The years in common as a tint, a rule and a number for each tick, every `step`-th year from the last, and the
        unit over the numbers."""
        end = self.width - self.right
        wide = (self.width - self.left - self.right) / (self.last - self.first + 1)
        tall = self.height - self.under - self.over
        tint = [
            el("rect", x=round(self.x(a) - wide / 2, 1), y=self.over, width=round(wide * (b - a + 1), 1), height=tall)
            for a, b in stretches(common)
        ]
        rules = [el("line", x1=self.left, x2=end, y1=self.y(tick), y2=self.y(tick)) for tick in ticks]
        numbers = [el("text", show(tick), x=self.left - 7, y=self.y(tick) + 4, text_anchor="end") for tick in ticks]
        years = [
            el("text", str(year), x=self.x(year), y=self.height - self.under + 17, text_anchor="middle")
            for year in range(self.last, self.first - 1, -step)
        ]
        head = el("text", title, x=0, y=self.over - 20) if title else None
        return el(
            "g", el("g", tint, class_="common"), el("g", rules, class_="rules"), numbers, years, head, class_="ground"
        )


def ticks(top: float) -> list[float]:
    """Round steps from 0 to the first one that is not below `top`."""
    if top <= 0:
        return [0, 1]
    rough = top / TICKS
    scale = 10.0 ** floor(log10(rough))
    step = next(each * scale for each in ROUND if each * scale >= rough * (1 - 1e-9))
    return [round(n * step, 10) for n in range(ceil(top / step - 1e-9) + 1)]


def stretches(years: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of years one after another."""
    found: list[tuple[int, int]] = []
    for year in years:
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found


def spread(wanted: Sequence[float], gap: float, first: float, last: float) -> list[float]:
    """Places `gap` apart or more and as near as may be to those wanted; between `first` and `last` if there is room."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = [0.0] * len(wanted)
    below = first - gap
    for i in order:
        below = placed[i] = max(wanted[i], below + gap)
    above = last + gap
    for i in reversed(order):
        above = placed[i] = round(max(min(placed[i], above - gap), first), 1)
    return placed


def swatch(place: int) -> Markup:
    """How the line of the country at a place looks, to stand beside its name."""
    line = el("line", x1=1, x2=29, y1=7, y2=7, class_="stroke")
    return el("svg", line, mark(place, 15, 7), class_=f"swatch line-{place}", viewBox="0 0 30 14", aria_hidden="true")


def named(place: int, name: str, more: Markup | None = None) -> Markup:
    """A country's name beside the look of its line."""
    return el("span", swatch(place), el("span", name, " ", more), class_="named")


def mark(place: int, x: float, y: float) -> Markup:
    return el("path", class_="mark", d=MARKS[place], transform=f"translate({x} {y})")
