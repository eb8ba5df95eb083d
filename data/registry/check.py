"""Whether a delivered registry can be believed, row by row and against the folder that it lies in."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from data.fault import Fault
from data.iso3166 import ALPHA_3
from data.records import Record
from data.registry.reading import AS_IT_SHOWS, How, Reading, read
from data.registry_vocabulary import HIGHEST_THRESHOLD, LOWEST_THRESHOLD, THRESHOLD, Origin, Tally
from data.schema import TABLES

SETTINGS = "registry.json"
FILE = TABLES["registry"].path
DELIVERED = (FILE, SETTINGS)  # lie beside the package, which does not list them


def checked(content: bytes, file: str, how: How = AS_IT_SHOWS, *, synthetic: bool | None) -> Reading:
    """A delivered file, read and judged: every fault by row, or the rows that may be used. `synthetic` as in
    `row_faults`; never raises for any content."""
    reading = read(TABLES["registry"], content, file, how)
    said = reading.located(row_faults(reading.records, synthetic=synthetic))
    return replace(reading, faults=sorted([*reading.faults, *said], key=lambda fault: fault.row or 0))


def settings(content: bytes) -> dict[str, Any]:
    """What `registry.json` says; ValueError where it is not a JSON object."""
    try:
        said = json.loads(content.decode("utf-8"))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(said, dict):
        raise ValueError("not an object")
    return said


def threshold(content: bytes | None) -> int:
    """The owner's threshold from a checked `registry.json`; the default where there is none."""
    return int(settings(content).get("threshold", THRESHOLD)) if content else THRESHOLD


def settings_faults(content: bytes | None) -> Iterator[Fault]:
    """Faults of `registry.json`, which may be absent."""
    if content is None:
        return
    try:
        said = settings(content)
    except ValueError as error:
        yield Fault(SETTINGS, getattr(error, "lineno", None), None, f"not JSON: {error}")
        return
    for name in said.keys() - {"threshold"}:
        yield Fault(SETTINGS, None, name[:40], "is unknown; accepted is threshold")
    chosen = said.get("threshold", THRESHOLD)
    if type(chosen) is not int or not LOWEST_THRESHOLD <= chosen <= HIGHEST_THRESHOLD:
        yield Fault(
            SETTINGS, None, "threshold", f"accepted is a whole number from {LOWEST_THRESHOLD} to {HIGHEST_THRESHOLD}"
        )


def row_faults(rows: Sequence[Record], *, synthetic: bool | None, this_year: int | None = None) -> Iterator[Fault]:
    """What is wrong with rows whose every value is sound by itself. `synthetic` says whether the folder is marked so;
    None where the rows are not in a folder, and must only agree with one another."""
    latest = this_year or datetime.now(UTC).year
    origin = _origin(rows, synthetic)
    for record in rows:
        for column, reason in _contradictions(record.values, latest):
            yield Fault(FILE, record.row, column, reason)
        if record.values["synthetic"] != origin:
            yield Fault(FILE, record.row, "synthetic", _mixed(origin, synthetic))


def _origin(rows: Sequence[Record], synthetic: bool | None) -> Origin | None:
    if synthetic is None:
        return Origin(rows[0].values["synthetic"]) if rows else None
    return Origin.SYNTHETIC if synthetic else Origin.REAL


def _mixed(origin: Origin | None, synthetic: bool | None) -> str:
    if synthetic is None:
        return f"must be {origin} as in the first row: real and made-up requests never share a file"
    kind = "marked synthetic" if synthetic else "not marked synthetic"
    return f"must be {origin}: the folder is {kind}, and real and made-up data are never mixed"


def _contradictions(values: dict[str, str], latest: int) -> Iterator[tuple[str, str]]:
    if values["partner"] == values["country"]:
        yield "partner", "is the country itself"
    elif values["partner"] not in ALPHA_3:
        yield "partner", f"{values['partner']!r} is no code of ISO 3166-1 alpha-3"
    if int(values["year"]) > latest:
        yield "year", f"{values['year']} is in the future"
    parts = [int(values[part]) for part in (Tally.ANSWERED, Tally.PENDING, Tally.REFUSED)]
    if int(values[Tally.REQUESTS]) != sum(parts):
        said = " + ".join(map(str, parts))
        yield Tally.REQUESTS, f"{values[Tally.REQUESTS]} is not {said}, answered + pending + refused"
    if values["median_days"] and values[Tally.ANSWERED] == "0":
        yield "median_days", "is given, but none was answered"


def told(fault: Fault) -> Fault:
    """What may be said of a fault in public: the place, but of a delivered row nothing that it says, as that may be a
    count that is to be hidden."""
    if fault.file != FILE:
        return fault
    return Fault(fault.file, fault.row, fault.column, "is not accepted; python -m data check says why")
