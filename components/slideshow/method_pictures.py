"""The method for the wall: what is published, what nobody sees, and the heads of its chapters."""

from markupsafe import Markup

from components.captions import legend
from components.markup import el
from components.pages.about.page import About
from components.pages.method import hidden
from components.pages.method.chapters import Prose
from components.pages.method.page import Method
from components.pages.page import ShownPage
from components.slideshow.picture import ROWS, Picture, Row, bars, grid
from components.tables import calendars
from components.url.choices import Hall, Lens


def calendar(page: ShownPage, hall: Hall) -> Picture | None:
    """What is published by country and year; a deep hall could not read it."""
    shown, w = page.at("calendar-1"), page.words
    if not shown.table or hall is Hall.DEEP:
        return None
    return Picture(el("div", grid(shown.table), legend.to_html(calendars.key(w), w, "more"), class_="with-key"))


def heads(page: ShownPage, hall: Hall) -> Picture:
    """What the sections of a chapter are about."""
    assert isinstance(page, Method | About)  # noqa: S101 - told by the table in pictures.py
    items = [_told(section, hall) for section in page.sections[: ROWS[hall] // 2]]
    return Picture(el("ul", items, class_="wall-list"))


def _told(section: Prose, hall: Hall) -> Markup:
    """What a section is about: its heading, and where it can be read its first sentence."""
    sentence, stop, _ = " ".join(section.paragraphs).partition(". ")
    return el("li", el("b", section.title), f" {sentence}{stop.strip()}" if hall is Hall.NEAR else None)


def unseen(page: ShownPage, hall: Hall) -> Picture:
    """What is detected, and what is not known beside it."""
    assert isinstance(page, Method)  # noqa: S101
    w, with_rule = page.words, page.view.lens is Lens.ONE_TO_TWENTY
    shown = hidden.bars(page.region, with_rule=with_rule, words=w)
    if not shown:
        return Picture(el("p", w("method.example.none"), class_="nothing"))
    rows = [Row(bar.name, bar.bounds, bar.text, bar.note) for bar in shown]
    seen, not_seen = (bar.bounds for bar in shown)
    top = not_seen.high if not_seen else seen.high * 2 if seen else 0
    drawn = bars(rows, w("method.hidden.caption", year=page.region.year), "", hall, top=top)
    return Picture(el("div", drawn, class_="with-key"))
