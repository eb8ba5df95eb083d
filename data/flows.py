"""Flows between countries: who is detected, convicted or repatriated where, by citizenship, as intervals over years.

A partner that a country does not list in a year is not a zero: it is not listed. A sum adds the years in which a pair
is listed and says which years the country reported at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from data.interval import Interval, total
from data.vocabulary import FLAG_SEPARATOR, SUPPRESSED_HIGH, Country, FlowMeasure, Partner, Status

if TYPE_CHECKING:
    from data.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Flow:
    """One pair over a span of years: `country` reports, `partner` is the citizenship (ISO 3166-1 alpha-3) or one of
    `Partner`. `count` adds the years in `listed`; the country reported partners at all in `reported`."""

    country: Country
    partner: str
    count: Interval
    listed: tuple[int, ...]
    reported: tuple[int, ...]
    flags: tuple[str, ...] = ()
    source: str = ""

    @property
    def status(self) -> Status:
        """Exact, one suppressed figure, or a range that a sum with suppressed figures is."""
        if self.count.is_exact:
            return Status.EXACT
        is_one = len(self.listed) == 1 and self.count == Interval(0, SUPPRESSED_HIGH)
        return Status.SUPPRESSED if is_one else Status.RANGE


@dataclass(frozen=True)
class Flows:
    """All pairs of one measure over a span of years (both ends included)."""

    measure: FlowMeasure
    first: int
    last: int
    pairs: dict[tuple[Country, str], Flow] = field(repr=False)
    reported: dict[Country, tuple[int, ...]] = field(repr=False)

    @cached_property
    def within(self) -> list[Flow]:
        """Pairs of two different countries of the 22, largest upper bound first."""
        return _ordered(flow for flow in self.pairs.values() if flow.partner in set(Country))

    def into(self, country: Country) -> list[Flow]:
        """What one country reports of partners (own nationals and those not identified apart), largest first."""
        return _ordered(f for f in self.pairs.values() if f.country == country and f.partner not in set(Partner))

    def out_of(self, country: Country) -> list[Flow]:
        """What the others of the 22 report of this country's citizens, largest first."""
        return _ordered(f for f in self.pairs.values() if f.partner == country)

    def apart(self, country: Country) -> dict[Partner, Flow]:
        """Own nationals, `abroad`, other and unknown, as far as the country lists them."""
        return {p: flow for p in Partner if (flow := self.pairs.get((country, p)))}

    def frame(self, flows: Iterable[Flow]) -> pd.DataFrame:
        """Tidy rows (country, partner, measure, low, high, status, years listed and reported, flags, source)."""
        return pd.DataFrame(
            [
                {
                    "country": str(f.country),
                    "partner": f.partner,
                    "measure": str(self.measure),
                    "low": int(f.count.low),
                    "high": int(f.count.high),
                    "status": str(f.status),
                    "years_listed": FLAG_SEPARATOR.join(map(str, f.listed)),
                    "years_reported": FLAG_SEPARATOR.join(map(str, f.reported)),
                    "flags": FLAG_SEPARATOR.join(f.flags),
                    "source": f.source,
                }
                for f in flows
            ],
            columns=COLUMNS,
        )


COLUMNS = [
    "country", "partner", "measure", "low", "high", "status", "years_listed", "years_reported", "flags", "source",
]  # fmt: skip


def flows(dataset: "Dataset", measure: FlowMeasure, first: int, last: int) -> Flows:
    """Add up the published flows of one measure over a span of years, pair by pair (interval sums)."""
    frame = dataset.tables["flows"]
    rows = frame[(frame["measure"] == measure) & frame["year"].between(first, last)]
    reported = {Country(str(c)): tuple(sorted(set(map(int, years)))) for c, years in rows.groupby("country")["year"]}
    pairs = {}
    for (country, partner), group in rows.groupby(["country", "partner"]):
        key = (Country(str(country)), str(partner))
        counts = [Interval(int(low), int(high)) for low, high in zip(group["low"], group["high"], strict=True)]
        flags = tuple(sorted({flag for text in group["flags"] for flag in str(text).split(FLAG_SEPARATOR) if flag}))
        listed = tuple(sorted(map(int, group["year"])))
        source = FLAG_SEPARATOR.join(sorted(set(group["source"])))
        pairs[key] = Flow(*key, total(counts), listed, reported[key[0]], flags, source)
    return Flows(measure, first, last, pairs, reported)


def _ordered(found: Iterable[Flow]) -> list[Flow]:
    return sorted(found, key=lambda f: (-f.count.high, -f.count.low, f.country, f.partner))
