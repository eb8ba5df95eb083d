"""A CSV file as numbered lines, so that every complaint names the file, row and column it is about."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from data.build.stop import BuildStopped
from data.schema import SEPARATOR

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True)
class Line:
    """One row of a file: its cells by column, and where it stands."""

    file: str
    row: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str) -> str:
        """The cell, or an empty text where the file has no such column."""
        return self.cells.get(column, "")

    def stop(self, column: str, reason: str) -> BuildStopped:
        """The error to raise about one cell of this row."""
        return BuildStopped(self.file, self.row, column, reason)

    def word(self, column: str, words: type[E]) -> E:
        """The cell as a word of an enumeration; BuildStopped when it is not one of its words."""
        try:
            return words(self[column])
        except ValueError:
            raise self.stop(column, f"{self[column]!r} is not one of {', '.join(words)}") from None

    def parts(self, column: str) -> tuple[str, ...]:
        """A cell that holds a list, joined by `|`; empty for an empty cell."""
        return tuple(part for part in self[column].split(SEPARATOR) if part)


def read(folder: Path, name: str, columns: tuple[str, ...] = ()) -> list[Line]:
    """The lines of `folder/name` in order of the file, cells stripped of outer blanks.

    Raises:
        BuildStopped: when the file is absent or not UTF-8, when a column of `columns` is missing, or when a row has
            more or fewer cells than the header.
    """
    try:
        with (folder / name).open(encoding="utf-8-sig", newline="") as handle:
            table = list(csv.reader(handle, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BuildStopped(name, None, None, f"cannot be read: {error}") from error
    header = table[0] if table else []
    for column in columns:
        if column not in header:
            raise BuildStopped(name, 1, column, "column is missing")
    lines = []
    for row, cells in enumerate(table[1:], start=2):
        if len(cells) != len(header):
            raise BuildStopped(name, row, None, f"{len(cells)} cells, the header has {len(header)}")
        lines.append(Line(name, row, {key: cell.strip() for key, cell in zip(header, cells, strict=True)}))
    return lines


def by_key(lines: list[Line], column: str) -> dict[str, Line]:
    """Lines by the column that names them; BuildStopped when a name stands twice."""
    found: dict[str, Line] = {}
    for line in lines:
        if found.setdefault(line[column], line) is not line:
            raise line.stop(column, f"{line[column]!r} stands twice")
    return found
