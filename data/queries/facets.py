"""What a column may be filtered by, and how many rows each value would leave."""

from collections import Counter
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
    known = _counted(frame[name], field)
    others = {column: text for column, text in filters.items() if column != name}
    left = _counted(select(frame, table, others)[name], field) if others else known
    if field.enum:
        values = [value for value in field.enum if value in known]
    else:
        values = sorted(known, key=(lambda value: (float(value), value)) if field.type in NUMERIC else None)
    return [Facet(value, left[value]) for value in values]


def _counted(column: "pd.Series[str]", field: Field) -> Counter[str]:
    """The values, as text, and how many rows have each; a list gives each of its items."""
    found: Counter[str] = Counter()
    for value, rows in column.value_counts().items():
        for item in str(value).split(SEPARATOR) if field.type == "list" else [str(value)]:
            if item:
                found[item] += int(rows)
    return found
