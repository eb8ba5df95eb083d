"""Key figures: the indicators of the year with rate, place among the others, small line and change; what stands
out, in sentences."""

from collections.abc import Iterable

from components.captions.changes import told
from components.captions.insights import insights
from components.captions.picture import Picture
from components.cells import state
from components.i18n import EN_DASH
from components.pages.country.section import Entry, Part, Section
from components.pages.table_pictures import terms
from components.tables.cell_marks import places, spark
from components.tables.published import place, published
from components.tables.table import Table, TableCell, TableRow, column, number, pictured, row_head
from data.interval import Interval
from data.queries.comparable import Untold
from data.queries.profile import KeyFigure
from data.vocabulary import Indicator, Measure

HEADS = ("indicator", "count", "rate", "place", "strip", "line", "before", "change")
NUMBERS = frozenset({"count", "rate", "place", "before", "change"})


class Figures(Section):
    """The indicators, one a row."""

    part = Part.FIGURES

    def shown(self) -> list[Picture]:
        w, p = self.words, self.profile
        note = w("profile.figures_note", first=p.years[0], last=p.years[-1])
        keys = Picture("country-keys", table=self.table(), said=(note,))
        facts = self._told()
        return [keys, terms("country-told", w("insight.title", year=p.year), facts)] if facts else [keys]

    def table(self) -> Table:
        """One row an indicator."""
        w, year = self.words, self.profile.year
        heads = [column(w(f"profile.head.{name}", year=year), "n" if name in NUMBERS else name) for name in HEADS]
        rows = [self._row(self.profile.key(indicator)) for indicator in Indicator]
        return Table(w("profile.figures", year=year), heads, [rows], "keys", "keys")

    def _row(self, key: KeyFigure) -> TableRow:
        w, cell = self.words, key.cell
        over_time = self.profile.answers[key.indicator].over_time(self.profile.country)
        rate = published(cell, Measure.RATE, w, tone="n") if cell.is_published else number("")
        cells = [
            row_head(w.label(key.indicator)),
            self._figure(published(cell, Measure.COUNT, w, tone="n figure")),
            self._figure(rate._replace(notes=())),
            number(self._place(key)),
            pictured(places(key.place, key.among), "strip"),
            pictured(spark(over_time, Measure.COUNT, self.profile.year), "line"),
            number(self._before(key)),
            number(self._change(key)),
        ]
        return TableRow(cells, f"is-{state(cell)}")

    def _figure(self, cell: TableCell) -> TableCell:
        """A mark with what it stands for beside it, where there is room to say it."""
        return cell._replace(said="", beside=cell.said) if cell.said else cell

    def _place(self, key: KeyFigure) -> str:
        if key.place is None:
            return ""
        return self.words("profile.place", place=place(key.place, self.words), among=self.words.number(key.among))

    def _before(self, key: KeyFigure) -> str:
        if key.before is None:
            return self.words("profile.never", first=self.profile.years[0])
        return self.words("profile.was", figure=self.cell_text(key.before), year=key.before.year)

    def _change(self, key: KeyFigure) -> str:
        return told(key.change, self.words) if key.change else self.words("none")

    def _told(self) -> list[tuple[str, str]]:
        """Each fact as a sentence, with the indicator that it is about."""
        said = []
        for indicator, fact in self.profile.facts():
            (each,) = insights([fact], self.profile.answers[indicator], self.words)
            said.append((self.words.label(indicator), each.sentence))
        return said

    def drawn_from(self) -> Iterable[str]:
        mine = self.profile.country
        return (cell.source for found in self.profile.answers.values() for cell in found.over_time(mine))

    def entries(self) -> list[Entry]:
        return [entry for indicator in Indicator for entry in self._entries(indicator)]

    def _entries(self, indicator: Indicator) -> Iterable[Entry]:
        w, key, name = self.words, self.profile.key(indicator), self.words.label(indicator)
        cells = self.profile.answers[indicator].over_time(self.profile.country)
        yield from (self.of_cell(str(indicator), name, cell) for cell in cells)
        for cell in cells:
            if cell.rate:
                told = self.of_cell(str(indicator), w("profile.rate", what=name), cell)
                yield told._replace(bounds=cell.rate, text=w.interval(cell.rate, is_rate=True), unit="rate_per_100k")
        at = str(self.profile.year)
        if key.place:
            what = w("profile.rank", what=name)
            yield Entry(str(indicator), "", what, "", at, Interval(*key.place), self._place(key), "", "rank",
                        source=key.cell.source)  # fmt: skip
        if key.change and key.before:
            when = f"{key.before.year}{EN_DASH}{at}"
            what = w("profile.changed", what=name)
            bounds = None if isinstance(key.change, Untold) else key.change
            yield Entry(str(indicator), "", what, "", when, bounds, self._change(key), "", "relative_change",
                        source=key.cell.source)  # fmt: skip
