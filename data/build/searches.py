"""The searches for published figures on cooperation: every raw row, and what was decided about it.

The searches read prose, so no rule can sort them: `curation/cooperation.csv` decides row by row. A row without a
decision stops the build. Two searches are raw files; what was read since is a sheet of its own beside the decisions,
in which every row has the sentence, its address and the day on which it was read. Sentences stay in these files; only
figures, dates and addresses pass.
"""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from data.build import CURATION
from data.build.publishers import named, read_publishers
from data.build.sheet import Line, by_key, read
from data.build.stop import BuildStopped
from data.build.witness import Witness
from data.cooperation_vocabulary import Evidence
from data.schema import SEPARATOR
from data.schema.cooperation import TRANSLATED
from data.vocabulary import Outcome

FILES = ("statements_1.csv", "statements_2.csv", "instruments_1.csv", "instruments_2.csv")
READ_SINCE = "statements_3.csv"
DECISIONS = "cooperation.csv"
SOURCES = "cooperation_sources.csv"
_TITLES = ("title", "title_language", *(f"title_{language}" for language in TRANSLATED))
_SOURCE_COLUMNS = ("source", *_TITLES, "publisher", "year", "url", "evidence", "inferred")
_READING = ("country_iso3", "partner_iso3_or_label", "source_url", "quote", "read_on")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DESCRIPTIONS = ("description_en", "description_es", "description_pt")


class Rule(StrEnum):
    """Why a raw row of the searches ended where it did."""

    REQUEST_FIGURE = "request_figure"
    EVENT_PARTICIPANT = "event_participant"
    EVENT_RESULT = "event_result"
    TREATY_ACT = "treaty_act"
    NATIONAL_STATEMENT = "national_statement"
    MIRRORED_ROW = "mirrored_row"
    SAME_FIGURE = "same_figure"
    SAME_EVENT = "same_event"
    SAME_ACT = "same_act"
    SAME_ABSENCE = "same_absence"
    CONFIRMS_KNOWN_ACT = "confirms_known_act"
    NO_AUTHORITY_SAYS_IT = "no_authority_says_it"
    ONE_OPERATION_AT_HOME = "one_operation_at_home"
    ROUTE_NOT_COOPERATION = "route_not_cooperation"
    NATIONALS_ABROAD_NOT_COOPERATION = "nationals_abroad_not_cooperation"
    AGREEMENT_OF_ANOTHER_KIND = "agreement_of_another_kind"
    CAPACITY_NOT_COOPERATION = "capacity_not_cooperation"
    REGIONAL_TOTAL = "regional_total"
    TALLY_NOT_ONE_EVENT = "tally_not_one_event"
    NOT_A_COUNTRY = "not_a_country"
    OVERTAKEN_BY_LATER_ACT = "overtaken_by_later_act"

    @property
    def outcome(self) -> Outcome:
        """The only outcome this rule may have."""
        if self in _KEEPING:
            return Outcome.KEPT
        return Outcome.MERGED if self in _MERGING else Outcome.DROPPED


_KEEPING = frozenset(
    {
        Rule.REQUEST_FIGURE,
        Rule.EVENT_PARTICIPANT,
        Rule.EVENT_RESULT,
        Rule.TREATY_ACT,
        Rule.NATIONAL_STATEMENT,
    }
)
_MERGING = frozenset(
    {
        Rule.MIRRORED_ROW,
        Rule.SAME_FIGURE,
        Rule.SAME_EVENT,
        Rule.SAME_ACT,
        Rule.SAME_ABSENCE,
        Rule.CONFIRMS_KNOWN_ACT,
    }
)


class Source(NamedTuple):
    """Where a fact was read. `inferred` names the source columns that are ours, such as a title not printed. `told` has
    title and publisher as the tables name them, in every language: a title that nobody has put into another stays."""

    title: str
    publisher: str
    year: str
    url: str
    evidence: Evidence
    inferred: tuple[str, ...]
    told: tuple[tuple[str, str], ...] = ()

    def columns(self) -> dict[str, str]:
        """The columns that a table repeats for each fact."""
        return {
            "evidence": self.evidence,
            "source_title": self.title,
            "source_publisher": self.publisher,
            "source_year": self.year,
            "source_url": self.url,
            **dict(self.told),
        }


class Decision(NamedTuple):
    """What became of one raw row; `targets` are the records that it stands behind."""

    rule: Rule
    targets: tuple[str, ...]
    line: Line


