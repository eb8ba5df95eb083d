"""What may be set against what: asked wherever a change or an index is told, of one country or of many.

A change is told only between two figures that deserve it: both published, none contradicted by its own table, none an
unusual jump of its series, none that equals its year, and no break between them. Otherwise the reader is told what is
there instead, and of which year.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from data.interval import Interval, change, overlaps, total
from data.model import Answer, Cell
from data.vocabulary import Country, Flag, Incomparable, Measure, Status

LOOK_BACK_YEARS = 5
SHARE_IN_BOTH_YEARS = 0.5  # a year is comparable when at least half of those who report now reported then
SHARE_COMPARED = 0.5  # a change is told when at least half of those in both years can be compared
COUNTRIES_TO_COMPARE = 3  # of fewer, "the largest" says nothing

DOUBTS: Mapping[Flag, Incomparable] = {
    Flag.ZERO_WITHOUT_TOTAL: Incomparable.ZERO_WITHOUT_TOTAL,
    Flag.TOTAL_BELOW_PART: Incomparable.CONTRADICTED,
    Flag.PARTS_EXCEED_TOTAL: Incomparable.CONTRADICTED,
    Flag.SUSPICIOUS_JUMP: Incomparable.SUSPICIOUS_JUMP,
    Flag.EQUALS_YEAR: Incomparable.EQUALS_YEAR,
}  # the first that a figure carries is told; the other flags say what to know of a figure, not that it may be wrong


class Untold(NamedTuple):
    """Why no change is told, and the year of the figure or of the break that forbids it."""

    why: Incomparable
    year: int


class Sign(StrEnum):
    """Which way a figure went for certain; `unclear` where its two ranges overlap."""

    UP = "up"
    DOWN = "down"
    EQUAL = "equal"
    UNCLEAR = "unclear"


def doubt(cell: Cell) -> Incomparable | None:
    """Why nothing is told from or to a figure; None where it deserves a change."""
    if cell.count is None:
        return Incomparable.WITHHELD if cell.status is Status.WITHHELD else Incomparable.NOT_PUBLISHED
    return next((why for flag, why in DOUBTS.items() if flag in cell.flags), None)


def pair(
    answer: Answer, country: Country, one: int, other: int, measure: Measure = Measure.COUNT
) -> tuple[Interval, Interval] | Untold:
    """The figures of a country in two years (in the order asked), or why they must not be set against each other."""
    cells = answer.cells[country, one], answer.cells[country, other]
    figures = [cell.rate if measure is Measure.RATE else cell.count for cell in cells]
    absent = [cell for cell, shown in zip(cells, figures, strict=True) if shown is None]
    if absent:
        return Untold(doubt(absent[0]) or Incomparable.NOT_PUBLISHED, absent[0].year)
    first, last = sorted((one, other))
    for year in range(first + 1, last + 1):
        if Flag.BREAK_IN_SERIES in answer.cells[country, year].flags:
            return Untold(Incomparable.BREAK_BETWEEN, year)
    for cell in cells:
        if why := doubt(cell):
            return Untold(why, cell.year)
    return figures[0], figures[1]  # type: ignore[return-value]  # none is absent


def change_between(
    answer: Answer, country: Country, earlier: int, later: int, measure: Measure = Measure.COUNT
) -> Interval | Untold:
    """The relative change of a country between two years (0.13 is a rise of 13 %), or why none is told."""
    found = pair(answer, country, earlier, later, measure)
    if isinstance(found, Untold):
        return found
    return change(found[1], found[0]) or Untold(Incomparable.MAY_START_AT_ZERO, earlier)


class Part(NamedTuple):
    """What one country has in a regional change: its two counts."""

    country: Country
    earlier: Interval
    later: Interval

    @property
    def difference(self) -> Interval:
        """By how many the count rose (negative: fell), in the unit of the counts."""
        return _difference(self.earlier, self.later)

    @property
    def size(self) -> Interval:
        """By how many the counts differ, either way: 0 at least where they may be equal."""
        low, high = self.difference
        return Interval(max(low, -high, 0), max(high, -low))

    @property
    def sign(self) -> Sign:
        if self.earlier == self.later and self.earlier.is_exact:
            return Sign.EQUAL
        if overlaps(self.earlier, self.later):
            return Sign.UNCLEAR
        return Sign.UP if self.later.low > self.earlier.high else Sign.DOWN


@dataclass(frozen=True)
class Change:
    """The countries with a figure in both years: those compared, with their counts, and those left out, with why."""

    earlier: int
    later: int
    parts: tuple[Part, ...]
    left_out: Mapping[Country, Untold]

    @property
    def countries(self) -> tuple[Country, ...]:
        """Those compared."""
        return tuple(part.country for part in self.parts)

    @property
    def is_carried(self) -> bool:
        """Whether at least half of those with a figure in both years are compared."""
        return bool(self.parts) and len(self.parts) >= SHARE_COMPARED * (len(self.parts) + len(self.left_out))

    @cached_property
    def sums(self) -> tuple[Interval, Interval]:
        """What those compared add up to in the two years. ValueError where there is none."""
        return total([part.earlier for part in self.parts]), total([part.later for part in self.parts])

    @property
    def difference(self) -> Interval:
        """By how many the sum rose: the parts' differences, added. ValueError where there is none."""
        return _difference(*self.sums)

    @property
    def told(self) -> Interval | Untold:
        """The relative change of the sum, or why none is told; of one country its own reason."""
        if not self.is_carried:
            reasons = list(self.left_out.values())
            return reasons[0] if len(reasons) == 1 else Untold(Incomparable.TOO_FEW, self.earlier)
        earlier, later = self.sums
        return change(later, earlier) or Untold(Incomparable.MAY_START_AT_ZERO, self.earlier)

    @cached_property
    def largest(self) -> Part | None:
        """The country whose count changed by more than any other's can have; None where none did for certain."""
        if len(self.parts) < COUNTRIES_TO_COMPARE:
            return None
        found = max(self.parts, key=lambda part: part.size.low)
        others = (part.size.high for part in self.parts if part is not found)
        return found if found.size.low > max(others) else None

    def without(self, country: Country) -> Interval | None:
        """The relative change of the others; None where their earlier sum may be 0. ValueError for no others."""
        rest = tuple(part for part in self.parts if part.country is not country)
        earlier, later = Change(self.earlier, self.later, rest, {}).sums
        return change(later, earlier)

    @property
    def signs(self) -> dict[Sign, int]:
        """How many went which way, those that none went left out."""
        counted = Counter(part.sign for part in self.parts)
        return {sign: counted[sign] for sign in Sign if counted[sign]}


def between(answer: Answer, earlier: int, later: int) -> Change | None:
    """The panel between two years; None where fewer than half of those who report in the later one have a figure,
    shown or withheld, in the earlier one."""
    now = [cell.country for cell in answer.reporting(later)]
    both = [country for country in now if not answer.cells[country, earlier].is_silent]
    if not both or len(both) < SHARE_IN_BOTH_YEARS * len(now):
        return None
    found = {country: pair(answer, country, earlier, later) for country in both}
    parts = tuple(Part(c, *figures) for c, figures in found.items() if not isinstance(figures, Untold))
    return Change(earlier, later, parts, {c: why for c, why in found.items() if isinstance(why, Untold)})


def change_since_comparable(answer: Answer, year: int) -> Change | None:
    """The change against the last comparable year: the latest of the five before in which at least half of the
    countries reporting now reported too. None where there is no such year."""
    years = range(year - 1, max(year - LOOK_BACK_YEARS, answer.selection.first) - 1, -1)
    return next((found for earlier in years if (found := between(answer, earlier, year))), None)


def _difference(earlier: Interval, later: Interval) -> Interval:
    return Interval(later.low - earlier.high, later.high - earlier.low)
