"""Justice: do prosecutions follow? Victims detected, suspects, prosecuted and convicted, country by country."""

from dataclasses import replace
from functools import cached_property
from typing import Any

import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions.headline import Finding, card_list, headline
from components.captions.picture import Picture
from components.captions.sources import lines
from components.captions.trace import trace
from components.captions.ways import ways
from components.cells import Trace, figure
from components.controls.choices import country, fold, row
from components.controls.definitions import what_is_counted
from components.controls.years import period, year
from components.figures.justice_clock import clock, clocks
from components.i18n import EN_DASH, Words
from components.markup import el
from components.pages.justice import who
from components.pages.justice.chain import Chain
from components.pages.justice.finding import of_country, of_region
from components.pages.justice.key import key
from components.pages.justice.persons import Persons
from components.pages.justice.remarks import Remark, remarked, remarks
from components.pages.justice.steps import step_table
from components.pages.justice.tidy_rows import of_persons, of_window, of_years
from components.pages.page import Parts, ShownPage
from components.url.choices import SORTS, Chart, Window
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.queries.justice import CHAIN, DIVIDED, Ratio, chain, per_100
from data.releases import Revised, between, selected
from data.vocabulary import FLAG_SEPARATOR, Country, FlowMeasure, Indicator, Measure, Sex

FIRST_YEAR_SHOWN = 2010  # as in the overview: before it fewer than half of the 22 report on most counts


