"""Tables as marks: columns as wide as what is in them, bars where there is room left, heads, rules and grounds."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from components.render.boxes import SIDES, Boxes
from components.render.cascade import length
from components.render.inline import is_hidden
from components.render.marks import Drawing, Mark, stacked

BAR_LEAST, BAR_BEST = 50.0, 260.0


@dataclass(slots=True)
class Cell:
    element: Element
    row: int
    column: int
    span: int
    down: int
    padding: tuple[float, float, float, float] = (0, 0, 0, 0)


@dataclass(slots=True)
class Grid:
    """The cells of a table at their rows and columns, and the rows they belong to."""

    rows: list[Element] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    columns: int = 0


def table(boxes: Boxes, element: Element, room: float) -> Drawing:
    """The caption over the rows."""
    caption = next((child for child in element if child.tag == "caption"), None)
    body = _within(_body(boxes, element, room), room)
    parts = [boxes.box(caption, max(body.width, min(room, 1100)))] if caption is not None else []
    return stacked([*parts, body], 4, body.width)


def _within(made: Drawing, room: float) -> Drawing:
    """A table that is too wide even with its words broken into lines is drawn smaller."""
    scale = room / made.width
    if scale >= 1:
        return made
    cuts = tuple(cut * scale for cut in made.cuts)
    return Drawing(room, made.height * scale, tuple(made.moved(0, 0, scale)), cuts)


def grid(boxes: Boxes, element: Element) -> Grid:
    """Rows of head, body and foot, in that order, with what spans put in its place."""
    made = Grid()
    taken: set[tuple[int, int]] = set()
    for row in (row for row in element.iter("tr") if not is_hidden(row, boxes.style(row))):
        index, column = len(made.rows), 0
        made.rows.append(row)
        for cell in row:
            if is_hidden(cell, boxes.style(cell)):
                continue
            while (index, column) in taken:
                column += 1
            span, down = int(cell.get("colspan") or 1), int(cell.get("rowspan") or 1)
            taken |= {(index + i, column + j) for i in range(down) for j in range(span)}
            style = boxes.style(cell)
            top, right, bottom, left = (length(style.get(f"padding-{s}", "0"), 14) for s in SIDES)
            made.cells.append(Cell(cell, index, column, span, down, (top + 1, right or 8, bottom + 1, left)))
            column += span
        made.columns = max(made.columns, column)
    return made


def _is_bar(cell: Cell) -> bool:
    return any(
        child.tag == "svg" or child.find("svg") is not None for child in cell.element
    ) and "bar" in cell.element.get("class", "")


def _body(boxes: Boxes, element: Element, room: float) -> Drawing:
    made = grid(boxes, element)
    if not made.cells:
        return Drawing(0, 0)
    widths = columns(boxes, made, room)
    drawn = [(cell, _drawn(boxes, cell, widths)) for cell in made.cells]
    heights = [18.0] * len(made.rows)
    for cell, inner in drawn:
        if cell.down == 1:
            heights[cell.row] = max(heights[cell.row], inner.height + cell.padding[0] + cell.padding[2])
    tops = [sum(heights[:i]) for i in range(len(heights) + 1)]
    whole = sum(widths)
    marks: list[Mark] = []
    for row, top, height in zip(made.rows, tops, heights, strict=False):
        marks += Drawing(whole, height, tuple(boxes.ground(boxes.style(row), whole, height))).moved(0, top)
    for cell, inner in drawn:
        x, top = sum(widths[: cell.column]), tops[cell.row]
        height = tops[min(len(heights), cell.row + cell.down)] - top
        style = boxes.style(cell.element)
        wide = sum(widths[cell.column : cell.column + cell.span])
        marks += Drawing(wide, height, tuple(boxes.ground(style, wide, height))).moved(x, top)
        align = style.get("vertical-align", boxes.style(made.rows[cell.row]).get("vertical-align", "middle"))
        free = height - cell.padding[0] - cell.padding[2] - inner.height
        down = {"top": 0.0, "baseline": 0.0, "bottom": free}.get(align, free / 2)
        marks += inner.moved(x + cell.padding[3], top + cell.padding[0] + down)
    return Drawing(whole, tops[-1], tuple(marks), tuple(tops[1:-1]))


def _drawn(boxes: Boxes, cell: Cell, widths: list[float]) -> Drawing:
    wide = sum(widths[cell.column : cell.column + cell.span])
    return boxes.content(cell.element, max(4.0, wide - cell.padding[1] - cell.padding[3]))


def columns(boxes: Boxes, made: Grid, room: float) -> list[float]:
    """As wide as is best where that fits, else between the least and the best; bars take what is left."""
    least, best = [0.0] * made.columns, [0.0] * made.columns
    is_bar = [False] * made.columns
    for cell in made.cells:
        if cell.span > 1:
            continue
        low, high = boxes.natural(cell.element)
        style = boxes.style(cell.element)
        floor = length(style.get("min-width", "0"))
        sides = (
            cell.padding[1]
            + cell.padding[3]
            - sum(length(style.get(f"padding-{s}", "0"), 14) for s in ("left", "right"))
        )
        if _is_bar(cell):
            is_bar[cell.column] = True
            low, high = BAR_LEAST, BAR_LEAST
        least[cell.column] = max(least[cell.column], low + sides, floor)
        best[cell.column] = max(best[cell.column], high + sides + 0.5, floor)
    left = room - sum(best)
    if left >= 0:
        bars = sum(is_bar)
        more = min(left / bars, BAR_BEST * (3 if bars == 1 else 1)) if bars else 0
        return [wide + (more if bar else 0) for wide, bar in zip(best, is_bar, strict=True)]
    return _levelled(least, best, room)


def _levelled(least: list[float], best: list[float], room: float) -> list[float]:
    """Narrow columns keep what is best for them, and the wide ones share what is left: a level is sought at which the
    columns fill the room. Where even the least do not fit they are wider than it."""
    low, high = 0.0, max(best)
    for _ in range(40):
        level = (low + high) / 2
        filled = sum(max(a, min(b, level)) for a, b in zip(least, best, strict=True))
        low, high = (level, high) if filled <= room else (low, level)
    return [max(a, min(b, low)) for a, b in zip(least, best, strict=True)]
