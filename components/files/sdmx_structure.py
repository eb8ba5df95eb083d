"""The structure of the observations as SDMX-JSON 2.0: data flow, data structure, concepts and codelists, named in three
languages. It follows from the vocabulary alone, so that it changes only with a version of its own.

Codes of sex, age, frequency, `OBS_STATUS` and `CONF_STATUS` are those of the cross-domain codelists of SDMX; areas are
ISO 3166-1 alpha-3; the others are the words of our tables.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from components.captions.code_labels import label, meaning
from components.files.sdmx import (
    AGENCY,
    BREAK,
    CODES,
    FLOW,
    FREE,
    HIDDEN,
    MISSING,
    NORMAL,
    OFFENCES,
    PERSONS,
    SMALL_COUNT,
    STATES,
    STRUCTURE,
    TABLE,
    VERSION,
)
from components.i18n import Words, words
from components.url.choices import BASES, Locale
from data.vocabulary import Country, Crime, Indicator

SCHEMA = (
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/"
    "sdmx-json-structure-schema.json"
)
CONCEPTS = "CS_OBSERVATIONS"
URN = "urn:sdmx:org.sdmx.infomodel."
MADE = "2026-12-01T00:00:00Z"  # with the version: the same structure is the same bytes
COLUMNS = {"REF_AREA": "country", "TIME_PERIOD": "year", "COUNT_STATUS": "status"}  # others by their own name
OF_TABLE = ("REF_AREA", "CRIME", "INDICATOR", "SEX", "AGE", "EXPLOITATION")
DIMENSIONS = ("FREQ", *OF_TABLE)
MEASURES = ("OBS_VALUE", "LOWER_BOUND", "UPPER_BOUND")
CODED = ("OBS_STATUS", "CONF_STATUS", "COUNT_STATUS", "UNIT_MEASURE")
PLAIN = ("FLAGS", "SOURCE")
OWN: Mapping[str, tuple[str, ...]] = {  # codes whose names are said here, not in the tables
    "FREQ": ("A",),
    "OBS_STATUS": (NORMAL, BREAK, HIDDEN, MISSING),
    "CONF_STATUS": (FREE, SMALL_COUNT),
    "UNIT_MEASURE": (PERSONS, OFFENCES),
}

Json = dict[str, Any]
Say = Callable[[Words], str]


def structure() -> bytes:
    """The structure message."""
    coded = (*DIMENSIONS, *CODED)
    concepts = (*DIMENSIONS, "TIME_PERIOD", *MEASURES, *CODED, *PLAIN)
    agency = {"id": "AGENCIES", "agencyID": "SDMX", "version": "1.0", "name": "SDMX Agency Scheme", "isPartial": True}
    made = {
        "meta": {
            "schema": SCHEMA,
            "id": FLOW,
            "test": False,
            "prepared": MADE,
            "contentLanguages": list(map(str, BASES)),
            "sender": {"id": AGENCY},
        },
        "data": {
            "agencySchemes": [agency | {"agencies": [{"id": AGENCY, "name": "Atalaya"}]}],
            "codelists": [_codelist(name) for name in coded],
            "conceptSchemes": [
                _kept(CONCEPTS, _title) | {"concepts": [{"id": name, **_named(_concept(name))} for name in concepts]}
            ],
            "dataStructures": [_kept(STRUCTURE, _title) | {"dataStructureComponents": _components()}],
            "dataflows": [_kept(FLOW, _title) | {"structure": _urn("datastructure.DataStructure", STRUCTURE)}],
        },
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def _components() -> Json:
    time = _component("TIME_PERIOD") | {"localRepresentation": {"format": {"dataType": "ObservationalTimePeriod"}}}
    whole: Json = {"localRepresentation": {"format": {"dataType": "Integer", "minValue": 0}}}
    of_one: Json = {"attributeRelationship": {"observation": {}}}
    text: Json = {"localRepresentation": {"format": {"dataType": "String"}}}
    status = [_component(name) | _coded(name) | of_one | {"usage": "mandatory"} for name in CODED]
    return {
        "dimensionList": {
            "id": "DimensionDescriptor",
            "dimensions": [
                _component(name) | _coded(name) | {"position": at} for at, name in enumerate(DIMENSIONS, start=1)
            ],
            "timeDimension": time,
        },
        "measureList": {
            "id": "MeasureDescriptor",
            "measures": [_component(name) | whole | {"usage": "optional"} for name in MEASURES],
        },
        "attributeList": {
            "id": "AttributeDescriptor",
            "attributes": [*status, *(_component(name) | text | of_one | {"usage": "optional"} for name in PLAIN)],
        },
    }


def _component(name: str) -> Json:
    return {"id": name, "conceptIdentity": f"{_urn('conceptscheme.Concept', CONCEPTS)}.{name}"}


def _coded(name: str) -> Json:
    return {"localRepresentation": {"enumeration": _urn("codelist.Codelist", f"CL_{name}")}}


def _codelist(name: str) -> Json:
    return _kept(f"CL_{name}", _concept(name)) | {"codes": [{"id": c, **_named(say)} for c, say in _codes(name)]}


def _codes(name: str) -> Iterable[tuple[str, Say]]:
    """The codes of a codelist, each with what says it in a language."""
    if name in OWN:
        return [(code, _of_catalogue(f"sdmx.{name.lower()}.{code.lower()}")) for code in OWN[name]]
    if name == "COUNT_STATUS":
        return [(status, _of_catalogue(f"status.{status}")) for status in STATES]
    column = _column(name)
    known = {"country": Country, "crime": Crime, "indicator": Indicator}
    codes = CODES.get(column) or {str(word): str(word) for word in known[column]}
    return [(code, _of_table(column, word)) for word, code in codes.items()]


def _of_catalogue(key: str) -> Say:
    return lambda say: say(key)


def _of_table(column: str, word: str) -> Say:
    return lambda say: label(TABLE, column, word, say, {})


def _concept(name: str) -> Say:
    column = _column(name)
    if column not in TABLE.columns:
        return _of_catalogue(f"sdmx.{name.lower()}")
    return lambda say: meaning(TABLE, TABLE.field(column), say)


def _column(name: str) -> str:
    return COLUMNS.get(name, name.lower())


def _title(say: Words) -> str:
    return say("dataset.observations")


def _kept(name: str, say: Say) -> Json:
    """What names a thing that an agency maintains."""
    return {"id": name, "agencyID": AGENCY, "version": VERSION, **_named(say)}


def _named(say: Say) -> Json:
    names = {str(each): say(words(each)) for each in BASES}
    return {"name": names[Locale.EN], "names": names}


def _urn(kind: str, name: str) -> str:
    return f"{URN}{kind}={AGENCY}:{name}({VERSION})"
