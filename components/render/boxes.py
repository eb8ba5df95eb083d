"""The layout of a part of a page as marks: blocks below each other, columns beside each other, tables, drawings.

It knows what the pages use (display block, flex, grid and table; padding, rules and grounds), and takes the rest of the
looks from the style sheets. A box is given its room and answers with a drawing.
"""

import re
from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from components.render.cascade import Cascade, Style, length
from components.render.figure_svg import drawing, is_to_scale, room_of
from components.render.flat import Flat, view_box
from components.render.inline import Inline, Piece, is_hidden, natural, paragraph
from components.render.marks import Drawing, Mark, rect, rule, stacked
from components.theme import Figure

BLOCKS = frozenset(
    {"article", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "li", "main", "ol",
     "p", "section", "svg", "table", "ul"}
)  # fmt: skip
DISPLAYED = ("block", "grid", "flex", "-webkit-box")
TALLEST = 780  # px: no single drawing is taller
GAP = 6

Node = Element | tuple[str, Element]


class Boxes:
    """Lays elements of one tree out."""

    def __init__(
        self,
        root: Element,
        cascade: Cascade,
        table: "Callable[[Boxes, Element, float], Drawing]",
        figures: Sequence[Figure] = (),
    ) -> None:
        self.figures = figures
        self.cascade = cascade
        self.flat = Flat(root, cascade)
        self.inline = Inline(cascade, self.flat)
        self._table = table

    def style(self, element: Element) -> Style:
        return self.cascade.style(element)

    def is_block(self, element: Element) -> bool:
        display = self.style(element).get("display", "")
        if display.startswith("inline") or (element.tag == "svg" and not display and "width" in self.style(element)):
            return False
        return element.tag in BLOCKS or display in DISPLAYED or any(self.is_block(c) for c in element)

    def box(self, element: Element, room: float) -> Drawing:
        """An element with its padding, ground and rules."""
        style = self.style(element)
        if is_hidden(element, style):
            return Drawing(0, 0)
        if element.tag == "svg":
            return self.drawn(element, room)
        if element.tag == "table":
            return self._table(self, element, room)
        top, right, bottom, left = (length(style.get(f"padding-{s}", "0"), whole=room) for s in SIDES)
        inner = self.content(element, room - left - right)
        height = inner.height + (top + bottom if inner.height else 0)
        wide = room if is_wide(style) else inner.width + left + right
        marks = [*self.ground(style, wide, height), *inner.moved(left, top)]
        return Drawing(wide, height, tuple(marks), tuple(cut + top for cut in inner.cuts))

    def drawn(self, svg: Element, room: float, tallest: float = TALLEST) -> Drawing:
        """A drawing as wide as its room allows, and no taller than may be."""
        if "data-figure" in svg.attrib:
            figure = self.figures[int(svg.attrib["data-figure"])]
            if not is_to_scale(figure):
                return drawing(figure, room, figure["layout"].get("height") or room / 2, scheme=self.cascade.scheme)
            made = drawing(figure, *room_of(figure), scheme=self.cascade.scheme)
            scale = min(room / made.width, tallest / made.height)
            return Drawing(made.width * scale, made.height * scale, tuple(made.moved(0, 0, scale)))
        style = self.style(svg)
        _, _, wide, tall = view_box(svg)
        given = style.get("width", "100%")
        across = min(room, length(given, whole=room) or room)
        down = length(style.get("height", "auto"))
        if not down:
            down = across * tall / wide
            if down > tallest:
                across, down = across * tallest / down, tallest
        return self.flat.drawing(svg, across, down)

    def content(self, element: Element, room: float) -> Drawing:
        """What is inside of an element."""
        style = self.style(element)
        nodes = self._nodes(element)
        if not any(isinstance(n, Element) and self.is_block(n) for n in nodes):
            align = style.get("text-align", "start")
            return paragraph(self._sized(element, nodes), room, "start" if align == "left" else align)
        display = style.get("display", "block")
        if "columns" in style:
            return self._columns(element, [1.0] * int(style["columns"].split()[0]), room, gap=40)
        if display == "grid" and "grid-template-columns" in style:
            return self._grid(element, style, room)
        if display == "flex" and not style.get("flex-direction", "").startswith("column"):
            return self._row(element, style, room)
        return stacked((self._group(group, room) for group in self._grouped(nodes)), GAP, room)

    def _sized(self, element: Element, nodes: list[Node]) -> list[Piece]:
        pieces = self.inline.pieces(nodes)
        style = self.style(element)
        return [*self.inline.before(style), *pieces] if "before-content" in style else pieces

    def _nodes(self, element: Element) -> list[Node]:
        nodes: list[Node] = [(element.text, element)] if element.text else []
        for child in element:
            if not is_hidden(child, self.style(child)):
                nodes.append(child)
            if child.tail:
                nodes.append((child.tail, element))
        return nodes

    def _grouped(self, nodes: list[Node]) -> list[list[Node]]:
        """Blocks alone, what stands between them together."""
        groups: list[list[Node]] = []
        is_open = False
        for node in nodes:
            block = isinstance(node, Element) and self.is_block(node)
            if block or not is_open:
                groups.append([])
            groups[-1].append(node)
            is_open = not block
        return groups

    def _group(self, nodes: list[Node], room: float) -> Drawing:
        first = nodes[0]
        if len(nodes) == 1 and isinstance(first, Element) and self.is_block(first):
            return self.box(first, room)
        return paragraph(self.inline.pieces(nodes), room)

    def natural(self, element: Element) -> tuple[float, float]:
        """The least and the best width of an element."""
        style = self.style(element)
        if is_hidden(element, style):
            return 0, 0
        if element.tag == "svg":
            wide = length(style.get("width", "0"))
            return wide, wide or view_box(element)[2]
        if element.tag == "table":
            wide = self._table(self, element, 10_000).width
            return wide, wide
        nodes = self._nodes(element)
        both = [
            self.natural(group[0]) if isinstance(group[0], Element) and self.is_block(group[0])
            else natural(self._sized(element, group))
            for group in self._grouped(nodes)
        ]  # fmt: skip
        sides = sum(length(style.get(f"padding-{s}", "0")) for s in ("left", "right"))
        least, best = (max((pair[i] for pair in both), default=0) + sides for i in (0, 1))
        return (best, best) if style.get("white-space") == "nowrap" else (least, best)

    def _children(self, element: Element) -> list[Element]:
        return [child for child in element if not is_hidden(child, self.style(child))]

    def _row(self, element: Element, style: Style, room: float) -> Drawing:
        """Children beside each other as long as there is room; the one that grows takes what is left."""
        gap = length(style.get("gap", "0").split()[-1])
        marks: list[Mark] = []
        cuts: list[float] = []
        x = y = tall = widest = 0.0
        for child in self._children(element):
            own = self.style(child)
            basis = re.match(r"\d+ \d+ ([\d.]+px)", own.get("flex", ""))
            given = length(own.get("width", "0"), whole=room)
            wide = min(room, length(basis[1]) if basis else given or self.natural(child)[1] + 0.5)
            if x and x + wide > room:
                x, y, tall = 0.0, y + tall + GAP, 0.0
                cuts.append(y)
            made = self.box(child, room - x if basis else wide)
            cuts += [y + cut for cut in made.cuts] if not x else []
            marks += made.moved(x, y)
            x += max(made.width, given) + gap
            widest = max(widest, x - gap)
            tall = max(tall, made.height)
        return Drawing(min(room, widest), y + tall, tuple(marks), tuple(cuts))

    def _grid(self, element: Element, style: Style, room: float) -> Drawing:
        gap = length(style.get("gap", style.get("column-gap", "16px")).split()[-1])
        return self._columns(element, tracks(style["grid-template-columns"], room, gap, len(self._children(element))),
                             room, gap)  # fmt: skip

    def _columns(self, element: Element, weights: list[float], room: float, gap: float) -> Drawing:
        """Children in columns of these shares of the room, row by row."""
        free = room - gap * (len(weights) - 1)
        widths = [weight / sum(weights) * free for weight in weights]
        rows: list[list[tuple[float, Drawing]]] = [[]]
        place = 0
        for child in self._children(element):
            span = _span(self.style(child).get("grid-column", ""), len(widths))
            if place + span > len(widths):
                rows.append([])
                place = 0
            x = sum(widths[:place]) + gap * place
            rows[-1].append((x, self.box(child, sum(widths[place : place + span]) + gap * (span - 1))))
            place += span
        lines = [
            Drawing(room, max(made.height for _, made in row), tuple(m for x, made in row for m in made.moved(x, 0)))
            for row in rows
            if row
        ]
        return stacked(lines, 12, room)

    def ground(self, style: Style, width: float, height: float) -> list[Mark]:
        """The ground, rules at its sides, and the frame of a box."""
        marks: list[Mark] = []
        colour = self.cascade.colour(style.get("background", style.get("background-color", "none")))
        if colour.startswith("#") and colour != self.cascade.token("paper"):
            marks.append(rect(0, 0, width, height, colour))
        ends = {"top": (0, 0, width, 0), "bottom": (0, height, width, height), "left": (0, 0, 0, height)}
        for side, at in ends.items():
            found = re.match(r"([\d.]+)px \w+ (.+)", style.get(f"border-{side}", ""))
            if found and (drawn := self.cascade.colour(found[2])) not in ("none", self.cascade.token("paper")):
                marks.append(rule(*at, drawn, float(found[1])))
        frame = re.match(r"([\d.]+)px \w+ (.+)", style.get("outline", ""))
        if frame and (edge := self.cascade.colour(frame[2])) != "none":
            wide = float(frame[1])
            marks.append(rect(wide / 2, wide / 2, width - wide, height - wide, "none", edge, wide))
        return marks


