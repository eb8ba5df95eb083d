"""A deck as each of its files, whether it stands in an address, is ready-made, or was sent to be drawn."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from components.drawing.colours import dark, light
from components.drawing.svg import svg
from components.files.captions import is_dark
from components.files.deck_room import told
from components.files.png import png
from components.slideshow.composed import WIDE
from components.slideshow.offline import drawn
from components.slideshow.slide import Setting, answered
from components.slideshow.slide_drawing import drawing
from components.url.choices import HANDOUTS
from components.url.deck import Read
from components.url.deck_document import to_document
from components.url.view import Ignored, View
from data.dataset import Dataset

KINDS = {
    "": "text/html",
    "html": "text/html",
    "json": "application/json",
    "room": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
PICTURES, DOCUMENTS = ("svg", "png"), ("pdf", "pptx")  # of one slide, of all
TOLD = ("", "html", "room")  # in which stands what could not be used
SIZES = {"slide": WIDE, "thumb": 320.0, "2x": 2 * WIDE}  # pixels across
# What may be asked of a kind beside a view.
OFFERED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "png": {"size": tuple(SIZES)},
    "pdf": {"handout": tuple(map(str, HANDOUTS))},
}
LONGEST = 60  # letters of a title in the name of a file


class Wanted(NamedTuple):
    """A file of a deck as it is asked for: the presenter's view says how it is shown, `ignored` what of that could not
    be used, `root` what addresses in it begin with; a deck that `is_kept` by a browser has no address of its own."""

    kind: str
    view: View
    ignored: tuple[Ignored, ...] = ()
    root: str = ""
    is_kept: bool = False
    size: str = "slide"
    handout: str = ""

    @property
    def setting(self) -> Setting:
        return Setting(self.view.hall, self.view.filters, self.root)


def amiss(read: Read, view: View) -> tuple[Ignored, ...]:
    """What a presenter's view asks for and the deck has not, and slides that are more than a deck may have."""
    most = len(read.deck)
    beyond = [Ignored("slide", str(view.slide), f"1-{most}")] if (view.slide or 1) > most else []
    return (*(each for each in read.ignored if each.parameter == "slides"), *beyond)


def deck_file(read: Read, wanted: Wanted, dataset: Dataset) -> bytes:
    """One of `KINDS` of a deck. An unknown kind is a KeyError."""
    kind, view = wanted.kind, wanted.view
    if kind == "json":
        return to_document(read.deck).encode()
    if kind == "room":
        return told(read, view, dataset).encode()
    if kind in PICTURES:
        return _picture(read, wanted, dataset)
    if kind in DOCUMENTS:
        return _document(read, wanted, dataset)
    if kind in ("", "html"):
        how = {"is_whole": kind == "html", "is_kept": wanted.is_kept}
        beyond = tuple(each for each in amiss(read, view) if each not in read.ignored)
        return drawn(read, view, (*wanted.ignored, *beyond), dataset, **how, root=wanted.root).encode()
    raise KeyError(kind)


def _picture(read: Read, wanted: Wanted, dataset: Dataset) -> bytes:
    """One slide alone, the first where no other is asked for; the last where the deck ends before it."""
    view, deck = wanted.view, read.deck.of(wanted.view.locale, wanted.view.theme)
    number = min(view.slide or 1, len(deck))
    [shown] = answered(deck, wanted.setting, dataset, number)
    made = drawing(shown.composed).coloured(dark if is_dark(view) else light)
    if wanted.kind == "svg":
        return svg(made, shown.said.sentence, " ".join(shown.said.passport[:1]), view.locale).encode()
    return png(made, SIZES[wanted.size] / WIDE)


def _document(read: Read, wanted: Wanted, dataset: Dataset) -> bytes:
    """All slides, on pages. What writes them takes 25 MB of memory and is loaded with the first: most processes are
    never asked."""
    view, deck = wanted.view, read.deck.of(wanted.view.locale, wanted.view.theme)
    shown = answered(deck, wanted.setting, dataset)
    title = deck.title or shown[0].said.sentence
    if wanted.kind == "pptx":
        from components.files.slides import deck_pptx

        return deck_pptx(shown, view, dataset, wanted.root, title)
    from components.files.deck_pdf import handout_pdf, slides_pdf

    if wanted.handout:
        return handout_pdf(shown, view, dataset, wanted.root, title, int(wanted.handout))
    return slides_pdf(shown, view, dataset, wanted.root, title)


def deck_filename(title: str, view: View, kind: str, release: str, part: str = "") -> str:
    """A name that says what is in the file: the title of the deck, its language, the release of its figures, and what
    part of all that a deck gives: `atalaya-Trata-en-cifras-es-2025-04-14-handout-2.pdf`."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    titled = re.sub(r"[^A-Za-z0-9]+", "-", letters)[:LONGEST].strip("-")
    return f"{'-'.join(each for each in ('atalaya', titled or 'talk', view.locale, release, part) if each)}.{kind}"
