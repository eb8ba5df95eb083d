"""Texts of the data that readers see, in their language: a column is in English, `{name}_es` and `{name}_pt` beside it
say the same (`data.schema.cooperation.TRANSLATED`)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from components.i18n import Words
from data.schema.cooperation import TRANSLATED

Row = Mapping[str, Any]


def column(name: str, words: Words) -> str:
    """The column that holds a text in the reader's language."""
    return f"{name}_{words.language}" if words.language in TRANSLATED else name


def told(row: Row, name: str, words: Words) -> str:
    """A text of a row in the reader's language."""
    said = str(row[column(name, words)])
    return said if said == row[name] else words.placed(said)  # what nobody has put into other words is as published


def title_language(row: Row, words: Words) -> str:
    """The language of a title (`source_title`) as it is told to the reader, where that is not the reader's own: a
    title that nobody has put into other words stays as it was published. Empty otherwise."""
    language = str(row["source_title_language"])
    is_ours = told(row, "source_title", words) != str(row["source_title"])
    return "" if is_ours or language == words.language else language


def named(row: Row, words: Words) -> str:
    """Who published a fact, and under which title."""
    return f"{told(row, 'source_publisher', words)}: {told(row, 'source_title', words)}"


def short(source: Row, words: Words) -> str:
    """A source in short: publisher and title."""
    return f"{told(source, 'publisher', words)}, {told(source, 'title', words)}"


def brief(source: Row, words: Words) -> str:
    """A source by the initials that its title gives, or by the head of that, with its release."""
    title, day = told(source, "title", words), source["release"]
    initials = re.search(r"\(([A-Z]{3,})\)", title)
    name = initials[1] if initials else title.partition(",")[0]
    return f"{name}, {words.date(date.fromisoformat(day))}" if day else name


def cited(source: Row, words: Words) -> str:
    """A source as it is to be cited, with its terms."""
    return f"{told(source, 'citation', words)}. {words('source.terms', terms=told(source, 'terms', words))}"
