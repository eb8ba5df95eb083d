"""Joint operations, joint teams, agreements and cases: who took part, and what they yielded.

An event is one event however many rows tell it. Its participants are those that a raw row names; whether others may
have taken part is told by `list_status`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.build.searches import DESCRIPTIONS, Searches, inferred
from data.build.sheet import Line, by_key, read
from data.build.witness import Witness
from data.cooperation_vocabulary import (
    UNKNOWN_PARTICIPANTS,
    WHOLE_EVENT,
    CrimeScope,
    EventKind,
    ListStatus,
    ResultMeasure,
    Role,
)
from data.period import columns
from data.schema.cooperation import SOURCE_NAMES
from data.vocabulary import Country

EVENTS = "cooperation_events.csv"
PARTICIPANTS = "cooperation_participants.csv"
RESULTS = "cooperation_results.csv"
_EVENT = ("event", "kind", "name", "period_start", "period_end", "crime_scope", "list_status", "other_partners")
_RESULT = ("result", "event", "country", "measure", "value", "inferred", "conflict", "source")

EVENT_COLUMNS = (
    *("event", "country", "role", "kind", "name", "period_start", "period_end", "year", "span"),
    *("crime_scope", "list_status", "other_partners", "evidence", "inferred", *DESCRIPTIONS, *SOURCE_NAMES),
)
RESULT_COLUMNS = (
    *(
        "result",
        "event",
        "country",
        "measure",
        "low",
        "high",
        "status",
        "evidence",
        "inferred",
        "conflict",
        *SOURCE_NAMES,
    ),
)


@dataclass(frozen=True)
class Events:
    """Curated events, participants and results with the raw rows behind them."""

    searches: Searches
    events: dict[str, Line]
    parts: dict[tuple[str, str], Line]
    results: dict[str, Line]

    @classmethod
    def read(cls, searches: Searches, curation: Path) -> "Events":
        """Read the three curated files.

        Raises:
            BuildStopped: when a key stands twice, or a participant or result belongs to no event.
        """
        events = by_key(read(curation, EVENTS, (*_EVENT, "inferred", *DESCRIPTIONS)), "event")
        results = by_key(read(curation, RESULTS, _RESULT), "result")
        parts: dict[tuple[str, str], Line] = {}
        for line in read(curation, PARTICIPANTS, ("event", "country", "role", "source", "inferred")):
            if parts.setdefault((line["event"], line["country"]), line) is not line:
                raise line.stop("country", f"{line['country']} stands twice in {line['event']}")
        for line in (*parts.values(), *results.values()):
            if line["event"] not in events:
                raise line.stop("event", f"no event is called {line['event']!r}")
        return cls(searches, events, parts, results)

    @property
    def names(self) -> set[str]:
        """What a decision may name as its target: events and results."""
        return set(self.events) | set(self.results)

    def participants(self) -> list[dict[str, Any]]:
        """One row an event and participant, sorted; an event whose participants are all unknown has one row
        with country `unknown`.

        Raises:
            BuildStopped: when an event has no participant or no raw row, or a participant is named in no raw row.
        """
        rows: list[dict[str, Any]] = []
        for event, line in sorted(self.events.items()):
            witness = self._witness(event)
            if not witness.lines:
                raise line.stop("event", "no raw row stands behind it")
            witness.check_period(line)
            parts = sorted((country, part) for (name, country), part in self.parts.items() if name == event)
            if not parts:
                raise line.stop("event", f"has no participant in {PARTICIPANTS}")
            rows.extend(self._participant(line, part, witness) for _, part in parts)
        return rows

    def yielded(self) -> list[dict[str, Any]]:
        """One row a published figure on what an event yielded, sorted by its name."""
        return [self._result(line) for _, line in sorted(self.results.items())]

    def _witness(self, event: str) -> Witness:
        return self.searches.witness(event, *(name for name, line in self.results.items() if line["event"] == event))

    def _participant(self, event: Line, part: Line, witness: Witness) -> dict[str, Any]:
        status = event.word("list_status", ListStatus)
        unknown = part["country"] == UNKNOWN_PARTICIPANTS
        if unknown is not (status is ListStatus.NOT_READ):
            raise part.stop("country", f"participants are unknown where, and only where, the list is {status}")
        if not unknown:
            country = part.word("country", Country)
            witness.check_countries(part, "country", {country})
            witness = witness.naming(country)
        source = self.searches.source(part)
        return event.cells | {
            **columns(event["period_start"], event["period_end"]),
            "country": part["country"],
            "role": "" if unknown else part.word("role", Role),
            "kind": event.word("kind", EventKind),
            "crime_scope": event.word("crime_scope", CrimeScope),
            "list_status": status,
            "inferred": inferred(event.parts("inferred"), part.parts("inferred"), source.inferred),
            "raw_rows": witness.rows,
            **source.columns(),
        }

    def _result(self, line: Line) -> dict[str, Any]:
        witness, source = self.searches.kept_for(line, "result", line["result"]), self.searches.source(line)
        if line["country"] != WHOLE_EVENT:
            witness.check_countries(line, "country", {line.word("country", Country)})
        low, high, status = witness.check_figure(line)
        return line.cells | {
            "measure": line.word("measure", ResultMeasure),
            "low": low,
            "high": high,
            "status": status,
            "inferred": inferred(line.parts("inferred"), source.inferred),
            "raw_rows": witness.rows,
            **source.columns(),
        }
