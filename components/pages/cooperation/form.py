"""The open form of the registry: the template that a contact point fills, the dictionary of its columns in the reader's
language, and an example that nobody can take for real. All follow the table's own description."""

import pandas as pd

from components.i18n import EN_DASH, Words
from data.cooperation_vocabulary import Direction
from data.registry_vocabulary import Origin, Procedure
from data.schema import TABLES, Field
from data.vocabulary import Crime

FILES = ("workbook", "template", "dictionary", "example")
TABLE = TABLES["registry"]
MADE_UP = [
    ("ARG", "BOL", 2020, "sent", "mutual_legal_assistance", "trafficking", 20, 10, 5, 5, 100),
    ("ARG", "BOL", 2020, "received", "mutual_legal_assistance", "trafficking", 10, 10, 0, 0, 50),
    ("ARG", "ESP", 2020, "sent", "joint_investigation_team", "trafficking", 1, 1, 0, 0, 200),
    ("ARG", "USA", 2020, "sent", "extradition", "smuggling_of_migrants", 2, 0, 1, 1, None),
    ("ARG", "CHL", 2020, "sent", "spontaneous_information", "smuggling_of_migrants", 0, 0, 0, 0, None),
]  # round figures, so that they read as made up even without the mark


def address(name: str, words: Words) -> str:
    """Where one of the files is had. Codes are the same in every language; only the workbook and the dictionary are
    translated."""
    files = {
        "workbook": f"template.{words.locale}.xlsx",
        "template": "template.csv",
        "dictionary": f"dictionary.{words.locale}.csv",
        "example": "example.SYNTHETIC.csv",
    }
    return f"/api/v1/registry-{files[name]}"


def template() -> pd.DataFrame:
    """The columns alone: filled or not, the check accepts it."""
    return pd.DataFrame(columns=TABLE.columns)


def example() -> pd.DataFrame:
    """A few rows, each marked as made up; a folder of real data refuses them."""
    rows = [(*row, str(Origin.SYNTHETIC)) for row in MADE_UP]
    return pd.DataFrame(rows, columns=TABLE.columns).astype({"median_days": "Int64"})


def dictionary(words: Words) -> pd.DataFrame:
    """One row a column: what it means, its type, whether it must be filled, what it accepts, code by code."""
    rows = [
        {
            "column": field.name,
            "meaning": meaning(field, words),
            "type": words(f"registry.type.{field.type}"),
            "required": words("yes" if field.required else "no"),
            "accepted": _accepted(field, words),
        }
        for field in TABLE.fields
    ]
    return pd.DataFrame(rows)


def meaning(field: Field, words: Words) -> str:
    """What a column holds."""
    return words(f"registry.field.{field.name}")


def _accepted(field: Field, words: Words) -> str:
    if field.enum:
        return "; ".join(f"{code} = {label(field.name, code, words)}" for code in field.enum)
    if field.minimum is not None and field.maximum is not None:
        return f"{field.minimum}{EN_DASH}{field.maximum}"
    return words("registry.any_country")


def heading(field: Field, words: Words) -> str:
    """What the workbook calls a column."""
    return words(f"registry.column.{field.name}")


def label(column: str, code: str, words: Words) -> str:
    """What a code of a column is called; a partner is a country."""
    if column in ("country", "partner"):
        return words.country(code)
    if column == "direction":
        return words(f"direction.{Direction(code)}")
    kinds = {"instrument": Procedure, "crime": Crime, "synthetic": Origin}
    return words.label(kinds[column](code))
