"""A matrix as a table: grouped rows and columns, shaded cells, row and column heads that stay in sight."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from components.markup import el


class Line(NamedTuple):
    """A row or column: its key, the name in full, the short name of a column head, and its group."""

    key: str
    name: str
    short: str
    group: str = ""


class Entry(NamedTuple):
    """What a cell shows, its look (CSS classes), and what it says in full."""

    text: str
    look: str = ""
    said: str = ""


def matrix(
    rows: Sequence[Line],
    columns: Sequence[Line],
    entry: Callable[[Line, Line], Entry],
    caption: str,
    corner: str,
) -> Markup:
    """The table. A line between two groups is a rule; the corner says what rows and columns are."""
    heads = [
        el(
            "th",
            el("abbr", column.short, title=column.name),
            scope="col",
            class_="new-group" if _starts(columns, i) else None,
        )
        for i, column in enumerate(columns)
    ]
    body = [
        el(
            "tr",
            el("th", row.name, scope="row"),
            [_cell(entry(row, column), starts=_starts(columns, j)) for j, column in enumerate(columns)],
            class_="new-group" if _starts(rows, i) else None,
        )
        for i, row in enumerate(rows)
    ]
    table = el(
        "table",
        el("caption", el("span", caption)),
        el("thead", el("tr", el("th", corner, scope="col", class_="corner"), heads)),
        el("tbody", body),
        class_="matrix",
    )
    return el("div", table, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key="matrix")


def _starts(lines: Sequence[Line], index: int) -> bool:
    return index > 0 and lines[index].group != lines[index - 1].group


def _cell(entry: Entry, *, starts: bool) -> Markup:
    look = " ".join(filter(None, [entry.look, "new-group" if starts else ""])) or None
    content = el("abbr", entry.text, title=entry.said) if entry.said else entry.text
    return el("td", content, class_=look)
