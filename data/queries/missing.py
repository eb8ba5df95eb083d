"""Which of the main figures a country has not published up to the latest well-covered year, and since when.

The main figures are those that the region is asked about everywhere: the chain from detection to conviction, and of
what citizenship the detected victims are, without which no two countries know what they need of each other. A country
that publishes a figure of a later year lacks nothing; a figure that is withheld is printed, and not missing.
"""

from dataclasses import dataclass
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
    """What is lacking of `year` and of every year after it, by main figure and then by country."""

    year: int
    lacks: tuple[Lack, ...]

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
    """The main figures that are lacking since the latest well-covered year of detected victims."""
    year = default_year(answer(dataset, Selection(Indicator.VICTIMS_DETECTED, *dataset.years)))
    found = []
    for measure in MAIN:
        latest = _latest(dataset, measure)
        found += [Lack(c, measure, latest.get(c)) for c in Country if latest.get(c, year - 1) < year]
    return Missing(year, tuple(found))


def _latest(dataset: "Dataset", measure: Measure) -> dict[Country, int]:
    """The last year of which each country published a figure, shown or withheld."""
    if isinstance(measure, FlowMeasure):
        known = flows(dataset, measure, *dataset.years).reported
        withheld = [row for row in rows(dataset.withheld("flows")) if row.measure == measure]
        years = [(c, year) for c, listed in known.items() for year in listed]
        years += [(Country(str(row.country)), int(str(row.year))) for row in withheld]
    else:
        found = answer(dataset, Selection(measure, *dataset.years))
        years = [(cell.country, cell.year) for cell in found.cells.values() if not cell.is_silent]
    latest: dict[Country, int] = {}
    for country, year in years:
        latest[country] = max(year, latest.get(country, year))
    return latest
