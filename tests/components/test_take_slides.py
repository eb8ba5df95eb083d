"""Slides to take away: each block of a composed slide as what stands for it in PPTX, in its place and as it is said."""

import shutil
import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from PIL import Image as Pixels
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pypdf import PdfReader

from components.drawing.colours import dark, light
from components.drawing.marks import Shape, line_ops
from components.figures.axes import Ground
from components.figures.interval_bars import Bar, Group, interval_bars
from components.figures.joining import Point
from components.figures.time_series import LOOKS, Line, time_series
from components.files.slide_format import EMU
from components.files.slide_paths import geometry
from components.files.slide_series import Bars, Lines, charted
from components.files.slides import SPOKEN, deck_pptx
from components.i18n import Words as Say
from components.slideshow.composed import Block, Cell, Chart, Code, Composed, Grid, Image, Place, Role, Words
from components.slideshow.slide import Shown
from components.slideshow.slide_captions import Said
from components.slideshow.slide_drawing import marks
from components.theme import ACCENT, BAR, INK, SOFT, Figure
from components.url.choices import Locale, Page, Theme
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval

OFFICE = shutil.which("soffice")
ROOT = "https://atalaya.example"
TITLE = Words(Place(72, 46, 1776, 125), Role.TITLE, ("We find more", "than we knew"), 54, INK, 600, name="title")
WIDE, SCALE = 1776.0, 2.4
NAMES = st.text("abcdefghij", min_size=1, max_size=6)


def packed(dataset: Dataset, *slides: Sequence[Block], theme: Theme = Theme.LIGHT, note: str = "") -> bytes:
    view = View.of(Locale.ES, Page.PRESENT, theme=theme)
    said = Said(*[""] * (len(Said._fields) - 1), passport=("What was chosen", "Sources: one", "/es/overview?chart=map"))
    shown = [
        Shown(n, SimpleNamespace(note=note), SimpleNamespace(), said, Composed(tuple(blocks)))  # type: ignore[arg-type]
        for n, blocks in enumerate(slides, 1)
    ]
    return deck_pptx(shown, view, dataset, ROOT, "A deck")


def read(dataset: Dataset, *slides: Sequence[Block], **how: Any) -> Any:
    return Presentation(BytesIO(packed(dataset, *slides, **how)))


def shapes_of(dataset: Dataset, *blocks: Block, **how: Any) -> list[Any]:
    """All shapes of a slide, those of groups in their place."""
    return list(leaves(read(dataset, blocks, **how).slides[0].shapes))


def leaves(shapes: Any) -> Any:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from leaves(shape.shapes)
        else:
            yield shape


def texts(shapes: Sequence[Any]) -> list[str]:
    return [shape.text_frame.text.strip() for shape in shapes if shape.has_text_frame and shape.text_frame.text]


def charts(shapes: Sequence[Any]) -> list[Any]:
    return [shape.chart for shape in shapes if shape.has_chart]


def drawn(figure: Figure, tall: float = 700) -> Chart:
    return Chart(Place(72, 220, WIDE, tall), figure, SCALE, "What it says", "bars")


def of_bars(*bars: Bar) -> Chart:
    figure = interval_bars([Group("", bars)])
    return drawn(figure, figure["layout"]["height"] * SCALE)


def of_lines(*lines: Line, years: range = range(2015, 2024)) -> Chart:
    return drawn(time_series(lines, Ground(years, lambda mark: f"{mark:g}")))


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
        "What was chosen", "Sources: one", f"{ROOT}/es/overview?chart=map",
    ]  # fmt: skip


# ---- charts ----


def test_bars_are_lower_bounds_and_striped_what_reaches_above_them(small: Dataset) -> None:
    """Nothing published is no zero, and a zero is one."""
    shapes = shapes_of(
        small,
        of_bars(
            Bar("Bolivia", Interval(50, 50), "50"), Bar("Spain", Interval(30, 34), "30–34"),
            Bar("Chile", Interval(0, 4), "<5"), Bar("Cuba", None, "not published"),
            Bar("Peru", Interval(0, 0), "0", hue=ACCENT),
        ),
    )  # fmt: skip
    (chart,) = charts(shapes)
    low, reach = chart.plots[0].series
    assert list(chart.plots[0].categories) == ["Bolivia", "Spain", "Chile", "Cuba", "Peru"]
    assert list(low.values) == [50, 30, 0, None, 0]
    assert list(reach.values) == [None, 4, 4, None, None]
    assert f"#{low.format.fill.fore_color.rgb}".lower() == BAR
    assert reach._element.xpath("c:spPr/a:pattFill/@prst")
    assert {"50", "30–34", "<5", "not published", "0", "Bolivia", "Spain", "Chile", "Cuba", "Peru"} <= set(
        texts(shapes)
    )


def test_the_figures_of_a_chart_are_in_its_workbook_with_what_is_printed(small: Dataset, es: Say) -> None:
    (chart,) = charts(shapes_of(small, of_bars(Bar("Chile", Interval(0, 4), "<5"), Bar("Perú", Interval(7, 7), "7"))))
    sheet = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["", es("take.low"), es("take.reach"), es("take.printed")],
        ["Chile", 0, 4, "<5"],
        ["Perú", 7, None, "7"],
    ]


