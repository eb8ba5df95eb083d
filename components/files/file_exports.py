"""A page answered, as the bytes of one of its files.

What writes PDF and slides takes 25 MB of memory and is loaded with the first of them: most processes are never asked.
"""

from components.drawing.svg import svg
from components.files.deck_files import Wanted, deck_file
from components.files.png import png
from components.files.sheet import card, laid, sheet
from components.pages.country.page import CountryProfile
from components.pages.page import ShownPage
from components.pages.presenter.prepared_decks import held
from components.url.choices import Chart, Page
from components.url.deck import Deck, Read, Slide
from components.url.view import View

FILES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
OF_SLIDE = ("slide", "thumb")  # of a PNG: the view as it is on the wall
SIZES = {"1x": 1.0, "2x": 2.0, "social": 1.0}  # of a PNG: pixels to a unit; `social` is a card of 1200 by 630


def take(page: ShownPage, kind: str, root: str = "", size: str = "1x", place: str = "") -> bytes:
    """One of `FILES`; `root` is scheme and host for the address in it, `place` one figure of the page for a PNG of it
    alone. An unknown kind is a KeyError."""
    if kind == "pptx" or size in OF_SLIDE:
        return _on_the_wall(page, Wanted(kind, page.view, root=root, size=size))
    if kind == "pdf":
        from components.files.brief_pdf import brief_pdf
        from components.files.sheet_pdf import sheet_pdf

        if isinstance(page, CountryProfile) and page.profile and not page.is_chart(Chart.TABLE):
            return brief_pdf(page, laid(page, root))
        return sheet_pdf(laid(page, root, place), page.view.locale, page.dataset.release)
    made = laid(page, root, place)
    if kind == "png":
        return png(card(made) if size == "social" else sheet(made), SIZES[size])
    if kind == "svg":
        return svg(sheet(made), made.said.title, made.said.finding, page.view.locale).encode()
    raise KeyError(kind)


def _on_the_wall(page: ShownPage, wanted: Wanted) -> bytes:
    """The deck of the presenter's room; another view as the slide that the hall has of it."""
    view, dataset = page.view, page.dataset
    if view.page is Page.PRESENT:
        return deck_file(held(view, dataset), wanted, dataset)
    room = View.of(view.locale, Page.PRESENT, theme=view.theme)
    return deck_file(Read(Deck((Slide(view),)), ()), wanted._replace(view=room), dataset)
