"""The grid: a hundred rows of a table, heads that order them, figures that read as one, and links to the others."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
from markupsafe import Markup

from components.captions.code_labels import Sources, head, label, label_columns, meaning
from components.captions.picture import Picture
from components.cells import MARKS, State
from components.figures.key import Key, Sample
from components.i18n import Words
from components.markup import el, join
from components.pages.cooperation.statements import figure, printed
from components.pages.table_pictures import placed, terms
from components.tables.table import Table, TableCell, TableRow, number, to_html
from components.translated import column, title_language
from components.url.choices import Cells
from components.url.view import View
from data import schema
from data.cooperation_vocabulary import FigureStatus
from data.interval import Interval
from data.schema import NUMERIC, SEPARATOR, Field
from data.vocabulary import Flag, Status

PAGE_ROWS = 100
LONG = 36  # characters beyond which a text is cut off to the eye; its whole is in the title, and in the file
UNGROUPED = ("year", "row")  # whole numbers that are names, not counts: 2023, never 2,023
EXAMPLE = Interval(133, 141)  # how a range reads
BOUNDS = ("", "_from", "_to")  # endings of low, high and status: one figure, or one in each of two releases

AS_PRINTED = {"quarantine": ("indicator", "dimension", "category", "sex", "age")}  # in the source's own words
PRINTED_IN = "en"  # the language of the sheets of UNODC

Row = Mapping[str, Any]


class Grid:
    """A table as it is shown: which columns, in which order, as codes or as names."""

    def __init__(self, view: View, table: schema.Table, columns: list[str], words: Words, sources: Sources) -> None:
        self.view, self.table, self.columns, self.words, self.sources = view, table, columns, words, sources
        self.coded = set(label_columns(table))
        self.is_named = view.cells is Cells.NAMES
        # A figure stands before the first of its bounds that is shown; it needs all three to be read.
        self.figures = {
            next(name for name in bounds if name in columns): suffix
            for suffix in BOUNDS
            if (bounds := [f"low{suffix}", f"high{suffix}"]) and set(bounds) & set(columns)
            if f"low{suffix}" in table.columns
        }

    def pictures(self, shown: pd.DataFrame, rows: int) -> list[Picture]:
        """The rows shown, of so many that are selected, how their figures read, and what their flags mean."""
        if shown.empty:
            return [Picture("data-rows", said=(self.words("explorer.nothing"),))]
        records: list[Row] = [{str(key): value for key, value in row.items()} for row in shown.to_dict("records")]
        title, known = self._range(len(shown), rows), self._flags(records)
        return [
            Picture("data-rows", title=title, table=self.rows(records), key=self._key()),
            *([terms("data-flags", self.words("table.flags"), known)] if known else []),
        ]

    def parts(self, shown: pd.DataFrame, rows: int) -> dict[str, Markup]:
        """The same by their places: where there are more rows, links to those before and after; what is read; how."""
        (grid, *flags) = self.pictures(shown, rows)
        if grid.table is None:
            return {"pager": Markup(""), "rows": placed(grid), "reads": Markup("")}
        known = el("p", [el("span", el("b", each.sign), " ", each.text) for each in grid.key.samples],
                   class_="figure-marks") if grid.key else None  # fmt: skip
        reads = join([known, *map(placed, flags)])
        return {"pager": self._pager(len(shown), rows), "rows": to_html(grid.table), "reads": reads}

    def rows(self, records: list[Row]) -> Table:
        """The rows as a table."""
        heads = [head for name in self.columns for head in self._head(name)]
        body = [self._row(row) for row in records]
        caption = self.words(f"dataset.{self.table.name}")
        return Table(caption, heads, [body], "grid", "rows", is_walked=True, is_caption_spoken=True)

    def _head(self, name: str) -> list[TableCell]:
        """The head of a column, which orders the rows by it: upwards, downwards, and as they come again."""
        field, order = self.table.field(name), self.view.order
        said = meaning(self.table, field, self.words)
        is_by, falls = order.removeprefix("-") == name, order.startswith("-")
        to = {(False, False): name, (True, False): f"-{name}", (True, True): ""}[is_by, is_by and falls]
        way = ("descending" if falls else "ascending") if is_by else ""
        shown, whole = (head(self.table, name, self.words), f"{name}: {said}") if self.is_named else (name, said)
        made = TableCell(
            shown, whole, self.view.with_values(order=to, start=1).url, self._look(field), beside=said, head="col",
            turns="order", sorted=way, key=name,
        )  # fmt: skip
        return [self._figure_head(self.figures[name]), made] if name in self.figures else [made]

    def _figure_head(self, suffix: str) -> TableCell:
        said = self.words("explorer.figure.about")
        return TableCell(self.words(f"explorer.figure{suffix}"), tone="n", beside=said, head="col")

    def _look(self, field: Field) -> str:
        return "n" if field.type in NUMERIC else ""

    def _row(self, row: Row) -> TableRow:
        cells: list[TableCell] = []
        for place, name in enumerate(self.columns):
            if name in self.figures:
                cells.append(self._figure(row, self.figures[name]))
            field, value = self.table.field(name), row[name]
            is_empty = bool(pd.isna(value)) or value == ""
            cell = TableCell("–", tone="is-empty") if is_empty else self._cell(field, value)
            tone = " ".join(filter(None, [self._look(field), cell.tone]))
            cells.append(cell._replace(tone=tone, head="" if place else "row", text_lang=self._spoken(name, row)))
        return TableRow(cells)

    def _spoken(self, name: str, row: Row) -> str:
        """The language of a text that is not the reader's: a title as published, a label as the source prints it."""
        if name.startswith("source_title") and name == column("source_title", self.words):
            return title_language(row, self.words)
        is_printed = name in AS_PRINTED.get(self.table.name, ()) and self.words.language != PRINTED_IN
        return PRINTED_IN if is_printed else ""

    def _cell(self, field: Field, value: Any) -> TableCell:
        if field.type in NUMERIC:
            return TableCell(str(value) if field.name in UNGROUPED else printed(float(value), self.words))
        text = str(value)
        if field.name.endswith("url") and (host := urlsplit(text).hostname):
            return TableCell(host, text, text)
        if field.name in self.coded:
            codes = text.split(SEPARATOR) if field.type == "list" or SEPARATOR in text else [text]
            shown, beside = zip(*(self._coded(field.name, code) for code in codes), strict=True)
            return self._long(", ".join(shown), "; ".join(beside))
        return self._long(text, text if len(text) > LONG else "")

    def _long(self, text: str, said: str) -> TableCell:
        return TableCell(text, said, tone="long" if len(text) > LONG else "")

    def _coded(self, name: str, code: str) -> tuple[str, str]:
        """A code or its name, and the other of the two."""
        said = label(self.table, name, code, self.words, self.sources)
        if name == "flags":
            return f"⚑ {self.words(f'flagname.{code}') if self.is_named else code}", said
        return (said, code) if self.is_named else (code, said)

    def _figure(self, row: Row, suffix: str) -> TableCell:
        """Low, high and status as one: 1,186, <5 [c], 133–141, at least 20."""
        read = {name: row[f"{name}{suffix}"] for name in ("low", "high", "status")}
        if pd.isna(read["low"]):
            return number("–", "is-empty")
        said = label(self.table, f"status{suffix}", read["status"], self.words, self.sources)
        if read["status"] == Status.SUPPRESSED:
            shown = self.words("suppressed.figure", n=self.words.number(read["high"] + 1))
            return number(f"{shown} {MARKS[State.SUPPRESSED]}", "is-suppressed", said=said)
        if read["status"] == Status.EXACT and read["low"] == 0:
            return number("0", "is-zero", said=self.words("state.zero"))
        return number(figure(read, self.words), "" if read["status"] == FigureStatus.EXACT else "is-range", said=said)

    def _range(self, shown: int, rows: int) -> str:
        say, start = self.words.number, self.view.start
        return self.words("explorer.rows", first=say(start), last=say(start + shown - 1), of=say(rows))

    def _pager(self, shown: int, rows: int) -> Markup:
        said, start = self._range(shown, rows), self.view.start
        last = (rows - 1) // PAGE_ROWS * PAGE_ROWS + 1
        steps = (
            ("first", 1, start > 1),
            ("previous", max(start - PAGE_ROWS, 1), start > 1),
            ("next", start + PAGE_ROWS, start + shown <= rows),
            ("last", last, start < last),
        )
        links = [
            el(
                "a",
                self.words(f"explorer.{name}"),
                href=self.view.with_values(start=to).url,
                data_turn="start",
                data_key=f"start-{name}",
            )
            for name, to, is_there in steps
            if is_there
        ]
        return el("nav", el("b", said), links, class_="pager", aria_label=self.words("control.start"))

    def _key(self) -> Key | None:
        """How figures read."""
        if not self.figures:
            return None
        w = self.words
        known = [
            ("0", w("state.zero")),
            ("–", w("explorer.empty")),
            (MARKS[State.SUPPRESSED], w("status.suppressed")),
            (w.interval(EXAMPLE), w("status.range")),
            (f"{MARKS[State.NOT_REPORTED]} {MARKS[State.NOT_APPLICABLE]}", w("explorer.no_row")),
        ]
        return Key(samples=tuple(Sample(said, sign=sign) for sign, said in known))

    def _flags(self, records: list[Row]) -> list[tuple[str, str]]:
        """What each flag on these rows means."""
        carried = {flag for row in records if "flags" in self.columns for flag in str(row["flags"]).split(SEPARATOR)}
        known = [flag for flag in Flag if flag in carried]
        return [
            (self.words(f"flagname.{flag}") if self.is_named else flag, self.words(f"flag.{flag}")) for flag in known
        ]