class Justice(ShownPage):
    """A view of the chain. The window ends in the year chosen, or in the latest that is well covered."""

    graphs, tables = ("panels", "clock", "chain", "sexes", "citizenships"), ("steps", "window", "who")

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        super().__init__(view, ignored, dataset, words)
        first, last = self.view.years or (max(FIRST_YEAR_SHOWN, self.span[0]), self.span[1])
        self.years = range(first, last + 1)
        if self.view.year and not self.span[0] <= self.view.year <= self.span[1]:
            self.ignored.append(Ignored("year", str(self.view.year), f"{self.span[0]}-{self.span[1]}"))
            self.view = self.view.with_values(year=None)
        # Who is brought to justice is told by sex itself; the chain around it counts everybody.
        self.sex = Sex.TOTAL if self.is_chart(Chart.WHO) else self.view.sex
        self.chain = chain(dataset, (first, last), int(self.view.window), self.view.year, self.sex)
        self.fixed = {"year": self.chain.last}
        self.table = Chain(self.chain, self.years, words, self.view.country, self.view)

    @property
    def when(self) -> str:
        """The years added."""
        first, last = self.chain.first, self.chain.last
        return str(last) if first == last else f"{first}{EN_DASH}{last}"

    @property
    def period(self) -> str:
        return f"{self.years[0]}{EN_DASH}{self.years[-1]}"

    @property
    def title(self) -> str:
        is_over_years = self.is_chart(Chart.MULTIPLES, Chart.TABLE)
        who = f", {self.words.country(self.view.country)}" if self.view.country else ""
        said = self.words(f"justice.title.{self.view.chart}", when=self.period if is_over_years else self.when)
        return f"{said}{who}{self._of_sex()}"

    def _of_sex(self) -> str:
        return "" if self.sex is Sex.TOTAL else f" ({self.words.label(self.sex).lower()})"

    @cached_property
    def complete(self) -> tuple[Country, ...]:
        return self.chain.complete()

    @cached_property
    def finding(self) -> Finding:
        """What the countries that publish every figure compared detected, prosecuted and convicted; or one country."""
        mine, told = self.view.country, (self.when, self._of_sex(), self.words)
        return of_country(self.chain, mine, *told) if mine else of_region(self.chain, *told)

    def parts(self) -> Parts:
        return {
            "notice": {"html": self.notice()},
            "headline": {"html": headline(self.finding) + ways(self.view, self.dataset, self.words)},
            "cards": {"html": self.cards()},
            "controls": {"children": self._controls()},
            "tabs": {"children": self.tabs()},
            "stage": self.stage(),
            "back": {"html": self._back()},
            "flags": {"html": remarks(self._remarked())},
            "sources": {"html": lines(self.view, self.sources, self.dataset, self.words)},
            **self._twins(),
            **self.places(),
        }

    def page(self) -> html.Main:
        parts = self.parts()
        notes = [self.static(name, parts) for name in ("flags", "sources")]
        content = [*self.head(parts), self.picture(parts, self._places(parts)), html.Div(notes, className="notes")]
        return html.Main(content, id="main", className="wide")

    def cards(self) -> Markup:
        """How much is published, how the counts compare, and where a step is above the one before."""
        w, mine, window = self.words, self.view.country, self.chain.window
        who = [mine] if mine else list(Country)
        told = sum(self.chain.published(each, window) for each in who)
        against = [each for each in who if self.chain.conflicts(each, window)]
        asked = list(Ratio) if mine else [Ratio.CONVICTED_PER_100_PROSECUTED]
        return card_list(
            [
                *([] if mine else [(f"{len(self.complete)}/{len(Country)}", w("justice.card.complete"))]),
                (f"{w.number(told)}/{w.number(len(who) * len(CHAIN) * len(window))}", w("justice.card.published")),
                *((self._per_100(ratio), w(f"ratio.{ratio}")) for ratio in asked),
                *([] if mine else [(w.number(len(against)), w("justice.card.against"))]),
            ]
        )

    def _per_100(self, ratio: Ratio) -> str:
        """A ratio of the country in view, or of the sums of all countries that publish every figure compared."""
        if self.view.country:
            found = self.chain.ratio(self.view.country, ratio)
        else:
            counts = [self.chain.together(i, self.complete) for i in DIVIDED[ratio]] if self.complete else []
            found = per_100(*counts) if counts else None
        return self.words("none") if found is None else self.table.per_hundred(found)

    def _controls(self) -> list[html.Div]:
        v, w = self.view, self.words
        offered = self.years if self.is_chart(Chart.MULTIPLES) else range(self.span[0], self.span[1] + 1)
        folds = [country(v, "country", w), year(v, offered, self.chain.last, w)]
        if self.is_chart(Chart.MULTIPLES, Chart.TABLE):
            folds.append(period(v, self.span, (self.years[0], self.years[-1]), w))
        if not self.is_chart(Chart.WHO):
            folds += [fold(v, "sex", Sex, w), fold(v, "sort", SORTS[v.page], w)]
        return [
            html.Div([what_is_counted(v, CHAIN, w), row(v, "window", Window, w)], className="choices"),
            html.Div(folds, className="folds"),
        ]

    def pictures(self) -> list[Picture]:
        mine = self.view.country
        if self.is_chart(Chart.MULTIPLES):
            return [self._clock(mine), self._steps(), self._window()] if mine else [self._clocks()]
        if self.is_chart(Chart.CHAIN):
            drawn = self.table.figure(self.table.ordered(self.view.sort))
            cohorts = self.words("justice.cohorts")
            return [Picture("justice-chain", drawn, title=self._caption(), said=(cohorts,))]
        if self.is_chart(Chart.WHO):
            return who.pictures(self._persons, self.when)
        return [self._steps(), self._window()]

    def _places(self, parts: Parts) -> list[Any]:
        below = [self.static(name, parts) for name in self.tables if name != "who"]
        return [
            self.static("back", parts),
            self.static("panels-key", parts),
            self.graph("panels"),
            self.graph("clock"),
            self.static("clock-said", parts, "legend-line"),
            self.titled("chain", parts, is_wide=True),
            self.static("who", parts, "legend-line"),
            self.titled("sexes", parts, is_wide=True),
            self.static("sexes-twin", parts),
            self.titled("citizenships", parts),
            self.static("citizenships-twin", parts),
            *below,
        ]

    def _back(self) -> Markup:
        """From one country to all."""
        if self.view.country is None or not self.is_chart(Chart.MULTIPLES):
            return Markup("")
        to = self.view.with_values(country=None).url
        return el("a", self.words("justice.all"), href=to, data_turn="country", data_key="panel-all", class_="back")

    def _steps(self) -> Picture:
        shown = step_table(self.chain, self._listed(), self.years, self._over_years(), self.words, self.view)
        return Picture("justice-steps", table=shown)

    def _window(self) -> Picture:
        return Picture("justice-window", table=self.table.table(self._listed(), self._caption()))

    def _caption(self) -> str:
        return f"{self.words('justice.title.chain', when=self.when)}{self._of_sex()}"

    def _over_years(self) -> str:
        return f"{self.words('justice.title.multiples', when=self.period)}{self._of_sex()}"

    def _label(self, each: Country) -> str:
        """What the large clock shows, with the figures of the window."""
        said = [
            f"{self.words.label(i)}: {figure(self.chain.figure(each, i).cell, Measure.COUNT, self.words)}"
            for i in CHAIN
        ]
        return self.words(
            "justice.label",
            country=self.words.country(each),
            period=self.period,
            when=self.when,
            counts="; ".join(said),
        )

    def _to(self, indicator: Indicator) -> Trace:
        return trace(self.view, indicator=indicator)

    def _clocks(self) -> Picture:
        """All countries at once, each title a link to its own large panel."""
        order = self.table.ordered(self.view.sort)
        drawn = clocks(self.chain, order, self.years, self.words, self._to, self._panel_title)
        said = f"{self.words('justice.own_scales')} {self.words('justice.legend', when=self.when)}"
        return Picture("justice-panels", drawn, label=self._over_years(), key=key(self.words, said))

    def _panel_title(self, each: Country) -> tuple[str, str]:
        """The way to the country, with a mark where a step is above the one before, and how often that is."""
        to, conflicts = self.view.with_values(country=each).url, self.chain.conflicts(each, self.years)
        said = self.words.count("justice.against", len(conflicts)) if conflicts else ""
        return f'<a href="{to}" target="_self">{self.words.country(each)}</a>{" ⇅" if said else ""}', said

    def _clock(self, mine: Country) -> Picture:
        drawn = clock(self.chain, mine, self.years, self.words, self._to)
        said = (self.words("justice.legend", when=self.when),)
        return Picture("justice-clock", drawn, label=self._label(mine), said=said)

    @cached_property
    def _persons(self) -> Persons:
        return Persons(self.dataset, self.chain.window, self.words, self.view.country)

    def _twins(self) -> Parts:
        shown = who.twins(self._persons, self.when) if self.is_chart(Chart.WHO) else {}
        return {f"{name}-twin": {"html": shown.get(name, "")} for name in who.TITLES}

    def _remarked(self) -> list[Remark]:
        """Of the region for the window; of one country for all years drawn."""
        mine = self.view.country
        shown = [mine] if mine else self.table.ordered(SORTS[self.view.page][0])
        is_over_years = mine and self.is_chart(Chart.MULTIPLES, Chart.TABLE)
        return remarked(self.chain, shown, self.years if is_over_years else self.chain.window, self.words)

    @property
    def remarks(self) -> list[str]:
        return [remark.text for remark in self._remarked()]

    def rows(self) -> pd.DataFrame:
        if self.is_chart(Chart.WHO):
            frame = of_persons(self._persons, self.words)
        elif self.is_chart(Chart.CHAIN):
            frame = of_window(self.chain, self.table.ordered(self.view.sort), self.words)
        else:
            frame = of_years(self.chain, self._listed(), self.years, self.words)
        return frame.assign(data_version=self.dataset.version, release=self.dataset.release)

    def changed(self) -> list[Revised]:
        is_over_years = self.is_chart(Chart.MULTIPLES, Chart.TABLE)
        answers = self._persons.answers if self.is_chart(Chart.WHO) else self.chain.answers
        drawn = range(self.years[0], self.until(self.years[-1]) + 1) if is_over_years else ()
        years = {*self.chain.window, *drawn}
        mine = (self.view.country,) if self.view.country else ()
        asked = [
            replace(each.selection, countries=mine, last=self.until(each.selection.last)) for each in answers.values()
        ]
        found = [each for each in selected(self.dataset.revised, asked) if each.key.year in years]
        if not self.is_chart(Chart.WHO):
            return found
        citizens = between(
            self.dataset.revised, FlowMeasure.CONVICTED_BY_CITIZENSHIP, self.chain.first, self.chain.last
        )
        return found + [each for each in citizens if not mine or each.key.country in mine]

    def _listed(self) -> list[Country]:
        return [self.view.country] if self.view.country else self.table.ordered(self.view.sort)

    @property
    def sources(self) -> list[str]:
        cells = (cell for answer in self.chain.answers.values() for cell in answer.cells.values())
        found = {name for cell in cells for name in cell.source.split(FLAG_SEPARATOR) if name}
        if self.is_chart(Chart.WHO):
            found |= {n for f in self._persons.citizens.pairs.values() for n in f.source.split(FLAG_SEPARATOR) if n}
        return sorted(found)
