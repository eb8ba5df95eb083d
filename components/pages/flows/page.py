"""Flows: victims and convicted persons by citizenship, and repatriations, between the 22 and with the world."""

from functools import cached_property
from typing import Any

import pandas as pd
from dash import html
from markupsafe import Markup

from components import theme
from components.captions.headline import Finding, card_list, headline
from components.captions.legend import unscaled
from components.captions.picture import Picture
from components.captions.sources import lines
from components.captions.trace import paired
from components.captions.ways import ways
from components.cells import printed_count
from components.controls.choices import country, fold, row
from components.controls.definitions import what_is_counted
from components.controls.years import period
from components.figures.choropleth import HATCH, Look, choropleth, colour
from components.figures.classes import limits, step
from components.figures.flow_map import Arc, arcs
from components.figures.interval_bars import Bar, Group, interval_bars
from components.i18n import EN_DASH, Words
from components.pages.flows import pairs
from components.pages.flows.order import ordered
from components.pages.page import Parts, ShownPage
from components.tables.matrix import Line, matrix
from components.tables.table import Table, TableCell
from components.tables.twins import bar_table
from components.url.choices import SORTS, Chart, Partners
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.interval import is_first_largest, total
from data.queries.flows import Flow, flows
from data.releases import Revised, between
from data.vocabulary import COUNTRIES, PARTNERS, Country, FlowMeasure, Partner, Status

FIRST_YEAR_SHOWN = 2018  # since then most of the 22 print citizenship every year
DRAWN = 40  # arrows on the map; the matrix and the table have all
BESIDE, LISTED, LARGEST = 15, 20, 22  # bars beside the map, on a side of one country, and on a slide of the table


