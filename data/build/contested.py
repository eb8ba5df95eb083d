"""Figures that another cell of the same table contradicts, so that neither can be told to be right: withheld, with what
speaks against them, never deleted.

What no table is needed to disprove is in quarantine instead (see `quarantine`).
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from data.build.merge import Cell
from data.margins import Contradiction, are_persons, contradictions, swapped
from data.model import FlowKey, Key, ObservationKey
from data.vocabulary import SUPPRESSED_HIGH, Doubt, Flag
from data.wording import COUNTED

MAGNITUDE = 10  # a part ten times its whole is an order of magnitude off, not a matter of counting rules
OUTSIDE = (Flag.PARTS_EXCEED_TOTAL, Flag.PARTS_BELOW_TOTAL)


class Withheld(NamedTuple):
    """A figure that is not shown: what the source prints, why it is doubted, and the raw rows that contradict it."""

    cell: Cell
    doubt: Doubt
    against: tuple[int, ...]


def contested(cells: Mapping[Key, Cell]) -> dict[Key, Withheld]:
    """The cells to withhold. `mislabelled`: a margin that its parts contradict and that equals a margin of another
    dimension. `above_headline`: a part that is at least ten times the headline of its country, year and indicator."""
    found = {key: Withheld(cells[key], Doubt.ABOVE_HEADLINE, cells[head].rows) for key, head in _beyond(cells)}
    for key, against in _mislabelled(cells):
        rows = {row for other in against for row in cells[other].rows}
        found[key] = Withheld(cells[key], Doubt.MISLABELLED, tuple(sorted(rows)))
    return found


def _beyond(cells: Mapping[Key, Cell]) -> Iterator[tuple[Key, Key]]:
    for key, cell in cells.items():
        headline = headline_of(key)
        if headline == key or headline not in cells:
            continue
        if cell.count.low >= MAGNITUDE * max(cells[headline].count.high, SUPPRESSED_HIGH):
            yield key, headline


def headline_of(key: Key) -> ObservationKey:
    """The figure that counts all persons of whom the cell counts some."""
    indicator = COUNTED[key.measure] if isinstance(key, FlowKey) else key.indicator
    return ObservationKey(key.country, key.year, key.crime, indicator)


def _mislabelled(cells: Mapping[Key, Cell]) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """Margins outside their parts, with the parts and the margin of another dimension that they equal."""
    outside: dict[Key, list[Contradiction]] = {}
    for each in contradictions({key: cell.count for key, cell in cells.items()}):
        if each.flag in OUTSIDE and are_persons(each.key, each.against):
            outside.setdefault(each.key, []).append(each)
    for key, found in outside.items():
        margins = swapped(key) if isinstance(key, ObservationKey) else ()
        equal = [other for other in margins if other in cells and cells[other].count == cells[key].count]
        if equal:
            yield key, (*equal, *(part for each in found for part in each.against))
