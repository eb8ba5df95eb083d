"""The brief of a country: two sheets whoever it is, nothing cut, nothing silently left out."""

from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader
from tagged import faults, type_sizes

from components.files.brief_pdf import ENDS, LOWEST, high
from components.files.file_exports import take
from components.pages import open_page
from components.pages.country.page import CountryProfile
from components.url.choices import Locale, Page
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country

ROOT = "https://atalaya.example"


@pytest.mark.parametrize(
    ("locale", "country"),
    [(Locale.ES, Country.PRY), (Locale.PT, Country.PRT), (Locale.EN, Country.AND), (Locale.ES_419, Country.MEX)],
)
def test_a_brief_is_two_sheets_that_say_what_they_leave_out(real: Dataset, locale: Locale, country: Country) -> None:
    page = open_page(View.of(locale, Page.COUNTRY, country=country), (), real)
    assert isinstance(page, CountryProfile)
    file = take(page, "pdf", ROOT)
    assert faults(file) == []
    assert min(type_sizes(file)) >= 6.9  # 7 points, less what is lost in rounding
    pages = PdfReader(BytesIO(file)).pages
    assert len(pages) == 2
    assert all(page.mediabox.height > page.mediabox.width for page in pages)
    said = " ".join(" ".join(each.extract_text() for each in pages).split())
    told = [section.heading() for section in page.sections if section.drawn]
    assert [heading for heading in told if " ".join(heading.split()) not in said] == []
    assert f"{ROOT}/{locale}/country?country={country}" in said
    for row in next(each for each in page.pictures() if each.name == "country-keys").table.rows:  # type: ignore[union-attr]
        assert row.cells[1].text in said


def test_names_at_the_ends_of_lines_do_not_meet_where_the_figure_is_low(real: Dataset) -> None:
    page = open_page(View.of(Locale.ES, Page.COUNTRY, country=Country.AND), (), real)
    pictures = {each.name: each for each in page.pictures()}
    layout = high(pictures["country-clock"], LOWEST + 0.96).figure["layout"]  # type: ignore[index]
    tall = LOWEST - layout["margin"]["t"] - layout["margin"]["b"]
    names = [each for each in layout["annotations"] if ENDS.items() <= each.items()]
    at = sorted(each["y"] / layout["yaxis"]["range"][1] * tall for each in names)
    assert len(at) == 4
    assert at[0] >= 0  # what is below the axis is not drawn
    assert min(b - a for a, b in pairwise(at)) >= names[0]["font"]["size"]


def test_a_side_of_flows_that_nobody_published_is_one_line_and_no_heading(real: Dataset) -> None:
    page = open_page(View.of(Locale.ES, Page.COUNTRY, country=Country.AND), (), real)
    sides = [each for each in page.pictures() if each.name in ("country-out", "country-into")]
    assert [(each.title, len(each.said)) for each in sides] == [("", 1)] * 2
    assert all("Andorra" in each.said[0] and "Nada publicado" in each.said[0] for each in sides)
