"""A matrix as a table: grouped rows and columns, shaded cells, row and column heads that stay in sight."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from components.tables.table import Table, TableCell, TableRow, column, row_head


class Line(NamedTuple):
    """A row or column: its key, the name in full, the short name of a column head, its group, and whether it is what
    the reader has chosen."""

    key: str
    name: str
    short: str
    group: str = ""
    is_chosen: bool = False


def matrix(
    rows: Sequence[Line],
    columns: Sequence[Line],
    entry: Callable[[Line, Line], TableCell],
    caption: str,
    corner: str,
) -> Table:
    """The table: `entry` gives the cell of a row and a column. A line between two groups is a rule; the corner says
    what rows and columns are."""
    looks = [_look(columns, j) for j in range(len(columns))]
    heads = [column(corner, "corner")]
    heads += [column(each.short, look, each.name) for each, look in zip(columns, looks, strict=True)]
    body = []
    for i, row in enumerate(rows):
        cells = [_in(entry(row, each), look) for each, look in zip(columns, looks, strict=True)]
        body.append(TableRow([row_head(row.name), *cells], _look(rows, i)))
    return Table(caption, heads, [body], "matrix", "matrix", is_walked=True)


def _look(lines: Sequence[Line], index: int) -> str:
    """The look of a row or column: where a group begins, and what is chosen."""
    begins = index > 0 and lines[index].group != lines[index - 1].group
    return " ".join(filter(None, ["new-group" if begins else "", "is-chosen" if lines[index].is_chosen else ""]))


def _in(cell: TableCell, look: str) -> TableCell:
    """The cell in its column."""
    return cell._replace(tone=f"{cell.tone} {look}".strip()) if look else cell
