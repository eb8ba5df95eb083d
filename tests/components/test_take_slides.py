"""Slides to take away: native charts and tables with the figures of the page, and all that must be said about them."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PdfReader

from components.captions.releases import cited
from components.cells import figure
from components.figures.axes import Ground
from components.figures.joining import Point
from components.figures.time_series import LOOKS, Line, time_series
from components.files.file_exports import take
from components.files.slide_charts import native
from components.files.slides import deck_pptx
from components.i18n import Words
from components.pages import open_page
from components.pages.overview.page import Overview
from components.pages.page import ShownPage, Told
from components.url.choices import CHARTS, Chart, Language, Page
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval
from data.vocabulary import Country, Measure

Opened = Callable[..., Overview]
ROOT = "https://atalaya.example"
OFFICE = shutil.which("soffice")


def read(file: bytes) -> Any:
    return Presentation(BytesIO(file))


def slide_of(page: ShownPage) -> Any:
    return read(take(page, "pptx", ROOT)).slides[0]


def chart_of(page: ShownPage) -> Any:
    return next(shape.chart for shape in slide_of(page).shapes if shape.has_chart)


def test_a_slide_says_the_finding_and_keeps_what_belongs_to_it(overview: Opened) -> None:
    page = overview("?years=2019-2023&year=2021", "pt")
    address = ROOT + cited(page.view, page.dataset).url
    deck = read(take(page, "pptx", ROOT))
    slide = deck.slides[0]
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=1e-3)
    assert slide.shapes.title.text_frame.text == page.finding(2021).sentence
    runs = [r for p in slide.shapes.title.text_frame.paragraphs for r in p.runs]
    assert {str(run.font.language_id) for run in runs} == {"PORTUGUESE (2070)"}
    notes = slide.notes_slide.notes_text_frame.text
    for said in (
        page.finding(2021).caveat,
        "small-1",
        "2025-10-28",
        address,
        "Counts & figures",
        page.title,
    ):
        assert said in notes
    shown = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert page.finding(2021).caveat in shown
    assert address in shown
    pictures = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert [shape.click_action.hyperlink.address for shape in pictures] == [None, address]
    assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in pictures)


def test_a_ranking_is_a_chart_of_lower_bounds_and_of_what_reaches_above_them(overview: Opened) -> None:
    """In 2023 Bolivia has 50, Spain 30 to 34; the others nothing, which is no zero."""
    chart = chart_of(overview("?years=2019-2023&year=2023&chart=rank"))
    low, reach = chart.plots[0].series
    names = list(chart.plots[0].categories)
    assert [name.split("   ") for name in names[:2]] == [["Bolivia", "50"], ["Spain", "30–34"]]
    assert list(low.values)[:2] == [50, 30]
    assert list(reach.values)[:2] == [0, 4]
    assert all(value is None for value in [*low.values[2:], *reach.values[2:]])
    assert len(names) == len(Country)
    assert chart.value_axis.minimum_scale == 0


def test_several_countries_are_lines_with_gaps_bounds_and_a_new_line_after_a_break(overview: Opened) -> None:
    chart = chart_of(overview("?years=2019-2023&countries=ARG,ESP&chart=series"))
    drawn = {series.name: list(series.values) for series in chart.plots[0].series}
    assert drawn == {
        "Argentina": [100, 110, 120, 150, None],
        "Spain": [200, None, None, None, None],
        "Spain: new series from 2021": [None, None, 240, 250, None],
        "Spain: lower bound": [None, None, None, None, 30],
        "Spain: upper bound": [None, None, None, None, 34],
    }


def test_many_countries_are_a_picture_and_no_chart(overview: Opened) -> None:
    for chart in (Chart.SERIES, Chart.MAP):
        page = overview(f"?chart={chart}")
        (shown,) = (each.figure for each in page.pictures() if each.figure)
        assert native(shown, page.words) is None


@pytest.mark.parametrize("n", [len(LOOKS), len(LOOKS) + 1])
def test_more_lines_than_can_be_told_apart_are_no_chart(en: Words, n: int) -> None:
    ends = [Point(2020, Interval(1, 1)), Point(2021, Interval(2, 2))]
    drawn = [Line(f"{place}", ends, LOOKS[place % len(LOOKS)]) for place in range(n)]
    assert (native(time_series(drawn, Ground(range(2020, 2022), en.rate_limit)), en) is None) == (n > len(LOOKS))


def test_a_table_is_native_with_the_cells_of_the_page(overview: Opened) -> None:
    page = overview("?years=2019-2023&year=2021&chart=table")
    tables = [shape.table for shape in slide_of(page).shapes if shape.has_table]
    cells = {row.cells[0].text: [cell.text for cell in row.cells] for row in tables[0].rows}
    for country in (Country.ARG, Country.BOL, Country.ESP):
        printed = figure(page.answer.cells[country, 2021], Measure.COUNT, page.words)
        assert cells[page.words.country(country)][1] == printed
    assert len(cells) == 1 + len(Country)


def test_the_same_slides_are_the_same_bytes(overview: Opened) -> None:
    page, again = (overview("?years=2019-2023&chart=rank") for _ in range(2))
    assert take(page, "pptx", ROOT) == take(again, "pptx", ROOT)


def test_a_deck_has_a_slide_for_each_view_with_its_own_title_and_note(overview: Opened) -> None:
    told = [Told(overview("?chart=rank"), "We find more", "Say it slowly"), Told(overview("?chart=map"))]
    slides = read(deck_pptx(told, ROOT)).slides
    assert len(slides) == 2
    assert slides[0].shapes.title.text_frame.text == "We find more"
    assert slides[0].notes_slide.notes_text_frame.text.startswith("Say it slowly\n")
    assert told[0].page.description.partition(";")[0] in slides[0].notes_slide.notes_text_frame.text
    assert read(deck_pptx([], ROOT)).slides._sldIdLst is not None


def test_a_deck_as_pdf_has_a_page_for_each_view(overview: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    page = overview("?chart=rank")
    monkeypatch.setattr(page, "told", lambda: [Told(page, "We find more"), Told(overview("?chart=map"))])
    pages = PdfReader(BytesIO(take(page, "pdf", ROOT))).pages
    assert len(pages) == 2
    assert "We find more" in pages[0].extract_text()
    assert float(pages[0].mediabox.width) / float(pages[0].mediabox.height) == pytest.approx(16 / 9, abs=1e-3)


@pytest.mark.parametrize(("page", "chart"), [(page, chart) for page in Page for chart in CHARTS.get(page, ())])
def test_each_page_and_chart_gives_a_slide_with_nothing_over_its_edge(real: Dataset, page: Page, chart: Chart) -> None:
    shown = open_page(View.of(Language.ES, page, chart=chart), (), real)
    deck = read(take(shown, "pptx", ROOT))
    for shape in deck.slides[0].shapes:
        assert shape.left >= 0
        assert shape.top >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height
    assert any(s.has_chart or s.has_table or s.shape_type == MSO_SHAPE_TYPE.PICTURE for s in deck.slides[0].shapes)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here: that it opens the slides is not tried")
def test_libreoffice_opens_the_slides(overview: Opened, tmp_path: Path) -> None:
    told = [Told(overview(f"?years=2019-2023&chart={chart}")) for chart in ("map", "rank", "table")]
    (tmp_path / "deck.pptx").write_bytes(deck_pptx(told, ROOT))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [str(OFFICE), home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "deck.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=240)
    pages = PdfReader(tmp_path / "deck.pdf").pages
    assert len(pages) == 3
    assert all("detected" in page.extract_text() for page in pages)
