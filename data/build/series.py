"""Series that look odd against themselves or against each other: flagged, never altered.

Every series of a table is held against the limits of `jumps`; what is usual is known of headlines alone, for a part
is small and scatters.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from data.build.jumps import SMALLEST_EQUAL, YEARS, Points, jumps, repeated, usual
from data.build.merge import Cell
from data.interval import Interval
from data.model import Key, ObservationKey
from data.vocabulary import Flag

FEWEST_EQUAL_YEARS = 3
NO_YEAR = 0  # in the name of a series


def oddities(cells: Mapping[Key, Cell]) -> Iterator[tuple[Key, Flag]]:
    """Cells with `suspicious_jump` or `repeated_figure`, and headlines with `same_as_other_indicator`. A cell may come
    more than once."""
    series: dict[Key, dict[int, Interval]] = {}
    for key, cell in cells.items():
        series.setdefault(key._replace(year=NO_YEAR), {})[key.year] = cell.count
    headlines = {name: years for name, years in series.items() if isinstance(name, ObservationKey) and name.is_headline}
    for name, years in series.items():
        found = jumps(years, YEARS, usual(years)) if name in headlines else jumps(years, YEARS)
        yield from ((name._replace(year=year), Flag.SUSPICIOUS_JUMP) for year in found)
        yield from ((name._replace(year=year), Flag.REPEATED_FIGURE) for year in repeated(years))
    for first, second in combinations(headlines, 2):
        if first.country == second.country:
            for year in _twins(headlines[first], headlines[second]):
                yield first._replace(year=year), Flag.SAME_AS_OTHER_INDICATOR
                yield second._replace(year=year), Flag.SAME_AS_OTHER_INDICATOR


def _twins(first: Points, second: Points) -> list[int]:
    equal = [
        year
        for year in first.keys() & second.keys()
        if first[year] == second[year] and first[year].is_exact and first[year].low >= SMALLEST_EQUAL
    ]
    return equal if len(equal) >= FEWEST_EQUAL_YEARS else []
