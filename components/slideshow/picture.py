"""What a picture on the wall is, and the two that most are: bars with names, and a grid of marks or figures.

Bars are the pages' figure with larger type. A drawing grows with its room; its type is larger than a fiftieth of the
picture's height (near) or a twenty-fifth (deep) on a screen of 4:3 too.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from components.figures.interval_bars import Bar, Group, interval_bars
from components.i18n import Words
from components.markup import el
from components.render.figure_svg import svg
from components.tables.matrix import Line
from components.tables.table import TableCell
from components.theme import ACCENT, BAR, SIZE, Figure
from components.url.choices import Hall
from data.interval import Interval
from data.vocabulary import SUBREGIONS

WHOLE, HALF = 1500, 860  # units across of a picture that has the slide, and of one beside another
TYPE = {Hall.NEAR: 31, Hall.DEEP: 60}  # units
LONGEST = {Hall.NEAR: 24, Hall.DEEP: 20}  # letters of a name that stands beside its bar
FEW, LARGER = 4, 1.35  # rows that leave room for larger type
GAP = "is-gap"
ACROSS = 10  # rows and columns of a square of pairs
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
