"""The account of the curation: what became of each raw row, what was refused, flagged, and revised between releases.

Nothing is counted anew: every figure is a count of rows of ledger, quarantine, revisions, observations, flows or
subnational.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from data.once import once
from data.rows import rows
from data.vocabulary import FLAG_SEPARATOR, Change, Country, Flag, Outcome

if TYPE_CHECKING:
    from data.dataset import Dataset

TABLES = ("observations", "flows")  # that releases revise
FLAGGED = (*TABLES, "subnational")
AGAINST = re.compile(r"at most (\d+)|^(\d+) residents")


class Entry(NamedTuple):
    """Raw rows that one rule sent to one outcome, by source."""

    outcome: Outcome
    rule: str
    rows: dict[str, int]


class Refused(NamedTuple):
    """One raw row in quarantine: `printed` is the figure as the source prints it, `place` the source's own words for
    what it counts, `against` the number that it was held against (None where the record has another form)."""

    source: str
    row: int
    country: Country
    year: int
    place: tuple[str, ...]
    printed: str
    reason: str
    against: int | None


class Flagged(NamedTuple):
    """Published figures that carry a flag: how many of each table (`areas` of states and provinces), and of which
    countries."""

    flag: Flag
    observations: int
    flows: int
    areas: int
    countries: tuple[Country, ...]

    @property
    def figures(self) -> int:
        """Of all tables."""
        return self.observations + self.flows + self.areas


@dataclass(frozen=True)
class Account:
    """The account of one data set. A folder without a ledger has no entries. `shown` is the source of the
    observations; `groups` are the sources accounted for, by what they tell: `counts` of the crimes, counts of `areas`,
    `context`, or the `record` of cooperation. A group without a source is left out."""

    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]
    flagged: tuple[Flagged, ...]
    revisions: pd.DataFrame
    shown: str
    groups: dict[str, tuple[str, ...]]

    @property
    def earlier(self) -> str | None:
        """The release that the one shown is compared with; None where nothing was compared."""
        releases = sorted(set(self.revisions["release_from"]))
        return str(releases[-1]) if releases else None

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources whose rows are accounted for."""
        return tuple(sorted({source for entry in self.entries for source in entry.rows}))

    def rows(self, source: str, outcome: Outcome | None = None) -> int:
        """Raw rows of a source, of one outcome or of all."""
        return sum(e.rows.get(source, 0) for e in self.entries if outcome is None or e.outcome is outcome)

    def revised(self, by: str) -> dict[str, dict[Change, int]]:
        """Figures that differ between the releases, by kind of change, for each value of a column: `country`, or
        `measure` (the indicator or flow)."""
        column = self.revisions["country"] if by == "country" else _measure(self.revisions)
        found: dict[str, dict[Change, int]] = {}
        for value, kind in zip(column, self.revisions["kind"], strict=True):
            counts = found.setdefault(str(value), dict.fromkeys(Change, 0))
            counts[Change(kind)] += 1
        return found


@once
def account(dataset: "Dataset") -> Account:
    """Read the account of a data set from its tables."""
    shown = str(dataset.tables["observations"]["source"].mode()[0])
    entries, revisions = _entries(dataset), dataset.tables["revisions"]
    return Account(
        entries, _refused(dataset), _flagged(dataset), revisions, shown, _groups(entries, dataset, revisions)
    )


def _groups(entries: tuple[Entry, ...], dataset: "Dataset", revisions: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Each source in the group of the table that it feeds; an earlier release feeds only the revisions."""
    feeds = {
        "counts": {*_sources(dataset, "observations"), *_sources(dataset, "flows"), *revisions["release_from"]},
        "areas": _sources(dataset, "subnational"),
        "context": _sources(dataset, "context"),
    }
    told = sorted({source for entry in entries for source in entry.rows})
    group = {source: next((name for name, fed in feeds.items() if source in fed), "record") for source in told}
    found = {name: tuple(s for s in told if group[s] == name) for name in (*feeds, "record")}
    return {name: sources for name, sources in found.items() if sources}


def _sources(dataset: "Dataset", table: str) -> set[str]:
    return set(dataset.tables[table]["source"]) if table in dataset.tables else set()


def _measure(revisions: pd.DataFrame) -> "pd.Series[str]":
    """What a revised figure counts; of the two columns each row fills one."""
    is_indicator = revisions["table"] == TABLES[0]
    return revisions["indicator"].where(is_indicator, revisions["measure"])


def _entries(dataset: "Dataset") -> tuple[Entry, ...]:
    if "ledger" not in dataset.tables:
        return ()
    found: dict[tuple[Outcome, str], dict[str, int]] = {}
    for row in rows(dataset.tables["ledger"]):
        found.setdefault((Outcome(str(row.outcome)), str(row.rule)), {})[str(row.source)] = int(str(row.rows))
    order = {outcome: place for place, outcome in enumerate(Outcome)}
    ordered = sorted(found.items(), key=lambda item: (order[item[0][0]], -sum(item[1].values()), item[0][1]))
    return tuple(Entry(outcome, rule, rows) for (outcome, rule), rows in ordered)


def _refused(dataset: "Dataset") -> tuple[Refused, ...]:
    return tuple(sorted((told for _, told in refused(dataset)), key=lambda r: (r.country, r.year, r.place, r.source)))


def refused(dataset: "Dataset") -> Iterator[tuple[dict[str, str], Refused]]:
    """The rows in quarantine: the source's own words by column, and what is told of them."""
    for row in dataset.tables["quarantine"].fillna("").astype(str).to_dict("records"):
        place = tuple(row[name] for name in ("indicator", "dimension", "category", "sex", "age"))
        told = AGAINST.search(row["detail"])
        yield (
            {str(name): str(word) for name, word in row.items()},
            Refused(
                row["source"],
                int(row["row"]),
                Country(row["country"]),
                int(row["year"]),
                tuple(word for word in place if word and word != "Total"),
                row["value"],
                row["reason"],
                int(told[1] or told[2]) if told else None,
            ),
        )


def _flagged(dataset: "Dataset") -> tuple[Flagged, ...]:
    counts: dict[Flag, dict[str, int]] = {}
    countries: dict[Flag, set[Country]] = {}
    for name in dataset.tables.keys() & set(FLAGGED):
        frame = dataset.tables[name]
        for country, text in zip(frame["country"], frame["flags"], strict=True):
            for flag in (Flag(word) for word in str(text).split(FLAG_SEPARATOR) if word):
                counts.setdefault(flag, dict.fromkeys(FLAGGED, 0))[name] += 1
                countries.setdefault(flag, set()).add(Country(country))
    found = []
    for flag in (flag for flag in Flag if flag in counts):
        observations, flows, areas = (counts[flag][name] for name in FLAGGED)
        found.append(Flagged(flag, observations, flows, areas, tuple(sorted(countries[flag]))))
    return tuple(found)
