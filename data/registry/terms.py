"""The words that a contact point may write for a column or a code: those of the lists of the template in every
language, as terms.csv has them (`PYTHONPATH=. python tests/components/test_registry_terms.py` adds new ones)."""

import csv
import re
import unicodedata
from difflib import get_close_matches
from functools import cache
from pathlib import Path

TERMS = Path(__file__).parent / "terms.csv"
COLUMN = "column"  # what the terms of `column` are: names of columns
SAME = {"partner": "country"}  # a column that takes the words of another


def folded(text: str) -> str:
    """A text without case, accents, and marks between words: what two ways to write a word have in common."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(each for each in bare if not unicodedata.combining(each))))


@cache
def _known() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    with TERMS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            words = found.setdefault(row["column"], {})
            words[folded(row["term"])] = words[folded(row["code"])] = row["code"]
    return found


def code(column: str, text: str) -> str | None:
    """The code of a column that a text means; None where it means none."""
    return _known().get(SAME.get(column, column), {}).get(folded(text))


def near(column: str, text: str) -> str:
    """The code whose word is nearest to a text that means none; empty where none is near."""
    words = _known().get(SAME.get(column, column), {})
    found = get_close_matches(folded(text), words, n=1, cutoff=0.75)
    return words[found[0]] if found else ""