def test_lines_keep_gaps_begin_anew_after_a_break_and_have_bounds_for_ranges(small: Dataset, es: Say) -> None:
    spain = [Point(2015, Interval(10, 10)), Point(2016, Interval(20, 20)), Point(2018, Interval(30, 40)),
             Point(2019, Interval(35, 35)), Point(2020, Interval(50, 50))]  # fmt: skip
    peru = [Point(year, Interval(year - 2000, year - 2000)) for year in range(2016, 2021)]
    chart = of_lines(Line("Spain", spain, LOOKS[0], (2020,)), Line("Peru", peru, LOOKS[1]), years=range(2015, 2021))
    (found,) = charts(shapes_of(small, chart))
    assert list(found.plots[0].categories) == [str(year) for year in range(2015, 2021)]
    assert {series.name: list(series.values) for series in found.plots[0].series} == {
        "Spain": [10, 20, None, None, 35, None],
        es("take.since", name="Spain", year=2020): [None, None, None, None, None, 50],
        es("take.lower", name="Spain"): [None, None, None, 30, None, None],
        es("take.upper", name="Spain"): [None, None, None, 40, None, None],
        "Peru": [None, 16, 17, 18, 19, 20],
    }
    assert found._chartSpace.xpath(".//c:dispBlanksAs/@val") == ["gap"]
    assert [v.text for v in found._chartSpace.xpath(".//c:errBars/c:plus//c:v")] == ["10"]


bounds = st.tuples(st.integers(0, 5000), st.integers(0, 300)).map(lambda pair: Interval(pair[0], sum(pair)))


@given(st.lists(st.tuples(NAMES, st.none() | bounds), min_size=1, max_size=14), st.sampled_from([0, 24]))
def test_a_chart_of_bars_has_the_bounds_of_each_row(
    en: Say, rows: list[tuple[str, Interval | None]], near: int
) -> None:
    bars = [Bar(name, shown, "-" if shown is None else en.interval(shown)) for name, shown in rows]
    figure = interval_bars([Group("", bars)], beside=near)
    ((shown,), rest) = charted(figure, 700, figure["layout"]["height"], en)
    assert isinstance(shown, Bars)
    assert list(shown.names) == [name for name, _ in rows]
    assert list(shown.low) == [None if known is None else known.low for _, known in rows]
    assert list(shown.reach) == [(known.high - known.low or None) if known else None for _, known in rows]
    assert {trace["name"] for trace in rest["data"]} <= {"row", "names", "printed"}


@given(st.dictionaries(st.integers(2010, 2020), bounds, min_size=1), st.sets(st.integers(2011, 2020)))
def test_a_chart_of_lines_has_every_figure_once_and_joins_nothing_over_a_break(
    en: Say, known: dict[int, Interval], broken: set[int]
) -> None:
    points = [Point(year, known[year]) for year in sorted(known)]
    figure = time_series([Line("Peru", points, breaks=sorted(broken))], Ground(range(2010, 2021), str))
    ((shown,), _) = charted(figure, 700, 430, en)
    assert isinstance(shown, Lines)
    exact = [line for line in shown.lines if not line.is_bound]
    told = [(year, v) for line in exact for year, v in zip(shown.years, line.values, strict=True) if v is not None]
    assert sorted(told) == [(year, each.low) for year, each in sorted(known.items()) if each.is_exact]
    for line in exact:
        years = [year for year, value in zip(shown.years, line.values, strict=True) if value is not None]
        assert not any(year in broken and year - 1 in years for year in years)
    for nth, bound in enumerate(line for line in shown.lines if line.is_bound):
        ends = {year: value for year, value in zip(shown.years, bound.values, strict=True) if value is not None}
        assert ends == {year: each[nth] for year, each in known.items() if not each.is_exact}


def test_a_bar_of_a_chart_lies_where_the_slide_has_it(small: Dataset) -> None:
    """The plot within its frame, in units: the bars of the drawing begin and end there."""
    block = of_bars(Bar("Bolivia", Interval(50, 50), "50"), Bar("Spain", Interval(25, 25), "25"))
    frame = next(shape for shape in shapes_of(small, block) if shape.has_chart)
    x, y, w, h = (float(v) for v in frame.chart._chartSpace.xpath(
        ".//c:plotArea/c:layout/c:manualLayout/*[self::c:x or self::c:y or self::c:w or self::c:h]/@val"))  # fmt: skip
    low, high = (float(frame.chart._chartSpace.xpath(f".//c:valAx//c:{end}/@val")[0]) for end in ("min", "max"))
    left, wide = frame.left / EMU + x * frame.width / EMU, w * frame.width / EMU
    solid = [mark for mark in marks(block) if isinstance(mark, Shape) and mark.fill == BAR]
    assert left + (0 - low) / (high - low) * wide == pytest.approx(solid[0].box[0], abs=1)
    assert left + (50 - low) / (high - low) * wide == pytest.approx(solid[0].box[2], abs=1)
    top, tall = frame.top / EMU + y * frame.height / EMU, h * frame.height / EMU
    assert top + tall / 4 == pytest.approx((solid[0].box[1] + solid[0].box[3]) / 2, abs=1)


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


def test_a_picture_of_ones_own_is_whole_in_its_place_with_its_words(small: Dataset) -> None:
    file = BytesIO()
    Pixels.new("RGB", (40, 10), "red").save(file, "PNG")
    (shape,) = shapes_of(small, Image(Place(100, 100, 400, 400), file.getvalue(), "image/png", "A red band"))
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
