"""What leaves the room is what was on the wall: each file of a deck has, slide by slide, the words, the figures and the
countries of the slides as composed; and those of a map are all that the answer has."""

import re
from collections.abc import Callable, Sequence
from html import unescape
from io import BytesIO
from typing import NamedTuple

import pytest
from pptx import Presentation
from pypdf import PdfReader
from slides_opened import ROOT, leaves

from components.cells import figure
from components.drawing.marks import Text
from components.drawing.svg import svg
from components.files.deck_pdf import slides_pdf
from components.files.slides import deck_pptx
from components.pages.overview.page import Overview
from components.pages.presenter.prepared_decks import prepared
from components.slideshow.composed import Chart, Composed, Grid, Sampled, Words
from components.slideshow.slide import Setting, Shown, answered, sections
from components.slideshow.slide_drawing import drawing, marks
from components.url.choices import Locale, Page, Prepared
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country, Measure

DECKS = ((Prepared.SUMMIT, None), *((Prepared.COUNTRY, Country(code)) for code in ("PRY", "PRT", "AND")))
LANGUAGES = (Locale.ES, Locale.PT, Locale.EN)
CODE = re.compile(r"shape-([A-Z]{3})\b")


class Found(NamedTuple):
    """What a slide of a file says, without the room between letters, and the countries of its map (None where a format
    does not name its shapes)."""

    said: str
    codes: frozenset[str] | None


def close(text: str) -> str:
    """A text without any room: each format has its own."""
    return "".join(text.split()).replace("\u00ad", "")


def unmarked(written: str) -> str:
    """The letters of a document."""
    return unescape(re.sub(r"<[^>]+>", "", written))


def told(composed: Composed) -> list[str]:
    """Each text of a slide, as it stands there."""
    found: list[str] = []
    for block in composed.blocks:
        match block:
            case Words():
                found += block.lines
            case Grid():
                found += [cell.text for row in block.rows for cell in row]
            case Sampled():
                found.append(block.text)
            case Chart():
                found += [mark.text for mark in marks(block) if isinstance(mark, Text)]
    return [close(each) for each in found if close(each)]


def codes(composed: Composed) -> frozenset[str]:
    """The countries of the maps of a slide."""
    traces = [t for block in composed.blocks if isinstance(block, Chart) for t in block.figure["data"]]
    return frozenset(found[1] for t in traces if (found := CODE.match(str(t.get("uid", "")))))


def of_pptx(shown: Sequence[Shown], view: View, dataset: Dataset) -> list[Found]:
    found = []
    for slide in Presentation(BytesIO(deck_pptx(shown, view, dataset, ROOT))).slides:
        letters = "".join("".join(each._element.itertext("{*}t")) for each in leaves(slide.shapes))
        names = {each.name for each in leaves(slide.shapes)}
        found.append(Found(close(letters), frozenset(names & {*Country})))
    return found


def of_pdf(shown: Sequence[Shown], view: View, dataset: Dataset) -> list[Found]:
    pages = PdfReader(BytesIO(slides_pdf(shown, view, dataset, ROOT))).pages
    return [Found(close(page.extract_text()), None) for page in pages]


def of_drawing(shown: Sequence[Shown], view: View, dataset: Dataset) -> list[Found]:  # noqa: ARG001
    """PNG is these marks as pixels."""
    found = []
    for each in shown:
        made = drawing(each.composed)
        names = {match[1] for mark in made.marks if (match := CODE.match(mark.trace.name))}
        found.append(Found(close("".join(text.text for text in made.texts)), frozenset(names)))
    return found


def of_svg(shown: Sequence[Shown], view: View, dataset: Dataset) -> list[Found]:  # noqa: ARG001
    found = []
    for each in shown:
        written = svg(drawing(each.composed), "A slide", "", view.locale)
        letters = "".join(re.findall(r"<text[^>]*>(.*?)</text>", written))
        found.append(Found(close(unmarked(letters)), None))
    return found


def of_hall(shown: Sequence[Shown], view: View, dataset: Dataset) -> list[Found]:  # noqa: ARG001
    found = []
    for made in [each for each in sections(shown, 1) if "<section" in each]:
        sheet = str(made).partition('<div class="notes"')[0]
        found.append(Found(close(unmarked(sheet)), frozenset(CODE.findall(sheet))))
    return found


Format = Callable[[Sequence[Shown], View, Dataset], list[Found]]
FORMATS: tuple[Format, ...] = (of_pptx, of_pdf, of_drawing, of_svg, of_hall)


@pytest.fixture(scope="module")
def shown_of(real: Dataset) -> Callable[[Prepared, Country | None, Locale], list[Shown]]:
    """A ready-made deck answered, once for all formats."""
    kept: dict[tuple[Prepared, Country | None, Locale], list[Shown]] = {}

    def shown(which: Prepared, country: Country | None, locale: Locale) -> list[Shown]:
        key = (which, country, locale)
        if key not in kept:
            kept[key] = answered(prepared(which, country, locale, real), Setting(root=ROOT), real)
        return kept[key]

    return shown


@pytest.mark.parametrize(("which", "country"), DECKS)
@pytest.mark.parametrize("read", FORMATS, ids=lambda each: each.__name__.removeprefix("of_"))
def test_each_slide_of_a_file_says_and_shows_what_was_composed(
    real: Dataset, shown_of: Callable[..., list[Shown]], read: Format, which: Prepared, country: Country | None
) -> None:
    for locale in LANGUAGES:
        shown = shown_of(which, country, locale)
        found = read(shown, View.of(locale, Page.PRESENT), real)
        assert len(found) == len(shown)
        for each, slide in zip(shown, found, strict=True):
            assert [text for text in told(each.composed) if text not in slide.said] == [], each.number
            assert slide.codes in (None, codes(each.composed)), each.number


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_map_has_all_countries_and_prints_no_figure_that_the_answer_has_not(
    shown_of: Callable[..., list[Shown]], locale: Locale
) -> None:
    maps = [
        each for deck in DECKS for each in shown_of(*deck, locale)
        if isinstance(each.page, Overview) and codes(each.composed)
    ]  # fmt: skip
    assert maps
    for each in maps:
        page = each.page
        assert isinstance(page, Overview)
        assert codes(each.composed) == {*map(str, Country)}
        known = {close(figure(page.answer.cells[country, page.year], Measure.COUNT, page.words)) for country in Country
                 if page.answer.cells[country, page.year].is_published}  # fmt: skip
        printed = {
            close(mark.text)
            for block in each.composed.blocks if isinstance(block, Chart) and block.name == "map"
            for mark in marks(block) if isinstance(mark, Text)
        }  # fmt: skip
        assert printed
        assert printed <= known
