"""Arithmetic on counts known as ranges: every function takes and returns bounds, never a point in between.

A suppressed `<5` is 0 to 4. Sums add bounds; ratios divide crosswise (interval arithmetic, Moore 1966),
so the true figure is always inside. Missing is NaN and stays missing; it is never 0.
"""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

PER_100K = 100_000


class Interval(NamedTuple):
    """Bounds `low <= high` of one non-negative figure, both in the unit of the figure."""

    low: float
    high: float

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


def total(parts: "list[Interval]") -> Interval:
    """Bounds of a sum, in the unit of its parts. An empty sum is refused: no figure is not the figure 0."""
    if not parts:
        raise ValueError("no parts to add: a sum of nothing is not reported, not zero")
    return Interval(sum(part.low for part in parts), sum(part.high for part in parts))


def rate_per_100k(count: Interval, persons: float) -> Interval:
    """Count divided by residents, per 100,000. `persons` must be above 0, otherwise ValueError."""
    if not persons > 0:
        raise ValueError(f"population must be above 0, got {persons}")
    return Interval(count.low * PER_100K / persons, count.high * PER_100K / persons)


def ratio(dividend: Interval, divisor: Interval) -> Interval | None:
    """Bounds of dividend / divisor; None where the divisor may be 0, for then the ratio is not defined."""
    if divisor.low <= 0:
        return None
    return Interval(dividend.low / divisor.high, dividend.high / divisor.low)


def change(later: Interval, earlier: Interval) -> Interval | None:
    """Bounds of the relative change (0.13 is a rise of 13 %); None where the earlier figure may be 0."""
    grown = ratio(later, earlier)
    return None if grown is None else Interval(grown.low - 1, grown.high - 1)


def overlaps(a: Interval, b: Interval) -> bool:
    """Whether two figures may be equal, and so must not be ranked apart."""
    return a.low <= b.high and b.low <= a.high


def is_first_largest(figures: "list[Interval]") -> bool:
    """Whether the first figure is certainly larger than each of the others."""
    return bool(figures) and all(figures[0].low > other.high for other in figures[1:])


def ranks(figures: dict[str, Interval]) -> dict[str, tuple[int, int]]:
    """Best and worst rank (1 = highest) that each figure may have given the others' bounds."""
    n = len(figures)
    lows, highs = (sorted(figure[end] for figure in figures.values()) for end in (0, 1))
    return {
        key: (1 + n - bisect_right(lows, own.high), n - bisect_left(highs, own.low)) for key, own in figures.items()
    }