@dataclass(frozen=True)
class Searches:
    """Raw rows by (file, row), the decision about each, and the sources behind the kept ones."""

    rows: dict[tuple[str, int], Line]
    decisions: dict[tuple[str, int], Decision]
    sources: dict[str, Source]

    def witness(self, *targets: str) -> Witness:
        """The raw rows behind these records, kept or merged, each once, in the order of the files."""
        chosen = set(targets)
        return Witness([self.rows[key] for key, decision in self.decisions.items() if chosen & set(decision.targets)])

    def kept_for(self, curated: Line, column: str, target: str) -> Witness:
        """The raw rows behind the record that a curated line names in `column`; BuildStopped when none was kept."""
        if not any(target in d.targets and d.rule.outcome is Outcome.KEPT for d in self.decisions.values()):
            raise curated.stop(column, f"no raw row was kept for {target}")
        return self.witness(target)

    def source(self, line: Line) -> Source:
        """The source that a curated line names; BuildStopped when it is not in the list of sources."""
        if line["source"] not in self.sources:
            raise line.stop("source", f"{line['source']!r} is not in {SOURCES}")
        return self.sources[line["source"]]

    def check_targets(self, records: set[str]) -> None:
        """Refuse a raw row that is said to stand behind a record that does not exist."""
        for decision in self.decisions.values():
            for target in decision.targets:
                if target not in records:
                    raise decision.line.stop("target", f"no record is called {target!r}")

    def ledger(self) -> pd.DataFrame:
        """Raw rows by source file, outcome and rule: columns source, outcome, rule, rows."""
        count = Counter((key[0], d.rule.outcome, d.rule) for key, d in self.decisions.items())
        lines = [(file, str(outcome), str(rule), n) for (file, outcome, rule), n in sorted(count.items())]
        return pd.DataFrame(lines, columns=["source", "outcome", "rule", "rows"])


def read_searches(raw: Path, curation: Path = CURATION) -> Searches:
    """Read the raw rows of all searches and the decision about each.

    Raises:
        BuildStopped: naming file and row, when a row of our own sheet has no sentence, address or day of reading, when
            a raw row has no decision or two, when a decision is about no raw row,
            when decision and rule do not belong together, when a reason is missing, or when a kept or merged row
            has no target (or a dropped one has).
    """
    lines = [line for name in FILES for line in read(raw, name, ("country_iso3",))] + _read_since(curation)
    rows = {(line.file, line.row): line for line in lines}
    found: dict[tuple[str, int], Decision] = {}
    for line in read(curation, DECISIONS, ("file", "row", "decision", "rule", "target", "reason")):
        key = (line["file"], int(line["row"]) if line["row"].isdecimal() else 0)
        if key not in rows:
            raise line.stop("row", f"there is no row {line['row']} in {line['file']}")
        if key in found:
            raise line.stop("row", f"{line['file']} row {line['row']} is decided twice")
        found[key] = _decision(line)
    for file, row in rows:
        if (file, row) not in found:
            raise BuildStopped(file, row, None, f"no decision in {DECISIONS}")
    return Searches(rows, {key: found[key] for key in rows}, _sources(curation))


def _read_since(curation: Path) -> list[Line]:
    lines = read(curation, READ_SINCE, _READING)
    for line in lines:
        if not line["quote"]:
            raise line.stop("quote", "is empty")
        if not _DAY.fullmatch(line["read_on"]):
            raise line.stop("read_on", "is not a day")
        _check_address(line, "source_url")
    return lines


def _check_address(line: Line, column: str) -> None:
    if not line[column].startswith(("https://", "http://")):
        raise line.stop(column, "is not a web address")


def _decision(line: Line) -> Decision:
    rule, targets = line.word("rule", Rule), line.parts("target")
    if line.word("decision", Outcome) is not rule.outcome:
        raise line.stop("decision", f"rule {rule} is {rule.outcome}, not {line['decision']}")
    if (rule.outcome is Outcome.DROPPED) is bool(targets):
        raise line.stop("target", "a dropped row has no target, a kept or merged one has")
    if not line["reason"]:
        raise line.stop("reason", "is empty")
    return Decision(rule, targets, line)


def _sources(curation: Path) -> dict[str, Source]:
    lines, publishers = by_key(read(curation, SOURCES, _SOURCE_COLUMNS), "source"), read_publishers(curation)
    found: dict[str, Source] = {}
    for name, line in lines.items():
        if line["url"]:
            _check_address(line, "url")
        if bool(line["title"]) is not bool(line["title_language"]):
            raise line.stop("title_language", "is told where, and only where, there is a title")
        told = {f"title_{language}": line[f"title_{language}"] or line["title"] for language in TRANSLATED}
        told |= {"title_language": line["title_language"], **named(publishers, line["publisher"], line)}
        found[name] = Source(
            line["title"],
            line["publisher"],
            line["year"],
            line["url"],
            line.word("evidence", Evidence),
            line.parts("inferred"),
            tuple((f"source_{column}", text) for column, text in told.items()),
        )
    return found


def inferred(*parts: tuple[str, ...]) -> str:
    """The columns that are not printed in the source, sorted and joined."""
    return SEPARATOR.join(sorted({name for part in parts for name in part}))
