"""What a column may be filtered by, and how many rows each value would leave."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from data.filter import select
from data.schema import NUMERIC, SEPARATOR, Field, Table


class Facet(NamedTuple):
    """One value of a column, and the rows that have it and meet the filters of every other column."""

    value: str
    rows: int


def facets(frame: pd.DataFrame, table: Table, filters: Mapping[str, str], name: str) -> list[Facet]:
    """Every value that a column has in the whole table, in the order of its vocabulary, or else by size or letter;
    empty is no value. `filters` are sound ones, as `select` takes them."""
    field = table.field(name)
    known = _values(frame[name], field)
    others = {column: text for column, text in filters.items() if column != name}
    left = _values(select(frame, table, others)[name], field) if others else known
    counted = left.value_counts()
    values = [str(value) for value in known.unique()]
    if field.enum:
        values = [value for value in field.enum if value in set(values)]
    else:
        values.sort(key=(lambda value: (float(value), value)) if field.type in NUMERIC else None)
    return [Facet(value, int(counted.get(value, 0))) for value in values]


def _values(column: "pd.Series[str]", field: Field) -> "pd.Series[str]":
    """The values one by one, as text; a list gives each of its items."""
    texts = column.dropna().astype(str)
    items = texts.str.split(SEPARATOR).explode() if field.type == "list" else texts
    return items[items != ""]
