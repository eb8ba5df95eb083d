"""The passport of a figure as sections: what it is, what it counts, where it comes from, how releases differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from components.captions.citation import RESIDENTS
from components.captions.sources import publication
from components.cells import figure, state
from components.i18n import Words
from components.pages.method.curation_log import why
from components.pages.passport.contradictions import contradictions
from components.tables.table import Table, TableCell, TableRow, row_head
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval
from data.model import Cell
from data.queries.curation_log import Refused
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

Line = tuple[str, TableCell]


class Section(NamedTuple):
    """What is known under a title: a list of terms, and a sentence."""

    name: str
    title: str
    table: Table
    said: str = ""


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

    def sections(self) -> list[Section]:
        """Everything but the years and the citation."""
        made = [self._what(), self._against(), self._meaning(), self._origin(), self._history()]
        return [each for each in made if each]

    def _what(self) -> Section:
        words, cell = self.words, self.cell
        lines = [(words("passport.head.figure"), self._printed()),
                 (words("passport.head.status"), TableCell(self.status))]  # fmt: skip
        if not cell.is_published:
            lines.append((words("passport.head.years"), TableCell(self.absence())))
        lines.append((words("passport.head.rate"), self._rate()))
        if cell.is_published:
            lines.append((words("passport.head.known"), self._flags()))
        return self._section("what", lines)

    def _printed(self) -> TableCell:
        """The figure with its unit; a mark has none."""
        if not self.cell.is_published:
            return TableCell(self.printed, tone="printed")
        is_offence = self.indicator is Indicator.OFFENCES_RECORDED
        unit = self.words("passport.unit.offences" if is_offence else "passport.unit.persons")
        return TableCell(self.printed, tone="printed", beside=unit)

    def _rate(self) -> TableCell:
        words, cell = self.words, self.cell
        if self.is_flow:
            return TableCell(words("passport.rate.flow"))
        if cell.persons is None:
            return TableCell(words("passport.rate.nobody_counts"))
        projected = words(f"passport.residents.{self._residents()}")
        persons = words.number(cell.persons)
        if cell.rate is None:
            return TableCell(words("passport.rate.residents", persons=persons, how=projected))
        how = words("passport.rate.is", count=self.printed, persons=persons, how=projected)
        return TableCell(words.interval(cell.rate, is_rate=True), tone="sum", beside=how)

    def _residents(self) -> str:
        """Whether the residents of the year are estimated or projected."""
        asked, frame = self.passport.asked, self.dataset.tables["population"]
        is_it = (frame["area"] == asked.country) & (frame["year"] == self.year)
        is_it &= (frame["sex"] == asked.sex) & (frame["age"] == asked.age)
        return str(frame.loc[is_it, "status"].iloc[0])

    def _flags(self) -> TableCell:
        said = tuple(self.words(f"flag.{flag}") for flag in self.cell.flags)
        return TableCell(listed=said, tone="flags") if said else TableCell(self.words("passport.no_flag"))

    def _meaning(self) -> Section:
        words, asked = self.words, self.passport.asked
        is_smuggling = asked.crime is Crime.SMUGGLING_OF_MIGRANTS
        caveat = str(asked.flow) if self.is_flow else "smuggling_offences" if is_smuggling else str(self.indicator)
        definition = words("passport.counted.smuggling") if is_smuggling else words(f"counted.{self.indicator}")
        told = {
            "control.crime": words.label(asked.crime),
            "passport.head.counted": definition[:1].upper() + definition[1:],
            "passport.head.part": "; ".join(self.scope),
            "passport.head.who": words("passport.who", country=self.country),
            "passport.head.caveat": words(f"caveat.{caveat}"),
        }
        return self._section("meaning", [(words(key), TableCell(said)) for key, said in told.items() if said])

    def _origin(self) -> Section:
        words, rows = self.words, self.passport.rows.get(self.year, ())
        source = self.dataset.sources.get(self.cell.source)
        if source is None:
            lines = [(words("passport.head.source"), TableCell(words("passport.no_source")))]
        else:
            file, said = source["file"].rpartition("/")[2], publication(source, words)
            numbers = ", ".join(map(str, rows))
            printed = words.count("passport.rows", len(rows), rows=numbers, file=file)
            lines = [
                (
                    words("passport.head.source"),
                    TableCell(said.title, href=said.url, beside=said.before.rstrip(", ") + said.rest),
                ),
                (words("passport.head.rows"), TableCell(printed)),
                (words("passport.head.did"), TableCell(self._did(rows))),
                (words("passport.head.checksum"), TableCell(source["sha256"], tone="checksum")),
            ]
        refused = self.passport.refused.get(self.year, ())
        if refused:
            lines.append((words("passport.head.refused"), TableCell(words("passport.refused"))))
        return self._section("origin", lines, rows=[self._refused(each) for each in refused])

    def _against(self) -> Section | None:
        """What the same table prints against the figure; None where nothing does."""
        told = self.passport.contested.get(self.year)
        if told is None:
            return None
        said = self.words(f"doubt.{told.doubt}" if told.doubt else "passport.contradicted")
        return self._section("against", [], said, contradictions(told, self.words))

    def _did(self, rows: tuple[int, ...]) -> str:
        """What the build did with the rows; of a residue in two rows it is not kept which of two things was done."""
        if len(rows) <= 1:
            return self.words("passport.did.kept")
        if self.passport.asked.partner == Partner.OTHER:
            return self.words("passport.did.added_or_once")
        return self.words("passport.did.added")

    def _refused(self, each: Refused) -> TableRow:
        """A row that was refused: where it stands in the words of its source, what it prints, and why not."""
        where = self.words("method.row", source=self.release(each.source), row=each.row)
        said = TableCell(f"{each.printed}. {why(each, self.words)}. {where}")
        return TableRow([row_head(" · ".join(each.place), lang="en"), said])

    def release(self, source: str) -> str:
        """The day of a release, or its key where the source does not say."""
        day = self.dataset.sources.get(source, {}).get("release", "")
        return self.words.date(date.fromisoformat(day)) if day else source

    def _history(self) -> Section:
        step = self.passport.steps.get(self.year)
        if step is None:
            key = "passport.one_release" if self.cell.is_published else "passport.no_release"
            return self._section("history", [], self.words(key))
        said = self.words(f"passport.change.{step.kind}") if step.kind else self.words("passport.change.same")
        return self._section("history", self._versions(step), said)

    def _versions(self, step: Step) -> list[Line]:
        shown = ((step.earlier, step.before), (step.later, step.after))
        return [(self.release(source), TableCell(self.as_printed(each), tone="sum")) for source, each in shown]

    def as_printed(self, printed: Printed | None) -> str:
        """A figure of one release, in the look of all others."""
        if printed is None:
            return self.words("passport.none_then")
        cell = Cell(self.passport.asked.country, self.year, printed.status, Interval(printed.low, printed.high))
        return figure(cell, Measure.COUNT, self.words)

    def _section(self, name: str, lines: list[Line], said: str = "", rows: Sequence[TableRow] = ()) -> Section:
        title = self.words(f"passport.section.{name}")
        told = [*(TableRow([row_head(term), cell]) for term, cell in lines), *rows]
        return Section(name, title, Table(title, [], [told], "terms", is_caption_spoken=True), said)

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
