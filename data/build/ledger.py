"""The account of raw rows: each has one outcome by one named rule, and none is forgotten."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

import pandas as pd

from data import schema
from data.vocabulary import Outcome

TABLE = schema.TABLES["ledger"]


class Rule(StrEnum):
    """The rules that decide what becomes of a raw row; a row that is quarantined or withheld goes by its
    `Reason` or `Doubt` instead."""

    ONLY_ROW_OF_CELL = "only_row_of_cell"
    PARTS_ADDED = "parts_added"
    RESIDUE_PRINTED_TWICE = "residue_printed_twice"
    LABEL_NAMES_NO_PARTNER = "label_names_no_partner"
    REST_OF_QUARANTINED_CELL = "rest_of_quarantined_cell"
    WHOLE_COUNTRY_REPEATED = "whole_country_repeated"
    RATE_BESIDE_ITS_COUNT = "rate_beside_its_count"
    CONTEXT_FIGURE = "context_figure"
    ALREADY_IN_REQUESTS = "already_in_requests"
    NO_SCORE_THAT_YEAR = "no_score_that_year"
    PLACES_ADDED = "places_added"
    OUTSIDE_THE_AREAS = "outside_the_areas"


class Ledger:
    """Outcome and rule by raw row."""

    def __init__(self) -> None:
        self._entries: dict[int, tuple[Outcome, str]] = {}

    def enter(self, rows: Iterable[int], outcome: Outcome, rule: str) -> None:
        """Give rows their outcome; ValueError for a row that already has one."""
        for row in rows:
            if row in self._entries:
                raise ValueError(f"row {row} already has the outcome {self._entries[row]}")
            self._entries[row] = (outcome, str(rule))

    def amend(self, rows: Iterable[int], outcome: Outcome, rule: str) -> None:
        """Give rows that have an outcome another one; KeyError for a row without."""
        for row in rows:
            if row not in self._entries:
                raise KeyError(row)
            self._entries[row] = (outcome, str(rule))

    def close(self, rows: Iterable[int]) -> Counter[tuple[Outcome, str]]:
        """Number of rows by outcome and rule; ValueError unless exactly the given rows have been entered."""
        astray = set(rows).symmetric_difference(self._entries)
        if astray:
            raise ValueError(f"rows without outcome, or unknown: {sorted(astray)}")
        return Counter(self._entries.values())


def add(out: Path, source: str, accounts: Mapping[tuple[Outcome, str], int]) -> None:
    """Write what became of a source's rows into the ledger of the folder, begun by others or not."""
    path = out / TABLE.path
    rows = [
        {"source": source, "outcome": str(outcome), "rule": rule, "rows": n} for (outcome, rule), n in accounts.items()
    ]
    added = pd.DataFrame(rows, columns=TABLE.columns).astype({"rows": "Int64"})
    begun = [schema.read(path, TABLE)] if path.exists() else []
    schema.write(path, pd.concat([*begun, added], ignore_index=True), TABLE)
