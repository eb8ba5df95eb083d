"""The API described for machines (OpenAPI 3.1), from the schema that check, reader and filters follow."""

from collections.abc import Mapping
from typing import Any

from components.captions.code_labels import label_columns, meaning
from components.files.answer_columns import EVERY
from components.files.csv import EXCEL, FOR
from components.files.extract import LABELS, PAGE, RELEASE, keys_of
from components.files.format import FORMATS, SDMX_CSV, SDMX_JSON, formats_of
from components.files.package import WHOLE
from components.files.wide import WIDE, YES
from components.i18n import Words
from components.url.choices import Locale, Page
from components.url.url_params import FIELDS, Param
from data.dataset import Dataset
from data.releases import EARLIER
from data.schema import NUMERIC, SHOWN, Field, Table

ROOT = "/api/v1/"
NUMBER = "[0-9]{1,9}(-[0-9]{1,9})?"
TAGS = ("tables", "view", "package", "service")
REFUSED = ("400", "404")

Json = dict[str, Any]


def document(dataset: Dataset, say: Words, root: str = "") -> Json:
    """The document, explained in one language. Only tables that the data have are in it. `root` is what its addresses
    begin with; without it they are those of the host that is asked."""
    tables = [SHOWN[name] for name in SHOWN if name in dataset.tables]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": say("api.title"),
            "version": "1",
            "summary": say("api.about"),
            "description": f"{say('export.version')}: {dataset.version}. {say('export.release')}: {dataset.release}.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": root or "/"}],
        "tags": [{"name": name, "description": say(f"api.{name}")} for name in TAGS],
        "paths": _paths(tables, say),
        "components": {
            "schemas": {table.name: _row(table, say) for table in tables} | {"answer": _any_row(say)} | GENERAL,
            "headers": {
                name: {"description": say(f"api.header.{key}"), "schema": TEXT} for name, key in OF_DATA.items()
            },
        },
    }


def _paths(tables: list[Table], say: Words) -> Json:
    paths: Json = {f"{ROOT}{table.name}.{{format}}": {"get": _table(table, say)} for table in tables}
    paths[f"{ROOT}answer.{{format}}"] = {"get": _answer(say)}
    for path, name, tag, media, schema in FIXED:
        answer: Json = {"description": say("api.status.200"), "content": {media: {"schema": schema}}}
        if name != "health":
            answer["headers"] = HEADERS
        parameters = [_labels(say, "api.language")] if name == "document" else []
        operation = _operation(name, tag, parameters, {"200": answer}, say)
        paths[path] = {"get": operation | {"summary": say(f"api.{name}")}}
    for name in ("countries", "areas", "sdmx", "structure", "package", "health"):
        at = next(path for path, known, *_ in FIXED if known == name)
        paths[at]["get"]["description"] = say(f"api.{name}.about")
    paths[f"{ROOT}package.zip"]["get"]["parameters"] = [
        *_of_all(tables, say),
        _labels(say, "api.language"),
        _release(say, "api.release.package"),
    ]
    paths[f"{ROOT}sdmx/observations.csv"]["get"]["parameters"] = _filters(SHOWN["observations"], say)
    return paths


def _filters(table: Table, say: Words) -> list[Json]:
    """What the rows of a table may be asked by."""
    release = _release(say, "api.release" if table.name in EARLIER else "api.release.newest")
    own = [_filter(table, field, say) for field in table.fields]
    return [*own, release] if RELEASE in keys_of(table) else own


def _table(table: Table, say: Words) -> Json:
    formats = formats_of(table.columns)
    parameters = [_format(formats, say), _labels(say), _for(say), *_filters(table, say)]
    rows: Json = {"type": "array", "items": {"$ref": f"#/components/schemas/{table.name}"}}
    operation = _operation(table.name, "tables", parameters, {"200": _file(formats, rows, say)}, say)
    return operation | {"summary": say(f"dataset.{table.name}"), "description": say(f"dataset.about.{table.name}")}


