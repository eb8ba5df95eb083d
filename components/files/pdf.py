"""Drawings as PDF: real text in the bundled fonts, vectors, one page a drawing.

The same drawings give the same bytes: the day in the file is that of the release, never that of the making.
"""

from contextlib import nullcontext
from datetime import UTC, datetime
from math import cos, hypot, radians, sin

from fpdf import FPDF
from fpdf.drawing import ClippingPath, GraphicsContext, PaintedPath
from fpdf.enums import PathPaintRule

from components.drawing.fonts import FAMILY, FILES, MARKS, runs
from components.drawing.marks import Drawing, Hatch, Mark, Shape, Text, rect

SCREEN = (338.67, 190.5)  # mm: 16 to 9


class Paper:
    """A document in the making; `facts` are its title, subject and language, `day` the ISO day of the release."""

    def __init__(self, title: str, subject: str, language: str, day: str) -> None:
        self._pdf = FPDF(unit="pt")
        for (family, weight), path in FILES.items():
            self._pdf.add_font(_name(family, weight), fname=str(path))
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        self._pdf.c_margin = 0
        self._pdf.set_title(title)
        self._pdf.set_subject(subject)
        self._pdf.set_lang(language)
        self._pdf.set_creator("Atalaya")
        self._pdf.set_producer("Atalaya")
        self._pdf.set_creation_date(datetime.fromisoformat(day).replace(tzinfo=UTC))

    def page(self, drawing: Drawing, size: tuple[float, float], paper: str, address: str = "") -> None:
        """A drawing on a page of this size in mm, as large as fits; `address` makes the page a link at its foot."""
        width, height = (side * 72 / 25.4 for side in size)
        self._pdf.add_page(format=(width, height))
        scale = min(width / drawing.width, height / drawing.height)
        self._draw([rect(0, 0, width, height, paper)])
        self._draw(drawing.moved((width - drawing.width * scale) / 2, 0, scale))
        if address.startswith("http"):
            self._pdf.link(0, height - 40, width, 40, address)

    def bytes(self) -> bytes:
        return bytes(self._pdf.output())

    def _draw(self, marks: list[Mark]) -> None:
        paths: list[Shape] = []
        for mark in marks:
            if isinstance(mark, Shape):
                paths.append(mark)
                continue
            self._paths(paths)
            paths = []
            if isinstance(mark, Text):
                self._text(mark)
        self._paths(paths)

    def _paths(self, shapes: list[Shape]) -> None:
        if not shapes:
            return
        with self._pdf.drawing_context() as context:
            for shape in shapes:
                for item in _painted(shape):
                    context.add_item(item)

    def _text(self, text: Text) -> None:
        with self._pdf.rotation(-text.turned, text.x, text.y) if text.turned else nullcontext():
            x = text.left
            for letters, weight in text.parts or ((text.text, text.weight),):
                x = self._letters(text._replace(text=letters, parts=(), weight=weight), x)

    def _letters(self, text: Text, x: float) -> float:
        """A stretch of one weight from x on; where it ends."""
        for family, letters in runs(text.text):
            self._pdf.set_font(_name(family, text.weight if family == FAMILY else 400), size=text.size)
            if text.halo:
                with self._pdf.local_context(
                    text_mode="STROKE", draw_color=text.halo, line_width=text.size / 5.5, text_color=text.halo
                ):
                    self._pdf.text(x, text.y, letters)
            self._pdf.set_text_color(text.colour)
            self._pdf.text(x, text.y, letters)
            x += Text(letters, 0, 0, text.size, "", text.weight if family == FAMILY else 400).width
        return x


def _name(family: str, weight: int) -> str:
    return f"{family.replace(' ', '')}{weight if family != MARKS else ''}".lower()


def _painted(shape: Shape) -> list[PaintedPath | GraphicsContext]:
    """A shape as a path; stripes as a ground, lines clipped to the outline, and the outline."""
    if shape.clip:
        return [_clipped(shape._replace(clip=None), shape.clip)]
    if shape.hatch is None:
        return [_path(shape, shape.fill)]
    return [_path(shape, shape.hatch.ground, is_edged=False), _stripes(shape, shape.hatch), _path(shape, "none")]


def _clipped(shape: Shape, edge: tuple[float, float, float, float]) -> GraphicsContext:
    """A shape as far as it lies within an edge."""
    group, outline = GraphicsContext(), ClippingPath()
    left, top, right, bottom = edge
    _follow(outline, rect(left, top, right - left, bottom - top, "none"))
    group.clipping_path = outline
    for each in _painted(shape):
        group.add_item(each)
    return group


def _path(shape: Shape, fill: str, *, is_edged: bool = True) -> PaintedPath:
    made = PaintedPath()
    _follow(made, shape)
    stroke = shape.stroke if is_edged else "none"
    style = made.style
    style.auto_close = False
    is_filled, is_stroked = fill != "none", stroke != "none"
    style.paint_rule = (
        PathPaintRule.STROKE_FILL_NONZERO if is_filled and is_stroked
        else PathPaintRule.FILL_NONZERO if is_filled
        else PathPaintRule.STROKE if is_stroked
        else PathPaintRule.DONT_PAINT
    )  # fmt: skip
    if is_filled:
        style.fill_color = fill
        style.fill_opacity = shape.opacity[0]
    if is_stroked:
        style.stroke_color = stroke
        style.stroke_width = shape.stroke_width
        style.stroke_opacity = shape.opacity[1]
        style.stroke_dash_pattern = list(shape.dash) or None
        style.stroke_join_style = "round"
        style.stroke_cap_style = "round" if shape.round_cap else "butt"
    return made


def _follow(made: PaintedPath | ClippingPath, shape: Shape) -> None:
    for op, at in shape.ops:
        if op == "M":
            made.move_to(*at)
        elif op == "L":
            made.line_to(*at)
        elif op == "C":
            made.curve_to(*at)
        elif op == "Q":
            made.quadratic_curve_to(*at)
        else:
            made.close()


def _stripes(shape: Shape, hatch: Hatch) -> GraphicsContext:
    """The lines of a hatch over the box of a shape, seen through its outline."""
    left, top, right, bottom = shape.box
    group = GraphicsContext()
    outline = ClippingPath()
    _follow(outline, shape)
    group.clipping_path = outline
    lines = PaintedPath()
    angle = radians(hatch.angle + 90)  # the lines of a pattern stand upright before it is turned
    along, across = (cos(angle), sin(angle)), (-sin(angle), cos(angle))
    reach = hypot(right - left, bottom - top) / 2
    x, y = (left + right) / 2, (top + bottom) / 2
    for n in range(-int(reach / hatch.step) - 1, int(reach / hatch.step) + 2):
        a, b = x + across[0] * n * hatch.step, y + across[1] * n * hatch.step
        lines.move_to(a - along[0] * reach, b - along[1] * reach)
        lines.line_to(a + along[0] * reach, b + along[1] * reach)
    lines.style.auto_close = False
    lines.style.paint_rule = PathPaintRule.STROKE
    lines.style.stroke_color = hatch.line
    lines.style.stroke_width = hatch.width
    group.add_item(lines)
    return group
