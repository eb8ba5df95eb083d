"""A table as a drawing: cells wrapped into measured columns, what is drawn in them, rules, and where a page may end."""

from collections.abc import Sequence
from dataclasses import replace

from components.drawing.fonts import width
from components.drawing.marks import LEADING, Drawing, Mark, Shape, line_of_text, line_ops, lines, rect, rule
from components.drawing.symbols import swatch
from components.figures.time_series import Look
from components.files.table_grid import (
    SAMPLE,
    Grid,
    Placed,
    Word,
    column_widths,
    grid,
    lines_of,
    marks_over,
    runs_of,
    words_of,
)
from components.tables.cell_marks import FILLS, SPARK_HEIGHT, SPARK_WIDTH, WIDE, Spark, Strip, Stroke, strokes
from components.tables.table import Table
from components.theme import ACCENT, BAR, EDGE, INK, LINE, SOFT

SIZE = 12.5
CAPTION = 14.0
TOGETHER = 8  # rows that a cell spans and no page parts
ANY = 10_000.0  # pixels: more than any table needs
ABOVE = 2.5  # pixels over and under what a cell says
THIN = {"break": SOFT, "now": ACCENT, "reach": BAR, "dot": BAR, "stroke": BAR}


def drawing(table: Table, room: float, size: float = SIZE) -> Drawing:
    """The table with its caption; one that has no room at this size of type is drawn smaller."""
    found = grid(table)
    widths = column_widths(found, room, size)
    scale = min(1.0, room / sum(widths)) if widths else 1.0
    top = _caption(table, room)
    cuts: list[float] = []
    marks = _body(found, widths, size, cuts)
    height = cuts[-1] if cuts else 0.0
    body = Drawing(sum(widths), height, tuple(marks)).moved(0, top.height, scale)
    within = {row for each in found.cells for row in each.rows[1:] if each.cell.down <= TOGETHER}
    ends = [cut for row, cut in enumerate(cuts, 1) if max(found.heads, 1) < row < found.rows and row not in within]
    moved = tuple(top.height + cut * scale for cut in ends)
    whole = top.height + height * scale
    return Drawing(room, whole, (*top.marks, *body), moved)


def least(table: Table, size: float = SIZE) -> float:
    """The room in which no cell has to be wrapped more than once or so."""
    found = grid(table)
    narrow = sum(column_widths(found, 0, size))
    return (narrow + sum(column_widths(found, ANY, size, is_stretched=False))) / 2


def _caption(table: Table, room: float) -> Drawing:
    drawn = lines("" if table.is_caption_spoken else table.caption, CAPTION, room, INK, 600)
    return replace(drawn, height=drawn.height + 6 if drawn.height else 0)


def _body(found: Grid, widths: list[float], size: float, cuts: list[float]) -> list[Mark]:
    """The marks of all cells; the lower edges of rows go to `cuts`."""
    heights = row_heights(found, widths, size)
    lefts, tops = _sums(widths), _sums(heights)
    cuts += tops[1:]
    grounds: list[Mark] = []
    said: list[Mark] = []
    for each in found.cells:
        box = (lefts[each.column], tops[each.row], lefts[each.columns.stop], tops[each.rows.stop])
        if each.look.fill:
            grounds.append(rect(box[0], box[1], box[2] - box[0] - 1, box[3] - box[1] - 1, each.look.fill))
        if each.look.edge:
            said.append(
                rect(
                    box[0] + 1.2, box[1] + 1.2, box[2] - box[0] - 3.4, box[3] - box[1] - 3.4, "none", each.look.edge, 2
                )
            )
        if each.is_apart:
            grounds.append(rule(box[0], box[1], box[0], box[3], EDGE))
        said += _cell(each, box, found, size)
    return [*grounds, *_rules(found, lefts[-1], tops), *said]


def _rules(found: Grid, wide: float, tops: list[float]) -> list[Mark]:
    """A line under each row, stronger under the heads and where a group ends; none inside of a matrix."""
    is_matrix = found.pad < 5
    covered = {row for each in found.cells for row in each.rows[1:]}
    marks: list[Mark] = []
    for row in range(1, found.rows):
        is_strong = row in found.apart or row == found.heads
        if is_strong or not (is_matrix or row in covered):
            marks.append(rule(0, tops[row], wide, tops[row], EDGE if is_strong else LINE, 1 if is_strong else 0.7))
    return marks