class Flows(ShownPage):
    """A view of the flows. Without a country the region is shown, and the country picture takes the largest."""

    graphs, aside, tables = ("map", "largest", "out", "into"), ("largest",), ("matrix", "apart", "pairs")

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        super().__init__(view, ignored, dataset, words)
        first, last = self.view.years or (FIRST_YEAR_SHOWN, self.span[1])
        self.flows, self.fixed = flows(dataset, self.view.flow, first, last), {"years": (first, last)}

    @property
    def when(self) -> str:
        return f"{self.flows.first}{EN_DASH}{self.flows.last}"

    @property
    def title(self) -> str:
        return self.words("flows.title", flow=self.words.label(self.view.flow), when=self.when)

    @cached_property
    def shown(self) -> list[Flow]:
        """The pairs in view, largest first."""
        return pairs.in_view(self.flows, self.view)

    @cached_property
    def finding(self) -> Finding:
        """How many cross a border, which pair is certainly the largest if any is, and over which years."""
        noun = self.words(f"noun.{self.view.flow}")
        caveat = self.words(f"caveat.{self.view.flow}")
        if not self.shown:
            return Finding(self.words("flows.nothing", when=self.when, noun=noun), "", caveat)
        counts, largest = [flow.count for flow in self.shown], self.shown[0]
        counted = self.words.interval(total(counts))
        told = {"pair": self.pair(largest), "counted": self.figure(largest)}
        where = "flows.of_country" if self.view.country else f"flows.{self.view.partners}"
        mine = self.words.country(self.view.country) if self.view.country else ""
        return Finding(
            self.words(where, when=self.when, counted=counted, noun=noun, country=mine),
            self.words("flows.largest", **told) if is_first_largest(counts) else "",
            f"{caveat} {self.words('flows.years')}",
        )

    def name(self, code: str) -> str:
        """A country's name, or the word for a partner that is none."""
        return self.words(f"partner.{code}") if code in PARTNERS else self.words.country(code)

    @property
    def is_directed(self) -> bool:
        """Whether the source says from where to where; of repatriations it does not."""
        return self.view.flow is not FlowMeasure.VICTIMS_REPATRIATED

    def pair(self, flow: Flow) -> str:
        """From whom to where; repatriations have no stated direction."""
        return self._between(self.name(flow.partner), self.name(flow.country))

    def _between(self, partner: str, country: str) -> str:
        return self.words("flows.pair" if self.is_directed else "flows.between", partner=partner, country=country)

    def figure(self, flow: Flow) -> str:
        return printed_count(flow.count, flow.status, self.words)

    def years(self, flow: Flow) -> str:
        """In how many of the years reported the pair is listed."""
        return self.words("flows.listed", n=len(flow.listed), of=len(flow.reported))

    def said(self, flow: Flow) -> str:
        return f"{self.pair(flow)}: {self.figure(flow)} ({self.years(flow)})"

    def parts(self) -> Parts:
        return {
            "notice": {"html": self.notice()},
            "headline": {"html": headline(self.finding) + ways(self.view, self.dataset, self.words)},
            "cards": {"html": self.cards()},
            "controls": {"children": self._controls()},
            "tabs": {"children": self.tabs()},
            "stage": self.stage(),
            "sources": {"html": lines(self.view, self.sources, self.dataset, self.words)},
            **self.places(),
        }

    def page(self) -> html.Main:
        parts = self.parts()
        return html.Main(
            [
                *self.head(parts),
                self.picture(parts, self._places(parts)),
                html.Div(self.titled("largest", parts), className="ranking"),
                html.Div([self.static("sources", parts)], className="notes"),
            ],
            id="main",
        )

    def rows(self) -> pd.DataFrame:
        frame = self.flows.frame(self.shown)
        for column in ("country", "partner"):
            frame[f"{column}_label"] = [self.name(code) for code in frame[column]]
        frame["measure_label"] = self.words.label(self.view.flow)
        return frame.assign(data_version=self.dataset.version, release=self.dataset.release)

    def changed(self) -> list[Revised]:
        """Year by year, as printed: of the pairs in view, and of those that a later release lists besides."""
        found = between(self.dataset.revised, self.view.flow, self.flows.first, self.until(self.flows.last))
        return [each for each in found if pairs.is_counted(each.key, self.view)]

    @property
    def sources(self) -> list[str]:
        return sorted({flow.source for flow in self.shown})

    def _controls(self) -> list[html.Div]:
        v, words = self.view, self.words
        return [
            html.Div([row(v, "flow", FlowMeasure, words), what_is_counted(v, FlowMeasure, words)], className="choices"),
            html.Div(
                [
                    country(v, "country", words),
                    fold(v, "partners", Partners, words),
                    period(v, self.span, (self.flows.first, self.flows.last), words),
                    *([fold(v, "sort", SORTS[v.page], words)] if self.is_chart(Chart.MATRIX) else []),
                ],
                className="folds",
            ),
        ]

    def cards(self) -> Markup:
        counted = total([flow.count for flow in self.shown]) if self.shown else None
        return card_list(
            [
                (self.words.interval(counted) if counted else self.words("none"), self.words(f"noun.{self.view.flow}")),
                (f"{len(self.flows.reported)}/{len(Country)}", self.words("card.publish_partners")),
                (self.words.number(len(self.shown)), self.words("card.pairs")),
                (
                    self.words.number(sum(flow.status is not Status.EXACT for flow in self.shown)),
                    self.words("card.suppressed"),
                ),
            ]
        )

    def pictures(self) -> list[Picture]:
        if self.is_chart(Chart.MAP):
            return [self._map()]
        if self.is_chart(Chart.MATRIX):
            return [Picture("flows-matrix", table=self._matrix())]
        if self.is_chart(Chart.COUNTRY):
            return self._facing()
        return [self._table()]

    def beside(self) -> list[Picture]:
        return [self._largest()] if self.is_chart(Chart.MAP) else []

    def _places(self, parts: Parts) -> list[Any]:
        sides = html.Div([self.titled(side, parts) for side in ("out", "into")], className="facing")
        return [self.map(), self.static("map-key", parts), self.static("matrix", parts), sides,
                self.static("apart", parts, "apart"), self.static("pairs", parts)]  # fmt: skip

    @cached_property
    def arrows(self) -> list[Arc]:
        """The largest flows between two of the 22; a published zero has no arrow."""
        others = [flow for flow in self.shown if flow.partner in COUNTRIES and flow.partner != flow.country]
        inside = [flow for flow in others if flow.count.high > 0]
        return [
            Arc(f.partner, f.country, *f.count, self.said(f), self.is_directed, paired(self.view, f))
            for f in inside[:DRAWN]
        ]

    def _map(self) -> Picture:
        label = self.words(
            "flows.map" if self.is_directed else "flows.map_between", title=self.title, n=len(self.arrows)
        )
        note = self.words("flows.legend" if self.is_directed else "flows.legend_between", n=len(self.arrows))
        over = arcs(self.dataset.plan, self.arrows)
        drawn, key = choropleth(self.dataset.plan, self.looks(), over), unscaled(self.words, note)
        return Picture("flows-map", drawn, label=label, key=key, note=self.words("map.note"))

    def looks(self) -> dict[str, Look]:
        """How each country looks below the arrows."""
        return {str(c): self._look(c) for c in Country}

    def _look(self, each: Country) -> Look:
        top = [self.said(flow) for flow in (self.flows.into(each)[:3] + self.flows.out_of(each)[:3])]
        said = "\n".join([self.name(each), *(top or [self.words("flows.none_listed")])])
        plain = Look(said, theme.STEPS[0], chosen=each is self.view.country)
        return plain if each in self.flows.reported else plain._replace(fill=theme.MISSING_GROUND, pattern=HATCH)

    def _largest(self) -> Picture:
        drawn = [self._bar(self.pair(flow), flow) for flow in self.shown[:BESIDE]]
        return self._bars("flows-largest", self.words("flows.largest_pairs"), drawn)

    def _bars(self, name: str, title: str, bars: list[Bar], *, is_mirrored: bool = False) -> Picture:
        if not bars:
            return Picture(name, title=title, said=(self.words("flows.none_listed"),))
        return Picture(name, interval_bars([Group("", bars)], is_mirrored=is_mirrored), title=title)

    def _bar(self, name: str, flow: Flow) -> Bar:
        return Bar(name, flow.count, self.figure(flow), self.years(flow), self._note(flow), paired(self.view, flow))

    @property
    def _head(self) -> str:
        return self.words("flows.head.pair" if self.is_directed else "flows.head.between")

    def _matrix(self) -> Table:
        names = {str(each): self.name(each) for each in Country}
        order = {side: ordered(self.flows, side, self.view.sort, names, self.words) for side in ("partner", "country")}
        edges = limits([flow.count for flow in self.flows.within], is_rate=False)

        def entry(origin: Line, target: Line) -> TableCell:
            is_own = origin.key == target.key
            flow = self.flows.pairs.get((Country(target.key), Partner.OWN if is_own else origin.key))
            if flow is None:
                return self._unlisted(origin, target)
            shade = f"heat-{colour(step(flow.count.high, edges), edges)}"
            return TableCell(self.figure(flow), self.said(flow), paired(self.view, flow), "is-own" if is_own else shade)

        corner = self.words("flows.corner" if self.is_directed else "flows.corner_between")
        return matrix(order["partner"], order["country"], entry, self.title, corner)

    def _unlisted(self, origin: Line, target: Line) -> TableCell:
        """No figure: the country publishes no partners at all, or this one is not among them."""
        is_absent = target.key not in self.flows.reported
        what = self.words("state.not_reported" if is_absent else "flows.none_listed")
        said = f"{self._between(origin.name, target.name)}: {what}"
        return TableCell("[x]" if is_absent else "·", said, tone="is-not_reported" if is_absent else "is-not_listed")

    def _facing(self) -> list[Picture]:
        """Who is listed here, and where one's own are listed: each side on its own scale, growing from the middle."""
        mine, inward, outward = pairs.sides(self.flows, self.view)
        told = {"country": self.name(mine), "when": self.when}
        out = [self._bar(self.name(flow.country), flow) for flow in outward]
        into = [self._bar(self.name(flow.partner), flow) for flow in inward[:LISTED]]
        return [
            self._bars("flows-out", self.words(f"flows.out.{self.view.flow}", **told), out, is_mirrored=True),
            self._bars("flows-into", self.words(f"flows.into.{self.view.flow}", **told), into),
            Picture("flows-apart", said=self._apart(mine)),
        ]

    def _apart(self, mine: Country) -> tuple[str, ...]:
        """Own nationals and those not identified: said beside the flows, never on their scale."""
        found = self.flows.apart(mine).items()
        said = [f"{self.words(f'partner.{p}')}: {self.figure(f)} ({self.years(f)})" for p, f in found]
        return (self.words("flows.apart"), *said) if said else ()

    def _table(self) -> Picture:
        drawn = [self._bar(self.pair(flow), flow) for flow in self.shown]
        heads = (self._head, self.words("rank.count"), self.words("table.status"))
        if not drawn:
            return Picture("flows-pairs", title=self.title, said=(self.words("flows.none_listed"),))
        of_slide = interval_bars([Group("", drawn[:LARGEST])])
        return Picture("flows-pairs", of_slide, bar_table(self.title, heads, drawn, "pairs"))

    def _note(self, flow: Flow) -> str:
        said = {Status.EXACT: "value", Status.SUPPRESSED: "suppressed", Status.RANGE: "range"}[flow.status]
        flags = [self.words(f"flag.{flag}") for flag in flow.flags]
        return "; ".join([self.words(f"state.{said}"), *flags])
