"""Headline series that look odd against themselves or against each other: flagged, never altered.

Sources: robust z-score after Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (1993), which also gives the
threshold of 3.5 and the factor 0.6745 that makes the median absolute deviation comparable to a standard deviation.
"""

import math
from collections.abc import Iterator, Mapping
from itertools import combinations
from statistics import median

from data.build.merge import Cell
from data.interval import Interval
from data.model import Key, ObservationKey
from data.vocabulary import Flag, Indicator

Series = dict[int, tuple[ObservationKey, Interval]]  # by year

NORMAL = 0.6745
THRESHOLD = 3.5
FEWEST_CHANGES = 6  # fewer say little about what is usual for a country
SMALLEST_JUMP = math.log(2)  # a flat series must not make every ripple suspicious: at least double or half

FEWEST_EQUAL_YEARS = 3
SMALLEST_EQUAL = 10  # small equal figures are chance


def oddities(cells: Mapping[Key, Cell]) -> Iterator[tuple[Key, Flag]]:
    """Headline cells with `suspicious_jump` or `same_as_other_indicator`. A cell may come more than once."""
    series = _headlines(cells)
    for years in series.values():
        for key in _jumps(years):
            yield key, Flag.SUSPICIOUS_JUMP
    for (country, first), (other, second) in combinations(series, 2):
        if country == other:
            for key in _twins(series[country, first], series[country, second]):
                yield key, Flag.SAME_AS_OTHER_INDICATOR


def least_change(later: Interval, earlier: Interval) -> float:
    """The smallest change of log(1 + count) that the bounds allow; 0 where they overlap."""
    if later.low > earlier.high:
        return math.log1p(later.low) - math.log1p(earlier.high)
    if later.high < earlier.low:
        return math.log1p(later.high) - math.log1p(earlier.low)
    return 0.0


def _headlines(cells: Mapping[Key, Cell]) -> dict[tuple[str, Indicator], Series]:
    found: dict[tuple[str, Indicator], Series] = {}
    for key in sorted(key for key in cells if isinstance(key, ObservationKey) and key.is_headline):
        found.setdefault((key.country, key.indicator), {})[key.year] = (key, cells[key].count)
    return found


def _jumps(years: Series) -> Iterator[ObservationKey]:
    """The later year of each change between consecutive years that is far from the median change of the series."""
    changes = {year: least_change(years[year][1], years[year - 1][1]) for year in years if year - 1 in years}
    if len(changes) < FEWEST_CHANGES:
        return
    middle = median(changes.values())
    spread = median(abs(change - middle) for change in changes.values())
    for year, change in changes.items():
        if abs(change) >= SMALLEST_JUMP and NORMAL * abs(change - middle) > THRESHOLD * spread:
            yield years[year][0]


def _twins(first: Series, second: Series) -> list[ObservationKey]:
    equal = [
        year
        for year in first.keys() & second.keys()
        if first[year][1] == second[year][1] and first[year][1].is_exact and first[year][1].low >= SMALLEST_EQUAL
    ]
    if len(equal) < FEWEST_EQUAL_YEARS:
        return []
    return [series[year][0] for series in (first, second) for year in equal]
