"""A registry made by hand: three countries, small enough to be added up, with every way in which a row is published.

Requests on trafficking (answered / pending / refused, median days), threshold 5:

    ARG -> BOL 2020 legal assistance   ARG: 20 (9/5/6, 40 days)   BOL: 17 (9/2/6, 44)     cannot be equal
    ARG -> BOL 2021 legal assistance   ARG: 14 (9/4/1, 50)        BOL: 14 (9/4/1, 52)     equal
    ARG -> BOL 2021 extradition        ARG: 3 (3/0/0, 12)         BOL: -
    BOL -> ARG 2021 extradition        BOL: 12 (12/0/0, 90)       ARG: -
    ESP -> USA 2021 legal assistance   ESP: 0                     (not one of the 22)

and one row on smuggling, which is never added to them: ARG -> BOL 2021 legal assistance, ARG: 30 (10/10/10, 70).
"""

from pathlib import Path

import hand_made
import pandas as pd

from data.schema import TABLES

TABLE = TABLES["registry"]
MLA, EXTRADITION = "mutual_legal_assistance", "extradition"
ROWS = [
    ("ARG", "BOL", 2020, "sent", MLA, "trafficking", 20, 9, 5, 6, 40),
    ("BOL", "ARG", 2020, "received", MLA, "trafficking", 17, 9, 2, 6, 44),
    ("ARG", "BOL", 2021, "sent", MLA, "trafficking", 14, 9, 4, 1, 50),
    ("BOL", "ARG", 2021, "received", MLA, "trafficking", 14, 9, 4, 1, 52),
    ("ARG", "BOL", 2021, "sent", EXTRADITION, "trafficking", 3, 3, 0, 0, 12),
    ("BOL", "ARG", 2021, "sent", EXTRADITION, "trafficking", 12, 12, 0, 0, 90),
    ("ESP", "USA", 2021, "sent", MLA, "trafficking", 0, 0, 0, 0, ""),
    ("ARG", "BOL", 2021, "sent", MLA, "smuggling_of_migrants", 30, 10, 10, 10, 70),
]
HEADER = ",".join(TABLE.columns)


def text(rows: list[tuple[object, ...]] | None = None, synthetic: str = "false") -> str:
    """The rows as a delivered file."""
    lines = [",".join(map(str, (*row, synthetic))) for row in (ROWS if rows is None else rows)]
    return "\n".join([HEADER, *lines]) + "\n"


def frame() -> pd.DataFrame:
    """The rows as the reader gives them."""
    rows = [(*row[:10], row[10] or None, "false") for row in ROWS]
    return pd.DataFrame(rows, columns=TABLE.columns)


def write(folder: Path) -> Path:
    """The small data set of `hand_made`, with this registry delivered beside it."""
    hand_made.write(folder)
    (folder / TABLE.path).write_text(text(), encoding="utf-8")
    return folder
