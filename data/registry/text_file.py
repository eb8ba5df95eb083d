"""CSV as Excel writes it -> a sheet: in UTF-8, in the code page of Western Windows or as "Unicode text", separated by
commas, semicolons or tabs.

Excel separates by semicolons where the decimal mark is a comma, and by commas where it is a point.
"""

import csv
import io
from collections.abc import Callable

from data.registry.grid import MOST_ROWS, Cell, Sheet, Unreadable, is_blank

UTF_8_MARK = b"\xef\xbb\xbf"
PDF = b"%PDF-"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
DECIMAL = {",": ".", ";": ",", "\t": ""}  # separator -> decimal mark that goes with it; any mark with tabs


def sheet(content: bytes, named: Callable[[list[Cell]], int]) -> Sheet:
    """The rows of a text file; `named` counts the columns that a row names, by which the separator is known.

    Raises:
        Unreadable: no text in a known encoding, or no CSV.
    """
    lines = _text(content)
    if lines[:4].lower() == "sep=" and lines[5:6] in ("\r", "\n"):  # Excel obeys this line and does not show it
        lines = lines[5:].removeprefix("\r").removeprefix("\n")
    separator = max(DECIMAL, key=lambda each: named(_first(lines, each)))
    rows: list[tuple[int, list[Cell]]] = []
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=separator, strict=True)
    try:
        for number, row in enumerate(reader, start=1):
            if not all(map(is_blank, row)):
                rows.append((number, list(row)))
            if len(rows) > MOST_ROWS:
                raise Unreadable(f"more than {MOST_ROWS} rows")
    except csv.Error as error:
        raise Unreadable(f"not CSV: {error}", reader.line_num) from None
    return Sheet("", rows, DECIMAL[separator])


def _text(content: bytes) -> str:
    if content.startswith(PDF):
        raise Unreadable("is a PDF, which holds no rows; save the table as .xlsx or as CSV")
    if content.startswith(UTF_16_MARKS):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Unreadable(f"begins as UTF-16, but is not: {error.reason}") from None
    if b"\0" in content:
        raise Unreadable("holds a null byte", content[: content.index(b"\0")].count(b"\n") + 1)
    try:
        return content.removeprefix(UTF_8_MARK).decode("utf-8")
    except UnicodeDecodeError:
        return _western(content)


def _western(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise Unreadable(f"neither UTF-8 nor Windows-1252: byte {content[error.start]:#04x}", row) from None


def _first(text: str, separator: str) -> list[Cell]:
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return next((list(row) for row in rows if not all(map(is_blank, row))), [])
    except csv.Error:
        return []
