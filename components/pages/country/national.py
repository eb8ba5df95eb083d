"""What the country itself says: figures of its authorities as they are printed, beside the series of UNODC and never
in it. One table behind a fold: no sum, no bar, no line, for two of these figures seldom count the same."""

import math
from collections.abc import Iterable
from functools import cached_property
from typing import Any

import pandas as pd
from markupsafe import Markup

from components.captions.code_labels import head
from components.captions.picture import Picture
from components.i18n import Words
from components.markup import el
from components.pages.cooperation.statements import description, figure, period
from components.pages.country.section import Entry, Part, Section
from components.tables.calendars import folded
from components.tables.table import Table, TableCell, TableRow, column, number, row_head, to_html
from components.translated import told
from components.url import table_filter
from components.url.choices import Page
from data.cooperation_vocabulary import CrimeScope, FigureStatus
from data.interval import Interval
from data.national_vocabulary import Extent, NationalMeasure, SaidBy
from data.queries.national import national
from data.schema import SEPARATOR
from data.schema.national import NATIONAL
from data.vocabulary import Span

TABLE = "national_statements"


class National(Section):
    """One row a figure: what is counted, in our words, over which period, and who says it where."""

    part = Part.NATIONAL

    @cached_property
    def found(self) -> list[dict[str, Any]]:
        return national(self.profile.dataset, self.profile.country)

    def sentence(self) -> str:
        return self.words.count("national.said", len(self.found))

    def shown(self) -> list[Picture]:
        return [Picture("country-statements", table=self._table())] if self.found else []

    def content(self) -> dict[str, Markup]:
        table = self.drawn[0].table
        address = self.view.at_page(Page.DATA).with_values(
            table=TABLE, where=table_filter.written({"country": str(self.profile.country)})
        )
        rows = el("p", el("a", self.words("national.rows"), href=address.url))
        read = [to_html(table), rows] if table else []
        return {str(self.part): folded(self.words("national.open"), "fold-national", read)}

    def _table(self) -> Table:
        w = self.words
        heads = [column(w("national.counted")), column(w("statements.head.what")), column(w("statements.head.period"))]
        heads += [column(w("statements.head.figure"), "n"), column(w("national.who"))]
        rows = [self._row(row) for row in self.found]
        return Table(w("national.caption", country=self.name), heads, [rows], "statements", "statements-national")

    def _row(self, row: dict[str, Any]) -> TableRow:
        cells = [
            row_head(self.words.label(NationalMeasure(row["measure"]))),
            TableCell(description(row, self.words), tone="what", beside="; ".join(self._limits(row))),
            TableCell(_period(row, self.words), tone="period"),
            number(figure(row, self.words)),
            TableCell(
                told(row, "source_publisher", self.words), href=row["source_url"], beside="; ".join(self._known(row))
            ),
        ]
        return TableRow(cells, "is-conflict" if row["conflict"] else "")

    def _limits(self, row: dict[str, Any]) -> list[str]:
        """What the figure is not: all of the country, or of this crime alone."""
        w, extent, scope = self.words, Extent(row["extent"]), CrimeScope(row["crime_scope"])
        said = [] if extent is Extent.WHOLE else [w.label(extent)]
        return said if scope is CrimeScope.TRAFFICKING else [*said, w(f"scope.{scope}")]

    def _known(self, row: dict[str, Any]) -> list[str]:
        w = self.words
        said = [w.label(SaidBy(row["said_by"])), w(f"evidence.{row['evidence']}")]
        ours = [name for name in row["inferred"].split(SEPARATOR) if name.startswith("period")]
        said += [w("statements.inferred", fields=", ".join(head(NATIONAL, name, w) for name in ours))] if ours else []
        return [*said, *([w("statements.conflict")] if row["conflict"] else [])]

    def drawn_from(self) -> Iterable[str]:
        return {_source(row) for row in self.found}

    def entries(self) -> list[Entry]:
        w = self.words
        return [
            Entry(
                f"national_{row['measure']}", row["statement"], w.label(NationalMeasure(row["measure"])),
                description(row, w), _period(row, w), _bounds(row), figure(row, w),
                w.label(FigureStatus(row["status"])), row["unit"], source=_source(row),
            )
            for row in self.found
        ]  # fmt: skip


def _period(row: dict[str, Any], words: Words) -> str:
    """A whole year as its number, anything else as its days."""
    return str(row["year"]) if row["span"] == Span.YEAR else period(row, words)


def _bounds(row: dict[str, Any]) -> Interval:
    return Interval(float(row["low"]), math.inf if pd.isna(row["high"]) else float(row["high"]))


def _source(row: dict[str, Any]) -> str:
    """The searches of the raw rows, as sources.csv names them."""
    return SEPARATOR.join(sorted({f"search_{each.partition(':')[0]}" for each in row["raw_rows"].split(SEPARATOR)}))
