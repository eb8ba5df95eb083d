"""One country by itself: its key figures among the others, who its detected victims are, what is known of its data.

Figures keep the bounds that observations and flows give them. A part that is not published in the year asked
for is told of the latest year before it, or else of the first after it, and says which.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from data.interval import Interval, overlaps, ranks, total
from data.model import Answer, Cell, Selection
from data.once import once
from data.queries.comparable import Untold, change_between
from data.queries.curation_log import Refused, account
from data.queries.flows import flows
from data.queries.insights import Fact, Kind, facts
from data.queries.observations import answer, series
from data.rows import rows
from data.vocabulary import (
    FLAG_SEPARATOR,
    Age,
    Change,
    Country,
    Exploitation,
    Flag,
    FlowMeasure,
    Indicator,
    Partner,
    Sex,
    Status,
)

if TYPE_CHECKING:
    from data.dataset import Dataset

FIRST_YEAR = 2010  # as in the overview: before it fewer than half of the 22 report on most indicators
FACTS = 5  # sentences on one country
OF_THE_REGION = (Kind.CHANGE, Kind.CONCENTRATION)  # facts that only a comparison with the others can tell


class Dimension(StrEnum):
    """By what the detected victims are told apart."""

    SEX = "sex"
    AGE = "age"
    EXPLOITATION = "exploitation"
    CITIZENSHIP = "citizenship"


class Citizenship(StrEnum):
    """Own nationals, citizens of other countries, and those of whom the source does not say it."""

    OWN = "own"
    FOREIGN = "foreign"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One indicator in the year. `place` is the best and worst rank by rate per 100,000 residents among the `among`
    countries that publish one (None without a rate). `before` is the latest published year before; `change` the
    relative change since, or why none is told; None where there is nothing to tell it between."""

    indicator: Indicator
    cell: Cell
    place: tuple[int, int] | None
    among: int
    before: Cell | None
    change: Interval | Untold | None


@dataclass(frozen=True, slots=True)
class Makeup:
    """The detected victims of one year by one dimension: in `parts` what is published, and beside it what is withheld;
    empty, and `year` None, where no year has a published one. `headline` is the year's total."""

    dimension: Dimension
    year: int | None
    parts: tuple[tuple[StrEnum, Cell], ...]
    headline: Cell | None

    @property
    def sum(self) -> Interval | None:
        """What the parts add up to (interval sum); None where there is none, or where one is withheld."""
        counts = [cell.count for _, cell in self.parts if cell.count is not None]
        return total(counts) if counts and len(counts) == len(self.parts) else None

    @property
    def adds_up(self) -> bool:
        """Whether the parts may be all of the headline: their sum and it may be equal."""
        added = self.sum
        return bool(added and self.headline and self.headline.count and overlaps(added, self.headline.count))


class Revision(NamedTuple):
    """One figure that differs between two releases; `group` is a breakdown (words of `Sex`, `Age`, `Exploitation`) or a
    partner, empty for a headline. `is_suppressed` of the earlier and the later one, which have no bounds where the
    release has no such figure."""

    measure: Indicator | FlowMeasure
    year: int
    group: tuple[str, ...]
    kind: Change
    before: Interval | None
    after: Interval | None
    is_suppressed: tuple[bool, bool]
    release_from: str
    release_to: str


