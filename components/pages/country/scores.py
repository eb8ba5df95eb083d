"""What others score, estimate or count about the country: each family on a panel and a scale of its own, with what it
is not. Nothing is ranked, averaged or compared across."""

import math
from functools import cached_property

from markupsafe import Markup

from components.figures.joining import Point
from components.i18n import EN_DASH
from components.markup import el
from components.pages.country.section import Entry, Part, Section
from components.tables.rank import bar
from components.tables.sparks import SPARK_HEIGHT, SPARK_WIDTH, line
from components.tables.twins import table
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

    def pictures(self) -> list[Markup]:
        if not self.found:
            return [el("p", self.words("profile.no_context", country=self.name), class_="nothing")]
        return [el("div", [self._family(family, found) for family, found in self.found.items()], class_="families")]

    def _family(self, family: ContextFamily, found: list[Context]) -> Markup:
        w = self.words
        title = w(f"profile.family.{family}")
        is_graded = family is ContextFamily.TIP_REPORT
        drawn = [el("h3", title), self._tiers(found[0])] if is_graded else self._table(title, found)
        return el("div", drawn, el("p", w(f"context.not.{family}"), class_="not"), class_=f"family is-{family}")

    def _table(self, title: str, found: list[Context]) -> Markup:
        """The last figure of each measure on the scale of the family, its small line, and the years it covers."""
        w = self.words
        heads: list[tuple[str, str | None]] = [
            (w("profile.head.measure"), None), ("", "bar"), (w("profile.head.latest"), "n"), ("", "line"),
            (w("profile.head.years"), "n"),
        ]  # fmt: skip
        rows = [self._row(each) for each in found]
        return table(title + self._scale(found[0]), heads, rows, "scores")

    def _scale(self, found: Context) -> str:
        scale = found.scale
        if scale.maximum is None or len({each.scale.maximum for each in self.found[scale.family]}) > 1:
            return ""
        low, high = (self.words.number(end) for end in (scale.minimum or 0, scale.maximum))
        return " " + self.words("profile.scale", low=low, high=high)

    def _row(self, found: Context) -> Markup:
        w, scale = self.words, found.scale
        whole = self._yearly(found)
        latest = whole[-1] if whole else found.figures[-1]
        top, least = scale.maximum, scale.minimum or 0
        highs = [figure.bounds.high for figure in whole if figure.bounds and math.isfinite(figure.bounds.high)]
        if top is None or scale.unit is ContextUnit.PER_1000:  # a count, or a share far from its end: own scale
            top, least = max(highs, default=1) or 1, 0
        drawn = None
        has_scale = scale.maximum is not None and scale.unit is not ContextUnit.PER_1000
        if (has_scale or len(whole) > 1) and latest.bounds and math.isfinite(latest.bounds.high):
            drawn = bar(Interval(latest.bounds.low - least, latest.bounds.high - least), top - least)
        years = sorted({figure.year for figure in found.figures})
        covered = str(years[0]) if len(years) == 1 else f"{years[0]}{EN_DASH}{years[-1]} ({len(years)})"
        return el(
            "tr",
            el("th", w.label(found.measure), scope="row"),
            el("td", drawn, class_="bar"),
            el("td", self.text(found, latest), " ", el("span", latest.year, class_="soft"), class_="n"),
            el("td", _line(whole, least, top), class_="line"),
            el("td", covered, class_="n soft"),
        )

    def _yearly(self, found: Context) -> list[Figure]:
        """The figures that cover their whole year and all persons."""
        return [figure for figure in found.of(self.profile.country) if figure.is_whole_year and not figure.partner]

    def _tiers(self, found: Context) -> Markup:
        """One box a year with the tier in words; a grade has no scale."""
        w = self.words
        boxes = [
            el("li", el("b", figure.year), " ", w.label(figure.grade), class_=f"tier is-{figure.grade}")
            for figure in reversed(found.figures)
            if figure.grade
        ]
        return el("ul", boxes, class_="tiers")

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


def _line(figures: list[Figure], least: float, top: float) -> Markup | None:
    """The years of a measure on the scale of its bar; nothing for one year alone."""
    told = [Point(f.year, f.bounds) for f in figures if f.bounds and math.isfinite(f.bounds.high)]
    if len(told) < 2:  # a line has two ends
        return None
    drawn = line(told, (told[0].year, told[-1].year), (least, top))
    box = f"0 0 {SPARK_WIDTH} {SPARK_HEIGHT}"
    return el("svg", drawn, viewBox=box, preserveAspectRatio="none", aria_hidden="true")
