"""What of the data deserves a slide: facts that are certain, and figures that there are.

Each question is answered by a rule that is stated at its function; None, or False, where a slide would be empty or
would claim more than the figures do.
"""

from typing import TYPE_CHECKING, NamedTuple

from data.model import Answer, Selection
from data.queries.comparable import doubt
from data.queries.flows import Flow, Flows, flows
from data.queries.gap import gap
from data.queries.insights import FIGURES_OF_A_RECORD, Fact, long_change
from data.queries.justice import CHAIN, PERSONS, Justice, chain
from data.queries.means import acts, published
from data.queries.missing import missing
from data.queries.neighbours import neighbours
from data.queries.observations import answer
from data.queries.profile import latest_year
from data.vocabulary import Country, FlowMeasure, Indicator, Panel

if TYPE_CHECKING:
    from data.dataset import Dataset

YEARS = 8  # that a talk looks back
YEARS_OF_FLOWS = 6
YEARS_OF_JUSTICE = 3
AT_LEAST = 2  # counts of the chain: one alone is followed by nothing


class Beside(NamedTuple):
    """A country and its neighbours in the order of their codes, and the years (both ends included) compared."""

    countries: tuple[Country, ...]
    years: tuple[int, int]


def same_countries(dataset: "Dataset") -> Fact | None:
    """Whether more is found: the countries with detected victims in each of the last years, as far as their first and
    their last figure can be compared, if at least half can and the two sums do not overlap."""
    last = missing(dataset).year
    return long_change(victims(dataset, last, panel=Panel.CONSTANT), last)


def trend(dataset: "Dataset", country: Country) -> Fact | None:
    """A country's latest detected victims against the earliest of the last years that it can be compared with: as for
    the region, with at least five figures from the one to the other, none of which is doubtful."""
    last = latest_year(dataset, country)
    found = victims(dataset, last, country)
    fact = long_change(found, last)
    if fact is None:
        return None
    told = [cell for cell in found.over_time(country) if cell.year >= fact.years[0] and not cell.is_silent]
    is_clear = len(told) >= FIGURES_OF_A_RECORD and not any(map(doubt, told))
    return fact if is_clear else None


def compared(dataset: "Dataset", country: Country) -> Beside | None:
    """A country and those of its neighbours with detected victims of the latest year of which it and any of them have a
    figure; None where there is no such year."""
    found = victims(dataset, dataset.years[1])
    for year in sorted(_reporting(found, country), reverse=True):
        beside = [c for c in neighbours(dataset, country).countries if found.cells[c, year].is_reporting]
        if beside:
            return Beside(tuple(sorted((country, *beside))), (max(found.selection.first, year - YEARS + 1), year))
    return None


def window(dataset: "Dataset", country: Country) -> tuple[int, int] | None:
    """The width and the last year of the window in which most counts of a country's chain are published in full: the
    region's of three years, or a single recent one, the latest of those that are equal. None where it has fewer than
    two counts, or none of persons."""
    years = (dataset.years[1] - YEARS + 1, dataset.years[1])
    of_region = chain(dataset, years, YEARS_OF_JUSTICE)
    single = [chain(dataset, years, 1, last) for last in range(dataset.years[1], of_region.first - 1, -1)]
    best = max([of_region, *single], key=lambda found: len(_counts(found, country)))
    counts = _counts(best, country)
    if len(counts) < AT_LEAST or not set(counts) & set(PERSONS):
        return None
    return len(best.window), best.last


def listed(dataset: "Dataset", country: Country | None = None) -> bool:
    """Whether any detected victim of one citizenship is listed by another country in the years of the flows: anywhere
    among the 22, or by this country or of its citizens."""
    found = _flows(dataset)
    mine = found.within if country is None else [*found.into(country), *found.out_of(country)]
    return any(flow.count.high > 0 and _is_between_two(flow) for flow in mine)


def years_of_flows(dataset: "Dataset") -> tuple[int, int]:
    return dataset.years[1] - YEARS_OF_FLOWS + 1, dataset.years[1]


def needed(dataset: "Dataset", years: tuple[int, int], country: Country | None = None) -> bool:
    """Whether any pair, of this country or of all, has a certain need of cooperation."""
    return any(pair.is_needed for pair in gap(dataset, *years).by_need(country))


def bound(dataset: "Dataset") -> bool:
    """Whether any source on treaties was read."""
    return bool(acts(dataset))


def stated(dataset: "Dataset", country: Country) -> bool:
    """Whether any figure on cooperation on these crimes is published by a country, or by another about it."""
    frame = published(dataset, all_crimes=False)
    return bool(((frame["country"] == country) | frame["partner"].str.contains(country)).any())


def victims(dataset: "Dataset", last: int, *countries: Country, panel: Panel = Panel.ALL) -> Answer:
    """Detected victims over the years that a talk looks back from one."""
    first = max(dataset.years[0], last - YEARS + 1)
    return answer(dataset, Selection(Indicator.VICTIMS_DETECTED, first, last, countries=countries, panel=panel))


def _reporting(found: Answer, country: Country) -> set[int]:
    return {cell.year for cell in found.over_time(country) if cell.is_reporting}


def _counts(found: Justice, country: Country) -> list[Indicator]:
    return [indicator for indicator in CHAIN if found.count(country, indicator)]


def _flows(dataset: "Dataset") -> Flows:
    return flows(dataset, FlowMeasure.VICTIMS_BY_CITIZENSHIP, *years_of_flows(dataset))


def _is_between_two(flow: Flow) -> bool:
    return flow.partner != flow.country
