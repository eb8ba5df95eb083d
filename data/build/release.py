"""One release of GLOTIP, curated: the same rules for every release, so that two of them can be compared."""

from collections import Counter
from dataclasses import dataclass, replace

from data.build.labels import Labels
from data.build.ledger import Ledger, Rule
from data.build.merge import Cell, merge
from data.build.place import Key, place
from data.build.quarantine import Refusal, Residents, refuse
from data.build.workbook import RawRow
from data.vocabulary import Flag, Outcome


@dataclass(frozen=True)
class Release:
    """What became of the rows of a release. `source` is its key in sources.csv."""

    source: str
    cells: dict[Key, Cell]
    refusals: list[Refusal]
    ledger: Counter[tuple[Outcome, str]]


def curate(source: str, file: str, rows: list[RawRow], labels: Labels, residents: Residents) -> Release:
    """Quarantine, place and merge the rows of one release.

    Raises:
        BuildStopped: for a row that the rules do not know.
    """
    ledger = Ledger()
    refusals = refuse(rows, residents, file)
    groups: dict[Key, list[RawRow]] = {}
    corrected = set()
    for row in rows:
        key, is_corrected = place(row, source, file, labels)
        if row.row in refusals:
            ledger.enter([row.row], Outcome.QUARANTINED, refusals[row.row].reason)
        elif key is None:
            ledger.enter([row.row], Outcome.DROPPED, Rule.LABEL_NAMES_NO_PARTNER)
        if key is not None:
            groups.setdefault(key, []).append(row)
        if key is not None and is_corrected:
            corrected.add(key)
    cells = merge(groups, set(refusals), ledger)
    for key in corrected & cells.keys():
        cells[key] = replace(cells[key], flags=cells[key].flags | {Flag.RELABELLED})
    return Release(source, cells, list(refusals.values()), ledger.close(row.row for row in rows))
