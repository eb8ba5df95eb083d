"""The record of cooperation -> its four tables, and its raw rows into the ledger of the folder."""

from pathlib import Path

import pandas as pd

from data import schema
from data.build import cooperation
from data.schema.cooperation import COOPERATION

LEDGER = schema.TABLES["ledger"]


def build(raw: Path, out: Path) -> None:
    """Write requests, events, results and instruments into `out` and add their accounts to the ledger that the
    counts have begun; BuildStopped for a raw row without a decision."""
    made = cooperation.build(raw)
    for table in COOPERATION:
        schema.write(out / table.path, made[table.name], table)
    accounts = made["ledger"].assign(source=lambda frame: "search_" + frame["source"].str.removesuffix(".csv"))
    begun = schema.read(out / LEDGER.path, LEDGER)
    schema.write(out / LEDGER.path, pd.concat([begun, accounts], ignore_index=True), LEDGER)
