"""What is read cell by cell, as plain data: a page has it as HTML, a slide and a file as a table of their own.

A short cell has its value in full (`said`) for the pointer, for touch and for the keyboard, and its way on (`href`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from components.markup import el, enclosed, tags
from components.tables.cell_marks import Mark, svg


class Note(NamedTuple):
    """A sign after a figure (⚑, ⇅) and the sentence that it stands for."""

    sign: str
    said: str


class TableCell(NamedTuple):
    """A cell: its text, the same in full, where it leads, its look (CSS classes), marks drawn in it, signs and soft
    text after it. `head` says of what a heading is one (`row`, `col`, `rowgroup`, `colgroup`)."""

    text: str = ""
    said: str = ""
    href: str = ""
    tone: str = ""
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    beside: str = ""
    listed: tuple[str, ...] = ()
    head: str = ""
    across: int = 1
    down: int = 1
    lang: str = ""
    text_lang: str = ""  # of the text alone, where what stands beside it is in the language of the page
    is_stop: bool = True  # whether its link is a stop of the tab key
    turns: str = ""  # the parameter that its link changes on this page
    key: str = ""  # what finds that link again in any language; its text where there is none
    is_current: bool = False  # whether that is what is shown
    is_way: bool = False  # a way on and nothing else, which paper and slides have no use for; its head is one too
    sorted: str = ""  # of a head, which way its column orders the rows: ascending, descending


class TableRow(NamedTuple):
    """Cells from left to right, the look of the row, and the code of the country or area that it is about."""

    cells: Sequence[TableCell]
    tone: str = ""
    code: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, a row of heads, rows in one or more groups, a row below them.

    `look` is its class, `name` what finds its place again after a change (it then scrolls by itself where it is wide);
    a table that `is_walked` has so many short cells that arrow keys go from one to the next.
    """

    caption: str
    heads: Sequence[TableCell]
    groups: Sequence[Sequence[TableRow]]
    look: str
    name: str = ""
    foot: TableRow | None = None
    is_walked: bool = False
    is_caption_spoken: bool = False

    @property
    def rows(self) -> list[TableRow]:
        """All rows of all groups."""
        return [row for group in self.groups for row in group]


def column(text: str, tone: str = "", said: str = "", across: int = 1) -> TableCell:
    """The head of a column, or of several; a column of marks has none."""
    return TableCell(text, said, tone=tone, head=("colgroup" if across > 1 else "col") if text else "", across=across)


def row_head(text: str, tone: str = "", **more: object) -> TableCell:
    """The head of a row."""
    return TableCell(text, tone=tone, head="row", **more)  # type: ignore[arg-type]


def number(text: object, tone: str = "", **more: object) -> TableCell:
    """A figure, printed at the right."""
    return TableCell(str(text), tone=f"n {tone}".strip(), **more)  # type: ignore[arg-type]


def pictured(marks: tuple[Mark, ...], tone: str = "bar") -> TableCell:
    """A cell that is a picture of the figure beside it."""
    return TableCell(tone=tone, marks=marks)


# ---- as HTML ----

KEPT = 1_024  # cells without their content
ARROWS = {"ascending": "▲", "descending": "▼"}


def to_html(table: Table) -> Markup:
    """The table, in a region that scrolls by itself where it has a name."""
    caption = el("span", table.caption) if table.name else table.caption
    made = el(
        "table",
        el("caption", caption, class_="spoken" if table.is_caption_spoken else None),
        el("thead", _row(TableRow(table.heads), table)) if table.heads else None,
        [el("tbody", [_row(row, table) for row in group]) for group in table.groups],
        el("tfoot", _row(table.foot, table)) if table.foot else None,
        class_=f"{table.look} is-walked" if table.is_walked else table.look,
    )
    if not table.name:
        return made
    return el("div", made, class_="scroll", role="region", aria_label=table.caption, tabindex=0, data_key=table.name)


def _row(row: TableRow, table: Table) -> Markup:
    cells = [_cell(cell, table) for cell in row.cells]
    return el("tr", cells, class_=row.tone or None, data_code=row.code or None, data_area=row.area or None)


def _cell(cell: TableCell, table: Table) -> Markup:
    """Most cells are a text and a look: what else there may be is asked for one by one, for a page has thousands."""
    content: list[object] = [_text(cell, table) if cell.href or cell.said or cell.text_lang else cell.text]
    if cell.marks:
        content = [*map(svg, cell.marks), *content]
    if cell.sorted:
        content.append(el("span", ARROWS[cell.sorted], class_="by", aria_hidden="true"))
    if cell.notes:
        content += [_sign(note) for note in cell.notes if note.said]
    if cell.beside:
        content += [" " if cell.text else "", el("span", cell.beside, class_="beside")]
    if cell.listed:
        content.append(el("ul", [el("li", each) for each in cell.listed]))
    return enclosed(_around(cell.head, cell.tone, cell.across, cell.down, cell.lang, cell.sorted), *content)


@lru_cache(maxsize=KEPT)
def _around(head: str, tone: str, across: int, down: int, lang: str, sorted: str) -> tuple[str, str]:  # noqa: A002 - as in a cell
    """What stands before and after the content of a cell."""
    return tags(
        "th" if head else "td",
        scope=head or None,
        class_=tone or None,
        colspan=across if across > 1 else None,
        rowspan=down if down > 1 else None,
        lang=lang or None,
        aria_sort=sorted or None,
    )


def _text(cell: TableCell, table: Table) -> object:
    """The text as a link, or as a short form of what is said. In a walked table arrow keys reach it; elsewhere what is
    said is also read out."""
    is_walked = table.is_walked and not cell.head
    shown = _link(cell, table, is_stop=cell.is_stop and not is_walked) if cell.href else None
    if not shown and cell.text_lang and not cell.said:
        return el("span", cell.text, lang=cell.text_lang)
    shown = shown or el(
        "abbr", cell.text, title=cell.said, tabindex=-1 if is_walked else None, lang=cell.text_lang or None
    )
    return [shown, el("span", cell.said, class_="spoken")] if cell.said and not (is_walked or cell.head) else shown


def _link(cell: TableCell, table: Table, *, is_stop: bool) -> Markup:
    """To the passport of a figure, to a source outside, or to this page with another value."""
    look: dict[str, object] = {"href": cell.href, "title": cell.said or None, "tabindex": None if is_stop else -1}
    if cell.text_lang:
        look["lang"] = cell.text_lang
    if cell.turns:
        current = "true" if cell.is_current else None
        key = f"{table.name}-{cell.turns}-{cell.key or cell.text}"
        return el("a", cell.text, data_turn=cell.turns, data_key=key, aria_current=current, **look)
    if cell.href.startswith("http"):
        return el("a", cell.text, rel="external noopener nofollow", **look)
    return el("a", cell.text, class_="to-figure", **look)


def _sign(note: Note) -> Markup:
    return el("abbr", note.sign, el("span", note.said, class_="spoken"), title=note.said, class_="flag")
