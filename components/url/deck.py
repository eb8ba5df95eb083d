"""A deck: a list of views to be shown one after another, each with an optional title and note; as text that stands in
an address, and as a small JSON file.

A slide reads `page.field-value.field-value`, slides are joined by `~`: `overview.chart-series.panel-constant~flows`.
What somebody wrote (`title`, `note`) has spaces as `_` and what is neither letter nor figure as `-` with two
hexadecimal digits for each byte of UTF-8, so that no address needs an escape. Locale and theme are the whole deck's.
"""

import json
import re
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Self
from urllib.parse import parse_qsl, urlencode

from components.url.choices import Locale, Page, Reveal, Theme
from components.url.url_params import FIELDS
from components.url.view import Ignored, View

MOST = 40  # slides; more nobody sits through, and the address would not hold
LONGEST = {"title": 200, "note": 1_200}  # characters
PLAIN_VALUE = re.compile(r"[A-Za-z0-9_,-]+")
PLAIN = re.compile(r"[A-Za-z0-9,]")
FORMAT = "atalaya-deck-1"


@dataclass(frozen=True)
class Slide:
    """One view on the wall. `title` replaces the sentence computed from the answer; `note` is for who speaks."""

    view: View
    title: str = ""
    note: str = ""
    reveal: Reveal = Reveal.NONE

    def to_text(self) -> str:
        """The slide as it stands in an address."""
        written = [f"{name}-{value}" for name, value in self._fields()]
        said = [f"{name}-{escaped(text)}" for name in LONGEST if (text := getattr(self, name))]
        steps = [f"reveal-{self.reveal}"] if self.reveal is not Reveal.NONE else []
        return ".".join([str(self.view.page), *written, *steps, *said])

    def _fields(self) -> list[tuple[str, str]]:
        """What the view's own address says, without what belongs to the whole deck."""
        return [(name, packed(value)) for name, value in parse_qsl(self.view.search.lstrip("?")) if name != "theme"]


class Read(NamedTuple):
    """A deck, and what of its text could not be used."""

    deck: "Deck"
    ignored: tuple[Ignored, ...]


@dataclass(frozen=True)
class Deck:
    """The slides in their order."""

    slides: tuple[Slide, ...] = field(default=())

    @classmethod
    def from_text(cls, text: str, locale: Locale = Locale.ES) -> Self:
        """The deck of any text: what cannot be understood is left out."""
        return cls(cls.parse(text, locale).deck.slides)

    @classmethod
    def parse(cls, text: str, locale: Locale = Locale.ES) -> Read:
        """The deck of a text, and its parts that could not be used."""
        found, ignored = [], []
        written = [each for each in text.split("~") if each]
        for each in written[:MOST]:
            slide, unused = _slide(each, locale)
            ignored += unused
            if slide:
                found.append(slide)
        ignored += [Ignored("slides", each[:40], f"1-{MOST}") for each in written[MOST : MOST + 1]]
        return Read(Deck(tuple(found)), tuple(ignored))

    def to_text(self) -> str:
        return "~".join(slide.to_text() for slide in self.slides)

    def to_json(self) -> str:
        """The deck as a file that people can read and edit."""
        slides = [
            {
                "view": slide.view.url.split("/", 2)[2],
                **{name: text for name in LONGEST if (text := getattr(slide, name))},
                **({"reveal": str(slide.reveal)} if slide.reveal is not Reveal.NONE else {}),
            }
            for slide in self.of(Locale.ES, Theme.AUTO).slides
        ]
        return json.dumps({"format": FORMAT, "slides": slides}, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str, locale: Locale = Locale.ES) -> Read:
        """The deck of a file. What is no deck is an empty one, with a line that says so."""
        try:
            slides = json.loads(text)["slides"]
            if not isinstance(slides, list):
                raise TypeError
        except (ValueError, TypeError, KeyError, RecursionError):
            return Read(Deck(), (Ignored("slides", text[:40], FORMAT),))
        return cls.parse("~".join(_from_file(each) for each in slides), locale)

    def of(self, locale: Locale, theme: Theme) -> "Deck":
        """The same deck in a locale and a theme."""
        return Deck(tuple(replace(s, view=s.view.with_values(locale=locale, theme=theme)) for s in self.slides))

    def moved(self, place: int, to: int) -> "Deck":
        """The slide at a place (from 0) taken to another."""
        rest = list(self.slides)
        rest.insert(to, rest.pop(place))
        return Deck(tuple(rest))

    def without(self, place: int) -> "Deck":
        return Deck(self.slides[:place] + self.slides[place + 1 :])

    def changed(self, place: int, **values: Any) -> "Deck":
        """The deck with some fields of the slide at a place (from 0) changed."""
        slides = list(self.slides)
        slides[place] = replace(slides[place], **values)
        return Deck(tuple(slides))

    def __len__(self) -> int:
        return len(self.slides)


def escaped(text: str) -> str:
    """Text as letters, figures and marks that an address holds without an escape."""
    return "".join(
        char if PLAIN.match(char) else "_" if char == " " else "".join(f"-{byte:02x}" for byte in char.encode())
        for char in text
    )


def unescaped(text: str) -> str:
    """Any text read back; bytes that are no UTF-8 become the mark for what cannot be read."""
    raw = re.sub(rb"-([0-9a-f]{2})", lambda found: bytes([int(found[1], 16)]), text.replace("_", " ").encode())
    return raw.decode("utf-8", "replace")


def packed(value: str) -> str:
    """A value of a view: as it is where no mark stands in the way, else `--` and the escaped text."""
    return value if PLAIN_VALUE.fullmatch(value) and "--" not in value else f"--{escaped(value)}"


def unpacked(text: str) -> str:
    return unescaped(text[2:]) if text.startswith("--") else text


def line(text: str, longest: int) -> str:
    """What somebody wrote, as one line of at most so many characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:longest].strip()


def _slide(text: str, locale: Locale) -> tuple[Slide | None, list[Ignored]]:
    page, *parts = text.split(".")
    if page not in set(Page) or page == Page.PRESENT:
        accepted = ", ".join(each for each in Page if each is not Page.PRESENT)
        return None, [Ignored("slides", page[:40], accepted)]
    own: dict[str, Any] = {}
    pairs: list[tuple[str, str]] = []
    ignored: list[Ignored] = []
    for name, _, value in (part.partition("-") for part in parts):
        if name in LONGEST:
            own[name] = line(unescaped(value), LONGEST[name])
        elif name == "reveal" and value in set(Reveal):
            own[name] = Reveal(value)
        elif name in FIELDS[Page(page)] and name != "theme":
            pairs.append((name, unpacked(value)))
        else:
            ignored.append(Ignored("slides", f"{page}.{name}"[:40], ", ".join(FIELDS[Page(page)])))
    view, unused = View.parse(f"/{locale}/{page}", urlencode(pairs))
    return Slide(view, **own), [*ignored, *unused]


def _from_file(slide: Any) -> str:
    """One entry of a file as the text of a slide; what is none names itself when it is read."""
    if not isinstance(slide, dict):
        return escaped(str(slide)[:40])
    address, _, search = str(slide.get("view", "")).partition("?")
    fields = [f"{re.sub('[^a-z0-9_]', '', name)}-{packed(value)}" for name, value in parse_qsl(search)]
    said = [f"{name}-{escaped(str(slide[name]))}" for name in LONGEST if slide.get(name)]
    reveal = [f"reveal-{slide['reveal']}"] if slide.get("reveal") else []
    return ".".join([address.strip("/").replace("~", "").replace(".", ""), *fields, *reveal, *said]) or "-"
