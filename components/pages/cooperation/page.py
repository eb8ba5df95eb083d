"""Cooperation: who needs whom and by what means, what is published on requests, events, treaties, and the registry."""

from functools import cached_property
from typing import Any

import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions.headline import Finding, card_list, headline
from components.captions.picture import Picture
from components.captions.sources import lines as source_lines
from components.captions.ways import ways
from components.controls.choices import country, fold
from components.controls.years import period
from components.i18n import Words
from components.pages.cooperation.events import finding as events_found
from components.pages.cooperation.events import pictures as happened
from components.pages.cooperation.pairs import Pairs
from components.pages.cooperation.registry import Registered, registered_years
from components.pages.cooperation.requests import Requests, known_years
from components.pages.cooperation.treaties import finding as treaties_found
from components.pages.cooperation.treaties import pictures as treaties
from components.pages.page import Parts, Props, ShownPage
from components.pages.table_pictures import placed
from components.url.choices import SORTS, Chart
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.queries.gap import Gap, Pair
from data.queries.means import Event, acts, events, with_unread
from data.vocabulary import Country, Crime

FIRST_NEED_YEAR = 2014  # the years over which victims by citizenship are added, unless a period is chosen


BELOW = (  # places of what stands below the graphs
    "pairs", "events", "statements", "tally-key", "by-year", "by-instrument", "by-row", "corridors", "rows", "delivery",
)  # fmt: skip


