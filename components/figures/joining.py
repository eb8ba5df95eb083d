"""What may be joined over the years: the one rule, for lines in figures and for the small ones in cells of tables.

Years are joined that are published, follow one another, and have no break of the series in between. What is joined is a
line through neighbouring exact figures, and a band where any figure is a range.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from components.cells import bounds
from data.interval import Interval
from data.model import Cell
from data.vocabulary import Flag, Measure


class Point(NamedTuple):
    """A published figure: its year, its bounds, the words that a pointer reads there, and what a click there leads to
    (an address or a code). A year without a figure has no point."""

    year: int
    shown: Interval
    said: str = ""
    to: str = ""


def _nothing(cell: Cell) -> str:  # noqa: ARG001 - stands for a text of any cell
    return ""


def points(
    cells: Iterable[Cell],
    measure: Measure,
    said: Callable[[Cell], str] = _nothing,
    to: Callable[[Cell], str] = _nothing,
) -> list[Point]:
    """The published cells of one series as points."""
    return [Point(cell.year, shown, said(cell), to(cell)) for cell in cells if (shown := bounds(cell, measure))]


def breaks(cells: Iterable[Cell]) -> list[int]:
    """The years before which the series breaks."""
    return [cell.year for cell in cells if Flag.BREAK_IN_SERIES in cell.flags]


def runs(drawn: Sequence[Point], broken: Sequence[int] = ()) -> list[list[Point]]:
    """Stretches of points that may be joined; `drawn` in the order of years, `broken` the years before which the series
    breaks."""
    found: list[list[Point]] = []
    for point in drawn:
        if found and found[-1][-1].year == point.year - 1 and point.year not in broken:
            found[-1].append(point)
        else:
            found.append([point])
    return found


def is_band(run: Sequence[Point]) -> bool:
    """Whether a stretch is drawn as the area between its bounds; a range that stands alone is an upright."""
    return len(run) > 1 and any(not point.shown.is_exact for point in run)


def exact(run: Sequence[Point]) -> list[list[Point]]:
    """The neighbouring exact figures of a stretch: through these a line goes."""
    return [list(group) for is_exact, group in groupby(run, key=lambda point: point.shown.is_exact) if is_exact]
