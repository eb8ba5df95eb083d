"""A deck as PDF and on paper: the words and figures of the wall, told to who cannot see them, and notes whole."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from tagged import faults, tags, type_sizes

from components.drawing.fonts import width
from components.files.deck_pdf import handout_pdf, slides_pdf
from components.slideshow.composed import Chart, Composed, Grid, Role, Words
from components.slideshow.slide import Setting, Shown, answered
from components.theme import PAPER
from components.url.choices import HANDOUTS, Locale, SlideKind, Theme
from components.url.deck import Deck, Slide
from components.url.view import View
from data.dataset import Dataset

ROOT = "https://atalaya.example"
ODD = '#panic("x") *b* _i_ $x$ <a> @b \\ // c `d` = 1'
VIEWS = ("overview", "cooperation", "flows?chart=matrix", "compare?countries=ARG,PER", "country?country=PRY")


def shown(dataset: Dataset, *slides: tuple[str, str, str]) -> list[Shown]:
    """Slides of an address with a title and a note each, in Spanish."""
    made = [Slide(View.from_url(*f"/es/{view}".split("?")), title, note) for view, title, note in slides]
    return answered(Deck(tuple(made)), Setting(root=ROOT), dataset)


@pytest.fixture(scope="module")
def deck(real: Dataset) -> list[Shown]:
    return shown(real, *((view, "", f"Nota {n}\ncon otra línea") for n, view in enumerate(VIEWS)))


def as_pdf(slides: list[Shown], dataset: Dataset, theme: Theme = Theme.LIGHT) -> bytes:
    return slides_pdf(slides, View.from_url("/es/present").with_values(theme=theme), dataset, ROOT, "Una charla")


def said(file: bytes) -> list[str]:
    """The words of each page, without what breaks lines."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(file)).pages]


