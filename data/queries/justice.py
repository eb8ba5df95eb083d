"""From detection to conviction: four counts of one country side by side, over years and added over a window.

The counts of a year are not one another's cohorts: a conviction of 2021 may belong to a case of 2018. So a ratio here
says how two published counts of the same years compare, never what share of cases ends how.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from data.interval import Interval, ratio, total
from data.model import Answer, Cell, Selection
from data.queries.observations import answer
from data.vocabulary import FLAG_SEPARATOR, Country, Flag, Indicator, Sex, Status

if TYPE_CHECKING:
    from data.dataset import Dataset

CHAIN = (
    Indicator.VICTIMS_DETECTED,
    Indicator.PERSONS_SUSPECTED,
    Indicator.PERSONS_PROSECUTED,
    Indicator.PERSONS_CONVICTED,
)
PERSONS = CHAIN[1:]
COMPARED = (Indicator.VICTIMS_DETECTED, Indicator.PERSONS_PROSECUTED, Indicator.PERSONS_CONVICTED)
WELL_COVERED = 0.5  # of the best window's countries; fewer than in a year, as a window asks for every year of it
PER = 100


class Conflict(StrEnum):
    """A later step that is certainly above the one before it, in one country and year. Not an error by itself:
    cohorts and definitions may differ."""

    PROSECUTED_ABOVE_SUSPECTED = "prosecuted_above_suspected"
    CONVICTED_ABOVE_PROSECUTED = "convicted_above_prosecuted"


ABOVE = {
    Conflict.PROSECUTED_ABOVE_SUSPECTED: (Indicator.PERSONS_PROSECUTED, Indicator.PERSONS_SUSPECTED),
    Conflict.CONVICTED_ABOVE_PROSECUTED: (Indicator.PERSONS_CONVICTED, Indicator.PERSONS_PROSECUTED),
}


class Ratio(StrEnum):
    """Two counts of the same years, the first per 100 of the second."""

    PROSECUTED_PER_100_SUSPECTED = "prosecuted_per_100_suspected"
    CONVICTED_PER_100_PROSECUTED = "convicted_per_100_prosecuted"
    CONVICTED_PER_100_VICTIMS = "convicted_per_100_victims"


DIVIDED = {
    Ratio.PROSECUTED_PER_100_SUSPECTED: (Indicator.PERSONS_PROSECUTED, Indicator.PERSONS_SUSPECTED),
    Ratio.CONVICTED_PER_100_PROSECUTED: (Indicator.PERSONS_CONVICTED, Indicator.PERSONS_PROSECUTED),
    Ratio.CONVICTED_PER_100_VICTIMS: (Indicator.PERSONS_CONVICTED, Indicator.VICTIMS_DETECTED),
}


class Figure(NamedTuple):
    """A count added over the window (`cell.year` is its last year), and the years without which it cannot be added."""

    cell: Cell
    missing: tuple[int, ...]


@dataclass(frozen=True)
class Justice:
    """The four answers, and the window (both ends included) over which their counts are added."""

    answers: Mapping[Indicator, Answer]
    first: int
    last: int

    @property
    def window(self) -> range:
        return range(self.first, self.last + 1)

    def figure(self, country: Country, indicator: Indicator) -> Figure:
        """The interval sum over the window, if every year of it is published; otherwise which years are not."""
        return added(self.answers[indicator], country, self.window)

    def count(self, country: Country, indicator: Indicator) -> Interval | None:
        return self.figure(country, indicator).cell.count

    def ratio(self, country: Country, asked: Ratio) -> Interval | None:
        """The first count per 100 of the second over the window: low/high to high/low; None where a year of either is
        missing or the divisor may be 0."""
        dividend, divisor = (self.count(country, indicator) for indicator in DIVIDED[asked])
        return per_100(dividend, divisor) if dividend and divisor else None

    def conflicts(self, country: Country, years: Iterable[int]) -> list[tuple[Conflict, int]]:
        """The years in which a later step is certainly above the one before: its lower bound exceeds the other's
        upper bound."""
        return [
            (conflict, year)
            for conflict, (upper, lower) in ABOVE.items()
            for year in years
            if (above := self.answers[upper].cells[country, year].count)
            and (below := self.answers[lower].cells[country, year].count)
            and above.low > below.high
        ]

    def complete(self, indicators: Iterable[Indicator] = COMPARED) -> tuple[Country, ...]:
        """The countries with every year of the window published in all of the indicators."""
        return _complete(self.answers, indicators, self.window)

    def together(self, indicator: Indicator, countries: Iterable[Country]) -> Interval:
        """The sum of countries that are all complete. ValueError for none."""
        return total([count for country in countries if (count := self.count(country, indicator))])

    def published(self, country: Country, years: Iterable[int]) -> int:
        """How many of the cells of the chain are published in the years."""
        return sum(self.answers[i].cells[country, year].is_published for i in CHAIN for year in years)


def per_100(dividend: Interval, divisor: Interval) -> Interval | None:
    found = ratio(dividend, divisor)
    return found and Interval(found.low * PER, found.high * PER)


def share(part: Interval, rest: Interval) -> Interval | None:
    """Bounds of part / (part + rest), where both vary on their own (the share rises with `part`, falls with `rest`).
    None where both may be 0."""
    if part.low + rest.low <= 0:
        return None
    return Interval(_share(part.low, rest.high), _share(part.high, rest.low))


def _share(part: float, rest: float) -> float:
    return part / (part + rest)


def added(found: Answer, country: Country, window: Sequence[int]) -> Figure:
    """One country's cells of a window as one: bounds added, flags and sources of all its years."""
    cells = [found.cells[country, year] for year in window]
    counts = [cell.count for cell in cells if cell.count is not None]
    flags = tuple(flag for flag in Flag if any(flag in cell.flags for cell in cells))
    source = FLAG_SEPARATOR.join(sorted({cell.source for cell in cells if cell.source}))
    missing = tuple(cell.year for cell in cells if cell.count is None)
    if missing:
        status = next(cell.status for cell in cells if cell.count is None)
        return Figure(Cell(country, window[-1], status, flags=flags, source=source), missing)
    count = total(counts)
    status = cells[0].status if len(cells) == 1 else Status.EXACT if count.is_exact else Status.RANGE
    return Figure(Cell(country, window[-1], status, count, flags=flags, source=source), ())


