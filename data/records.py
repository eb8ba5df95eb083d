"""A CSV file of unknown worth -> records whose every value its table allows, and the faults of all the others."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.cooperation_vocabulary import FigureStatus
from data.fault import Fault
from data.schema import SEPARATOR, Field, Table
from data.vocabulary import SUPPRESSED_HIGH, Status

WHOLE = re.compile(r"-?(0|[1-9]\d{0,15})", re.ASCII)  # plain, and within what every JSON reader holds exactly
NUMBER = re.compile(r"-?(0|[1-9]\d{0,15})(\.\d{1,6})?", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
BOUNDS = ("", "_from", "_to")  # endings of low, high and status: one figure, or one in each of two releases


@dataclass(frozen=True)
class Record:
    """One row of a file: its number (the header is 1) and its text by column."""

    row: int
    values: dict[str, str]


def parse(table: Table, content: bytes) -> tuple[list[Record], list[Fault]]:
    """The sound records of a file and everything wrong with the rest; never raises for any bytes."""
    text, fault = _text(table, content)
    if fault:
        return [], [fault]
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[Record] = []
    faults: list[Fault] = []
    try:
        header = next(rows, [])
        faults += _header(table, header)
        if faults:
            return [], faults
        for number, row in enumerate(rows, start=2):
            found = list(_row(table, number, row))
            faults += found
            if not found:
                records.append(Record(number, dict(zip(table.columns, row, strict=True))))
    except csv.Error as error:
        faults.append(Fault(table.path, rows.line_num, None, f"not CSV: {error}"))
    if not records and not faults and not table.may_be_empty:
        faults.append(Fault(table.path, None, None, "holds no rows"))
    return records, faults + list(repeated(table, records))


def _text(table: Table, content: bytes) -> tuple[str, Fault | None]:
    if not content:
        return "", Fault(table.path, None, None, "is empty")
    if content.startswith(BYTE_ORDER_MARK):
        return "", Fault(table.path, 1, None, "begins with a byte order mark; save as UTF-8 without one")
    if b"\0" in content:
        return "", Fault(table.path, content[: content.index(b"\0")].count(b"\n") + 1, None, "holds a null byte")
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        return "", Fault(table.path, row, None, f"not UTF-8: byte {content[error.start]:#04x}")


def _header(table: Table, header: list[str]) -> Iterator[Fault]:
    for name in table.columns:
        if name not in header:
            yield Fault(table.path, 1, name, "column is missing")
    for name in header:
        if name not in table.columns:
            yield Fault(table.path, 1, name, "column is unknown")
    if sorted(header) == sorted(table.columns) and header != table.columns:
        yield Fault(table.path, 1, None, f"columns in another order; expected {','.join(table.columns)}")
    elif len(set(header)) < len(header):
        yield Fault(table.path, 1, None, "the same column twice")


def _row(table: Table, number: int, row: list[str]) -> Iterator[Fault]:
    if len(row) != len(table.fields):
        yield Fault(table.path, number, None, f"{len(row)} values, expected {len(table.fields)}")
        return
    sound = True
    for field, text in zip(table.fields, row, strict=True):
        reason = flaw(field, text)
        if reason:
            sound = False
            yield Fault(table.path, number, field.name, reason)
    if sound:
        values = dict(zip(table.columns, row, strict=True))
        for suffix in BOUNDS:
            if f"low{suffix}" in values:
                yield from _figure(table, number, values, suffix)


def flaw(field: Field, text: str) -> str | None:
    """Why a text is no value of a field; None when it is one."""
    if not text:
        return "is required" if field.required else None
    if field.type == "list":
        items = text.split(SEPARATOR)
        reasons = [reason for item in items if (reason := _item(field, item, field.items))]
        if reasons:
            return reasons[0]
        ordered = sorted(set(items), key=int) if field.items == "integer" else sorted(set(items))
        return None if items == ordered else f"{text!r}: items must ascend, each once"
    return _item(field, text, field.type)


def _item(field: Field, text: str, kind: str) -> str | None:
    if kind in ("integer", "number"):
        return _numeric(field, text, kind)
    if kind == "date":
        return None if _is_day(text) else f"{text!r} is not a date (2025-10-28)"
    if field.enum and text not in field.enum:
        return f"{text!r} is not one of {', '.join(field.enum)}"
    if field.pattern and not re.fullmatch(field.pattern, text):
        return f"{text!r} does not have the form {field.pattern}"
    return None


def _numeric(field: Field, text: str, kind: str) -> str | None:
    if not (WHOLE if kind == "integer" else NUMBER).fullmatch(text):
        return f"{text!r} is not a {'whole number' if kind == 'integer' else 'number'}"
    if field.minimum is not None and float(text) < field.minimum:
        return f"{text} is below {field.minimum}"
    if field.maximum is not None and float(text) > field.maximum:
        return f"{text} is above {field.maximum}"
    return None


def _is_day(text: str) -> bool:
    if not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _figure(table: Table, number: int, values: dict[str, str], suffix: str) -> Iterator[Fault]:
    """The law of a published figure: exact is one number, `<5` is 0 to 4, a range is wider than a point."""
    low, high, status = (values[f"{name}{suffix}"] for name in ("low", "high", "status"))
    if not (low or high or status) or (status == FigureStatus.AT_LEAST and low and not high):
        return
    if not (low and high and status):
        yield Fault(table.path, number, f"status{suffix}", "low, high and status go together")
        return
    bounds = (float(low), float(high))
    if bounds[0] > bounds[1]:
        yield Fault(table.path, number, f"low{suffix}", f"{low} is above high {high}")
    elif status == Status.EXACT and bounds[0] != bounds[1]:
        yield Fault(table.path, number, f"status{suffix}", f"exact, but {low} to {high}")
    elif status == Status.SUPPRESSED and bounds != (0, SUPPRESSED_HIGH):
        yield Fault(table.path, number, f"status{suffix}", f"suppressed, but {low} to {high}")
    elif status == Status.RANGE and bounds[0] == bounds[1]:
        yield Fault(table.path, number, f"status{suffix}", f"range, but exactly {low}")


def repeated(table: Table, records: list[Record]) -> Iterator[Fault]:
    """A fault for each record with the key of an earlier one."""
    seen: dict[tuple[str, ...], int] = {}
    for record in records:
        key = tuple(record.values[name] for name in table.key)
        first = seen.setdefault(key, record.row)
        if first != record.row:
            yield Fault(table.path, record.row, table.key[0], f"same {', '.join(table.key)} as row {first}")
