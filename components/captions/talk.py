"""What the talk in the reader's browser says (assets/talk): the words of the tray on every page and of the room, and
what a document may hold. In a sentence `#n` and the like are gaps that the browser fills."""

import json
from collections.abc import Iterable

from components.i18n import Words
from components.url.choices import Reveal, SlideKind
from components.url.deck import LONGEST, MINUTES, MOST, PARTS
from components.url.deck_document import BYTES
from components.url.own_picture import BYTES as PICTURE_BYTES
from data.vocabulary import Country

TRAY = (
    "undo", "not_saved", "not_kept", "slides.one", "slides.count", "refused.many", "tray.label", "tray.talk",
    "tray.room", "tray.add", "tray.added", "tray.undone",
)  # fmt: skip

ROOM = (
    "redo", "redone", "untitled", "kept", "just_now", "slides.label", "insert.label", "insert.views",
    "insert.done", "sort.grip", "sort.grip_short", "sort.how", "sort.taken", "sort.laid", "sort.back", "sort.at",
    "slide.title", "slide.title_own", "slide.text", "slide.contact", "slide.note", "slide.alt", "slide.reveal",
    "slide.minutes", "slide.country", "slide.picture", "slide.up", "slide.down", "slide.duplicate", "slide.remove",
    "slide.removed", "slide.open", "picture.how", "picture.kind", "picture.large", "note.has", "minutes.short",
    "count.left", "count.over", "editor.label", "editor.head", "editor.tools", "editor.back", "builder.label",
    "talk.title", "talk.minutes", "talk.gone", "talk.empty", "sum", "sum.of", "present", "present.here",
    "present.asked", "present.failed", "given.mine", "given.said", "given.made", "shelf.label", "shelf.new",
    "shelf.file", "shelf.none", "shelf.kept", "shelf.rename", "shelf.copy", "shelf.copy_of", "shelf.save",
    "shelf.saved", "shelf.remove", "shelf.remove_all", "shelf.removed", "share", "share.link", "share.copied",
    "share.said", "share.too_large", "share.offered", "share.keep", "files.label", "files.said", "file.html",
    "file.pptx", "file.pdf", "file.handout=1", "file.handout=2", "file.handout=6", "told.close", "refused.file",
    "refused.link", "refused.large", "refused.slide", "refused.kind", "refused.view", "refused.picture",
    "refused.picture_large", "refused.long",
)  # fmt: skip


def of_tray(words: Words) -> str:
    """As JSON, for every page: what the tray says, and the limits of a talk."""
    caps = LONGEST | {"slides": MOST, "minutes": MINUTES, "picture": PICTURE_BYTES, "document": BYTES}
    parts = {str(kind): ["view", *names] if kind is SlideKind.VIEW else names for kind, names in PARTS.items()}
    kinds = {f"kind.{each}": words.label(each) for each in SlideKind}
    return _told({**_said(TRAY, words), **kinds, "caps": {**caps, "parts": parts}})


def of_room(words: Words) -> str:
    """As JSON, for the room: all that is said there, and the countries that a slide can be of."""
    names = sorted(((str(c), words.country(c)) for c in Country), key=lambda each: words.sort_key(each[1]))
    said = {f"reveal.{each}": words.label(each) for each in Reveal}
    said |= {f"making.{each}": words(f"making.{each}") for each in ("line", "cancel", "failed")}
    return _told({**_said(ROOM, words), **said, "countries": [("", words("talk.region")), *names]})


def _said(keys: Iterable[str], words: Words) -> dict[str, str]:
    return {key: words(f"talk.{key}") for key in keys}


def _told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
