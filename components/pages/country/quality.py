"""What is known of the country's data: what is published when, flags, revisions, what was refused."""

from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from markupsafe import Markup

from components.captions import legend
from components.captions.picture import Picture
from components.captions.trace import held as held_by
from components.markup import el
from components.pages.country.section import Entry, Part, Section
from components.pages.country.victims import named
from components.pages.method.curation_log import rule, why
from components.pages.table_pictures import placed, terms
from components.tables.calendars import folded, held_cell, key, years
from components.tables.matrix import Line, matrix
from components.tables.table import Table, TableCell, TableRow, column, number, row_head, to_html
from data.interval import Interval
from data.queries.coverage import Calendar, Held, calendar
from data.queries.profile import Revision
from data.vocabulary import FlowMeasure, Indicator

TOTALS, PARTS = "country-revised", "country-revised-parts"
MEASURES: tuple[Indicator | FlowMeasure, ...] = (*Indicator, *FlowMeasure)


class Quality(Section):
    """A calendar of the country, the sentences of its flags, revisions with both values, and its rows in quarantine."""

    part = Part.QUALITY

    @cached_property
    def calendars(self) -> dict[str, Calendar]:
        return {str(measure): calendar(self.profile.dataset, measure) for measure in MEASURES}

    @cached_property
    def revisions(self) -> list[Revision]:
        return self.profile.revisions()

    def _held(self, measure: str, year: int) -> Held:
        return self.calendars[measure].cells[self.profile.country, year]

    def sentence(self) -> str:
        w, mine = self.words, self.profile.country
        calendars = self.calendars.values()
        told, of = sum(c.reported(mine) for c in calendars), sum(len(c.years) for c in calendars)
        headlines = sum(not each.group for each in self.revisions)
        said = w("profile.published", n=w.number(told), of=w.number(of))
        return f"{said} {w.count('profile.revised', len(self.revisions), headlines=w.number(headlines))}"

    def shown(self) -> list[Picture]:
        held = Picture("country-calendar", table=self._calendar(), key=key(self.words))
        return [held, self._quarantine(), self._flags(), *self._revisions()]

    def content(self) -> dict[str, Markup]:
        """What is published when beside what to know of it; changed parts of totals behind a fold."""
        calendar_, refused, flags, *changed = self.drawn
        shown = [placed(each) for each in changed if each.name != PARTS]
        parts = [
            folded(each.table.caption, "fold-revisions", [to_html(each.table)])
            for each in changed
            if each.name == PARTS and each.table
        ]
        left = el("div", placed(calendar_), legend.to_html(key(self.words), self.words, "key"), placed(refused))
        right = el("div", placed(flags), shown, parts)
        return {"quality": el("div", left, right, class_="abreast is-calendar")}

    def pictures(self) -> list[Picture]:
        """In a file what revised figures are made of is counted, and left to the page, where it is folded too."""
        return [self._counted(each) if each.name == PARTS else each for each in super().pictures()]

    def _counted(self, parts: Picture) -> Picture:
        said = f"{parts.table.caption}. {self.words('take.rest')}" if parts.table else ""
        return Picture(parts.name, said=(said,))

    def _calendar(self) -> Table:
        w, whole = self.words, next(iter(self.calendars.values()))
        rows = [Line(str(c.measure), w.label(c.measure), "", c.table) for c in self.calendars.values()]

        def entry(row: Line, column: Line) -> TableCell:
            held = self._held(row.key, int(column.key))
            return held_cell(self.calendars[row.key], held, w, held_by(self.view))

        caption = w("profile.calendar", first=whole.first, last=whole.last)
        return matrix(rows, years(whole), entry, caption, w("method.head.measure"))

    def _flags(self) -> Picture:
        w = self.words
        lines = [
            ("; ".join(f"{w.label(i)} ({', '.join(map(str, when))})" for i, when in by.items()), w(f"flag.{flag}"))
            for flag, by in self.profile.flagged().items()
        ]
        return terms("country-flags", w("profile.flags"), lines, w("profile.no_flags"))

    def _revisions(self) -> list[Picture]:
        """Those of totals, then those of what they are made of."""
        w = self.words
        if not self.revisions:
            return [Picture(TOTALS, title=w("profile.revisions_none"), said=(w("profile.no_revisions"),))]
        names = {"earlier": self._release(self.revisions[0].release_from),
                 "later": self._release(self.revisions[0].release_to)}  # fmt: skip
        totals = [each for each in self.revisions if not each.group]
        rest = [each for each in self.revisions if each.group]
        counted = w.count("profile.revised_parts", len(rest), **names)
        made = [
            (TOTALS, totals, self._table(totals, w("profile.revisions", **names), "revised")),
            (PARTS, rest, self._table(rest, counted, "revised-parts")),
        ]
        return [Picture(name, table=table) for name, found, table in made if found]

    def _release(self, source: str) -> str:
        known = self.profile.dataset.sources.get(source, {})
        return known.get("release") or source

    def _table(self, revisions: list[Revision], caption: str, name: str) -> Table:
        w = self.words
        heads = [column(w("profile.head.measure")), column(w("year.label"), "n")]
        heads += [column(w("profile.head.earlier"), "n"), column(w("profile.head.later"), "n")]
        heads += [column(w("profile.head.kind"))]
        rows = [
            TableRow(
                [row_head(self._what(each)), number(each.year), *map(number, self._values(each)),
                 TableCell(w.label(each.kind))]
            )
            for each in revisions
        ]  # fmt: skip
        return Table(caption, heads, [rows], name, name)

    def _what(self, revision: Revision) -> str:
        name = self.words.label(revision.measure)
        return f"{name}: {self._of(revision)}" if revision.group else name

    def _of(self, revision: Revision) -> str:
        if isinstance(revision.measure, FlowMeasure):
            return ", ".join(self.partner(code) for code in revision.group)
        return ", ".join(named(word, self.words) for word in revision.group).lower()

    def _values(self, revision: Revision) -> tuple[str, str]:
        """The earlier and the later figure as each release prints it."""
        before, after = revision.is_suppressed
        return self._value(revision.before, before), self._value(revision.after, after)

    def _value(self, bounds: Interval | None, is_suppressed: bool) -> str:
        if bounds and is_suppressed:
            return self.words("suppressed.figure", n=self.words.number(bounds.high + 1))
        return self.words.interval(bounds) if bounds else self.words("none")

    def _quarantine(self) -> Picture:
        w = self.words
        lines = [
            (f"{each.year}: {each.printed}", f"({' · '.join(each.place)}). {why(each, w)}.",
             w("method.row", source=self._release(each.source), row=each.row))
            for each in self.profile.refused()
        ]  # fmt: skip
        return terms("country-refused", w("profile.quarantine"), lines, w("profile.no_quarantine"))

    def drawn_from(self) -> Iterable[str]:
        held = (self._held(str(c.measure), year).source for c in self.calendars.values() for year in c.years)
        revised = ({each.release_from, each.release_to} for each in self.revisions)
        return {*held, *chain.from_iterable(revised), *(each.source for each in self.profile.refused())}

    def entries(self) -> list[Entry]:
        w = self.words
        held = [
            Entry(f"published_{c.measure}", "", w("profile.covered", what=w.label(c.measure)), "", str(year),
                  Interval(each.figures, each.figures), w.number(each.figures), w(f"method.mark.{each.mark}"),
                  "figures", source=each.source)
            for c in self.calendars.values()
            for year in c.years
            for each in [self._held(str(c.measure), year)]
        ]  # fmt: skip
        return [*held, *(e for each in self.revisions for e in self._both(each)), *self._refusals()]

    def _both(self, revision: Revision) -> list[Entry]:
        """The figure before and after."""
        w = self.words
        name = w.label(revision.measure)
        texts = self._values(revision)
        sides = (
            (w("profile.before", what=name), revision.before, texts[0], revision.release_from),
            (w("profile.after", what=name), revision.after, texts[1], revision.release_to),
        )
        group, who, kind = "|".join(revision.group), self._of(revision), w.label(revision.kind)
        return [
            Entry(
                f"revised_{revision.measure}", group, what, who, str(revision.year), bounds, text, kind, source=source
            )
            for what, bounds, text, source in sides
        ]

    def _refusals(self) -> list[Entry]:
        w = self.words
        return [
            Entry("quarantine", str(each.row), w("profile.quarantine"), " · ".join(each.place), str(each.year), None,
                  each.printed, rule(each.reason, w), "", source=each.source)
            for each in self.profile.refused()
        ]  # fmt: skip