def _answer(say: Words) -> Json:
    page = _parameter(PAGE, say("api.page"), {"type": "string", "enum": list(map(str, Page))})
    keys = {name for fields in FIELDS.values() for name in fields}
    ordered = [name for fields in FIELDS.values() for name in fields if name in keys]
    parameters = [_format(list(FORMATS), say), page, _labels(say), _for(say)]
    parameters.append(_parameter(WIDE, say("api.wide"), {"type": "string", "enum": [YES]}))
    parameters += [_key(name, say) for name in dict.fromkeys(ordered)]
    rows: Json = {"type": "array", "items": {"$ref": "#/components/schemas/answer"}}
    operation = _operation("answer", "view", parameters, {"200": _file(list(FORMATS), rows, say)}, say)
    return operation | {"summary": say("api.answer"), "description": say("api.answer.about")}


def _operation(name: str, tag: str, parameters: list[Json], answers: Json, say: Words) -> Json:
    refused = {
        status: {
            "description": say(f"api.status.{status}"),
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/refusal"}}},
        }
        for status in REFUSED
    }
    kept = {"304": {"description": say("api.status.304")}}
    return {"operationId": name, "tags": [tag], "parameters": parameters, "responses": answers | kept | refused}


def _file(formats: list[str], rows: Json, say: Words) -> Json:
    schemas: Json = {"json": rows, "geojson": {"$ref": "#/components/schemas/feature_collection"}, "csv": TEXT}
    content = {FORMATS[name].media: {"schema": schemas.get(name, {})} for name in formats}
    return {"description": say("api.status.200"), "headers": HEADERS, "content": content}


def _parameter(name: str, about: str, schema: Json, *, is_list: bool = False) -> Json:
    style = {"style": "form", "explode": False} if is_list else {}
    return {"name": name, "in": "query", "required": False, "description": about, "schema": schema, **style}


def _format(formats: list[str], say: Words) -> Json:
    schema = {"type": "string", "enum": formats}
    return {"name": "format", "in": "path", "required": True, "description": say("api.format"), "schema": schema}


def _labels(say: Words, about: str = "api.labels") -> Json:
    return _parameter(LABELS, say(about), {"type": "string", "enum": list(map(str, Locale))})


def _for(say: Words) -> Json:
    return _parameter(FOR, say("api.for"), {"type": "string", "enum": [EXCEL]})


def _release(say: Words, about: str) -> Json:
    return _parameter(RELEASE, say(about), {"type": "string", "format": "date"})


def _filter(table: Table, field: Field, say: Words) -> Json:
    how = say("api.span" if field.type in NUMERIC else "api.list")
    schema = {"type": "array", "minItems": 1, "items": _accepted(field)}
    return _parameter(field.name, f"{meaning(table, field, say)}. {how}.", schema, is_list=True)


def _accepted(field: Field) -> Json:
    """What one value of a filter is."""
    if field.type in NUMERIC:
        return {"type": "string", "pattern": f"^{NUMBER}$"}
    if field.enum:
        return {"type": "string", "enum": list(field.enum)}
    if field.type == "list" and field.items == "integer":
        return {"type": "string", "pattern": "^[0-9]+$"}
    if field.type == "date":
        return {"type": "string", "format": "date"}
    return {"type": "string", "minLength": 1, **({"pattern": f"^(?:{field.pattern})$"} if field.pattern else {})}


def _of_all(tables: list[Table], say: Words) -> list[Json]:
    """One filter for each column of any table, as the first table that has it tells it."""
    found: dict[str, Json] = {}
    for table in tables:
        for field in table.fields if table.name != WHOLE else ():
            known = found.setdefault(field.name, _filter(table, field, say))
            if known["schema"]["items"] != _accepted(field):
                known["schema"]["items"] = {"type": "string", "minLength": 1}
    return list(found.values())


def _key(name: str, say: Words) -> Json:
    """One key of the pages that have it."""
    having = {page: fields[name] for page, fields in FIELDS.items() if name in fields}
    about = _told(having, say)
    choices = {page: _choices(param) for page, param in having.items()}
    one = next(iter(having.values()))
    schema: Json = {"type": "string", "minLength": 1}
    if all(choices.values()):
        schema = {"type": "string", "enum": list(dict.fromkeys(word for words in choices.values() for word in words))}
    if isinstance(one.default, tuple):
        return _parameter(name, about, {"type": "array", "minItems": 1, "items": schema}, is_list=True)
    return _parameter(name, about, schema)


