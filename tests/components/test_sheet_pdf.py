"""A page as PDF: what a screen reader is told, pictures whole, type that can be read, and text that is only text."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from tagged import faults, tags, type_sizes

from components.files.file_exports import take
from components.files.pictures import figure_at
from components.files.sheet import Laid, laid
from components.files.sheet_pdf import UPRIGHT, sheet_pdf
from components.pages import open_page
from components.url.choices import Chart, Language, Locale, Page
from components.url.view import View
from data.dataset import Dataset

VIEWS = [
    (Page.OVERVIEW, Chart.MAP),
    (Page.JUSTICE, Chart.MULTIPLES),
    (Page.FLOWS, Chart.TABLE),
    (Page.COOPERATION, Chart.GAP),
    (Page.COOPERATION, Chart.EVENTS),
    (Page.METHOD, Chart.COVERAGE),
]
LEAST = 6.9  # points: 7, less what is lost in rounding


def of(data: Dataset, page: Page, chart: Chart, language: Language = Language.ES) -> Laid:
    return laid(open_page(View.of(language, page, chart=chart), (), data), "https://atalaya.example")


def made(shown: Laid, locale: Locale = Locale.ES) -> bytes:
    return sheet_pdf(shown, locale, "2025-10-28")


@pytest.mark.parametrize(("page", "chart"), VIEWS)
def test_a_sheet_tells_who_cannot_see_it_and_can_be_read_on_paper(real: Dataset, page: Page, chart: Chart) -> None:
    file = made(of(real, page, chart))
    assert faults(file) == []
    assert min(type_sizes(file)) >= LEAST
    assert PdfReader(BytesIO(file)).root_object["/Lang"] == "es"


def test_a_sheet_has_its_figures_as_pictures_with_words_and_its_tables_with_heads(real: Dataset) -> None:
    shown = of(real, Page.COOPERATION, Chart.GAP)
    found = tags(made(shown))
    tables = [each.table for each in shown.pictures if each.table]
    assert sum(tag.name == "Table" for tag in found) == len(tables) > 1
    assert sum(tag.name == "TH" for tag in found) == sum(len(table.heads) for table in tables)
    (map_,) = (tag for tag in tags(made(of(real, Page.OVERVIEW, Chart.MAP))) if tag.name == "Figure")
    assert "Argentina" in map_.alt or "Víctimas" in map_.alt


def test_a_fault_is_found(real: Dataset) -> None:
    file = made(of(real, Page.OVERVIEW, Chart.MAP))
    assert faults(file.replace(b"/DisplayDocTitle true", b"/DisplayDocTitle null")) == ["title shown"]
    assert faults(file.replace(b"/Alt", b"/Alz")) == ["pictures have a text"]
    assert faults(file.replace(b"/S/H1", b"/S/H2").replace(b"/S /H1", b"/S /H2")) == ["headings"]


def test_what_somebody_wrote_is_text_whatever_it_says(real: Dataset) -> None:
    shown = of(real, Page.OVERVIEW, Chart.MAP)
    odd = '#panic("x") *b* _i_ $x$ <a> @b \\ // c `d` = 1 #import "/etc/passwd"\n- two 🐘 \ud800'
    file = made(replace(shown, said=replace(shown.said, finding=odd, caveat=odd, sources=(odd,))))
    said = " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages).split())
    assert said.count('#panic("x") *b* _i_ $x$ <a> @b \\ // c `d` = 1 #import "/etc/passwd" - two □ □') == 3
    assert faults(file) == []


def test_a_paper_without_a_title_is_refused(real: Dataset) -> None:
    shown = of(real, Page.OVERVIEW, Chart.MAP)
    with pytest.raises(RuntimeError, match="title"):
        made(replace(shown, said=replace(shown.said, title="", finding="")))


def test_no_picture_is_cut_and_one_that_is_taller_than_a_page_stands_upright(real: Dataset) -> None:
    shown = of(real, Page.COOPERATION, Chart.EVENTS)
    pages = PdfReader(BytesIO(made(shown))).pages
    upright = [page for page in pages if page.mediabox.height > page.mediabox.width]
    assert len(upright) == 1
    (figure,) = (each.figure for each in shown.pictures if each.figure and not each.table)
    words = {text.text for text in figure_at(figure, *UPRIGHT).texts}
    assert len(words) > 50
    said = upright[0].extract_text()
    assert [text for text in words if text not in said] == []


def test_the_same_page_gives_the_same_bytes(real: Dataset) -> None:
    one, two = (open_page(View.of(Language.PT, Page.JUSTICE), (), real) for _ in range(2))
    assert take(one, "pdf") == take(two, "pdf")
