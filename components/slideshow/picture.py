"""What a picture on the wall is, and the two that most are: bars with names, and a grid of marks or figures.

Bars are the pages' figure with larger type. A drawing grows with its room; its type is larger than a fiftieth of the
picture's height (near) or a twenty-fifth (deep) on a screen of 4:3 too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from markupsafe import Markup

from components.drawing.figure_svg import svg
from components.figures.interval_bars import Bar, Group, interval_bars
from components.i18n import Words
from components.markup import el
from components.tables.matrix import Line
from components.tables.table import Table, TableCell, TableRow, to_html
from components.theme import ACCENT, BAR, SIZE, Figure
from components.url.choices import Hall
from data.interval import Interval

WHOLE, HALF = 1500, 860  # units across of a picture that has the slide, and of one beside another
TYPE = {Hall.NEAR: 31, Hall.DEEP: 60}  # units
LONGEST = {Hall.NEAR: 24, Hall.DEEP: 20}  # letters of a name that stands beside its bar
FEW, LARGER = 4, 1.35  # rows that leave room for larger type
GAP = "is-gap"
ACROSS = 9  # rows and columns of a square of pairs
ROWS = {Hall.NEAR: 12, Hall.DEEP: 4}  # bars of a whole slide


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


def bars(
    rows: Sequence[Row], caption: str, nothing: str, hall: Hall, *, is_half: bool = False, top: float = 0
) -> Markup:
    """The figure of bars with their ranges below its caption; `is_half` for half a slide, `top` the figure at a full
    bar. A row is found by its code."""
    if not rows:
        return el("p", nothing, class_="nothing")
    shown = [_bar(row, hall) for row in rows]
    figure = interval_bars([Group("", shown)], top=top, beside=0 if is_half and hall is Hall.DEEP else LONGEST[hall])
    is_large = len(rows) <= FEW and hall is Hall.NEAR and not is_half
    scale = TYPE[hall] / SIZE * (LARGER if is_large else 1)
    size = (HALF if is_half else WHOLE), figure["layout"]["height"] * scale
    said = f"{caption}: {'; '.join(f'{r.name}: {r.text}' for r in rows)}"
    drawn = svg(_by_row(figure, [r.code for r in rows]), *size, scale=scale, label=said)
    return el("div", el("p", caption, class_="caption"), drawn, class_="wall-bars")


def _bar(row: Row, hall: Hall) -> Bar:
    """A row as a bar; a deep hall has no room for its note."""
    note = row.note if hall is Hall.NEAR else ""
    return Bar(row.name, row.shown, row.text, note, hue=ACCENT if row.look == GAP else BAR)


def _by_row(figure: Figure, codes: Sequence[str]) -> Figure:
    """The figure with traces of its own for each row, which are found by the row's code."""
    seen = [trace for trace in figure["data"] if trace["name"] != "row"]  # that one is for a pointer
    data = [
        _points(trace, at, len(trace["y"])) | {"uid": f"row-{code}" if code else ""}
        for row, code in enumerate(codes)
        for trace in seen
        if (at := [i for i, y in enumerate(trace["y"]) if round(y) == row])
    ]
    return figure | {"data": data}


def _points(told: Figure, at: Sequence[int], of: int) -> Figure:
    """What a trace tells of some of its points."""
    return {
        key: _points(value, at, of)
        if isinstance(value, dict)
        else [value[i] for i in at]
        if isinstance(value, list) and len(value) == of
        else value
        for key, value in told.items()
    }


def grid(table: Table) -> Markup:
    """A table of short cells of a page, for the wall: as wide as the slide, without ways on."""
    plain = [
        [row._replace(cells=[cell._replace(href="") for cell in row.cells]) for row in group] for group in table.groups
    ]
    look = f"wall-grid of-{len(table.heads) - 1}"
    return to_html(replace(table, groups=plain, look=look, name="", is_walked=False))


def part(table: Table, rows: Sequence[Line], columns: Sequence[Line]) -> Table:
    """Some of the rows and columns of a matrix, in an order of their own."""
    places = {head.text: place for place, head in enumerate(table.heads)}
    lines = {row.cells[0].text: row.cells for row in table.rows}

    def picked(cells: Sequence[TableCell]) -> list[TableCell]:
        kept = [cells[0], *(cells[places[each.short]] for each in columns)]
        return [cell._replace(tone=cell.tone.replace("new-group", "")) for cell in kept]

    return replace(
        table, heads=picked(table.heads), groups=[[TableRow(picked(lines[r.name]), code=r.key) for r in rows]]
    )


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
