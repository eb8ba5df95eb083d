"""A matrix as a table: grouped rows and columns, shaded cells, row and column heads that stay in sight."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from components.markup import el


class Line(NamedTuple):
    """A row or column: its key, the name in full, the short name of a column head, its group, and whether it is what
    the reader has chosen."""

    key: str
    name: str
    short: str
    group: str = ""
    is_chosen: bool = False


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
            class_=_look(columns, i),
        )
        for i, column in enumerate(columns)
    ]
    body = [
        el(
            "tr",
            el("th", row.name, scope="row"),
            [_cell(entry(row, column), _look(columns, j)) for j, column in enumerate(columns)],
            class_=_look(rows, i),
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


def _look(lines: Sequence[Line], index: int) -> str | None:
    """The look of a row or column: where a group begins, and what is chosen."""
    begins = index > 0 and lines[index].group != lines[index - 1].group
    return (
        " ".join(filter(None, ["new-group" if begins else "", "is-chosen" if lines[index].is_chosen else ""])) or None
    )


def _cell(entry: Entry, column: str | None) -> Markup:
    look = " ".join(filter(None, [entry.look, column])) or None
    content = el("abbr", entry.text, title=entry.said) if entry.said else entry.text
    return el("td", content, class_=look)
