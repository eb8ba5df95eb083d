"""Decks that are made from the current data: the region's story for a summit, and one country's for its delegation.

A slide is in a deck only where the data has something to show on it; each has a note for who speaks, which says what
must not be claimed, and the minutes that it is worth.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from components.i18n import words
from components.pages.cooperation.page import FIRST_NEED_YEAR
from components.url.choices import Chart, Locale, Page, Prepared, SlideKind, Window
from components.url.deck import Deck, Read, Slide
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.queries import deserving
from data.queries.missing import missing
from data.vocabulary import Country, Panel

FIRST = Country.ARG  # shown before a country is chosen: one that reports every year


class Told(NamedTuple):
    """One slide of a story: the key of its note, its minutes, what it shows (a kind of the presenter's own, or a page)
    with its fields, and the keys of its title and its text where these are not computed."""

    note: str
    minutes: int
    shows: SlideKind | Page
    fields: dict[str, Any]
    said: tuple[str, ...] = ()


CLOSING = Told("story.note.closing", 1, SlideKind.CLOSING, {}, ("story.closing.title", "story.closing.text"))


def of_summit(dataset: Dataset) -> Iterator[Told]:
    """What is seen, whether more is found, whether prosecutions follow, who needs whom, which means there are, what is
    published of them, what nobody knows, and what each country can do."""
    yield Told("story.note.summit", 1, SlideKind.TITLE, {}, ("story.summit.title", "story.summit.text"))
    yield Told("story.note.seen", 3, Page.OVERVIEW, {"chart": Chart.MAP})
    if found := deserving.same_countries(dataset):
        chosen = {"countries": tuple(sorted(found.countries)), "years": found.years, "panel": Panel.CONSTANT}
        yield Told("story.note.more", 2, Page.OVERVIEW, {"chart": Chart.SERIES, **chosen})
    yield Told("story.note.justice", 3, Page.JUSTICE, {"chart": Chart.CHAIN})
    if deserving.listed(dataset):
        yield Told("story.note.flows", 2, Page.FLOWS, {"chart": Chart.MAP})
    if deserving.needed(dataset, _needs(dataset)):
        yield Told("story.note.gap", 3, Page.COOPERATION, {"chart": Chart.GAP})
    if deserving.bound(dataset):
        yield Told("story.note.treaties", 1, Page.COOPERATION, {"chart": Chart.INSTRUMENTS})
    yield Told("story.note.requests", 2, Page.COOPERATION, {"chart": Chart.REQUESTS})
    yield Told("story.note.hidden", 2, Page.METHOD, {"chart": Chart.HIDDEN})
    yield Told("story.note.ask", 4, SlideKind.ASK, {})
    yield CLOSING


def of_country(dataset: Dataset, country: Country) -> Iterator[Told]:
    """One country's figures, whether they can be compared with its own and with its neighbours', its justice, whom it
    needs and by what means, what is published, and what it can do."""
    mine, is_needed = {"country": country}, deserving.needed(dataset, _needs(dataset), country)
    title = "story.country.title" if is_needed else "story.country.alone"
    yield Told("story.note.country", 1, SlideKind.TITLE, {}, (title, "story.country.text"))
    yield Told("story.note.figures", 2, Page.COUNTRY, mine)
    if found := deserving.trend(dataset, country):
        of_trend = {"countries": (country,), "years": found.years, "year": found.year}
        yield Told("story.note.trend", 2, Page.OVERVIEW, {"chart": Chart.SERIES, **of_trend})
    if beside := deserving.compared(dataset, country):
        yield Told("story.note.neighbours", 2, Page.COMPARE, {"countries": beside.countries, "years": beside.years})
    if added := deserving.window(dataset, country):
        width, last = added
        yield Told(
            "story.note.chain",
            2,
            Page.JUSTICE,
            {"chart": Chart.CHAIN, **mine, "window": Window(str(width)), "year": last},
        )
    if deserving.listed(dataset, country):
        of_flows = {"chart": Chart.COUNTRY, **mine, "years": deserving.years_of_flows(dataset)}
        yield Told("story.note.sides", 2, Page.FLOWS, of_flows)
    if is_needed:
        yield Told("story.note.pairs", 2, Page.COOPERATION, {"chart": Chart.GAP, **mine})
    if deserving.stated(dataset, country):
        yield Told("story.note.published", 1, Page.COOPERATION, {"chart": Chart.REQUESTS, **mine})
    asked = "story.note.ask_country" if missing(dataset).of(country) else "story.note.ask_current"
    yield Told(asked, 3, SlideKind.ASK, mine)
    yield CLOSING


def prepared(which: Prepared, country: Country | None, locale: Locale, dataset: Dataset) -> Deck:
    """A ready-made deck; without a country the deck of one is Argentina's."""
    mine, w = country or FIRST, words(locale)
    is_summit = which is Prepared.SUMMIT
    told = [*(of_summit(dataset) if is_summit else of_country(dataset, mine))]
    title = w("deck.of_summit") if is_summit else w("deck.of_country", country=w.country(mine))
    slides = tuple(_slide(each, mine, locale, dataset) for each in told)
    return Deck(slides, title=title, minutes=sum(each.minutes for each in told))


def _slide(told: Told, country: Country, locale: Locale, dataset: Dataset) -> Slide:
    w = words(locale)
    name, release = w.country(country), w.date(date.fromisoformat(dataset.release)) if dataset.release else ""
    parts: dict[str, Any] = {"note": w(told.note, country=name), "minutes": told.minutes}
    if isinstance(told.shows, Page):
        return Slide(View.of(locale, told.shows, **told.fields), **parts)
    for part, key in zip(("title", "text"), told.said, strict=False):
        parts[part] = w(key, country=name, release=release)
    return Slide.own(told.shows, locale, **told.fields, **parts)


def _needs(dataset: Dataset) -> tuple[int, int]:
    """The years in which the page of cooperation counts a need."""
    return FIRST_NEED_YEAR, dataset.years[1]


def held(view: View, dataset: Dataset) -> Read:
    """The deck that a view of the presenter's room asks for: the slides in its address, or a ready-made one."""
    ready = prepared(view.deck, view.country, view.locale, dataset)
    if not view.slides:
        return Read(ready.of(view.locale, view.theme), ())
    found = Deck.parse(view.slides, view.locale)
    ignored = found.ignored if found.deck.slides else (*found.ignored, Ignored("slides", "", str(view.deck)))
    return Read((found.deck if found.deck.slides else ready).of(view.locale, view.theme), ignored)
