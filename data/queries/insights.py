"""What stands out in a year of an answer: facts that are certain whatever the true figures inside their ranges are.

Every fact is found by a rule stated at its function, from the panel's counts (never the rates), and holds for the
answer alone: "the highest" is the highest of the period asked for. Where no rule is met for certain there is no fact.
The regional change against the last comparable year is the headline's (`data.queries.comparable`) and no fact here.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from data.interval import Interval, overlaps, total
from data.model import Answer, Cell
from data.queries.comparable import LOOK_BACK_YEARS, between, change_since_comparable, doubt
from data.vocabulary import Country, Flag

FACTS = 4  # as many as are read
FIGURES_OF_A_RECORD = 5
SILENT_YEARS = 3  # before a figure is news
YEARS_OF_A_STOP = 2  # one missing year may only be late
YEARS_OF_A_GAP = 2
SHARE_HELD = 0.5


class Kind(StrEnum):
    """What a fact says. The functions below state when."""

    CHANGE = "change"
    RECORD = "record"
    SINCE = "since"
    NEW_REPORTER = "new_reporter"
    RETURNED = "returned"
    STOPPED = "stopped"
    GAP = "gap"
    BREAK = "break"
    OVERLAP = "overlap"
    CONCENTRATION = "concentration"


THEMES = (
    (Kind.CHANGE, Kind.RECORD, Kind.SINCE),
    (Kind.NEW_REPORTER, Kind.RETURNED, Kind.STOPPED, Kind.GAP),
    (Kind.BREAK, Kind.OVERLAP),
    (Kind.CONCENTRATION,),
)  # figures, who reports, what to beware of, who holds how much


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that stands out in `year`.

    `countries` are in the order of the vocabulary. `years` are the two years compared, or the first and last of the
    period meant. `figures` are counts: one a country, or for a change the earlier and the later one. `of` is out of how
    many countries, `share` a part of the region's sum (0 to 1, as bounds).
    """

    kind: Kind
    year: int
    countries: tuple[Country, ...]
    years: tuple[int, int]
    figures: tuple[Interval, ...] = ()
    of: int = 0
    share: Interval | None = None


def facts(answer: Answer, year: int, limit: int = FACTS, without: Collection[Kind] = ()) -> tuple[Fact, ...]:
    """At most `limit` facts about a year, one a kind: first the first of each theme in the order of `THEMES`, then the
    second of each, so that no theme crowds out another. `without` are kinds that a page says elsewhere."""
    found = {kind: fact for kind, find in FINDERS.items() if kind not in without and (fact := find(answer, year))}
    themes = [[found[kind] for kind in theme if kind in found] for theme in THEMES]
    depth = max(map(len, themes))
    return tuple([theme[i] for i in range(depth) for theme in themes if i < len(theme)][:limit])


def largest_change(answer: Answer, year: int) -> Fact | None:
    """Of the countries that the headline compares, the one whose figure changed most: by at least more persons than any
    other's can have changed by, so that its two ranges do not overlap."""
    since = change_since_comparable(answer, year)
    if since is None or not since.is_carried or since.largest is None:
        return None
    country, *figures = since.largest
    return Fact(Kind.CHANGE, year, (country,), (since.earlier, year), tuple(figures), of=len(since.parts))


def record(answer: Answer, year: int) -> Fact | None:
    """Countries whose figure of the year is above every other one of the period for certain (its lower bound above
    every other upper bound), among at least five figures that no break parts from it; not if it is doubtful. Countries
    are told together where the same years are compared: those of the largest group, then of the longest period."""
    spans: list[tuple[tuple[int, int], Country]] = []
    for cell in answer.reporting(year):
        span = _span_of_series(answer, cell.country, year)
        series = [answer.cells[cell.country, y] for y in range(span[0], span[1] + 1)]
        others = [other.count.high for other in series if other.count and other.year != year]
        enough = len(others) + 1 >= FIGURES_OF_A_RECORD
        if enough and doubt(cell) is None and _count(cell).low > max(others):
            spans.append((span, cell.country))
    return _together(answer, Kind.RECORD, year, spans, lambda span, n: (n, span[1] - span[0], -span[0]))


