"""The picture of any view, drawn for a hall. Of a chart that is not drawn here the figures that stand beside
the page's sentence are shown large."""

from collections.abc import Callable

from components.captions.headline import card_list
from components.cells import figure, state
from components.markup import el
from components.pages.country.page import CountryProfile
from components.pages.page import ShownPage
from components.slideshow.count_pictures import compare, justice, rank, series
from components.slideshow.map_pictures import of_counts, of_flows
from components.slideshow.method_pictures import calendar, heads, unseen
from components.slideshow.pair_pictures import (
    events,
    flow_grid,
    flow_pairs,
    flow_sides,
    gap,
    requests,
    treaties,
)
from components.slideshow.picture import Picture
from components.url.choices import CHARTS, Chart, Hall, Page
from data.vocabulary import Indicator, Measure


def picture(page: ShownPage, hall: Hall) -> Picture:
    """The drawing of a view for the wall."""
    draw = DRAWN.get((page.view.page, page.view.chart))
    return (draw and draw(page, hall)) or _cards(page)


def profile(page: ShownPage, hall: Hall) -> Picture | None:  # noqa: ARG001
    """What one country published of each indicator: side by side, for they share no scale."""
    assert isinstance(page, CountryProfile)  # noqa: S101
    if page.profile is None:
        return None
    w = page.words
    cells = [(i, page.profile.key(i).cell) for i in Indicator]
    told = [
        (figure(c, Measure.COUNT, w), w.label(i) if c.is_published else f"{w.label(i)}: {w(f'state.{state(c)}')}")
        for i, c in cells
    ]
    return Picture(el("div", card_list(told), class_="wall-cards"))


def _cards(page: ShownPage) -> Picture:
    """The figures that stand beside the page's sentence, large; where it has none, what it is about."""
    cards = page.cards() or el("p", page.title, class_="wall-title")
    return Picture(el("div", cards, class_="wall-cards"))


Draw = Callable[[ShownPage, Hall], Picture | None]

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
    (Page.METHOD, Chart.GLOSSARY): heads,
    **dict.fromkeys(((Page.ABOUT, chart) for chart in CHARTS[Page.ABOUT]), heads),
}
