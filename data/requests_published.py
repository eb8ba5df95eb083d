"""The published rows of the registry, one for each country, partner, year and kind of request."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from data.cooperation_vocabulary import Direction
from data.interval import Interval
from data.registry_vocabulary import Procedure, Tally
from data.rows import rows
from data.vocabulary import Country, Crime


@dataclass(frozen=True, slots=True)
class Entry:
    """One published row: what `country` registered with `partner` in one year. `median_days` is None where withheld or
    unknown."""

    country: Country
    partner: str
    year: int
    direction: Direction
    instrument: Procedure
    crime: Crime
    counts: Mapping[Tally, Interval]
    median_days: float | None


def entries(frame: pd.DataFrame) -> Iterator[Entry]:
    """The rows of the published table (four a row, in the order of `Tally`), put together again."""
    listed = list(rows(frame))
    for start in range(0, len(listed), len(Tally)):
        four = listed[start : start + len(Tally)]
        counts = {Tally(row.tally): Interval(int(row.low), int(row.high)) for row in four}
        days = [float(row.median_days) for row in four if pd.notna(row.median_days)]
        head = four[0]
        yield Entry(
            Country(head.country), head.partner, int(head.year), Direction(head.direction), Procedure(head.instrument),
            Crime(head.crime), counts, days[0] if days else None,
        )  # fmt: skip
