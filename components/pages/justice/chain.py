"""The chain of a window of years: for each country four bars with their ranges in a row, and ratios as ranges."""

from dataclasses import dataclass

from markupsafe import Markup

from components.captions.trace import cited, trace
from components.cells import figure, state
from components.i18n import Words
from components.markup import el
from components.tables.rank import bar
from components.url.choices import Sort
from components.url.view import View
from data.interval import Interval
from data.queries.justice import CHAIN, Conflict, Figure, Justice, Ratio
from data.vocabulary import Country, Indicator, Measure


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

    def table(self, countries: list[Country], caption: str) -> Markup:
        """One row a country. Each column of bars has its own scale; where a year is missing it is named."""
        tops = {
            i: max((c.high for each in Country if (c := self.justice.count(each, i))), default=0) or 1 for i in CHAIN
        }
        w = self.words
        steps = [el("th", w.label(i), scope="colgroup", colspan=2, class_=f"step step-{i}") for i in CHAIN]
        ratios = [el("th", w(f"ratio.{ratio}"), scope="col", class_="n ratio") for ratio in Ratio]
        head = el("tr", el("th", w("table.country"), scope="col"), steps, ratios)
        table = el(
            "table",
            el("caption", caption),
            el("thead", head),
            el("tbody", [self._row(country, tops) for country in countries]),
            class_="chain",
        )
        return el("div", table, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key="chain")

    def _row(self, country: Country, tops: dict[Indicator, float]) -> Markup:
        conflicts = self.justice.conflicts(country, self.justice.window)
        return el(
            "tr",
            el("th", self.words.country(country), self._conflicts(conflicts), scope="row"),
            [self._step(self.justice.figure(country, i), i, tops[i]) for i in CHAIN],
            [el("td", *self.per_100(self.justice.ratio(country, ratio)), class_="n ratio") for ratio in Ratio],
            class_="is-chosen" if country is self.chosen else None,
            data_code=country,
        )

    def _step(self, shown: Figure, indicator: Indicator, top: float) -> list[Markup]:
        first, *marks = self.printed(shown)
        to = trace(self.view, indicator=indicator) if self.view else None
        return [
            el("td", bar(shown.cell.count, top), class_=f"bar step step-{indicator}"),
            el("td", cited(first, shown.cell, to), *marks, class_="n" if shown.cell.is_published else "n is-missing"),
        ]

    def printed(self, shown: Figure) -> list[Markup | str]:
        """The figure with its flags, or the mark of what is missing with the years concerned."""
        text, cell = figure(shown.cell, Measure.COUNT, self.words), shown.cell
        if not cell.is_published:
            years = self.missing(shown)
            return [el("abbr", text, title=years), el("span", years, class_="lacking")]
        return [text, _flag(" ".join(self.words(f"flag.{flag}") for flag in cell.flags))]

    def missing(self, shown: Figure) -> str:
        """Which years of the window are not published."""
        if len(shown.missing) == len(self.justice.window):
            return self.words(f"state.{state(shown.cell)}")
        return self.words("justice.missing", years=", ".join(map(str, shown.missing)))

    def per_100(self, ratio: Interval | None) -> list[Markup | str]:
        """The ratio with one decimal; a dash where it is not defined."""
        if ratio is None:
            said = self.words("justice.undefined")
            return [el("abbr", self.words("none"), el("span", said, class_="spoken"), title=said)]
        return [self.per_hundred(ratio)]

    def per_hundred(self, ratio: Interval) -> str:
        low, high = (self.words.number(bound, 0 if bound == 0 or bound >= 100 else 1) for bound in ratio)
        return low if low == high else self.words("justice.range", low=low, high=high)

    def _conflicts(self, found: list[tuple[Conflict, int]]) -> Markup:
        said = [
            self.words(f"conflict.{conflict}", years=", ".join(str(year) for c, year in found if c is conflict))
            for conflict in Conflict
            if any(c is conflict for c, _ in found)
        ]
        return _flag(" ".join(said), "⇅")


def _flag(said: str, mark: str = "⚑") -> Markup:
    return el("abbr", mark, el("span", said, class_="spoken"), title=said, class_="flag") if said else Markup("")
