"""A row of context.csv while it is made, and the account of the raw rows that it comes from."""

from collections.abc import Iterable
from typing import Any

from data.build.ledger import Ledger, Rule
from data.context_vocabulary import SCALES, ContextMeasure
from data.schema import SEPARATOR, TABLES
from data.vocabulary import Outcome

Row = dict[str, Any]
TABLE = TABLES["context"]


class Account:
    """The ledger of one source, with the rows that it must account for."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.rows: list[int] = []
        self._ledger = Ledger()

    def enter(self, rows: Iterable[int], outcome: Outcome, rule: Rule) -> None:
        """Give raw rows their outcome; ValueError for a row that already has one."""
        given = list(rows)
        self.rows += given
        self._ledger.enter(given, outcome, rule)

    def close(self) -> dict[tuple[Outcome, str], int]:
        """Number of rows by outcome and rule."""
        return dict(self._ledger.close(self.rows))


def row(country: str, year: int, measure: ContextMeasure, source: str, raw_rows: Iterable[int]) -> Row:
    """A row without a figure yet: the scale of its measure, and nothing else that is not known."""
    scale = SCALES[measure]
    return dict.fromkeys(TABLE.columns, "") | {
        "country": country,
        "year": year,
        "measure": measure,
        "low": None,
        "high": None,
        "unit": scale.unit,
        "scale_min": scale.minimum,
        "scale_max": scale.maximum,
        "source": source,
        "raw_rows": SEPARATOR.join(map(str, sorted(raw_rows))),
    }