def row_heights(found: Grid, widths: list[float], size: float) -> list[float]:
    """As tall as the tallest cell of a row; one over several rows makes the last of them taller where it must."""
    least = size * LEADING + 2 * ABOVE
    heights = [least] * found.rows
    for each in sorted(found.cells, key=lambda each: each.cell.down):
        needed = _tall(each, sum(widths[c] for c in each.columns), size, found.pad)
        missing = needed - sum(heights[row] for row in each.rows)
        heights[each.rows[-1]] += max(0.0, missing)
    return heights


def _tall(placed: Placed, wide: float, size: float, pad: float) -> float:
    lines = lines_of(words_of(placed), size, _inner(placed, wide, pad))
    drawn = sum(mark_height(mark) + 2 for mark in marks_over(placed.cell))
    return len(lines) * size * LEADING + drawn + 2 * ABOVE


def _inner(placed: Placed, wide: float, pad: float) -> float:
    has_sample = any(isinstance(mark, Look) for mark in placed.cell.marks)
    return max(wide - 2 * pad - (SAMPLE if has_sample else 0), 4.0)


def mark_height(mark: Strip | Spark | Look) -> float:
    return 10.0 if isinstance(mark, Strip) else 18.0


def _cell(placed: Placed, box: tuple[float, float, float, float], found: Grid, size: float) -> list[Mark]:
    """What a cell says in its box: marks over the text, the look of a line beside it."""
    left, top, right, bottom = box
    wide = right - left
    inner, step = _inner(placed, wide, found.pad), size * LEADING
    lines = lines_of(words_of(placed), size, inner)
    free = bottom - top - _tall(placed, wide, size, found.pad)
    y = top + ABOVE + (free if placed.row < found.heads else free / 2)
    marks: list[Mark] = []
    x = left + found.pad
    for mark in placed.cell.marks:
        if isinstance(mark, Look):
            sample = swatch(mark)
            marks += sample.moved(x, y + (step - sample.height) / 2)
            x += SAMPLE
        else:
            tall = mark_height(mark)
            marks += drawn_mark(mark, wide - 2 * found.pad, tall).moved(left + found.pad, y)
            y += tall + 2
    for line in lines:
        marks += _line(line, x, y + size, inner, placed.look.align, size)
        y += step
    return marks


def _line(line: Sequence[Word], x: float, y: float, room: float, align: str, size: float) -> list[Mark]:
    """One line of words; neighbours of one look are one text."""
    space, runs = width(" ", size), runs_of(line)
    sizes = [width(run.text, size, run.weight) for run in runs]
    whole = sum(sizes) + space * (len(runs) - 1)
    at = x + {"left": 0.0, "right": room - whole, "centre": (room - whole) / 2}[align]
    marks: list[Mark] = []
    for run, wide in zip(runs, sizes, strict=True):
        marks.append(line_of_text(run.text, at, y, size, run.ink, run.weight))
        at += wide + space
    return marks


def _sums(sizes: list[float]) -> list[float]:
    found = [0.0]
    for size in sizes:
        found.append(found[-1] + size)
    return found


# ---- what is drawn in a cell ----


def drawn_mark(mark: Strip | Spark, wide: float, tall: float) -> Drawing:
    """A strip of boxes, or a small line over years."""
    marks = _strip(mark, wide, tall) if isinstance(mark, Strip) else _spark(mark, wide, tall)
    return Drawing(wide, tall, tuple(marks))


def _strip(strip: Strip, wide: float, tall: float) -> list[Mark]:
    marks: list[Mark] = []
    for box in strip.boxes:
        colour, opacity = FILLS[box.look]
        thin = box.look == "whole"
        top, height = (tall / 2 - 1, 2.0) if thin else (0.0, tall)
        shape = rect(box.start / WIDE * wide, top, box.size / WIDE * wide, height, colour)
        is_open = opacity < 1
        marks.append(Shape(shape.ops, colour, colour if is_open else "none", 0.8, opacity=(opacity, 1)))
    return marks


def _spark(spark: Spark, wide: float, tall: float) -> list[Mark]:
    across, down = wide / SPARK_WIDTH, tall / SPARK_HEIGHT
    return [_stroke(each, [(x * across, y * down) for x, y in each.points]) for each in strokes(spark)]


def _stroke(stroke: Stroke, at: list[tuple[float, float]]) -> Mark:
    if stroke.look == "band":
        return Shape(line_ops(at, closed=True), BAR, opacity=(0.28, 1))
    colour = THIN[stroke.look]
    if stroke.look == "dot":
        at = [at[0], (at[0][0] + 0.01, at[0][1])]
        return Shape(line_ops(at), "none", colour, 3, round_cap=True)
    dash = (2.0, 2.0) if stroke.look == "break" else ()
    return Shape(line_ops(at), "none", colour, 3 if stroke.look == "reach" else 1.4, dash)
