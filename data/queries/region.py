"""Honest regional figures: a sum says who is in it, and a change compares only those who are in both years."""

from dataclasses import dataclass
from typing import NamedTuple

from data.interval import Interval, change, rate_per_100k, total
from data.model import Answer
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
    for earlier in range(year - 1, max(year - LOOK_BACK_YEARS, answer.selection.first) - 1, -1):
        both = comparable(answer, earlier, year)
        if both:
            return Change(earlier, year, both, change(_sum(answer, year, both), _sum(answer, earlier, both)))
    return None


def comparable(answer: Answer, earlier: int, year: int) -> tuple[Country, ...]:
    """The countries of the panel with a figure in both years and no break in between; empty where they are fewer than
    half of those with a figure in the later one."""
    now, then = ([cell.country for cell in answer.reporting(y)] for y in (year, earlier))
    both = tuple(c for c in now if c in then and not _breaks_between(answer, c, earlier, year))
    return both if len(both) >= SHARE_IN_BOTH_YEARS * len(now) else ()


def default_year(answer: Answer) -> int:
    """The latest year in which at least three quarters of the best-covered year's countries report, so that
    a page does not open on a release that is still filling up."""
    counts = coverage(answer)
    best = max(counts.values())
    return max((year for year, n in counts.items() if n and n >= 0.75 * best), default=answer.selection.last)


def _sum(answer: Answer, year: int, countries: tuple[Country, ...]) -> Interval:
    return total([count for c in countries if (count := answer.cells[c, year].count) is not None])


def _breaks_between(answer: Answer, country: Country, earlier: int, later: int) -> bool:
    return any(Flag.BREAK_IN_SERIES in answer.cells[country, y].flags for y in range(earlier + 1, later + 1))
