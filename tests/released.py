"""The small data set with an earlier release beside it, and what changed between the two, added up by hand.

Detected victims in April against October (an x where there is none): ARG 2022 140 -> 150, BOL 2020 <5 -> 0, BOL 2023
x -> 50, ESP 2020 210 -> x; everything else is the same. Citizens of Bolivia in ARG 2021: 7 -> <5; of Paraguay 3 -> x.
"""

import shutil
from pathlib import Path

import hand_made
import pandas as pd

from data import schema
from data.package import GEOMETRY, seal
from data.releases import Key, Printed, Revised
from data.vocabulary import Change, Status

APRIL, OCTOBER = "2025-04-14", hand_made.RELEASE
SOURCE, OFFENCES = "glotip_2025_04_14", "cts_2024_05_16"
EXACT, SUPPRESSED = Status.EXACT, Status.SUPPRESSED


def key(country: str, year: int) -> Key:
    """Detected victims, all of them."""
    whole = ("total", "total", "total")
    return Key("observations", country, year, "trafficking", "victims_detected", "", "", *whole)


def flow(partner: str) -> Key:
    return Key("flows", "ARG", 2021, "trafficking", "", "victims_by_citizenship", partner)


REVISED = (
    Revised(flow("BOL"), Printed(7, 7, EXACT), Printed(0, 4, SUPPRESSED), Change.CHANGED),
    Revised(flow("PRY"), Printed(3, 3, EXACT), None, Change.REMOVED),
    Revised(key("ARG", 2022), Printed(140, 140, EXACT), Printed(150, 150, EXACT), Change.CHANGED),
    Revised(key("BOL", 2020), Printed(0, 4, SUPPRESSED), Printed(0, 0, EXACT), Change.DISCLOSED),
    Revised(key("BOL", 2023), None, Printed(50, 50, EXACT), Change.ADDED),
    Revised(key("ESP", 2020), Printed(210, 210, EXACT), None, Change.REMOVED),
)


def tables() -> dict[str, pd.DataFrame]:
    """The tables of tests/hand_made.py with those of the earlier release, and the revisions between them."""
    made = hand_made.tables()
    made["sources"] = _with_others(made["sources"])
    is_smuggling = made["observations"]["crime"] == "smuggling_of_migrants"
    made["observations"].loc[is_smuggling, "source"] = OFFENCES
    made["revisions"] = _frame("revisions", [_revision(each) for each in REVISED])
    for name in ("observations", "flows"):
        made[f"earlier_{name}"] = _earlier(made[name], name)
    return made


def _with_others(sources: pd.DataFrame) -> pd.DataFrame:
    october = sources[sources["source"] == hand_made.SOURCE]
    april, offences = (october.assign(source=s, release=day) for s, day in ((SOURCE, APRIL), (OFFENCES, "2024-05-16")))
    return pd.concat([april, offences, sources], ignore_index=True)


def _revision(each: Revised) -> dict[str, object]:
    figures = {"from": each.before, "to": each.after}
    return {
        **each.key._asdict(),
        "release_from": SOURCE,
        "release_to": hand_made.SOURCE,
        **{f"low_{end}": printed and printed.low for end, printed in figures.items()},
        **{f"high_{end}": printed and printed.high for end, printed in figures.items()},
        **{f"status_{end}": printed.status if printed else "" for end, printed in figures.items()},
        "kind": each.kind,
    }


def _earlier(now: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows of a table as April had them."""
    same = now["source"] == hand_made.SOURCE  # the other crime has a source of its own
    rows = {Key.of(name, row): row for row in now[same].assign(source=SOURCE, flags="").to_dict("records")}
    for each in REVISED:
        if each.key.table == name:
            old = rows.pop(each.key, {})
            if each.before:
                printed = {"low": each.before.low, "high": each.before.high, "status": str(each.before.status)}
                about = {field: value for field, value in each.key._asdict().items() if field != "table"}
                rows[each.key] = {"flags": "", "source": SOURCE, "raw_rows": "9"} | old | about | printed
    return _frame(f"earlier_{name}", list(rows.values()))


def _frame(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    table = schema.TABLES[name]
    whole = {field.name: "Int64" if field.type == "integer" else "str" for field in table.fields}
    return pd.DataFrame(rows, columns=table.columns).astype(whole)


def write(folder: Path) -> Path:
    """The data set as a sealed folder, as `ATALAYA_DATA` may name one."""
    folder.mkdir(exist_ok=True)
    for name, frame in tables().items():
        schema.write(folder / f"{name}.csv", frame, schema.TABLES[name])
    for name in GEOMETRY:
        shutil.copy(hand_made.CURATED / name, folder / name)
    seal(folder)
    return folder
