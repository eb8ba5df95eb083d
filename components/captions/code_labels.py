"""What the codes of a table mean in the reader's language: of columns, of values, as columns beside the codes."""

from collections.abc import Mapping

import pandas as pd

from components.i18n import ALPHA_2, Words
from components.translated import short
from data.schema import SEPARATOR, SHOWN, Field, Table
from data.schema.cooperation import DESCRIBED_IN, TRANSLATED

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
    "rule": "rule",
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
PLACES = ("country", "area", "partner", "other_partners")
NAMED = ("rule", "inferred", "source_title_language")  # no codes that a list could hold, but names for each
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
    coded = bool(field.enum) or field.name in PLACES or field.name in NAMED
    return coded or (field.name in REFERENCES and table.name != "sources")


def label(table: Table, name: str, code: str, words: Words, sources: Sources) -> str:
    """What a value of a column means; several values are told one after another; empty stays empty."""
    if name in REFERENCES:
        row = sources.get(code)
        return f"{short(row, words)}, {row['release']}".rstrip(", ") if row else code
    if name == "inferred":
        return ", ".join(head(table, each, words) for each in code.split(SEPARATOR) if each)
    if name == "source_title_language":
        return words.tongue(code)
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


def head(table: Table, name: str, words: Words) -> str:
    """The name of a column in the reader's language; one that holds a text in another language says which."""
    base, language = spoken(table, name)
    said = words(f"column.{base}") if f"column.{base}" in words else name
    return said if language in ("", words.language) else f"{said} ({words.tongue(language)})"


def own_columns(table: Table, words: Words) -> list[str]:
    """The columns of a table without those that say the same in another language than the reader's."""
    return [name for name in table.columns if spoken(table, name)[1] in ("", words.language)]


def spoken(table: Table, name: str) -> tuple[str, str]:
    """The name of a column without its language, and that language; empty where it has none."""
    base, _, ending = name.rpartition("_")
    if base and ending in DESCRIBED_IN:
        return base, ending
    return name, "en" if any(f"{name}_{language}" in table.columns for language in TRANSLATED) else ""


def meaning(table: Table, field: Field, words: Words) -> str:
    """What a column holds. A column that means the same in several tables has one sentence."""
    said = words(f"field.{field_key(table, field)}")
    base, language = spoken(table, field.name)
    is_foreign = base != field.name and base in table.columns and language != words.language
    return f"{said} ({words.tongue(language)})" if is_foreign else said


def field_key(table: Table, field: Field) -> str:
    """The name of a column, with its table's where its meaning is not that of the first table that has it; one that
    says the same in another language has the meaning of that."""
    base, _ = spoken(table, field.name)
    if base != field.name and base in table.columns:
        return field_key(table, table.field(base))
    return field.name if field.meaning == FIRST[field.name] else f"{table.name}.{field.name}"
