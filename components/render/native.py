"""The figures of a page as plain series, for charts that can be edited: bars with a lower and an upper bound, and lines
over years. A range is its lower bound and what reaches up from it; there is no point in between."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from components.cells import bounds, figure
from components.figures.time_series import LOOKS
from components.i18n import Words
from components.pages.compare.page import Compare
from components.pages.flows.page import Flows
from components.pages.overview.page import Overview
from components.pages.page import ShownPage
from components.url.choices import Chart
from data.interval import Interval, ranks
from data.model import Answer, Cell
from data.vocabulary import Country, Flag, Measure

LISTED = 22  # bars of one slide


class Bar(NamedTuple):
    """A name, the figure as it is printed, and its bounds; None where none is published."""

    name: str
    printed: str
    shown: Interval | None


class Bars(NamedTuple):
    bars: tuple[Bar, ...]
    is_whole: bool  # whether these are all that the page has
    is_upright: bool = False  # years stand beside each other, names below each other


class Line(NamedTuple):
    """A name, a figure or None for each year, the place of its colour, and whether it is only a bound."""

    name: str
    values: tuple[float | None, ...]
    place: int
    is_bound: bool = False


class Lines(NamedTuple):
    years: tuple[int, ...]
    lines: tuple[Line, ...]


def native(page: ShownPage) -> Bars | Lines | None:
    """The chart that says the same as the page's picture; None where the picture is no such chart."""
    if isinstance(page, Overview) and page.is_chart(Chart.RANK):
        return Bars(_ranked(page), is_whole=True)
    if isinstance(page, Overview) and page.is_chart(Chart.SERIES):
        return _over_time(page.answer, page.answer.selection.countries, page.view.measure, page.words)
    if isinstance(page, Compare) and page.is_chart(Chart.SERIES, Chart.MULTIPLES) and not page.compared.is_indexed:
        return _over_time(page.comparison.answer, page.countries, page.view.measure, page.words)
    if isinstance(page, Flows) and page.is_chart(Chart.TABLE) and page.shown:
        bars = tuple(Bar(page.pair(flow), page.figure(flow), flow.count) for flow in page.shown[:LISTED])
        return Bars(bars, is_whole=len(page.shown) <= LISTED)
    return None


def _ranked(page: Overview) -> tuple[Bar, ...]:
    """The countries in the order of the ranking: published figures from high to low, then the others by name."""
    cells, measure, words = page.answer.by_country(page.year), page.view.measure, page.words
    places = ranks({str(c.country): shown for c in cells if (shown := bounds(c, measure)) is not None})

    def order(cell: Cell) -> tuple[bool, tuple[float, ...], str]:
        shown = bounds(cell, measure)
        name = words.sort_key(words.country(cell.country))
        return shown is None, (-shown.high, -shown.low, *places[cell.country]) if shown else (), name

    return tuple(
        Bar(words.country(cell.country), figure(cell, measure, words), bounds(cell, measure))
        for cell in sorted(cells, key=order)
    )


def _over_time(answer: Answer, countries: Sequence[Country], measure: Measure, words: Words) -> Bars | Lines | None:
    """One country as bars of years, a few as lines; more would be no chart that anybody can read."""
    if len(countries) == 1:
        cells = answer.over_time(countries[0])
        bars = tuple(Bar(str(c.year), figure(c, measure, words), bounds(c, measure)) for c in cells)
        return Bars(bars, is_whole=True, is_upright=True)
    if not 1 < len(countries) <= len(LOOKS):
        return None
    lines = [line for i, c in enumerate(countries) for line in _lines(answer.over_time(c), i, measure, words)]
    return Lines(tuple(answer.years), tuple(lines))


def _lines(cells: list[Cell], place: int, measure: Measure, words: Words) -> list[Line]:
    """The exact figures of a country, a line for each stretch between breaks; then both bounds where any is a range."""
    name = words.country(cells[0].country)
    shown = [bounds(cell, measure) for cell in cells]
    breaks = [i for i, cell in enumerate(cells) if Flag.BREAK_IN_SERIES in cell.flags and bounds(cell, measure)]
    edges = [0, *breaks, len(cells)]
    made = []
    for start, end in pairwise(edges):
        values = tuple(
            each.high if each and each.is_exact and start <= i < end else None for i, each in enumerate(shown)
        )
        said = words("take.since", name=name, year=cells[start].year) if start else name
        made += [Line(said, values, place)] if end > start else []
    if any(each and not each.is_exact for each in shown):
        low = tuple(each.low if each and not each.is_exact else None for each in shown)
        high = tuple(each.high if each and not each.is_exact else None for each in shown)
        made += [Line(words(f"take.{key}", name=name), values, place, is_bound=True)
                 for key, values in (("lower", low), ("upper", high))]  # fmt: skip
    return made
