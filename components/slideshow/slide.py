"""The slides of a deck: each view answered and composed; and as the hall has them, with the notes of who speaks."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from components.drawing.svg import Shared
from components.i18n import words
from components.markup import el
from components.pages.page import ShownPage, open_page
from components.slideshow.composed import Composed
from components.slideshow.frame import Texts, framed
from components.slideshow.own_pictures import KINDS, Own, own, own_said
from components.slideshow.picture import Room
from components.slideshow.pictures import picture, shape, turning
from components.slideshow.slide_captions import Said, said, texts
from components.slideshow.slide_html import Sheet
from components.slideshow.slide_years import year_data
from components.slideshow.story_pictures import ask, ask_said
from components.steps import steps
from components.url.choices import Filters, Hall, Reveal, SlideKind
from components.url.deck import Deck, Slide
from data.dataset import Dataset

NAMED = 5  # countries that "next" names one by one


class Shown(NamedTuple):
    """A slide answered: where it stands in its deck, its page (None where it shows no view), texts, and all of it
    composed."""

    number: int
    slide: Slide
    page: ShownPage | None
    said: Said
    composed: Composed


class Setting(NamedTuple):
    """How the deck is shown: for whom it is drawn, whether it says what was chosen; `root` is scheme and host of what a
    code leads to."""

    hall: Hall = Hall.NEAR
    filters: Filters = Filters.SHOWN
    root: str = ""


def answered(deck: Deck, setting: Setting, dataset: Dataset, only: int | None = None) -> list[Shown]:
    """Each slide of a deck answered, in the order of the deck; or the one that has this number (from 1)."""
    shown = []
    for number, slide in steps(enumerate(deck.slides, 1)):
        if only not in (None, number):
            continue
        told = words(slide.view.locale)("wall.number", n=number, of=len(deck.slides)) if len(deck.slides) > 1 else ""
        shown.append(_shown(number, slide, setting, dataset, told))
    return shown


def _shown(number: int, slide: Slide, setting: Setting, dataset: Dataset, told: str) -> Shown:
    """One slide answered; `told` is its number in words, nothing where it stands alone."""
    w = words(slide.view.locale)
    if slide.kind in KINDS:
        room = Own(setting.hall, w, dataset, setting.root)
        return Shown(number, slide, None, own_said(slide, w), own(slide, room, told))
    if slide.kind is SlideKind.ASK:
        made = ask(slide, setting.hall, setting.root, told, dataset, w)
        return Shown(number, slide, None, ask_said(slide, dataset, w), made)
    page = open_page(slide.view, (), dataset)
    return Shown(number, slide, page, said(slide, page, setting.hall), composed(slide, page, setting, told))


def composed(slide: Slide, page: ShownPage, setting: Setting, number: str) -> Composed:
    """A view as a slide, at its own year and at any other that it has."""
    years = turning(page)
    stamp = page.words("synthetic.stamp") if page.dataset.synthetic else ""
    every = {year: _texts(slide, page, setting, year) for year in years}

    def at(year: int | None) -> Composed:
        told = every[year] if year in every else _texts(slide, page, setting, year)
        frame = framed(told, tuple(every.values()), setting.hall, number, stamp, shape(page))
        drawn = picture(Room(page, setting.hall, frame.stage, year, told.chosen, frame.aside))
        shown = frame.around(drawn.blocks)
        return Composed(shown, drawn.codes[:NAMED], year if years else None, years, at if years else None)

    return at(page.year)


def _texts(slide: Slide, page: ShownPage, setting: Setting, year: int | None) -> Texts:
    told = texts(slide, page, setting.hall, year)
    return told if setting.filters is Filters.SHOWN else told._replace(chosen="")


def sections(shown: Sequence[Shown], at: int) -> list[Markup]:
    """What the slides have in common, and all slides; the one in place `at` (from 1) is seen, also without scripts."""
    shared = Shared()
    made = [_section(each, each.number == at, shared) for each in steps(shown)]
    return [shared.html(), *made]


def _section(shown: Shown, is_shown: bool, shared: Shared) -> Markup:
    composed, name = shown.composed, f"head-{shown.number}"
    years = year_data(composed, name, shared)
    return el(
        "section",
        Sheet(composed, name, shared).html(),
        el("div", _notes(shown), class_="notes", hidden=True),
        el("script", Markup(years), type="application/json", class_="year-data") if years else None,
        class_="slide is-shown" if is_shown else "slide",
        id=f"slide-{shown.number}",
        aria_labelledby=name,
        data_codes=",".join(composed.codes) or None,
        data_reveal=shown.slide.reveal if shown.slide.reveal is not Reveal.NONE else None,
        data_year=composed.year,
        data_minutes=shown.slide.minutes or None,
    )


def _notes(shown: Shown) -> list[Markup]:
    """For who speaks: their own note, then the passport of what is shown."""
    note = [el("p", shown.slide.note, class_="note")] if shown.slide.note else []
    return [*note, el("ul", [el("li", line) for line in shown.said.passport])]
