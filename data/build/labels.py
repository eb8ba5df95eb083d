"""What the free-text labels of citizenship and of countries of return mean, as reviewed by hand.

`curation/labels.csv` gives one meaning to each wording. `curation/corrections.csv` gives another meaning to a label of
one country, year and measure of one release, where the release contradicts its own earlier print. Nothing is guessed:
a label that stands in neither file has no meaning.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from data.build.workbook import RawRow
from data.schema import records

DROP = "drop"  # the row is a total, an instruction or a slip, not a partner


class Reading(NamedTuple):
    """A partner (ISO 3166-1 alpha-3, a word of `Partner`, or DROP), and whether the label was corrected."""

    meaning: str
    is_corrected: bool


@dataclass(frozen=True)
class Labels:
    """The reviewed readings: `meanings` by wording; `corrections` by source, country, year, measure and wording."""

    meanings: Mapping[str, str]
    corrections: Mapping[tuple[str, str, str, str, str], str]

    def read(self, source: str, row: RawRow, measure: str) -> Reading | None:
        """What the row's label means; None for a label that nobody has reviewed."""
        correction = self.corrections.get((source, row.country, str(row.year), measure, row.category))
        if correction is not None:
            return Reading(correction, is_corrected=True)
        meaning = self.meanings.get(row.category)
        return None if meaning is None else Reading(meaning, is_corrected=False)


def load(curation: Path) -> Labels:
    """The label files of a folder of curation."""
    return Labels(
        {row["raw"]: row["meaning"] for row in records(curation / "labels.csv")},
        {
            (row["source"], row["country"], row["year"], row["measure"], row["raw"]): row["meaning"]
            for row in records(curation / "corrections.csv")
        },
    )
