"""What is drawn within a cell of a table, as plain data: strips of boxes (a figure with its range, parts of a sum, a
period, a place among others), small lines over years, the look of a line. A renderer draws these and nothing else."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from components.cells import bounds
from components.drawing.svg import small
from components.drawing.symbols import swatch
from components.figures.joining import Point, breaks, points, runs
from components.figures.time_series import Look
from components.markup import el
from components.theme import ACCENT, BAR, CONTEXT, HUES, INK, LINE, MISSING_LINE
from data.interval import Interval
from data.model import Cell
from data.vocabulary import Measure

KEPT = 4_096  # strips and lines as drawn: the same stand in the tables of many views
WIDE = 100  # units of width of a strip
TALL = 10
SPARK_WIDTH, SPARK_HEIGHT = 120, 24
GAP = 0.1  # of a place, between two boxes


class Box(NamedTuple):
    """A part of a strip: its look (`sure`, `maybe`, `empty`, `whole` or a part's name), where it starts, how wide."""

    look: str
    start: float
    size: float


class Strip(NamedTuple):
    """Boxes side by side on a width of `WIDE`."""

    boxes: tuple[Box, ...]


FILLS = {  # fill and opacity of a box by its look; on a page they are in assets/tables.css
    "sure": (BAR, 1.0),
    "maybe": (BAR, 0.28),
    "empty": (CONTEXT, 1.0),
    "whole": (LINE, 1.0),
    "part-answered": (HUES[0], 1.0),
    "part-pending": (HUES[4], 1.0),
    "part-refused": (HUES[1], 1.0),
    "part-untold": (MISSING_LINE, 1.0),
    "part-maybe": (BAR, 0.28),
    "shared": (ACCENT, 1.0),
    "parts": (INK, 1.0),
}

Known = tuple[int, Interval]  # a year and its figure


class Spark(NamedTuple):
    """Stretches of years that may be joined, on a scale from `least` to `top`; the years with a break; the year shown
    (None: none). A line that a page has many times is defined once, as `symbol`."""

    stretches: tuple[tuple[Known, ...], ...]
    years: tuple[int, int]
    top: float
    least: float = 0
    breaks: tuple[int, ...] = ()
    now: int | None = None
    symbol: str = ""


Mark = Strip | Spark | Look  # the look of a line, beside its name


def bar(shown: Interval | None, top: float) -> tuple[Strip, ...]:
    """A bar from 0 to the lower bound, solid, and on to the upper bound, pale; nothing where nothing is known."""
    if shown is None:
        return ()
    low, high = (round(bound / top * WIDE, 2) for bound in shown)
    maybe = (Box("maybe", low, round(high - low, 2)),) if high > low else ()
    return (Strip((Box("sure", 0, low), *maybe)),)


def parts(sizes: Sequence[tuple[str, float]], top: float) -> tuple[Strip, ...]:
    """Named sizes one after another, `top` at the full width; those of nothing are left out."""
    boxes, at = [], 0.0
    for look, size in sizes:
        if size > 0:
            start, end = (round(each / top * WIDE, 2) for each in (at, at + size))
            boxes.append(Box(look, start, round(end - start, 2)))
        at += size
    return (Strip(tuple(boxes)),) if boxes else ()


def period(span: tuple[int, int] | None, first: int, last: int) -> tuple[Strip, ...]:
    """First and last year of a period on the years from `first` to `last`; nothing where they do not meet."""
    if span is None:
        return ()
    start, end = max(span[0], first), min(span[1], last)
    if end < start:
        return ()
    unit = WIDE / (last - first + 1)
    told = Box("sure", round((start - first) * unit, 1), round((end - start + 1) * unit, 1))
    return (Strip((Box("whole", 0, WIDE), told)),)


def places(place: tuple[int, int] | None, among: int) -> tuple[Strip, ...]:
    """One box for each that publishes, the first place on the left; filled are the places that this one may have."""
    if place is None:
        return ()
    unit, (best, worst) = WIDE / among, place
    boxes = [
        Box("sure" if best <= n <= worst else "empty", round((n - 1 + GAP) * unit, 2), round((1 - 2 * GAP) * unit, 2))
        for n in range(1, among + 1)
    ]
    return (Strip(tuple(boxes)),)


def spark(cells: Sequence[Cell], measure: Measure, now: int | None = None, symbol: str = "") -> tuple[Spark, ...]:
    """The line of one series of cells, a year each, first to last, on a scale of its own; nothing without cells."""
    if not cells:
        return ()
    top = max((shown.high for cell in cells if (shown := bounds(cell, measure))), default=0) or 1
    broken = tuple(breaks(cells))
    joined = _stretches(points(cells, measure), broken)
    return (Spark(joined, (cells[0].year, cells[-1].year), top, 0, broken, now, symbol),)


def neighbours(known: Iterable[Known], least: float, top: float) -> tuple[Spark, ...]:
    """The line of figures given by year: joined where one year follows the other; nothing for one alone."""
    told = [Point(*each) for each in known]
    if len(told) < 2:  # a line has two ends
        return ()
    return (Spark(_stretches(told), (told[0].year, told[-1].year), top, least),)


def _stretches(told: Sequence[Point], broken: Sequence[int] = ()) -> tuple[tuple[Known, ...], ...]:
    return tuple(tuple((point.year, point.shown) for point in run) for run in runs(told, broken))


class Stroke(NamedTuple):
    """A part of a small line by its look: an area (`band`), a line (`stroke`), a single figure (`dot`), a range of one
    year (`reach`), an upright (`break`, `now`); and its points on the units of a spark."""

    look: str
    points: tuple[tuple[float, float], ...]


def strokes(line: Spark) -> list[Stroke]:
    """What a small line is made of: uprights, and for each stretch its band below its strokes."""
    found = [_upright("now", line, line.now)] if line.now is not None else []
    found += [_upright("break", line, year) for year in line.breaks]

    def y(value: float) -> float:
        return round(SPARK_HEIGHT - 2 - (value - line.least) / (line.top - line.least) * (SPARK_HEIGHT - 4), 1)

    for stretch in line.stretches:
        at = [(_across(line, year), y(shown.low), y(shown.high)) for year, shown in stretch]
        found += [*_band(at), *_lines(at)]
    return found


def _across(line: Spark, year: int) -> float:
    first, last = line.years
    return round(3 + (year - first) / max(1, last - first) * (SPARK_WIDTH - 6), 1)


def _upright(look: str, line: Spark, year: int) -> Stroke:
    x = _across(line, year)
    return Stroke(look, ((x, 0), (x, SPARK_HEIGHT)))


Place = tuple[float, float, float]  # x, and y of the lower and the upper bound


def _band(at: list[Place]) -> list[Stroke]:
    """The area between the bounds, where any is a range; a single year is an upright."""
    if all(low == high for _, low, high in at):
        return []
    if len(at) == 1:
        x, low, high = at[0]
        return [Stroke("reach", ((x, low), (x, high)))]
    return [Stroke("band", (*((x, high) for x, _, high in at), *((x, low) for x, low, _ in reversed(at))))]


def _lines(at: list[Place]) -> list[Stroke]:
    """A line through neighbouring exact figures; one alone is a dot."""
    drawn = []
    for exact, group in groupby(at, key=lambda place: place[1] == place[2]):
        joined = tuple((x, y) for x, _, y in group)
        if exact:
            drawn.append(Stroke("stroke" if len(joined) > 1 else "dot", joined))
    return drawn


# ---- drawn for a page ----


def svg(mark: Mark) -> Markup:
    """The mark as a picture; what it shows stands as text in its row."""
    if isinstance(mark, Look):
        return small(swatch(mark))
    if isinstance(mark, Strip):
        return _strip(mark.boxes)
    if not mark.symbol:
        return _svg([_stroke(each) for each in strokes(mark)], SPARK_WIDTH, SPARK_HEIGHT)
    return _used(mark.symbol, None if mark.now is None else _across(mark, mark.now))


@lru_cache(maxsize=KEPT)
def _used(symbol: str, now: float | None) -> Markup:
    upright = None if now is None else _stroke(Stroke("now", ((now, 0), (now, SPARK_HEIGHT))))
    return _svg([upright, el("use", href=f"#{symbol}")], SPARK_WIDTH, SPARK_HEIGHT)


@lru_cache(maxsize=KEPT)
def _strip(boxes: tuple[Box, ...]) -> Markup:
    return _svg([_rect(box) for box in boxes], WIDE, TALL)


def definitions(sparks: Iterable[Spark]) -> Markup:
    """Lines that a page has many times, as symbols."""
    box = f"0 0 {SPARK_WIDTH} {SPARK_HEIGHT}"
    symbols = [el("symbol", [_stroke(part) for part in strokes(each)], id=each.symbol, viewBox=box) for each in sparks]
    return el("svg", el("defs", symbols), class_="definitions", aria_hidden="true")


def _svg(drawn: object, width: float, height: float) -> Markup:
    return el("svg", drawn, viewBox=f"0 0 {width} {height}", preserveAspectRatio="none", aria_hidden="true")


def _rect(box: Box) -> Markup:
    across = {"x": box.start, "width": box.size}
    thin = {"y": TALL / 2 - 1, "height": 2} if box.look == "whole" else {"height": TALL}
    return el("rect", class_=box.look, **across, **thin)


def _stroke(stroke: Stroke) -> Markup:
    if stroke.look in ("band", "stroke"):
        name = "polygon" if stroke.look == "band" else "polyline"
        return el(name, class_=stroke.look, points=" ".join(f"{x},{y}" for x, y in stroke.points))
    (x1, y1), (x2, y2) = stroke.points[0], stroke.points[-1]
    reach = 0.01 if stroke.look == "dot" else 0  # a line without length is not painted
    return el("line", class_=stroke.look, x1=x1, x2=x2 + reach, y1=y1, y2=y2)
