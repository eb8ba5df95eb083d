"""The cooperation gap: for every pair of the 22 the need beside the means, part by part, never blended into a score.

Need is what both countries report of each other's citizens among the detected victims, as an interval, over the years
chosen; means are what `data.queries.means` finds on record.
"""

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from data.interval import Interval, total
from data.once import once
from data.queries.flows import Flow, Flows, flows
from data.queries.means import Means, acts, events, figures_between, means
from data.vocabulary import Country, FlowMeasure

if TYPE_CHECKING:
    from data.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Pair:
    """Two countries: citizens of the one among the victims detected in the other, each way, and the means."""

    a: Country
    b: Country
    need_in_a: Flow | None  # citizens of b detected in a
    need_in_b: Flow | None
    means: Means

    @property
    def need(self) -> Interval | None:
        """Both ways together; None where neither lists the other."""
        counts = [flow.count for flow in (self.need_in_a, self.need_in_b) if flow]
        return total(counts) if counts else None

    @property
    def is_needed(self) -> bool:
        """Whether victims of the one's citizenship have certainly been detected in the other (more than none)."""
        return self.need is not None and self.need.low > 0

    @property
    def is_gap(self) -> bool:
        """Whether there is a certain need, and no direct means on record."""
        return self.is_needed and not self.means.is_direct

    def other(self, country: Country) -> Country:
        return self.b if country is self.a else self.a


@dataclass(frozen=True)
class Gap:
    """All 231 pairs, and the flows that the need was read from."""

    pairs: dict[frozenset[Country], Pair]
    flows: Flows

    def by_need(self, country: Country | None = None) -> list[Pair]:
        """Pairs with the largest need first; those with none on record last."""
        return sorted(self._of(country), key=lambda p: (-(p.need or Interval(-1, -1)).high, -_means(p), p.a, p.b))

    def by_means(self, country: Country | None = None) -> list[Pair]:
        """Pairs with the most events and published figures first, then the most treaties in common."""
        return sorted(self._of(country), key=lambda p: (-_means(p), -len(p.means.treaties), p.a, p.b))

    def _of(self, country: Country | None) -> list[Pair]:
        return [pair for pair in self.pairs.values() if country is None or country in (pair.a, pair.b)]


def _means(pair: Pair) -> int:
    return len(pair.means.events) + len(pair.means.statements)


def gap(dataset: "Dataset", first: int, last: int) -> Gap:
    """Need and means of every pair over a span of years (the years bound the need; means are all on record)."""
    found = flows(dataset, FlowMeasure.VICTIMS_BY_CITIZENSHIP, first, last)
    pairs = {
        frozenset((a, b)): Pair(a, b, found.pairs.get((a, b)), found.pairs.get((b, a)), on_record)
        for (a, b), on_record in _means_of_all(dataset).items()
    }
    return Gap(pairs, found)


@once
def _means_of_all(dataset: "Dataset") -> dict[tuple[Country, Country], Means]:
    known, listed, figures = acts(dataset), events(dataset), figures_between(dataset)
    return {(a, b): means(a, b, known, listed, figures) for a, b in combinations(Country, 2)}
