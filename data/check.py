"""Whether a curated folder can be believed; every fault names file, row, column and reason."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from data.fault import Fault
from data.package import AREA_PLAN, AREAS, PACKAGE, PLAN, SHAPES, digest, version
from data.period import expected
from data.places import areas, countries, plan, sheets
from data.records import Record, parse
from data.registry.check import DELIVERED, SETTINGS, checked, settings_faults
from data.registry.reading import AS_IT_SHOWS, How
from data.releases import release_faults
from data.schema import TABLES
from data.subnational_vocabulary import UNKNOWN_AREA
from data.vocabulary import Country

__all__ = ["Fault", "check_delivery", "check_folder"]

MOST = 200  # faults of one delivery that are listed: more are one fault, made many times


def check_folder(path: Path) -> list[Fault]:
    """Every fault of a folder: of its tables, what they say of each other, its geometry, and its package. Empty when
    there is none. Never raises for any content."""
    try:
        contents = {file.name: file.read_bytes() for file in sorted(path.iterdir()) if not file.name.startswith(".")}
    except OSError as error:
        return [Fault(Path(error.filename or path).name, None, None, f"cannot be read: {error.strerror}")]
    faults = []
    records: dict[str, list[Record]] = {}
    for table in TABLES.values():
        if table.delivered and table.path in contents:
            delivered = checked(contents[table.path], table.path, synthetic=_is_synthetic(contents.get(PACKAGE)))
            records[table.name] = delivered.records
            faults += delivered.faults
        elif table.path in contents:
            records[table.name], found = parse(table, contents[table.path])
            faults += found
        elif not table.optional:
            faults.append(Fault(table.path, None, None, "is missing"))
    faults += settings_faults(contents.get(SETTINGS))
    faults += _references(records)
    faults += _geometry(contents)
    faults += _periods(records)
    faults += _areas(records.get("subnational", []), contents)
    faults += _package(contents)
    return faults or list(release_faults(records))  # which speaks of sound rows only


def check_delivery(path: Path, how: How = AS_IT_SHOWS) -> list[Fault]:
    """The faults of one file that a contact point is about to deliver, whatever its name: the first `MOST`, and how
    many more there are; never raises."""
    try:
        faults = checked(path.read_bytes(), path.name, how, synthetic=None).faults
    except OSError as error:
        return [Fault(path.name, None, None, f"cannot be read: {error.strerror}")]
    more = len(faults) - MOST
    return [*faults[:MOST], *([Fault(path.name, None, None, f"{more} more faults are not listed")] if more > 0 else [])]


def _is_synthetic(content: bytes | None) -> bool:
    """Whether the package marks its folder as made up; what is no package marks nothing (and is a fault of its own)."""
    try:
        return content is not None and _load(content).get("synthetic") is True
    except (ValueError, RecursionError):
        return False


def _references(records: Mapping[str, list[Record]]) -> Iterator[Fault]:
    for name, rows in records.items():
        table = TABLES[name]
        for field in table.fields:
            if not field.reference:
                continue
            (key,) = TABLES[field.reference].key
            known = {record.values[key] for record in records.get(field.reference, [])}
            for record in rows:
                value = record.values[field.name]
                if value not in known:
                    yield Fault(table.path, record.row, field.name, f"{value!r} is not in {field.reference}.csv")


def _geometry(contents: Mapping[str, bytes]) -> Iterator[Fault]:
    """The shapes and the sheet must be there and hold each of the 22."""
    readers: tuple[tuple[str, Callable[[Mapping[str, Any]], Iterable[str]]], ...] = (
        (SHAPES, lambda found: countries(found).index),
        (PLAN, lambda found: plan(found).shapes),
    )
    for name, read in readers:
        held, faults = _held(name, contents.get(name), read)
        yield from faults
        if not faults:
            yield from (Fault(name, None, "country", f"{code} is missing") for code in Country if code not in held)


def _periods(records: Mapping[str, list[Record]]) -> Iterator[Fault]:
    """Year and span of a period must follow from it."""
    for name, rows in records.items():
        if "span" not in TABLES[name].columns:
            continue
        for record in rows:
            for column, text in expected(record.values).items():
                if record.values[column] != text:
                    yield Fault(TABLES[name].path, record.row, column, f"the period has {text or 'none'}")


def _areas(rows: list[Record], contents: Mapping[str, bytes]) -> Iterator[Fault]:
    """Every area with a figure must be drawn on the sheet of its country, and have a shape where there are shapes."""
    if AREAS in contents:
        shaped, faults = _held(AREAS, contents[AREAS], lambda found: areas(found).index)
        yield from faults
        named = {record.values["area"] for record in rows} - {UNKNOWN_AREA}
        yield from (Fault(AREAS, None, "area", f"{area} is missing") for area in sorted(named - shaped) if not faults)
    content = contents.get(AREA_PLAN)
    if content is None and not rows:
        return
    drawn, faults = _held(
        AREA_PLAN,
        content,
        lambda found: [(code, area) for code, sheet in sheets(found).items() for area in sheet.shapes],
    )
    yield from faults
    for record in [] if faults else rows:
        country, area = record.values["country"], record.values["area"]
        if area != UNKNOWN_AREA and (country, area) not in drawn:
            yield Fault("subnational.csv", record.row, "area", f"{area!r} of {country} is not drawn in {AREA_PLAN}")


def _held(
    name: str, content: bytes | None, read: Callable[[Mapping[str, Any]], Iterable[Any]]
) -> tuple[set[Any], list[Fault]]:
    """What a file of shapes holds, or why it cannot be read."""
    if content is None:
        return set(), [Fault(name, None, None, "is missing")]
    try:
        loaded = _load(content)
    except (ValueError, RecursionError) as error:
        return set(), [Fault(name, getattr(error, "lineno", None), None, f"not JSON: {error}")]
    try:
        return set(read(loaded)), []
    except ValueError as error:
        return set(), [Fault(name, None, None, str(error))]


def _load(content: bytes) -> dict[str, Any]:
    loaded = json.loads(content.decode("utf-8"))
    if not isinstance(loaded, dict):
        raise ValueError("not an object")
    return loaded


def _package(contents: Mapping[str, bytes]) -> Iterator[Fault]:
    if PACKAGE not in contents:
        yield Fault(PACKAGE, None, None, "is missing")
        return
    try:
        package = _load(contents[PACKAGE])
    except (ValueError, RecursionError) as error:
        yield Fault(PACKAGE, getattr(error, "lineno", None), None, f"not JSON: {error}")
        return
    resources = package.get("resources")
    listed: dict[str, str] = {}
    for position, resource in enumerate(resources if isinstance(resources, list) else []):
        if not isinstance(resource, dict) or not isinstance(resource.get("path"), str):
            yield Fault(PACKAGE, None, f"resources[{position}]", "has no path")
        elif resource["path"] in listed:
            yield Fault(PACKAGE, None, f"resources[{position}].path", f"{resource['path']!r} is listed twice")
        elif resource["path"] in DELIVERED:
            yield Fault(PACKAGE, None, f"resources[{position}].path", "is delivered, not listed")
        else:
            listed[resource["path"]] = str(resource.get("hash"))
            yield from _resource(resource, contents.get(resource["path"]))
    for name in contents.keys() - listed.keys() - {PACKAGE, *DELIVERED}:
        yield Fault(name, None, None, f"is not listed in {PACKAGE}")
    marked = package.get("synthetic", False)
    if not isinstance(marked, bool):
        yield Fault(PACKAGE, None, "synthetic", "is neither true nor false")
    if package.get("version") != version(str(package.get("release")), listed, synthetic=marked is True):
        yield Fault(PACKAGE, None, "version", "does not follow from the release and the checksums")


def _resource(resource: Mapping[str, Any], content: bytes | None) -> Iterator[Fault]:
    path = resource["path"]
    if content is None:
        yield Fault(path, None, None, f"is listed in {PACKAGE}, but missing")
        return
    if resource.get("bytes") != len(content):
        yield Fault(path, None, None, f"holds {len(content)} bytes, {PACKAGE} says {resource.get('bytes')}")
    if resource.get("hash") != digest(content):
        yield Fault(path, None, None, f"checksum differs from {PACKAGE}")