def _told(having: Mapping[Page, Param], say: Words) -> str:
    """Which pages have a key and what it accepts there; pages that accept the same are told together."""
    by_accepted: dict[str, list[Page]] = {}
    for page, param in having.items():
        by_accepted.setdefault(param.accepted, []).append(page)
    return "; ".join(
        say("api.of_pages", pages=", ".join(pages), accepted=accepted) for accepted, pages in by_accepted.items()
    )


def _choices(param: Param) -> list[str]:
    """The words that a key accepts; none where it accepts what no list can name."""
    words = param.accepted.split(", ")
    try:
        for word in words:
            param.parse(word)
    except ValueError:
        return []
    return words


def _row(table: Table, say: Words) -> Json:
    """The shape of one row as JSON."""
    properties = {field.name: _value(field) | {"description": meaning(table, field, say)} for field in table.fields}
    labels = {f"{name}_label": TEXT_OR_NULL for name in label_columns(table)}
    return {"type": "object", "properties": properties | labels, "required": table.columns}


def _any_row(say: Words) -> Json:
    """The columns that rows behind a view may have: each page has some of them."""
    properties = {each.name: {"type": each.json_types, "description": each.meaning(say)} for each in EVERY.values()}
    return {"type": "object", "properties": properties}


def _value(field: Field) -> Json:
    if field.type in NUMERIC:
        limits = {"minimum": field.minimum} if field.minimum is not None else {}
        return {"type": field.type if field.required else [field.type, "null"], **limits}
    kind: Json = TEXT if field.required else TEXT_OR_NULL
    if field.enum and field.type != "list":
        return kind | {"enum": [*field.enum, *([] if field.required else [None])]}
    return kind


OF_DATA = {"X-Atalaya-Version": "version", "X-Atalaya-Release": "release"}
HEADERS: Json = {name: {"$ref": f"#/components/headers/{name}"} for name in OF_DATA}
TEXT: Json = {"type": "string"}
TEXT_OR_NULL: Json = {"type": ["string", "null"]}
WORD: Mapping[str, Json] = {name: {"type": "string"} for name in ("error", "parameter", "value")}
GENERAL: Json = {
    "refusal": {
        "type": "object",
        "required": ["error"],
        "properties": {
            **WORD,
            "accepted": {"type": ["string", "array"], "items": {"type": "string"}},
        },
    },
    "feature_collection": {
        "type": "object",
        "required": ["type", "features"],
        "properties": {
            "type": {"const": "FeatureCollection"},
            "features": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["type", "geometry", "properties"],
                    "properties": {
                        "type": {"const": "Feature"},
                        "geometry": {"type": ["object", "null"]},
                        "properties": {"type": "object"},
                    },
                },
            },
        },
    },
    "state": {
        "type": "object",
        "required": ["status", "data_version", "release", "synthetic", "loaded_at", "last_refused"],
        "properties": {
            "status": {"const": "ok"},
            "data_version": TEXT,
            "release": TEXT,
            "synthetic": {"type": "boolean"},
            "loaded_at": {"type": "string", "format": "date-time"},
            "last_refused": {"type": ["object", "null"]},
        },
    },
}
FIXED: tuple[tuple[str, str, str, str, Json], ...] = (
    (
        f"{ROOT}countries.geojson",
        "countries",
        "view",
        FORMATS["geojson"].media,
        {"$ref": "#/components/schemas/feature_collection"},
    ),
    (
        f"{ROOT}areas.geojson",
        "areas",
        "view",
        FORMATS["geojson"].media,
        {"$ref": "#/components/schemas/feature_collection"},
    ),
    (f"{ROOT}sdmx/observations.csv", "sdmx", "tables", SDMX_CSV, TEXT),
    (f"{ROOT}sdmx/structure.json", "structure", "tables", SDMX_JSON, {"type": "object"}),
    (f"{ROOT}package.zip", "package", "package", "application/zip", {}),
    (f"{ROOT}openapi.json", "document", "service", "application/json", {"type": "object"}),
    ("/healthz", "health", "service", "application/json", {"$ref": "#/components/schemas/state"}),
)
