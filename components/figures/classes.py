"""Class limits of the map: round numbers, the same for every year of an answer, so that colours can be compared."""

from bisect import bisect_right
from itertools import count

from data.interval import Interval

STEPS = 7
LADDERS = {True: (1.0, 2.5, 5.0), False: (1.0, 2.0, 5.0)}  # rates, counts
TOP_SHARE = 0.95  # the highest class holds about the top twentieth of the figures


def limits(figures: list[Interval], *, is_rate: bool) -> tuple[float, ...]:
    """Six round limits between seven classes, descending the ladder 1-2-5 from the 95th percentile of the
    upper bounds. Without any figure above 0 the ladder starts at 1."""
    highs = sorted(figure.high for figure in figures if figure.high > 0)
    top = highs[int(TOP_SHARE * (len(highs) - 1))] if highs else 1.0
    ladder = (step * 10.0**power for power in count(6, -1) for step in reversed(LADDERS[is_rate]))
    chosen = []
    for limit in ladder:
        if limit <= top:
            chosen.append(limit)
        if len(chosen) == STEPS - 1:
            break
    whole = [limit for limit in chosen if is_rate or limit >= 1]
    return tuple(sorted(whole))


def step(value: float, edges: tuple[float, ...]) -> int:
    """The class of a value, 0 lowest; a value on a limit belongs to the class above."""
    return bisect_right(edges, value)
