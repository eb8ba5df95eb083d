"""Countries on one clock: what each publishes, the years that all of them publish, and what may be said side by side.

An index divides a figure by the same country's figure of the base year, a change by that of the earlier year, both with
the bounds crosswise (`data.interval.ratio`). Both are told by the rule of `data.queries.comparable`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from data.interval import Interval, overlaps, ratio
from data.model import Answer, Cell
from data.queries.comparable import Untold, change_between, doubt, pair
from data.vocabulary import Country, Flag, Incomparable, Measure, Status

FEWEST, MOST = 2, 6
OPENED_WITH = 4  # countries shown when none are chosen


@dataclass(frozen=True, slots=True)
class Record:
    """What one country publishes in the span: the years with a figure, how many of those are ranges, the years before
    which its series breaks, how many have residents to divide by, what to know (with the years), and the sources."""

    country: Country
    published: tuple[int, ...]
    ranges: int
    breaks: tuple[int, ...]
    rated: int
    flags: Mapping[Flag, tuple[int, ...]]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """Two to six countries of one answer under one measure."""

    answer: Answer
    countries: tuple[Country, ...]
    measure: Measure

    def figure(self, country: Country, year: int) -> Interval | None:
        """The count, or the rate per 100,000 residents; None where there is none."""
        return _shown(self.answer.cells[country, year], self.measure)

    @cached_property
    def records(self) -> dict[Country, Record]:
        return {country: _record(country, self.answer.over_time(country)) for country in self.countries}

    @cached_property
    def common(self) -> tuple[int, ...]:
        """The years in which every country has a figure."""
        return tuple(y for y in self.answer.years if all(self.figure(c, y) is not None for c in self.countries))

    @property
    def ends(self) -> tuple[int, int] | None:
        """The first and the last year in common (the ends of the span, where all publish them); None below two."""
        return (self.common[0], self.common[-1]) if len(self.common) > 1 else None

    @cached_property
    def base(self) -> int | None:
        """The base year of the index: of the years in common the first in which every figure is certainly above 0 and
        deserves a comparison, else the first in which most do. None where there is no such figure."""
        certain = {year: sum(self._is_base(c, year) for c in self.countries) for year in self.common}
        most = max(certain.values(), default=0)
        return next((year for year, n in certain.items() if n == most), None) if most else None

    def _is_base(self, country: Country, year: int) -> bool:
        shown = self.figure(country, year)
        return shown is not None and shown.low > 0 and doubt(self.answer.cells[country, year]) is None

    def index(self, country: Country, year: int) -> Interval | Untold:
        """The figure where the base year is 100. The base year itself is 100 whatever its bounds, for it is divided by
        itself."""
        if self.base is None:
            return Untold(Incomparable.NO_YEAR_IN_COMMON, year)
        found = pair(self.answer, country, self.base, year, self.measure)
        if isinstance(found, Untold):
            return found
        share = Interval(1, 1) if year == self.base and found[0].low > 0 else ratio(found[1], found[0])
        if share is None:
            return Untold(Incomparable.MAY_START_AT_ZERO, self.base)
        return Interval(share.low * 100, share.high * 100)

    def change(self, country: Country, earlier: int, later: int) -> Interval | Untold:
        """The relative change between two years (0.13 is a rise of 13 %), or why none is told."""
        return change_between(self.answer, country, earlier, later, self.measure)


def alike(figures: Mapping[Country, Interval]) -> list[tuple[Country, Country]]:
    """The pairs whose figures may be equal, and so must not be ranked apart."""
    return [(a, b) for a, b in combinations(figures, 2) if overlaps(figures[a], figures[b])]


def most_published(answer: Answer, measure: Measure, n: int = OPENED_WITH) -> tuple[Country, ...]:
    """The `n` countries with most figures in the span; among equals those first by code. In the order of the codes."""
    figures = {c: sum(_shown(cell, measure) is not None for cell in answer.over_time(c)) for c in Country}
    return tuple(sorted(sorted(figures, key=lambda c: (-figures[c], c))[:n]))


def _record(country: Country, cells: list[Cell]) -> Record:
    published = [cell for cell in cells if cell.is_published]
    flags: dict[Flag, list[int]] = {}
    for cell in published:
        for flag in cell.flags:
            flags.setdefault(flag, []).append(cell.year)
    return Record(
        country,
        tuple(cell.year for cell in published),
        sum(cell.status is not Status.EXACT for cell in published),
        tuple(flags.get(Flag.BREAK_IN_SERIES, ())),
        sum(cell.rate is not None for cell in published),
        {flag: tuple(flags[flag]) for flag in Flag if flag in flags},
        tuple(sorted({cell.source for cell in published})),
    )


def _shown(cell: Cell, measure: Measure) -> Interval | None:
    return cell.rate if measure is Measure.RATE else cell.count
