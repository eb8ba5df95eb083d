"""The means of cooperation that are on record between two countries: treaties in common, events, published figures.

Every question is answered "as far as the source is known": a country is bound on a date, or not shown as bound up to a
date, never "not bound".
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from data.cooperation_vocabulary import BINDING, CrimeScope, EventKind, ListStatus, Treaty, TreatyAction
from data.once import once
from data.schema.cooperation import DESCRIBED_IN, REQUESTS
from data.vocabulary import Country

if TYPE_CHECKING:
    from data.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Act:
    """What is known of one country and one treaty: bound since a date (ISO; empty where the source has none), signed
    only, or not shown as party; `as_of` is the day up to which the source is known, `url` where it is read."""

    country: Country
    treaty: Treaty
    bound: bool
    date: str
    action: TreatyAction
    as_of: str
    source: str
    url: str = ""


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
    source: str
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
            f"{row['source_publisher']}: {row['source_title']}",
            row["source_url"],
        )
        key = (act.country, act.treaty)
        if key not in found or _weight(act) < _weight(found[key]):
            found[key] = act
    return found


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
                f"{first['source_publisher']}: {first['source_title']}",
                str(first["source_url"]),
            )
        )
    return tuple(sorted(found, key=lambda event: (event.end or event.start or "9999", event.event)))


def by_participant(listed: Iterable[Event]) -> dict[Country, int]:
    """How many of the events list each country; a country that none lists is not in it."""
    counted = Counter(Country(name) for event in listed for name in event.participants if name in set(Country))
    return dict(counted)


def bound(known: Mapping[tuple[Country, Treaty], Act]) -> dict[Treaty, int]:
    """How many countries are shown as bound by each treaty on record."""
    return {t: sum(act.bound for (_, treaty), act in known.items() if treaty is t) for _, t in known}


@dataclass(frozen=True, slots=True)
class Means:
    """What is on record between two countries: parts side by side, never one score."""

    treaties: tuple[Treaty, ...]
    events: tuple[Event, ...]
    statements: tuple[str, ...]

    def of_kind(self, kind: EventKind) -> list[Event]:
        return [event for event in self.events if event.kind is kind]


def means(
    a: Country,
    b: Country,
    acts_: dict[tuple[Country, Treaty], Act],
    events_: Sequence[Event],
    figures: Mapping[frozenset[str], Sequence[str]],
) -> Means:
    """Treaties that both are shown to be bound by, events that list both, figures one publishes on the other
    (`figures` as `between` sorts them)."""
    both = [t for t in Treaty if all((act := acts_.get((c, t))) and act.bound for c in (a, b))]
    listed = [event for event in events_ if {a, b} <= event.participants]
    return Means(tuple(both), tuple(listed), tuple(figures.get(frozenset((a, b)), ())))


def between(statements: pd.DataFrame) -> dict[frozenset[str], list[str]]:
    """The figures that one country publishes on another, by the two; those with several partners are of no pair."""
    found: dict[frozenset[str], list[str]] = {}
    for name, country, partner in zip(*(statements[c] for c in ("statement", "country", "partner")), strict=True):
        found.setdefault(frozenset((str(country), str(partner))), []).append(str(name))
    return found


@once
def figures_between(dataset: "Dataset") -> dict[frozenset[str], list[str]]:
    """The figures on these crimes that one country publishes on another, by the two."""
    return between(published(dataset, all_crimes=False))


def published(dataset: "Dataset", *, all_crimes: bool) -> pd.DataFrame:
    """The published figures on these crimes, or those on all crimes together; the two are never shown as one."""
    frame = dataset.tables.get("requests", pd.DataFrame(columns=REQUESTS.columns))
    is_all = frame["crime_scope"] == CrimeScope.ALL_CRIMES
    return frame[is_all if all_crimes else ~is_all]


def _records(dataset: "Dataset", table: str) -> list[dict[str, str]]:
    frame = dataset.tables.get(table)
    return [] if frame is None else [{str(k): str(v) for k, v in row.items()} for row in frame.to_dict("records")]
