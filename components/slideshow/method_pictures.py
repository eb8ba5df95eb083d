"""The method on a slide: what is published, what nobody sees, and the heads of its chapters."""

from components.figures.key import Key
from components.pages.about.page import About
from components.pages.method import hidden
from components.pages.method.chapters import Prose
from components.pages.method.page import Method
from components.slideshow.grid_pictures import grid
from components.slideshow.list_pictures import Card, Item, cards, listed
from components.slideshow.picture import Listed, Picture, Room, Row, bars, keys
from components.tables import calendars
from components.url.choices import Hall, Lens


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


def unseen(room: Room) -> Picture:
    """What is detected, and what is not known beside it."""
    page = room.page
    assert isinstance(page, Method)  # noqa: S101
    w, with_rule = page.words, page.view.lens is Lens.ONE_TO_TWENTY
    shown = hidden.bars(page.region, with_rule=with_rule, words=w)
    if not shown:
        return Picture(room.note(w("method.example.none")))
    if not with_rule:  # a bar beside nothing has no scale
        return Picture(cards([Card(bar.text, f"{bar.name} · {bar.note}") for bar in shown], room))
    rows = [Row(bar.name, bar.bounds, bar.text, f"· {bar.note}") for bar in shown]
    top = max(bar.bounds.high for bar in shown if bar.bounds)
    return Picture(bars(Listed(rows, w("method.hidden.caption", year=page.region.year), top=top), room))
