"""What the searches found, on cooperation between countries and within one, to five tables and a ledger.

Curated values are entered once by the searches and once by hand in `curation/`; the build refuses a figure, date or
country that none of the raw rows behind a record prints.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from data.build import CURATION
from data.build.events import EVENT_COLUMNS, RESULT_COLUMNS, Events
from data.build.instruments import ACT_COLUMNS, read_acts
from data.build.national import read_lines, statements
from data.build.searches import DESCRIPTIONS, Searches, inferred, read_searches
from data.build.sheet import Line, by_key, read
from data.cooperation_vocabulary import (
    SHARES,
    CrimeScope,
    Direction,
    RequestInstrument,
    RequestKind,
    RequestPartner,
    Unit,
)
from data.period import columns
from data.schema.cooperation import SOURCE_NAMES
from data.schema.national import NATIONAL
from data.vocabulary import Country

FOLDER = "cooperation"
REQUESTS = "cooperation_requests.csv"
REQUEST_COLUMNS = (
    *("statement", "country", "partner", "period_start", "period_end", "year", "span", "direction", "kind"),
    *("instrument", "crime_scope", "unit", "low", "high", "status", "evidence", "inferred", "conflict", *DESCRIPTIONS),
    *SOURCE_NAMES,
)
_BOUNDS = ("low", "high")
_CURATED = (
    *("statement", "country", "partner", "period_start", "period_end", "direction", "kind", "instrument"),
    *("crime_scope", "unit", "value", "inferred", "conflict", "source", *DESCRIPTIONS),
)


def build(raw: Path, curation: Path = CURATION) -> dict[str, pd.DataFrame]:
    """Curated tables from `raw/cooperation`, which holds two searches and the treaty tables in `untc/`, and what was
    read since, in `curation`.

    Returns:
        `requests` (one row a published figure), `cooperation_events` (one row an event and participant),
        `cooperation_results` (one row a figure on what an event yielded), `instruments` (one row an act of a country
        on a treaty), `national_statements` (one row a figure that a country itself says) and `ledger` (raw rows by
        source, outcome and rule), each sorted by its key. Text is never missing, only empty; `low` and `high` are
        numbers, `high` missing where there is no upper bound.

    Raises:
        BuildStopped: with file, row, column and reason, at the first thing that does not hold.
    """
    folder = raw / FOLDER
    searches = read_searches(folder, curation)
    lines = by_key(read(curation, REQUESTS, _CURATED), "statement")
    requests = [_request(searches, line) for _, line in sorted(lines.items())]
    events = Events.read(searches, curation)
    acts = read_acts(folder, searches, curation)
    national = read_lines(curation)
    searches.check_targets(set(lines) | events.names | {act.target for act in acts} | set(national))
    return {
        "requests": _frame(requests, REQUEST_COLUMNS),
        "cooperation_events": _frame(events.participants(), EVENT_COLUMNS),
        "cooperation_results": _frame(events.yielded(), RESULT_COLUMNS),
        "instruments": _frame([act.columns() for act in acts], ACT_COLUMNS),
        "national_statements": _frame(statements(searches, national), NATIONAL.columns),
        "ledger": searches.ledger(),
    }


def _frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    plain = [{c: row[c] if c in _BOUNDS else str(row[c]) for c in columns} for row in rows]
    return pd.DataFrame(plain, columns=list(columns)).astype({c: "float64" for c in columns if c in _BOUNDS})


def _request(searches: Searches, line: Line) -> dict[str, Any]:
    country, unit, source = line.word("country", Country), line.word("unit", Unit), searches.source(line)
    witness = searches.kept_for(line, "statement", line["statement"])
    witness.check_period(line)
    witness.check_countries(line, "country", {country})
    witness.check_countries(line, "partner", _partner_countries(line))
    low, high, status = witness.check_figure(line, is_share=unit in SHARES)
    for column in DESCRIPTIONS:
        if not line[column]:
            raise line.stop(column, "is empty")
    return line.cells | {
        **columns(line["period_start"], line["period_end"]),
        "direction": line.word("direction", Direction),
        "unit": unit,
        "kind": line.word("kind", RequestKind),
        "instrument": line.word("instrument", RequestInstrument),
        "crime_scope": line.word("crime_scope", CrimeScope),
        "low": low,
        "high": high,
        "status": status,
        "inferred": inferred(line.parts("inferred"), source.inferred),
        "raw_rows": witness.rows,
        **source.columns(),
    }


def _partner_countries(line: Line) -> set[str]:
    """The partner is one word of `RequestPartner`, or countries joined by `|` that the figure covers together."""
    if line["partner"] in set(RequestPartner):
        return set()
    countries = set(line.parts("partner"))
    if not countries or not all(len(code) == 3 and code.isascii() and code.isupper() for code in countries):
        raise line.stop("partner", f"{line['partner']!r} is neither countries nor one of {', '.join(RequestPartner)}")
    return countries
