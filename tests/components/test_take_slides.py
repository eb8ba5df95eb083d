"""Slides to take away: each block of a composed slide as what stands for it in PPTX, in its place and as it is said."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pixels
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pypdf import PdfReader
from slides_opened import ROOT, TITLE, leaves, packed, read, shapes_of, texts

from components.drawing.colours import dark, light
from components.drawing.marks import Shape, line_ops
from components.figures.interval_bars import Bar, Group, interval_bars
from components.files.slide_format import EMU
from components.files.slide_paths import geometry
from components.files.slides import SPOKEN
from components.slideshow.composed import Cell, Chart, Code, Grid, Image, Place, Role, Words
from components.theme import BAR, INK, SOFT
from components.url.choices import Locale, Theme
from data.dataset import Dataset
from data.interval import Interval

OFFICE = shutil.which("soffice")


def of_bars(*bars: Bar) -> Chart:
    figure = interval_bars([Group("", bars)])
    return Chart(Place(72, 220, 1776, figure["layout"]["height"] * 2), figure, 2, "What it says")


# ---- words ----


def test_the_title_is_the_title_in_its_lines_type_colour_and_language(small: Dataset) -> None:
    words = Words(Place(100, 600, 900, 40), Role.CAVEAT, ("A caveat",), 30, SOFT, anchor="end")
    for theme, scheme in ((Theme.LIGHT, light), (Theme.DARK, dark)):
        slide = read(small, [words, TITLE], theme=theme).slides[0]
        title = slide.shapes.title
        assert title.placeholder_format.type == PP_PLACEHOLDER.TITLE
        assert title.text_frame.text.split("\v") == ["We find more", "than we knew"]
        assert (title.left, title.width) == (72 * EMU, 1776 * EMU)
        (run, _) = title.text_frame.paragraphs[0].runs
        assert (run.font.size.pt, run.font.bold, run.font.name) == (27, True, "Arial")
        assert f"#{run.font.color.rgb}".lower() == scheme(INK)
        assert run._r.rPr.get("lang") == SPOKEN[Locale.ES]
        other = slide.shapes[0]
        assert not other.is_placeholder
        assert f"#{other.text_frame.paragraphs[0].runs[0].font.color.rgb}".lower() == scheme(SOFT)


def test_what_is_read_first_comes_first_and_a_place_is_the_slides(small: Dataset) -> None:
    said = [Words(Place(10 * n, 20 * n, 300, 40), Role.TEXT, (f"Text {n}",), 30) for n in range(1, 5)]
    shapes = shapes_of(small, TITLE, *said)
    assert texts(shapes)[1:] == [f"Text {n}" for n in range(1, 5)]
    assert [(shape.left / EMU, shape.width / EMU) for shape in shapes[1:]] == [(10 * n, 300) for n in range(1, 5)]
    for n, shape in enumerate(shapes[1:], 1):
        assert shape.top / EMU == pytest.approx(20 * n, abs=2)
        assert shape.text_frame.word_wrap is False
        assert shape.text_frame._txBody.bodyPr.find("{*}noAutofit") is not None


def test_the_number_of_a_slide_is_counted_anew_where_slides_are_moved(small: Dataset) -> None:
    number = Words(Place(1700, 1000, 148, 34), Role.NUMBER, ("2 / 11",), 27, SOFT, anchor="end")
    (shape,) = shapes_of(small, number)
    assert shape._element.xpath(".//a:fld[@type='slidenum']/a:t")[0].text == "2"
    assert shape._element.xpath("string(.//a:p)") == "2 / 11"


def test_the_notes_are_what_one_wrote_line_by_line_then_what_is_known(small: Dataset) -> None:
    (slide,) = read(small, [TITLE], note="Say it slowly.\n\nThen <pause> & wait.").slides
    assert slide.notes_slide.notes_text_frame.text.split("\n") == [
        "Say it slowly.", "", "Then <pause> & wait.",
        "What was chosen", "Sources: one",
    ]  # fmt: skip


# ---- tables, codes, pictures, paths ----


def test_a_grid_is_a_table_with_its_heads_figures_and_colours(small: Dataset) -> None:
    rows = (
        (Cell("", is_head=True), Cell("ARG", is_head=True)),
        (Cell("Bolivia", anchor="start"), Cell("<5", fill=BAR)),
    )
    grid = Grid(Place(72, 200, 800, 120), rows, (500, 300), 60, 27, "Who lists whom")
    (shape,) = shapes_of(small, grid)
    assert [[cell.text for cell in row.cells] for row in shape.table.rows] == [["", "ARG"], ["Bolivia", "<5"]]
    assert [column.width / EMU for column in shape.table.columns] == [500, 300]
    assert [row.height / EMU for row in shape.table.rows] == [60, 60]
    assert f"#{shape.table.cell(1, 1).fill.fore_color.rgb}".lower() == BAR
    assert shape._element.xpath(".//p:cNvPr/@descr") == ["Who lists whom"]


def test_a_code_is_a_shape_that_leads_where_it_leads(small: Dataset) -> None:
    address = f"{ROOT}/es/overview"
    shapes = shapes_of(small, Code(Place(1600, 700, 200, 200), address))
    assert not [shape for shape in shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert [shape.click_action.hyperlink.address for shape in shapes] == [None, address]
    assert address in shapes[-1]._element.xpath(".//p:cNvPr/@descr")[0]


def test_a_picture_of_ones_own_is_in_its_place_with_its_words(small: Dataset) -> None:
    file = BytesIO()
    Pixels.new("RGB", (40, 10), "red").save(file, "PNG")
    (shape,) = shapes_of(small, Image(Place(100, 250, 400, 100), file.getvalue(), "image/png", "A red band"))
    assert [v / EMU for v in (shape.left, shape.top, shape.width, shape.height)] == [100, 250, 400, 100]
    assert shape._element.xpath(".//p:cNvPr/@descr") == ["A red band"]
    assert shape.image.blob == file.getvalue()


@given(st.lists(st.tuples(st.floats(-50, 150), st.floats(-50, 150)), min_size=3, max_size=12))
def test_a_clipped_path_is_what_of_it_lies_within(points: list[tuple[float, float]]) -> None:
    """Nothing beyond the clip; all of what lies within."""
    found = geometry(Shape(line_ops(points, closed=True), "#ffffff", clip=(0, 0, 100, 100)))
    inside = [point for point in points if min(point) >= 0 and max(point) <= 100]
    assert found or not inside
    if found:
        left, top, wide, tall = found[0]
        assert min(left, top) >= -1e-6
        assert max(left + wide, top + tall) <= 100 + 1e-6
        assert all(left - 1e-6 <= x <= left + wide + 1e-6 and top - 1e-6 <= y <= top + tall + 1e-6 for x, y in inside)


# ---- the file ----


def test_the_same_slides_are_the_same_bytes(small: Dataset) -> None:
    one, other = (packed(small, [TITLE, of_bars(Bar("Peru", Interval(1, 3), "1–3"))]) for _ in range(2))
    assert one == other


def test_a_deck_without_slides_can_be_read(small: Dataset) -> None:
    assert len(read(small).slides) == 0


def test_each_shape_has_a_number_of_its_own_and_what_is_no_text_is_told_or_decoration(small: Dataset) -> None:
    blocks = [TITLE, of_bars(Bar("Peru", Interval(1, 3), "1–3")), Code(Place(1600, 700, 200, 200), f"{ROOT}/es")]
    (slide,) = read(small, blocks).slides
    named = slide._element.xpath(".//p:cNvPr")
    assert len({each.get("id") for each in named}) == len(named)
    for each in leaves(slide.shapes):
        (known,) = each._element.xpath("*[1]/p:cNvPr")
        is_text = bool(each._element.xpath("p:txBody"))
        assert is_text or known.get("descr") or known.xpath(".//*[local-name()='decorative']")
    assert [group.get("descr") for group in slide._element.xpath(".//p:grpSp/p:nvGrpSpPr/p:cNvPr")] == ["What it says"]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here: that it opens the slides is not tried")
def test_libreoffice_opens_the_slides(small: Dataset, tmp_path: Path) -> None:
    blocks = [TITLE, of_bars(Bar("Peru", Interval(1, 3), "1–3"), Bar("Cuba", None, "not published"))]
    (tmp_path / "deck.pptx").write_bytes(packed(small, blocks, [TITLE]))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [str(OFFICE), home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "deck.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=240)
    pages = PdfReader(tmp_path / "deck.pdf").pages
    assert len(pages) == 2
    found = "".join(pages[0].extract_text().split())
    assert all(said in found for said in ("Peru", "1–3", "notpublished"))
