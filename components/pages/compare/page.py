"""Compare: two to six countries on one clock, after what of them may be compared."""

from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Any

import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions.headline import Finding, card_list, headline
from components.captions.picture import Picture
from components.captions.sources import lines, of_answer
from components.captions.trace import trace
from components.controls.choices import breakdowns, row
from components.controls.definitions import indicators
from components.controls.several import chips, compared
from components.controls.years import period
from components.i18n import EN_DASH, Words
from components.pages.compare.comparability import Comparability
from components.pages.compare.compared import Compared, first_capital
from components.pages.compare.contrasts import changes_table, index_table, panels, series, slopes
from components.pages.page import Parts, ShownPage
from components.tables.tidy_rows import tidy
from components.tables.twins import series_table
from components.url.choices import Chart, Scale
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.interval import Interval
from data.model import Answer, Selection
from data.queries.comparable import Untold
from data.queries.compare import FEWEST, MOST, Comparison, most_published
from data.queries.observations import answer
from data.releases import Revised, selected
from data.vocabulary import Country, Measure

FIRST_YEAR_SHOWN = 2010  # as on the overview: before it fewer than half of the 22 report on most indicators


class Compare(ShownPage):
    """A view of the comparison. Without a choice of two to six countries those with most figures are shown."""

    graphs, tables = ("series", "multiples", "slope"), ("over-time", "changes")

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        super().__init__(view, ignored, dataset, words)
        self._check_countries()
        v = self.view
        everyone = self._answer(())
        self.countries = v.countries or most_published(everyone, v.measure)
        self.fixed = {"countries": self.countries}
        self.comparison = Comparison(self._answer(self.countries), self.countries, v.measure)
        self.compared = Compared(self.comparison, v.scale, words, trace(v))

    def _check_countries(self) -> None:
        chosen = self.view.countries
        if chosen and not FEWEST <= len(chosen) <= MOST:
            accepted = self.words("compare.rule", fewest=FEWEST, most=MOST)
            self.ignored.append(Ignored("countries", ",".join(chosen)[:40], accepted.rstrip(".")))
            self.view = self.view.with_values(countries=())

    def _answer(self, countries: tuple[Country, ...]) -> Answer:
        v = self.view
        first, last = v.years or (FIRST_YEAR_SHOWN, self.span[1])
        return answer(self.dataset, Selection(v.indicator, first, last, v.sex, v.age, v.exploitation, countries))

    @property
    def when(self) -> str:
        chosen = self.comparison.answer.selection
        return f"{chosen.first}{EN_DASH}{chosen.last}"

    @property
    def title(self) -> str:
        c = self.compared
        return self.words("compare.title", countries=c.names(), noun=c.noun(), unit=c.unit, when=self.when)

    @cached_property
    def finding(self) -> Finding:
        return self.compared.finding(is_change=self.compared.is_indexed or self.is_chart(Chart.SLOPE))

    def rows(self) -> pd.DataFrame:
        """The cells of the chosen countries, whether all publish that year, and the index where it is defined."""
        chosen, c = self.view.with_values(countries=self.countries), self.comparison
        frame = tidy(chosen, c.answer, self.dataset, self.words)
        found = [
            c.index(Country(country), int(year)) for country, year in zip(frame["country"], frame["year"], strict=True)
        ]
        frame["in_common"] = [str(int(year) in c.common).lower() for year in frame["year"]]
        frame["index_base_year"] = pd.Series([c.base] * len(frame), dtype="Int64")
        frame["index_low"] = [each.low if isinstance(each, Interval) else None for each in found]
        frame["index_high"] = [each.high if isinstance(each, Interval) else None for each in found]
        frame["no_index"] = [str(each.why) if isinstance(each, Untold) else "" for each in found]
        return frame

    def changed(self) -> list[Revised]:
        shown = self.comparison.answer.selection
        return selected(self.dataset.revised, [replace(shown, last=self.until(shown.last))])

    def parts(self) -> Parts:
        """The properties that a changed control replaces."""
        markup: dict[str, Markup] = {
            "notice": self.notice(),
            "headline": headline(self.finding),
            "cards": self.cards(),
            "comparability": self.comparability.card(),
            "sources": lines(self.view, self.sources, self.dataset, self.words),
        }
        return {
            **{name: {"html": html_} for name, html_ in markup.items()},
            "controls": {"children": self._controls()},
            "tabs": {"children": self.tabs()},
            "stage": self.stage(),
            **self.places(),
        }

    @property
    def sources(self) -> list[str]:
        """Without those of the countries that are not compared, so that only what is shown is cited."""
        whole = self.comparison.answer
        cells = {key: cell for key, cell in whole.cells.items() if key[0] in self.countries}
        return of_answer(Answer(whole.selection, cells, whole.data_version))

    def page(self) -> html.Main:
        parts = self.parts()
        return html.Main(
            [
                *self.head(parts),
                self.static("comparability", parts, "comparability"),
                self.picture(parts, self._places(parts)),
                html.Div([self.static("sources", parts)], className="notes"),
            ],
            id="main",
            className="comparing",
        )

    def _controls(self) -> list[html.Div]:
        v, words, chosen = self.view, self.words, self.comparison.answer.selection
        return [
            html.Div(
                [
                    *indicators(v, words),
                    row(v, "measure", Measure, words),
                    row(v, "scale", Scale, words),
                ],
                className="choices",
            ),
            html.Div(
                [
                    compared(v, self.countries, words),
                    *breakdowns(v, words),
                    period(v, self.span, (chosen.first, chosen.last), words),
                ],
                className="folds",
            ),
            chips(self.countries, bool(v.countries), words),
        ]

    def cards(self) -> Markup:
        c, words = self.comparison, self.words
        ranges = sum(record.ranges for record in c.records.values())
        figures = sum(len(record.published) for record in c.records.values())
        breaks = sum(len(record.breaks) for record in c.records.values())
        return card_list(
            [
                (f"{len(c.common)}/{len(c.answer.years)}", words("card.common_years")),
                (f"{ranges}/{figures}", words("card.ranges")),
                (words.number(breaks), words("card.breaks")),
            ]
        )

    def pictures(self) -> list[Picture]:
        if self.is_chart(Chart.TABLE):
            return self._tables()
        if self.is_chart(Chart.SLOPE):
            return self._slope()
        name, told = f"compare-{self.view.chart}", self.words("compare.legend", unit=self._unit())
        if not any(line.points for line in self.compared.lines()):
            why = "compare.no_rates" if self.compared.is_without_rates else "compare.nothing_drawn"
            return [Picture(name, said=(self.words(why),))]
        drawn = panels(self.compared) if self.is_chart(Chart.MULTIPLES) else series(self.compared)
        return [Picture(name, drawn, label=self._label(), said=(told,))]

    @property
    def comparability(self) -> Comparability:
        return Comparability(self.compared, self.dataset)

    def beside(self) -> list[Picture]:
        return [self.comparability.picture()]

    def _places(self, parts: Parts) -> list[Any]:
        drawn = [[self.graph(name), self.static(f"{name}-said", parts, "reading")] for name in self.graphs]
        return [*chain.from_iterable(drawn), *(self.static(name, parts) for name in self.tables)]

    def _unit(self) -> str:
        return first_capital(self.compared.unit)

    def _label(self) -> str:
        return self.words("series.label", caption=self.title)

    def _slope(self) -> list[Picture]:
        drawn = slopes(self.compared)
        if drawn is None:
            return [Picture("compare-slope", said=(self.words("compare.no_slope"),))]
        return [Picture("compare-slope", drawn, label=self._label()), self._changes()]

    def _changes(self) -> Picture:
        return Picture("compare-changes", table=changes_table(self.compared))

    def _tables(self) -> list[Picture]:
        c, to = self.compared, trace(self.view)
        if c.is_indexed:
            over_time = index_table(c, self.title)
        else:
            over_time = series_table(self.comparison.answer, self.view.measure, self.title, self.words, to)
        changes = [self._changes()] if self.comparison.ends else []
        return [Picture("compare-over-time", table=over_time), *changes]
