"""A published figure as printed in prose (`30`, `<5`, `>300`, `~50`) -> bounds that say no more than the print does."""

import re
from typing import NamedTuple

from data.cooperation_vocabulary import FigureStatus

_PRINTED = re.compile(r"(>=|[<>~]?)(\d+(?:\.\d+)?)", re.ASCII)


class Figure(NamedTuple):
    """Bounds in the unit of the figure; `high` is None where the print gives no upper bound."""

    low: float
    high: float | None
    status: FigureStatus


def figure(printed: str, *, is_share: bool = False) -> Figure:
    """Bounds of one printed figure.

    A count below n is 0 to n-1, a count above n is n+1 without an upper bound; `>=n`, of a source that says "at
    least", is n without one. A share is not a whole number, so there n itself is the bound. `~n` is the source's own
    round number: kept at n, and its status says so.

    Raises:
        ValueError: when the text is not one figure, or a count is not a whole number.
    """
    match = _PRINTED.fullmatch(printed)
    if match is None:
        raise ValueError(f"{printed!r} is not a figure")
    mark, number, step = match[1], float(match[2]), 0 if is_share else 1
    if step and not number.is_integer():
        raise ValueError(f"{printed!r} is not a whole number")
    if mark == "<":
        if number == 0:
            raise ValueError(f"{printed!r} leaves nothing that can be counted")
        return Figure(0, number - step, FigureStatus.RANGE)
    if mark == ">=":
        return Figure(number, None, FigureStatus.AT_LEAST)
    if mark == ">":
        return Figure(number + step, None, FigureStatus.AT_LEAST)
    return Figure(number, number, FigureStatus.APPROXIMATE if mark else FigureStatus.EXACT)
