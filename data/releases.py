"""Earlier releases of the counts beside the one shown: what each printed, and what differs from one to the next.

A figure belongs to its release. Two are set side by side as each printed them and never combined, for together they
could tell what either protects.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple, Self

import pandas as pd

from data.fault import Fault
from data.model import Selection
from data.records import Record
from data.schema import TABLES
from data.vocabulary import Change, Status

EARLIER = {"observations": "earlier_observations", "flows": "earlier_flows"}  # where older rows of a table are kept


class Key(NamedTuple):
    """What a figure is about; columns that its table lacks are empty."""

    table: str
    country: str
    year: int
    crime: str
    indicator: str = ""
    measure: str = ""
    partner: str = ""
    sex: str = ""
    age: str = ""
    exploitation: str = ""

    @classmethod
    def of(cls, table: str, row: Mapping[str, Any]) -> Self:
        """The key of a row of `observations`, `flows` or `revisions`."""
        words = {name: str(row[name]) for name in cls._fields[3:] if name in row}
        return cls(table, str(row["country"]), int(row["year"]), **words)

    @property
    def counted(self) -> str:
        """The indicator or the flow."""
        return self.indicator or self.measure

    @property
    def is_total(self) -> bool:
        """Whether it counts everybody of a country and year."""
        return self.table == "observations" and self[-3:] == ("total",) * 3


class Printed(NamedTuple):
    """A figure as one release has it."""

    low: int
    high: int
    status: Status

    @classmethod
    def of(cls, row: Mapping[str, Any], suffix: str = "") -> Self | None:
        """The figure of a row; None where it has none. `suffix` as in `revisions`: `_from` or `_to`."""
        status = row[f"status{suffix}"]
        return cls(int(row[f"low{suffix}"]), int(row[f"high{suffix}"]), Status(str(status))) if status else None


class Revised(NamedTuple):
    """A figure that differs between two releases, as each printed it; None where one does not have it."""

    key: Key
    before: Printed | None
    after: Printed | None
    kind: Change


class Step(NamedTuple):
    """One release: how many figures it has, and which differ from the one before; None for the first."""

    figures: int
    revised: tuple[Revised, ...] | None

    @property
    def since(self) -> dict[Change, int] | None:
        """How many differ, by kind."""
        return None if self.revised is None else by_kind(self.revised)


class Totals(NamedTuple):
    """Totals of the latest year that a release adds any of: how many, and of how many countries."""

    year: int
    figures: int
    countries: int


Release = Mapping[Key, Printed | None]  # None for a figure that is withheld


def change(
    before: Printed | None, after: Printed | None, *, was_withheld: bool = False, is_withheld: bool = False
) -> Change | None:
    """How a figure differs between two releases; None where it does not. What is withheld is given as no figure."""
    if before is None and after is None:
        return None
    if before is None:
        return Change.RELEASED if was_withheld else Change.ADDED
    if after is None:
        return Change.WITHHELD if is_withheld else Change.REMOVED
    if before[:2] == after[:2]:
        return None
    within = before.low <= after.low <= before.high
    if before.status is Status.SUPPRESSED and after.status is Status.EXACT and within:
        return Change.DISCLOSED
    return Change.CHANGED


def differences(before: Release, after: Release) -> Iterator[Revised]:
    """Every figure that differs, in the order of the keys."""
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        kind = change(old, new, was_withheld=key in before, is_withheld=key in after)
        if kind is not None:
            yield Revised(key, old, new, kind)


def by_kind(revised: Iterable[Revised]) -> dict[Change, int]:
    """How many figures differ in each way; 0 where none does."""
    found = Counter(each.kind for each in revised)
    return {kind: found[kind] for kind in Change}


def newest_totals(revised: Iterable[Revised]) -> Totals | None:
    """The totals added of the latest year with any; None where no total is added."""
    added = [each.key for each in revised if each.kind is Change.ADDED and each.key.is_total]
    if not added:
        return None
    year = max(key.year for key in added)
    of_year = [key for key in added if key.year == year]
    return Totals(year, len(of_year), len({key.country for key in of_year}))


def selected(revised: Iterable[Revised], selections: Iterable[Selection]) -> list[Revised]:
    """The revised observations that any of the selections asks for, in the order given."""
    asked: dict[tuple[str, ...], Selection] = {
        (s.crime, s.indicator, "", "", s.sex, s.age, s.exploitation): s for s in selections
    }
    found = []
    for each in revised:
        s = asked.get(tuple(map(str, each.key[3:])))
        if s and s.first <= each.key.year <= s.last and (not s.countries or each.key.country in s.countries):
            found.append(each)
    return found


def between(revised: Iterable[Revised], measure: str, first: int, last: int) -> list[Revised]:
    """The revised flows of one measure over a span of years (both ends included)."""
    return [each for each in revised if each.key.measure == measure and first <= each.key.year <= last]


def printed(tables: Mapping[str, pd.DataFrame], source: str) -> Release:
    """What one release prints, wherever its rows are kept."""
    found: dict[Key, Printed | None] = {Key.of(row["table"], row): None for row in _rows(tables, "withheld", source)}
    for name, earlier in EARLIER.items():
        for row in (*_rows(tables, name, source), *_rows(tables, earlier, source)):
            found[Key.of(name, row)] = Printed(int(row["low"]), int(row["high"]), Status(row["status"]))
    return found


def _rows(tables: Mapping[str, pd.DataFrame], name: str, source: str) -> list[dict[str, Any]]:
    frame = tables.get(name)
    if frame is None:
        return []
    return [{str(k): v for k, v in row.items()} for row in frame[frame["source"] == source].to_dict("records")]


def history(releases: Mapping[str, Release]) -> dict[str, Step]:
    """Each release against the one before it; the releases by day, oldest first."""
    found: dict[str, Step] = {}
    before: Release | None = None
    for day, figures in releases.items():
        shown = sum(figure is not None for figure in figures.values())
        found[day] = Step(shown, None if before is None else tuple(differences(before, figures)))
        before = figures
    return found


def dates(tables: Mapping[str, pd.DataFrame], shown: str) -> dict[str, str]:
    """Source by day of release, oldest first: of every release whose rows are kept, the one of the day `shown` last."""
    released = dict(zip(tables["sources"]["source"], tables["sources"]["release"], strict=True))
    kept = {str(s) for name in EARLIER.values() if name in tables for s in tables[name]["source"].unique()}
    now = {str(s) for s in tables["observations"]["source"].unique() if released.get(s) == shown}
    return {str(released[source]): source for source in sorted(kept | now, key=lambda s: str(released[s]))}


def replaced(tables: Mapping[str, pd.DataFrame], shown: str, source: str) -> dict[str, pd.DataFrame]:
    """The tables with the rows of the source `shown` in favour of those that an earlier `source` has; rows of every
    other source stay."""
    found = dict(tables)
    for name, earlier in EARLIER.items():
        rest = tables[name][tables[name]["source"] != shown]
        older = tables[earlier][tables[earlier]["source"] == source] if earlier in tables else rest.iloc[:0]
        found[name] = pd.concat([older, rest], ignore_index=True).sort_values(
            list(TABLES[name].key), kind="stable", ignore_index=True
        )
    return found


def release_faults(records: Mapping[str, list[Record]]) -> Iterator[Fault]:
    """What is kept of earlier releases must be older than what is shown, and the revisions between one release and the
    next must be exactly what differs. Of sound records only."""
    released = {r.values["source"]: r.values["release"] for r in records.get("sources", [])}
    shown = max(
        {r.values["source"] for r in records.get("observations", [])}, key=lambda s: released.get(s, ""), default=""
    )
    kept: set[str] = set()
    for name in EARLIER.values():
        for record in records.get(name, []):
            source = record.values["source"]
            if not "" < released.get(source, "") < released.get(shown, ""):
                reason = f"{source!r} is not released before {shown!r}, which is shown"
                yield Fault(TABLES[name].path, record.row, "source", reason)
                return
            kept.add(source)
    for before, after in pairwise([*sorted(kept, key=lambda s: released[s]), shown]):
        yield from _told(records, before, after)


def _told(records: Mapping[str, list[Record]], before: str, after: str) -> Iterator[Fault]:
    """Where the revisions between two releases are not what their rows give."""
    path = TABLES["revisions"].path
    due = {each.key: each for each in differences(*(_kept(records, source) for source in (before, after)))}
    for record in records.get("revisions", []):
        row = record.values
        if (row["release_from"], row["release_to"]) != (before, after):
            continue
        key = Key.of(row["table"], row)
        told = Revised(key, Printed.of(row, "_from"), Printed.of(row, "_to"), Change(row["kind"]))
        if told != due.pop(key, None):
            yield Fault(path, record.row, None, f"is not what differs between the rows of {before} and {after}")
    for key in due:
        name = " ".join(str(part) for part in key if part)
        yield Fault(path, None, None, f"lacks {name}, which differs between {before} and {after}")


def _kept(records: Mapping[str, list[Record]], source: str) -> Release:
    withheld: dict[Key, Printed | None] = {
        Key.of(record.values["table"], record.values): None
        for record in records.get("withheld", [])
        if record.values["source"] == source
    }
    return withheld | {
        Key.of(name, record.values): figure
        for name, earlier in EARLIER.items()
        for record in (*records.get(name, []), *records.get(earlier, []))
        if record.values["source"] == source and (figure := Printed.of(record.values))
    }