@dataclass(frozen=True)
class Profile:
    """A country in a year, with the five answers over the years of the profile (both ends included)."""

    dataset: "Dataset"
    country: Country
    year: int
    answers: Mapping[Indicator, Answer]

    @property
    def years(self) -> range:
        return self.answers[Indicator.VICTIMS_DETECTED].years

    def key(self, indicator: Indicator) -> KeyFigure:
        """The figure of the year with its rank and what it was before."""
        found = self.answers[indicator]
        cell = found.cells[self.country, self.year]
        rates = {str(each.country): each.rate for each in found.by_country(self.year) if each.rate}
        earlier = [each for each in found.over_time(self.country) if each.is_published and each.year < self.year]
        before = earlier[-1] if earlier else None
        is_told = cell.is_published or cell.status is Status.WITHHELD
        since = change_between(found, self.country, before.year, self.year) if before and is_told else None
        return KeyFigure(indicator, cell, ranks(rates).get(str(self.country)), len(rates), before, since)

    @cached_property
    def published(self) -> int:
        """How many of the five indicators are published of the year."""
        return sum(found.cells[self.country, self.year].is_published for found in self.answers.values())

    def facts(self) -> list[tuple[Indicator, Fact]]:
        """What stands out of the country in the year, detected victims first: facts of its own series, and those of the
        region that name it. One of a kind and indicator, at most `FACTS`."""
        told = []
        for indicator, found in self.answers.items():
            own = Answer(_only(found.selection, self.country), found.cells, found.data_version)
            mine = list(facts(own, self.year, len(Kind), OF_THE_REGION))
            of_all = facts(found, self.year, len(Kind), set(Kind) - set(OF_THE_REGION))
            told += [(indicator, fact) for fact in [*mine, *of_all] if self.country in fact.countries]
        return told[:FACTS]

    def makeup(self, dimension: Dimension) -> Makeup:
        """The detected victims of the year, or of the nearest that is published, by one dimension."""
        by_year = self._citizenships() if dimension is Dimension.CITIZENSHIP else self._parts(dimension)
        year = nearest(by_year, self.year)
        if year is None:
            return Makeup(dimension, None, (), None)
        return Makeup(dimension, year, tuple(by_year[year]), self._victims(year))

    def _victims(self, year: int) -> Cell | None:
        return self.answers[Indicator.VICTIMS_DETECTED].cells.get((self.country, year))

    def _parts(self, dimension: Dimension) -> dict[int, list[tuple[StrEnum, Cell]]]:
        found: dict[int, list[tuple[StrEnum, Cell]]] = {}
        for word in PARTS[dimension]:
            chosen: dict[str, Any] = {str(dimension): word}
            selection = Selection(Indicator.VICTIMS_DETECTED, self.years[0], self.years[-1], **chosen)
            for cell in series(self.dataset, selection, self.country):
                if not cell.is_silent:
                    found.setdefault(cell.year, []).append((word, cell))
        mute = Flag.ZERO_WITHOUT_TOTAL
        return {y: told for y, told in found.items() if any(c.is_published and mute not in c.flags for _, c in told)}

    def _citizenships(self) -> dict[int, list[tuple[StrEnum, Cell]]]:
        told = _by_citizenship(self.dataset).get(self.country, {})
        return {year: told[year] for year in self.years if year in told}

    def flagged(self) -> dict[Flag, dict[Indicator, list[int]]]:
        """Each flag of a headline of the country, with the indicators and years that carry it."""
        found: dict[Flag, dict[Indicator, list[int]]] = {}
        for flag in Flag:
            for indicator, each in self.answers.items():
                years = [cell.year for cell in each.over_time(self.country) if flag in cell.flags]
                if years:
                    found.setdefault(flag, {})[indicator] = years
        return found

    def revisions(self) -> list[Revision]:
        """What differs between the two releases, both values: headlines first, then by measure and year."""
        return _revisions(self.dataset).get(self.country, [])

    def refused(self) -> list[Refused]:
        """The country's rows in quarantine."""
        return [each for each in account(self.dataset).refused if each.country == self.country]


PARTS: dict[Dimension, tuple[StrEnum, ...]] = {
    Dimension.SEX: (Sex.FEMALE, Sex.MALE, Sex.OTHER, Sex.UNKNOWN),
    Dimension.AGE: (Age.AGE_0_17, Age.AGE_18_PLUS, Age.UNKNOWN),
    Dimension.EXPLOITATION: tuple(form for form in Exploitation if form is not Exploitation.TOTAL),
}
SIDES = {
    Partner.OWN: Citizenship.OWN,
    Partner.ABROAD: Citizenship.FOREIGN,
    Partner.OTHER: Citizenship.UNSTATED,
    Partner.UNKNOWN: Citizenship.UNSTATED,
}


def profile(dataset: "Dataset", country: Country, year: int | None = None) -> Profile:
    """The profile of a country; without a year in the latest one that it publishes detected victims of."""
    shown = latest_year(dataset, country) if year is None else year
    first, last = min(max(FIRST_YEAR, dataset.years[0]), shown), dataset.years[1]
    return Profile(dataset, country, shown, {i: answer(dataset, Selection(i, first, last)) for i in Indicator})