class Cooperation(ShownPage):
    """A view of cooperation; the chart is the question asked."""

    graphs = ("map", "timeline", "treaties", "registry-map", "registry-years")

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        super().__init__(view, ignored, dataset, words)
        if self.view.partner and self.view.partner is self.view.country:
            self.ignored.append(Ignored("partner", str(self.view.partner), self.words("registry.another_country")))
            self.view = self.view.with_values(partner=None)
        self.first, self.last = self.view.years or (FIRST_NEED_YEAR, self.span[1])
        self.year, self.turned = self._shown_year(), self.registered.turned if self.is_chart(Chart.REGISTRY) else ()

    def _shown_year(self) -> int | None:
        """The year of the registry's map, if one is asked for; without one it shows the period."""
        year = self.view.year
        if year is None or (self.is_chart(Chart.REGISTRY) and year in self.registered.turned):
            return year
        self.ignored.append(Ignored("year", str(year), f"{self.span[0]}-{self.span[1]}"))
        self.view = self.view.with_values(year=None)
        self.__dict__.pop("registered", None)
        return None

    def frames(self) -> dict[int, Props]:
        """The map of each year, and the table beside it."""
        return {
            year: {
                "url": self.view.with_values(year=year).url,
                "title": self.title,
                "said": self.year_said(year),
                "parts": self.registered.of_year(year),
            }
            for year in self.turned
        }

    def _span(self, view: View) -> tuple[int, int]:
        if view.chart is Chart.REQUESTS:
            return known_years(self.dataset)
        is_registry = view.chart is Chart.REGISTRY
        return (is_registry and registered_years(self.dataset)) or super()._span(view)

    @cached_property
    def pairs(self) -> Pairs:
        return Pairs(self.view, self.dataset, self.words, (self.first, self.last))

    @property
    def gap(self) -> Gap:
        return self.pairs.gap

    @cached_property
    def requests(self) -> Requests:
        return Requests(self.view, self.dataset, self.words)

    @cached_property
    def events(self) -> list[Event]:
        mine = self.view.country
        return [event for event in events(self.dataset) if mine is None or mine in event.participants]

    @property
    def title(self) -> str:
        who = f", {self.words.country(self.view.country)}" if self.view.country else ""
        return self.words(f"cooperation.title.{self.view.chart}") + who

    @cached_property
    def finding(self) -> Finding:
        if self.is_chart(Chart.REQUESTS):
            return self.requests.finding
        if self.is_chart(Chart.REGISTRY):
            return self.registered.finding
        if self.is_chart(Chart.EVENTS):
            return events_found(self.events, self.words)
        return self.pairs.finding if self.is_chart(Chart.GAP) else treaties_found(acts(self.dataset), self.words)

    @cached_property
    def registered(self) -> Registered:
        return Registered(self.view, self.dataset, self.words)

    def parts(self) -> Parts:
        return {
            "notice": {"html": self.notice()},
            "headline": {"html": headline(self.finding) + ways(self.view, self.dataset, self.words)},
            "cards": {"html": self.cards()},
            "controls": {"children": self._controls()},
            "tabs": {"children": self.tabs()},
            "stage": self.stage(),
            **self.places(),
            **self._lists(),
            "turning": {"children": self.registered.turning() if self.is_chart(Chart.REGISTRY) else []},
            "sources": {"html": source_lines(self.view, self.sources, self.dataset, self.words)},
        }

    def page(self) -> html.Main:
        parts = self.parts()
        notes = html.Div([self.static("sources", parts)], className="notes")
        return html.Main(
            [*self.head(parts), self.picture(parts, self._places(parts)), notes], id="main", className="wide"
        )

    @property
    def sources(self) -> list[str]:
        record = [f"search_{name}" for name in ("statements_1", "statements_2", "statements_3")]
        treaties = [f"search_{name}" for name in ("instruments_1", "instruments_2")]
        counts = ["glotip_2025_10_28"]
        return {
            Chart.GAP: [*counts, *record, *treaties],
            Chart.INSTRUMENTS: treaties,
            Chart.REGISTRY: [],
        }.get(self.view.chart, record)

    def _controls(self) -> list[html.Div]:
        v, w = self.view, self.words
        folds = {
            Chart.GAP: [country(v, "country", w), self._period(), fold(v, "sort", SORTS[v.page], w)],
            Chart.REQUESTS: self.requests.controls(),
            Chart.EVENTS: [country(v, "country", w)],
            Chart.INSTRUMENTS: [country(v, "country", w)],
            Chart.REGISTRY: self._registry_controls(),
        }.get(v.chart, [])
        return [html.Div(folds, className="folds")] if folds else []

    def _registry_controls(self) -> list[html.Details]:
        """None while there is nothing to choose from."""
        v, w = self.view, self.words
        if registered_years(self.dataset) is None:
            return []
        who = [country(v, "country", w), country(v, "partner", w)]
        return [*who, fold(v, "crime", Crime, w), self._period()]

    def _period(self) -> html.Details:
        return period(self.view, self.span, (self.first, self.last), self.words)

    def cards(self) -> Markup:
        if self.is_chart(Chart.REGISTRY) and registered_years(self.dataset):
            return self.registered.cards
        return card_list(self.pairs.cards(self.events, len(self.requests.figures)))

    def pictures(self) -> list[Picture]:
        if self.is_chart(Chart.REQUESTS):
            return self.requests.pictures
        if self.is_chart(Chart.REGISTRY):
            return self.registered.pictures()
        if self.is_chart(Chart.EVENTS):
            return happened(self.events, self.words)
        return self.pairs.pictures(self._pair_url) if self.is_chart(Chart.GAP) else self._of_treaties()

    def _of_treaties(self) -> list[Picture]:
        return treaties(acts(self.dataset), self.view.country, self.words)

    def _places(self, parts: Parts) -> list[Any]:
        """The places of all pictures, in the order in which any chart has its own."""
        where = html.Div(
            [self.static("map-title", parts), self.map(), self.static("map-key", parts)], className="where"
        )
        drawn = html.Div([self.map("registry-map"), self.static("registry-map-key", parts)], className="drawn")
        years = [self.static(f"registry-years-{part}", parts) for part in ("title", "key")]
        return [
            where,
            self.static("calendar", parts),
            html.Div([drawn, self.static("registering", parts)], className="registry-map"),
            self.group("turning", parts),
            html.Div([*years, self.graph("registry-years")], className="titled over-years"),
            self.static("of-country", parts),
            self.static("matrix", parts),
            self.titled("timeline", parts, is_wide=True),
            self.graph("treaties"),
            *(self.static(name, parts, "facing" if name.startswith("by-") else "") for name in BELOW),
        ]

    def _lists(self) -> Parts:
        """What is read in each place: tables with what is said of them."""
        mine = bool(self.view.country)
        found = {name: self._of(name) for name in ("calendar", "registering", "matrix", *BELOW)}
        found["of-country"] = found["pairs"] if mine else Markup("")
        found["pairs"] = Markup("") if mine else found["pairs"]
        if self.is_chart(Chart.REGISTRY):
            found |= {"tally-key": self.registered.tally_key(), "delivery": self.registered.delivery()}
        return {name: {"html": markup} for name, markup in found.items()}

    def _of(self, name: str) -> Markup:
        """The tables and sentences of one place."""
        mine = (self.id(name), f"{self.id(name)}-")
        found = [each for key, each in self.in_view.items() if key == mine[0] or key.startswith(mine[1])]
        return Markup("").join(placed(each, "h2") for each in found if not each.figure)

    def _pair_url(self, pair: Pair) -> str:
        """What is published of a pair: the figures of the one with the other."""
        return self.view.with_values(chart=Chart.GAP, country=pair.a).url

    def rows(self) -> pd.DataFrame:
        """The pairs, figures, participants or acts that the chart shows."""
        frame = self._shown_rows()
        frame = frame.assign(data_version=self.dataset.version)
        if "country" in frame:
            known = set(Country)
            frame["country_label"] = [self.words.country(c) if c in known else "" for c in frame["country"]]
        return frame

    def _shown_rows(self) -> pd.DataFrame:
        if self.is_chart(Chart.GAP):
            return self.pairs.rows()
        if self.is_chart(Chart.REQUESTS):
            return self.requests.figures
        if self.is_chart(Chart.REGISTRY):
            return self.registered.rows()
        if self.is_chart(Chart.EVENTS):
            return self._of_shown_events()
        return with_unread(self.dataset, self.view.country)

    def _of_shown_events(self) -> pd.DataFrame:
        frame = self.dataset.table("cooperation_events")
        return frame[frame["event"].isin([event.event for event in self.events])]
