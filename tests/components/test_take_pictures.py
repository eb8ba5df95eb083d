"""Pictures to take away: each page and chart gives a file that stands alone, says what it shows, and stays within."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laid_out import meeting
from PIL import Image
from pypdf import PdfReader

from components.cells import figure
from components.drawing.fonts import runs, width, wrap
from components.drawing.marks import LEADING, Drawing, Shape, Text
from components.drawing.svg import svg
from components.files import table_drawing
from components.files.file_exports import take
from components.files.sheet import CARD, card, laid, sheet
from components.files.table_grid import column_widths, grid
from components.pages import open_page
from components.pages.overview.page import Overview
from components.pages.page import ShownPage
from components.tables.table import Table, TableCell, TableRow
from components.theme import HUES, INK, MISSING_GROUND, MISSING_LINE, PAPER
from components.url.choices import CHARTS, Chart, Language, Page, Theme
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.vocabulary import Country, Measure

Opened = Callable[..., Overview]
ROOT = "https://atalaya.example"
SVG = "{http://www.w3.org/2000/svg}"
PICTURES = [(page, chart) for page in Page for chart in CHARTS.get(page, ())]


def opened(data: Dataset, page: Page, language: Language = Language.EN, **values: object) -> ShownPage:
    return open_page(View.of(language, page, **values), (), data)


def written(file: str | bytes) -> list[str]:
    """The texts of a picture, as they stand in it."""
    root = ElementTree.fromstring(file)  # noqa: S314 - our own file
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


def outside(drawing: Drawing) -> list[str]:
    """The texts that reach over an edge, by their measured widths."""
    wide, tall = drawing.width + 0.5, drawing.height
    return [t.text for t in drawing.texts if t.box[0] < 0 or t.box[1] < 0 or t.box[2] > wide or t.box[3] > tall]


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """The pairs of texts of which one lies over the other."""
    boxes = [(text.box, text.text) for text in drawing.texts]
    return list(meeting([((left, top, right, bottom - 1), said) for (left, top, right, bottom), said in boxes]))


def said_by(table: Table) -> Counter[str]:
    """The words of a table's cells, but for those of a way on, which paper has no use for."""
    rows = [TableRow(table.heads), *table.rows, *([table.foot] if table.foot else [])]
    return Counter(word for row in rows for cell in row.cells if not cell.is_way for word in cell.text.split())


@pytest.mark.parametrize(("page", "chart"), PICTURES)
def test_each_picture_stands_alone_and_says_what_it_shows(real: Dataset, page: Page, chart: Chart) -> None:
    shown = opened(real, page, chart=chart)
    made = laid(shown, ROOT)
    drawing = sheet(made)
    assert outside(drawing) == []
    file = svg(drawing, made.said.title, made.said.finding, "en")
    texts = " ".join(written(file))
    for words in (made.said.title, made.said.finding, made.said.version, made.said.address):
        assert set(words.split()) <= set(texts.split()), words
    assert all(set(source.split()) <= set(texts.split()) for source in made.said.sources)
    again = View.from_url(*made.said.address.removeprefix(ROOT).split("?"))
    assert again.with_values(release=None) == shown.view  # and the release that has these figures
    assert made.said.filter or page in (Page.METHOD, Page.ABOUT, Page.COUNTRY)  # of no choice there is no filter
    assert not re.search(r"\b(?:xlink:)?href=|@import|<image|<script", file)
    assert all(each.startswith(("#", "data:")) for each in re.findall(r"url\(([^)]*)\)", file))
    assert "var(" not in file
    assert "light-dark" not in file


