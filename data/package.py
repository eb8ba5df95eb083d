"""`datapackage.json`: what a curated folder holds, in what shape, with checksums (Frictionless Data Package v2).

The same files give the same bytes. `version` follows from the checksums alone, so it changes exactly when data do.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from data.schema import SEPARATOR, TABLES, Field, Table, records

PACKAGE = "datapackage.json"
SHAPES, PLAN = "ibero.geojson", "plan.geojson"
GEOMETRY = (SHAPES, PLAN)
AREAS, AREA_PLAN = "areas.geojson", "area_plan.geojson"  # where there is a table of areas
MEDIA = {".geojson": "application/geo+json"}
PROFILE = "https://datapackage.org/profiles/2.0/"
TITLE = "Trafficking in persons in the 22 Ibero-American countries, as published"
MARK = "synthetic-"  # begins the version of a folder with made-up data

Json = dict[str, Any]


def seal(folder: Path, *, synthetic: bool = False) -> None:
    """Write the package file of a folder from the files that are there; `synthetic` marks one with made-up data."""
    text = json.dumps(describe(folder, synthetic=synthetic), ensure_ascii=False, indent=2)
    (folder / PACKAGE).write_text(text + "\n", encoding="utf-8", newline="\n")


def describe(folder: Path, *, synthetic: bool = False) -> Json:
    """The package of a folder: its tables in the order of `TABLES`, then its geometry. What is delivered beside it is
    not listed: its checksum would let small hidden counts be tried out.

    Raises:
        OSError: sources.csv or observations.csv is not there.
    """
    contents = {name: (folder / name).read_bytes() for name in _names() if (folder / name).is_file()}
    hashes = {name: digest(content) for name, content in contents.items()}
    sources = records(folder / TABLES["sources"].path)
    shown = {row["source"] for row in records(folder / TABLES["observations"].path)}
    release = max((row["release"] for row in sources if row["source"] in shown), default="")
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "name": "atalaya",
        "title": f"SYNTHETIC training data. {TITLE}" if synthetic else TITLE,
        **({"synthetic": True} if synthetic else {}),
        "version": version(release, hashes, synthetic=synthetic),
        "release": release,
        "sources": [{"title": row["citation"], "path": row["url"], "version": row["release"]} for row in sources],
        "resources": [_resource(name, content, hashes[name]) for name, content in contents.items()],
    }


def digest(content: bytes) -> str:
    """The checksum of a file as the package writes it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def version(release: str, hashes: Mapping[str, str], *, synthetic: bool = False) -> str:
    """The data version: release shown, then twelve digits that follow from the checksum of every file; before it the
    mark of a folder with made-up data."""
    lines = "".join(f"{name} {hashes[name]}\n" for name in sorted(hashes))
    return f"{MARK if synthetic else ''}{release}-{hashlib.sha256(lines.encode()).hexdigest()[:12]}"


def _names() -> Iterable[str]:
    return (*(table.path for table in TABLES.values() if not table.delivered), *GEOMETRY, AREAS, AREA_PLAN)


def _resource(name: str, content: bytes, checksum: str) -> Json:
    path = Path(name)
    common = {"name": path.stem, "path": name, "bytes": len(content), "hash": checksum, "encoding": "utf-8"}
    table = TABLES.get(path.stem)
    if table is None:
        return {**common, "format": path.suffix[1:], "mediatype": MEDIA[path.suffix]}
    return common | tabular(table)


def tabular(table: Table) -> Json:
    """What a resource says of a table, besides its file."""
    return {
        "type": "table",
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "schema": _schema(table),
    }


def _schema(table: Table) -> Json:
    """Table Schema v2. A key that may be empty is a unique key, for a primary key must be filled."""
    filled = all(table.field(name).required for name in table.key)
    references = [
        {
            "fields": [field.name],
            "reference": {"resource": field.reference, "fields": list(TABLES[field.reference].key)},
        }
        for field in table.fields
        if field.reference
    ]
    return {
        "$schema": f"{PROFILE}tableschema.json",
        "fields": [_field(field) for field in table.fields],
        **({"primaryKey": list(table.key)} if filled else {"uniqueKeys": [list(table.key)]}),
        **({"foreignKeys": references} if references else {}),
    }


def _field(field: Field) -> Json:
    limits: Json = {"required": field.required}
    if field.type != "list":
        limits |= {"enum": list(field.enum)} if field.enum else {}
        limits |= {"minimum": field.minimum} if field.minimum is not None else {}
        limits |= {"maximum": field.maximum} if field.maximum is not None else {}
        limits |= {"pattern": field.pattern} if field.pattern else {}  # of a list, no rule limits the items
    return {
        "name": field.name,
        "type": field.type,
        "description": field.meaning,
        **({"delimiter": SEPARATOR, "itemType": field.items} if field.type == "list" else {}),
        **({"unit": field.unit} if field.unit else {}),
        "constraints": limits,
    }
