"""Filters by column: the query of an API address is a question to one table, accepted or refused by name."""

import re
from dataclasses import dataclass

import pandas as pd

from data.iso3166 import ALPHA_3
from data.records import flaw
from data.schema import SEPARATOR, Field, Table
from data.schema.table import NUMERIC
from data.value_list import QUOTED, joined, values

SPAN = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")
FORMULA = re.compile(r"^[=+\-@\t\r]")  # what a spreadsheet would run
COUNTRY = re.compile(r"[A-Z]{3}")
MOST_NAMED = 40  # values of a column that a refusal names


@dataclass
class FilterRefused(ValueError):
    """A parameter that cannot be used, its value, and what is accepted."""

    parameter: str
    value: str
    accepted: str


def select(frame: pd.DataFrame, table: Table, filters: dict[str, str]) -> pd.DataFrame:
    """The rows of a table that meet every filter. A value may be a list (`ARG,BOL`; `data.value_list`) and, for whole
    numbers, a span (`2015-2023`); a list field is met by any of its items. `frame` is the whole table: what a column
    without a vocabulary can hold is what stands in it.

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
    try:
        wanted = values(text)
    except ValueError:
        raise FilterRefused(field.name, text, QUOTED) from None
    if field.type in NUMERIC:
        return _in_numbers(column, field, wanted)
    standing: frozenset[str] | None = None
    for value in wanted:
        if not value or flaw(field, value):
            raise FilterRefused(field.name, value, _accepted(field))
        if not _is_vocabulary(field, value):
            standing = standing or _standing(column, field)
            if len(wanted) > 1 and text in standing:  # one value or several, nobody knows
                raise FilterRefused(field.name, text, joined([text]))
            if value not in standing:
                raise FilterRefused(field.name, value, _among(standing, field))
    if field.type == "list":
        asked = set(wanted)
        return column.map(lambda items: not asked.isdisjoint(items.split(SEPARATOR))).astype(bool)  # of no rows too
    return column.isin(wanted)


def _is_vocabulary(field: Field, value: str) -> bool:
    """Whether a value is one that the column could hold though no row has it: no rows are then the answer. Free text
    and keys of other tables could be anything, and not every three letters are a country of ISO 3166-1."""
    if field.pattern and COUNTRY.fullmatch(value):
        return value in ALPHA_3
    return bool(field.enum or field.pattern) or field.type == "date" or field.items == "integer"


def _standing(column: "pd.Series[str]", field: Field) -> frozenset[str]:
    """The values of a column, those of lists one by one; empty is none."""
    texts = {str(text) for text in column.unique()}
    items = {item for text in texts for item in text.split(SEPARATOR)} if field.type == "list" else texts
    return frozenset(items - {""})


def _among(standing: frozenset[str], field: Field) -> str:
    """Values that a column has, as they can be asked for."""
    if not standing:
        return _accepted(field)
    shown = joined(sorted(standing)[:MOST_NAMED])
    return shown if len(standing) <= MOST_NAMED else f"{shown} … ({len(standing)})"


def _accepted(field: Field) -> str:
    """What a field can hold, for whoever asked for something else."""
    if field.enum:
        return ", ".join(field.enum)
    kinds = {"date": "a date, as in 2025-10-28", "integer": "whole numbers"}
    return field.pattern or kinds.get(field.items if field.type == "list" else field.type, field.meaning)


def _in_numbers(column: "pd.Series[str]", field: Field, wanted: list[str]) -> "pd.Series[bool]":
    kept = pd.Series(False, index=column.index)
    numbers = pd.to_numeric(column).astype("Float64")
    for value in wanted:
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
