"""The grid: a hundred rows of a table, heads that order them, figures that read as one, and links to the others."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
from markupsafe import Markup

from components.cells import MARKS, State
from components.i18n import Words
from components.markup import el
from components.pages.cooperation.statements import figure, printed
from components.render.labels import Sources, label, label_columns, meaning
from components.url.choices import Cells
from components.url.view import View
from data.cooperation_vocabulary import FigureStatus
from data.interval import Interval
from data.schema import NUMERIC, SEPARATOR, Field, Table
from data.vocabulary import Flag, Status

PAGE_ROWS = 100
LONG = 36  # characters beyond which a text is cut off to the eye; its whole is in the title, and in the file
UNGROUPED = ("year", "row")  # whole numbers that are names, not counts: 2023, never 2,023
EXAMPLE = Interval(133, 141)  # how a range reads
BOUNDS = ("", "_from", "_to")  # endings of low, high and status: one figure, or one in each of two releases

Row = Mapping[str, Any]


class Grid:
    """A table as it is shown: which columns, in which order, as codes or as names."""

    def __init__(self, view: View, table: Table, columns: list[str], words: Words, sources: Sources) -> None:
        self.view, self.table, self.columns, self.words, self.sources = view, table, columns, words, sources
        self.coded = set(label_columns(table))
        # A figure stands before the first of its bounds that is shown; it needs all three to be read.
        self.figures = {
            next(name for name in bounds if name in columns): suffix
            for suffix in BOUNDS
            if (bounds := [f"low{suffix}", f"high{suffix}"]) and set(bounds) & set(columns)
            if f"low{suffix}" in table.columns
        }

    def html(self, shown: pd.DataFrame, rows: int) -> Markup:
        """The rows shown, of so many that are selected; where there are more, links to the rows before and after."""
        caption = self.words(f"dataset.{self.table.name}")
        if shown.empty:
            return el("p", self.words("explorer.nothing"), class_="nothing")
        records: list[Row] = [{str(key): value for key, value in row.items()} for row in shown.to_dict("records")]
        made = el(
            "table",
            el("caption", el("span", caption), class_="spoken"),
            el("thead", el("tr", [self._head(name) for name in self.columns])),
            el("tbody", [self._row(row) for row in records]),
            class_="grid",
        )
        region = el("div", made, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key="rows")
        pager = self._pager(len(shown), rows)
        return el("div", pager, region, self._legend(records), class_="rows-and-pages")

    def _head(self, name: str) -> list[Markup]:
        field, order = self.table.field(name), self.view.order
        said = meaning(self.table, field, self.words)
        is_by, falls = order.removeprefix("-") == name, order.startswith("-")
        to = {(False, False): name, (True, False): f"-{name}", (True, True): ""}[is_by, is_by and falls]
        mark = el("span", "▼" if falls else "▲", class_="by", aria_hidden="true") if is_by else None
        link = el(
            "a",
            el("b", name),
            mark,
            href=self.view.with_values(order=to, start=1).url,
            title=said,
            data_turn="order",
            data_key=f"order-{name}",
        )
        sort = ("descending" if falls else "ascending") if is_by else None
        made = el("th", link, el("small", said), scope="col", class_=self._look(field), aria_sort=sort)
        return [self._figure_head(self.figures[name]), made] if name in self.figures else [made]

    def _figure_head(self, suffix: str) -> Markup:
        said = self.words("explorer.figure.about")
        return el("th", el("b", self.words(f"explorer.figure{suffix}")), el("small", said), scope="col", class_="n")

    def _look(self, field: Field) -> str | None:
        return "n" if field.type in NUMERIC else None

    def _row(self, row: Row) -> Markup:
        cells: list[Markup] = []
        for place, name in enumerate(self.columns):
            if name in self.figures:
                cells.append(self._figure(row, self.figures[name]))
            field = self.table.field(name)
            value = row[name]
            is_empty = bool(pd.isna(value)) or value == ""
            looks = [look for look in (self._look(field), "is-empty" if is_empty else None) if look]
            content: Markup | str = "–" if is_empty else self._cell(field, value)
            scope = {"scope": "row"} if place == 0 else {}
            cells.append(el("td" if place else "th", content, class_=" ".join(looks) or None, **scope))
        return el("tr", cells)

    def _cell(self, field: Field, value: Any) -> Markup | str:
        if field.type in NUMERIC:
            return str(value) if field.name in UNGROUPED else printed(float(value), self.words)
        text = str(value)
        if field.name.endswith("url") and (host := urlsplit(text).hostname):
            return el("a", host, href=text, rel="external noopener", title=text)
        if field.name in self.coded:
            codes = text.split(SEPARATOR) if field.type == "list" or SEPARATOR in text else [text]
            return Markup(", ").join(self._coded(field.name, code) for code in codes)
        return el("span", text, class_="long", title=text) if len(text) > LONG else text

    def _coded(self, name: str, code: str) -> Markup:
        said = label(self.table, name, code, self.words, self.sources)
        shown, beside = (said, code) if self.view.cells is Cells.NAMES and name != "flags" else (code, said)
        mark = el("span", "⚑ ", class_="flag", aria_hidden="true") if name == "flags" else None
        return el("abbr", mark, shown, title=beside, class_="long" if len(shown) > LONG else None)

    def _figure(self, row: Row, suffix: str) -> Markup:
        """Low, high and status as one: 1,186, <5 [c], 133–141, at least 20."""
        read = {name: row[f"{name}{suffix}"] for name in ("low", "high", "status")}
        if pd.isna(read["low"]):
            return el("td", "–", class_="n is-empty")
        said = label(self.table, f"status{suffix}", read["status"], self.words, self.sources)
        if read["status"] == Status.SUPPRESSED:
            mark = el("abbr", MARKS[State.SUPPRESSED], title=said)
            shown = self.words("suppressed.figure", n=self.words.number(read["high"] + 1))
            return el("td", shown, " ", mark, class_="n is-suppressed")
        if read["status"] == Status.EXACT and read["low"] == 0:
            return el("td", "0", class_="n is-zero", title=self.words("state.zero"))
        is_plain = read["status"] == FigureStatus.EXACT
        return el("td", figure(read, self.words), class_="n" if is_plain else "n is-range", title=said)

    def _pager(self, shown: int, rows: int) -> Markup:
        say, start = self.words.number, self.view.start
        said = self.words("explorer.rows", first=say(start), last=say(start + shown - 1), of=say(rows))
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

    def _legend(self, records: list[Row]) -> Markup:
        """How figures read, and what each flag on these rows means."""
        lines = []
        if self.figures:
            known = [
                (el("b", "0"), self.words("state.zero")),
                (el("b", "–"), self.words("explorer.empty")),
                (el("b", MARKS[State.SUPPRESSED]), self.words("status.suppressed")),
                (el("i", self.words.interval(EXAMPLE)), self.words("status.range")),
                (el("b", MARKS[State.NOT_REPORTED], " ", MARKS[State.NOT_APPLICABLE]), self.words("explorer.no_row")),
            ]
            lines.append(el("p", [el("span", mark, " ", said) for mark, said in known], class_="figure-marks"))
        carried = {flag for row in records if "flags" in self.columns for flag in str(row["flags"]).split(SEPARATOR)}
        said_flags = [el("li", el("b", flag), ": ", self.words(f"flag.{flag}")) for flag in Flag if flag in carried]
        return el("div", lines, el("ul", said_flags, class_="flags") if said_flags else None, class_="reads")
