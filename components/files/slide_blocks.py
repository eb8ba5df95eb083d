"""Each kind of block of a composed slide as the shapes that stand for it in PPTX."""

from collections.abc import Sequence
from typing import Protocol

from components.drawing.figure_svg import is_to_scale
from components.drawing.marks import Mark, Raster, Shape, Text
from components.files.slide_charts import ROOM, Native, native
from components.files.slide_series import charted
from components.files.slide_shapes import DESCENT, Pen, Run
from components.files.slide_tables import table
from components.i18n import Words as Say
from components.slideshow.composed import Block, Chart, Code, Grid, Image, Role, Sampled, Words
from components.slideshow.composed import Box as Ground
from components.slideshow.slide_drawing import marks

OF_CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"


class Parts(Protocol):
    """Files beside a slide, each by the name of its relation."""

    def chart(self, made: Native) -> str: ...

    def image(self, data: bytes) -> str: ...

    def link(self, address: str) -> str: ...


class Blocks:
    """Writes the blocks of one slide; `say` is its language, `day` (ISO) when its figures were released, `address` the
    living view, which its sources lead to (empty: none)."""

    def __init__(self, pen: Pen, parts: Parts, say: Say, day: str, address: str) -> None:
        self._pen, self._parts, self._say, self._day, self._address = pen, parts, say, day, address
        self._has_title = False

    def shapes(self, blocks: Sequence[Block]) -> list[str]:
        """The shapes in the order in which they are read: the format's own is that of their layers."""
        return [shape for block in blocks for shape in self._shapes(block) if shape]

    def _shapes(self, block: Block) -> list[str]:
        match block:
            case Words():
                return [self._words(block)]
            case Ground() | Sampled():
                return self._pen.marks(marks(block))
            case Chart():
                return [self._map(block) if is_to_scale(block.figure) else self._chart(block)]
            case Grid():
                return [table(self._pen, block)]
            case Image():
                return [self._image(block)]
            case Code():
                return self._code(block)

    # ---- words ----

    def _words(self, block: Words) -> str:
        is_title = block.role is Role.TITLE and not self._has_title
        self._has_title = self._has_title or is_title
        lines = [[Run(line, block.weight)] for line in block.lines]
        if block.role is Role.NUMBER:
            lines = [_counted(line) for line in block.lines]
        top = block.baseline(0) + DESCENT * block.size - block.step
        return self._pen.words(
            block.place._replace(top=top), lines, block.size, block.colour, block.step, anchor=block.anchor,
            name=block.role.value, placeholder="title" if is_title else "",
            link=self._parts.link(self._address) if block.role is Role.SOURCE else "",
        )  # fmt: skip

    # ---- figures ----

    def _map(self, block: Chart) -> str:
        """A shape for each country, named by its code, and what is written over it: all that can be moved is one."""
        shapes = [
            self._pen.mark(mark, mark.trace.name.removeprefix("shape-"), " ".join(mark.trace.said.split("\n")))
            for mark in _whole(marks(block))
        ]
        return self._pen.group(block.place, block.name or "map", block.label, shapes)

    def _chart(self, block: Chart) -> str:
        """A native chart below the words of its drawing; what no chart of the format can show is drawn."""
        across, up = block.place.width / block.scale, block.place.height / block.scale
        found = charted(block.figure, across, up, self._say)
        rest = marks(block._replace(figure=found.rest))
        if not found.charts:
            return self._pen.group(block.place, block.name or "figure", block.label, self._pen.marks(rest))
        under = [mark for mark in rest if isinstance(mark, Shape)]
        frames = []
        for nth, chart in enumerate(found.charts, 1):
            made = native(chart, block.scale, self._pen.scheme, self._say, self._day)
            left, top, right, bottom = (each * block.scale for each in chart.plot)
            box = (block.place.left + left - ROOM, block.place.top + top - ROOM,
                   right - left + 2 * ROOM, bottom - top + 2 * ROOM)  # fmt: skip
            content = f'<c:chart xmlns:c="{OF_CHARTS}" r:id="{self._parts.chart(made)}"/>'
            frames.append(self._pen.frame(box, f"chart {nth}", "", "chart", content))
        words = [mark for mark in rest if isinstance(mark, Text)]
        shapes = [*self._pen.marks(under), *frames, *self._pen.marks(words)]
        return self._pen.group(block.place, block.name or "figure", block.label, shapes)

    # ---- the rest ----

    def _image(self, block: Image) -> str:
        (drawn,) = marks(block)
        assert isinstance(drawn, Raster)  # noqa: S101 - an image is one
        left, top, right, bottom = drawn.box
        box = (left, top, right - left, bottom - top)
        return self._pen.picture(box, self._parts.image(block.data), block.alt)

    def _code(self, block: Code) -> list[str]:
        """The code as one freeform on its ground; a click leads where it leads."""
        *ground, code = marks(block)
        assert isinstance(code, Shape)  # noqa: S101 - a code has no words
        said = self._say("take.code", address=block.address)
        return [*self._pen.marks(ground), self._pen.path(code, "code", said, self._parts.link(block.address))]


def _counted(line: str) -> list[Run]:
    """A number of a slide, which a program counts anew where slides are moved."""
    number, space, rest = line.partition(" ")
    return [Run(number, is_counted=True), Run(space + rest)] if number.isdigit() else [Run(line)]


def _whole(drawn: Sequence[Mark]) -> list[Shape | Text]:
    """The ground of a shape and its outline are one: what plotly draws in turn is moved together."""
    found: list[Shape | Text] = []
    for mark in drawn:
        before = found[-1] if found else None
        if (isinstance(mark, Shape) and isinstance(before, Shape) and mark.trace.name and mark.trace == before.trace
                and mark.fill == "none" and not mark.hatch and before.stroke == "none"):  # fmt: skip
            found[-1] = before._replace(
                stroke=mark.stroke, stroke_width=mark.stroke_width, dash=mark.dash,
                opacity=(before.opacity[0], mark.opacity[1]),
            )  # fmt: skip
        elif not isinstance(mark, Raster):
            found.append(mark)
    return found
