"""The passport of a figure as sections: what it is, what it counts, where it comes from, how releases differ."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from markupsafe import Markup

from components.captions.citation import RESIDENTS
from components.captions.sources import linked, publication
from components.cells import figure, state
from components.i18n import Words
from components.markup import el
from components.pages.method.curation_log import why
from components.url.choices import Chart, Page
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval
from data.model import Cell
from data.queries.passport import Passport, Step
from data.releases import Printed
from data.vocabulary import (
    Age,
    Crime,
    Exploitation,
    FlowMeasure,
    Indicator,
    Measure,
    Partner,
    Sex,
)
from data.wording import COUNTED

Pair = tuple[str, object]


@dataclass(frozen=True)
class Sheet:
    """The passport of one year, as it is read. `view` has the country and the year filled in."""

    passport: Passport
    year: int
    view: View
    dataset: Dataset
    words: Words

    @cached_property
    def cell(self) -> Cell:
        return self.passport.cell(self.year)

    @property
    def is_flow(self) -> bool:
        return self.passport.asked.partner is not None

    @property
    def indicator(self) -> Indicator:
        """What is counted; of a flow the indicator that it is a part of."""
        asked = self.passport.asked
        return COUNTED[asked.flow] if self.is_flow else asked.indicator

    @property
    def country(self) -> str:
        return self.words.country(self.passport.asked.country)

    # ---- how it is called ----

    def noun(self, n: float) -> str:
        """What is counted, in the plural form for `n`, with the breakdown or the partner."""
        asked = self.passport.asked
        if asked.flow is FlowMeasure.VICTIMS_REPATRIATED and self.is_flow:
            said = self.words("noun.victims_repatriated")
        else:
            is_smuggling = asked.crime is Crime.SMUGGLING_OF_MIGRANTS
            counted = "smuggling_offences" if is_smuggling else str(self.indicator)
            said = self.words.count(f"noun.{counted}", round(n))
        scope = "; ".join(self.scope)
        return f"{said} ({scope})" if scope else said

    @property
    def scope(self) -> list[str]:
        """Which part of the whole is counted; empty for the whole."""
        asked, words = self.passport.asked, self.words
        if asked.partner is not None:
            is_return = asked.flow is FlowMeasure.VICTIMS_REPATRIATED
            key = "passport.of_country" if is_return else "passport.of_citizenship"
            return [words(key, partner=self.partner)]
        whole = (Sex.TOTAL, Age.TOTAL, Exploitation.TOTAL)
        return [words.label(v).lower() for v in (asked.sex, asked.age, asked.exploitation) if v not in whole]

    @property
    def partner(self) -> str:
        code = self.passport.asked.partner or ""
        return self.words(f"partner.{code}") if code in set(Partner) else self.words.country(code)

    @property
    def printed(self) -> str:
        """The figure as tables print it, or the mark of what is missing."""
        return figure(self.cell, Measure.COUNT, self.words)

    @property
    def status(self) -> str:
        """How the figure is known, as a sentence."""
        if self.is_flow and not self.cell.is_published and self.year in self.passport.listed:
            return self.words("passport.not_listed")
        if self.is_refused:
            return self.words("passport.status.refused")
        return self.words(f"passport.status.{state(self.cell)}")

    @property
    def is_refused(self) -> bool:
        """Whether there is no figure because the source prints one that cannot be true."""
        return not (self.cell.is_published or self.is_flow) and self.year in self.passport.refused

    def absence(self) -> str:
        """Which years are published, and since when: said wherever the year shown is not."""
        years = self.passport.published
        if not years:
            return self.words("passport.no_year")
        return self.words.count("passport.some_years", len(years), first=years[0], last=years[-1])

    # ---- sections ----

    def sections(self) -> list[Markup]:
        """Everything but the years and the citation, one section each."""
        return [self._what(), self._meaning(), self._origin(), self._history()]

    def _what(self) -> Markup:
        words, cell = self.words, self.cell
        pairs: list[Pair] = [
            (words("passport.head.figure"), self._printed()),
            (words("passport.head.status"), self.status),
        ]
        if not cell.is_published:
            pairs.append((words("passport.head.years"), self.absence()))
        pairs.append((words("passport.head.rate"), self._rate()))
        if cell.is_published:
            pairs.append((words("passport.head.known"), self._flags()))
        return self._section("what", pairs)

    def _printed(self) -> list[object]:
        """The figure with its unit; a mark has none."""
        shown = el("b", self.printed, class_="printed")
        if not self.cell.is_published:
            return [shown]
        is_offence = self.indicator is Indicator.OFFENCES_RECORDED
        return [shown, " ", self.words("passport.unit.offences" if is_offence else "passport.unit.persons")]

    def _rate(self) -> object:
        words, cell = self.words, self.cell
        if self.is_flow:
            return words("passport.rate.flow")
        if cell.persons is None:
            return words("passport.rate.nobody_counts")
        row = self._residents()
        projected = words(f"passport.residents.{row}")
        persons = words.number(cell.persons)
        if cell.rate is None:
            return words("passport.rate.residents", persons=persons, how=projected)
        rate = el("b", words.interval(cell.rate, is_rate=True))
        return [rate, " ", words("passport.rate.is", count=self.printed, persons=persons, how=projected)]

    def _residents(self) -> str:
        """Whether the residents of the year are estimated or projected."""
        asked, frame = self.passport.asked, self.dataset.tables["population"]
        is_it = (frame["area"] == asked.country) & (frame["year"] == self.year)
        is_it &= (frame["sex"] == asked.sex) & (frame["age"] == asked.age)
        return str(frame.loc[is_it, "status"].iloc[0])

    def _flags(self) -> object:
        if not self.cell.flags:
            return self.words("passport.no_flag")
        lines = [el("li", self.words(f"flag.{flag}")) for flag in self.cell.flags]
        return el("ul", lines, class_="flags")

    def _meaning(self) -> Markup:
        words, asked = self.words, self.passport.asked
        is_smuggling = asked.crime is Crime.SMUGGLING_OF_MIGRANTS
        caveat = str(asked.flow) if self.is_flow else "smuggling_offences" if is_smuggling else str(self.indicator)
        definition = words("passport.counted.smuggling") if is_smuggling else words(f"counted.{self.indicator}")
        pairs: list[Pair] = [
            (words("control.crime"), words.label(asked.crime)),
            (words("passport.head.counted"), definition[:1].upper() + definition[1:]),
        ]
        if self.scope:
            pairs.append((words("passport.head.part"), "; ".join(self.scope)))
        pairs += [
            (words("passport.head.who"), words("passport.who", country=self.country)),
            (words("passport.head.caveat"), words(f"caveat.{caveat}")),
        ]
        return self._section("meaning", pairs, self._chapters())

    def _chapters(self) -> Markup:
        """Ways to the chapters on method that say more."""
        to = [
            el("a", self.words.label(chart), href=View.of(
                self.view.language, Page.METHOD, chart=chart, theme=self.view.theme).url)
            for chart in (Chart.DEFINITIONS, Chart.READING, Chart.RULES)
        ]  # fmt: skip
        return el("p", self.words("passport.more"), " ", Markup(", ").join(to), class_="more")

    def _origin(self) -> Markup:
        words, rows = self.words, self.passport.rows.get(self.year, ())
        source = self.dataset.sources.get(self.cell.source)
        pairs: list[Pair] = []
        if source is None:
            pairs.append((words("passport.head.source"), words("passport.no_source")))
        else:
            file = source["file"].rpartition("/")[2]
            numbers = ", ".join(map(str, rows))
            pairs += [
                (words("passport.head.source"), linked(publication(source, words))),
                (words("passport.head.rows"), words.count("passport.rows", len(rows), rows=numbers, file=file)),
                (words("passport.head.did"), self._did(rows)),
                (words("passport.head.checksum"), el("code", source["sha256"])),
            ]
        refused = self.passport.refused.get(self.year, ())
        if refused:
            pairs.append((words("passport.head.refused"), self._refused()))
        return self._section("origin", pairs)

    def _did(self, rows: tuple[int, ...]) -> str:
        """What the build did with the rows; of a residue in two rows it is not kept which of two things was done."""
        if len(rows) <= 1:
            return self.words("passport.did.kept")
        if self.passport.asked.partner == Partner.OTHER:
            return self.words("passport.did.added_or_once")
        return self.words("passport.did.added")

    def _refused(self) -> Markup:
        words = self.words
        lines = [
            el("li", el("span", " · ".join(each.place), lang="en"), f": {each.printed}. ", why(each, words), ". ",
               words("method.row", source=self.release(each.source), row=each.row))
            for each in self.passport.refused[self.year]
        ]  # fmt: skip
        return el("div", el("p", words("passport.refused")), el("ul", lines))

    def release(self, source: str) -> str:
        """The day of a release, or its key where the source does not say."""
        day = self.dataset.sources.get(source, {}).get("release", "")
        return self.words.date(date.fromisoformat(day)) if day else source

    def _history(self) -> Markup:
        step = self.passport.steps.get(self.year)
        if step is None:
            key = "passport.one_release" if self.cell.is_published else "passport.no_release"
            return self._section("history", [], el("p", self.words(key)))
        said = self.words(f"passport.change.{step.kind}") if step.kind else self.words("passport.change.same")
        return self._section("history", self._versions(step), el("p", said))

    def _versions(self, step: Step) -> list[Pair]:
        shown = ((step.earlier, step.before), (step.later, step.after))
        return [(self.release(source), el("b", self.as_printed(printed))) for source, printed in shown]

    def as_printed(self, printed: Printed | None) -> str:
        """A figure of one release, in the look of all others."""
        if printed is None:
            return self.words("passport.none_then")
        cell = Cell(self.passport.asked.country, self.year, printed.status, Interval(printed.low, printed.high))
        return figure(cell, Measure.COUNT, self.words)

    def _section(self, name: str, pairs: list[Pair], *more: Markup) -> Markup:
        listed = el("dl", [el("div", el("dt", term), el("dd", said)) for term, said in pairs]) if pairs else None
        return el("section", el("h2", self.words(f"passport.section.{name}")), listed, *more, class_=f"of-{name}")

    # ---- to fetch it ----

    def api(self, extension: str) -> str:
        """The row by API, in the release that is shown."""
        asked = self.passport.asked
        filters = {"country": str(asked.country), "year": str(self.year), **asked.key}
        if self.dataset.release in self.dataset.releases:
            filters["release"] = self.dataset.release
        return f"/api/v1/{asked.table}.{extension}?{urlencode(filters)}"

    @property
    def used(self) -> list[str]:
        """The keys of the sources behind the figure and its rate; of what is not published, of the series."""
        own = self.cell.source or next((cell.source for cell in reversed(self.passport.cells) if cell.source), "")
        return [name for name in (own, RESIDENTS if self.cell.rate else "") if name]
