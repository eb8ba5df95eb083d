"""The picture of any view, drawn for a slide. Of a chart that is not drawn here the figures beside the page's sentence
are shown large."""

import re
from collections.abc import Callable
from html import unescape

from components.cells import figure, state
from components.pages.country.page import CountryProfile
from components.pages.flows.page import Flows
from components.pages.overview.page import Overview
from components.pages.page import ShownPage
from components.slideshow.composed import Role
from components.slideshow.count_pictures import compare, justice, rank, series
from components.slideshow.lettering import GAP, QUIET, height, moved, text
from components.slideshow.list_pictures import Card, cards
from components.slideshow.map_pictures import of_counts, of_flows
from components.slideshow.method_pictures import calendar, heads, terms, unseen
from components.slideshow.pair_pictures import (
    events,
    flow_grid,
    flow_pairs,
    flow_sides,
    gap,
    requests,
    treaties,
)
from components.slideshow.picture import Picture, Room
from components.url.choices import CHARTS, Chart, Page
from data.vocabulary import Indicator, Measure

TITLE = 76.0  # units: of a page that has nothing but its name
PAIR = re.compile(r"<dt>(.*?)</dt><dd>(.*?)</dd>", re.DOTALL)


def turning(page: ShownPage) -> tuple[int, ...]:
    """The years that the picture of a view turns; only a map does."""
    return tuple(page.answer.years) if isinstance(page, Overview) and page.is_chart(Chart.MAP) else ()


def shape(page: ShownPage) -> float:
    """Width to height of what stands beside all else on a slide: a map does."""
    wide, high = page.dataset.plan.size
    return wide / high if isinstance(page, Overview | Flows) and page.is_chart(Chart.MAP) else 0


def picture(room: Room) -> Picture:
    """The picture of a view in its room."""
    draw = DRAWN.get((room.page.view.page, room.page.view.chart))
    return (draw and draw(room)) or _cards(room)


def profile(room: Room) -> Picture | None:
    """What one country published of each indicator: side by side, for they share no scale."""
    page = room.page
    assert isinstance(page, CountryProfile)  # noqa: S101
    if page.profile is None:
        return None
    w = page.words
    cells = {i: page.profile.key(i).cell for i in Indicator}
    told = [Card(figure(c, Measure.COUNT, w), w.label(i)) for i, c in cells.items() if c.is_published]
    lacking = [f"{w.label(i)}: {w(f'state.{state(c)}')}" for i, c in cells.items() if not c.is_published]
    below = room.note("; ".join(lacking))
    free = room.place.height - height(below) - GAP
    shown = cards(told, room._replace(place=room.place._replace(height=free)))
    return Picture([*shown, *moved(below, room.place.height - height(below))])


def _cards(room: Room) -> Picture:
    """The figures that stand beside the page's sentence, large; where it has none, what it is about."""
    page = room.page
    told = [Card(_plain(value), _plain(label)) for label, value in PAIR.findall(page.cards())]
    if told:
        return Picture(cards(told, room))
    return Picture([text(page.title, Role.TEXT, room.place[:2], room.place.width, TITLE, QUIET)])


def _plain(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html))


Draw = Callable[[Room], Picture | None]

DRAWN: dict[tuple[Page, Chart], Draw] = {
    (Page.OVERVIEW, Chart.MAP): of_counts,
    (Page.OVERVIEW, Chart.SERIES): series,
    (Page.OVERVIEW, Chart.RANK): rank,
    (Page.OVERVIEW, Chart.TABLE): rank,
    (Page.JUSTICE, Chart.MULTIPLES): justice,
    (Page.JUSTICE, Chart.CHAIN): justice,
    (Page.JUSTICE, Chart.TABLE): justice,
    (Page.FLOWS, Chart.MAP): of_flows,
    (Page.FLOWS, Chart.MATRIX): flow_grid,
    (Page.FLOWS, Chart.COUNTRY): flow_sides,
    (Page.FLOWS, Chart.TABLE): flow_pairs,
    (Page.COOPERATION, Chart.GAP): gap,
    (Page.COOPERATION, Chart.REQUESTS): requests,
    (Page.COOPERATION, Chart.EVENTS): events,
    (Page.COOPERATION, Chart.INSTRUMENTS): treaties,
    **dict.fromkeys(((Page.COMPARE, chart) for chart in CHARTS[Page.COMPARE]), compare),
    **dict.fromkeys(((Page.COUNTRY, chart) for chart in CHARTS[Page.COUNTRY]), profile),
    (Page.METHOD, Chart.DEFINITIONS): heads,
    (Page.METHOD, Chart.COVERAGE): calendar,
    (Page.METHOD, Chart.HIDDEN): unseen,
    (Page.METHOD, Chart.READING): heads,
    (Page.METHOD, Chart.GLOSSARY): terms,
    **dict.fromkeys(((Page.ABOUT, chart) for chart in CHARTS[Page.ABOUT]), heads),
}
