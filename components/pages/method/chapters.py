"""The chapters on method: Markdown in three languages, whose every figure is filled in from the data."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from components.url.choices import Language

PROSE = Path(__file__).parent / "prose"
MARKED = re.compile(r"([\\`*_\[\]<>#|])")  # what Markdown would read as its own
READER = MarkdownIt("commonmark", {"html": False})


@cache
def source(language: Language, chapter: str) -> str:
    """The chapter as it is written, with gaps for figures."""
    return (PROSE / language / f"{chapter}.md").read_text(encoding="utf-8")


def sections(language: Language, chapter: str, facts: Mapping[str, str]) -> list[Markup]:
    """The chapter as HTML, one piece for each heading of the second level. KeyError for a gap without a fact."""
    told = {name: MARKED.sub(r"\\\1", fact) for name, fact in facts.items()}
    parts = re.split(r"(?m)^(?=## )", source(language, chapter))
    return [Markup(READER.render(part.format_map(told))) for part in parts if part.strip()]
