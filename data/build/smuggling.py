"""Offences of smuggling of migrants -> observations.csv, beside the counts of trafficking and never added to them.

Source: UNODC, United Nations Surveys on Crime Trends (CTS), release of 16/05/2024. Its rates are not kept: ours divide
by the same residents for both crimes.
"""

from pathlib import Path

import pandas as pd

from data import schema
from data.build import ledger
from data.build.ledger import Ledger, Rule
from data.build.merge import Cell
from data.build.series import oddities
from data.build.sheet import Line, read
from data.interval import Interval
from data.model import Key, ObservationKey
from data.vocabulary import FLAG_SEPARATOR, Country, Crime, Flag, Indicator, Outcome, Status

SOURCE = "cts_2024_05_16"
FILE = Path("smuggling_offences", "cts_trafico_migrantes_22paises_2024-05-16.csv")
FIXED = {
    "Indicator": "Offences",
    "Dimension": "by type of offence",
    "Category": "Smuggling of migrants",
    "Sex": "Total",
    "Age": "Total",
}
UNIT = "Unit of measurement"
COUNTS, RATES = "Counts", "Rate per 100,000 population"
COLUMNS = ("Iso3_code", *FIXED, "Year", UNIT, "VALUE")
TABLE = schema.TABLES["observations"]


def build(raw: Path, out: Path) -> None:
    """Add the offences to the observations that are there and their rows to the ledger; BuildStopped for a row of
    another shape."""
    lines = [line for line in read(raw / FILE.parent, FILE.name, COLUMNS) if line["Iso3_code"] in set(Country)]
    accounts = Ledger()
    cells: dict[Key, Cell] = {}
    for line in lines:
        _check(line)
        if line[UNIT] == RATES:
            accounts.enter([line.row], Outcome.DROPPED, Rule.RATE_BESIDE_ITS_COUNT)
            continue
        key = ObservationKey(
            line["Iso3_code"], _whole(line, "Year"), Crime.SMUGGLING_OF_MIGRANTS, Indicator.OFFENCES_RECORDED
        )
        if key in cells:
            raise line.stop("Year", "same country and year as an earlier row")
        offences = _whole(line, "VALUE")
        cells[key] = Cell(Interval(offences, offences), (line.row,))
        accounts.enter([line.row], Outcome.KEPT, Rule.ONLY_ROW_OF_CELL)
    flags: dict[Key, set[Flag]] = {}
    for odd, flag in oddities(cells):
        flags.setdefault(odd, set()).add(flag)
    added = pd.DataFrame([_row(key, cell, flags.get(key, set())) for key, cell in cells.items()], columns=TABLE.columns)
    whole = {field.name: "Int64" for field in TABLE.fields if field.type == "integer"}
    path = out / TABLE.path
    schema.write(path, pd.concat([schema.read(path, TABLE), added.astype(whole)], ignore_index=True), TABLE)
    ledger.add(out, SOURCE, accounts.close(line.row for line in lines))


def _check(line: Line) -> None:
    for column, expected in FIXED.items():
        if line[column] != expected:
            raise line.stop(column, f"{line[column]!r} is unknown, expected {expected!r}")
    if line[UNIT] not in (COUNTS, RATES):
        raise line.stop(UNIT, f"{line[UNIT]!r} is unknown")


def _whole(line: Line, column: str) -> int:
    """A whole number, which the file prints as `13.0`."""
    text = line[column].removesuffix(".0")
    if not (text.isascii() and text.isdecimal()):
        raise line.stop(column, f"{line[column]!r} is not a whole number")
    return int(text)


def _row(key: Key, cell: Cell, flags: set[Flag]) -> dict[str, object]:
    return {
        **key._asdict(),
        "low": int(cell.count.low),
        "high": int(cell.count.high),
        "status": Status.EXACT,
        "flags": FLAG_SEPARATOR.join(sorted(flags)),
        "source": SOURCE,
        "raw_rows": schema.SEPARATOR.join(map(str, cell.rows)),
    }
