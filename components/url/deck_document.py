"""A deck as a document: the JSON that a browser keeps, that is saved and opened as a file, and that is sent to have it
drawn.

    {"format": "atalaya-deck-2", "title": "...", "minutes": 20, "slides": [
        {"view": "overview?chart=map", "title": "...", "note": "..."},
        {"kind": "text", "title": "...", "text": "..."}]}

What is empty is left out, and so is the kind of a view. Reading takes any text and loses nothing that can be used: what
cannot is named by its place (`slides[3].minutes`), and the rest stands.
"""

import json
from reprlib import Repr
from typing import Any
from urllib.parse import urlsplit

from components.url.choices import Locale, SlideKind, Theme
from components.url.deck import MOST, OF_DECK, PAGES, PARTS, Deck, Read, Slide, checked, is_too_long, too_long, too_many
from components.url.deck_text import line
from components.url.own_picture import ACCEPTED, KEPT, own_picture
from components.url.view import Ignored, View

FORMAT = "atalaya-deck-2"
READ = (FORMAT, "atalaya-deck-1")  # the earlier one had views alone
BYTES = 24 * 1024 * 1024  # of a document
MARKS = 500_000  # brackets, commas and quotes: each may become an object of 60 bytes; forty slides of text have fewer
NAMED = 20  # faults; a document with more has something else wrong
SHORT = Repr()
SHORT.maxstring = SHORT.maxother = SHORT.maxlong = 36
SHORT.maxlevel = SHORT.maxlist = SHORT.maxdict = 2


def to_document(deck: Deck) -> str:
    """The deck as a document that people can read and edit."""
    return json.dumps(_told(deck), ensure_ascii=False, indent=2) + "\n"


def _told(deck: Deck) -> dict[str, Any]:
    of_deck = {name: value for name in OF_DECK if (value := getattr(deck, name))}
    slides = [_slide_told(slide) for slide in deck.of(Locale.ES, Theme.AUTO).slides]
    return {"format": FORMAT, **of_deck, "slides": slides}


def _slide_told(slide: Slide) -> dict[str, Any]:
    is_view = slide.kind is SlideKind.VIEW
    start = {"view": f"{slide.view.page}{slide.view.search}"} if is_view else {"kind": str(slide.kind)}
    return start | {name: value if isinstance(value, int) else str(value) for name, value in slide.parts().items()}


def read_document(text: str, locale: Locale = Locale.ES) -> Read:
    """The deck of a document. What is none is an empty deck, with a line that says so."""
    given = _json(text)
    slides = given.get("slides")
    if not isinstance(slides, list):
        return Read(Deck(), (Ignored("slides", line(text, 40), f"{FORMAT}, at most {BYTES // 1024**2} MB"),))
    ignored: list[Ignored] = []
    if given.get("format", FORMAT) not in READ:
        ignored.append(Ignored("format", short(given["format"]), ", ".join(READ)))
    own = {name: value for name, value in given.items() if name not in ("format", "slides")}
    of_deck = _parts(own, OF_DECK, "", ignored)
    found = [_slide(each, locale, f"slides[{n}]", ignored) for n, each in enumerate(slides[:MOST], 1)]
    if len(slides) > MOST:
        ignored.insert(0, too_many(len(slides)))  # before what may fill the list
    return Read(Deck(tuple(each for each in found if each), **of_deck), tuple(ignored[:NAMED]))


def _json(text: str) -> dict[str, Any]:
    """The object in a text; an empty one where there is none, or so much of it that reading would take the memory."""
    if len(text) > BYTES or sum(map(text.count, '[{,"')) > MARKS:
        return {}
    try:
        given = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return {}
    return given if isinstance(given, dict) else {}


def short(value: object) -> str:
    """The beginning of anything, on a line that can be printed."""
    return line(value if isinstance(value, str) else SHORT.repr(value), 40)


def _slide(given: object, locale: Locale, place: str, ignored: list[Ignored]) -> Slide | None:
    if not isinstance(given, dict):
        ignored.append(Ignored(place, short(given), '{"view": "..."}, {"kind": "..."}'))
        return None
    kind = given.get("kind", SlideKind.VIEW)
    if kind not in list(SlideKind):
        ignored.append(Ignored(f"{place}.kind", short(kind), ", ".join(SlideKind)))
        return None
    kind = SlideKind(kind)
    is_view = kind is SlideKind.VIEW
    said = {name: value for name, value in given.items() if name != "kind" and not (is_view and name == "view")}
    if not is_view:
        return Slide.own(kind, locale, **_parts(said, PARTS[kind], place, ignored))
    view = _view(given.get("view"), locale, place, ignored)
    return view and Slide(view, **_parts(said, PARTS[kind], place, ignored))


def _view(address: object, locale: Locale, place: str, ignored: list[Ignored]) -> View | None:
    """The view of an address, which may be a whole one as a browser shows it."""
    text = line(address, 4_000) if isinstance(address, str) else ""
    try:
        path, search = (to := urlsplit(text)).path.strip("/").rpartition("/")[2], to.query
    except ValueError:  # brackets that are no host
        path, search = "", ""
    if path not in PAGES:
        ignored.append(Ignored(f"{place}.view", short(address), ", ".join(PAGES)))
        return None
    view, unused = View.parse(f"/{locale}/{path}", search)
    ignored += [each._replace(parameter=f"{place}.view.{each.parameter}") for each in unused]
    return view.with_values(theme=Theme.AUTO)


def _parts(said: dict[str, Any], accepted: tuple[str, ...], place: str, ignored: list[Ignored]) -> dict[str, Any]:
    """What can be used of what is said; the rest goes to `ignored`."""
    found: dict[str, Any] = {}
    for name, value in said.items():
        where = f"{place}.{name}".lstrip(".") if name in accepted else line(f"{place}.{name}".lstrip("."), 60)
        if name not in accepted:
            ignored.append(Ignored(where, short(value), ", ".join(accepted)))
            continue
        try:
            found[name] = _picture(value) if name == "picture" else checked(name, value)
        except ValueError as refused:
            accepted_here = ACCEPTED if name == "picture" else str(refused)
            ignored.append(Ignored(where, str(refused) if name == "picture" else short(value), accepted_here))
        if is_too_long(name, value):
            ignored.append(too_long(where, name, value))
    return found


def _picture(value: object) -> str:
    """A picture of one's own, or the word for one that stays where it is. Raises ValueError with the reason."""
    if not isinstance(value, str):
        raise ValueError(f"{short(value)} is no text")
    if value not in ("", KEPT):
        own_picture(value)
    return value
