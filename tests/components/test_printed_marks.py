"""Figures in files have the marks of the reader's place, in a type that has them."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from components.drawing.fonts import printable, width, wrap
from components.files.file_exports import take
from components.pages import open_page
from components.url.view import View
from data.dataset import Dataset

ROOT = "https://atalaya.example"


@pytest.mark.parametrize(("locale", "rate"), [("es", "2,61"), ("es-419", "2.61")])
def test_figures_are_printed_with_the_marks_of_the_place(real: Dataset, locale: str, rate: str) -> None:
    page = open_page(*View.parse(f"/{locale}/overview", "year=2022&measure=rate"), real)
    printed = "".join(each.extract_text() for each in PdfReader(BytesIO(take(page, "pdf", ROOT))).pages)
    for text in (printed, take(page, "svg", ROOT).decode()):
        assert "4\u202f649" in text  # in the headline
        assert rate in text  # on the map


@pytest.mark.parametrize("weight", [400, 600])
def test_the_space_between_groups_of_digits_is_narrow_and_breaks_no_line(weight: int) -> None:
    narrow = width("1\u202f186", 100, weight) - width("1186", 100, weight)
    assert 0.5 * width(" ", 100, weight) < narrow < 0.8 * width(" ", 100, weight)
    assert printable("1\u202f186") == "1\u202f186"
    assert wrap("un 1\u202f186", 100, weight, width("1\u202f186", 100, weight) + 1) == ["un", "1\u202f186"]


def test_a_sign_without_a_glyph_is_one_square_of_however_many_characters_it_is_made() -> None:
    family, wave = "\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f44b\U0001f3fd"
    assert printable(f"a {family} b {wave}\U0001f389 \u2713") == "a □ b □□ \u2713"