@pytest.mark.parametrize(("page", "chart"), PICTURES)
def test_tables_and_sentences_are_whole_and_nothing_lies_over_another(real: Dataset, page: Page, chart: Chart) -> None:
    made = laid(opened(real, page, Language.PT, chart=chart), ROOT)
    assert overlapping(sheet(made)) == []
    for each in made.pictures:
        if each.table:
            drawn = table_drawing.drawing(each.table, 1200)
            printed = "".join("".join(text.text.split()) for text in drawn.texts)
            assert all(word in printed or len(word) > 20 for word in said_by(each.table))
            assert outside(drawn) == []
            assert list(drawn.cuts) == sorted(drawn.cuts)


def test_a_column_of_long_texts_has_the_room_that_short_ones_can_spare() -> None:
    heads = [TableCell(f"Head {n}", beside="what explains it at length", head="col") for n in range(12)]
    short = [TableCell(f"some words {n}") for n in range(11)]
    rows = [TableRow([*short, TableCell(" ".join(["source"] * 24))])] * 20
    found = grid(Table("", heads, [rows], ""))
    widths = column_widths(found, 1200, table_drawing.SIZE)
    heights = table_drawing.row_heights(found, widths, table_drawing.SIZE)
    assert sum(widths) == pytest.approx(1200, abs=6)
    assert max(heights[1:]) < 5 * table_drawing.SIZE * LEADING  # all of one width: sixteen lines
    assert heights[0] < 2 * table_drawing.SIZE * LEADING


def test_rows_of_data_on_paper_say_first_how_many_of_how_many_they_are(real: Dataset) -> None:
    (rows, *_) = opened(real, Page.DATA, Language.EN).pictures()
    assert rows.table
    assert re.fullmatch(r"Rows 1–100 of \d,\d{3}", rows.title)
    assert len(rows.table.rows) == 100


def test_a_word_that_is_moved_by_twenty_pixels_is_found(overview: Opened) -> None:
    table = overview("?years=2019-2023&year=2021&chart=table").pictures()[0].table
    assert table
    drawn = table_drawing.drawing(table, 1200)
    (nth,) = (n for n, mark in enumerate(drawn.marks) if isinstance(mark, Text) and mark.text == "Argentina")
    lower, far = (drawn.marks[nth].moved(*by, 1) for by in ((0, 20), (-20, 0)))
    moved, off = (replace(drawn, marks=(*drawn.marks[:nth], m, *drawn.marks[nth + 1 :])) for m in (lower, far))
    assert (overlapping(drawn), outside(drawn)) == ([], [])
    assert overlapping(moved) == [("Argentina", "Bolivia")]
    assert outside(off) == ["Argentina"]


@pytest.mark.parametrize(("page", "chart"), PICTURES)
def test_nothing_of_a_card_reaches_over_its_edge(real: Dataset, page: Page, chart: Chart) -> None:
    made = laid(opened(real, page, chart=chart), ROOT)
    drawing = card(made)
    assert (drawing.width, drawing.height) == CARD
    assert outside(drawing) == []


@pytest.mark.parametrize(("page", "chart"), [(Page.OVERVIEW, Chart.MAP), (Page.FLOWS, Chart.MAP), (Page.JUSTICE, None)])
@pytest.mark.parametrize("language", Language)
def test_a_card_says_its_finding_whole_and_has_the_whole_picture(
    real: Dataset, language: Language, page: Page, chart: Chart | None
) -> None:
    view = View.of(language, page, **({"chart": chart} if chart else {}))
    made = laid(open_page(view, (), real), ROOT)
    drawing = card(made)
    texts = [mark for mark in drawing.marks if isinstance(mark, Text)]
    headline = [each for each in texts if each.weight == 600 and each.size >= 27]
    assert " ".join(each.text for each in headline) == made.said.finding
    assert not [each.text for each in texts if each.text.endswith("…")]
    if chart:  # beside its words a map is nearly as tall as the card
        assert max(each.x for each in headline) < min(mark.box[2] for mark in drawing.marks if mark.box[2] > 1100)
        shapes = [mark.box for mark in drawing.marks[1:] if not isinstance(mark, Text) and mark.box[0] > 560]
        assert max(box[3] for box in shapes) - min(box[1] for box in shapes) > 500


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("chart", [Chart.MAP, Chart.RANK, Chart.TABLE])
def test_the_figures_of_a_picture_are_those_of_the_answer(overview: Opened, language: Language, chart: Chart) -> None:
    page = overview(f"?years=2019-2023&year=2021&chart={chart}", language)
    texts = written(take(page, "svg"))
    printed = {c: figure(page.answer.cells[c, 2021], Measure.COUNT, page.words) for c in ("ARG", "BOL", "ESP")}
    assert printed == {"ARG": "120", "BOL": "<5", "ESP": "240"}
    assert {each for text in texts for each in text.split()} >= set(printed.values())
    names = {page.words.country(country) for country in printed}
    assert chart is Chart.MAP or names <= set(texts)


