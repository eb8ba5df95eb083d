"""Decks that are made from the current data: the region's story for a summit, and one country's for its delegation."""

from typing import Any

from components.url.choices import Chart, Locale, Page, Prepared, Reveal
from components.url.deck import Deck, Read, Slide
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.vocabulary import Country, Crime, Panel

FIRST = Country.ARG  # shown before a country is chosen: one that reports every year
Told = tuple[Page, dict[str, Any], Reveal]

# How many are found, who tells, whether that grows, whether justice follows, who needs whom, and what nobody sees.
SUMMIT: tuple[Told, ...] = (
    (Page.OVERVIEW, {"chart": Chart.MAP}, Reveal.YEARS),
    (Page.METHOD, {"chart": Chart.COVERAGE}, Reveal.NONE),
    (Page.OVERVIEW, {"chart": Chart.SERIES, "panel": Panel.CONSTANT, "years": (2015, 2022)}, Reveal.NONE),
    (Page.JUSTICE, {"chart": Chart.CHAIN}, Reveal.NONE),
    (Page.COMPARE, {}, Reveal.COUNTRIES),
    (Page.FLOWS, {"chart": Chart.MAP}, Reveal.NONE),
    (Page.COOPERATION, {"chart": Chart.GAP}, Reveal.NONE),
    (Page.COOPERATION, {"chart": Chart.REQUESTS}, Reveal.NONE),
    (Page.OVERVIEW, {"crime": Crime.SMUGGLING_OF_MIGRANTS}, Reveal.NONE),
    (Page.METHOD, {"chart": Chart.HIDDEN}, Reveal.NONE),
    (Page.METHOD, {"chart": Chart.RULES}, Reveal.NONE),
)


def of_country(country: Country) -> tuple[Told, ...]:
    """One country's story: its figures, its justice, its neighbours, what it publishes, and what nobody sees."""
    mine = {"country": country}
    return (
        (Page.COUNTRY, mine, Reveal.NONE),
        (Page.OVERVIEW, {"chart": Chart.MAP, "countries": (country,)}, Reveal.NONE),
        (Page.OVERVIEW, {"chart": Chart.SERIES, "countries": (country,)}, Reveal.NONE),
        (Page.JUSTICE, {"chart": Chart.MULTIPLES, **mine}, Reveal.COUNTRIES),
        (Page.FLOWS, {"chart": Chart.COUNTRY, **mine}, Reveal.NONE),
        (Page.COOPERATION, {"chart": Chart.GAP, **mine}, Reveal.NONE),
        (Page.COOPERATION, {"chart": Chart.REQUESTS, **mine}, Reveal.NONE),
        (Page.METHOD, {"chart": Chart.HIDDEN}, Reveal.NONE),
        (Page.METHOD, {"chart": Chart.RULES}, Reveal.NONE),
    )


def prepared(which: Prepared, country: Country | None, locale: Locale, dataset: Dataset) -> Deck:  # noqa: ARG001
    """A ready-made deck; without a country the deck of one is Argentina's."""
    told = SUMMIT if which is Prepared.SUMMIT else of_country(country or FIRST)
    return Deck(tuple(Slide(View.of(locale, page, **values), reveal=reveal) for page, values, reveal in told))


def held(view: View, dataset: Dataset) -> Read:
    """The deck that a view of the presenter's room asks for: the slides in its address, or a ready-made one."""
    ready = prepared(view.deck, view.country, view.locale, dataset)
    if not view.slides:
        return Read(ready.of(view.locale, view.theme), ())
    found = Deck.parse(view.slides, view.locale)
    ignored = found.ignored if found.deck.slides else (*found.ignored, Ignored("slides", "", str(view.deck)))
    return Read((found.deck if found.deck.slides else ready).of(view.locale, view.theme), ignored)