def latest_year(dataset: "Dataset", country: Country) -> int:
    """The latest year with detected victims of a country, else with any of the five indicators, else the last one."""
    years: dict[Indicator, list[int]] = {
        indicator: [year for code, year in dataset.observed(Selection(indicator, *dataset.years)) if code == country]
        for indicator in Indicator
    }
    victims = years[Indicator.VICTIMS_DETECTED]
    return max(victims or [year for each in years.values() for year in each], default=dataset.years[1])


def published(dataset: "Dataset") -> dict[Country, tuple[int, int]]:
    """For each of the 22 its latest year (`latest_year`), and how many of the five indicators it publishes of it."""
    observed = [dataset.observed(Selection(indicator, *dataset.years)) for indicator in Indicator]
    latest = {country: latest_year(dataset, country) for country in Country}
    return {c: (year, sum((c, year) in found for found in observed)) for c, year in latest.items()}


def nearest(years: Iterable[int], year: int) -> int | None:
    """The year itself if it is one of them, else the latest before it, else the first after it; None for none."""
    known = sorted(years)
    before = [each for each in known if each <= year]
    return before[-1] if before else known[0] if known else None


def _only(selection: Selection, country: Country) -> Selection:
    return Selection(selection.indicator, selection.first, selection.last, countries=(country,))


@once
def _by_citizenship(dataset: "Dataset") -> dict[Country, dict[int, list[tuple[StrEnum, Cell]]]]:
    """Own, foreign and not stated, each the interval sum of what a country lists of a year."""
    told: dict[Country, dict[int, list[tuple[StrEnum, Cell]]]] = {}
    for year in range(dataset.years[0], dataset.years[1] + 1):
        sides: dict[Country, dict[Citizenship, list[Any]]] = {}
        for flow in flows(dataset, FlowMeasure.VICTIMS_BY_CITIZENSHIP, year, year).pairs.values():
            side = SIDES[Partner(flow.partner)] if flow.partner in set(Partner) else Citizenship.FOREIGN
            sides.setdefault(flow.country, {}).setdefault(side, []).append(flow)
        for country, by in sides.items():
            told.setdefault(country, {})[year] = [(s, _added(country, year, by[s])) for s in Citizenship if s in by]
    return told


def _added(country: Country, year: int, listed: list[Any]) -> Cell:
    count = total([flow.count for flow in listed])
    status = listed[0].status if len(listed) == 1 else Status.EXACT if count.is_exact else Status.RANGE
    flags = tuple(flag for flag in Flag if any(flag in flow.flags for flow in listed))
    source = FLAG_SEPARATOR.join(sorted({name for flow in listed for name in flow.source.split(FLAG_SEPARATOR)}))
    return Cell(country, year, status, count, flags=flags, source=source)


@once
def _revisions(dataset: "Dataset") -> dict[Country, list[Revision]]:
    found: dict[Country, list[Revision]] = {}
    for row in rows(dataset.table("revisions")):
        found.setdefault(Country(str(row.country)), []).append(_revision(row))
    order = [*Indicator, *FlowMeasure]
    for told in found.values():
        told.sort(key=lambda r: (bool(r.group), order.index(r.measure), -r.year, r.group))
    return found


def _revision(row: Any) -> Revision:
    is_indicator = row.table == "observations"
    measure: Indicator | FlowMeasure = Indicator(row.indicator) if is_indicator else FlowMeasure(row.measure)
    words = (Sex(row.sex), Age(row.age), Exploitation(row.exploitation)) if is_indicator else (str(row.partner),)
    group = tuple(word for word in words if word != "total")
    before, after = (
        None if pd.isna(low) else Interval(int(low), int(high))
        for low, high in ((row.low_from, row.high_from), (row.low_to, row.high_to))
    )
    hidden = (row.status_from == Status.SUPPRESSED, row.status_to == Status.SUPPRESSED)
    about = (measure, int(row.year), group, Change(row.kind))
    return Revision(*about, before, after, hidden, str(row.release_from), str(row.release_to))
