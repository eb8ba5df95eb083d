"""The chain of a country on one clock: four counts over the years in one drawing with a scale of its own.

Counts are told apart by marker, dash and colour. A line joins exact figures of neighbouring years, a band spans the
others, a gap is a year without a figure, a dotted upright a break in one of the series.
"""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from components.cells import reading
from components.i18n import Words
from components.markup import el
from components.tables.sparks import runs
from data.interval import Interval
from data.model import Cell
from data.queries.justice import CHAIN, Justice
from data.vocabulary import Country, Flag, Indicator, Measure

NICE = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True, slots=True)
class Size:
    """A drawing's room in its own units: the whole, the margins, the marker's radius, how many years are written out,
    and whether each figure has a marker that says it."""

    width: float
    height: float
    left: float
    top: float
    bottom: float
    marker: float
    years: int
    ticks: int
    is_told: bool


SMALL = Size(180, 84, 5, 14, 13, 2.1, 2, 1, is_told=False)
LARGE = Size(1200, 330, 46, 16, 26, 4.5, 20, 4, is_told=True)
UPRIGHT = Size(360, 270, 40, 14, 24, 3.6, 5, 4, is_told=True)  # for a phone
RIGHT = 8


@dataclass(frozen=True)
class Clock:
    """What every panel of a page shares: the chain, the years drawn, the reader's words."""

    justice: Justice
    years: range
    words: Words

    def panel(self, country: Country, size: Size, label: str) -> Markup:
        """The drawing of one country; `label` says in words what it shows."""
        chain = {i: [self.justice.answers[i].cells[country, year] for year in self.years] for i in CHAIN}
        top = ceiling([cell.count.high for cells in chain.values() for cell in cells if cell.count])
        place = _Place(size, self.years, top)
        return el(
            "svg",
            self._window(place),
            self._grid(place),
            _breaks(chain, place),
            [self._step(indicator, cells, place) for indicator, cells in chain.items()],
            class_=f"clock is-{'upright' if size is UPRIGHT else 'wide'}",
            viewBox=f"0 0 {size.width:g} {size.height:g}",
            role="img",
            aria_label=label,
        )

    def _window(self, place: "_Place") -> Markup | None:
        """The years that are added, shaded."""
        shaded = [year for year in self.justice.window if year in self.years]
        if not shaded:
            return None
        left, right = place.x(shaded[0] - 0.5), place.x(shaded[-1] + 0.5)
        height = place.size.height - place.size.top - place.size.bottom
        width = round(right - left, 1)
        return el("rect", class_="window", x=left, y=place.size.top, width=width, height=height)

    def _grid(self, place: "_Place") -> list[Markup]:
        size, drawn = place.size, []
        for tick in range(size.ticks + 1):
            value = place.top * tick / size.ticks
            y = place.y(value)
            drawn.append(el("line", class_="grid", x1=size.left, x2=size.width - RIGHT, y1=y, y2=y))
            if size.is_told:
                drawn.append(el("text", self.words.number(value), class_="tick", x=size.left - 6, y=y + 4))
            elif tick:
                drawn.append(el("text", self.words.number(value), class_="top", x=size.left, y=y - 3))
        step = -(-len(self.years) // size.years) if size.is_told else max(1, len(self.years) - 1)
        base = size.height - size.bottom
        for year in self.years[::step]:
            x = place.x(year)
            at = "middle" if size.is_told else "start" if year == self.years[0] else "end"
            drawn.append(el("text", year, class_=f"year is-{at}", x=x, y=round(base + size.bottom * 0.8, 1)))
        return drawn

    def _step(self, indicator: Indicator, cells: list[Cell], place: "_Place") -> Markup:
        drawn: list[Markup] = []
        for run in runs(cells, Measure.COUNT):
            drawn += _run([(cells[i].year, shown) for i, shown in run], indicator, place)
        if place.size.is_told:
            drawn += [self._told(cell, indicator, place) for cell in cells if cell.count]
        return el("g", drawn, class_=f"step step-{indicator}")

    def _told(self, cell: Cell, indicator: Indicator, place: "_Place") -> Markup:
        """A marker that says its figure; of a range it is hollow, at the upper bound, with the range below."""
        count = cell.count or Interval(0, 0)
        said = reading(cell, self.words, self.words.count(f"noun.{indicator}", round(count.high)))
        x, look = place.x(cell.year), "mark" if count.is_exact else "mark is-range"
        reach = [] if count.is_exact else [_upright(x, place.y(count.low), place.y(count.high))]
        shape = el("path", d=marker(indicator, x, place.y(count.high), place.size.marker), class_=look)
        return el("g", el("title", said), reach, shape)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a year and a value stand in a drawing."""

    size: Size
    years: range
    top: float

    def x(self, year: float) -> float:
        inner = self.size.width - self.size.left - RIGHT
        inset = 0.5 if self.size.is_told else 0.25
        steps = len(self.years) - 1 + 2 * inset
        place = self.size.left + (year - self.years[0] + inset) / steps * inner
        return round(min(max(place, self.size.left), self.size.width - RIGHT), 1)

    def y(self, value: float) -> float:
        inner = self.size.height - self.size.top - self.size.bottom
        return round(self.size.top + (1 - value / self.top) * inner, 1)


def ceiling(highs: list[float]) -> float:
    """A round number not below any figure, and not below 4, as `<5` reaches there."""
    highest = max([4, *highs])
    scale = 1
    while highest > scale * 10:
        scale *= 10
    return next(nice * scale for nice in NICE if nice * scale >= highest)


def _run(points: list[tuple[int, Interval]], indicator: Indicator, place: _Place) -> list[Markup]:
    """Neighbouring years without a break: a band if any of them is a range, a line through the exact ones."""
    at = [(place.x(year), place.y(count.low), place.y(count.high)) for year, count in points]
    drawn: list[Markup] = []
    if any(low != high for _, low, high in at):
        drawn.append(_band(at))
    for is_exact, group in groupby(at, key=lambda point: point[1] == point[2]):
        joined = [(x, y) for x, _, y in group]
        if not is_exact:
            continue
        if len(joined) > 1:
            drawn.append(el("polyline", class_="path", points=" ".join(f"{x},{y}" for x, y in joined)))
        if not place.size.is_told:  # otherwise every figure has its marker
            ends = {joined[0], joined[-1]}
            drawn += [el("path", d=marker(indicator, *end, place.size.marker), class_="mark") for end in sorted(ends)]
    return drawn


def _band(at: list[tuple[float, float, float]]) -> Markup:
    if len(at) == 1:
        return _upright(*at[0])
    over = [f"{x},{high}" for x, _, high in at]
    under = [f"{x},{low}" for x, low, _ in reversed(at)]
    return el("polygon", class_="area", points=" ".join(over + under))


def _upright(x: float, low: float, high: float) -> Markup:
    return el("line", class_="span", x1=x, x2=x, y1=low, y2=high)


def _breaks(chain: dict[Indicator, list[Cell]], place: _Place) -> list[Markup]:
    years = sorted({c.year for cells in chain.values() for c in cells if Flag.BREAK_IN_SERIES in c.flags})
    base = place.size.height - place.size.bottom
    return [
        el("line", class_="break", x1=x, x2=x, y1=place.size.top, y2=base)
        for x in (place.x(year - 0.5) for year in years)
    ]


def marker(indicator: Indicator, x: float, y: float, r: float) -> str:
    """Circle, triangle, square or diamond around a point, as an SVG path."""
    a, b = round(r * 1.25, 2), round(r * 0.9, 2)
    return {
        Indicator.VICTIMS_DETECTED: f"M{x - r:.1f} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z",
        Indicator.PERSONS_SUSPECTED: f"M{x} {y - a:.1f}l{a} {2 * b}h{-2 * a}z",
        Indicator.PERSONS_PROSECUTED: f"M{x - b:.1f} {y - b:.1f}h{2 * b}v{2 * b}h{-2 * b}z",
        Indicator.PERSONS_CONVICTED: f"M{x} {y - a:.1f}l{a} {a} {-a} {a} {-a} {-a}z",
    }[indicator]


def key(words: Words) -> Markup:
    """What each line, mark and shade means."""
    said = [
        el("li", _sample(indicator), el("span", words.label(indicator)), class_=f"step step-{indicator}")
        for indicator in CHAIN
    ]
    return el("ul", said, class_="steps-key")


def _sample(indicator: Indicator) -> Markup:
    line = el("polyline", class_="path", points="2,7 34,7")
    shape = el("path", d=marker(indicator, 18, 7, 4), class_="mark")
    return el("svg", line, shape, viewBox="0 0 36 14", aria_hidden="true")
