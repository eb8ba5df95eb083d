"""Answers made of the figures that a test is about."""

from collections.abc import Mapping

from data.interval import Interval
from data.model import Answer, Cell, Selection
from data.vocabulary import Country, Flag, Indicator, Status

SUPPRESSED = (0, 4)
Figures = Mapping[Country, Mapping[int, int | tuple[int, int]]]


def grid(
    figures: Figures,
    first: int = 2010,
    last: int = 2020,
    flags: Mapping[tuple[Country, int], Flag] | None = None,
    countries: tuple[Country, ...] = (),
) -> Answer:
    """An answer of the figures given, exact or as bounds; all else is not reported."""
    cells = {}
    for country in Country:
        for year in range(first, last + 1):
            n = figures.get(country, {}).get(year)
            if n is None:
                cells[country, year] = Cell(country, year, Status.NOT_REPORTED)
                continue
            bounds = Interval(*n) if isinstance(n, tuple) else Interval(n, n)
            status = Status.EXACT if bounds.is_exact else Status.SUPPRESSED
            mark = (flags or {}).get((country, year))
            cells[country, year] = Cell(country, year, status, bounds, flags=(mark,) if mark else ())
    return Answer(Selection(Indicator.VICTIMS_DETECTED, first, last, countries=countries), cells)


def years(first: int, last: int, n: int | tuple[int, int] = 10) -> dict[int, int | tuple[int, int]]:
    return dict.fromkeys(range(first, last + 1), n)
