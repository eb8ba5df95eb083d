"""Method: what the words mean, what became of each raw row, what is published, what nobody sees, how to read it."""

from functools import cached_property
from typing import Any

import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions import legend
from components.captions.headline import Finding, card_list, headline
from components.captions.picture import Picture
from components.captions.releases import learn
from components.captions.sources import lines, of_answer
from components.captions.trace import held
from components.controls.choices import row
from components.markup import el
from components.pages.method import chapters, glossary, hidden, reading
from components.pages.method import curation_log as accounts
from components.pages.method.changes import Changes
from components.pages.method.facts import facts
from components.pages.method.tidy_rows import ledger, marks, texts
from components.pages.page import Parts, ShownPage
from components.pages.table_pictures import placed
from components.tables import calendars
from components.tables.table import to_html
from components.tables.tidy_rows import tidy
from components.url.choices import Chart, Lens
from data.model import Answer, Selection
from data.queries.coverage import Calendar, Mark, calendar
from data.queries.curation_log import Account, account
from data.queries.observations import answer
from data.queries.region import Region, default_year, region
from data.vocabulary import Country, Crime, FlowMeasure, Indicator, Outcome


class Method(ShownPage):
    """A view of the method; the chart is the chapter."""

    @property
    def title(self) -> str:
        return self.words(f"method.title.{self.view.chart}")

    # ---- what the chapters draw upon ----

    @cached_property
    def account(self) -> Account:
        return account(self.dataset)

    @cached_property
    def indicator(self) -> Indicator:
        """The indicator chosen, where the chapter offers the choice; detected victims elsewhere."""
        return self.view.indicator if self.is_chart(Chart.COVERAGE, Chart.READING) else Indicator.VICTIMS_DETECTED

    @cached_property
    def changes(self) -> Changes:
        return Changes(self.view, self.dataset, self.words)

    @cached_property
    def calendars(self) -> dict[str, Calendar]:
        return {str(m): calendar(self.dataset, m) for m in (*Indicator, *FlowMeasure)}

    @cached_property
    def calendar(self) -> Calendar:
        return calendar(self.dataset, self.indicator)

    @cached_property
    def answer(self) -> Answer:
        return answer(self.dataset, Selection(self.indicator, *self.span))

    @cached_property
    def region(self) -> Region:
        """The regional figure of the latest well-covered year."""
        return region(self.answer, default_year(self.answer))

    @cached_property
    def sections(self) -> list[chapters.Prose]:
        told = facts(self.dataset, self.account, self.calendar, self.answer, self.words)
        return chapters.sections(self.view.locale, str(self.view.chart), told)

    # ---- what one sees, said ----

    @cached_property
    def finding(self) -> Finding:
        return {
            Chart.DEFINITIONS: self._found_definitions,
            Chart.RULES: self._found_rules,
            Chart.CHANGES: lambda: self.changes.finding,
            Chart.COVERAGE: self._found_coverage,
            Chart.HIDDEN: self._found_hidden,
            Chart.READING: self._found_reading,
            Chart.GLOSSARY: self._found_glossary,
        }[self.view.chart]()

    def _found_definitions(self) -> Finding:
        w, tables = self.words, self.dataset.tables
        of_crime = [frame[frame["crime"] == Crime.TRAFFICKING] for frame in (tables["observations"], tables["flows"])]
        ranges = sum(int((frame["status"] != "exact").sum()) for frame in of_crime)
        n, (first, last) = self.dataset.figures[Crime.TRAFFICKING], self.dataset.years_of[Crime.TRAFFICKING]
        said = w.count("method.found.definitions", n, first=first, last=last)
        return Finding(said, w.count("method.found.ranges", ranges), w("method.caveat.definitions"))

    def _found_rules(self) -> Finding:
        w, a = self.words, self.account
        if not a.entries:
            return Finding(w("method.no_ledger"), "", w("method.caveat.rules"))
        kept, merged = (w.number(a.rows(a.shown, each)) for each in (Outcome.KEPT, Outcome.MERGED))
        said = w.count("method.found.rules", a.rows(a.shown), kept=kept, merged=merged)
        out = [w.number(a.rows(a.shown, each)) for each in (Outcome.DROPPED, Outcome.QUARANTINED)]
        return Finding(said, w("method.found.out", dropped=out[0], quarantined=out[1]), w("method.caveat.rules"))

    def _found_coverage(self) -> Finding:
        w, found = self.words, self.calendar
        of, noun = len(found.cells), w.label(self.indicator).lower()
        said = w.count(
            "method.found.coverage", found.published, of=w.number(of), noun=noun, first=found.first, last=found.last
        )
        ranges = w.count("method.found.of_them", found.marked(Mark.RANGE))
        return Finding(said, ranges if found.published else "", w("method.caveat.coverage"))

    def _found_hidden(self) -> Finding:
        w, shown = self.words, self.region
        counted = w.interval(shown.count) if shown.count else w("none")
        said = w("method.found.hidden", year=shown.year, n=len(shown.reporting), of=len(Country), counted=counted)
        caveat = "lens" if self.view.lens is Lens.ONE_TO_TWENTY else "hidden"
        return Finding(said, w("method.found.unknown"), w(f"method.caveat.{caveat}"))

    def _found_reading(self) -> Finding:
        w, shown = self.words, self.region
        if shown.count is None:
            return Finding(w("method.example.none"), "", w("method.caveat.reading"))
        noun, n = w.label(self.indicator).lower(), len(shown.reporting)
        counted = w.interval(shown.count)
        if not shown.suppressed:
            said = w.count("method.found.exact", n, noun=noun, year=shown.year)
            return Finding(said, w("method.found.adds", counted=counted), w("method.caveat.reading"))
        said = w.count("method.found.reading", n, noun=noun, year=shown.year, hidden=w.number(shown.suppressed))
        return Finding(said, w("method.found.total", counted=counted), w("method.caveat.reading"))

    def _found_glossary(self) -> Finding:
        said = self.words.count("method.found.glossary", len(glossary.Term))
        return Finding(said, self.words("method.found.decides"), self.words("method.caveat.glossary"))

    # ---- what one sees, drawn ----

    def parts(self) -> Parts:
        return {
            "notice": {"html": self.notice()},
            "headline": {"html": headline(self.finding)},
            "cards": {"html": self.cards()},
            "controls": {"children": self._controls()},
            "tabs": {"children": self.tabs()},
            "stage": self.stage(),
            "chapter": {"html": Markup("").join(self._chapter())},
            "sources": {"html": lines(self.view, self.sources, self.dataset, self.words)},
        }

    def page(self) -> html.Main:
        parts = self.parts()
        shown = [*self.head(parts), self.picture(parts, [self.static("chapter", parts, "chapter")])]
        notes = html.Div([self.static("sources", parts)], className="notes")
        return html.Main([*shown, notes], id="main", className="wide method")

    @property
    def sources(self) -> list[str]:
        if self.is_chart(Chart.GLOSSARY):
            return []
        if self.is_chart(Chart.CHANGES):
            return self.changes.sources
        if self.is_chart(Chart.RULES):
            return list(self.account.sources)
        return of_answer(self.answer)

    def _controls(self) -> list[html.Div]:
        offered: dict[Chart, list[tuple[str, Any]]] = {
            Chart.COVERAGE: [("indicator", Indicator), ("flow", FlowMeasure)],
            Chart.READING: [("indicator", Indicator)],
            Chart.HIDDEN: [("lens", Lens)],
        }
        if self.is_chart(Chart.CHANGES):
            return [self.changes.controls()]
        rows = [row(self.view, name, kind, self.words) for name, kind in offered.get(self.view.chart, [])]
        return [html.Div(rows, className="choices")] if rows else []

    def cards(self) -> Markup:
        w = self.words
        if self.is_chart(Chart.RULES, Chart.CHANGES):
            return card_list(accounts.outcomes(self.account, w) if self.is_chart(Chart.RULES) else self.changes.cards)
        if self.is_chart(Chart.COVERAGE):
            return card_list([(w.number(self.calendar.marked(mark)), w(f"method.mark.{mark}")) for mark in Mark])
        return Markup("")

    def pictures(self) -> list[Picture]:
        """Each section of the chapter, followed by what it speaks of."""
        found: list[Picture] = []
        for n, each in enumerate(self.sections):
            found.append(Picture(f"method-{self.view.chart}-{n + 1}", title=each.title, said=each.paragraphs))
            found += self.shown[n] if n < len(self.shown) else []
        return found

    @cached_property
    def shown(self) -> list[list[Picture]]:
        """For each section the pictures that it speaks of."""
        if self.is_chart(Chart.RULES):
            return accounts.pictures(self.account, self.view, self.dataset, self.words)
        if self.is_chart(Chart.CHANGES):
            return [self.changes.pictures()]
        if self.is_chart(Chart.READING):
            return reading.pictures(self.dataset, self.answer, self.words)
        if self.is_chart(Chart.HIDDEN):
            return [[hidden.picture(self.region, with_rule=self.view.lens is Lens.ONE_TO_TWENTY, words=self.words)]]
        if self.is_chart(Chart.DEFINITIONS):
            return []
        terms = [Picture("method-terms", table=glossary.glossary(self.words))]
        return [[] for _ in self.sections[1:]] + [self._coverage() if self.is_chart(Chart.COVERAGE) else terms]

    def _coverage(self) -> list[Picture]:
        """How many report by measure and year, then each country's years; their key is that of all three."""
        w, flow = self.words, self.calendars[str(self.view.flow)]
        when = {"first": flow.first, "last": flow.last}
        marks_, to = calendars.key(w), held(self.view)
        every = calendars.overview(list(self.calendars.values()), w("method.overview", **when), w, to)
        each_year = [
            calendars.marks(found, w("method.calendar", what=w.label(found.measure), **when), w, to)
            for found in (self.calendar, flow)
        ]
        return [
            Picture("method-overview", table=every),
            *(Picture(f"method-calendar-{n}", table=table, key=marks_) for n, table in enumerate(each_year, 1)),
        ]

    def _chapter(self) -> list[Any]:
        if self.is_chart(Chart.DEFINITIONS):
            return [el("div", self._prose(), class_="columns")]
        if self.is_chart(Chart.COVERAGE):
            return self._coverage_chapter()
        if self.is_chart(Chart.HIDDEN):
            return self._hidden_chapter()
        is_beside = self.is_chart(Chart.RULES, Chart.READING)
        return self._beside() if is_beside else [*self._prose(), *map(placed, self.shown[-1])]

    def _prose(self) -> list[Markup]:
        return [el("section", section.html, class_="prose") for section in self.sections]

    def _beside(self) -> list[Markup]:
        """Each section with what it speaks of."""
        pairs = zip(self._prose(), self.shown, strict=True)
        return [el("div", said, el("div", self._placed(shown), class_="shown"), class_="pair") for said, shown in pairs]

    def _placed(self, shown: list[Picture]) -> Markup:
        """What a section speaks of; the releases with the way to learn of the next."""
        drawn = [self._one(each) for each in shown]
        is_two = len(shown) > 1 and not shown[0].name.startswith("method-ledger")
        return el("div", drawn, class_="two" if is_two else None)

    def _one(self, shown: Picture) -> Markup:
        if shown.key and not shown.table:
            return legend.to_html(shown.key, self.words)
        if shown.name == "method-releases" and shown.table:
            return el("div", to_html(shown.table), learn(self.words))
        return placed(shown)

    def _coverage_chapter(self) -> list[Markup]:
        """The whole beside the text; below it the calendars, each with its numbers folded."""
        w, (every, *calendars_) = self.words, self.shown[-1]
        shown = []
        for found, each in zip((self.calendar, self.calendars[str(self.view.flow)]), calendars_, strict=True):
            twin = calendars.twin(found, w("method.twin", what=w.label(found.measure)), w)
            more = calendars.folded(w("method.figures"), f"twin-{found.table}", [to_html(twin)])
            shown.append(el("div", placed(each), more, class_="calendar"))
        told = el("div", self._prose(), legend.to_html(calendars.key(w), w, "key"))
        return [el("div", told, placed(every), class_="pair"), el("div", shown, class_="calendars")]

    def _hidden_chapter(self) -> list[Markup]:
        first, *others = self._prose()
        drawn = el("div", hidden.html(self.shown[0][0]), class_="shown")
        return [el("div", first, drawn, class_="pair"), el("div", others, class_="columns")]

    # ---- what one takes away ----

    def rows(self) -> pd.DataFrame:
        """The chapter's figures: the text, the ledger, the calendars, the cells behind the examples, or the glossary.
        The rule of thumb is in none of them."""
        frame = {
            Chart.DEFINITIONS: lambda: texts(self.sections),
            Chart.RULES: lambda: ledger(self.account, self.words),
            Chart.CHANGES: lambda: self.changes.rows(),
            Chart.COVERAGE: lambda: marks([self.calendar, self.calendars[str(self.view.flow)]], self.words),
            Chart.GLOSSARY: lambda: glossary.frame(self.words),
        }.get(self.view.chart, self._cell_rows)()
        return frame.assign(data_version=self.dataset.version)

    def _cell_rows(self) -> pd.DataFrame:
        view = self.view.with_values(indicator=self.indicator)
        return tidy(view, self.answer, self.dataset, self.words).drop(columns="data_version")
