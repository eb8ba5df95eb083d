"""A deck: slides to be shown one after another, each a view of the site or one of the presenter's own; as text that
stands in an address. As a document: `deck_document.py`.

A slide reads `page.field-value.field-value`, or begins with its kind where it is no view; slides are joined by `~`, and
what belongs to the whole comes first: `deck.minutes-20~title.title-Who_needs_whom~overview.chart-series~flows`.
What somebody wrote has spaces as `_` and what is neither letter nor figure as `-` with two hexadecimal digits for each
byte of UTF-8, so that no address needs an escape. Locale and theme are the whole deck's. Pictures never stand there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Self
from urllib.parse import parse_qsl, urlencode

from components.url.choices import Locale, Page, Reveal, SlideKind, Theme
from components.url.deck_text import escaped, line, lines, packed, unescaped, unpacked
from components.url.url_params import FIELDS
from components.url.view import Ignored, View
from data.vocabulary import Country

MOST = 40  # slides; more nobody sits through
LONGEST = {"title": 200, "text": 2_000, "note": 5_000, "alt": 500}  # characters
ONE_LINE = ("title", "alt")
MINUTES = 600  # of a talk
HEAD = "deck"  # in an address before what belongs to the whole
PAGES = tuple(page for page in Page if page is not Page.PRESENT)
# What a slide of each kind holds beside its view; in this order it stands in an address and in a file.
OWN = ("title", "text", "note", "minutes")
PARTS: dict[SlideKind, tuple[str, ...]] = {
    SlideKind.VIEW: ("reveal", "title", "note", "minutes"),
    SlideKind.TITLE: OWN,
    SlideKind.SECTION: OWN,
    SlideKind.TEXT: OWN,
    SlideKind.PICTURE: ("title", "text", "note", "minutes", "alt", "picture"),
    SlideKind.CLOSING: OWN,
    SlideKind.ASK: ("title", "note", "minutes", "country"),
}
OF_DECK = ("title", "minutes")


@dataclass(frozen=True)
class Slide:
    """What is on the wall. `title` replaces the sentence computed from the answer; `note` is for who speaks; `minutes`
    are planned, 0 none. The view of a slide that shows none is the presenter's room (`own`): it has the deck's locale
    and theme, and the country of an ask. `picture` is a data URL, or KEPT where only the browser has it."""

    view: View
    title: str = ""
    note: str = ""
    reveal: Reveal = Reveal.NONE
    kind: SlideKind = SlideKind.VIEW
    text: str = ""
    picture: str = ""
    alt: str = ""
    minutes: int = 0

    @classmethod
    def own(cls, kind: SlideKind, locale: Locale, country: Country | None = None, **parts: Any) -> Self:
        """A slide of another kind than a view."""
        return cls(View.of(locale, Page.PRESENT, country=country), kind=kind, **parts)

    def to_text(self) -> str:
        """The slide as it stands in an address."""
        is_view = self.kind is SlideKind.VIEW
        start = [str(self.view.page), *self._fields()] if is_view else [str(self.kind)]
        return ".".join([*start, *_written(self.parts())])

    def parts(self) -> dict[str, Any]:
        """What is said on the slide beside its view; nothing that is empty."""
        found = {name: getattr(self.view if name == "country" else self, name) for name in PARTS[self.kind]}
        return {name: value for name, value in found.items() if value and value is not Reveal.NONE}

    def _fields(self) -> list[str]:
        """What the view's own address says, without what belongs to the whole deck."""
        said = parse_qsl(self.view.search.lstrip("?"))
        return [f"{name}-{packed(value)}" for name, value in said if name != "theme"]


class Read(NamedTuple):
    """A deck, and what of its text could not be used."""

    deck: "Deck"
    ignored: tuple[Ignored, ...]


