"""The means of cooperation that are on record between two countries: treaties in common, events, published figures.

Every question is answered "as far as the source is known": a country is bound on a date, or not shown as bound up to a
date, never "not bound"; and where no source was read nothing is said of it at all.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from data.cooperation_vocabulary import (
    BINDING,
    CrimeScope,
    EventKind,
    ListStatus,
    RequestInstrument,
    RequestKind,
    Treaty,
    TreatyAction,
)
from data.once import once
from data.schema.cooperation import DESCRIBED_IN, REQUESTS, SOURCE_NAMES
from data.vocabulary import Country

if TYPE_CHECKING:
    from data.dataset import Dataset

DIRECT = frozenset({EventKind.JOINT_TEAM, EventKind.AGREEMENT, EventKind.CASE})
# What one prosecution service asks of another, what became of it, and what both do together. A repatriation, a
# deportation and help to nationals abroad are done for persons by other services: nobody is prosecuted by them.
ACTING_TOGETHER = frozenset(
    {
        RequestKind.REQUESTS,
        RequestKind.DECISIONS,
        RequestKind.EXTRADITIONS,
        RequestKind.SURRENDERS,
        RequestKind.TEAMS,
        RequestKind.CASES,
        RequestKind.JOINT_INVESTIGATIONS,
    }
)
OTHER_CHANNELS = frozenset({RequestInstrument.POLICE, RequestInstrument.CONSULAR})
HINTS = frozenset({TreatyAction.PARTY_IMPLIED, TreatyAction.NAMED_IN_TEXT, TreatyAction.DOMESTIC_STEP})


class Standing(StrEnum):
    """How a country stands to a treaty. `indirect`: another text tells of it; `no_source_read`: nothing was read, so
    nothing is known, which is not `not_shown_as_party`, where a list was read and does not show it."""

    BOUND = "bound"
    SIGNED = "signed"
    INDIRECT = "indirect"
    NOT_SHOWN_AS_PARTY = "not_shown_as_party"
    NO_SOURCE_READ = "no_source_read"

    @property
    def is_read(self) -> bool:
        """Whether a source that tells who is party was read: only then does the country count among those asked."""
        return self not in (Standing.INDIRECT, Standing.NO_SOURCE_READ)


@dataclass(frozen=True, slots=True)
class Act:
    """What is known of one country and one treaty: bound since a date (ISO; empty where the source has none), signed
    only, or not shown as party; `as_of` is the day up to which the source is known, `source` its columns (who, under
    which title, in every language), `url` where it is read."""

    country: Country
    treaty: Treaty
    bound: bool
    date: str
    action: TreatyAction
    as_of: str
    source: Mapping[str, str]
    url: str = ""


Acts = Mapping[tuple[Country, Treaty], Act]


def standing(act: Act | None) -> Standing:
    """What an act says of a country and a treaty; that no source was read where there is none."""
    if act is None:
        return Standing.NO_SOURCE_READ
    if act.bound:
        return Standing.BOUND
    if act.action is TreatyAction.SIGNATURE:
        return Standing.SIGNED
    return Standing.INDIRECT if act.action in HINTS else Standing.NOT_SHOWN_AS_PARTY


@dataclass(frozen=True, slots=True)
class Event:
    """One operation, team, agreement or case, with the countries on its list. Only where the list was `read` is a
    country that is not on it `not listed`."""

    event: str
    kind: EventKind
    name: str
    start: str
    end: str
    scope: CrimeScope
    participants: frozenset[str]
    list_status: ListStatus
    description: dict[str, str]
    source: Mapping[str, str]
    url: str = ""

    @property
    def year(self) -> str:
        """The year it ended, or began, or nothing where no date is known."""
        return (self.end or self.start)[:4]


@once
def acts(dataset: "Dataset") -> dict[tuple[Country, Treaty], Act]:
    """For each country and treaty the act that says most: the earliest that binds, else a signature, else that the
    country is not shown as party."""
    found: dict[tuple[Country, Treaty], Act] = {}
    for row in _records(dataset, "instruments"):
        act = Act(
            Country(row["country"]),
            Treaty(row["instrument"]),
            TreatyAction(row["action"]) in BINDING,
            row["date"],
            TreatyAction(row["action"]),
            row["as_of"],
            _source(row),
            row["source_url"],
        )
        key = (act.country, act.treaty)
        if key not in found or _weight(act) < _weight(found[key]):
            found[key] = act
    return found


def _source(row: Any) -> dict[str, str]:
    return {name: str(row[name]) for name in SOURCE_NAMES}


def _weight(act: Act) -> tuple[int, str]:
    order = 0 if act.bound else 1 if act.action is TreatyAction.SIGNATURE else 2
    return (order, act.date or "9999")


@once
def events(dataset: "Dataset") -> tuple[Event, ...]:
    """All events, earliest first, each with its participants."""
    found = []
    frame = dataset.tables.get("cooperation_events", pd.DataFrame(columns=["event"]))
    for name, rows in frame.groupby("event"):
        first = rows.iloc[0]
        found.append(
            Event(
                str(name),
                EventKind(first["kind"]),
                str(first["name"]),
                str(first["period_start"]),
                str(first["period_end"]),
                CrimeScope(first["crime_scope"]),
                frozenset(map(str, rows["country"])),
                ListStatus(first["list_status"]),
                {language: str(first[f"description_{language}"]) for language in DESCRIBED_IN},
                _source(first),
                str(first["source_url"]),
            )
        )
    return tuple(sorted(found, key=lambda event: (event.end or event.start or "9999", event.event)))


def by_participant(listed: Iterable[Event]) -> dict[Country, int]:
    """How many of the events list each country; a country that none lists is not in it."""
    counted = Counter(Country(name) for event in listed for name in event.participants if name in set(Country))
    return dict(counted)


class Bound(NamedTuple):
    """How many countries are shown as bound by a treaty, of how many whose source was read."""

    bound: int
    read: int


def bound(known: Acts) -> dict[Treaty, Bound]:
    """For each treaty on record; a country of which no source was read is in neither number."""
    found: dict[Treaty, list[Standing]] = {}
    for (_, treaty), act in known.items():
        found.setdefault(treaty, []).append(standing(act))
    return {
        treaty: Bound(standings.count(Standing.BOUND), sum(each.is_read for each in standings))
        for treaty, standings in found.items()
    }


def with_unread(dataset: "Dataset", country: Country | None = None) -> pd.DataFrame:
    """The acts, of one country or all, each with the `standing` of its country to its treaty, and a row of its own for
    each country and treaty of which no source was read. Empty where there is no record."""
    known, frame = acts(dataset), dataset.table("instruments")
    countries = [country] if country else list(Country)
    told = frame[frame["country"].isin(countries)]
    standings = [
        str(standing(known.get((Country(c), Treaty(t)))))
        for c, t in zip(told["country"], told["instrument"], strict=True)
    ]
    blank = dict.fromkeys(frame.columns, "")
    unread = [
        blank | {"country": str(c), "instrument": str(t), "standing": str(Standing.NO_SOURCE_READ)}
        for c in countries
        for t in Treaty
        if known and (c, t) not in known
    ]
    told = told.assign(standing=standings)
    both = pd.concat([told, pd.DataFrame(unread)]) if unread else told
    return both.sort_values(["country", "instrument"], kind="stable", ignore_index=True)


@dataclass(frozen=True, slots=True)
class Means:
    """What is on record between two countries: parts side by side, never one score. `read` are the treaties of which a
    source was read for both; `statements` are figures on requests and joint work of the two, certainly above none."""

    treaties: tuple[Treaty, ...]
    read: tuple[Treaty, ...]
    events: tuple[Event, ...]
    statements: tuple[str, ...]

    def of_kind(self, kind: EventKind) -> list[Event]:
        return [event for event in self.events if event.kind is kind]

    @property
    def is_direct(self) -> bool:
        """Whether there is what lets two prosecution services act together: a joint team, an agreement, a joint case,
        or a published figure on requests or joint work between them."""
        return bool(self.statements) or any(event.kind in DIRECT for event in self.events)


def means(
    a: Country, b: Country, acts_: Acts, events_: Sequence[Event], figures: Mapping[frozenset[str], Sequence[str]]
) -> Means:
    """Treaties that both are shown to be bound by, events that list both, figures on their requests and joint work
    (`figures` as `between` sorts them)."""
    ways = {t: [standing(acts_.get((c, t))) for c in (a, b)] for t in Treaty}
    both = [t for t, each in ways.items() if all(one is Standing.BOUND for one in each)]
    read = [t for t, each in ways.items() if all(one.is_read for one in each)]
    listed = [event for event in events_ if {a, b} <= event.participants]
    return Means(tuple(both), tuple(read), tuple(listed), tuple(figures.get(frozenset((a, b)), ())))


def acting_together(statements: pd.DataFrame) -> pd.DataFrame:
    """The figures that are means of two prosecution services: requests and joint work, not by police or consulates, and
    certainly more than none."""
    kinds, ways = statements["kind"].isin(ACTING_TOGETHER), statements["instrument"].isin(OTHER_CHANNELS)
    return statements[kinds & ~ways & (statements["low"] > 0)]


def between(statements: pd.DataFrame) -> dict[frozenset[str], list[str]]:
    """The figures that one country publishes on another, by the two; those with several partners are of no pair."""
    found: dict[frozenset[str], list[str]] = {}
    for name, country, partner in zip(*(statements[c] for c in ("statement", "country", "partner")), strict=True):
        found.setdefault(frozenset((str(country), str(partner))), []).append(str(name))
    return found


@once
def figures_between(dataset: "Dataset") -> dict[frozenset[str], list[str]]:
    """The figures on requests and joint work on these crimes that one country publishes on another, by the two."""
    return between(acting_together(published(dataset, all_crimes=False)))


def published(dataset: "Dataset", *, all_crimes: bool) -> pd.DataFrame:
    """The published figures on these crimes, or those on all crimes together; the two are never shown as one."""
    frame = dataset.tables.get("requests", pd.DataFrame(columns=REQUESTS.columns))
    is_all = frame["crime_scope"] == CrimeScope.ALL_CRIMES
    return frame[is_all if all_crimes else ~is_all]


def _records(dataset: "Dataset", table: str) -> list[dict[str, str]]:
    frame = dataset.tables.get(table)
    return [] if frame is None else [{str(k): str(v) for k, v in row.items()} for row in frame.to_dict("records")]
