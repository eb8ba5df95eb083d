"""The chapters on method: Markdown in three languages, whose every figure is filled in from the data."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markupsafe import Markup

from components.i18n import placed
from components.url.choices import Locale, language_of

PROSE = Path(__file__).parent / "prose"
MARKED = re.compile(r"([\\`*_\[\]<>#|])")  # what Markdown would read as its own
READER = MarkdownIt("commonmark", {"html": False})
BLOCK = re.compile(r"<(h2|p|li)>(.*?)</\1>", re.DOTALL)


class Prose(NamedTuple):
    """A section of a chapter: its heading and paragraphs as text, and all of it as HTML."""

    title: str
    paragraphs: tuple[str, ...]
    html: Markup


@cache
def source(locale: Locale, chapter: str, prose: Path = PROSE) -> str:
    """The chapter as it is written, with gaps for figures; another page has its `prose` elsewhere."""
    return placed((prose / language_of(locale) / f"{chapter}.md").read_text(encoding="utf-8"), locale)


def sections(locale: Locale, chapter: str, facts: Mapping[str, str], prose: Path = PROSE) -> list[Prose]:
    """The chapter, one piece for each heading of the second level. KeyError for a gap without a fact."""
    told = {name: MARKED.sub(r"\\\1", fact) for name, fact in facts.items()}
    parts = re.split(r"(?m)^(?=## )", source(locale, chapter, prose))
    return [_prose(READER.render(part.format_map(told))) for part in parts if part.strip()]


def _prose(html: str) -> Prose:
    title, *paragraphs = [Markup(text).striptags() for _, text in BLOCK.findall(html)]
    return Prose(title, tuple(paragraphs), Markup(html))
