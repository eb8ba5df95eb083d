"""The four counts of a country on one clock: detected, suspected, prosecuted, convicted, year by year on one scale."""

from collections.abc import Callable, Iterable

from components.cells import Trace, hover
from components.figures.axes import Ground, ticks
from components.figures.joining import breaks, points
from components.figures.small_multiples import Panel, small_multiples
from components.figures.time_series import Line, Look, highest, time_series
from components.i18n import Words
from components.theme import HUES, Figure
from data.model import Cell
from data.queries.justice import Justice
from data.vocabulary import Country, Indicator, Measure

STEPS = {  # conviction, the rarest, is the thickest
    Indicator.VICTIMS_DETECTED: Look(HUES[0], "solid", "circle"),
    Indicator.PERSONS_SUSPECTED: Look(HUES[4], "dot", "triangle-up"),
    Indicator.PERSONS_PROSECUTED: Look(HUES[2], "dash", "square"),
    Indicator.PERSONS_CONVICTED: Look(HUES[1], "solid", "diamond", width=3.4),
}
LEAST = 4  # the end of a scale at the least, as `<5` reaches there
COLUMNS, HEIGHT = 6, 340


def clock(justice: Justice, country: Country, years: range, words: Words, to: Callable[[Indicator], Trace]) -> Figure:
    """The counts of one country, large, with the years shaded that are added."""
    return time_series(counts(justice, country, years, words, to), _ground(justice, years, words), HEIGHT)


def clocks(
    justice: Justice,
    countries: Iterable[Country],
    years: range,
    words: Words,
    to: Callable[[Indicator], Trace],
    title: Callable[[Country], tuple[str, str]],
) -> Figure:
    """A panel for each country on a scale of its own, whose end is printed over it. `title` gives a panel's name and
    what a pointer reads there."""
    panels = []
    for country in countries:
        small = [_small(line) for line in counts(justice, country, years, words, to)]
        top = ticks(max(LEAST, highest(small)))[-1]
        name, said = title(country)
        panels.append(Panel(name, words.number(top), small, top, said=said))
    return small_multiples(panels, _ground(justice, years, words), COLUMNS)


def _ground(justice: Justice, years: range, words: Words) -> Ground:
    return Ground(years, words.rate_limit, tint=[year for year in justice.window if year in years])


def counts(
    justice: Justice, country: Country, years: range, words: Words, to: Callable[[Indicator], Trace]
) -> list[Line]:
    """The four counts as lines, each named at its end and found by the code of its indicator."""
    made = []
    for indicator, look in STEPS.items():
        cells = [justice.answers[indicator].cells[country, year] for year in years]

        def said(cell: Cell, what: str = words.label(indicator)) -> str:
            return hover(cell, Measure.COUNT, words, what)

        drawn = points(cells, Measure.COUNT, said, to(indicator))
        made.append(Line(words.label(indicator), drawn, look, breaks(cells), words.label(indicator), ""))
    return made


def _small(line: Line) -> Line:
    return Line(line.name, line.points, line.look._replace(width=line.look.width * 0.7, size=5), line.breaks)
