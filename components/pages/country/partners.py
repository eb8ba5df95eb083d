"""With whom cooperation is most needed and by what means it is on record: partners, events, treaties."""

from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup

from components.captions.citation import STATEMENTS, TREATIES
from components.captions.picture import Picture
from components.i18n import EN_DASH, Words
from components.markup import el
from components.pages.cooperation.events import title
from components.pages.cooperation.gap import UNREAD, gap_list, needed, parts
from components.pages.cooperation.treaties import read
from components.pages.country.section import Entry, Part, Section
from components.pages.table_pictures import listed, placed, terms
from components.tables.table import Table, TableRow, column, number, row_head
from components.translated import named, title_language, told
from data.cooperation_vocabulary import Treaty
from data.interval import Interval
from data.queries.gap import Gap, Pair, gap
from data.queries.means import Act, Event, acts, events

FIRST_YEAR = 2014  # as on the page of cooperation
MOST = 8  # partners in the list; the table has all


class Partners(Section):
    """Partners by need with the means part by part, the events that list the country, and what binds it."""

    part = Part.COOPERATION

    @cached_property
    def gap(self) -> Gap:
        last = self.profile.years[-1]
        return gap(self.profile.dataset, min(FIRST_YEAR, last), last)

    @cached_property
    def needy(self) -> list[Pair]:
        """The partners with a published need, largest first."""
        return [pair for pair in self.gap.by_need(self.profile.country) if pair.need]

    @cached_property
    def events(self) -> list[Event]:
        """The events that list the country, latest first."""
        return [event for event in events(self.profile.dataset) if self.profile.country in event.participants][::-1]

    @cached_property
    def acts(self) -> dict[Treaty, Act | None]:
        known = acts(self.profile.dataset)
        return {treaty: known.get((self.profile.country, treaty)) for treaty in Treaty} if known else {}

    @property
    def when(self) -> str:
        return f"{self.gap.flows.first}{EN_DASH}{self.gap.flows.last}"

    def sentence(self) -> str:
        w, needy = self.words, [pair for pair in self.needy if pair.is_needed]
        without = [pair for pair in needy if pair.is_gap]
        if not needy:
            return w("profile.no_need", country=self.name, when=self.when)
        named = [w.country(pair.other(self.profile.country)) for pair in without[:3]]
        said = w.count("profile.need", len(needy), without=w.number(len(without)), when=self.when)
        return f"{said} {w('profile.without', names=w.names(named))}" if named else said

    def shown(self) -> list[Picture]:
        return [self._need(), self._events(), self._treaties()]

    def content(self) -> dict[str, Markup]:
        need, happened, treaties = map(placed, self.drawn)
        columns = [el("div", need, happened, class_="column"), el("div", treaties, class_="column")]
        return {"cooperation": el("div", columns, class_="abreast")}

    def _need(self) -> Picture:
        w, mine = self.words, self.profile.country
        caption = f"{w('gap.with_whom', country=self.name)}, {self.when}"
        table = gap_list(self.needy[:MOST], mine, caption, w, name="gap")
        return listed("country-gap", table, caption, w("gap.none_listed"))

    def _events(self) -> Picture:
        w = self.words
        lines = [(title(e, w), w(f"eventkind.{e.kind}"), w.placed(e.description[w.language])) for e in self.events]
        heading = w("profile.events", n=w.number(len(lines)))
        return terms("country-events", heading, lines, w("events.nothing"))

    def _treaties(self) -> Picture:
        w = self.words
        table = self._treaty_table() if self.acts else None
        return listed("country-treaties", table, w("profile.treaties"), w("treaties.nothing"), w("treaties.legend"))

    def _treaty_table(self) -> Table:
        w, rows = self.words, []
        for treaty, act in self.acts.items():
            since = read(act, w)
            known = number(act.as_of if act and act.as_of else w("none"))
            rows.append(TableRow([row_head(w(f"treaty.{treaty}")), since._replace(tone=f"since {since.tone}"), known]))
        heads = [
            column(w("profile.head.treaty")),
            column(w("profile.head.since")),
            column(w("profile.head.as_of"), "n"),
        ]
        return Table(w("profile.treaties"), heads, [rows], "treaties-of", "treaties-of")

    def drawn_from(self) -> Iterable[str]:
        pairs = self.gap.by_need(self.profile.country)
        flows = (flow.source for pair in pairs for flow in (pair.need_in_a, pair.need_in_b) if flow)
        means = [pair.means for pair in pairs]
        has_records = self.events or any(each.events or each.statements for each in means)
        has_treaties = self.acts or any(each.treaties for each in means)
        return [*flows, *(STATEMENTS if has_records else ()), *(TREATIES if has_treaties else ())]

    def entries(self) -> list[Entry]:
        return [
            *(entry for pair in self.gap.by_need(self.profile.country) for entry in self._pair(pair)),
            *(self._event(event) for event in self.events),
            *(self._act(treaty, act) for treaty, act in self.acts.items()),
        ]

    def _pair(self, pair: Pair) -> list[Entry]:
        w, other = self.words, pair.other(self.profile.country)
        name = w.country(other)
        found = []
        if pair.need:
            flows = [flow for flow in (pair.need_in_a, pair.need_in_b) if flow]
            source = "|".join(sorted({flow.source for flow in flows}))
            found.append(Entry("need", other, w("gap.head.need"), name, self.when, pair.need, needed(pair, w), "",
                               source=source))  # fmt: skip
        for code, said in parts(pair):
            count = int(said.partition("/")[0]) if said != UNREAD else 0
            source = "|".join(TREATIES if code == "treaties" else STATEMENTS)
            if count:
                found.append(Entry(code, other, w(f"gap.head.{code}"), name, "", Interval(count, count), said, "",
                                   source=source))  # fmt: skip
        return found

    def _event(self, event: Event) -> Entry:
        w = self.words
        about = (str(event.kind), event.event, w(f"eventkind.{event.kind}"), title(event, w))
        period = " / ".join(day for day in (event.start, event.end) if day)
        return Entry(*about, period, None, "●", _read(event, self.words), "event", source="|".join(STATEMENTS))

    def _act(self, treaty: Treaty, act: Act | None) -> Entry:
        w = self.words
        entry = read(act, w)
        about = ("treaty", str(treaty), w("profile.head.treaty"), w(f"treaty.{treaty}"))
        return Entry(*about, act.date if act else "", None, entry.text, entry.said, "act",
                     source="|".join(TREATIES))  # fmt: skip


def _read(event: Event, words: Words) -> str:
    """Where an event was read; of a title that is in another language than the reader's only who published it."""
    if title_language(event.source, words):
        return told(event.source, "source_publisher", words)
    return named(event.source, words)
