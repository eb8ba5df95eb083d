"""The picture of any view, drawn for a hall. Where a page has a picture of its own for the wall it is made here; of any
other page its headline figures are shown large."""

from collections.abc import Callable

from components.captions.headline import card_list
from components.cells import figure, state
from components.markup import el
from components.pages.compare.page import Compare
from components.pages.cooperation.page import Cooperation
from components.pages.country.page import CountryProfile
from components.pages.flows.page import Flows
from components.pages.justice.page import Justice
from components.pages.method.page import Method
from components.pages.overview.page import Overview
from components.pages.page import ShownPage
from components.slideshow.count_pictures import compare, justice, overview
from components.slideshow.method_pictures import method
from components.slideshow.pair_pictures import cooperation, flows
from components.slideshow.picture import Picture
from components.url.choices import Hall
from data.vocabulary import Indicator, Measure


def picture(page: ShownPage, hall: Hall) -> Picture:
    """The drawing of a view for the wall."""
    drawn = _DRAWN.get(type(page), _cards)(page, hall)
    return drawn or _cards(page, hall)


def _profile(page: ShownPage, hall: Hall) -> Picture | None:  # noqa: ARG001
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


def _cards(page: ShownPage, hall: Hall) -> Picture:  # noqa: ARG001 - every drawing is told the hall
    """The figures that stand beside the page's sentence, large; where it has none, what it is about."""
    cards = page.cards() or el("p", page.title, class_="wall-title")
    return Picture(el("div", cards, class_="wall-cards"))


_DRAWN: dict[type[ShownPage], Callable[[ShownPage, Hall], Picture | None]] = {
    Overview: overview,
    Justice: justice,
    Flows: flows,
    Cooperation: cooperation,
    Compare: compare,
    CountryProfile: _profile,
    Method: method,
}
