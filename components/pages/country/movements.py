"""Flows in and out: citizens of others among the victims detected here, and this country's among those of others."""

from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup

from components.captions.picture import Picture
from components.captions.trace import paired
from components.figures.interval_bars import Bar, Group, interval_bars
from components.i18n import EN_DASH
from components.pages.country.section import Entry, Part, Section
from components.pages.table_pictures import told
from components.url.choices import Page
from components.url.view import View
from data.interval import total
from data.queries.flows import Flow, Flows, flows
from data.vocabulary import FlowMeasure

FIRST_YEAR = 2018  # as on the page of flows: since then most of the 22 print citizenship every year
MOST = 8  # bars a side; the table has all
MEASURE = FlowMeasure.VICTIMS_BY_CITIZENSHIP


class Movements(Section):
    """Bars that face each other, each side on a scale of its own."""

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

    def shown(self) -> list[Picture]:
        w, about = self.words, {"country": self.name, "when": self.when}
        out, into = [(str(f.country), f) for f in self.out_of], [(f.partner, f) for f in self.into]
        return [
            self._side("out", w("flows.out.victims_by_citizenship", **about), out),
            self._side("into", w("flows.into.victims_by_citizenship", **about), into),
        ]

    def content(self) -> dict[str, Markup]:
        return {}

    def _side(self, side: str, title: str, found: list[tuple[str, Flow]]) -> Picture:
        w, name = self.words, f"country-{side}"
        if not found:
            return Picture(name, said=(f"{title}. {w('flows.none_listed')}",))
        bars = [self._bar(other, flow) for other, flow in found[:MOST]]
        more = w.count("profile.more", len(found) - MOST) if len(found) > MOST else ""
        drawn = interval_bars([Group("", bars)], is_mirrored=side == "out")
        return Picture(name, drawn, title=title, label=title, said=told(more))

    def _bar(self, other: str, flow: Flow) -> Bar:
        listed = self.words("flows.listed", n=len(flow.listed), of=len(flow.reported))
        seen = View.of(self.view.locale, Page.FLOWS, flow=MEASURE, theme=self.view.theme)
        return Bar(self.partner(other), flow.count, self.flow_text(flow), listed, self.known(flow.status, flow.count),
                   paired(seen, flow))  # fmt: skip

    def drawn_from(self) -> Iterable[str]:
        apart = self.flows.apart(self.profile.country).values()
        return (flow.source for flow in (*self.into, *apart, *self.out_of))

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
