"""The ranking: a table whose bars show ranges and whose ranks do not set apart what may be equal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from components.cells import Trace, bounds, figure
from components.figures.interval_bars import Bar, Group, interval_bars
from components.i18n import Words
from components.tables.cell_marks import Spark, bar, spark
from components.tables.published import place, published
from components.tables.table import Table, TableCell, TableRow, column, pictured, row_head
from components.theme import Figure
from data.interval import Interval, ranks
from data.model import Answer, Cell
from data.vocabulary import Country, Measure

COLUMNS = ("place", "country", "bar", "figure", "other", "line")


@dataclass(frozen=True)
class Ranking:
    """What the table needs besides the year: the answer, the measure, the reader's words, and where the passports of
    its figures are (no stops of the tab key where the ranking stands beside a picture), and those of the profiles of
    the countries that are chosen."""

    answer: Answer
    measure: Measure
    words: Words
    to: Trace | None = None
    is_stop: bool = False
    profiles: Mapping[Country, str] = field(default_factory=dict)

    def table(self, year: int, caption: str) -> Table:
        """The ranking of one year: published figures from high to low, then the others by name."""
        cells = self.answer.by_country(year)
        figures = {str(c.country): shown for c in cells if (shown := bounds(c, self.measure)) is not None}
        places = ranks(figures)
        top = max((shown.high for shown in figures.values()), default=0) or 1
        rows = [self._row(cell, places.get(cell.country), top) for cell in sorted(cells, key=self._order)]
        return Table(caption, self._heads(), [rows], "rank")

    def figure(self, year: int) -> Figure:
        """The same as bars, without the order of those that may be equal."""
        w, measure, cells = self.words, self.measure, sorted(self.answer.by_country(year), key=self._order)
        bars = [Bar(w.country(c.country), bounds(c, measure), figure(c, measure, w)) for c in cells]
        return interval_bars([Group("", bars)])

    def published(self, year: int) -> list[Cell]:
        """The cells of the panel that have a figure of the measure, from high to low."""
        return sorted((c for c in self.answer.reporting(year) if bounds(c, self.measure)), key=self._order)

    def _heads(self) -> list[TableCell]:
        named = {"figure": self.words(f"rank.{self.measure}"), "other": self.words(f"rank.{self._other}")}
        return [column(named.get(name) or self.words(f"rank.{name}"), name) for name in COLUMNS]

    @property
    def _other(self) -> Measure:
        return Measure.COUNT if self.measure is Measure.RATE else Measure.RATE

    def _order(self, cell: Cell) -> tuple[float, float, str]:
        shown = bounds(cell, self.measure) or Interval(-1, -1)
        return (-shown.high, -shown.low, self.words.sort_key(self.words.country(cell.country)))

    def _row(self, cell: Cell, span: tuple[int, int] | None, top: float) -> TableRow:
        chosen = self.answer.selection.countries
        look = "is-chosen" if cell.country in chosen else "is-quiet" if chosen else ""
        cells = [
            TableCell(place(span, self.words), tone="place"),
            row_head(self.words.country(cell.country), "country", href=self.profiles.get(cell.country, "")),
            pictured(bar(bounds(cell, self.measure), top)),
            published(cell, self.measure, self.words, self.to, tone="figure", is_stop=self.is_stop),
            published(cell, self._other, self.words, tone="other")._replace(notes=()),
            pictured(tuple(line._replace(now=cell.year) for line in self._lines[cell.country]), "line"),
        ]
        return TableRow(cells, look, str(cell.country))

    def lines(self) -> list[Spark]:
        """The small line of each country, which a page defines once for the tables of all years."""
        return [line for country in Country for line in self._lines[country]]

    @cached_property
    def _lines(self) -> dict[Country, tuple[Spark, ...]]:
        drawn = {c: self.answer.over_time(c) for c in Country}
        return {c: spark(cells, self.measure, symbol=f"spark-{c}") for c, cells in drawn.items()}
