"""The releases of GLOTIP -> observations, flows, the same of the earlier one, what is withheld and what is in
quarantine of each, revisions and ledger.

Source: UNODC, GLOTIP data set. The newer release is the one shown; the older stays as it was, by the same rules, so
that what was made under it can be made again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pandas as pd

from data import schema
from data.build import CURATION, labels, population
from data.build.flags import flagged, load_breaks
from data.build.merge import Cell
from data.build.quarantine import details
from data.build.release import Release, curate
from data.build.revisions import Record, named, revisions
from data.build.workbook import read
from data.model import FlowKey, Key, ObservationKey
from data.vocabulary import FLAG_SEPARATOR, Status

CODES = {
    name: f"{name}_code" if name in ("indicator", "sex", "age") else name  # beside the source's own words
    for name in ("table", "crime", "indicator", "measure", "partner", "sex", "age", "exploitation")
}
RELEASES = ("2025-04-14", "2025-10-28")  # ISO dates, oldest first


def build(raw: Path, out: Path) -> None:
    """Write the eight tables into `out`; BuildStopped for a row that the rules do not know."""
    releases = [_release(raw, date) for date in RELEASES]
    *earlier, shown = _known(releases)
    for name, kind in (("observations", ObservationKey), ("flows", FlowKey)):
        _write(out, name, _of_kind(kind, [shown]))
        _write(out, f"earlier_{name}", _of_kind(kind, earlier))
    _write(out, "revisions", (record for pair in pairwise(releases) for record in revisions(*pair)))
    _write(out, "withheld", (record for release in releases for record in _withheld(release)))
    _write(out, "quarantine", (record for release in releases for record in _refused(release)))
    _write(out, "ledger", (record for release in releases for record in _accounts(release)))


def _known(releases: list[Release]) -> list[Release]:
    """Each release with its flags, as they were when it was the newest: revised against the one before it."""
    breaks = load_breaks(CURATION)
    before: list[Mapping[Key, Cell]] = [{}, *(release.cells for release in releases)]
    return [
        replace(release, cells=flagged(release.cells, release.withheld, cells, breaks))
        for release, cells in zip(releases, before, strict=False)
    ]


def _of_kind(kind: type[Key], releases: list[Release]) -> Iterator[Record]:
    for release in releases:
        yield from (_record(key, cell, release.source) for key, cell in release.cells.items() if isinstance(key, kind))


def path(date: str) -> Path:
    """The workbook of a release, relative to the folder of raw files."""
    return Path("glotip", f"data_glotip_{date}.xlsx")


def _release(raw: Path, date: str) -> Release:
    source = f"glotip_{date.replace('-', '_')}"
    file = raw / path(date)
    return curate(source, file.name, read(file, date), labels.load(CURATION), population.residents(raw))


def _write(out: Path, name: str, records: Iterable[Record]) -> None:
    table = schema.TABLES[name]
    frame = pd.DataFrame(list(records), columns=table.columns)
    whole = {field.name: "Int64" for field in table.fields if field.type == "integer"}
    schema.write(out / table.path, frame.astype(whole), table)


def _record(key: Key, cell: Cell, source: str) -> Record:
    return {
        **key._asdict(),
        "low": int(cell.count.low),
        "high": int(cell.count.high),
        "status": cell.status,
        "flags": FLAG_SEPARATOR.join(sorted(cell.flags)),
        "source": source,
        "raw_rows": schema.SEPARATOR.join(map(str, sorted(cell.rows))),
    }


def _withheld(release: Release) -> Iterator[Record]:
    for key, each in release.withheld.items():
        yield {
            **named(key),
            "low": int(each.cell.count.low),
            "high": int(each.cell.count.high),
            "status": Status.WITHHELD,
            "doubt": each.doubt,
            "against": schema.SEPARATOR.join(map(str, each.against)),
            "source": release.source,
            "raw_rows": schema.SEPARATOR.join(map(str, sorted(each.cell.rows))),
        }


def _refused(release: Release) -> Iterator[Record]:
    for row, reason, held_against, key in release.refusals:
        codes = named(key) if key else dict.fromkeys(CODES, "")
        yield {
            "source": release.source,
            **{name: getattr(row, name) for name in ("row", "country", "year", "indicator", "dimension")},
            **{name: getattr(row, name) for name in ("category", "sex", "age", "value")},
            "reason": reason,
            **details(reason, held_against, row.year),
            **{CODES[name]: word for name, word in codes.items() if name in CODES},
        }


def _accounts(release: Release) -> Iterator[Record]:
    for (outcome, rule), rows in release.ledger.items():
        yield {"source": release.source, "outcome": outcome, "rule": rule, "rows": rows}
