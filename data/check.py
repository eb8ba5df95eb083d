"""Whether a curated folder can be believed; every fault names file, row, column and reason."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a file. `row` counts the lines of records as a spreadsheet does: the header is row 1."""

    file: str
    row: int | None
    column: str | None
    reason: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.row) if part is not None)
        return ": ".join(part for part in (place, self.column, self.reason) if part)


def check_folder(path: Path) -> list[Fault]:
    """Every fault of a folder, in the order of its files and rows; empty when there is none."""
    return [] if path.is_dir() else [Fault(path.name, None, None, "is not a folder")]
