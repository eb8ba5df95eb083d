"""The one door: raw rows of a delivered file go in, published rows come out, and nothing keeps what was delivered."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from data import schema
from data.interval import Interval
from data.records import Record
from data.registry.check import SETTINGS, threshold
from data.registry.reading import read
from data.registry.suppression import Outcomes, published
from data.registry_vocabulary import Tally
from data.schema import SHOWN, TABLES
from data.vocabulary import Status

DELIVERED, TABLE = TABLES["registry"], SHOWN["registry"]


class Delivery(NamedTuple):
    """The published table (`schema.SHOWN["registry"]`) and the threshold that it was made with."""

    frame: pd.DataFrame
    threshold: int

    @property
    def digest(self) -> str:
        """Eight digits that follow from what is published. What was delivered has no checksum that anybody sees: a few
        hidden counts could be tried out against it."""
        rows = self.frame.to_csv(index=False, lineterminator="\n")
        text = f"{self.threshold}\n{rows}"
        return hashlib.sha256(text.encode()).hexdigest()[:8]


def receive(folder: Path) -> Delivery | None:
    """Publish the registry of a checked folder; None where none was delivered."""
    if not (folder / DELIVERED.path).exists():
        return None
    settings = folder / SETTINGS
    chosen = threshold(settings.read_bytes() if settings.exists() else None)
    raw = frame(read(DELIVERED, (folder / DELIVERED.path).read_bytes(), DELIVERED.path).records)
    return Delivery(publish(raw, chosen), chosen)


def frame(records: Sequence[Record]) -> pd.DataFrame:
    """Sound rows with the types of the delivered table."""
    types = {field.name: schema.NUMERIC.get(field.type, "str") for field in DELIVERED.fields}
    made = pd.DataFrame([record.values for record in records], columns=DELIVERED.columns)
    numbers = [name for name, kind in types.items() if kind != "str"]
    made[numbers] = made[numbers].replace("", None)
    return made.astype(types)


def publish(raw: pd.DataFrame, threshold: int) -> pd.DataFrame:
    """Four rows, one a tally, for each delivered row: bounds, status, and the median of days where enough were
    answered for certain. Sorted by key, so that the order of delivery tells nothing."""
    rows: list[dict[str, Any]] = []
    delivered: Iterator[Any] = raw.itertuples(index=False)
    for row in delivered:
        counts = published(Outcomes(int(row.answered), int(row.pending), int(row.refused)), threshold)
        key = {name: getattr(row, name) for name in DELIVERED.key}
        for tally, bounds in counts.items():
            days = row.median_days if tally is Tally.ANSWERED and bounds.low >= threshold else pd.NA
            rows.append(
                key
                | {"tally": str(tally), "low": int(bounds.low), "high": int(bounds.high)}
                | {"status": str(status(bounds, threshold)), "median_days": days, "synthetic": row.synthetic}
            )
    types = {field.name: schema.NUMERIC.get(field.type, "str") for field in TABLE.fields}
    frame = pd.DataFrame(rows, columns=TABLE.columns).astype(types)
    order = {tally: place for place, tally in enumerate(Tally)}
    return frame.sort_values(list(TABLE.key), key=lambda c: c.map(order) if c.name == "tally" else c, ignore_index=True)


def status(bounds: Interval, threshold: int) -> Status:
    """Exact, hidden by the threshold alone, or wider so that another is not given back."""
    if bounds.is_exact:
        return Status.EXACT
    return Status.SUPPRESSED if bounds == (0, threshold - 1) else Status.RANGE