def test_a_page_has_every_word_of_its_slide_in_the_shape_of_the_wall(real: Dataset, deck: list[Shown]) -> None:
    file = as_pdf(deck, real)
    pages = said(file)
    assert len(pages) == len(deck)
    for page, slide in zip(pages, deck, strict=True):
        words = [line for block in slide.composed.blocks if isinstance(block, Words) for line in block.lines]
        words += [c.text for b in slide.composed.blocks if isinstance(b, Grid) for row in b.rows for c in row]
        assert [each for each in words if " ".join(each.split()) not in page] == []
    box = PdfReader(BytesIO(file)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (960, 540)


def test_a_deck_tells_who_cannot_see_it_what_is_on_the_wall(real: Dataset, deck: list[Shown]) -> None:
    file = as_pdf(deck, real)
    assert faults(file) == []
    found, blocks = tags(file), [block for slide in deck for block in slide.composed.blocks]
    charts = {" ".join(block.label.split()) for block in blocks if isinstance(block, Chart) and block.label}
    grids = [block for block in blocks if isinstance(block, Grid)]
    assert charts
    assert charts <= {tag.alt for tag in found if tag.name == "Figure"}
    assert sum(tag.name == "Table" for tag in found) == len(grids) > 0
    assert sum(tag.name == "TH" for tag in found) == sum(len(grid.rows[0]) for grid in grids)
    assert sum(tag.name == "H1" for tag in found) == len(deck)


def test_each_slide_is_a_bookmark_and_its_sources_lead_to_the_living_view(real: Dataset, deck: list[Shown]) -> None:
    reader = PdfReader(BytesIO(as_pdf(deck, real)))
    titles = [" ".join(mark["/Title"].split()) for mark in reader.outline]
    assert titles == [
        " ".join(" ".join(block.lines).split())
        for slide in deck
        for block in slide.composed.blocks
        if isinstance(block, Words) and block.role is Role.TITLE
    ]
    for page, slide in zip(reader.pages, deck, strict=True):
        assert ROOT + slide.page.view.url in {each.get_object()["/A"]["/URI"] for each in page["/Annots"]}


def test_the_same_deck_gives_the_same_bytes_and_another_theme_others(real: Dataset, deck: list[Shown]) -> None:
    assert as_pdf(deck, real) == as_pdf(deck, real) != as_pdf(deck, real, Theme.DARK)


@pytest.mark.parametrize("per_page", HANDOUTS)
def test_a_handout_has_number_picture_note_and_sources(real: Dataset, deck: list[Shown], per_page: int) -> None:
    file = handout_pdf(deck, View.from_url("/es/present"), real, ROOT, "Una charla", per_page)
    assert faults(file) == []
    pages = said(file)
    assert len(pages) == -(-len(deck) // per_page)
    for slide in deck:
        page = pages[(slide.number - 1) // per_page]
        assert f"Nota {slide.number - 1} con otra línea" in page
        assert f"{slide.number} / {len(deck)}" in page
    assert all("Una charla" in page and real.release in page for page in pages)
    lines = PdfReader(BytesIO(file)).pages[0].extract_text().splitlines()
    assert {"Nota 0", "con otra línea"} <= {line.strip() for line in lines}


@pytest.mark.parametrize("per_page", HANDOUTS)
def test_a_long_note_goes_on_and_loses_no_word(real: Dataset, per_page: int) -> None:
    note = "\n\n".join(" ".join(f"palabra{n}.{m}" for m in range(60)) for n in range(14))
    slides = shown(real, ("overview", "", note), ("flows", "", "corta"))
    pages = said(handout_pdf(slides, View.from_url("/es/present"), real, ROOT, "", per_page))
    assert len(pages) > 1
    assert set(note.split()) <= set(" ".join(pages).split())


def six_up(dataset: Dataset, *notes: str) -> list[str]:
    """The pages of a handout of six of a slide with these notes in turn, and a closing one."""
    view = View.from_url("/es/cooperation")
    slides = [Slide(view, "", note) for note in notes]
    closing = Slide.own(SlideKind.CLOSING, Locale.ES, title="Gracias", note="Adiós")
    slides_shown = answered(Deck((*slides, closing)), Setting(root=ROOT), replace(dataset, contact="a@atalaya.example"))
    return said(handout_pdf(slides_shown, View.from_url("/es/present"), dataset, ROOT, "", 6))


def test_six_slides_of_a_page_stay_six_where_a_smaller_picture_leaves_room_for_what_is_said(real: Dataset) -> None:
    note = " ".join(["palabra"] * 45)
    pages = six_up(real, *[note] * 5)
    assert len(pages) == 1
    assert pages[0].count("palabra") == 5 * 45


def test_a_slide_whose_note_is_longer_than_its_share_stays_whole(real: Dataset) -> None:
    notes = ["", "", "", "", "", " ".join(["palabra"] * 150)]
    pages = six_up(real, *notes)
    (whole,) = [page for page in pages if "palabra" in page]
    assert whole.count("palabra") == 150
    assert "6 / 7" in whole


def test_a_slide_that_is_no_view_has_no_sources_under_it_on_paper(real: Dataset) -> None:
    (page,) = six_up(real, "")
    assert page.count("a@atalaya.example") == 1  # on the slide
    assert page.count("Registro propio de hechos publicados") == 2  # on the slide of the view, and under it


def test_what_somebody_wrote_is_text_whatever_it_says(real: Dataset) -> None:
    slides = shown(real, ("overview", ODD, f"{ODD}\n🐘 \ud800"))
    file = as_pdf(slides, real)
    assert ODD in said(file)[0]
    paper = handout_pdf(slides, View.from_url("/es/present"), real, ROOT, ODD, 1)
    assert said(paper)[0].count(ODD) == 3  # as title, as note, at the foot
    assert "□ □" in said(paper)[0]
    assert faults(file) == faults(paper) == []


def test_a_deck_without_slides_is_a_paper_that_says_so_in_its_title(real: Dataset) -> None:
    file = slides_pdf([], View.from_url("/pt-PT/present"), real, ROOT, "Vazia")
    reader = PdfReader(BytesIO(file))
    assert reader.metadata
    assert (reader.metadata.title, reader.root_object["/Lang"]) == ("Vazia", Locale.PT_PT)


def test_the_smallest_type_of_a_slide_is_seven_points_on_a_paper_that_is_as_wide(
    real: Dataset, deck: list[Shown]
) -> None:
    paper = handout_pdf(deck, View.from_url("/es/present"), real, ROOT, "", 1)
    assert min(type_sizes(paper)) >= 7  # a fortieth of a picture as wide as the paper


@pytest.mark.parametrize("per_page", HANDOUTS)
def test_what_is_said_beside_a_picture_on_paper_is_eight_points_or_more(
    real: Dataset, deck: list[Shown], per_page: int
) -> None:
    bare = [each._replace(composed=Composed(())) for each in deck]
    assert min(type_sizes(handout_pdf(bare, View.from_url("/es/present"), real, ROOT, "", per_page))) >= 8


def test_words_end_where_they_end_on_the_wall_and_cells_have_seams(real: Dataset) -> None:
    slides = shown(real, (VIEWS[2], "", ""), ("flows", "", ""))
    page = PdfReader(BytesIO(as_pdf(slides, real))).pages[0]
    (number,) = [b for b in slides[0].composed.blocks if isinstance(b, Words) and b.role is Role.NUMBER]
    starts: list[float] = []

    def visit(text: str, at: list[float], line: list[float], *_: object) -> None:
        if text.strip() == number.lines[0]:
            starts.append(line[4] * at[0] + at[4])

    page.extract_text(visitor_text=visit)
    ends = (number.place.left + number.place.width - width(number.lines[0], number.size, number.weight)) / 2
    assert starts == [pytest.approx(ends, abs=2)]
    contents = page.get_contents()
    assert contents is not None
    strokes = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) SCN", contents.get_data())
    assert PAPER in {"#" + "".join(f"{round(float(each) * 255):02x}" for each in stroke) for stroke in strokes}
