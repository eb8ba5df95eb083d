"""The ranking: a table whose bars show ranges and whose ranks do not set apart what may be equal."""

from dataclasses import dataclass

from markupsafe import Markup

from components.captions.trace import Trace, cited
from components.cells import MARKS, bounds, figure, state
from components.i18n import EN_DASH, Words
from components.markup import el
from components.tables.sparks import spark
from data.interval import Interval, ranks
from data.model import Answer, Cell
from data.vocabulary import Measure

BAR = 100  # units of width of a bar


@dataclass(frozen=True)
class Ranking:
    """What the table needs besides the year: the answer, the measure, the reader's words, and where the passports of
    its figures are (no stops of the tab key where the ranking stands beside a picture)."""

    answer: Answer
    measure: Measure
    words: Words
    to: Trace | None = None
    is_stop: bool = False

    def table(self, year: int, caption: str) -> Markup:
        """The ranking of one year: published figures from high to low, then the others by name."""
        cells = self.answer.by_country(year)
        figures = {str(c.country): shown for c in cells if (shown := bounds(c, self.measure)) is not None}
        places = ranks(figures)
        top = max((shown.high for shown in figures.values()), default=0) or 1
        ordered = sorted(cells, key=self._order)
        rows = [self._row(cell, places.get(cell.country), top, year) for cell in ordered]
        return el(
            "table",
            el("caption", caption),
            el("thead", el("tr", self._heads())),
            el("tbody", rows),
            class_="rank",
        )

    def _heads(self) -> list[Markup]:
        named = {"figure": self.words(f"rank.{self.measure}"), "other": self.words(f"rank.{self._other}")}
        return [el("th", named.get(name) or self.words(f"rank.{name}"), scope="col", class_=name) for name in COLUMNS]

    @property
    def _other(self) -> Measure:
        return Measure.COUNT if self.measure is Measure.RATE else Measure.RATE

    def _order(self, cell: Cell) -> tuple[float, float, str]:
        shown = bounds(cell, self.measure) or Interval(-1, -1)
        return (-shown.high, -shown.low, self.words.country(cell.country))

    def _row(self, cell: Cell, place: tuple[int, int] | None, top: float, year: int) -> Markup:
        chosen = self.answer.selection.countries
        look = "is-chosen" if cell.country in chosen else "is-quiet" if chosen else None
        return el(
            "tr",
            el("td", _place(place), class_="place"),
            el("th", self.words.country(cell.country), scope="row", class_="country"),
            el("td", bar(bounds(cell, self.measure), top), class_="bar"),
            el("td", self._figure(cell, self.measure), class_="figure"),
            el("td", self._figure(cell, self._other), class_="other"),
            el("td", spark(cell.country, self.answer, year), class_="line"),
            class_=look,
            data_code=cell.country,
        )

    def _figure(self, cell: Cell, measure: Measure) -> list[object]:
        """The printed figure; a mark is spelt out for those who do not see it."""
        text = figure(cell, measure, self.words)
        if text in MARKS.values():
            meaning = self.words(f"state.{state(cell)}" if not cell.is_published else "state.not_applicable")
            return [el("abbr", self._cited(text, cell, measure), title=meaning), el("span", meaning, class_="spoken")]
        shown = self._cited(text, cell, measure)
        return [shown, self._flags(cell)] if cell.flags and measure is self.measure else [shown]

    def _cited(self, text: str, cell: Cell, measure: Measure) -> object:
        return cited(text, cell, self.to, is_stop=self.is_stop) if measure is self.measure else text

    def _flags(self, cell: Cell) -> Markup:
        said = " ".join(self.words(f"flag.{flag}") for flag in cell.flags)
        return el("abbr", "⚑", el("span", said, class_="spoken"), title=said, class_="flag")


COLUMNS = ("place", "country", "bar", "figure", "other", "line")


def _place(place: tuple[int, int] | None) -> str:
    if place is None:
        return ""
    best, worst = place
    return str(best) if best == worst else f"{best}{EN_DASH}{worst}"


def bar(shown: Interval | None, top: float) -> Markup | None:
    """A bar from 0 to the lower bound, solid, and on to the upper bound, hatched; nothing where nothing is known."""
    if shown is None:
        return None
    low, high = (round(bound / top * BAR, 2) for bound in shown)
    return el(
        "svg",
        el("rect", class_="sure", width=low, height=10),
        el("rect", class_="maybe", x=low, width=round(high - low, 2), height=10) if high > low else None,
        viewBox=f"0 0 {BAR} 10",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