@dataclass(frozen=True)
class Deck:
    """The slides in their order; the title of the talk and the minutes that it may take, 0 where nobody said."""

    slides: tuple[Slide, ...] = field(default=())
    title: str = ""
    minutes: int = 0

    @classmethod
    def from_text(cls, text: str, locale: Locale = Locale.ES) -> "Deck":
        """The deck of any text: what cannot be understood is left out."""
        return cls.parse(text, locale).deck

    @classmethod
    def parse(cls, text: str, locale: Locale = Locale.ES) -> Read:
        """The deck of a text, and its parts that could not be used."""
        found: list[Slide] = []
        ignored: list[Ignored] = []
        written = [each for each in text.split("~") if each]
        of_deck: dict[str, Any] = {}
        if written and written[0].split(".")[0] == HEAD:
            of_deck = _parts(written.pop(0).split(".")[1:], OF_DECK, HEAD, ignored)
        for number, each in enumerate(written[:MOST], 1):
            slide, unused = _slide(each, locale, f"slides[{number}]")
            ignored += unused
            if slide:
                found.append(slide)
        if len(written) > MOST:
            ignored.append(too_many(len(written)))
        return Read(Deck(tuple(found), **of_deck), tuple(ignored))

    def to_text(self) -> str:
        head = _written({name: value for name in OF_DECK if (value := getattr(self, name))})
        return "~".join([*([".".join([HEAD, *head])] if head else []), *(slide.to_text() for slide in self.slides)])

    def of(self, locale: Locale, theme: Theme) -> "Deck":
        """The same deck in a locale and a theme."""
        return self._with([replace(s, view=s.view.with_values(locale=locale, theme=theme)) for s in self.slides])

    def moved(self, place: int, to: int) -> "Deck":
        """The slide at a place (from 0) taken to another."""
        rest = list(self.slides)
        rest.insert(to, rest.pop(place))
        return self._with(rest)

    def without(self, place: int) -> "Deck":
        return self._with(self.slides[:place] + self.slides[place + 1 :])

    def changed(self, place: int, **values: Any) -> "Deck":
        """The deck with some fields of the slide at a place (from 0) changed."""
        slides = list(self.slides)
        slides[place] = replace(slides[place], **values)
        return self._with(slides)

    def _with(self, slides: Sequence[Slide]) -> "Deck":
        return replace(self, slides=tuple(slides))

    def __len__(self) -> int:
        return len(self.slides)


def checked(name: str, value: object) -> Any:
    """A part of a slide or a deck other than its picture, of what was written for it; a text that is too long ends
    early (`is_too_long`).

    Raises:
        ValueError: it is nothing of the kind; the message says what is accepted.
    """
    if name in LONGEST:
        if not isinstance(value, str):
            raise ValueError("a text")
        return (line if name in ONE_LINE else lines)(value, LONGEST[name])
    if name == "minutes":
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MINUTES:
            raise ValueError(f"0-{MINUTES}")
        return value
    kind = {"reveal": Reveal, "country": Country}[name]
    if not isinstance(value, str) or value not in set(kind):
        raise ValueError(", ".join(kind))
    return kind(value)


def is_too_long(name: str, value: object) -> bool:
    return isinstance(value, str) and len(value) > LONGEST.get(name, len(value))


def too_long(parameter: str, name: str, value: str) -> Ignored:
    return Ignored(parameter, f"{line(value, 20)}… ({len(value)} characters)", f"at most {LONGEST[name]} characters")


def too_many(count: int) -> Ignored:
    return Ignored("slides", str(count), f"1-{MOST}")


def _written(parts: dict[str, Any]) -> list[str]:
    """Parts of a slide as they stand in an address, without a picture."""
    return [f"{name}-{escaped(str(value))}" for name, value in parts.items() if name != "picture"]


def _slide(text: str, locale: Locale, place: str) -> tuple[Slide | None, list[Ignored]]:
    start, *said = text.split(".")
    ignored: list[Ignored] = []
    if start in set(SlideKind) and start != SlideKind.VIEW:
        kind = SlideKind(start)
        return Slide.own(kind, locale, **_parts(said, PARTS[kind], place, ignored)), ignored
    if start not in PAGES:
        return None, [Ignored(place, start[:40], ", ".join([*PAGES, *(k for k in SlideKind if k != SlideKind.VIEW)]))]
    known = [name for name in FIELDS[Page(start)] if name != "theme"]
    of_view = [each for each in said if each.partition("-")[0] in known]
    parts = _parts([each for each in said if each not in of_view], PARTS[SlideKind.VIEW], place, ignored, known)
    pairs = [(name, unpacked(value)) for name, _, value in (each.partition("-") for each in of_view)]
    view, unused = View.parse(f"/{locale}/{start}", urlencode(pairs))
    return Slide(view, **parts), [*ignored, *(each._replace(parameter=f"{place}.{each.parameter}") for each in unused)]


def _parts(
    said: Sequence[str], accepted: Sequence[str], place: str, ignored: list[Ignored], beside: Sequence[str] = ()
) -> dict[str, Any]:
    """What `said` holds of the accepted parts; `beside` may stand there too. What cannot be used goes to `ignored`."""
    found: dict[str, Any] = {}
    for name, _, written in (each.partition("-") for each in said):
        value: object = unescaped(written)
        if name not in accepted or name == "picture":
            names = [each for each in (*beside, *accepted) if each != "picture"]
            ignored.append(Ignored(f"{place}.{name}"[:60], str(value)[:40], ", ".join(names)))
            continue
        if name == "minutes" and str(value).isdecimal() and len(str(value)) < 5:
            value = int(str(value))
        try:
            found[name] = checked(name, value)
        except ValueError as refused:
            ignored.append(Ignored(f"{place}.{name}", str(value)[:40], str(refused)))
        if is_too_long(name, value):
            ignored.append(too_long(f"{place}.{name}", name, str(value)))
    return found
