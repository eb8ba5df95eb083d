"""The overview: map, series, ranking and table of one indicator, as named parts.

`Overview` answers a view once: `page` is the tree of a first visit; `parts`, `frames` what a control, a year replaces.
"""

from dataclasses import replace
from functools import cached_property
from typing import Any

import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions import legend
from components.captions.headline import Finding, cards, finding, headline, noun
from components.captions.insights import insight_list
from components.captions.picture import Picture
from components.captions.releases import news
from components.captions.sources import flag_lines, flag_remarks, lines, of_answer
from components.captions.trace import about, lead, trace
from components.captions.ways import first_line, profiles
from components.cells import bounds
from components.controls.choices import Option, breakdowns, fold, radios, row, unsaid
from components.controls.definitions import indicators
from components.controls.several import countries
from components.controls.year_scale import scale, turning
from components.controls.years import period
from components.custom_components import Static, attributes
from components.figures.choropleth import Look, choropleth, frame, looks
from components.figures.classes import limits
from components.i18n import Words
from components.pages.graph import in_words
from components.pages.overview import movement, series
from components.pages.overview.crimes import difference
from components.pages.page import Props, ShownPage
from components.tables.cell_marks import definitions
from components.tables.rank import Ranking
from components.tables.table import Table, to_html
from components.tables.tidy_rows import tidy
from components.tables.twins import series_table, year_table
from components.url.choices import Chart, Layout
from components.url.controls import OF_SMUGGLING
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.model import Answer, Selection
from data.queries.insights import Kind
from data.queries.observations import answer
from data.queries.region import coverage, default_year
from data.releases import Revised, selected
from data.vocabulary import Crime, Flag, Measure, Panel

FIRST_YEAR_SHOWN = 2010  # before it fewer than half of the 22 report on most indicators


