"""A deck as PDF: the hall's slides, one a page; or on paper with its notes and sources, one, two or six a page.

Words are text in the lines in which they are on the wall, charts vectors with a text for who cannot see them, grids
tables; each title is a heading and a bookmark.
"""

from base64 import b64encode
from collections.abc import Callable, Sequence
from typing import Any

from components.drawing.colours import Scheme, dark, light
from components.drawing.figure_svg import drawing as figure_drawing
from components.drawing.fonts import OVER, UNDER
from components.drawing.marks import Drawing, Mark, Shape, Text
from components.drawing.svg import NAMESPACE, svg
from components.files.captions import is_dark
from components.files.typeset import Data, Facts, Source, typeset
from components.i18n import words
from components.markup import el
from components.slideshow import composed as made_of
from components.slideshow.slide import Shown
from components.slideshow.slide_drawing import marks
from components.steps import steps
from components.theme import EDGE
from components.url.view import View
from data.dataset import Dataset

FEW = 2  # slides of a page up to which there is room for all sources
MARGIN = 36  # points of a handout
NO_BREAK = "\N{NO-BREAK SPACE}"  # a cell is one line on the wall
RISE = (OVER - UNDER) / 2  # of the size of type: from the middle of a line to where its letters stand


def slides_pdf(shown: Sequence[Shown], view: View, dataset: Dataset, root: str = "", title: str = "") -> bytes:
    """One page a slide, in the theme of the view that shows the deck; `root` is scheme and host of addresses."""
    scheme = dark if is_dark(view) else light
    slides = [_slide(each, root, scheme) for each in steps(shown)]
    return typeset("deck.typ", _facts(shown, view, dataset, title, scheme), {"slides": slides})


def handout_pdf(
    shown: Sequence[Shown], view: View, dataset: Dataset, root: str = "", title: str = "", per_page: int = FEW
) -> bytes:
    """`per_page` (one of HANDOUTS) slides a page, on white paper, with their notes and sources."""
    say = words(view.locale)
    slides = []
    for each in shown:
        told = {
            "number": say("wall.number", n=each.number, of=len(shown)),
            "note": each.slide.note,
            "sources": _sources(each, say) if per_page <= FEW else _printed(each),
            "address": _address(each, root) if per_page <= FEW else "",
        }
        slides.append(_slide(each, root, light) | told)
    facts = _facts(shown, view, dataset, title, light)
    version = say("take.version", version=dataset.version, release=dataset.release)
    data = {"slides": slides, "each": per_page, "edge": MARGIN, "foot": f"{facts.title} · {version}"}
    return typeset("handout.typ", facts, data)


def _facts(shown: Sequence[Shown], view: View, dataset: Dataset, title: str, scheme: Scheme) -> Facts:
    """A deck without a name is called as its first slide."""
    first = shown[0].said.sentence if shown else ""
    return Facts(title or first or "Atalaya", "", view.locale, dataset.release, scheme)


def _sources(shown: Shown, say: Any) -> list[str]:
    """The line of all sources."""
    return [line for line in shown.said.passport if line.startswith(f"{say('wall.sources')}:")]


def _printed(shown: Shown) -> list[str]:
    """The sources as far as the slide names them, where there is room for no more."""
    return [
        " ".join(block.lines)
        for block in shown.composed.blocks
        if isinstance(block, made_of.Words) and block.role is made_of.Role.SOURCE
    ]


def _address(shown: Shown, root: str) -> str:
    return root + shown.page.view.url if shown.page else ""


def _slide(shown: Shown, root: str, scheme: Scheme) -> Data:
    made = _Blocks(scheme, _address(shown, root) if root else "")
    return {"blocks": [data for block in shown.composed.blocks for data in made.of(block)]}


