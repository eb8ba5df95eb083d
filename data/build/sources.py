"""The reviewed facts about each source, with the checksum of the raw file that was read -> sources.csv."""

import hashlib
from pathlib import Path

import pandas as pd

from data import schema
from data.build import CURATION
from data.build.stop import BuildStopped


def build(raw: Path, out: Path) -> None:
    """Write sources.csv; BuildStopped for a source whose raw file is not there."""
    rows = []
    for number, row in enumerate(schema.records(CURATION / "sources.csv"), start=2):
        file = raw / row["file"]
        if not file.is_file():
            raise BuildStopped("sources.csv", number, "file", f"{row['file']} is not in the folder of raw files")
        rows.append({**row, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()})
    table = schema.TABLES["sources"]
    schema.write(out / table.path, pd.DataFrame(rows), table)
