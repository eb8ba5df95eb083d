"""Which figures of one series leap out of it, and which stand still: bounds by year or month, no table and no words.

A change is as small as its bounds allow, so that what may be equal never leaps. It is a jump where it is large by two
measures at once, times and units: five times ten is little, and so are fifty of a thousand; or, between two years on
end, where it is far from what is usual for the series. A figure that leaps away from both its neighbours is the odd
one, and the way back from it is no jump; where the series stays on its new level, the first figure there is marked.

Source of what is usual: robust z-score after Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (1993), which
also gives the threshold of 3.5 and the factor 0.6745 that makes the median absolute deviation comparable to a standard
deviation.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from data.interval import Interval

Points = Mapping[int, Interval]  # by year, or by month counted through
Usual = Callable[[float], bool]  # whether a change is usual


class Limits(NamedTuple):
    """From when a change is a jump: so many `times` as many and so many `units` more or less, between figures at most
    so far `apart`."""

    times: float
    units: int
    apart: int


YEARS = Limits(5, 50, 3)  # more than 70 % a year for three years on end is no ordinary growth
MONTHS = Limits(20, 50, 1)  # a state may book 59, 2 and 42 cases in three ordinary months

NORMAL = 0.6745
THRESHOLD = 3.5
FEWEST_CHANGES = 6  # fewer say little about what is usual for a country
SMALLEST_JUMP = math.log(2)  # a flat series must not make every ripple suspicious: at least double or half

FEWEST_EQUAL = 3
SMALLEST_EQUAL = 10  # small equal figures are chance


def jumps(points: Points, limits: Limits, is_usual: Usual = lambda _: True) -> set[int]:
    """The moments of the figures that jump; `is_usual` is asked of changes from one moment to the very next."""

    def leap(earlier: int, later: int) -> int:
        """1 upwards, -1 downwards, 0 where the change is no jump."""
        change, apart = least_change(points[later], points[earlier]), later - earlier
        is_large = apart <= limits.apart and _is_large(points[later], points[earlier], limits)
        is_odd = apart == 1 and not is_usual(change)
        return (change > 0) - (change < 0) if is_large or is_odd else 0

    moments = sorted(points)
    spikes = {b for a, b, c in zip(moments, moments[1:], moments[2:], strict=False) if leap(a, b) * leap(b, c) < 0}
    match moments:
        case [a, b, c, *_] if leap(a, b) and leap(a, c) and not leap(b, c):
            spikes.add(a)  # two that agree are the level, the first figure alone is none
    return spikes | {b for a, b in pairwise(moments) if leap(a, b) and spikes.isdisjoint((a, b))}


def usual(points: Points) -> Usual:
    """What is usual for a series: a change that is less than double or half, or not far from the median one. Of a
    series with few changes nothing is unusual."""
    changes = [least_change(points[moment], points[moment - 1]) for moment in points if moment - 1 in points]
    if len(changes) < FEWEST_CHANGES:
        return lambda _: True
    middle = median(changes)
    spread = median(abs(change - middle) for change in changes)
    return lambda change: abs(change) < SMALLEST_JUMP or NORMAL * abs(change - middle) <= THRESHOLD * spread


def repeated(points: Points) -> set[int]:
    """The moments of exact figures of 10 or more that stand three times or more without a gap."""
    return {moment for run in _runs(points) if len(run) >= FEWEST_EQUAL for moment in run}


def least_change(later: Interval, earlier: Interval) -> float:
    """The smallest change of log(1 + count) that the bounds allow; 0 where they overlap."""
    after, before = _nearest(later, earlier)
    return math.log1p(after) - math.log1p(before)


def _is_large(later: Interval, earlier: Interval, limits: Limits) -> bool:
    low, high = sorted(_nearest(later, earlier))
    return high - low >= limits.units and high + 1 >= limits.times * (low + 1)  # as with the logarithm: 0 is no end


def _nearest(later: Interval, earlier: Interval) -> tuple[float, float]:
    """The two figures inside the bounds that differ least."""
    if later.low > earlier.high:
        return later.low, earlier.high
    if later.high < earlier.low:
        return later.high, earlier.low
    return 0, 0


def _runs(points: Points) -> Iterator[list[int]]:
    run: list[int] = []
    for moment in sorted(points):
        if not (run and moment == run[-1] + 1 and points[moment] == points[run[-1]]):
            yield run
            run = []
        if points[moment].is_exact and points[moment].low >= SMALLEST_EQUAL:
            run.append(moment)
    yield run
