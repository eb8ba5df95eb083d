"""Small lines of each country's years: an own scale each, a band where the figure is a range, a gap where none is
published, a dotted upright where the series breaks."""

from collections.abc import Sequence

from markupsafe import Markup

from components.figures.joining import Point, breaks, exact, points, runs
from components.markup import el
from data.model import Answer, Cell
from data.vocabulary import Country, Measure

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
    span = (cells[0].year, cells[-1].year)
    uprights = [
        el("line", class_="break", x1=x, x2=x, y1=0, y2=SPARK_HEIGHT)
        for x in (across(year, *span) for year in breaks(cells))
    ]
    return uprights + line(points(cells, measure), span, broken=breaks(cells))


def line(
    drawn: Sequence[Point],
    span: tuple[int, int],
    scale: tuple[float, float] | None = None,
    broken: Sequence[int] = (),
) -> list[Markup]:
    """Points as a line over the years of a `span`, on a `scale` of their own unless one is given (its ends)."""
    least, top = scale or (0, max((point.shown.high for point in drawn), default=0) or 1)

    def place(point: Point) -> Place:
        low, high = (SPARK_HEIGHT - 2 - (each - least) / (top - least) * (SPARK_HEIGHT - 4) for each in point.shown)
        return across(point.year, *span), round(low, 1), round(high, 1)

    made: list[Markup] = []
    for run in runs(drawn, broken):
        made += _band([place(point) for point in run]) if any(not point.shown.is_exact for point in run) else []
        made += [_line([place(point) for point in stretch]) for stretch in exact(run)]
    return made


Place = tuple[float, float, float]  # x, and y of the lower and the upper bound


def _band(at: list[Place]) -> list[Markup]:
    """The area between the bounds; a single year is an upright."""
    if len(at) == 1:
        x, low, high = at[0]
        return [el("line", class_="reach", x1=x, x2=x, y1=low, y2=high)]
    over = [f"{x},{high}" for x, _, high in at]
    under = [f"{x},{low}" for x, low, _ in reversed(at)]
    return [el("polygon", class_="band", points=" ".join(over + under))]


def _line(at: list[Place]) -> Markup:
    """Through neighbouring exact figures; one alone is a dot."""
    if len(at) == 1:
        x, y, _ = at[0]
        return el("line", class_="dot", x1=x, x2=x + 0.01, y1=y, y2=y)
    return el("polyline", class_="stroke", points=" ".join(f"{x},{y}" for x, y, _ in at))


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
