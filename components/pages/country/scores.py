"""What others score, estimate or count about the country: each family on a panel and a scale of its own, with what it
is not. Nothing is ranked, averaged or compared across."""

import math
from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup

from components.captions.picture import Picture
from components.i18n import EN_DASH
from components.markup import el
from components.pages.country.section import Entry, Part, Section
from components.pages.table_pictures import placed
from components.tables.cell_marks import bar, neighbours
from components.tables.table import Table, TableCell, TableRow, column, number, pictured, row_head
from data.context_vocabulary import ContextFamily, ContextMeasure, ContextUnit
from data.interval import Interval
from data.queries.context import Context, Figure, context

PER_1000_DIGITS = 1


class Scores(Section):
    """One panel a family of measures."""

    part = Part.CONTEXT

    @cached_property
    def found(self) -> dict[ContextFamily, list[Context]]:
        """The measures with a figure about the country, by family."""
        known = context(self.profile.dataset, self.profile.country, ContextMeasure)
        families: dict[ContextFamily, list[Context]] = {}
        for each in known.values():
            if each.figures:
                families.setdefault(each.scale.family, []).append(each)
        return families

    def sentence(self) -> str:
        return self.words("profile.context_said") if self.found else ""

    def shown(self) -> list[Picture]:
        if not self.found:
            return [Picture("country-scores", said=(self.words("profile.no_context", country=self.name),))]
        return [self._family(family, found) for family, found in self.found.items()]

    def content(self) -> dict[str, Markup]:
        drawn = [el("div", placed(each), class_=f"family is-{each.name}") for each in self.drawn]
        return {"context": el("div", drawn, class_="families")}

    def _family(self, family: ContextFamily, found: list[Context]) -> Picture:
        """A panel: its measures, or years with their grade, and what it is not."""
        w, title = self.words, self.words(f"profile.family.{family}")
        is_graded = family is ContextFamily.TIP_REPORT
        table = self._tiers(found[0], title) if is_graded else self._table(title, found)
        return Picture(str(family), table=table, said=(w(f"context.not.{family}"),))

    def _table(self, title: str, found: list[Context]) -> Table:
        """The last figure of each measure on the scale of the family, its small line, and the years it covers."""
        w = self.words
        heads = [column(w("profile.head.measure")), column("", "bar"), column(w("profile.head.latest"), "n"),
                 column("", "line"), column(w("profile.head.years"), "n")]  # fmt: skip
        caption = title + self._scale(found[0])
        return Table(caption, heads, [[self._row(each) for each in found]], "scores", "scores")

    def _scale(self, found: Context) -> str:
        scale = found.scale
        if scale.maximum is None or len({each.scale.maximum for each in self.found[scale.family]}) > 1:
            return ""
        low, high = (self.words.number(end) for end in (scale.minimum or 0, scale.maximum))
        return " " + self.words("profile.scale", low=low, high=high)

    def _row(self, found: Context) -> TableRow:
        w, scale = self.words, found.scale
        whole = self._yearly(found)
        latest = whole[-1] if whole else found.figures[-1]
        told = [(f.year, f.bounds) for f in whole if f.bounds and math.isfinite(f.bounds.high)]
        has_scale = scale.maximum is not None and scale.unit is not ContextUnit.PER_1000
        if scale.maximum is not None and has_scale:
            top, least = scale.maximum, scale.minimum or 0
        else:  # a count, or a share far from its end: a scale of its own
            top, least = max((bounds.high for _, bounds in told), default=1) or 1, 0
        shown = None
        if (has_scale or len(whole) > 1) and latest.bounds and math.isfinite(latest.bounds.high):
            shown = Interval(latest.bounds.low - least, latest.bounds.high - least)
        years = sorted({figure.year for figure in found.figures})
        covered = str(years[0]) if len(years) == 1 else f"{years[0]}{EN_DASH}{years[-1]} ({len(years)})"
        cells = [
            row_head(w.label(found.measure)),
            pictured(bar(shown, top - least)),
            number(self.text(found, latest), beside=str(latest.year)),
            pictured(neighbours(told, least, top), "line"),
            number(covered, "soft"),
        ]
        return TableRow(cells)

    def _yearly(self, found: Context) -> list[Figure]:
        """The figures that cover their whole year and all persons."""
        return [figure for figure in found.of(self.profile.country) if figure.is_whole_year and not figure.partner]

    def _tiers(self, found: Context, title: str) -> Table:
        """A row a year, the latest last, with the tier in words; a grade has no scale."""
        rows = [
            TableRow([row_head(str(figure.year)), TableCell(self.words.label(figure.grade))], f"tier is-{figure.grade}")
            for figure in reversed(found.figures)
            if figure.grade
        ]
        return Table(title, [], [rows], "tiers", "tiers")

    def text(self, found: Context, figure: Figure) -> str:
        """A figure as its maker gives it: with its decimals, as a range, at least, or a grade."""
        w = self.words
        if figure.grade:
            return w.label(figure.grade)
        if figure.bounds is None:
            return w("none")
        digits = {ContextUnit.SCORE: 2, ContextUnit.PERCENT: 1, ContextUnit.PER_1000: PER_1000_DIGITS}
        places = digits.get(found.scale.unit, 0)
        low, high = figure.bounds
        places = 0 if all(math.isinf(end) or end == round(end) for end in figure.bounds) else places
        if math.isinf(high):
            return w("context.at_least", n=w.number(low, places))
        shown = [w.number(end, places) for end in (low, high)]
        return shown[0] if low == high else EN_DASH.join(shown)

    def drawn_from(self) -> Iterable[str]:
        return (figure.source for found in self.found.values() for each in found for figure in each.figures)

    def entries(self) -> list[Entry]:
        w = self.words
        return [
            Entry(
                str(each.measure), figure.partner, w.label(each.measure),
                w.country(figure.partner) if figure.partner else "", self._period(figure), figure.bounds,
                self.text(each, figure), w(f"context.not.{each.scale.family}"), str(each.scale.unit),
                source=figure.source,
            )
            for found in self.found.values()
            for each in found
            for figure in each.figures
        ]  # fmt: skip

    def _period(self, figure: Figure) -> str:
        if figure.is_whole_year or not figure.period_end:
            return str(figure.year)
        return f"{figure.period_start} / {figure.period_end}"
