"""A page answered, as the bytes of one of its files.

What writes PDF and slides takes 25 MB of memory and is loaded with the first of them: most processes are never asked.
"""

from collections.abc import Callable, Sequence

from components.drawing.svg import svg
from components.files.png import png
from components.files.sheet import card, laid, sheet
from components.pages.country.page import CountryProfile
from components.pages.page import ShownPage
from components.pages.presenter.prepared_decks import held
from components.slideshow.slide import Setting, Shown, answered
from components.url.choices import Chart, Page
from components.url.deck import Deck, Slide
from components.url.view import View
from data.dataset import Dataset

FILES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
SIZES = {"1x": 1.0, "2x": 2.0, "social": 1.0}  # of a PNG: pixels to a unit; `social` is a card of 1200 by 630


Writer = Callable[[Sequence[Shown], View, Dataset, str, str], bytes]


def take(page: ShownPage, kind: str, root: str = "", size: str = "1x", place: str = "") -> bytes:
    """One of `FILES`; `root` is scheme and host for the address in it, `place` one figure of the page for a PNG of it
    alone. An unknown kind is a KeyError."""
    if kind == "pptx":
        from components.files.slides import deck_pptx

        return _slides(page, root, deck_pptx)
    if kind == "pdf":
        return _pdf(page, root, place)
    made = laid(page, root, place)
    if kind == "png":
        return png(card(made) if size == "social" else sheet(made), SIZES[size])
    if kind == "svg":
        return svg(sheet(made), made.said.title, made.said.finding, page.view.locale).encode()
    raise KeyError(kind)


def _pdf(page: ShownPage, root: str, place: str) -> bytes:
    """A deck with a slide on each page, a country's profile as its two sheets, another page as a sheet."""
    from components.files.brief_pdf import brief_pdf
    from components.files.deck_pdf import slides_pdf
    from components.files.sheet_pdf import sheet_pdf

    if page.view.page is Page.PRESENT:
        return _slides(page, root, slides_pdf)
    if isinstance(page, CountryProfile) and page.profile and not page.is_chart(Chart.TABLE):
        return brief_pdf(page, laid(page, root))
    return sheet_pdf(laid(page, root, place), page.view.locale, page.dataset.release)


def _slides(page: ShownPage, root: str, write: Writer) -> bytes:
    """The deck of the presenter's page; another page as the slide that the hall has of it."""
    view, dataset = page.view, page.dataset
    deck = held(view, dataset).deck if view.page is Page.PRESENT else Deck((Slide(view),))
    shown = answered(deck.of(view.locale, view.theme), Setting(view.hall, view.filters, root), dataset)
    return write(shown, view, dataset, root, deck.title or page.title)
