"""The columns of the answers behind views: what each holds, for a dictionary and for machines. Most are those of
tables, under the same names with the same meaning; what only answers have, or mean otherwise, stands here."""

from typing import NamedTuple

from components.captions.code_labels import FIRST
from components.i18n import Words
from data.schema import NUMERIC, SHOWN

LABEL = "_label"
NUMBERS = (
    "rate_per_100k_low", "rate_per_100k_high", "first_year", "last_year", "per_100_low", "per_100_high",
    "partner_citizens_in_country_low", "partner_citizens_in_country_high", "country_citizens_in_partner_low",
    "country_citizens_in_partner_high", "index_base_year", "index_low", "index_high", "indicators_published", "figures",
    "exact", "slide", "requests", "answered", "pending", "refused", "median_days",
)  # fmt: skip
TEXTS = (
    "data_version", "release", "figure", "years_missing", "years_listed", "years_reported", "measure", "kind",
    "instrument", "conflict", "partner_citizens_in_country_years", "country_citizens_in_partner_years", "events",
    "statements", "instruments", "in_common", "direct_means", "instruments_read", "standing", "released_from",
    "released_to", "no_index", "section", "group", "printed", "text", "mark", "term",
    "es", "pt", "en", "meaning", "defined", "page", "address", "sentence", "picture", "note",
)  # fmt: skip
OWN = (*NUMBERS, *TEXTS)
NUMBERED = "section"  # text or, of a chapter, its number


class Column(NamedTuple):
    """A column by its name; `type` as a field of a table has it."""

    name: str
    type: str

    def meaning(self, words: Words) -> str:
        """What it holds."""
        if self.name in OWN:
            return words(f"answer.column.{self.name}")
        base, _, language = self.name.rpartition("_")
        if f"field.{self.name}" not in words:  # the same in another language
            return f"{words(f'field.{base}')} ({words.tongue(language)})"
        return words(f"field.{self.name}")

    @property
    def json_types(self) -> list[str]:
        """What a value of it is in JSON."""
        if self.name == NUMBERED:
            return ["string", "number", "null"]
        return ["number" if self.type == "number" else "string", "null"]


_TYPES = {field.name: field.type for table in reversed(SHOWN.values()) for field in table.fields}
EVERY = {name: Column(name, "number" if kind in NUMERIC else kind) for name, kind in _TYPES.items() if name in FIRST}
EVERY |= {name: Column(name, "number") for name in NUMBERS} | {name: Column(name, "string") for name in TEXTS}
