"""A deck as each of its files, whether it stands in an address, is ready-made, or was sent to be drawn."""

import re
import unicodedata

from components.slideshow.offline import drawn
from components.url.deck import Read
from components.url.deck_document import to_document
from components.url.view import Ignored, View
from data.dataset import Dataset

KINDS = {"": "text/html", "html": "text/html", "json": "application/json"}
LONGEST = 60  # letters of a title in the name of a file


def deck_file(
    kind: str, read: Read, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, *, is_kept: bool, root: str = ""
) -> bytes:
    """One of `KINDS` of a deck. The presenter's view says how it is shown, `ignored` what of that could not be used,
    a deck that `is_kept` by a browser has no address, `root` begins those that codes lead to. An unknown kind is a
    KeyError."""
    if kind == "json":
        return to_document(read.deck).encode()
    if kind in ("", "html"):
        return drawn(read, view, ignored, dataset, is_whole=kind == "html", is_kept=is_kept, root=root).encode()
    raise KeyError(kind)


def deck_filename(title: str, view: View, kind: str, release: str, part: str = "") -> str:
    """A name that says what is in the file: the title of the deck, its language, the release of its figures, and what
    part of all that a deck gives: `atalaya-Trata-en-cifras-es-2025-04-14-handout-2.pdf`."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    titled = re.sub(r"[^A-Za-z0-9]+", "-", letters)[:LONGEST].strip("-")
    return f"{'-'.join(each for each in ('atalaya', titled or 'talk', view.locale, release, part) if each)}.{kind}"