def long_change(answer: Answer, year: int) -> Fact | None:
    """The long change: the same countries in the earliest year of the period that can be compared as the headline's
    year can, if that is an earlier one and the two sums do not overlap."""
    last = change_since_comparable(answer, year)
    if last is None:
        return None
    for earlier in range(answer.selection.first, last.earlier):
        found = between(answer, earlier, year)
        if found and found.is_carried:
            apart = not overlaps(*found.sums)
            return Fact(Kind.SINCE, year, found.countries, (earlier, year), found.sums) if apart else None
    return None


def new_reporter(answer: Answer, year: int) -> Fact | None:
    """Countries with a figure and none in any earlier year of the period, of which there are at least three."""
    return _after_silence(answer, year, Kind.NEW_REPORTER)


def returned(answer: Answer, year: int) -> Fact | None:
    """Countries with a figure after at least three years without, and an earlier one before those."""
    return _after_silence(answer, year, Kind.RETURNED)


def stopped(answer: Answer, year: int) -> Fact | None:
    """Countries without a figure from a year on: at least three figures, the last one to three years before this year,
    and then none up to the end of the period, at least two years."""
    end = answer.selection.last
    spans = []
    for country in answer.panel:
        published = [cell.year for cell in answer.over_time(country) if not cell.is_silent]
        if len(published) < SILENT_YEARS or end - published[-1] < YEARS_OF_A_STOP:
            continue
        if 0 < year - published[-1] <= SILENT_YEARS:
            spans.append(((published[-1] + 1, end), country))
    return _together(answer, Kind.STOPPED, year, spans, _longest)


def gap(answer: Answer, year: int) -> Fact | None:
    """The longest run of at least two years without a figure that this year lies in, between two years with one."""
    spans = []
    for country in answer.panel:
        first = year - _silence(answer, country, range(year, answer.selection.first - 1, -1)) + 1
        last = year + _silence(answer, country, range(year, answer.selection.last + 1)) - 1
        is_inside = answer.selection.first < first and last < answer.selection.last
        if is_inside and last - first + 1 >= YEARS_OF_A_GAP:
            spans.append(((first, last), country))
    return _together(answer, Kind.GAP, year, spans, _longest)


def broken(answer: Answer, year: int) -> Fact | None:
    """Countries whose series breaks in this year or one of the four before: the latest such year."""
    for at in range(year, max(year - LOOK_BACK_YEARS, answer.selection.first - 1), -1):
        countries = tuple(c for c in answer.panel if Flag.BREAK_IN_SERIES in answer.cells[c, at].flags)
        if countries:
            return Fact(Kind.BREAK, year, countries, (at, at))
    return None


def overlap(answer: Answer, year: int) -> Fact | None:
    """The largest set of countries that may all have the same figure, at least one of which is known as a range only;
    of equally large sets that with the highest figures. Equal exact figures alone are a tie, which is known."""
    cells = answer.reporting(year)
    best: tuple[int, float, list[Cell]] = (1, -1, [])
    for point in {_count(cell).low for cell in cells}:
        level = [cell for cell in cells if _count(cell).low <= point <= _count(cell).high]
        if any(not _count(cell).is_exact for cell in level) and (len(level), point) > best[:2]:
            best = (len(level), point, level)
    return _of_cells(Kind.OVERLAP, year, best[2]) if len(best[2]) > 1 else None


