"""A page answered, as the bytes of one of its files.

What writes PDF and slides takes 25 MB of memory and is loaded with the first of them: most processes are never asked.
"""

from components.drawing.svg import svg
from components.files.png import png
from components.files.sheet import card, laid, sheet
from components.pages.country.page import CountryProfile
from components.pages.page import ShownPage
from components.pages.presenter.prepared_decks import held
from components.slideshow.slide import Setting, answered
from components.url.choices import Chart, Page

FILES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
SIZES = {"1x": 1.0, "2x": 2.0, "social": 1.0}  # of a PNG: pixels to a unit; `social` is a card of 1200 by 630


def take(page: ShownPage, kind: str, root: str = "", size: str = "1x", place: str = "") -> bytes:
    """One of `FILES`; `root` is scheme and host for the address in it, `place` one figure of the page for a PNG of it
    alone. An unknown kind is a KeyError."""
    if kind == "pptx":
        from components.files.slides import deck_pptx

        return deck_pptx(page.told(), root)
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

    view, dataset = page.view, page.dataset
    if isinstance(page, CountryProfile) and page.profile and not page.is_chart(Chart.TABLE):
        return brief_pdf(page, laid(page, root))
    if view.page is not Page.PRESENT:
        return sheet_pdf(laid(page, root, place), view.locale, dataset.release)
    deck = held(view, dataset).deck
    shown = answered(deck.of(view.locale, view.theme), Setting(view.hall, view.filters, root), dataset)
    return slides_pdf(shown, view, dataset, root, deck.title or page.title)
