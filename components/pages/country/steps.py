"""From detection to conviction: the four counts of one country on one clock, their table, and what runs against it."""

from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup

from components.captions.picture import Picture
from components.captions.trace import trace
from components.figures.justice_clock import clock
from components.i18n import EN_DASH
from components.pages.country.section import Entry, Part, Section
from components.pages.justice.chain import Chain
from components.pages.justice.remarks import remarked
from components.pages.justice.steps import step_table
from components.pages.table_pictures import placed, terms
from data.model import Cell
from data.queries.justice import CHAIN, Justice, Ratio, chain
from data.vocabulary import FLAG_SEPARATOR

WINDOW = 3  # years, as on the page of justice


class Steps(Section):
    """The chain over the years of the profile, with a window that ends in its year."""

    part = Part.CHAIN

    @cached_property
    def justice(self) -> Justice:
        years = self.profile.years
        return chain(self.profile.dataset, (years[0], years[-1]), WINDOW, self.profile.year)

    @property
    def when(self) -> str:
        return f"{self.justice.first}{EN_DASH}{self.justice.last}"

    def sentence(self) -> str:
        w, mine = self.words, self.profile.country
        counts = {i: self.justice.count(mine, i) for i in CHAIN}
        said = [
            f"{w.interval(count)} {w.count(f'noun.{i}', round(count.high))}" for i, count in counts.items() if count
        ]
        if not said:
            return w("justice.country_nothing", country=self.name, when=self.when) + "."
        return w("justice.country", country=self.name, when=self.when, counts=w.names(said)) + "."

    def shown(self) -> list[Picture]:
        w, years, mine = self.words, self.profile.years, self.profile.country
        period = f"{years[0]}{EN_DASH}{years[-1]}"
        drawn = clock(self.justice, mine, years, w, lambda indicator: trace(self.view, indicator=indicator))
        label = w("profile.clock", country=self.name, period=period)
        told = step_table(self.justice, [mine], years, w("justice.title.multiples", when=period), w)
        window = Chain(self.justice, years, w, mine).table([mine], w("justice.title.chain", when=self.when))
        known = [(each.whom, each.said) for each in remarked(self.justice, [mine], years, w)]
        return [
            Picture("country-clock", drawn, label=label, said=(w("justice.legend", when=self.when),)),
            Picture("country-steps", table=told),
            Picture("country-window", table=window),
            *([terms("country-remarks", w("table.flags"), known)] if known else []),
        ]

    def content(self) -> dict[str, Markup]:
        """The tables below the clock, which says itself how it is read."""
        return {"chain": Markup("").join(map(placed, self.drawn[1:]))}

    def drawn_from(self) -> Iterable[str]:
        return [self._sources()]

    def entries(self) -> list[Entry]:
        """The sums of the window and its ratios; the counts of each year stand among the key figures."""
        w, mine = self.words, self.profile.country
        found = []
        for indicator in CHAIN:
            cell = self.justice.figure(mine, indicator).cell
            entry = self.of_cell(str(indicator), w("profile.added", what=w.label(indicator)), cell)
            found.append(entry._replace(period=self.when))
        for ratio in Ratio:
            bounds = self.justice.ratio(mine, ratio)
            text = w("none") if bounds is None else Chain(self.justice, self.profile.years, w).per_hundred(bounds)
            found.append(
                Entry(str(ratio), "", w(f"ratio.{ratio}"), "", self.when, bounds, text, "", "per_100",
                      source=self._sources())
            )  # fmt: skip
        return [*found, *self._conflicts()]

    def _conflicts(self) -> list[Entry]:
        w = self.words
        return [
            Entry(str(conflict), "", w(f"justice.{conflict}"), "", str(year), None, "⇅", "", "", source=self._sources())
            for conflict, year in self.justice.conflicts(self.profile.country, self.profile.years)
        ]

    def _sources(self) -> str:
        cells: list[Cell] = [
            cell for found in self.justice.answers.values() for cell in found.over_time(self.profile.country)
        ]
        return FLAG_SEPARATOR.join(sorted({cell.source for cell in cells if cell.source}))
