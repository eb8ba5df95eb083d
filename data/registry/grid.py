"""What a delivered file holds before anybody has judged it: sheets of cells, as a spreadsheet would show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

MOST_BYTES = 20_000_000  # of a file; a registry of one country and year has some thousands
MOST_ROWS = 100_000


class Unreadable(ValueError):
    """A file that holds no rows that could be judged; `row` is where reading stopped, counted from 1."""

    def __init__(self, reason: str, row: int | None = None, sheet: str = "") -> None:
        super().__init__(reason)
        self.reason, self.row, self.sheet = reason, row, sheet


@dataclass(frozen=True)
class Broken:
    """A cell without a value that could be read: an error (`#REF!`), or a formula that nobody has calculated."""

    shown: str
    reason: str


Cell = str | int | float | bool | date | time | Broken  # a blank cell is ""


@dataclass(frozen=True)
class Sheet:
    """The rows that are not blank, with their numbers; `decimal` is the mark that the file's own separator goes with in
    Excel, empty where it tells none."""

    name: str
    rows: Sequence[tuple[int, Sequence[Cell]]]
    decimal: str = ""


def is_blank(cell: Cell) -> bool:
    """Whether nobody would see anything in a cell."""
    return isinstance(cell, str) and not cell.strip()


def letters(place: int) -> str:
    """A column as a spreadsheet names it, from 0: A, B ... Z, AA."""
    place, last = divmod(place, 26)
    return (letters(place - 1) if place else "") + chr(ord("A") + last)
