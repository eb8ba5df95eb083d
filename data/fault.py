"""One thing wrong with a file, said so that it can be found and put right."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`row` counts records as a spreadsheet does: the header of a CSV file is row 1. None where it does not apply.

    Of a delivered file, `cell` is its place as a spreadsheet names it (`C14`), `sheet` the sheet of a workbook, `head`
    what the file itself calls the column.
    """

    file: str
    row: int | None
    column: str | None
    reason: str
    sheet: str = ""
    cell: str = ""
    head: str = ""

    def __str__(self) -> str:
        at = self.cell or self.row
        if self.sheet:
            quoted = self.sheet if self.sheet.isalnum() else "'" + self.sheet.replace("'", "''") + "'"
            at = f"{quoted}!{at}" if at else quoted
        place = ":".join(str(part) for part in (self.file, at) if part is not None)
        column = f"{self.head} ({self.column})" if self.head and self.head != self.column else self.column
        return ": ".join(part for part in (place, column, self.reason) if part)