def test_rows_to_take_away_are_the_rows_of_the_picture(overview: Opened) -> None:
    page = overview("?years=2019-2023&year=2023&chart=table&countries=BOL,ESP")
    texts = {word for text in written(take(page, "svg")) for word in text.split()}
    rows = page.rows().dropna(subset=["low"])
    for low, high in zip(rows["low"], rows["high"], strict=True):
        said = "<5" if (low, high) == (0, 4) else str(low) if low == high else f"{low}–{high}"
        assert said in texts


def test_a_series_has_no_mark_where_no_figure_is_known(overview: Opened) -> None:
    """Spain has no figure in 2020 and a break in 2021: no dot in the gap, none for a range, a dotted upright."""
    made = laid(overview("?countries=ESP&years=2019-2023&chart=series&layout=together"))
    marks = [mark for mark in made.picture(1200).marks if isinstance(mark, Shape)]
    hue = HUES[0]
    dots = [mark for mark in marks if mark.fill == hue and mark.opacity[0] == 1]
    assert sum(op == "M" for dot in dots for op, _ in dot.ops) == 3  # 2019, 2021, 2022; the range of 2023 is a band
    assert sum(mark.fill == hue and mark.opacity[0] < 1 for mark in marks) == 1
    assert sum(mark.stroke == hue and mark.dash != () for mark in marks) == 1


def test_what_is_not_reported_is_striped_and_a_range_keeps_its_dashes(overview: Opened) -> None:
    made = laid(overview("?years=2019-2023&year=2021"))
    marks = [mark for mark in made.picture(1200).marks if isinstance(mark, Shape)]
    stripes = {mark.hatch for mark in marks if mark.hatch}
    assert (MISSING_GROUND, MISSING_LINE) in {(h.ground, h.line) for h in stripes}
    assert any(mark.dash and mark.stroke == INK for mark in marks)  # BOL, <5


def test_a_theme_is_the_one_of_the_address(overview: Opened) -> None:
    light, dark = (laid(overview(f"?theme={theme}")) for theme in (Theme.LIGHT, Theme.DARK))
    assert (light.colour(PAPER), dark.colour(PAPER)) == ("#fbf9f4", "#12161c")
    assert sheet(dark).marks[0].fill == "#12161c"  # type: ignore[union-attr]
    files = [written(take(overview(f"?theme={theme}"), "svg")) for theme in (Theme.LIGHT, Theme.DARK)]
    assert files[0][:-1] == files[1][:-1]  # all but the address


def test_what_could_not_be_used_is_said_on_the_picture(small: Dataset) -> None:
    page = open_page(View.of(Language.EN, Page.OVERVIEW), (Ignored("size", "huge", "1x, 2x, social"),), small)
    assert "huge" in " ".join(written(take(page, "svg")))


def test_what_is_only_spoken_or_folded_away_is_not_drawn(overview: Opened) -> None:
    texts = " ".join(written(take(overview("?years=2019-2023&chart=table"), "svg")))
    assert texts.count("Break in the series") <= 2  # once a table and flag, not in each cell


