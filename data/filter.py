"""Filters by column: the query of an API address is a question to one table, accepted or refused by name."""

import re
from dataclasses import dataclass

import pandas as pd

from data.records import flaw
from data.schema import SEPARATOR, Field, Table
from data.schema.table import NUMERIC

SPAN = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")
FORMULA = re.compile(r"^[=+\-@\t\r]")  # what a spreadsheet would run


@dataclass
class FilterRefused(ValueError):
    """A parameter that cannot be used, its value, and what is accepted."""

    parameter: str
    value: str
    accepted: str


def select(frame: pd.DataFrame, table: Table, filters: dict[str, str]) -> pd.DataFrame:
    """The rows of a table that meet every filter. A value may be a list (`ARG,BOL`) and, for whole numbers, a span
    (`2015-2023`); a list field is met by any of its items.

    Raises:
        FilterRefused: for an unknown column or a value that the column cannot hold.
    """
    kept = pd.Series(True, index=frame.index)
    for name, text in filters.items():
        if name not in table.columns:
            raise FilterRefused(name, text, ", ".join(table.columns))
        kept &= _meets(frame[name], table.field(name), text)
    return frame[kept]


def _meets(column: "pd.Series[str]", field: Field, text: str) -> "pd.Series[bool]":
    values = list(dict.fromkeys(text.split(",")))
    if field.type in NUMERIC:
        return _in_numbers(column, field, values)
    for value in values:
        if not value or flaw(field, value):
            raise FilterRefused(field.name, value, _accepted(field))
    if field.type == "list":
        wanted = set(values)
        return column.map(lambda items: not wanted.isdisjoint(items.split(SEPARATOR))).astype(bool)  # of no rows too
    return column.isin(values)


def _accepted(field: Field) -> str:
    """What a field can hold, for whoever asked for something else."""
    if field.enum:
        return ", ".join(field.enum)
    kinds = {"date": "a date, as in 2025-10-28", "integer": "whole numbers"}
    return field.pattern or kinds.get(field.items if field.type == "list" else field.type, field.meaning)


def _in_numbers(column: "pd.Series[str]", field: Field, values: list[str]) -> "pd.Series[bool]":
    kept = pd.Series(False, index=column.index)
    numbers = pd.to_numeric(column).astype("Float64")
    for value in values:
        span = SPAN.fullmatch(value)
        low, high = (int(end) for end in span.groups(default=span[1])) if span else (1, 0)
        if low > high:
            raise FilterRefused(field.name, value, "a whole number, a list 2019,2021 or a span 2015-2023")
        kept |= numbers.between(low, high).fillna(False).astype(bool)
    return kept


def safe_for_spreadsheets(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with an apostrophe before texts that a spreadsheet would take for a formula."""
    safe = frame.copy()
    for name in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[name]):
            kept = [f"'{v}" if isinstance(v, str) and FORMULA.match(v) else v for v in safe[name]]
            safe[name] = pd.Series(
                kept, index=safe.index, dtype=safe[name].dtype
            )  # numbers among them stay as they are
    return safe
