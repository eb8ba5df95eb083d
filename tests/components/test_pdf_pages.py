"""Where the pages of a PDF end."""

from dataclasses import replace

import pytest

from components.drawing.marks import Drawing, Heads
from components.files import pdf
from components.files.sheet import laid, sheet
from components.pages import open_page
from components.theme import PAPER
from components.url.choices import Language, Page
from components.url.view import View
from data.dataset import Dataset


def test_no_page_ends_inside_of_a_picture_that_would_fit_on_one(real: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lay on such an end was on neither page: the 22 in their panels, and a map with many notes below it."""
    found: list[list[float]] = []

    def kept(drawing: Drawing, room: float) -> list[tuple[float, float, Heads | None]]:
        pages = cut(drawing, room)
        found.append([end for _, end, _ in pages])
        return pages

    cut = pdf._pages
    monkeypatch.setattr(pdf, "_pages", kept)
    panels = sheet(laid(open_page(View.of(Language.EN, Page.JUSTICE), (), real)))
    noted = replace(sheet(laid(open_page(View.of(Language.EN, Page.OVERVIEW), (), real))), height=1300.0)
    for drawing in (panels, noted):
        paper = pdf.Paper("", "", "en", "2025-10-28")
        paper.sheet(drawing, PAPER, "")
        paper.bytes()  # which closes the fonts
        *ends, last = found[-1]
        assert ends
        assert set(ends) <= set(drawing.cuts)
        assert last == drawing.height
