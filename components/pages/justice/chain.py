"""The chain of a window of years: for each country four bars with their ranges in a row, and ratios as ranges."""

from dataclasses import dataclass

from components.captions.trace import trace
from components.cells import figure as printed_figure
from components.cells import state
from components.figures.interval_bars import Bar, Column, interval_columns
from components.figures.justice_clock import STEPS
from components.i18n import Words
from components.tables.cell_marks import bar
from components.tables.published import published
from components.tables.table import Note, Table, TableCell, TableRow, column, number, pictured, row_head
from components.theme import Figure as Drawn
from components.url.choices import Sort
from components.url.view import View
from data.interval import Interval
from data.queries.justice import CHAIN, Conflict, Figure, Justice, Ratio
from data.vocabulary import Country, Indicator, Measure

STEP_HUES = {indicator: look.hue for indicator, look in STEPS.items()}


@dataclass(frozen=True)
class Chain:
    """The table, in the reader's words. `chosen` is the country in view, if any. The figures of a `view` lead to the
    passports of the last year that is added."""

    justice: Justice
    years: range
    words: Words
    chosen: Country | None = None
    view: View | None = None

    def ordered(self, sort: Sort) -> list[Country]:
        """Countries from the highest upper bound down, those without a figure last; or by name."""
        return sorted(Country, key=lambda country: (self._rank(country, sort), self._by_name(country)))

    def _by_name(self, country: Country) -> str:
        return self.words.sort_key(self.words.country(country))

    def _rank(self, country: Country, sort: Sort) -> tuple[float, float]:
        if sort is Sort.NAME:
            return (0, 0)
        if sort is Sort.REPORTING:
            return (-self.justice.published(country, self.years), 0)
        count = self.justice.count(country, Indicator(str(sort))) or Interval(-1, -1)
        return (-count.high, -count.low)

    def table(self, countries: list[Country], caption: str) -> Table:
        """One row a country. Each column of bars has its own scale; where a year is missing it is named."""
        tops = {
            i: max((c.high for each in Country if (c := self.justice.count(each, i))), default=0) or 1 for i in CHAIN
        }
        w = self.words
        heads = [column(w("table.country")), *(column(w.label(i), f"step step-{i}", across=2) for i in CHAIN)]
        heads += [column(w(f"ratio.{ratio}"), "n ratio") for ratio in Ratio]
        return Table(caption, heads, [[self._row(country, tops) for country in countries]], "chain", "chain")

    def figure(self, countries: list[Country]) -> Drawn:
        """The same rows as bars: the four counts, each on its own scale, and the ratios beside them."""
        w = self.words
        steps = [Column(w.label(i), [[self._bar(country, i)] for country in countries]) for i in CHAIN]
        ratios = [
            Column(w(f"ratio.{ratio}"), [[self._said(country, ratio)] for country in countries], 0.7) for ratio in Ratio
        ]
        return interval_columns([self._named(country) for country in countries], [*steps, *ratios])

    def _named(self, country: Country) -> str:
        """The way to the country, which is marked where it is the one in view, and where steps are in conflict."""
        name = self.words.country(country)
        if country is self.chosen:
            name = f"<b>{name}</b>"
        elif self.view:
            name = f'<a href="{self.view.with_values(country=country).url}" target="_self">{name}</a>'
        return f"{name} ⇅" if self.justice.conflicts(country, self.justice.window) else name

    def _bar(self, country: Country, indicator: Indicator) -> Bar:
        shown = self.justice.figure(country, indicator)
        cell, name = shown.cell, f"{self.words.country(country)}, {self.words.label(indicator).lower()}"
        href = trace(self.view, indicator=indicator)(cell) if self.view else ""
        text, hue = printed_figure(cell, Measure.COUNT, self.words), STEP_HUES[indicator]
        if not cell.is_published:
            return Bar(name, None, f"{text} {self.missing(shown)}", href=href, hue=hue)
        flags = " ".join(self.words(f"flag.{flag}") for flag in cell.flags)
        return Bar(name, cell.count, text, "⚑" if flags else "", flags, href, hue)

    def _said(self, country: Country, ratio: Ratio) -> Bar:
        """A ratio in words: it has no bar, as its scale is not that of counts."""
        found = self.justice.ratio(country, ratio)
        text = self.words("none") if found is None else self.per_hundred(found)
        more = self.words("justice.undefined") if found is None else ""
        return Bar(f"{self.words.country(country)}, {self.words(f'ratio.{ratio}').lower()}", None, text, more=more)

    def _row(self, country: Country, tops: dict[Indicator, float]) -> TableRow:
        conflicts = self._conflicts(self.justice.conflicts(country, self.justice.window))
        cells = [row_head(self.words.country(country), notes=conflicts)]
        for i in CHAIN:
            cells += self._step(self.justice.figure(country, i), i, tops[i])
        cells += [self._ratio(self.justice.ratio(country, ratio)) for ratio in Ratio]
        return TableRow(cells, "is-chosen" if country is self.chosen else "", str(country))

    def _step(self, shown: Figure, indicator: Indicator, top: float) -> list[TableCell]:
        to = trace(self.view, indicator=indicator) if self.view else None
        cell = published(shown.cell, Measure.COUNT, self.words, to, tone="n")
        if not shown.cell.is_published:
            years = self.missing(shown)
            cell = cell._replace(said="", beside=years, tone="n is-missing")
        return [pictured(bar(shown.cell.count, top), f"bar step step-{indicator}"), cell]

    def missing(self, shown: Figure) -> str:
        """Which years of the window are not published."""
        if len(shown.missing) == len(self.justice.window):
            return self.words(f"state.{state(shown.cell)}")
        return self.words("justice.missing", years=", ".join(map(str, shown.missing)))

    def _ratio(self, ratio: Interval | None) -> TableCell:
        """The ratio with one decimal; a dash where it is not defined."""
        if ratio is None:
            return number(self.words("none"), "ratio", said=self.words("justice.undefined"))
        return number(self.per_hundred(ratio), "ratio")

    def per_hundred(self, ratio: Interval) -> str:
        low, high = (self.words.number(bound, 0 if bound == 0 or bound >= 100 else 1) for bound in ratio)
        return low if low == high else self.words("justice.range", low=low, high=high)

    def _conflicts(self, found: list[tuple[Conflict, int]]) -> tuple[Note, ...]:
        said = [
            self.words(f"conflict.{conflict}", years=", ".join(str(year) for c, year in found if c is conflict))
            for conflict in Conflict
            if any(c is conflict for c, _ in found)
        ]
        return (Note("⇅", " ".join(said)),) if said else ()
