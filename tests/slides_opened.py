"""Composed slides as a file of slides, and what somebody finds who opens it."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from types import SimpleNamespace
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from components.files.slides import deck_pptx
from components.slideshow.composed import Block, Composed, Place, Role, Words
from components.slideshow.slide import Shown
from components.slideshow.slide_captions import Said
from components.theme import INK
from components.url.choices import Locale, Page, Theme
from components.url.view import View
from data.dataset import Dataset

ROOT = "https://atalaya.example"
TITLE = Words(Place(72, 46, 1776, 125), Role.TITLE, ("We find more", "than we knew"), 54, INK, 600, name="title")


def packed(dataset: Dataset, *slides: Sequence[Block], theme: Theme = Theme.LIGHT, note: str = "") -> bytes:
    view = View.of(Locale.ES, Page.PRESENT, theme=theme)
    said = Said(*[""] * (len(Said._fields) - 1), passport=("What was chosen", "Sources: one"))
    shown = [
        Shown(n, SimpleNamespace(note=note), None, said, Composed(tuple(blocks)))  # type: ignore[arg-type]
        for n, blocks in enumerate(slides, 1)
    ]
    return deck_pptx(shown, view, dataset, ROOT, "A deck")


def read(dataset: Dataset, *slides: Sequence[Block], **how: Any) -> Any:
    return Presentation(BytesIO(packed(dataset, *slides, **how)))


def shapes_of(dataset: Dataset, *blocks: Block, **how: Any) -> list[Any]:
    """All shapes of a slide, those of groups in their place."""
    return list(leaves(read(dataset, blocks, **how).slides[0].shapes))


def leaves(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from leaves(shape.shapes)
        else:
            yield shape


def texts(shapes: Sequence[Any]) -> list[str]:
    return [shape.text_frame.text.strip() for shape in shapes if shape.has_text_frame and shape.text_frame.text]
