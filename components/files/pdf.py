"""Drawings as PDF: real text in the bundled fonts, vectors, one page a drawing or a sheet cut between its rows.

The same drawings give the same bytes: the day in the file is that of the release, never that of the making.
"""

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from math import cos, hypot, radians, sin

from fpdf import FPDF
from fpdf.drawing import ClippingPath, GraphicsContext, PaintedPath
from fpdf.enums import PathPaintRule

from components.drawing.fonts import FAMILY, FILES, MARKS, runs
from components.drawing.marks import Drawing, Hatch, Heads, Mark, Shape, Text, rect

PAGE = (297.0, 210.0)  # mm: A4, lying
SCREEN = (338.67, 190.5)  # mm: 16 to 9
EDGE = 8.0  # mm
PARTS = (1.0, 0.95, 0.9)  # of the size of a sheet that is as wide as its pages
SMALLER = (0.85, 0.8, 0.75, 0.7)  # where the edge of a page would cut through a picture, and lose what lies on it


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

    def sheet(self, drawing: Drawing, paper: str, address: str) -> None:
        """A sheet over as many pages as it needs, cut between rows."""
        edge = EDGE * 72 / 25.4
        width, height = (side * 72 / 25.4 for side in PAGE)
        scale = (width - 2 * edge) / drawing.width
        if drawing.height * scale < (height - 2 * edge) * 1.45:  # rather smaller than a page for a few lines
            scale = min(scale, (height - 2 * edge) / drawing.height)
        else:  # and a little smaller for a page less
            rooms = {part: _pages(drawing, (height - 2 * edge) / (scale * part)) for part in PARTS + SMALLER}
            whole = [part for part, pages in rooms.items() if all(end in drawing.cuts for _, end, _ in pages[:-1])]
            parts = [part for part in whole if part in PARTS] or whole[:1] or PARTS
            scale *= min(parts, key=lambda part: (len(rooms[part]), -part))
        room = (height - 2 * edge) / scale
        left = (width - drawing.width * scale) / 2
        grounds = {id(m) for m in drawing.marks if m.box[3] - m.box[1] > room}
        for top, end, heads in _pages(drawing, room):
            self._pdf.add_page(format=(width, height))
            self._draw([rect(0, 0, width, height, paper)])
            down = edge
            if heads:
                said = Drawing(drawing.width, heads.bottom, tuple(_between(drawing, heads.top, heads.bottom, grounds)))
                self._draw(said.moved(left, edge - heads.top * scale, scale))
                down += (heads.bottom - heads.top) * scale
            shown = Drawing(drawing.width, end, tuple(_between(drawing, top, end, grounds)))
            self._draw(shown.moved(left, down - top * scale, scale))
            if address.startswith("http"):
                self._pdf.link(0, height - edge, width, edge, address)

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


def _pages(drawing: Drawing, room: float) -> list[tuple[float, float, Heads | None]]:
    """Where each page starts and ends, at the last cut that fits, and the heads that it begins with."""
    found: list[tuple[float, float, Heads | None]] = []
    heads: Heads | None = None
    top, free = 0.0, room
    while drawing.height - top > free:
        fitting = [cut for cut in drawing.cuts if top + free * 0.35 < cut <= top + free]
        end = max(fitting, default=top + free)
        found.append((top, end, heads))
        top = end
        heads = next((each for each in drawing.heads if each.bottom < top < each.end - 0.5), None)
        free = room - (heads.bottom - heads.top if heads else 0)
    return [*found, (top, drawing.height, heads)]


def _between(drawing: Drawing, top: float, end: float, grounds: set[int]) -> Iterator[Mark]:
    """The marks between two heights; what is taller than a page is a ground of the whole sheet."""
    for mark in drawing.marks:
        if top - 0.5 <= (mark.box[1] + mark.box[3]) / 2 < end and id(mark) not in grounds:
            yield mark


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
