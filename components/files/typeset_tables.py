"""A table as data of a paper: its cells in their places, as wide as their words were measured."""

from typing import Any

from components.drawing.colours import Scheme
from components.drawing.fonts import width, wrap
from components.drawing.symbols import swatch
from components.figures.time_series import Look
from components.files.table_drawing import ABOVE, SIZE, TOGETHER, drawn_mark, mark_height
from components.files.table_grid import Grid, Placed, Word, column_widths, grid, marks_over, runs_of, words_of
from components.files.typeset import Data, drawn
from components.tables.table import Table
from components.theme import EDGE, LINE

SEAM = "\N{ZERO WIDTH SPACE}"  # where a word that is wider than its column may be parted


def table_data(table: Table, room: float, scheme: Scheme, size: float = SIZE) -> Data:
    """The table for a room in pixels; where its words have no room at this size of type, a smaller one."""
    found = grid(table)
    widths = column_widths(found, room, size)
    scale = min(1.0, room / sum(widths)) if widths else 1.0
    widths = [wide * scale for wide in widths]
    return {
        "caption": "" if table.is_caption_spoken else table.caption,
        "columns": widths,
        "heads": found.heads,
        "size": size * scale,
        "pad": found.pad * scale,
        "lead": ABOVE * scale,
        "cells": [_cell(each, found, widths, size * scale, scheme) for each in found.cells],
    }


def _cell(placed: Placed, found: Grid, widths: list[float], size: float, scheme: Scheme) -> Data:
    look, inner = placed.look, sum(widths[c] for c in placed.columns) - 2 * found.pad
    samples = [drawn(swatch(mark).coloured(scheme), "") for mark in placed.cell.marks if isinstance(mark, Look)]
    return {
        "x": placed.column,
        "y": placed.row,
        "across": placed.cell.across,
        "down": placed.cell.down,
        "breaks": placed.cell.down > TOGETHER,
        "fill": scheme(look.fill) if look.fill else "",
        "align": look.align,
        "edges": _edges(placed, found, scheme),
        "marks": [drawn(drawn_mark(m, inner, mark_height(m)).coloured(scheme), "") for m in marks_over(placed.cell)],
        "sample": samples[0] if samples else None,
        "said": [[_run(run, size, inner, scheme) for run in runs_of(words)] for words in words_of(placed)],
    }


def _run(run: Word, size: float, room: float, scheme: Scheme) -> tuple[str, str, int]:
    """Words of one look; one that is wider than its column may be parted."""
    parted = [
        SEAM.join(wrap(word, size, run.weight, room)) if width(word, size, run.weight) > room else word
        for word in run.text.split(" ")
    ]
    return " ".join(parted), scheme(run.ink), run.weight


def _edges(placed: Placed, found: Grid, scheme: Scheme) -> dict[str, Any]:
    """A line under each row, stronger under the heads and where a group ends; none inside of a matrix; the frame of a
    cell that is set off."""
    if placed.look.edge:
        return dict.fromkeys(("top", "right", "bottom", "left"), (scheme(placed.look.edge), 2))
    edges: dict[str, Any] = {"left": (scheme(EDGE), 1)} if placed.is_apart else {}
    end = placed.rows.stop
    is_matrix = found.pad < 5
    if end < found.rows and (end in found.apart or end == found.heads):
        edges["bottom"] = (scheme(EDGE), 1)
    elif end < found.rows and not is_matrix:
        edges["bottom"] = (scheme(LINE), 0.7)
    return edges
