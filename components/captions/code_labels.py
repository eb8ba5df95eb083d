"""What the codes of a table mean in the reader's language: of columns, of values, as columns beside the codes."""

from collections.abc import Mapping

import pandas as pd

from components.i18n import ALPHA_2, Words
from data.schema import SEPARATOR, SHOWN, Field, Table

FAMILIES: Mapping[str, str] = {
    "action": "action",
    "age": "age",
    "age_code": "age",
    "crime": "crime",
    "crime_scope": "scope",
    "direction": "direction",
    "doubt": "doubt",
    "evidence": "evidence",
    "exploitation": "exploitation",
    "extent": "extent",
    "flags": "flag",
    "grade": "tiptier",
    "indicator": "indicator",
    "indicator_code": "indicator",
    "list_status": "liststatus",
    "measure": "flowmeasure",
    "outcome": "outcome",
    "reason": "reason",
    "role": "role",
    "said_by": "saidby",
    "sex": "sex",
    "sex_code": "sex",
    "span": "span",
    "status": "status",
    "status_from": "status",
    "status_to": "status",
    "synthetic": "origin",
    "table": "dataset",
    "tally": "tally",
    "unit": "unit",
}  # which sentences of the catalogue a column's codes have
OF_TABLE: Mapping[str, Mapping[str, str]] = {
    "context": {"measure": "contextmeasure", "status": "figurestatus", "unit": "contextunit"},
    "cooperation_events": {"kind": "eventkind"},
    "cooperation_results": {"measure": "resultmeasure", "status": "figurestatus"},
    "instruments": {"instrument": "treaty"},
    "national_statements": {"measure": "nationalmeasure", "status": "figurestatus"},
    "population": {"status": "projection"},
    "registry": {"instrument": "procedure"},
    "requests": {"instrument": "requestinstrument", "kind": "kind", "status": "figurestatus"},
    "revisions": {"kind": "change"},
    "subnational": {"indicator": "areas.title"},
}
PLACES = ("country", "area", "partner")
WORDS_FOR_PLACES = {
    "context": "area",
    "requests": "with",
    "cooperation_events": "participant",
    "cooperation_results": "participant",
}
REFERENCES = ("source", "release_from", "release_to")
FIRST = {field.name: field.meaning for table in reversed(SHOWN.values()) for field in table.fields}

Sources = Mapping[str, Mapping[str, str]]


def labelled(frame: pd.DataFrame, table: Table, words: Words, sources: Sources) -> pd.DataFrame:
    """The frame with a column `{name}_label` behind the others for each column of codes. `sources` is the table of
    sources by its key."""
    made = {}
    for name in label_columns(table):
        said = {code: label(table, name, code, words, sources) for code in frame[name].unique()}
        made[f"{name}_label"] = frame[name].map(said).astype("str")
    return frame.assign(**made)


def label_columns(table: Table) -> list[str]:
    """The columns of a table that get a label."""
    return [field.name for field in table.fields if _has_label(table, field)]


def _has_label(table: Table, field: Field) -> bool:
    coded = bool(field.enum) or field.name in PLACES
    return coded or (field.name in REFERENCES and table.name != "sources")


def label(table: Table, name: str, code: str, words: Words, sources: Sources) -> str:
    """What a value of a column means; several values are told one after another; empty stays empty."""
    if name in REFERENCES:
        row = sources.get(code)
        return f"{row['publisher']}, {row['title']}, {row['release']}".rstrip(", ") if row else code
    joint = " " if name == "flags" else ", "
    return joint.join(_one(table, name, each, words) for each in code.split(SEPARATOR) if each)


def _one(table: Table, name: str, code: str, words: Words) -> str:
    if name in PLACES:
        if code in ALPHA_2:
            return words.country(code)
        family = WORDS_FOR_PLACES.get(table.name, "partner")
    else:
        family = OF_TABLE.get(table.name, {}).get(name) or FAMILIES[name]
    try:
        return words(f"{family}.{code}")
    except KeyError:
        return code  # a code that a pattern lets through, not one of the vocabulary: it says itself


def meaning(table: Table, field: Field, words: Words) -> str:
    """What a column holds. A column that means the same in several tables has one sentence."""
    return words(f"field.{field_key(table, field)}")


def field_key(table: Table, field: Field) -> str:
    """The name of a column, with its table's where its meaning is not that of the first table that has it."""
    return field.name if field.meaning == FIRST[field.name] else f"{table.name}.{field.name}"
