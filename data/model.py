"""What a question is and what an answer is: Selection, Cell, Answer.

An answer is the full grid of 22 countries by years: what is not published is a cell too, and says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from data.interval import Interval
from data.vocabulary import (
    FLAG_SEPARATOR,
    SUPPRESSED_HIGH,
    Age,
    Country,
    Crime,
    Exploitation,
    Flag,
    FlowMeasure,
    Indicator,
    Panel,
    Sex,
    Status,
)


class ObservationKey(NamedTuple):
    """What names a row of observations.csv."""

    country: str
    year: int
    crime: Crime
    indicator: Indicator
    sex: Sex = Sex.TOTAL
    age: Age = Age.TOTAL
    exploitation: Exploitation = Exploitation.TOTAL

    @property
    def is_headline(self) -> bool:
        return (self.sex, self.age, self.exploitation) == (Sex.TOTAL, Age.TOTAL, Exploitation.TOTAL)


class FlowKey(NamedTuple):
    """What names a row of flows.csv; `partner` is an ISO 3166-1 alpha-3 code or a word of `Partner`."""

    country: str
    year: int
    crime: Crime
    measure: FlowMeasure
    partner: str


Key = ObservationKey | FlowKey


def status_of(count: Interval) -> Status:
    """Exact, or what the source prints as `<5`, or a range that only a sum can have."""
    if count.is_exact:
        return Status.EXACT
    return Status.SUPPRESSED if count == (0, SUPPRESSED_HIGH) else Status.RANGE


@dataclass(frozen=True)
class Selection:
    """What is asked: one indicator and breakdown, a span of years (both ends included), and whom.

    `countries` empty means all 22.
    """

    indicator: Indicator
    first: int
    last: int
    sex: Sex = Sex.TOTAL
    age: Age = Age.TOTAL
    exploitation: Exploitation = Exploitation.TOTAL
    countries: tuple[Country, ...] = ()
    panel: Panel = Panel.ALL
    crime: Crime = Crime.TRAFFICKING


@dataclass(frozen=True, slots=True)
class Cell:
    """One country in one year. `count` is None unless published; `rate` is None without a denominator."""

    country: Country
    year: int
    status: Status
    count: Interval | None = None
    rate: Interval | None = None
    persons: int | None = None
    flags: tuple[Flag, ...] = ()
    source: str = ""

    @property
    def is_published(self) -> bool:
        return self.count is not None

    @property
    def is_reporting(self) -> bool:
        """Whether the country counts as one that reports: a zero beside no total is no report."""
        return self.is_published and Flag.ZERO_WITHOUT_TOTAL not in self.flags

    @property
    def is_silent(self) -> bool:
        """Whether the country reports nothing: what is withheld is printed."""
        return not self.is_reporting and self.status is not Status.WITHHELD


@dataclass(frozen=True)
class Answer:
    """The grid behind a view: `cells[country, year]` for all 22 and every year of the selection."""

    selection: Selection
    cells: dict[tuple[Country, int], Cell] = field(repr=False)
    data_version: str = ""

    @property
    def years(self) -> range:
        return range(self.selection.first, self.selection.last + 1)

    @cached_property
    def panel(self) -> tuple[Country, ...]:
        """The countries that a regional figure may add: chosen ones, and for a constant panel only those
        that report in every year of the span."""
        chosen = self.selection.countries or tuple(Country)
        if self.selection.panel is Panel.ALL:
            return chosen
        return tuple(c for c in chosen if all(self.cells[c, year].is_reporting for year in self.years))

    def by_country(self, year: int) -> list[Cell]:
        """The 22 cells of one year, in the order of the vocabulary."""
        return [self.cells[country, year] for country in Country]

    def over_time(self, country: Country) -> list[Cell]:
        """One country's cells, one a year, gaps included."""
        return [self.cells[country, year] for year in self.years]

    def withheld(self, year: int) -> tuple[Country, ...]:
        """Those of the panel whose figure of a year is withheld."""
        return tuple(c for c in self.panel if self.cells[c, year].status is Status.WITHHELD)

    def of_zeros(self, year: int) -> tuple[Country, ...]:
        """Those of the panel with a zero of a year that is no report."""
        cells = (self.cells[c, year] for c in self.panel)
        return tuple(cell.country for cell in cells if cell.is_published and not cell.is_reporting)

    def reporting(self, year: int) -> tuple[Cell, ...]:
        """The cells of the panel's countries that report in one year: what a regional figure adds."""
        return self._reporting[year]

    @cached_property
    def _reporting(self) -> dict[int, tuple[Cell, ...]]:
        return {
            year: tuple(cell for c in self.panel if (cell := self.cells[c, year]).is_reporting) for year in self.years
        }

    def frame(self, cells: Iterable[Cell] | None = None) -> pd.DataFrame:
        """Tidy rows (country, year, low, high, status, rate bounds, persons, flags, source) of the chosen
        countries, or of the cells given. Bounds of what is not published are missing, never 0."""
        rows = self.cells.values() if cells is None else cells
        chosen = set(self.selection.countries or Country)
        return pd.DataFrame(
            [
                {
                    "country": str(cell.country),
                    "year": cell.year,
                    "low": cell.count and int(cell.count.low),
                    "high": cell.count and int(cell.count.high),
                    "status": str(cell.status),
                    "rate_per_100k_low": cell.rate and cell.rate.low,
                    "rate_per_100k_high": cell.rate and cell.rate.high,
                    "persons": cell.persons,
                    "flags": FLAG_SEPARATOR.join(cell.flags),
                    "source": cell.source,
                }
                for cell in rows
                if cell.country in chosen
            ]
        ).astype({"low": "Int64", "high": "Int64", "persons": "Int64"})


class Row(NamedTuple):
    """One published observation, without its key."""

    low: int
    high: int
    status: Status
    flags: tuple[Flag, ...]
    source: str
