"""What is published at all: for each measure a calendar of the 22 countries by year, gaps included.

A country-year of an indicator is published when its headline is; one of a flow when any partner is listed. What a
source does not print is not reported, never zero.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import pandas as pd

from data.once import once
from data.rows import rows as each_row
from data.vocabulary import FLAG_SEPARATOR, Age, Country, Crime, Exploitation, FlowMeasure, Indicator, Sex, Status

if TYPE_CHECKING:
    from data.dataset import Dataset


class Mark(StrEnum):
    """How a country-year is known: by exact figures, by ranges among them, or not at all."""

    EXACT = "exact"
    RANGE = "range"
    NOT_REPORTED = "not_reported"


@dataclass(frozen=True, slots=True)
class Held:
    """One country-year: `figures` counts what is published of it (headline and breakdowns, or partners), `exact` those
    of them that are one number. `mark` is the headline's, or for partners whether all are exact."""

    country: Country
    year: int
    mark: Mark
    figures: int = 0
    exact: int = 0
    source: str = ""


@dataclass(frozen=True)
class Calendar:
    """All country-years of one measure over the years of the data (both ends included)."""

    measure: Indicator | FlowMeasure
    first: int
    last: int
    cells: dict[tuple[Country, int], Held] = field(repr=False)

    @property
    def years(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def table(self) -> str:
        """The curated table that the measure stands in."""
        return "observations" if isinstance(self.measure, Indicator) else "flows"

    def marked(self, mark: Mark) -> int:
        """How many country-years have a mark."""
        return sum(held.mark is mark for held in self.cells.values())

    @property
    def published(self) -> int:
        """How many country-years have anything published."""
        return len(self.cells) - self.marked(Mark.NOT_REPORTED)

    def reporting(self, year: int) -> int:
        """How many of the 22 have anything published of a year."""
        return sum(self.cells[country, year].mark is not Mark.NOT_REPORTED for country in Country)

    def reported(self, country: Country) -> int:
        """In how many years a country has anything published."""
        return sum(self.cells[country, year].mark is not Mark.NOT_REPORTED for year in self.years)

    def frame(self) -> pd.DataFrame:
        """One row a country-year, gaps included: table, measure, country, year, mark, figures, exact, source."""
        rows = [
            {
                "table": self.table,
                "measure": str(self.measure),
                "country": str(held.country),
                "year": held.year,
                "mark": str(held.mark),
                "figures": held.figures,
                "exact": held.exact,
                "source": held.source,
            }
            for held in self.cells.values()
        ]
        return pd.DataFrame(rows)


@once
def calendar(dataset: "Dataset", measure: Indicator | FlowMeasure) -> Calendar:
    """The calendar of one measure, from observations or flows."""
    first, last = dataset.years
    is_indicator = isinstance(measure, Indicator)
    frame = dataset.tables["observations" if is_indicator else "flows"]
    rows = frame[frame["indicator" if is_indicator else "measure"] == measure]
    counted: dict[tuple[Country, int], list[Any]] = {}
    for row in each_row(rows[rows["crime"] == Crime.TRAFFICKING]):
        counted.setdefault((Country(str(row.country)), int(str(row.year))), []).append(row)
    found = {}
    for key, group in counted.items():
        decisive = [row for row in group if _is_headline(row)] if is_indicator else group
        if decisive and first <= key[1] <= last:
            found[key] = _held(key, group, decisive)
    absent = {(c, y): Held(c, y, Mark.NOT_REPORTED) for c in Country for y in range(first, last + 1)}
    return Calendar(measure, first, last, absent | found)


def _is_headline(row: Any) -> bool:
    return (row.sex, row.age, row.exploitation) == (Sex.TOTAL, Age.TOTAL, Exploitation.TOTAL)


def _held(key: tuple[Country, int], group: list[Any], decisive: list[Any]) -> Held:
    mark = Mark.EXACT if all(row.status == Status.EXACT for row in decisive) else Mark.RANGE
    source = FLAG_SEPARATOR.join(sorted({str(row.source) for row in group}))
    return Held(*key, mark, len(group), sum(row.status == Status.EXACT for row in group), source)
