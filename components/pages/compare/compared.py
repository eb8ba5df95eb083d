"""A comparison in the reader's words and on one of two scales: as text, as a finding, and as lines to be drawn."""

from dataclasses import dataclass
from functools import cached_property

from components.captions import changes
from components.captions.headline import Finding, noun
from components.cells import Trace, figure
from components.figures.joining import Point
from components.figures.time_series import LOOKS, Line
from components.i18n import Words
from components.url.choices import Scale
from data.interval import Interval
from data.model import Cell
from data.queries.comparable import Untold
from data.queries.compare import Comparison, Record, alike
from data.vocabulary import Country, Measure

FEW = 2  # pairs that a sentence names; of more it says how many


def _nowhere(cell: Cell) -> str:  # noqa: ARG001 - stands for the address of any cell
    return ""


@dataclass(frozen=True)
class Compared:
    """What is shown of a comparison: its figures, or their index. `to` is where a click on a figure leads."""

    comparison: Comparison
    scale: Scale
    words: Words
    to: Trace = _nowhere

    @property
    def is_indexed(self) -> bool:
        return self.scale is Scale.INDEXED

    def shown(self, country: Country, year: int) -> Interval | None:
        """The figure or its index; None where there is none."""
        if not self.is_indexed:
            return self.comparison.figure(country, year)
        found = self.comparison.index(country, year)
        return None if isinstance(found, Untold) else found

    def text(self, country: Country, year: int) -> str:
        """The figure as printed, the index as a range without decimals, or why there is none."""
        cell = self.comparison.answer.cells[country, year]
        if not self.is_indexed or self.comparison.figure(country, year) is None:
            return figure(cell, self.comparison.measure, self.words)
        found = self.comparison.index(country, year)
        return changes.untold(found, self.words) if isinstance(found, Untold) else self.words.interval(found)

    def said(self, country: Country, year: int) -> str:
        """What a pointer reads at a point."""
        cell = self.comparison.answer.cells[country, year]
        printed = figure(cell, self.comparison.measure, self.words)
        lines = [f"{self.words.country(country)}, {year}: {self.text(country, year)}"]
        if self.is_indexed:
            lines.append(f"{self.unit_of_figures}: {printed}")
        return "<br>".join([*lines, *(f"⚑ {self.words(f'flag.{flag}')}" for flag in cell.flags)])

    @property
    def is_without_rates(self) -> bool:
        """Whether rates are asked for a group whose residents nobody counts, though there are figures."""
        records = self.comparison.records.values()
        asked = self.comparison.measure is Measure.RATE
        return asked and any(r.published for r in records) and not any(r.rated for r in records)

    @property
    def unit_of_figures(self) -> str:
        return self.words(f"unit.{self.comparison.measure}")

    @property
    def unit(self) -> str:
        """The unit of what is shown: number, per 100,000 residents, or 2012 = 100."""
        if not self.is_indexed:
            return self.unit_of_figures
        base = self.comparison.base
        return self.words("compare.index", year=base) if base else self.words("compare.no_index")

    @cached_property
    def places(self) -> dict[Country, int]:
        """The countries by name, each with its place by code: its look is the same in every language."""
        by_name = sorted(self.comparison.countries, key=lambda c: self.words.sort_key(self.words.country(c)))
        return {country: self.comparison.countries.index(country) for country in by_name}

    @property
    def records(self) -> list[Record]:
        return [self.comparison.records[country] for country in self.places]

    def names(self) -> str:
        return self.words.names([self.words.country(c) for c in self.places])

    def noun(self) -> str:
        return noun(self.comparison.answer, self.words, 2)

    @cached_property
    def top(self) -> float:
        """The highest bound shown."""
        found = [self.shown(c, y) for c in self.comparison.countries for y in self.comparison.answer.years]
        return max((shown.high for shown in found if shown), default=0)

    def lines(self) -> list[Line]:
        """A line for each country, in the order of the card."""
        return [self._line(place, country) for country, place in self.places.items()]

    def _line(self, place: int, country: Country) -> Line:
        name, years = self.words.country(country), self.comparison.answer.years
        drawn = [self._point(country, year, shown) for year in years if (shown := self.shown(country, year))]
        last = f" {self.text(country, drawn[-1].year)}" if drawn else ""
        breaks = self.comparison.records[country].breaks
        return Line(name, drawn, LOOKS[place], breaks, name + last, str(country))

    def _point(self, country: Country, year: int, shown: Interval) -> Point:
        return Point(year, shown, self.said(country, year), self.to(self.comparison.answer.cells[country, year]))

    def changes(self, earlier: int, later: int) -> dict[Country, Interval | Untold]:
        return {c: self.comparison.change(c, earlier, later) for c in self.places}

    def change_text(self, found: Interval | Untold) -> str:
        """A change as signed per cent, or what is there instead."""
        return changes.told(found, self.words)

    def base_sentences(self) -> list[str]:
        """The base year of the index, and the countries that have none."""
        if not self.is_indexed:
            return []
        base, words = self.comparison.base, self.words
        if base is None:
            return [words("compare.no_base")]
        without = [c for c in self.places if self.shown(c, base) is None]
        said = [words("compare.base_of_most" if without else "compare.base", year=base)]
        if without:
            said.append(words("compare.without_index", countries=words.names([words.country(c) for c in without])))
        return said

    # ---- the finding ----

    def finding(self, *, is_change: bool) -> Finding:
        """What all publish in the latest year in common, or how it changed; and what cannot be told apart. Whom the
        data cannot set apart is never put in an order."""
        c, words = self.comparison, self.words
        caveat = f"{words(f'caveat.{c.answer.selection.indicator}')} {words('compare.caveat')}"
        if not c.common:
            when = f"{c.answer.selection.first}–{c.answer.selection.last}"
            return Finding(
                words("compare.headline.nothing", when=when, of=len(c.countries), noun=self.noun()), "", caveat
            )
        earlier = c.base if self.is_indexed and c.base else c.common[0]
        if is_change and c.ends and earlier < c.ends[1]:
            return self._of_change(earlier, c.ends[1], caveat)
        return self._of_year(c.common[-1], caveat)

    def _of_year(self, year: int, caveat: str) -> Finding:
        c, words = self.comparison, self.words
        figures = {country: shown for country in self.places if (shown := c.figure(country, year))}
        told = [
            words(
                "compare.one", country=words.country(each), figure=figure(c.answer.cells[each, year], c.measure, words)
            )
            for each in self._ordered(figures)
        ]
        key = "rate" if c.measure is Measure.RATE else "count"
        sentence = words(
            f"compare.headline.{key}",
            noun=first_capital(self.noun()),
            year=year,
            of=len(figures),
            list=words.names(told),
        )
        return Finding(sentence, self.apart(figures), caveat)

    def _of_change(self, earlier: int, later: int, caveat: str) -> Finding:
        words = self.words
        found = self.changes(earlier, later)
        known = {country: each for country, each in found.items() if not isinstance(each, Untold)}
        told = [
            words("compare.one", country=words.country(each), figure=words.percent(known[each]))
            for each in self._ordered(known)
        ]
        unknown = {country: each for country, each in found.items() if isinstance(each, Untold)}
        if unknown:
            told.append(words("compare.unknown", countries=changes.reasons(unknown, words)))
        sentence = words(
            "compare.headline.change",
            noun=first_capital(self.noun()), earlier=earlier, later=later, list="; ".join(told),
        )  # fmt: skip
        return Finding(sentence, self.apart(known), caveat)

    def _ordered(self, figures: dict[Country, Interval]) -> list[Country]:
        """Largest first where each can be told from the others, else by name, which claims no order."""
        if alike(figures):
            return sorted(figures, key=lambda each: self.words.sort_key(self.words.country(each)))
        return sorted(figures, key=lambda each: -figures[each].high)

    def apart(self, figures: dict[Country, Interval]) -> str:
        """Which of the figures may be equal."""
        words, pairs = self.words, alike(figures)
        if len(figures) < 2:
            return ""
        if not pairs:
            return words("compare.apart")
        if len(pairs) > FEW:
            of = len(figures) * (len(figures) - 1) // 2
            return words("compare.many_alike", n=len(pairs), of=of)
        told = [words("compare.pair", a=words.country(a), b=words.country(b)) for a, b in pairs]
        return words("compare.alike", pairs="; ".join(told))


def first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