SIDES = ("top", "right", "bottom", "left")


def is_wide(style: Style) -> bool:
    return "border-top" in style or "background" in style


def _span(value: str, columns: int) -> int:
    if "/" in value and "-1" in value:
        return columns
    found = re.match(r"span (\d+)", value)
    return min(columns, int(found[1])) if found else 1


def tracks(template: str, room: float, gap: float, children: int) -> list[float]:
    """The columns of a grid as shares of its room."""
    repeated = re.match(r"repeat\((auto-fi[lt]+|\d+),\s*(.+)\)$", template)
    if repeated:
        if repeated[1].isdigit():
            return [1.0] * int(repeated[1])
        least = max((length(px) for px in re.findall(r"[\d.]+px", repeated[2])), default=200)
        fitting = max(1, int((room + gap) // (least + gap)))
        return [1.0] * (min(fitting, max(1, children)) if repeated[1] == "auto-fit" else fitting)
    each = re.findall(r"minmax\([^)]*\)|[\d.]+\w+|[\d.]+%", template)
    fixed = [0.0 if "fr" in one else length(one.rpartition(",")[2].strip(" )"), whole=room) for one in each]
    parts = [float(found[1]) if (found := re.search(r"([\d.]+)fr", one)) else 0.0 for one in each]
    left = max(1.0, room - sum(fixed) - gap * (len(each) - 1))
    return [size or part / (sum(parts) or 1) * left for size, part in zip(fixed, parts, strict=True)]