class Overview(ShownPage):
    """A view of the overview. A year outside the period falls back to the default one."""

    graphs, aside = ("map", "series", *movement.GRAPHS), movement.GRAPHS
    tables = ("by-country", "over-time")
    year: int

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        super().__init__(view, ignored, dataset, words)
        self.view = self._of_crime(self.view)
        self.answer: Answer = answer(dataset, self._selection())
        self.year, self.turned = self._shown_year(), self.answer.years

    def _span(self, view: View) -> tuple[int, int]:
        return self.dataset.years_of.get(view.crime, self.dataset.years)

    @property
    def is_smuggling(self) -> bool:
        return self.view.crime is Crime.SMUGGLING_OF_MIGRANTS

    def _of_crime(self, view: View) -> View:
        """The view without what is not collected of smuggling: other indicators, and breakdowns."""
        if not self.is_smuggling:
            return view
        for name, only in OF_SMUGGLING.items():
            if getattr(view, name) is not only:
                self.ignored.append(Ignored(name, str(getattr(view, name)), str(only)))
        return view.with_values(**OF_SMUGGLING)

    @property
    def title(self) -> str:
        return self.caption(None if self.is_chart(Chart.SERIES) else self.year)

    def found(self) -> Finding:
        return self.finding(self.year)

    @property
    def remarks(self) -> list[str]:
        return [each.text for each in flag_remarks(self.answer, self.year, self.words)]

    @property
    def sources(self) -> list[str]:
        return of_answer(self.answer)

    def rows(self) -> pd.DataFrame:
        return tidy(self.view, self.answer, self.dataset, self.words)

    def changed(self) -> list[Revised]:
        shown = self.answer.selection
        return selected(self.dataset.revised, [replace(shown, last=self.until(shown.last))])

    def _selection(self) -> Selection:
        v = self.view
        first, last = v.years or (max(FIRST_YEAR_SHOWN, self.span[0]), self.span[1])
        return Selection(v.indicator, first, last, v.sex, v.age, v.exploitation, v.countries, v.panel, v.crime)

    def _shown_year(self) -> int:
        if year := self.view.year:
            if year in self.answer.years:
                return year
            accepted = f"{self.answer.years[0]}-{self.answer.years[-1]}"
            self.ignored.append(Ignored("year", str(year), accepted))
            self.view = self.view.with_values(year=None)
        return default_year(self.answer)

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Class limits over all years of the answer."""
        figures = [shown for cell in self.answer.cells.values() if (shown := bounds(cell, self.view.measure))]
        return limits(figures, is_rate=self.view.measure is Measure.RATE)

    def finding(self, year: int) -> Finding:
        return finding(self.answer, year, self.words)

    def caption(self, year: int | None = None) -> str:
        """What is shown, in words: noun, unit, year or period."""
        said = noun(self.answer, self.words, 2)
        when = str(year) if year else f"{self.answer.selection.first}–{self.answer.selection.last}"
        return self.words("caption", noun=said[:1].upper() + said[1:], unit=self._unit(), when=when)

    def _unit(self) -> str:
        return self.words(f"unit.{self.view.measure}")

    def frames(self) -> dict[int, Props]:
        """For each year the address, the title, and the properties that change."""
        return {
            year: {
                "url": self.view.with_values(year=year).url,
                "title": self.caption(year),
                "said": self.year_said(year),
                "parts": self._of_year(year) | self._in_stage(year),  # the scale only marks another year
            }
            for year in self.answer.years
        }

    def year_said(self, year: int) -> str:
        """A year as the range input says it: how many report."""
        return self.words("scale.said", year=year, n=len(self.answer.reporting(year)), of=len(self.answer.panel))

    def _of_year(self, year: int) -> dict[str, Props]:
        more = about(self.view, self.answer, year, self.words)
        shown = {
            "headline": headline(self.finding(year), more, self.words("caveat.made")),
            "cards": cards(self.answer, year, self.view.measure, self.words, lead(self.view, self.answer, year)),
            "rank": to_html(self._rank(year)),
            "insights": self._insights(year),
            "flags": flag_lines(self.answer, year, self.words),
        }
        return {name: {"html": markup} for name, markup in shown.items()}

    def _in_stage(self, year: int) -> dict[str, Props]:
        """What a year changes in the picture."""
        if self.view.chart is Chart.MAP:
            told = in_words(self.words("map.label", caption=self.caption()), self.finding(year).sentence)
            return {"map": frame(self.dataset.plan, self.looks(year)), "map-place": {"aria-label": told}}
        if self.view.chart is Chart.TABLE:
            return {"by-country": {"html": to_html(self._by_country(year))}}
        return {}

    def _insights(self, year: int) -> Markup:
        """What stands out. A break in its own year is left to the flags, which say it below."""
        is_flagged = any(Flag.BREAK_IN_SERIES in self.answer.cells[c, year].flags for c in self.answer.panel)
        return insight_list(self.answer, year, self.words, without={Kind.BREAK} if is_flagged else ())

    @cached_property
    def ranking(self) -> Ranking:
        v = self.view
        return Ranking(self.answer, v.measure, self.words, trace(v), self.is_chart(Chart.RANK), profiles(v))

    def looks(self, year: int) -> dict[str, Look]:
        """How each country looks on the map, and what it says there."""
        v, said = self.view, noun(self.answer, self.words, 2)
        return looks(self.answer.by_country(year), v.measure, self.edges, v.countries, self.words, said)

    def parts(self) -> dict[str, Props]:
        """The properties that a changed control replaces, for the year shown."""
        crimes = [Option(str(crime), self.words.label(crime)) for crime in Crime]
        fixed: dict[str, Props] = {
            "notice": {"html": self.notice()},
            "lead": {"html": first_line(self.view, self.dataset, self.words)},
            "crimes": {"children": [radios("crime", crimes, str(self.view.crime))]},
            "controls": {"children": self._controls()},
            "tabs": {"children": self.tabs()},
            "stage": self.stage(),
            "sparks": {"html": definitions(self.ranking.lines())},
            "sources": {"html": lines(self.view, self.sources, self.dataset, self.words, self.caption())},
            "news": {"html": "" if self.is_smuggling else news(self.view, self.dataset, self.words)},
            "difference": {"html": difference(self.words) if self.is_smuggling else ""},
            **movement.parts(self._movement),
            "scale": {"html": self._scale()},
            "year": {"min": self.answer.selection.first, "max": self.answer.selection.last, "value": self.year},
        }
        return fixed | self.places() | self._of_year(self.year)

    def _controls(self) -> list[html.Div]:
        """Of smuggling there is one indicator, and no breakdown."""
        v, words, shown = self.view, self.words, self.answer.selection
        layouts = [row(v, "layout", Layout, words)] if self.is_chart(Chart.SERIES) else []
        folds = [
            *([] if self.is_smuggling else breakdowns(v, words)),
            countries(v, words),
            period(v, self.span, (shown.first, shown.last), words),
            fold(v, "panel", Panel, words),
            unsaid("year", "" if v.year else str(self.year)),
        ]
        return [
            html.Div([*indicators(v, words), row(v, "measure", Measure, words), *layouts], className="choices"),
            html.Div(folds, className="folds"),
        ]

    def _scale(self) -> Markup:
        return scale(self.view, coverage(self.answer), len(self.answer.panel), self.year, self.words)

    @cached_property
    def _movement(self) -> movement.Movement | None:
        """What is published beside smuggling: of the period chosen, or all of it."""
        v = self.view
        return movement.Movement(self.dataset, v.countries, v.years, self.words) if self.is_smuggling else None

    def beside(self) -> list[Picture]:
        return self._movement.pictures() if self._movement else []

    def pictures(self) -> list[Picture]:
        """The picture of the chart chosen."""
        if self.view.chart is Chart.MAP:
            drawn = choropleth(self.dataset.plan, self.looks(self.year))
            label = self.words("map.label", caption=self.caption())
            key = legend.of_map(self.answer, self.edges, self.view.measure, self._scale_title(), self.words)
            return [Picture("overview-map", drawn, label=label, key=key, note=self.words("map.note"))]
        if self.view.chart is Chart.SERIES:
            label = self.words("series.label", caption=self.caption())
            v, to = self.view, trace(self.view)
            drawn = series.drawn(self.answer, v.measure, v.layout, self.words, self._scale_title(), to)
            said = series.left_out(self.answer, v.layout, self.words)
            return [Picture("overview-series", drawn, label=label, said=said)]
        if self.view.chart is Chart.TABLE:
            over_time = series_table(self.answer, self.view.measure, self.caption(), self.words, trace(self.view))
            tables = {"by-country": self._by_country(self.year), "over-time": over_time}
            return [Picture(f"overview-{name}", table=table) for name, table in tables.items()]
        return [Picture("overview-rank", self.ranking.figure(self.year), self._rank(self.year))]

    def _rank(self, year: int) -> Table:
        return self.ranking.table(year, self.words("rank.caption", unit=self._unit(), year=year))

    def _by_country(self, year: int) -> Table:
        return year_table(self.answer, year, self.caption(year), self.words, trace(self.view))

    def _scale_title(self) -> str:
        return self.words("legend.title", unit=self._unit(), noun=noun(self.answer, self.words, 2))

    def _places(self, parts: dict[str, Props]) -> list[Any]:
        """The places of all pictures (the ranking has its own, and only grows)."""
        upright = Static("upright", className="upright")
        return [
            self.map(),
            self.static("map-key", parts),
            self.static("series-said", parts, "layouts"),
            html.Div([self.graph("series"), upright], className="turned"),
            self.static("by-country", parts),
            self.static("over-time", parts),
        ]

    def page(self) -> html.Main:
        parts = self.parts()
        crimes = self.group("crimes", parts, role="group", **attributes(aria_label=self.words("control.crime")))
        return html.Main(
            [
                self.static("sparks", parts),
                html.Div([crimes, self.static("lead", parts, "lead")], className="above"),
                *self.head(parts),
                self.picture(parts, self._places(parts)),
                self.static("rank", parts, "ranking"),
                turning(self.view.page, parts["year"], self.static("scale", parts), self.words),
                self.static("insights", parts, "insights"),
                html.Div([self.static(name, parts) for name in ("news", "flags", "sources")], className="notes"),
                self.static("difference", parts, "beside"),
                movement.places(self, parts),
            ],
            id="main",
        )
