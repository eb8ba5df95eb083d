"""The pixels of a picture: the PNG shows what the SVG of the same drawing shows, read by another program."""

from dataclasses import replace
from io import BytesIO

import pytest
import resvg_py
from PIL import Image, ImageChops

from components.drawing.fonts import FILES
from components.drawing.marks import Drawing, Text, rect
from components.drawing.svg import svg
from components.files.png import MOST, png
from components.files.sheet import laid, sheet
from components.pages import open_page
from components.slideshow.slide import Setting, answered
from components.slideshow.slide_drawing import drawing
from components.url.choices import Language, Page
from components.url.deck import Deck, Slide
from components.url.view import View
from data.dataset import Dataset

ACROSS = 320  # pixels: a thumbnail, in which a line is where it is and letters a hair closer do not count
UNLIKE = 64  # of 255: two pixels of which one shows what the other does not
MOST_UNLIKE = 4e-3  # of all pixels: in the SVG a line is as long as it was measured, in pixels its letters are kerned


@pytest.fixture(scope="module")
def slide(real: Dataset) -> Drawing:
    [shown] = answered(Deck((Slide(View.of(Language.ES, Page.OVERVIEW)),)), Setting(), real)
    return drawing(shown.composed)


def opened(made: bytes) -> Image.Image:
    return Image.open(BytesIO(made)).convert("RGB")


def read(made: Drawing) -> Image.Image:
    """The SVG file as another program has it."""
    files = [str(path) for path in FILES.values()]
    file = svg(made, "", "", "es")
    return opened(bytes(resvg_py.svg_to_bytes(svg_string=file, width=ACROSS, skip_system_fonts=True, font_files=files)))


def unlike(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that are not alike."""
    size = (min(one.width, other.width), min(one.height, other.height))
    apart = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size))).convert("L")
    return sum(apart.histogram()[UNLIKE:]) / (size[0] * size[1])


def test_the_png_and_the_svg_of_a_drawing_are_alike(real: Dataset, slide: Drawing) -> None:
    paper = sheet(laid(open_page(View.of(Language.PT, Page.OVERVIEW), (), real)))
    for made in (slide, paper):
        pixels = opened(png(made, ACROSS / made.width))
        assert pixels.size == (ACROSS, round(made.height * ACROSS / made.width))
        assert unlike(pixels, read(made)) < MOST_UNLIKE


def test_a_line_that_is_elsewhere_and_a_shape_that_is_not_there_are_seen(slide: Drawing) -> None:
    pixels = opened(png(slide, ACROSS / slide.width))
    longest = max(slide.texts, key=lambda text: text.width)
    moved = [mark.moved(0, 20, 1) if mark is longest else mark for mark in slide.marks]
    bare = [mark for mark in slide.marks if isinstance(mark, Text) or mark is slide.marks[0]]
    for marks in (moved, bare):
        assert unlike(pixels, read(replace(slide, marks=tuple(marks)))) > MOST_UNLIKE


def test_a_picture_in_pixels_is_sharp_at_any_height_and_has_an_end() -> None:
    """A line one unit thick that lies on pixels has its own colour: nothing is drawn larger and made smaller again."""
    for height in (40.0, 40.3, 40.5, 40.9):
        made = opened(png(Drawing(60, height, (rect(0, 0, 60, 41, "#ffffff"), rect(0, 20, 60, 1, "#000000")))))
        column = [made.getpixel((30, y))[0] for y in range(18, 24)]
        assert max(abs(a - b) for a, b in zip(column, [255, 255, 0, 255, 255, 255], strict=True)) < 8, height
    assert max(opened(png(Drawing(10, 40_000))).size) <= MOST
