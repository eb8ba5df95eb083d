"""A workbook (.xlsx) -> sheets of cells: numbers, dates, texts, and what is broken is named, never taken for blank.

openpyxl, for it tells an error and a formula without a value from an empty cell; python-calamine gives all three as "".
"""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import chain
from typing import Any

from data.registry.grid import MOST_ROWS, Broken, Cell, Sheet, Unreadable, is_blank

ZIP = b"PK\x03\x04"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and a workbook that a password locks
MOST_UNPACKED = 200_000_000  # bytes: a file of some kilobytes can hold gigabytes of nothing


def sheets(content: bytes) -> list[Sheet]:
    """Every sheet with cells, hidden ones too, in the order of the workbook.

    Raises:
        Unreadable: no workbook, or one that is larger inside than any that makes sense.
    """
    if content.startswith(OLD):
        raise Unreadable("is an older workbook (.xls) or locked by a password; save it as .xlsx without one")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable(f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
            if "xl/workbook.xml" not in packed.namelist():
                raise Unreadable("is no Excel workbook; save it as .xlsx or as CSV")
            calculates = any(b"<f" in packed.read(name) for name in packed.namelist() if "worksheets/" in name)
        return [*_opened(content, calculates=calculates)]
    except Unreadable:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged file leads it to
        said = str(error).partition("\n")[0]  # a fault is one line
        raise Unreadable(f"is no sound workbook: {type(error).__name__}: {said}"[:200]) from None


def _opened(content: bytes, *, calculates: bool) -> Iterator[Sheet]:
    from openpyxl import load_workbook  # loaded with the first workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of lists and colours that openpyxl would not write again
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        formulas = load_workbook(io.BytesIO(content), read_only=True) if calculates else None
        for found in book.worksheets:
            found.reset_dimensions()  # what a sheet says of its own size may be anything
            beside: Any = ()
            if formulas:
                formulas[found.title].reset_dimensions()
                beside = formulas[found.title].iter_rows()
            yield Sheet(found.title, _rows(found.title, found.iter_rows(), iter(beside)))


def _rows(name: str, rows: Iterator[Any], formulas: Iterator[Any]) -> list[tuple[int, list[Cell]]]:
    found: list[tuple[int, list[Cell]]] = []
    for number, row in enumerate(rows, start=1):
        beside = chain(next(formulas, ()), iter(lambda: None, 0))
        cells = [_cell(cell, formula) for cell, formula in zip(row, beside, strict=False)]
        if not all(map(is_blank, cells)):
            found.append((number, cells))
        if len(found) > MOST_ROWS:
            raise Unreadable(f"more than {MOST_ROWS} rows", sheet=name)
    return found


def _cell(cell: Any, formula: Any) -> Cell:
    value = cell.value
    if cell.data_type == "e":
        return Broken(str(value), f"holds the error {value}")
    if value is None:
        is_formula = formula is not None and formula.data_type == "f"
        return Broken("", "holds a formula without a value; open the file in Excel and save it") if is_formula else ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    if isinstance(value, (str, bool, int, float, date, time)):
        return value
    return str(value)
