"""Rows of one key become one cell.

A key printed more than once is never a matter of choosing: repeats under `Total` are the age parts of one sex (they
equal the cells 0-17 and 18+ of the same year), repeats under `Other forms of exploitation` are forms without a name,
and repeated partners are spellings of one. So their intervals are added, also where they agree: `<5` and `<5` are 0 to
8, for keeping one would narrow the truth. The one exception is a residue that the source prints under two codes.
"""

from dataclasses import dataclass, field

from data.build.ledger import Ledger, Rule
from data.build.workbook import RawRow
from data.interval import Interval, total
from data.model import FlowKey, Key, status_of
from data.vocabulary import Flag, Outcome, Partner, Status

RESIDUE_CODES = {"OTH", "Other"}


@dataclass(frozen=True)
class Cell:
    """One published figure with the raw rows it comes from."""

    count: Interval
    rows: tuple[int, ...]
    flags: frozenset[Flag] = field(default=frozenset())

    @property
    def status(self) -> Status:
        return status_of(self.count)


def merge(groups: dict[Key, list[RawRow]], quarantined: set[int], ledger: Ledger) -> dict[Key, Cell]:
    """The cells of a release; rows enter the ledger as kept, merged or dropped.

    A key with one part in quarantine has no cell: the rest would pass for the whole. Those parts are dropped by
    `rest_of_quarantined_cell`.
    """
    cells = {}
    for key, rows in groups.items():
        numbers = [row.row for row in rows]
        refused = quarantined.intersection(numbers)
        if refused:
            ledger.enter([n for n in numbers if n not in refused], Outcome.DROPPED, Rule.REST_OF_QUARANTINED_CELL)
        elif len(rows) == 1:
            ledger.enter(numbers, Outcome.KEPT, Rule.ONLY_ROW_OF_CELL)
            cells[key] = Cell(rows[0].bounds, tuple(numbers))
        else:
            twice = _is_residue_printed_twice(key, rows)
            ledger.enter(numbers, Outcome.MERGED, Rule.RESIDUE_PRINTED_TWICE if twice else Rule.PARTS_ADDED)
            count = rows[0].bounds if twice else total([row.bounds for row in rows])
            cells[key] = Cell(count, tuple(numbers), frozenset({Flag.MERGED}))
    return cells


def _is_residue_printed_twice(key: Key, rows: list[RawRow]) -> bool:
    if not isinstance(key, FlowKey) or key.partner != Partner.OTHER or len(rows) != len(RESIDUE_CODES):
        return False
    return {row.category for row in rows} == RESIDUE_CODES and len({row.value for row in rows}) == 1
