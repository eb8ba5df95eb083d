"""What the registry answers: sums over published rows, and the two versions that countries give of one corridor.

A sum is always of published bounds. Medians are never averaged: a sum has the lowest and the highest of them. Two
versions are set side by side, never reconciled. One crime at a time: two crimes are never added.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from data.cooperation_vocabulary import Direction
from data.dataset import Dataset
from data.interval import Interval, total
from data.registry_vocabulary import Procedure, Tally
from data.requests_published import Entry
from data.vocabulary import Country, Crime


@dataclass(frozen=True, slots=True)
class Sum:
    """Rows added: bounds by tally, the span of the published medians (days), how many there are, who registered."""

    counts: Mapping[Tally, Interval]
    days: Interval | None
    medians: int
    countries: tuple[Country, ...]

    @property
    def requests(self) -> Interval:
        return self.counts[Tally.REQUESTS]


def added(entries: Iterable[Entry]) -> Sum | None:
    """Interval sums of rows of one crime; None where there is no row, which is not the figure 0."""
    rows = list(entries)
    if not rows:
        return None
    days = [row.median_days for row in rows if row.median_days is not None]
    return Sum(
        {tally: total([row.counts[tally] for row in rows]) for tally in Tally},
        Interval(min(days), max(days)) if days else None,
        len(days),
        tuple(sorted({row.country for row in rows})),
    )


@dataclass(frozen=True, slots=True)
class Versions:
    """What both sides say of the same requests: those that the one registered as sent, the other as received."""

    sent: Interval
    received: Interval

    @property
    def apart(self) -> Interval:
        """By how many requests the two may differ; from 0 where they may agree."""
        gaps = (self.sent.low - self.received.high, self.received.low - self.sent.high)
        return Interval(max(0, *gaps), max(-gap for gap in gaps))

    @property
    def contradict(self) -> bool:
        """Whether they cannot be equal."""
        return self.apart.low > 0


@dataclass(frozen=True)
class Corridor:
    """Requests from `origin` to `target` (ISO 3166-1 alpha-3), by year and instrument, as each side registered them;
    empty for a side that did not, or is none of the 22."""

    origin: str
    target: str
    sent: Mapping[tuple[int, Procedure], Interval] = field(repr=False)
    received: Mapping[tuple[int, Procedure], Interval] = field(repr=False)

    @cached_property
    def rows(self) -> dict[tuple[int, Procedure], Versions]:
        """Year by year and instrument by instrument, where both sides registered."""
        return {key: Versions(self.sent[key], self.received[key]) for key in sorted(self.sent.keys() & self.received)}

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in which both sides registered anything in this corridor."""
        return tuple(sorted({year for year, _ in self.sent} & {year for year, _ in self.received}))

    @cached_property
    def versions(self) -> Versions | None:
        """Both sums over `years`; None where there is no such year."""
        if not self.years:
            return None
        sent, received = (
            total([count for (year, _), count in side.items() if year in self.years])
            for side in (self.sent, self.received)
        )
        return Versions(sent, received)

    @property
    def contradictions(self) -> dict[tuple[int, Procedure], Versions]:
        """The rows in which the two versions cannot be equal."""
        return {key: versions for key, versions in self.rows.items() if versions.contradict}

    @property
    def most(self) -> float:
        """The largest figure that either side's sum may be."""
        return max(sum(count.high for count in side.values()) for side in (self.sent, self.received))


@dataclass(frozen=True)
class Registry:
    """The published rows of one crime over a span of years (both ends included)."""

    crime: Crime
    first: int
    last: int
    entries: tuple[Entry, ...] = field(repr=False)

    def of(
        self, country: Country | None = None, partner: str | None = None, direction: Direction | None = None
    ) -> list[Entry]:
        """The rows that a country registered, with one partner, in one direction; None is any."""
        return [
            row
            for row in self.entries
            if (country is None or row.country == country)
            and (partner is None or row.partner == partner)
            and (direction is None or row.direction is direction)
        ]

    @cached_property
    def corridors(self) -> list[Corridor]:
        """All corridors: those with a contradiction first, then by size."""
        sides: dict[tuple[str, str], dict[Direction, dict[tuple[int, Procedure], Interval]]] = {}
        for row in self.entries:
            ends = (str(row.country), row.partner)
            way = ends if row.direction is Direction.SENT else ends[::-1]
            side = sides.setdefault(way, {Direction.SENT: {}, Direction.RECEIVED: {}})[row.direction]
            side[row.year, row.instrument] = row.counts[Tally.REQUESTS]
        found = [Corridor(*way, side[Direction.SENT], side[Direction.RECEIVED]) for way, side in sides.items()]
        return sorted(found, key=lambda c: (-len(c.contradictions), -c.most, c.origin, c.target))

    def between(self, country: Country | None, partner: str | None) -> list[Corridor]:
        """The corridors from and to a country, with one partner; None is any."""
        asked = {code for code in (country, partner) if code is not None}
        return [corridor for corridor in self.corridors if asked <= {corridor.origin, corridor.target}]


def registry(dataset: Dataset, crime: Crime, first: int, last: int) -> Registry | None:
    """The registry of a data set; None where none was delivered."""
    if "registry" not in dataset.tables:
        return None
    kept = (row for row in dataset.registered if row.crime is crime and first <= row.year <= last)
    return Registry(crime, first, last, tuple(kept))
