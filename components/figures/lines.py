"""Lines over the years, drawn: a band where a figure is a range, a gap where none is known, a dotted upright where the
series breaks, and the name at the line's end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from components.figures.plane import Plane, mark, spread
from components.markup import el
from data.interval import Interval

LINE_HEIGHT = 17  # units between two names
CAP = 3  # half the width of the end of an upright


@dataclass(frozen=True, slots=True)
class Point:
    """One year's figure, and the words that a pointer reads there."""

    year: int
    shown: Interval
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One country: its place (colour, dash and mark), its name and code, the stretches of years that may be joined, the
    years before which the series breaks, and what a pointer reads there."""

    place: int
    name: str
    code: str
    runs: Sequence[Sequence[Point]]
    breaks: Sequence[int] = ()
    broken: str = ""

    @property
    def last(self) -> Point | None:
        return self.runs[-1][-1] if self.runs else None


def lines(
    plane: Plane,
    ground: Markup,
    drawn: Sequence[Line],
    label: str,
    name: Callable[[Line], str],
    end: Callable[[Line], str],
) -> Markup:
    """All lines in one picture; `name` is what a break is called by, `end` the text at the end of a line."""
    return el(
        "svg",
        ground,
        [_breaks(plane, line, name(line)) for line in drawn],
        [_line(plane, line) for line in drawn],
        _ends(plane, drawn, end),
        class_="lines",
        viewBox=plane.view_box,
        role="img",
        aria_label=label,
    )


def panel(plane: Plane, ground: Markup, drawn: Sequence[Line], chosen: Line, label: str) -> Markup:
    """One line in its look, the others thin behind it, on the same scale."""
    behind = [
        el("g", _strokes(plane, run), class_="behind") for line in drawn if line is not chosen for run in line.runs
    ]
    return el(
        "svg",
        ground,
        behind,
        _breaks(plane, chosen, ""),
        _line(plane, chosen),
        class_="lines",
        viewBox=plane.view_box,
        role="img",
        aria_label=label,
    )


def _line(plane: Plane, line: Line) -> Markup:
    return el(
        "g",
        [[_band(plane, run), _strokes(plane, run)] for run in line.runs],
        [_point(plane, line.place, point) for run in line.runs for point in run],
        class_=f"line-{line.place}",
    )


def _band(plane: Plane, run: Sequence[Point]) -> Markup | None:
    """The area between the bounds over a stretch in which any figure is a range."""
    if len(run) == 1 or all(point.shown.is_exact for point in run):
        return None
    over = [f"{plane.x(p.year)},{plane.y(p.shown.high)}" for p in run]
    under = [f"{plane.x(p.year)},{plane.y(p.shown.low)}" for p in reversed(run)]
    return el("polygon", class_="band", points=" ".join(over + under))


def _strokes(plane: Plane, run: Sequence[Point]) -> list[Markup]:
    """A line through neighbouring exact figures only, so that no point is drawn where none is known."""
    exact = [list(group) for is_exact, group in groupby(run, key=lambda p: p.shown.is_exact) if is_exact]
    return [
        el("polyline", class_="stroke", points=" ".join(f"{plane.x(p.year)},{plane.y(p.shown.low)}" for p in group))
        for group in exact
        if len(group) > 1
    ]


def _point(plane: Plane, place: int, point: Point) -> Markup:
    x, low, high = plane.x(point.year), plane.y(point.shown.low), plane.y(point.shown.high)
    drawn = mark(place, x, low) if point.shown.is_exact else upright(x, low, high)
    target = el("rect", class_="target", x=x - 9, y=round(high - 9, 1), width=18, height=round(low - high + 18, 1))
    return el("g", el("title", point.said), target, drawn)


def upright(x: float, low: float, high: float) -> Markup:
    """A range at one place: from bound to bound, with a cap at both."""
    d = f"M{x - CAP} {high}h{2 * CAP}M{x - CAP} {low}h{2 * CAP}M{x} {low}V{high}"
    return el("path", class_="reach", d=d)


def _breaks(plane: Plane, line: Line, name: str) -> Markup | None:
    if not line.breaks:
        return None
    at = [plane.x(year - 0.5) for year in line.breaks]
    return el(
        "g",
        el("title", line.broken),
        [el("line", x1=x, x2=x, y1=plane.over, y2=plane.height - plane.under) for x in at],
        [el("text", name, x=x, y=plane.over - 7, text_anchor="middle") for x in at] if name else None,
        class_=f"rupture line-{line.place}",
    )


def _ends(plane: Plane, drawn: Sequence[Line], end: Callable[[Line], str]) -> list[Markup]:
    """The names at the right edge, with a thin line to where each line ends."""
    ended = [(line, line.last) for line in drawn if line.last]
    wanted = [plane.y(point.shown.high) for _, point in ended]
    at = spread(wanted, LINE_HEIGHT, plane.over + 4, plane.height - plane.under)
    edge = plane.width - plane.right
    return [
        el(
            "g",
            el("line", class_="lead", x1=plane.x(point.year) + 7, x2=edge + 5, y1=y, y2=place),
            el("text", end(line), x=edge + 9, y=place + 4),
            class_=f"end line-{line.place}",
        )
        for (line, point), y, place in zip(ended, wanted, at, strict=True)
    ]
