"""The method on a slide: what is published, what nobody sees, and the heads of its chapters."""

from dataclasses import replace

from components.figures.key import Key
from components.pages.about.page import About
from components.pages.method import hidden
from components.pages.method.chapters import Prose
from components.pages.method.glossary import glossary
from components.pages.method.page import Method
from components.slideshow.grid_pictures import grid
from components.slideshow.list_pictures import Card, Item, cards, listed
from components.slideshow.picture import Picture, Room, keys
from components.tables import calendars
from components.tables.table import TableCell, TableRow
from components.url.choices import Hall, Language, Lens


def calendar(room: Room) -> Picture | None:
    """What is published by country and year; a deep hall could not read it."""
    shown, w = room.page.at("calendar-1"), room.page.words
    if not shown.table or room.hall is Hall.DEEP:
        return None
    key: Key = calendars.key(w)
    return Picture(grid(shown.table, room, keys(key.samples, room)))


def heads(room: Room) -> Picture:
    """What the sections of a chapter are about."""
    page = room.page
    assert isinstance(page, Method | About)  # noqa: S101 - told by the table in pictures.py
    return Picture(listed([_told(section, room.hall) for section in page.sections], room))


def _told(section: Prose, hall: Hall) -> Item:
    """What a section is about: its heading, and where it can be read its first sentence."""
    sentence, stop, _ = " ".join(section.paragraphs).partition(". ")
    return Item(section.title, f"{sentence}{stop.strip()}" if hall is Hall.NEAR else "")


def terms(room: Room) -> Picture:
    """Each term in the languages side by side, the reader's own first, and what to beware of; a deep hall reads only
    that."""
    page = room.page
    assert isinstance(page, Method)  # noqa: S101
    if room.hall is Hall.DEEP:
        return heads(room)
    whole = glossary(page.words)
    own = list(Language).index(page.words.language)
    order = [own, *(n for n in range(len(Language)) if n != own)]
    rows = [TableRow([_short(row.cells[n]) for n in order]) for row in whole.rows]
    shown = replace(whole, heads=[whole.heads[n] for n in order], groups=[rows])
    beware = [_told(section, room.hall) for section in page.sections]
    return Picture(grid(shown, room, room.note(" ".join(f"{each.head}: {each.said}" for each in beware))))


def _short(term: TableCell) -> TableCell:
    """A term without what it is also called."""
    return term._replace(text=term.text.partition(" (")[0])


def unseen(room: Room) -> Picture:
    """What is detected, and what is not known beside it: as figures, for a bar beside nothing has no scale, and one of
    an illustration would outweigh what is counted."""
    page = room.page
    assert isinstance(page, Method)  # noqa: S101
    w, with_rule = page.words, page.view.lens is Lens.ONE_TO_TWENTY
    shown = hidden.bars(page.region, with_rule=with_rule, words=w)
    if not shown:
        return Picture(room.note(w("method.example.none")))
    return Picture(cards([Card(bar.text, f"{bar.name} · {bar.note}") for bar in shown], room))
