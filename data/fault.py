"""One thing wrong with a file, said so that it can be found and put right."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`row` counts records as a spreadsheet does: the header of a CSV file is row 1. None where it does not apply."""

    file: str
    row: int | None
    column: str | None
    reason: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.row) if part is not None)
        return ": ".join(part for part in (place, self.column, self.reason) if part)
