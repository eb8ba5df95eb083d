"""Small lines of each country's years: an own scale each, a band where the figure is a range, a gap where none is
published, a dotted upright where the series breaks."""

from itertools import groupby

from markupsafe import Markup

from components.cells import bounds
from components.markup import el
from data.interval import Interval
from data.model import Answer, Cell
from data.vocabulary import Country, Flag, Measure

SPARK_WIDTH, SPARK_HEIGHT = 120, 24


def sparks(answer: Answer, measure: Measure) -> Markup:
    """The lines of all countries, defined once a page as symbols."""
    symbols = [_symbol(country, answer, measure) for country in Country]
    return el("svg", el("defs", symbols), class_="definitions", aria_hidden="true")


def _symbol(country: Country, answer: Answer, measure: Measure) -> Markup:
    drawn = strokes(answer.over_time(country), measure)
    return el("symbol", drawn, id=f"spark-{country}", viewBox=f"0 0 {SPARK_WIDTH} {SPARK_HEIGHT}")


def strokes(cells: list[Cell], measure: Measure) -> list[Markup]:
    """The line of one series of cells, a year each, first to last; its breaks below it."""
    highs = [shown.high for cell in cells if (shown := bounds(cell, measure))]
    top = max(highs, default=0) or 1
    at = [across(cell.year, cells[0].year, cells[-1].year) for cell in cells]

    def y(value: float) -> float:
        return round(SPARK_HEIGHT - 2 - value / top * (SPARK_HEIGHT - 4), 1)

    lines: list[Markup] = []
    for run in runs(cells, measure):
        points = [(at[i], y(shown.low), y(shown.high)) for i, shown in run]
        lines += _band(points) + _lines(points)
    breaks = [
        el("line", class_="break", x1=x, x2=x, y1=0, y2=SPARK_HEIGHT)
        for x, cell in zip(at, cells, strict=True)
        if Flag.BREAK_IN_SERIES in cell.flags
    ]
    return breaks + lines


Point = tuple[float, float, float]  # x, and y of the lower and the upper bound


def _band(points: list[Point]) -> list[Markup]:
    """The area between the bounds, where any is a range; a single year is an upright."""
    if all(low == high for _, low, high in points):
        return []
    if len(points) == 1:
        x, low, high = points[0]
        return [el("line", class_="reach", x1=x, x2=x, y1=low, y2=high)]
    over = [f"{x},{high}" for x, _, high in points]
    under = [f"{x},{low}" for x, low, _ in reversed(points)]
    return [el("polygon", class_="band", points=" ".join(over + under))]


def _lines(points: list[Point]) -> list[Markup]:
    """A line through neighbouring exact figures; one alone is a dot."""
    drawn = []
    for exact, group in groupby(points, key=lambda point: point[1] == point[2]):
        joined = [(x, y) for x, _, y in group]
        if exact and len(joined) == 1:
            x, y = joined[0]
            drawn.append(el("line", class_="dot", x1=x, x2=x + 0.01, y1=y, y2=y))
        elif exact:
            drawn.append(el("polyline", class_="stroke", points=" ".join(f"{x},{y}" for x, y in joined)))
    return drawn


def runs(cells: list[Cell], measure: Measure) -> list[list[tuple[int, Interval]]]:
    """Stretches of years that may be joined by a line: published, one after another, no break in between."""
    found: list[list[tuple[int, Interval]]] = []
    joined = False
    for index, cell in enumerate(cells):
        shown = bounds(cell, measure)
        if shown is None:
            joined = False
            continue
        if joined and Flag.BREAK_IN_SERIES not in cell.flags:
            found[-1].append((index, shown))
        else:
            found.append([(index, shown)])
        joined = True
    return found


def across(year: int, first: int, last: int) -> float:
    """How far to the right a year stands in a line from the first to the last."""
    return round(3 + (year - first) / max(1, last - first) * (SPARK_WIDTH - 6), 1)


def spark(country: Country, answer: Answer, year: int) -> Markup:
    """One country's line, with a mark at the year shown."""
    x = across(year, answer.selection.first, answer.selection.last)
    return el(
        "svg",
        el("line", class_="now", x1=x, x2=x, y1=0, y2=SPARK_HEIGHT),
        el("use", href=f"#spark-{country}"),
        viewBox=f"0 0 {SPARK_WIDTH} {SPARK_HEIGHT}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
