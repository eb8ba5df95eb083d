"""Key figures: the five indicators of the year with rate, place among the others, small line and change; what stands
out, in sentences."""

from collections.abc import Iterable

from markupsafe import Markup

from components.captions.insights import insights
from components.cells import MARKS, figure, state
from components.i18n import EN_DASH
from components.markup import el
from components.pages.country.section import Entry, Part, Section
from components.tables.sparks import SPARK_HEIGHT, SPARK_WIDTH, across, strokes
from components.tables.twins import table
from data.interval import Interval
from data.model import Cell
from data.queries.profile import KeyFigure
from data.vocabulary import Indicator, Measure

HEADS = ("indicator", "count", "rate", "place", "strip", "line", "before", "change")
NUMBERS = frozenset({"count", "rate", "place", "before", "change"})
TICK = 10  # units of width of a place in the strip


class Figures(Section):
    """The five indicators, one a row."""

    part = Part.FIGURES

    def pictures(self) -> list[Markup]:
        w, keys = self.words, [self.profile.key(indicator) for indicator in Indicator]
        heads = [(w(f"profile.head.{name}", year=self.profile.year), "n" if name in NUMBERS else name)
                 for name in HEADS]  # fmt: skip
        made = table(w("profile.figures", year=self.profile.year), heads, [self._row(key) for key in keys], "keys")
        note = el("p", w("profile.figures_note", first=self.profile.years[0], last=self.profile.years[-1]))
        return [made, el("div", note, class_="note"), *self._insights()]

    def _row(self, key: KeyFigure) -> Markup:
        w, cell = self.words, key.cell
        return el(
            "tr",
            el("th", w.label(key.indicator), scope="row"),
            el("td", self._marked(cell, Measure.COUNT), class_="n figure"),
            el("td", self._marked(cell, Measure.RATE) if cell.is_published else "", class_="n"),
            el("td", self._place(key), class_="n"),
            el("td", _strip(key), class_="strip"),
            el("td", self._line(key.indicator), class_="line"),
            el("td", self._before(key), class_="n"),
            el("td", self._change(key), class_="n"),
            class_=f"is-{state(cell)}",
        )

    def _marked(self, cell: Cell, measure: Measure) -> list[Markup | str]:
        text = figure(cell, measure, self.words)
        if text in MARKS.values():
            meaning = self.words(f"state.{state(cell)}" if not cell.is_published else "state.not_applicable")
            return [el("abbr", text, title=meaning), " ", el("span", meaning, class_="soft")]
        if not cell.flags or measure is Measure.RATE:
            return [text]
        said = " ".join(self.words(f"flag.{flag}") for flag in cell.flags)
        return [text, el("abbr", "⚑", el("span", said, class_="spoken"), title=said, class_="flag")]

    def _place(self, key: KeyFigure) -> str:
        if key.place is None:
            return ""
        best, worst = (self.words.number(rank) for rank in key.place)
        among = self.words.number(key.among)
        return self.words("profile.place", place=best if best == worst else f"{best}{EN_DASH}{worst}", among=among)

    def _line(self, indicator: Indicator) -> Markup:
        cells = self.profile.answers[indicator].over_time(self.profile.country)
        x = across(self.profile.year, cells[0].year, cells[-1].year)
        now = el("line", class_="now", x1=x, x2=x, y1=0, y2=SPARK_HEIGHT)
        box = f"0 0 {SPARK_WIDTH} {SPARK_HEIGHT}"
        return el(
            "svg", now, strokes(cells, Measure.COUNT), viewBox=box, preserveAspectRatio="none", aria_hidden="true"
        )

    def _before(self, key: KeyFigure) -> str:
        if key.before is None:
            return self.words("profile.never", first=self.profile.years[0])
        return self.words("profile.was", figure=self.cell_text(key.before), year=key.before.year)

    def _change(self, key: KeyFigure) -> str:
        return self.words.percent(key.change) if key.change else self.words("none")

    def _insights(self) -> list[Markup]:
        found = self._told()
        if not found:
            return []
        items = [el("li", el("b", name), ": ", said) for name, said in found]
        return [el("div", el("h3", self.words("insight.title", year=self.profile.year)), el("ul", items),
                   class_="told")]  # fmt: skip

    def _told(self) -> list[tuple[str, str]]:
        """Each fact as a sentence, with the indicator that it is about."""
        said = []
        for indicator, fact in self.profile.facts():
            (each,) = insights([fact], self.profile.answers[indicator], self.words)
            said.append((self.words.label(indicator), each.sentence))
        return said

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
            yield Entry(str(indicator), "", what, "", when, key.change, self._change(key), "", "relative_change",
                        source=key.cell.source)  # fmt: skip


def _strip(key: KeyFigure) -> Markup | None:
    """One box for each country that publishes, the first place on the left; filled are the places that this one may
    have."""
    if key.place is None:
        return None
    best, worst = key.place
    boxes = [
        el("rect", x=place * TICK - TICK + 1, y=1, width=TICK - 2, height=10,
           class_="sure" if best <= place <= worst else "empty")
        for place in range(1, key.among + 1)
    ]  # fmt: skip
    return el("svg", boxes, viewBox=f"0 0 {key.among * TICK} 12", preserveAspectRatio="none", aria_hidden="true")
