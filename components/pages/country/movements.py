"""Flows in and out: citizens of others among the victims detected here, and this country's among those of others."""

from functools import cached_property

from markupsafe import Markup

from components.figures.interval_bars import Bar, bars
from components.i18n import EN_DASH
from components.markup import el
from components.pages.country.section import Entry, Part, Section
from data.interval import total
from data.queries.flows import Flow, Flows, flows
from data.vocabulary import FlowMeasure

FIRST_YEAR = 2018  # as on the page of flows: since then most of the 22 print citizenship every year
MOST = 8  # bars a side; the table has all
MEASURE = FlowMeasure.VICTIMS_BY_CITIZENSHIP


class Movements(Section):
    """Two facing tables of bars, each with its own scale."""

    part = Part.FLOWS

    @cached_property
    def flows(self) -> Flows:
        last = self.profile.years[-1]
        return flows(self.profile.dataset, MEASURE, min(FIRST_YEAR, last), last)

    @property
    def when(self) -> str:
        return f"{self.flows.first}{EN_DASH}{self.flows.last}"

    @cached_property
    def into(self) -> list[Flow]:
        return self.flows.into(self.profile.country)

    @cached_property
    def out_of(self) -> list[Flow]:
        return self.flows.out_of(self.profile.country)

    def sentence(self) -> str:
        """How many in all, each way, as ranges."""
        w = self.words
        said = [
            w(f"profile.{side}", country=self.name, counted=self._sum(found))
            for side, found in (("sum_into", self.into), ("sum_out_of", self.out_of))
            if found
        ]
        return w("profile.summed", when=self.when, counts=w.names(said)) if said else ""

    def _sum(self, found: list[Flow]) -> str:
        """One flow as it is printed, several as the range that they add up to."""
        return self.flow_text(found[0]) if len(found) == 1 else self.words.interval(total([f.count for f in found]))

    def pictures(self) -> list[Markup]:
        w = self.words
        out = w("flows.out.victims_by_citizenship", country=self.name, when=self.when)
        into = w("flows.into.victims_by_citizenship", country=self.name, when=self.when)
        drawn = [
            self._bars(out, [(str(flow.country), flow) for flow in self.out_of], "is-mirrored"),
            self._bars(into, [(flow.partner, flow) for flow in self.into]),
        ]
        return [el("div", drawn, class_="facing")]

    def _bars(self, caption: str, found: list[tuple[str, Flow]], look: str = "") -> Markup:
        w = self.words
        heads = (w("table.country"), w("rank.count"), w("flows.head.years"))
        drawn = [
            Bar(self.partner(other), flow.count, self.flow_text(flow),
                w("flows.listed", n=len(flow.listed), of=len(flow.reported)))
            for other, flow in found[:MOST]
        ]  # fmt: skip
        made = bars(caption, heads, drawn, nothing=w("flows.none_listed"), look=look)
        more = w.count("profile.more", len(found) - MOST) if len(found) > MOST else ""
        return el("div", made, el("p", more, class_="soft") if more else None)

    def entries(self) -> list[Entry]:
        w = self.words
        into = w("flows.into.victims_by_citizenship", country=self.name, when=self.when)
        out = w("flows.out.victims_by_citizenship", country=self.name, when=self.when)
        apart = list(self.flows.apart(self.profile.country).values())
        return [
            *(self._entry(f, into, f.partner) for f in [*self.into, *apart]),
            *(self._entry(f, out, str(f.country)) for f in self.out_of),
        ]

    def _entry(self, flow: Flow, what: str, other: str) -> Entry:
        side = "in" if flow.country == self.profile.country else "out"
        about = (f"{MEASURE}_{side}", other, what, self.partner(other), ", ".join(map(str, flow.listed)))
        return Entry(*about, flow.count, self.flow_text(flow), self.known(flow.status, flow.count), "count",
                     flow.flags, flow.source)  # fmt: skip