def concentration(answer: Answer, year: int) -> Fact | None:
    """The fewest countries that hold more than half of what the panel published, for certain, if they are at most a
    third of those that published and each is certainly above all others. The share is theirs at least and at most:
    their lower bounds beside the others' upper ones, and the reverse."""
    ordered = sorted(answer.reporting(year), key=lambda cell: _count(cell).low, reverse=True)
    for k in range(1, len(ordered) // 3 + 1):
        held, rest = ([_count(cell) for cell in cells] for cells in (ordered[:k], ordered[k:]))
        share = _share(total(held), total(rest))
        if share is None or share.low <= SHARE_HELD:
            continue
        if min(count.low for count in held) <= max(count.high for count in rest):
            return None
        members = [cell for cell in answer.reporting(year) if cell in ordered[:k]]
        return _of_cells(Kind.CONCENTRATION, year, members, len(ordered), share)
    return None


FINDERS: dict[Kind, Callable[[Answer, int], Fact | None]] = {
    Kind.CHANGE: largest_change,
    Kind.RECORD: record,
    Kind.SINCE: long_change,
    Kind.NEW_REPORTER: new_reporter,
    Kind.RETURNED: returned,
    Kind.STOPPED: stopped,
    Kind.GAP: gap,
    Kind.BREAK: broken,
    Kind.OVERLAP: overlap,
    Kind.CONCENTRATION: concentration,
}

Span = tuple[int, int]


def _after_silence(answer: Answer, year: int, kind: Kind) -> Fact | None:
    spans = []
    for cell in answer.reporting(year):
        years = _silence(answer, cell.country, range(year - 1, answer.selection.first - 1, -1))
        is_new = year - years == answer.selection.first
        if years >= SILENT_YEARS and is_new == (kind is Kind.NEW_REPORTER):
            spans.append(((year - years, year - 1), cell.country))
    return _together(answer, kind, year, spans, _longest)


def _silence(answer: Answer, country: Country, years: Iterable[int]) -> int:
    """How many of the years, from the first on, a country reports nothing of."""
    return sum(1 for _ in takewhile(lambda y: answer.cells[country, y].is_silent, years))


def _longest(span: Span, n: int) -> tuple[int, int, int]:
    return (span[1] - span[0], n, span[1])


def _together(
    answer: Answer,
    kind: Kind,
    year: int,
    spans: list[tuple[Span, Country]],
    size: Callable[[Span, int], tuple[int, int, int]],
) -> Fact | None:
    """One fact for all countries of one span: the span that is largest by `size(span, number of countries)`."""
    groups: dict[Span, list[Country]] = {}
    for span, country in spans:
        groups.setdefault(span, []).append(country)
    if not groups:
        return None
    span, members = max(groups.items(), key=lambda group: size(group[0], len(group[1])))
    figures = tuple(count for c in members if (count := answer.cells[c, year].count) is not None)
    return Fact(kind, year, tuple(members), span, figures)


def _of_cells(kind: Kind, year: int, cells: list[Cell], of: int = 0, share: Interval | None = None) -> Fact:
    countries, figures = tuple(cell.country for cell in cells), tuple(_count(cell) for cell in cells)
    return Fact(kind, year, countries, (year, year), figures, of, share)


def _span_of_series(answer: Answer, country: Country, year: int) -> Span:
    """First and last year of the period that no break parts from this one."""
    breaks = list(_breaks(answer, country))
    first = max([answer.selection.first, *(y for y in breaks if y <= year)])
    last = min([answer.selection.last, *(y - 1 for y in breaks if y > year)])
    return first, last


def _breaks(answer: Answer, country: Country) -> Iterator[int]:
    return (cell.year for cell in answer.over_time(country) if Flag.BREAK_IN_SERIES in cell.flags)


def _count(cell: Cell) -> Interval:
    if cell.count is None:
        raise ValueError(f"{cell.country} has no figure for {cell.year}: missing is not zero")
    return cell.count


def _share(part: Interval, rest: Interval) -> Interval | None:
    """Bounds of part / (part + rest), each with the rest that makes it extreme; None where the part may be 0."""
    if part.low <= 0:
        return None
    return Interval(part.low / (part.low + rest.high), part.high / (part.high + rest.low))