@pytest.mark.parametrize(("size", "shape"), [("1x", 1), ("2x", 2), ("social", None)])
def test_a_png_has_the_size_asked_for(overview: Opened, size: str, shape: int | None) -> None:
    page = overview("?years=2019-2023")
    drawing = sheet(laid(page))
    expected = (round(drawing.width * shape), drawing.height * shape) if shape else CARD
    with Image.open(BytesIO(take(page, "png", size=size))) as picture:
        assert picture.format == "PNG"
        assert picture.size == pytest.approx(expected, abs=1.5)
        assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 20  # drawn, not blank


def test_a_pdf_has_the_words_as_text_and_is_the_same_bytes_again(overview: Opened) -> None:
    page = overview("?years=2019-2023&year=2021&chart=rank")
    file = take(page, "pdf", ROOT)
    assert file == take(overview("?years=2019-2023&year=2021&chart=rank"), "pdf", ROOT)
    reader = PdfReader(BytesIO(file))
    said = " ".join(reader.pages[0].extract_text().split())
    assert page.finding(2021).figure in said
    assert "Argentina 120" in said or {"Argentina", "120", "<5"} <= set(said.split())
    assert reader.metadata is not None
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date().isoformat() == "2025-10-28"


def test_a_long_table_goes_over_pages_and_loses_no_row(real: Dataset) -> None:
    page = opened(real, Page.FLOWS, chart=Chart.TABLE)
    reader = PdfReader(BytesIO(take(page, "pdf", ROOT)))
    assert len(reader.pages) > 1
    said = "\n".join(each.extract_text() for each in reader.pages)
    rows = page.rows()
    assert len(rows) > 100
    for row in rows.itertuples():
        assert row.partner_label in said
    assert said.count("range: a sum with suppressed figures") == (rows["status"] == "range").sum()


def test_a_table_that_goes_on_says_its_heads_on_each_page(real: Dataset) -> None:
    shown = opened(real, Page.FLOWS, chart=Chart.TABLE)
    (table,) = (each.table for each in shown.pictures()[:1])
    assert table
    heads = [head.text for head in table.heads if head.text]
    names = [row.cells[0].text for row in table.rows]
    pages = [each.extract_text() for each in PdfReader(BytesIO(take(shown, "pdf", ROOT))).pages]
    going_on = [text for text in pages if sum(text.count(name) for name in set(names)) > 3]
    assert len(going_on) > 2
    for text in going_on:
        assert all(" ".join(text.split()).count(head) for head in heads)


def test_a_profile_as_a_file_counts_what_its_page_has_folded(real: Dataset) -> None:
    page = opened(real, Page.COUNTRY, country=Country.MEX)
    (parts,) = (each for each in page.pictures() if each.name.endswith("revised-parts"))
    assert parts.table is None
    assert re.match(r"\d+ figures by group or citizenship .* address below\.", parts.said[0])


def test_an_unknown_kind_of_file_is_a_key_error(overview: Opened) -> None:
    with pytest.raises(KeyError):
        take(overview(""), "exe")


@given(st.text(alphabet=st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=200), st.floats(30, 500))
def test_lines_fit_their_room_and_lose_no_letter(text: str, room: float) -> None:
    lines = wrap(text, 14, 400, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, 14) <= room or len(line) == 1 for line in lines)


def test_text_is_measured_in_the_font_that_has_the_letter() -> None:
    assert runs("Bolivia → 5") == [("Noto Sans", "Bolivia "), ("DejaVu Sans", "→"), ("Noto Sans", " 5")]
    assert width("", 14) == 0
    assert width("iii", 14) < width("mmm", 14) < width("mmm", 14, 600)
    assert width("ab", 28) == pytest.approx(2 * width("ab", 14))


def test_every_country_is_drawn(overview: Opened) -> None:
    made = laid(overview("?years=2019-2023&chart=rank"))
    texts = {text.text for text in made.picture(1200).texts}
    assert {overview("").words.country(country) for country in Country} <= texts
