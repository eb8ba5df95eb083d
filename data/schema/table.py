"""What a table and a field are; the reader that gives a table its types."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pandas as pd

Type = Literal["string", "integer", "number", "date", "list"]
NUMERIC = {"integer": "Int64", "number": "Float64"}
SEPARATOR = "|"  # between the items of a list field


@dataclass(frozen=True)
class Field:
    """One column.

    `type` `date` is ISO 8601 (2025-10-28), `list` is items joined by `|` in ascending order. `enum` limits the value,
    or each item of a list. `minimum` and `maximum` limit an integer, or each integer item of a list. `reference` names
    the table whose key of one field the value must be in. `unit` is empty for what is not measured.
    """

    name: str
    meaning: str
    type: Type = "string"
    enum: tuple[str, ...] = ()
    pattern: str = ""
    required: bool = True
    minimum: int | None = None
    maximum: int | None = None
    items: Literal["string", "integer"] = "string"
    reference: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """One CSV file: its columns in order, and the columns whose values together name a row. Rows are sorted by key.

    A folder may lack an `optional` table, and one that `may_be_empty` may have no rows. A `delivered` table lies beside
    the curated ones: the package does not list it, and it is published only suppressed.
    """

    name: str
    meaning: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    optional: bool = False
    may_be_empty: bool = False
    delivered: bool = False

    @property
    def path(self) -> str:
        return f"{self.name}.csv"

    @property
    def columns(self) -> list[str]:
        return [field.name for field in self.fields]

    def field(self, name: str) -> Field:
        """The field of that name; KeyError where there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


def read(path: Path, table: Table) -> pd.DataFrame:
    """A checked file as a frame: whole numbers are Int64, other numbers Float64, and everything else is text in which
    empty stays ""."""
    types = {field.name: NUMERIC.get(field.type, "str") for field in table.fields}
    missing = {field.name: [""] for field in table.fields if field.type in NUMERIC}
    return pd.read_csv(path, dtype=types, keep_default_na=False, na_values=missing, encoding="utf-8")


def write(path: Path, frame: pd.DataFrame, table: Table) -> None:
    """Write a frame as the table's CSV: its columns in order, rows by key, UTF-8, RFC 4180, line feeds.

    Raises:
        KeyError: the frame lacks a column of the table.
    """
    frame[table.columns].sort_values(list(table.key), kind="stable", ignore_index=True).to_csv(
        path, index=False, encoding="utf-8", lineterminator="\n"
    )


def records(path: Path) -> list[dict[str, str]]:
    """The rows of a sound CSV file as text by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))
