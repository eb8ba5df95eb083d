"""One release of GLOTIP, curated: the same rules for every release, so that two of them can be compared."""

from collections import Counter
from dataclasses import dataclass, replace

from data.build.contested import Withheld, contested
from data.build.labels import Labels
from data.build.ledger import Ledger, Rule
from data.build.merge import Cell, merge
from data.build.place import place
from data.build.quarantine import Refusal, Residents, refuse
from data.build.workbook import RawRow
from data.model import Key
from data.vocabulary import Flag, Outcome


@dataclass(frozen=True)
class Release:
    """What became of the rows of a release. `source` is its key in sources.csv; `cells` are shown, `withheld` are not,
    and no figure is among both."""

    source: str
    cells: dict[Key, Cell]
    withheld: dict[Key, Withheld]
    refusals: list[Refusal]
    ledger: Counter[tuple[Outcome, str]]


def curate(source: str, file: str, rows: list[RawRow], labels: Labels, residents: Residents) -> Release:
    """Place, quarantine and merge the rows of one release, and withhold what its own table contradicts.

    Raises:
        BuildStopped: for a row that the rules do not know.
    """
    ledger = Ledger()
    refused = refuse(rows, residents, file)
    refusals: list[Refusal] = []
    groups: dict[Key, list[RawRow]] = {}
    corrected = set()
    for row in rows:
        key, is_corrected = place(row, source, file, labels)
        if row.row in refused:
            refusals.append(refused[row.row]._replace(key=key))
            ledger.enter([row.row], Outcome.QUARANTINED, refused[row.row].reason)
        elif key is None:
            ledger.enter([row.row], Outcome.DROPPED, Rule.LABEL_NAMES_NO_PARTNER)
        if key is not None:
            groups.setdefault(key, []).append(row)
        if key is not None and is_corrected:
            corrected.add(key)
    cells = merge(groups, set(refused), ledger)
    for key in corrected & cells.keys():
        cells[key] = replace(cells[key], flags=cells[key].flags | {Flag.RELABELLED})
    withheld = contested(cells)
    for each in withheld.values():
        ledger.amend(each.cell.rows, Outcome.WITHHELD, each.doubt)
    shown = {key: cell for key, cell in cells.items() if key not in withheld}
    return Release(source, shown, withheld, refusals, ledger.close(row.row for row in rows))
