"""Which years of a series a line may join."""

from components.cells import bounds
from data.interval import Interval
from data.model import Cell
from data.vocabulary import Flag, Measure


def runs(cells: list[Cell], measure: Measure) -> list[list[tuple[int, Interval]]]:
    """Stretches of years that may be joined by a line: published, one after another, no break in between."""
    found: list[list[tuple[int, Interval]]] = []
    joined = False
    for index, cell in enumerate(cells):
        shown = bounds(cell, measure)
        if shown is None:
            joined = False
            continue
        if joined and Flag.BREAK_IN_SERIES not in cell.flags:
            found[-1].append((index, shown))
        else:
            found.append([(index, shown)])
        joined = True
    return found
