"""Flows between countries: who is detected, convicted or repatriated where, by citizenship, as intervals over years.

A partner that a country does not list in a year is not a zero: it is not listed. A sum adds the years in which a pair
is listed and says which years the country reported at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from data.interval import Interval, total
from data.once import once
from data.rows import rows
from data.vocabulary import COUNTRIES, FLAG_SEPARATOR, PARTNERS, SUPPRESSED_HIGH, Country, FlowMeasure, Partner, Status

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
        return _ordered(flow for flow in self.pairs.values() if flow.partner in COUNTRIES)

    def into(self, country: Country) -> list[Flow]:
        """What one country reports of partners (own nationals and those not identified apart), largest first."""
        return _ordered(f for f in self.pairs.values() if f.country == country and f.partner not in PARTNERS)

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


class Listed(NamedTuple):
    """One published row: a pair in one year."""

    country: Country
    partner: str
    year: int
    bounds: Interval
    flags: tuple[str, ...]
    source: str


@once
def _published(dataset: "Dataset", measure: FlowMeasure) -> dict[tuple[Country, str], list[Listed]]:
    """What is published of each pair, in the order of the pairs."""
    frame = dataset.tables["flows"]
    found: dict[tuple[Country, str], list[Listed]] = {}
    for row in rows(frame[frame["measure"] == measure]):
        listed = Listed(
            Country(str(row.country)),
            str(row.partner),
            int(str(row.year)),
            Interval(int(str(row.low)), int(str(row.high))),
            tuple(flag for flag in str(row.flags).split(FLAG_SEPARATOR) if flag),
            str(row.source),
        )
        found.setdefault((listed.country, listed.partner), []).append(listed)
    return dict(sorted(found.items()))


def flows(dataset: "Dataset", measure: FlowMeasure, first: int, last: int) -> Flows:
    """Add up the published flows of one measure over a span of years, pair by pair (interval sums)."""
    reported: dict[Country, set[int]] = {}
    listed: dict[tuple[Country, str], list[Listed]] = {}
    for key, rows_ in _published(dataset, measure).items():
        if within := [row for row in rows_ if first <= row.year <= last]:
            listed[key] = within
            reported.setdefault(key[0], set()).update(row.year for row in within)
    years = {country: tuple(sorted(found)) for country, found in reported.items()}
    pairs = {key: _flow(key, found, years[key[0]]) for key, found in listed.items()}
    return Flows(measure, first, last, pairs, years)


def _flow(key: tuple[Country, str], rows: list[Listed], reported: tuple[int, ...]) -> Flow:
    """The rows of one pair, one a year, added up."""
    flags = {flag for row in rows for flag in row.flags}
    source = FLAG_SEPARATOR.join(sorted({row.source for row in rows}))
    count, listed = total([row.bounds for row in rows]), sorted(row.year for row in rows)
    return Flow(*key, count, tuple(listed), reported, tuple(sorted(flags)), source)


def _ordered(found: Iterable[Flow]) -> list[Flow]:
    return sorted(found, key=lambda f: (-f.count.high, -f.count.low, f.country, f.partner))