class _Blocks:
    """The blocks of a slide as data; `address` is where its sources lead to."""

    def __init__(self, scheme: Scheme, address: str) -> None:
        self._scheme, self._address = scheme, address
        self._kinds: dict[type, Callable[[Any], list[Data]]] = {
            made_of.Words: self._words,
            made_of.Chart: self._chart,
            made_of.Grid: self._grid,
            made_of.Image: self._image,
            made_of.Code: self._code,
        }

    def of(self, block: made_of.Block) -> list[Data]:
        return self._kinds.get(type(block), self._marks)(block)

    def _words(self, block: made_of.Words) -> list[Data]:
        look = {"size": block.size, "ink": self._scheme(block.colour), "weight": block.weight, "anchor": block.anchor}
        to = self._address if block.role is made_of.Role.SOURCE else ""
        return [_lines(block.place, block.lines, block.step, look) | {"role": str(block.role), "to": to}]

    def _chart(self, block: made_of.Chart) -> list[Data]:
        _, _, width, height = block.place
        drawn = figure_drawing(block.figure, width, height, scheme=self._scheme, scale=block.scale)
        return [_picture(block.place, drawn, block.label)]

    def _grid(self, block: made_of.Grid) -> list[Data]:
        rows = [[self._cell(cell, block.size) for cell in row] for row in block.rows]
        return [
            {
                "kind": "grid",
                "place": block.place,
                "columns": block.columns,
                "row": block.row,
                "apart": sorted(block.apart),
                "rule": self._scheme(EDGE),
                "rows": rows,
            }
        ]

    def _cell(self, cell: made_of.Cell, size: float) -> Data:
        colours = {
            name: value and self._scheme(value) for name in ("ink", "fill", "edge") for value in [getattr(cell, name)]
        }
        text = cell.text.replace(" ", NO_BREAK)
        return {"text": text, "weight": cell.weight, "anchor": cell.anchor, "size": cell.size or size, **colours}

    def _image(self, block: made_of.Image) -> list[Data]:
        """A picture of one's own, in a drawing, for data can hold no bytes."""
        _, _, width, height = block.place
        held = f"data:{block.mime};base64,{b64encode(block.data).decode()}"
        picture = el("image", href=held, width=width, height=height)
        made = el("svg", picture, xmlns=NAMESPACE, width=width, height=height, viewBox=f"0 0 {width} {height}")
        return [_drawn(block.place, made, block.alt or "–")]

    def _code(self, block: made_of.Code) -> list[Data]:
        """A code leads where it says; it is dark upon light in any theme."""
        drawn = _picture(block.place, _moved(block, Shape), block.address)
        return [drawn | {"to": block.address if block.address.startswith("http") else ""}]

    def _marks(self, block: made_of.Block) -> list[Data]:
        """What has no twin of its own: its shapes as a picture, its texts as text."""
        shapes = _moved(block, Shape).coloured(self._scheme)
        drawn = [_picture(block.place, shapes, "")] if shapes.marks else []
        return [*drawn, *(self._text(mark) for mark in marks(block) if isinstance(mark, Text))]

    def _text(self, text: Text) -> Data:
        step = text.size * (OVER + UNDER)
        place = (text.left, text.y - RISE * text.size - step / 2, text.width, step)
        look = {"size": text.size, "ink": self._scheme(text.colour), "weight": text.weight, "anchor": "start"}
        return _lines(place, [text.text], step, look) | {"role": "", "to": ""}


def _lines(place: Sequence[float], said: Sequence[str], step: float, look: Data) -> Data:
    return {"kind": "words", "place": place, "lines": said, "step": step, "rise": RISE * look["size"], **look}


def _moved(block: made_of.Block, kind: type[Mark]) -> Drawing:
    """The marks of a kind, from the corner of the block's place."""
    left, top, width, height = block.place
    return Drawing(width, height, tuple(mark.moved(-left, -top, 1) for mark in marks(block) if isinstance(mark, kind)))


def _picture(place: Sequence[float], drawing: Drawing, alt: str) -> Data:
    return _drawn(place, svg(drawing, "", "", "", fonts=False), alt)


def _drawn(place: Sequence[float], source: str, alt: str) -> Data:
    return {"kind": "picture", "place": place, "svg": Source(source), "alt": " ".join(alt.split()), "to": ""}
