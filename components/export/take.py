"""A page answered, as the bytes of one of its files."""

from components.export.pdf import Paper
from components.export.png import png
from components.export.sheet import card, laid, sheet
from components.export.svg import svg
from components.pages.page import ShownPage

FILES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
}
SIZES = {"1x": 1.0, "2x": 2.0, "social": 1.0}  # of a PNG: pixels to a unit; `social` is a card of 1200 by 630


def take(page: ShownPage, kind: str, root: str = "", size: str = "1x") -> bytes:
    """One of `FILES`; `root` is scheme and host for the address in it. An unknown kind is a KeyError."""
    made = laid(page, root)
    if kind == "png":
        return png(card(made) if size == "social" else sheet(made), SIZES[size])
    if kind == "svg":
        return svg(sheet(made), made.said.title, made.said.finding, page.view.language).encode()
    if kind == "pdf":
        said = made.said
        paper = Paper(said.title, said.finding, page.view.language, page.dataset.release)
        paper.sheet(sheet(made), made.colour("paper"), said.address)
        return paper.bytes()
    raise KeyError(kind)
