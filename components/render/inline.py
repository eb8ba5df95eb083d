"""Lines of text: words of several sizes and weights, and small drawings among them, broken into lines of a width."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from components.render.cascade import Cascade, Style, length
from components.render.flat import Flat, view_box
from components.render.fonts import printable, weight_of, width
from components.render.marks import Drawing, Mark, Text

LEADING = 1.35  # of the size of the type


class Look(NamedTuple):
    size: float
    weight: int
    colour: str


PLAIN = Look(15, 400, "#000000")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a small drawing; `glued` stands at the one before without a space; `ends` the line."""

    text: str = ""
    look: Look = PLAIN
    drawing: Drawing | None = None
    glued: bool = False
    breaks: bool = False

    @property
    def width(self) -> float:
        return self.drawing.width if self.drawing else width(self.text, self.look.size, self.look.weight)

    @property
    def space(self) -> float:
        return 0 if self.glued else width(" ", self.look.size, self.look.weight)


class Inline:
    """Makes pieces of elements and sets them in lines."""

    def __init__(self, cascade: Cascade, flat: Flat) -> None:
        self._cascade, self._flat = cascade, flat

    def look(self, style: Style) -> Look:
        colour = self._cascade.colour(style["color"])
        return Look(length(style["font-size"]), weight_of(style["font-weight"]), colour)

    def pieces(self, nodes: list[Element | tuple[str, Element]]) -> list[Piece]:
        """Pieces of elements and of loose texts (with the element whose look they have)."""
        found: list[Piece] = []
        for node in nodes:
            found += self._words(node[0], node[1]) if isinstance(node, tuple) else self._of(node)
        return _joined(found)

    def _of(self, element: Element) -> Iterator[Piece]:
        style = self._cascade.style(element)
        if is_hidden(element, style):
            return
        if element.tag == "br":
            yield Piece(breaks=True)
            return
        if element.tag == "svg":
            yield Piece(drawing=self._small(element, style), look=self.look(style), glued=True)
            yield from self._words(" ", element)
            return
        if length(style.get("margin-left", "0")) > 0:
            yield from self._words(" ", element)
        if "before-content" in style:
            yield from self.before(style)
        yield from self._words(element.text or "", element)
        for child in element:
            yield from self._of(child)
            yield from self._words(child.tail or "", element)

    def before(self, style: Style) -> Iterator[Piece]:
        """What a style sheet puts in front: a sign, or a swatch of the colour of its ground."""
        sign = style["before-content"].split("!")[0].strip().strip("\"'")
        look = self.look(style)
        ground = self._cascade.colour(style.get("before-background", "none"))
        ground = style.get("--step", ground) if "var(" in ground else ground
        if sign.strip():
            yield Piece(sign.strip(), look)
        elif ground != "none":
            yield Piece("■", look._replace(colour=self._cascade.colour(ground)))

    def _small(self, svg: Element, style: Style) -> Drawing:
        _, _, wide, tall = view_box(svg)
        across, down = (length(style.get(side, "auto"), whole=0) for side in ("width", "height"))
        em = length(style["font-size"])
        down = down or (across * tall / wide if across else em)
        return self._flat.drawing(svg, across or down * wide / tall, down)

    def _words(self, text: str, element: Element) -> Iterator[Piece]:
        if not text:
            return
        look = self.look(self._cascade.style(element))
        text = printable(" ".join(text.replace("\n", " ").split(" "))) if text.strip() else text
        glued = not text[:1].isspace()
        for word in text.split():
            yield Piece(word, look, glued=glued)
            glued = False
        if text[-1:].isspace():
            yield Piece("", look)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Pieces without the empty ones that only stood for a space."""
    found: list[Piece] = []
    spaced = True
    for piece in pieces:
        if not piece.text and piece.drawing is None and not piece.breaks:
            spaced = True
            continue
        found.append(Piece(piece.text, piece.look, piece.drawing, piece.glued and not spaced, piece.breaks))
        spaced = False
    return found


def is_hidden(element: Element, style: Style) -> bool:
    return (
        style.get("display") == "none"
        or "clip-path" in style
        or element.tag in ("button", "details", "form", "input", "nav", "script", "style")
    )


def natural(pieces: list[Piece]) -> tuple[float, float]:
    """The widest unbreakable stretch, and the width of it all in one line."""
    least = most = stretch = 0.0
    for piece in pieces:
        if piece.breaks:
            stretch = 0
            continue
        stretch = stretch + piece.width if piece.glued else piece.width
        least = max(least, stretch)
        most += piece.width + (piece.space if most else 0)
    return least, most


def paragraph(pieces: list[Piece], room: float, align: str = "start", leading: float = LEADING) -> Drawing:
    """The pieces in lines of at most `room`."""
    marks: list[Mark] = []
    y = 0.0
    widest = 0.0
    for line in _lines(pieces, room):
        wide = sum(p.width + (p.space if i else 0) for i, p in enumerate(line))
        widest = max(widest, wide)
        tall = max(p.drawing.height if p.drawing else p.look.size * leading for p in line)
        size = max((p.look.size for p in line), default=0)
        x = {"right": room - wide, "end": room - wide, "center": (room - wide) / 2}.get(align, 0.0)
        base = y + tall / 2 + size * 0.36
        for i, piece in enumerate(line):
            x += piece.space if i else 0
            if piece.drawing:
                marks += piece.drawing.moved(x, y + (tall - piece.drawing.height) / 2)
            else:
                marks.append(Text(piece.text, x, base, piece.look.size, piece.look.colour, piece.look.weight))
            x += piece.width
        y += tall
    return Drawing(room if align != "start" else min(room, widest), y, tuple(_merged(marks)))


def _lines(pieces: list[Piece], room: float) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    used = 0.0
    for piece in (part for each in pieces for part in _fitting(each, room)):
        wide = piece.width + (piece.space if line else 0)
        if line and (piece.breaks or (used + wide > room + 0.01 and not (piece.glued and len(piece.text) < 3))):
            yield line
            line, used, wide = [], 0.0, piece.width
        if not piece.breaks:
            line.append(piece)
            used += wide
    if line:
        yield line


def _fitting(piece: Piece, room: float) -> Iterator[Piece]:
    """A word that is longer than a line, in parts that fit."""
    if piece.drawing or piece.width <= room or len(piece.text) < 2:
        yield piece
        return
    text, glued = piece.text, piece.glued
    while text:
        fitting = (n for n in range(len(text), 0, -1) if width(text[:n], piece.look.size, piece.look.weight) <= room)
        cut = next(fitting, 1)
        yield Piece(text[:cut], piece.look, None, glued, piece.breaks)
        text, glued = text[cut:], False


def _merged(marks: list[Mark]) -> Iterator[Mark]:
    """Neighbouring words of one look as one text, so that a file can be searched and copied from."""
    last: Text | None = None
    for mark in marks:
        if isinstance(last, Text) and isinstance(mark, Text) and _continues(last, mark):
            space = " " if mark.x - last.x - last.width > 0.5 else ""
            last = Text(last.text + space + mark.text, last.x, last.y, last.size, last.colour, last.weight)
            continue
        if last:
            yield last
        last = mark if isinstance(mark, Text) else None
        if last is None:
            yield mark
    if last:
        yield last


def _continues(one: Text, other: Text) -> bool:
    same = (one.y, one.size, one.colour, one.weight) == (other.y, other.size, other.colour, other.weight)
    return same and -0.5 < other.x - one.x - one.width < one.size * 0.5
