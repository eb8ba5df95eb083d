"""Any deck there may be, for the laws of its two forms and for what draws it."""

from base64 import b64encode
from struct import pack
from typing import Any
from zlib import compress, crc32

from any_view import views
from hypothesis import strategies as st

from components.url.choices import Locale, Page, Reveal, SlideKind, Theme
from components.url.deck import LONGEST, MINUTES, ONE_LINE, PARTS, Deck, Slide
from components.url.deck_text import line, lines
from components.url.own_picture import KEPT
from components.url.view import View
from data.vocabulary import Country

shown = views().filter(lambda view: view.page is not Page.PRESENT)


def png(width: int = 2, height: int = 2, said: tuple[int, int] | None = None) -> bytes:
    """A PNG in one colour; `said` is the size that it claims."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return pack(">I", len(body)) + name + body + pack(">I", crc32(name + body))

    head = chunk(b"IHDR", pack(">IIBBBBB", *(said or (width, height)), 8, 2, 0, 0, 0))
    rows = (b"\x00" + b"\x30\x60\x90" * width) * height
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", compress(rows)) + chunk(b"IEND", b"")


def data_url(data: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def _written(name: str) -> st.SearchStrategy[str]:
    clean = line if name in ONE_LINE else lines
    return st.text(max_size=30).map(lambda text: clean(text, LONGEST[name]))


PARTS_DRAWN: dict[str, st.SearchStrategy[Any]] = {
    **{name: _written(name) for name in LONGEST},
    "reveal": st.sampled_from(Reveal),
    "minutes": st.integers(0, MINUTES),
    "country": st.none() | st.sampled_from(Country),
    "picture": st.sampled_from(["", KEPT, data_url(png())]),
}


@st.composite
def slides(draw: st.DrawFn) -> Slide:
    """A slide of any kind, with any part that its kind has."""
    kind = draw(st.sampled_from(SlideKind))
    parts = {name: draw(PARTS_DRAWN[name]) for name in PARTS[kind]}
    return Slide(draw(shown), **parts) if kind is SlideKind.VIEW else Slide.own(kind, Locale.ES, **parts)


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """A deck in Spanish of up to four slides, without the themes of its views."""
    title, minutes = draw(PARTS_DRAWN["title"]), draw(PARTS_DRAWN["minutes"])
    return Deck(tuple(draw(st.lists(slides(), max_size=4))), title, minutes).of(Locale.ES, Theme.AUTO)


def every_kind(locale: Locale = Locale.EN, note: str = "", picture: str | None = None) -> Deck:
    """A deck with a slide of each kind."""
    said = {"title": "Who needs whom", "note": note}
    parts = {SlideKind.PICTURE: {"picture": data_url(png()) if picture is None else picture, "alt": "A map"}}
    own = [Slide.own(kind, locale, **said, **parts.get(kind, {})) for kind in SlideKind if kind is not SlideKind.VIEW]
    return Deck((*own[:1], Slide(View.of(locale, Page.FLOWS), **said), *own[1:]), "A talk", 20)
