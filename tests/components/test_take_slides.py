"""Slides to take away: native charts and tables with the figures of the page, and all that must be said about them."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from itertools import combinations
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
from components.files.slide_charts import PX
from components.files.slide_series import SMALL, Columns, Lines, panels
from components.files.slides import ROOM, deck_pptx
from components.i18n import Words
from components.pages import open_page
from components.pages.flows.page import Flows
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
    assert {str(run.font.language_id) for run in runs} == {"BRAZILIAN_PORTUGUESE (1046)"}
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
    chart = chart_of(overview("?years=2019-2023&countries=ARG,ESP&chart=series&layout=together"))
    drawn = {series.name: list(series.values) for series in chart.plots[0].series}
    assert drawn == {
        "Argentina": [100, 110, 120, 150, None],
        "Spain": [200, None, None, None, None],
        "Spain: new series from 2021": [None, None, 240, 250, None],
        "Spain: lower bound": [None, None, None, None, 30],
        "Spain: upper bound": [None, None, None, None, 34],
    }


def charts_of(page: ShownPage) -> dict[str, Any]:
    """Each chart of a slide by the first line of its name."""
    charts = [shape.chart for shape in slide_of(page).shapes if shape.has_chart]
    return {chart.chart_title.text_frame.paragraphs[0].text: chart for chart in charts}


def test_one_country_is_columns_with_their_figures_and_a_series_after_a_break(overview: Opened) -> None:
    """In Spain 200, nothing, 240 and 250 in another series, 30 to 34."""
    page = overview("?years=2019-2023&countries=ESP&chart=series")
    assert page.title.endswith(", 2019–2023")
    (plot,) = charts_of(page)[page.title].plots
    assert list(plot.categories) == ["2019\n200", "2020\n—", "2021\n240", "2022\n250", "2023\n30–34"]
    assert {series.name: list(series.values) for series in plot.series} == {
        "Spain": [200, None, None, None, None],
        "Spain: new series from 2021": [None, None, 240, 250, 30],
        "Up to the upper bound": [0, None, 0, 0, 4],
    }


def test_columns_whose_figures_have_no_room_below_them_are_a_line(overview: Opened) -> None:
    page = overview("?years=2019-2023&countries=ESP&chart=series")
    (shown,) = (each.figure for each in page.pictures() if each.figure)
    wide, narrow = (panels(shown, page.words, room)[0].shown for room in (ROOM, 150))
    assert (type(wide), type(narrow)) == (Columns, Lines)


@pytest.mark.parametrize(("chart", "is_common"), [("multiples", True), ("series", False)])
def test_a_few_panels_are_a_chart_each_on_the_scale_of_their_page(small: Dataset, chart: str, is_common: bool) -> None:
    page = Page.COMPARE if is_common else Page.OVERVIEW
    values = {"countries": (Country.ARG, Country.BOL, Country.ESP), "years": (2019, 2023), "chart": Chart(chart)}
    shown = charts_of(open_page(View.of(Language.EN, page, **values), (), small))
    assert list(shown) == ["Argentina", "Bolivia", "Spain"]
    drawn = {name: [(each.name, list(each.values)) for each in chart.plots[0].series] for name, chart in shown.items()}
    assert drawn["Argentina"] == [("Argentina", [100, 110, 120, 150, None])]
    assert ("Spain: upper bound", [None, None, None, None, 34]) in drawn["Spain"]
    assert [list(chart.plots[0].categories) for chart in shown.values()] == [[str(y) for y in range(2019, 2024)]] * 3
    assert len({chart.value_axis.maximum_scale for chart in shown.values()}) == 1
    assert (shown["Spain"].value_axis.maximum_scale is not None) == is_common


def test_the_largest_flows_are_bars_that_can_be_edited_and_the_rest_is_said(real: Dataset) -> None:
    page = open_page(View.of(Language.EN, Page.FLOWS, chart=Chart.TABLE), (), real)
    assert isinstance(page, Flows)
    slide = slide_of(page)
    (plot,) = next(shape.chart for shape in slide.shapes if shape.has_chart).plots
    listed = page.shown[: len(list(plot.categories))]
    assert 20 <= len(listed) < len(page.shown)
    assert [name.split("   ")[0] for name in plot.categories] == [page.pair(flow) for flow in listed]
    assert [name.split("   ")[1].split(" ")[0] for name in plot.categories] == [page.figure(flow) for flow in listed]
    bounds = list(zip(*(series.values for series in plot.series), strict=True))
    assert bounds == [(flow.count.low, flow.count.high - flow.count.low) for flow in listed]
    assert any(page.words("take.rest") in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_two_sides_are_two_charts_and_a_small_figure_is_printed(real: Dataset) -> None:
    page = open_page(View.of(Language.EN, Page.FLOWS, chart=Chart.COUNTRY, country=Country.MEX), (), real)
    charts = [shape.chart for shape in slide_of(page).shapes if shape.has_chart]
    assert len(charts) == 2
    printed = [name.split("   ")[1] for chart in charts for name in chart.plots[0].categories]
    assert all(name[0].isdigit() or name.startswith("<5 ") for name in printed)
    assert any(name.startswith("<5 ") for name in printed)
    assert [chart.category_axis._element.xpath("c:tickLblSkip/@val") for chart in charts] == [["1"], ["1"]]


def test_many_countries_are_a_picture_and_no_chart(overview: Opened) -> None:
    for chart in (Chart.SERIES, Chart.MAP):
        page = overview(f"?chart={chart}")
        (shown,) = (each.figure for each in page.pictures() if each.figure)
        assert panels(shown, page.words, ROOM) == ()


@pytest.mark.parametrize("n", [len(LOOKS), len(LOOKS) + 1])
def test_more_lines_than_can_be_told_apart_are_no_chart(en: Words, n: int) -> None:
    ends = [Point(2020, Interval(1, 1)), Point(2021, Interval(2, 2))]
    drawn = [Line(f"{place}", ends, LOOKS[place % len(LOOKS)]) for place in range(n)]
    shown = panels(time_series(drawn, Ground(range(2020, 2022), en.rate_limit)), en, ROOM)
    assert (shown == ()) == (n > len(LOOKS))


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


def sizes(shape: Any) -> set[float]:
    """Points of all type in a shape."""
    cells = [cell for row in shape.table.rows for cell in row.cells] if shape.has_table else []
    frames = [shape.text_frame] if shape.has_text_frame else [cell.text_frame for cell in cells]
    runs = [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]
    charts = [shape.chart.font] if shape.has_chart else []
    charts += [shape.chart.legend.font] if shape.has_chart and shape.chart.has_legend else []
    return {font.size.pt for font in [*(run.font for run in runs), *charts] if font.size}


def overlaps(one: Any, other: Any) -> bool:
    """Whether two shapes lie over each other by more than a pixel."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return bool(across > PX and down > PX)


@pytest.mark.parametrize(("page", "chart"), [(page, chart) for page in Page for chart in CHARTS.get(page, ())])
def test_each_slide_is_within_its_edges_apart_large_enough_and_told_in_words(
    real: Dataset, page: Page, chart: Chart
) -> None:
    shown = open_page(View.of(Language.ES, page, chart=chart), (), real)
    deck = read(take(shown, "pptx", ROOT))
    for slide in deck.slides:
        shapes = list(slide.shapes)
        for shape in shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            assert min(sizes(shape), default=SMALL) >= SMALL
        drawn = [s for s in shapes if s.has_chart or s.has_table or s.shape_type == MSO_SHAPE_TYPE.PICTURE]
        assert len(drawn) > 1  # the code that leads to the page is one of them
        assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in drawn)
        assert [(a.name, b.name) for a, b in combinations(shapes, 2) if overlaps(a, b)] == []


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
