"""Which of the main figures a country has not published up to the latest well-covered year, and since when.

The main figures are those that the region is asked about everywhere: the chain from detection to conviction, and of
what citizenship the detected victims are, without which no two countries know what they need of each other. A country
that publishes a figure of a later year lacks nothing; a figure that is withheld is printed, and not missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from data.model import Selection
from data.once import once
from data.queries.flows import flows
from data.queries.justice import CHAIN
from data.queries.observations import answer
from data.queries.region import default_year
from data.rows import rows
from data.vocabulary import Country, FlowMeasure, Indicator

if TYPE_CHECKING:
    from data.dataset import Dataset

Measure = Indicator | FlowMeasure

MAIN: tuple[Measure, ...] = (*CHAIN, FlowMeasure.VICTIMS_BY_CITIZENSHIP)


class Lack(NamedTuple):
    """A main figure that a country publishes of no year after `last`; None where it never published it."""

    country: Country
    measure: Measure
    last: int | None


@dataclass(frozen=True)
class Missing:
    """The last year of which each country published each main figure (a figure that it never published is not in it),
    and the year that they are held against."""

    year: int
    latest: Mapping[tuple[Country, Measure], int] = field(repr=False)

    @cached_property
    def lacks(self) -> tuple[Lack, ...]:
        """What is lacking of the year and of every year after it, by main figure and then by country."""
        found = [Lack(country, measure, self.latest.get((country, measure))) for measure in MAIN for country in Country]
        return tuple(lack for lack in found if lack.last is None or lack.last < self.year)

    def of(self, country: Country) -> tuple[Lack, ...]:
        """What one country lacks, in the order of the main figures."""
        return tuple(lack for lack in self.lacks if lack.country is country)

    def by(self, measure: Measure) -> tuple[Lack, ...]:
        """Who lacks one figure."""
        return tuple(lack for lack in self.lacks if lack.measure is measure)

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """Those that lack any."""
        lacking = {lack.country for lack in self.lacks}
        return tuple(country for country in Country if country in lacking)


@once
def missing(dataset: "Dataset") -> Missing:
    """The main figures, held against the latest well-covered year of detected victims."""
    year = default_year(answer(dataset, Selection(Indicator.VICTIMS_DETECTED, *dataset.years)))
    latest: dict[tuple[Country, Measure], int] = {}
    for measure in MAIN:
        for country, published in _published(dataset, measure):
            latest[country, measure] = max(published, latest.get((country, measure), published))
    return Missing(year, latest)


def _published(dataset: "Dataset", measure: Measure) -> list[tuple[Country, int]]:
    """The countries and years of which there is a figure, shown or withheld."""
    if isinstance(measure, Indicator):
        found = answer(dataset, Selection(measure, *dataset.years))
        return [key for key, cell in found.cells.items() if not cell.is_silent]
    known = flows(dataset, measure, *dataset.years).reported
    withheld = [row for row in rows(dataset.withheld("flows")) if row.measure == measure]
    return [
        *((country, year) for country, listed in known.items() for year in listed),
        *((Country(str(row.country)), int(str(row.year))) for row in withheld),
    ]
