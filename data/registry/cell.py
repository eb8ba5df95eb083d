"""One cell of a delivered file -> the text that the table has for it, or why there is none."""

import math
from datetime import date, time

from data.records import flaw
from data.registry.grid import Broken, Cell, is_blank
from data.registry.marks import Doubtful, Marks, day, number, plain
from data.registry.terms import code, near
from data.schema import NUMERIC, Field

DECIMALS, NOISE = 6, 1e-9  # as many as a number of a table may have; what binary fractions add to them


def value(field: Field, cell: Cell, marks: Marks) -> tuple[str, str | None]:
    """The text of a cell, and what is wrong with it; None where nothing is."""
    if isinstance(cell, Broken):
        return "", cell.reason
    if is_blank(cell):
        return "", flaw(field, "")
    try:
        text = _read(field, cell, marks)
    except Doubtful as doubt:
        return "", str(doubt)
    reason = flaw(field, text)
    if reason and field.type not in NUMERIC:
        if field.pattern and code(field.name, "ARG"):
            reason = f"{text!r} is neither the name of a country nor its code of ISO 3166-1 alpha-3, as ARG"
        if nearest := near(field.name, text):
            reason += f"; nearest is {nearest}"
    return text, reason


def _read(field: Field, cell: Cell, marks: Marks) -> str:
    if field.type in NUMERIC:
        return _number(field, cell, marks)
    if field.type == "date":
        return _day(cell, marks)
    if isinstance(cell, bool):
        return str(cell).lower()
    text = plain(cell) if isinstance(cell, str) else _typed(cell) if isinstance(cell, (int, float)) else str(cell)
    return code(field.name, text) or text


def _number(field: Field, cell: Cell, marks: Marks) -> str:
    if isinstance(cell, str):
        return number(cell, marks, is_count=field.type == "integer")
    if isinstance(cell, bool):
        raise Doubtful(f"holds {str(cell).upper()}, not a number")
    if isinstance(cell, (int, float)):
        return _typed(cell)
    raise Doubtful(f"holds {_said(cell)}, not a number; give the cell the format of a number and type it again")


def _day(cell: Cell, marks: Marks) -> str:
    if isinstance(cell, str):
        return day(cell, marks)
    if isinstance(cell, date) and type(cell) is date:
        return cell.isoformat()
    raise Doubtful(f"holds {_said(cell)}, not a day; give the cell the format of a date and type it again")


def _said(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"the date {cell}"
    return f"the time {cell}" if isinstance(cell, time) else f"the number {cell}"


def _typed(value: int | float) -> str:
    """A number as it was typed: binary fractions show more digits than that."""
    if isinstance(value, float) and not (math.isfinite(value) and abs(round(value, DECIMALS) - value) < NOISE):
        raise Doubtful(f"{value!r} has more than {DECIMALS} decimals")
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return "0" if text == "-0" else text
