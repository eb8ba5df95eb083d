"""The reviewed facts about each source, with the checksum of the file that was read -> sources.csv. The file is raw, or
our own sheet of what was read since, beside the decisions."""

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
        file = next((each for home in (raw, CURATION) if (each := home / row["file"]).is_file()), None)
        if file is None:
            raise BuildStopped("sources.csv", number, "file", f"{row['file']} is in no folder of raw or reviewed files")
        rows.append({**row, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()})
    table = schema.TABLES["sources"]
    schema.write(out / table.path, pd.DataFrame(rows), table)
