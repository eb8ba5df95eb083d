"""A country a row and a year a column: the answer of a view for people who read tables. A figure is text, as pages
print it, for an interval is not one number: `120`, `<5`, `133–141`, or a mark where there is none (`[x]`, `[w]`).
"""

from collections.abc import Iterable

import pandas as pd

from components.cells import MARKS, State
from components.i18n import EN_DASH
from data.filter import FilterRefused
from data.rows import rows
from data.schema import SEPARATOR
from data.vocabulary import Status

WIDE, YES = "wide", "1"
FIGURE = ("low", "high", "status")
NAMES = ("country", "crime", "indicator", "sex", "age", "exploitation")  # what may tell one row from another
SAME = ("data_version", "release", "synthetic")  # in every row alike
NEEDED = "an answer with one figure for each country and year, as those of overview and compare"


def wide(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of an answer by country and whatever else names them, a text column for each year, and the sources.

    Raises:
        FilterRefused: where the rows are not one figure for each of their years.
    """
    names = [name for name in NAMES if name in frame]
    is_counted = {"country", "year", *FIGURE} <= set(frame.columns) and set(frame["status"]) <= set(Status)
    years = sorted(frame["year"].unique()) if is_counted else []
    groups = frame.groupby(names, sort=False) if years else ()
    if not years or any(list(rows_of["year"].sort_values()) != years for _, rows_of in groups):
        raise FilterRefused(WIDE, YES, NEEDED)
    labels = [f"{name}_label" for name in names if f"{name}_label" in frame]
    kept = [*names, *labels, *(name for name in SAME if name in frame)]
    made = []
    for _, rows_of in groups:
        cells = {str(row.year): printed(row.low, row.high, Status(row.status)) for row in rows(rows_of)}
        sources = _joined(rows_of["source"]) if "source" in frame else ""
        made.append({**{name: rows_of[name].iloc[0] for name in kept}, **cells, "source": sources})
    columns = [*names, *labels, *map(str, years), "source", *kept[len(names) + len(labels) :]]
    return pd.DataFrame(made, columns=columns).astype("str")


def printed(low: int, high: int, status: Status) -> str:
    """One figure, or the mark of what there is instead; never one number for an interval."""
    if status in (Status.WITHHELD, Status.NOT_REPORTED, Status.NOT_APPLICABLE):
        return MARKS[State(str(status))]
    if status is Status.SUPPRESSED:
        return f"<{high + 1}"
    return f"{low}" if low == high else f"{low}{EN_DASH}{high}"


def _joined(sources: Iterable[str]) -> str:
    return SEPARATOR.join(sorted({str(source) for source in sources} - {""}))
