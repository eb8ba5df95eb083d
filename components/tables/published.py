"""A published count or rate as a cell of a table: its figure or the mark of what is missing, its flags, its source."""

from components.cells import Trace, bounds, figure, state
from components.i18n import EN_DASH, Words
from components.tables.table import Note, TableCell
from data.model import Cell
from data.vocabulary import Measure


def published(
    cell: Cell, measure: Measure, words: Words, to: Trace | None = None, *, tone: str = "", is_stop: bool = True
) -> TableCell:
    """The figure as printed; a mark says what it stands for. `tone` instead of the look of its state."""
    text = figure(cell, measure, words)
    is_mark = bounds(cell, measure) is None
    said = words(f"state.{state(cell)}" if not cell.is_published else "state.not_applicable") if is_mark else ""
    href = to(cell) if to else ""
    return TableCell(
        text, said, href, tone or f"n is-{state(cell)}", notes=() if is_mark else flagged(cell, words), is_stop=is_stop
    )


def flagged(cell: Cell, words: Words) -> tuple[Note, ...]:
    """The sign of a cell with flags, and their sentences."""
    return (Note("⚑", " ".join(words(f"flag.{flag}") for flag in cell.flags)),) if cell.flags else ()


def place(span: tuple[int, int] | None, words: Words) -> str:
    """A rank as printed: one place, or the first and the last that may be its own."""
    if span is None:
        return ""
    best, worst = (words.number(each) for each in span)
    return best if best == worst else f"{best}{EN_DASH}{worst}"
