"""Data: every curated table row by row, filtered, ordered, and taken away as it stands."""

from functools import cached_property
from typing import Any

import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions.code_labels import head, own_columns
from components.captions.headline import Finding, card_list, headline
from components.captions.picture import Picture
from components.captions.snippets import taken
from components.captions.sources import lines
from components.controls.choices import Option, row, side_by_side
from components.controls.several import any_or_all
from components.i18n import EN_DASH, Words
from components.pages.explorer.filters import chips, folds
from components.pages.explorer.grid import PAGE_ROWS, Grid
from components.pages.page import Parts, ShownPage
from components.url import table_filter as where
from components.url.choices import Cells
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.filter import FilterRefused, select
from data.order import ordered
from data.schema import SHOWN
from data.vocabulary import Country

HIDDEN = ("suppressed", "range")  # of which a figure is not known to the unit


class Explorer(ShownPage):
    """A view of one table. What the table does not have is left out of the view, and reported."""

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        super().__init__(view, ignored, dataset, words)
        self._settle_table()
        self.table = SHOWN[self.view.table]
        self._settle_filters()
        self._settle_columns()
        self.whole = dataset.tables[self.view.table]
        self.frame = self._selected()
        self._settle_start()

    def _settle_table(self) -> None:
        if self.view.table not in self.dataset.tables:
            self._ignore("table", self.view.table, ", ".join(name for name in SHOWN if name in self.dataset.tables))
            self.view = View.of(self.view.locale, self.view.page, theme=self.view.theme)

    def _settle_filters(self) -> None:
        """Each filter alone: one that cannot be used does not take the others with it."""
        kept = {}
        for name, text in self.filters.items():
            try:
                select(self.dataset.tables[self.view.table], self.table, {name: text})
                kept[name] = text
            except FilterRefused as no:
                self._ignore(no.parameter, no.value, no.accepted)
        self.view = self.view.with_values(where=where.written(kept))

    def _settle_columns(self) -> None:
        known = self.table.columns
        for name in [name for name in self.view.columns if name not in known]:
            self._ignore("columns", name, ", ".join(known))
        kept = tuple(name for name in known if name in self.view.columns)
        self.view = self.view.with_values(columns=() if list(kept) == own_columns(self.table, self.words) else kept)
        if self.view.order and self.view.order.removeprefix("-") not in known:
            self._ignore("order", self.view.order, ", ".join(known))
            self.view = self.view.with_values(order="")

    def _settle_start(self) -> None:
        if self.view.start > max(len(self.frame), 1):
            self._ignore("start", str(self.view.start), f"1-{max(len(self.frame), 1)}")
            self.view = self.view.with_values(start=1)

    def _ignore(self, parameter: str, value: str, accepted: str) -> None:
        self.ignored.append(Ignored(parameter[:40], value[:40], accepted))

    @property
    def filters(self) -> dict[str, str]:
        return where.filters(self.view.where) if self.view.where else {}

    @property
    def columns(self) -> list[str]:
        """The columns in view, in the order of the table: by themselves, those in the language of the page."""
        return list(self.view.columns) or own_columns(self.table, self.words)

    def _selected(self) -> pd.DataFrame:
        frame = select(self.whole, self.table, self.filters)
        order = self.view.order
        return ordered(frame, order.removeprefix("-"), descending=order.startswith("-")) if order else frame

    @property
    def name(self) -> str:
        return self.words(f"dataset.{self.table.name}")

    @property
    def title(self) -> str:
        return self.words("explorer.title", table=self.name)

    @cached_property
    def finding(self) -> Finding:
        """How many rows the table has, and how many are selected."""
        rows, of = len(self.frame), self.words.number(len(self.whole))
        key = "explorer.selected" if self.filters else "explorer.whole"
        said = self.words.count(key, rows, table=self.name, of=of)
        row = self.words(f"dataset.about.{self.table.name}")
        about = self.words("explorer.row", about=row[:1].lower() + row[1:])
        return Finding(said, "", f"{about} {self.words('explorer.caveat')}")

    @property
    def shown(self) -> pd.DataFrame:
        """The rows of the page of rows in view."""
        return self.frame.iloc[self.view.start - 1 : self.view.start - 1 + PAGE_ROWS]

    @property
    def grid(self) -> Grid:
        return Grid(self.view, self.table, self.columns, self.words, self.dataset.sources)

    def pictures(self) -> list[Picture]:
        return self.grid.pictures(self.shown, len(self.frame))

    def parts(self) -> Parts:
        return {
            "notice": {"html": self.notice()},
            "headline": {"html": headline(self.finding)},
            "cards": {"html": self.cards()},
            "controls": {"children": self._controls()},
            "filters": {"html": chips(self.view, self.table, self.words)},
            "facets": {"children": self._facets()},
            "stage": self.stage(),
            **{name: {"html": markup} for name, markup in self.grid.parts(self.shown, len(self.frame)).items()},
            "take": {"html": taken(self.view, self.table, self.words)},
            "sources": {"html": lines(self.view, self.sources, self.dataset, self.words)},
        }

    def page(self) -> html.Main:
        parts = self.parts()
        return html.Main(
            [
                *self.head(parts),
                self.static("filters", parts, "filters"),
                self.group("facets", parts, "by-columns filters"),
                html.Section([self.staged(parts, self._places(parts))], className="picture"),
                self.static("take", parts, "taken"),
                html.Div([self.static("sources", parts)], className="notes"),
            ],
            id="main",
            className="explorer",
        )

    def _places(self, parts: Parts) -> list[Any]:
        """Pages of rows, rows, and how to read them."""
        placed = [self.static("pager", parts), self.static("rows", parts), self.static("reads", parts, "reads")]
        return [html.Div(placed, className="rows-and-pages")]

    def rows(self) -> pd.DataFrame:
        """The rows selected with the columns chosen; where none are, with all, as the API answers."""
        return self.frame[list(self.view.columns) or self.table.columns]

    @property
    def sources(self) -> list[str]:
        named = [name for name in ("source", "release_from", "release_to") if name in self.frame]
        return sorted({str(key) for name in named for key in self.frame[name].unique()})

    def _facets(self) -> list[Any]:
        return folds(self.view, self.table, self.whole, self.words, self.dataset.sources)

    def _controls(self) -> list[html.Div]:
        v, words = self.view, self.words
        tables = [Option(name, words(f"dataset.{name}")) for name in SHOWN if name in self.dataset.tables]
        return [
            html.Div(side_by_side("table", tables, v.table, words("control.table")), className="tables"),
            html.Div([row(v, "cells", Cells, words), self._column_choice()], className="folds"),
        ]

    def _column_choice(self) -> html.Details:
        """Any of the columns; all of them are shown where none is chosen."""
        known = [Option(name, head(self.table, name, self.words)) for name in self.table.columns]
        return any_or_all("columns", self.words("explorer.all_columns"), known, self.view.columns, self.words)

    def cards(self) -> Markup:
        say = self.words.number
        pairs = [(say(len(self.frame)), self.words("explorer.card.rows", of=say(len(self.whole))))]
        for made in (self._countries, self._years, self._uncertain):
            pairs += made()
        return card_list(pairs)

    def _countries(self) -> list[tuple[str, str]]:
        name = next((name for name in ("country", "area") if name in self.frame), None)
        if name is None:
            return []
        found = set(self.frame[name]) & set(Country)
        return [(f"{len(found)}/{len(Country)}", self.words("explorer.card.countries"))]

    def _years(self) -> list[tuple[str, str]]:
        if "year" not in self.frame or self.frame.empty:
            return []
        first, last = self.frame["year"].min(), self.frame["year"].max()
        return [(str(first) if first == last else f"{first}{EN_DASH}{last}", self.words("explorer.card.years"))]

    def _uncertain(self) -> list[tuple[str, str]]:
        if "low" not in self.frame:
            return []
        hidden = int(self.frame["status"].isin(HIDDEN).sum())
        return [(self.words.number(hidden), self.words("card.suppressed"))]
