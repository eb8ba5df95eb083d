"""What a Spanish or Portuguese page shows that is English, or a code where a reader expects a word."""

import re
from html.parser import HTMLParser

from data.schema import SHOWN

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"script", "style", "code", "pre", "option"}  # and what is meant to be typed or copied
# Words that are none in Spanish and Portuguese; a text without any of them is too short to be told from a name.
ENGLISH = re.compile(r"\b(?:[Tt]he|[Oo]f|and|is|are|[Ww]ith|[Ww]hich|[Ff]rom|not|their|citing)\b")
NAMES = ("Journal of Human Trafficking", "Walk Free", "Cooperation and Development", "by-sa")
CODE = re.compile(r"(?<![\w/.=&#-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w/.-])")
TO_DELIVER = {"median_days", "mutual_legal_assistance"}  # of a registry: told as its file has to have it
CODES = {name for table in SHOWN.values() for name in table.columns}
CODES |= {code for table in SHOWN.values() for field in table.fields for code in field.enum}
CODES -= TO_DELIVER


class _Seen(HTMLParser):
    """The texts of a document in its own language: what is marked as in another is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        spoken = known.get("lang") or known.get("hreflang") or (self.open[-1][1] if self.open else "")
        if tag not in VOID:
            self.open.append((tag, spoken))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and not {tag for tag, _ in self.open} & UNSEEN and not self.open[-1][1].startswith("en"):
            self.texts.append(text)


def untranslated(html: str) -> set[str]:
    """The texts of a document in Spanish or Portuguese that nobody has put into it."""
    reader = _Seen()
    reader.feed(html)
    return {text for text in reader.texts if _is_english(text) or CODES & set(CODE.findall(text))}


def _is_english(text: str) -> bool:
    for name in NAMES:
        text = text.replace(name, "")
    return bool(ENGLISH.search(text))
