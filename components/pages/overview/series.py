"""The series of the overview as figures: a panel a country, or a few countries in one picture."""

from collections.abc import Callable

from components.cells import Trace, figure, hover
from components.figures.axes import Ground
from components.figures.joining import Point, breaks, points
from components.figures.small_multiples import Panel, small_multiples
from components.figures.time_series import LOOKS, Line, Look, highest, time_series
from components.i18n import Words
from components.theme import Figure
from components.url.choices import Layout
from data.model import Answer, Cell
from data.queries.region import region
from data.vocabulary import Country, Measure

MANY = len(LOOKS)  # countries that can be told apart in one picture
THIN = LOOKS[0]._replace(width=2, size=5)


def drawn(answer: Answer, measure: Measure, layout: Layout, words: Words, unit: str, to: Trace) -> Figure:
    """The figure of a layout."""
    if layout is Layout.TOGETHER:
        return together(answer, measure, words, unit, to)
    return multiples(answer, measure, words, to)


def left_out(answer: Answer, layout: Layout, words: Words) -> tuple[str, ...]:
    """That of many countries the first are drawn together."""
    is_cut = layout is Layout.TOGETHER and len(countries(answer)) > MANY
    return (words.count("series.first", MANY),) if is_cut else ()


def together(answer: Answer, measure: Measure, words: Words, unit: str, to: Trace) -> Figure:
    """Up to six countries, each named at its end."""
    ground = Ground(answer.years, words.rate_limit, unit)
    return time_series(lines(answer, measure, words, to), ground, height=460)


def lines(answer: Answer, measure: Measure, words: Words, to: Trace) -> list[Line]:
    """The first countries as lines, as many as can be told apart."""
    shown = zip(countries(answer)[:MANY], LOOKS, strict=False)
    return [_line(answer.over_time(country), measure, words, look, to) for country, look in shown]


def told_apart(answer: Answer, measure: Measure, words: Words, to: Trace) -> list[Line]:
    """The countries chosen as lines; none where nobody has chosen, or more than can be told apart."""
    return lines(answer, measure, words, to) if 0 < len(answer.selection.countries) <= MANY else []


def of_region(answer: Answer, measure: Measure) -> tuple[Line, list[str]]:
    """The figures of those that report together, and what says below each year how many they are."""
    years = [region(answer, year) for year in answer.years]
    points = [Point(r.year, s) for r in years if (s := r.rate if measure is Measure.RATE else r.count)]
    return Line("", points), [f"n={len(r.reporting)}" for r in years]


def multiples(answer: Answer, measure: Measure, words: Words, to: Trace) -> Figure:
    """One small panel a country, each with its own scale (said above it), in reading order by name."""
    panels = []
    for country in countries(answer):
        cells = answer.over_time(country)
        line = _line(cells, measure, words, THIN, to)
        panels.append(Panel(line.name, _peak(cells, line, measure, words), [line], highest([line]) or 1))
    return small_multiples(panels, Ground(answer.years, words.rate_limit))


def countries(answer: Answer) -> list[Country]:
    """The countries a series shows: the chosen ones, else all 22."""
    return list(answer.selection.countries or Country)


def _line(cells: list[Cell], measure: Measure, words: Words, look: Look, to: Trace) -> Line:
    said: Callable[[Cell], str] = lambda cell: hover(cell, measure, words)  # noqa: E731
    name, drawn = words.country(cells[0].country), points(cells, measure, said, to)
    by_year = {cell.year: cell for cell in cells}
    last = f" {figure(by_year[drawn[-1].year], measure, words)}" if drawn else ""
    return Line(name, drawn, look, breaks(cells), name + last, str(cells[0].country))


def _peak(cells: list[Cell], line: Line, measure: Measure, words: Words) -> str:
    if not line.points:
        return words("none")
    highest_ = max(line.points, key=lambda point: point.shown.high)
    cell = next(cell for cell in cells if cell.year == highest_.year)
    return words("series.peak", figure=figure(cell, measure, words))
