"""Every source of context -> context.csv, and its raw rows into the ledger of the folder."""

from pathlib import Path

import pandas as pd

from data import schema
from data.build import ledger
from data.build.account import TABLE, Row
from data.build.indices import INDICES, curate
from data.build.movement import deaths, encounters, record


def build(raw: Path, out: Path) -> None:
    """Write context.csv into `out`; BuildStopped for a raw row that the rules do not know."""
    made: list[Row] = []
    for rows, account in (
        *(curate(index, raw) for index in INDICES),
        encounters(raw),
        deaths(raw),
        record(raw),
    ):
        made += rows
        ledger.add(out, account.source, account.close())
    frame = pd.DataFrame(made, columns=TABLE.columns)
    types = {field.name: schema.NUMERIC[field.type] for field in TABLE.fields if field.type in schema.NUMERIC}
    schema.write(out / TABLE.path, frame.astype(types), TABLE)
