"""What a picture on the wall is, and the two that are tables: bars with names, and a grid of marks or figures.

They are their own table twins: what is drawn is also what is read. Sizes are the style sheet's, in fractions of the
picture's height, so nothing here knows how large a hall is.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from components.tables.cell_marks import bar, svg
from components.tables.matrix import Line
from components.tables.table import TableCell
from components.url.choices import Hall
from data.interval import Interval
from data.vocabulary import SUBREGIONS

SHORT = 6  # rows that leave room for larger ones
ACROSS = 10  # rows and columns of a square of pairs
ROWS = {Hall.NEAR: 12, Hall.DEEP: 5}  # bars of a whole slide


class Picture(NamedTuple):
    """The drawing, the codes of the countries that "next" names one by one, and for each year what changes."""

    drawn: Markup
    codes: tuple[str, ...] = ()
    frames: Mapping[int, Mapping[str, Any]] = {}
    year: int | None = None


class Row(NamedTuple):
    """A named figure: its bounds (None where there is none), as printed, what else to say, whose it is, its look."""

    name: str
    shown: Interval | None
    text: str
    note: str = ""
    code: str = ""
    look: str = ""


def bars(rows: Sequence[Row], caption: str, nothing: str, top: float = 0) -> Markup:
    """A table of bars on one scale, solid up to the lower bound and pale up to the upper one."""
    if not rows:
        return el("p", nothing, class_="nothing")
    top = top or max((row.shown.high for row in rows if row.shown), default=0) or 1
    body = [
        el(
            "tr",
            el("th", row.name, scope="row"),
            el("td", [svg(mark) for mark in bar(row.shown, top)], class_="bar"),
            el("td", row.text, el("span", f" {row.note}", class_="note") if row.note else None, class_="n"),
            data_code=row.code or None,
            class_=row.look or None,
        )
        for row in rows
    ]
    return el(
        "table",
        el("caption", caption),
        el("tbody", body),
        class_="wall-bars is-short" if len(rows) <= SHORT else "wall-bars",
    )


def grid(
    rows: Sequence[Line],
    columns: Sequence[Line],
    entries: Mapping[tuple[str, str], TableCell],
    caption: str,
    corner: str = "",
) -> Markup:
    """A table of short cells; a cell that is not among the entries is empty. A group starts below a rule."""
    heads = [el("th", el("abbr", c.short, title=c.name), scope="col") for c in columns]
    body = [
        el(
            "tr",
            el("th", row.name, scope="row"),
            [_cell(entries.get((row.key, column.key), TableCell())) for column in columns],
            data_code=row.key,
            class_="new-group" if i and row.group != rows[i - 1].group else None,
        )
        for i, row in enumerate(rows)
    ]
    head = el("tr", el("th", corner, scope="col", class_="corner"), heads)
    return el(
        "table", el("caption", caption), el("thead", head), el("tbody", body), class_=f"wall-grid of-{len(columns)}"
    )


def _cell(entry: TableCell) -> Markup:
    shown = el("span", entry.text, aria_hidden="true") if entry.said else entry.text
    spoken = el("span", entry.said, class_="spoken") if entry.said else None
    return el("td", shown, spoken, class_=entry.tone or None)


def largest(found: Mapping[tuple[str, str], Interval], n: int, words: Words) -> tuple[list[Line], list[Line]]:
    """The rows and the columns with most: as many of each as can be read from the last row of a hall."""

    def lines(side: int) -> list[Line]:
        reach: dict[str, float] = {}
        for key, counted in found.items():
            reach[key[side]] = reach.get(key[side], 0) + counted.high
        ordered = sorted((c for c in reach if reach[c]), key=lambda c: (-reach[c], words.sort_key(words.country(c))))
        return [Line(c, words.country(c), c) for c in ordered[:n]]

    return lines(0), lines(1)


def keys(pairs: Sequence[tuple[str, str]]) -> Markup:
    """What the looks of a grid mean: a sample of each, and its words."""
    return el("ul", [el("li", el("i", class_=look), said) for look, said in pairs], class_="wall-keys")


def beside(left: Markup, right: Markup) -> Markup:
    return el("div", el("div", left, class_="left"), el("div", right, class_="right"), class_="beside")


def everyone(words: Words) -> list[Line]:
    """The 22 by subregion."""
    return [Line(c, words.country(c), c, group) for group, members in SUBREGIONS.items() for c in members]
