"""Our scripts and style sheets as a page asks for them: one of each, at an address that changes with what is in it."""

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from components.drawing.fonts import FILES
from components.drawing.svg import faces

FOLDER = Path(__file__).parents[2] / "assets"
SLIDES = ("tokens.css", "hall/slides.css", "hall/chrome.css", "hall/speaker.css")
HALL = (
    "state", "reveal", "clock", "turning", "screen", "answer", "pointer", "keys", "link", "network", "speaker", "start",
)  # fmt: skip
TALK = (  # each needs those before it
    "documents", "store", "talks", "elements", "thumbs", "sharing", "own_pictures", "presenting", "tray", "sorting",
    "strip", "editor", "shelf", "builder", "room",
)  # fmt: skip


class Bundle(NamedTuple):
    """Files of one kind, sent as one. `text` is what is in them, in the order in which they count."""

    address: str
    text: str


@cache
def bundle(name: str) -> Bundle:
    """What is asked for by that name: `page.css`, `page.js` and `icon.svg` on every page, `slides.css`,
    `slides.js` and `hall-worker.js` in the hall.

    Raises:
        KeyError: there is nothing of that name.
    """
    text = "\n".join([*(path.read_text(encoding="utf-8") for path in _paths()[name]), *_type_of(name)])
    digest = hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
    return Bundle(f"/static/{digest}/{name}", text)


@cache
def names() -> tuple[str, ...]:
    """Every name that `bundle` knows; each answer asks for them."""
    return tuple(_paths())


def _type_of(name: str) -> list[str]:
    """The typefaces of the hall, within its style sheet: its lines are broken by their letters."""
    return [faces(FILES)] if name == "slides.css" else []


def _paths() -> dict[str, list[Path]]:
    return {
        "page.css": [*sorted(FOLDER.glob("*.css")), *sorted((FOLDER / "talk").glob("*.css"))],
        "page.js": [*sorted(FOLDER.glob("*.js")), *(FOLDER / "talk" / f"{name}.js" for name in TALK)],
        "slides.css": [FOLDER / name for name in SLIDES],
        "slides.js": [FOLDER / "hall" / f"{name}.js" for name in HALL],
        "hall-worker.js": [FOLDER / "worker" / "hall-worker.js"],
        "icon.svg": [FOLDER / "icon.svg"],
    }
