"""One slide as HTML: heading, picture, and what must never be lost: source, caveat, how many report."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from components.drawing.svg import of_its_own
from components.markup import el
from components.pages.page import ShownPage, open_page
from components.pages.presenter.asked import asked
from components.slideshow.picture import Picture
from components.slideshow.pictures import picture
from components.slideshow.slide_captions import Said, caveat, finding, reporting, said, sentence
from components.url.choices import Filters, Hall, Reveal
from components.url.deck import Deck, Slide
from data.dataset import Dataset

NAMED = 5  # countries that "next" names one by one


class Shown(NamedTuple):
    """A slide answered: where it stands in its deck, its page, texts and picture."""

    number: int
    slide: Slide
    page: ShownPage
    said: Said
    picture: Picture


class Setting(NamedTuple):
    """How the deck is shown: for whom it is drawn, whether it says what was chosen."""

    hall: Hall = Hall.NEAR
    filters: Filters = Filters.SHOWN


def answered(deck: Deck, setting: Setting, dataset: Dataset) -> list[Shown]:
    """Each view of a deck answered, in the order of the deck."""
    shown = []
    for number, slide in enumerate(deck.slides, 1):
        page = open_page(slide.view, (), dataset)
        shown.append(Shown(number, slide, page, said(slide, page, setting.hall), picture(page, setting.hall)))
    return shown


def sections(shown: Sequence[Shown], at: int, setting: Setting) -> list[Markup]:
    """All slides; the one in place `at` (from 1) is seen, also without scripts."""
    return [_section(each, len(shown), each.number == at, setting) for each in shown]


def _section(shown: Shown, of: int, is_shown: bool, setting: Setting) -> Markup:
    number, slide, page, told, drawn = shown
    words = page.words
    name = f"head-{number}"
    frames = frame_data(shown, setting.hall)
    return el(
        "section",
        _stamp(page),
        el("h1", told.sentence, id=name, data_head=True),
        el("p", told.chosen, class_="chosen", data_chosen=True) if setting.filters is Filters.SHOWN else None,
        el("div", of_its_own(drawn.drawn, name), class_="stage"),
        el(
            "footer",
            el("p", el("span", told.caveat, data_caveat=True), class_="caveat"),
            el("p", el("b", told.reporting, data_reporting=True), " ", el("span", told.sources), class_="source"),
            el("p", words("wall.number", n=number, of=of), class_="number"),
        ),
        el("div", _notes(shown), class_="notes", hidden=True),
        el("script", of_its_own(frames, name), type="application/json", class_="year-data") if frames else None,
        class_="slide is-shown" if is_shown else "slide",
        id=f"slide-{number}",
        aria_labelledby=name,
        data_codes=",".join(drawn.codes[:NAMED]) or None,
        data_reveal=slide.reveal if slide.reveal is not Reveal.NONE else None,
        data_year=drawn.year,
    )


def _stamp(page: ShownPage) -> Markup | None:
    return el("p", page.words("synthetic.stamp"), class_="stamp") if page.dataset.synthetic else None


def _notes(shown: Shown) -> list[Markup]:
    """For who speaks: their own note, then the passport of what is shown."""
    note = [el("p", shown.slide.note, class_="note")] if shown.slide.note else []
    return [*note, el("ul", [el("li", line) for line in shown.said.passport])]


def frame_data(shown: Shown, hall: Hall) -> str:
    """What each year of a map changes, as JSON that no closing tag can leave."""
    if not shown.picture.frames:
        return ""
    page = shown.page
    frames: dict[int, dict[str, Any]] = {}
    for year, changed in shown.picture.frames.items():
        found = finding(page, year)
        frames[year] = {
            **changed,
            "head": shown.slide.title or sentence(found, hall),
            "caveat": caveat(found, hall),
            "reporting": reporting(page, year),
            "chosen": asked(page, year, hall),
        }
    return json.dumps(frames, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
