"""Honest regional figures: a sum says who is in it. What changed since is told by `data.queries.comparable`."""

from dataclasses import dataclass

from data.interval import Interval, rate_per_100k, total
from data.model import Answer
from data.vocabulary import Country, Status


@dataclass(frozen=True, slots=True)
class Region:
    """A regional figure of one year. `count` is None when nobody reports; `rate` divides by the residents
    of the reporting countries only."""

    year: int
    count: Interval | None
    rate: Interval | None
    reporting: tuple[Country, ...]
    suppressed: int


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


def default_year(answer: Answer) -> int:
    """The latest year in which at least three quarters of the best-covered year's countries report, so that
    a page does not open on a release that is still filling up. It is asked of all 22, whichever are
    chosen: who chooses a country stays in the year."""
    counts = {year: sum(answer.cells[c, year].is_reporting for c in Country) for year in answer.years}
    best = max(counts.values())
    return max((year for year, n in counts.items() if n and n >= 0.75 * best), default=answer.selection.last)
