"""The record of both searches -> its five tables, and its raw rows into the ledger of the folder."""

from pathlib import Path

import pandas as pd

from data import schema
from data.build import cooperation
from data.schema.cooperation import COOPERATION
from data.schema.national import NATIONAL

LEDGER = schema.TABLES["ledger"]


def build(raw: Path, out: Path) -> None:
    """Write requests, events, results, instruments and national statements into `out` and add their accounts to the
    ledger that the counts have begun; BuildStopped for a raw row without a decision."""
    made = cooperation.build(raw)
    for table in (*COOPERATION, NATIONAL):
        schema.write(out / table.path, made[table.name], table)
    accounts = made["ledger"].assign(source=lambda frame: "search_" + frame["source"].str.removesuffix(".csv"))
    begun = schema.read(out / LEDGER.path, LEDGER)
    schema.write(out / LEDGER.path, pd.concat([begun, accounts], ignore_index=True), LEDGER)
