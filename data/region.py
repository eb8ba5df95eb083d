"""Honest regional figures: a sum says who is in it, and a change compares only those who are in both years."""

from dataclasses import dataclass
from typing import NamedTuple

from data.answer import Answer, Cell
from data.interval import Interval, change, rate_per_100k, total
from data.vocabulary import Country, Flag, Status

LOOK_BACK_YEARS = 5
SHARE_IN_BOTH_YEARS = 0.5  # a year is comparable when at least half of those who report now reported then


@dataclass(frozen=True, slots=True)
class Region:
    """A regional figure of one year. `count` is None when nobody reports; `rate` divides by the residents
    of the reporting countries only."""

    year: int
    count: Interval | None
    rate: Interval | None
    reporting: tuple[Country, ...]
    suppressed: int


class Change(NamedTuple):
    """Relative change of the same countries between two years; `change` is None where undefined."""

    earlier: int
    later: int
    countries: tuple[Country, ...]
    change: Interval | None


def region(answer: Answer, year: int) -> Region:
    """Add the panel's published cells of one year (interval sum)."""
    cells = answer.reporting(year)
    counts = [cell.count for cell in cells if cell.count is not None]
    count = total(counts) if counts else None
    persons = [cell.persons for cell in cells]
    known = [p for p in persons if p is not None]
    rate = rate_per_100k(count, sum(known)) if count and known and len(known) == len(persons) else None
    suppressed = sum(cell.status is not Status.EXACT for cell in cells)
    return Region(year, count, rate, tuple(cell.country for cell in cells), suppressed)


def coverage(answer: Answer) -> dict[int, int]:
    """How many of the panel report, by year."""
    return {year: len(answer.reporting(year)) for year in answer.years}


def change_since_comparable(answer: Answer, year: int) -> Change | None:
    """The change against the last comparable year: the latest of the five before in which at least half
    of the countries reporting now reported too. Countries whose series breaks in between are left out.
    None where there is no such year."""
    now = {cell.country: cell for cell in answer.reporting(year)}
    for earlier in range(year - 1, max(year - LOOK_BACK_YEARS, answer.selection.first) - 1, -1):
        then = {cell.country: cell for cell in answer.reporting(earlier)}
        both = [c for c in now if c in then and not _breaks_between(answer, c, earlier, year)]
        if both and len(both) >= SHARE_IN_BOTH_YEARS * len(now):
            return Change(earlier, year, tuple(both), change(_sum(now, both), _sum(then, both)))
    return None


def default_year(answer: Answer) -> int:
    """The latest year in which at least three quarters of the best-covered year's countries report, so that
    a page does not open on a release that is still filling up."""
    counts = coverage(answer)
    best = max(counts.values())
    return max((year for year, n in counts.items() if n and n >= 0.75 * best), default=answer.selection.last)


def _sum(cells: dict[Country, Cell], countries: list[Country]) -> Interval:
    return total([count for c in countries if (count := cells[c].count) is not None])


def _breaks_between(answer: Answer, country: Country, earlier: int, later: int) -> bool:
    return any(Flag.BREAK_IN_SERIES in answer.cells[country, y].flags for y in range(earlier + 1, later + 1))