def _complete(
    answers: Mapping[Indicator, Answer], indicators: Iterable[Indicator], window: range
) -> tuple[Country, ...]:
    asked = tuple(indicators)
    return tuple(
        country
        for country in Country
        if all(answers[i].cells[country, year].is_reporting for i in asked for year in window)
    )


def chain(
    dataset: "Dataset", years: tuple[int, int], width: int, last: int | None = None, sex: Sex = Sex.TOTAL
) -> Justice:
    """The chain of all countries, with a window of `width` years that ends in `last`.

    `years` is the first and last year drawn; the answers reach far enough for any window that ends in the data.
    Without `last` the window is the latest in `years` that at least half as many countries complete as the
    best one, so that a page does not open on a release that is still filling up.
    """
    first, end = min(dataset.years[0], years[0]) - width + 1, max(dataset.years[1], years[1])
    answers = {i: answer(dataset, Selection(i, first, end, sex)) for i in CHAIN}
    until = _default_last(answers, years, width) if last is None else last
    return Justice(answers, until - width + 1, until)


def _default_last(answers: Mapping[Indicator, Answer], years: tuple[int, int], width: int) -> int:
    ends = range(min(years[0] + width - 1, years[1]), years[1] + 1)
    counts = {last: len(_complete(answers, COMPARED, range(last - width + 1, last + 1))) for last in ends}
    best = max(counts.values())
    return max((last for last, n in counts.items() if n and n >= WELL_COVERED * best), default=years[1])
