"""What holds of every slide, whatever it shows: the laws of its layout, as lines that say where one is broken."""

from collections.abc import Iterator
from typing import TypeVar

from components.drawing.fonts import width
from components.drawing.marks import Text
from components.slideshow.composed import LEAST, TALL, WIDE, Block, Box, Chart, Composed, Grid, Words
from components.slideshow.slide_drawing import marks

SHORT, FEW = 0.25, 4  # of the longest line: the last of a few
NEAR = 1.0  # units that two neighbours may touch
Edges = tuple[float, float, float, float]
T = TypeVar("T")


def broken(composed: Composed) -> list[str]:
    """Every law that a slide breaks; none of a slide as it is to be."""
    texts = [(block, text) for block in composed.blocks for text in _texts(block)]
    return [
        *(f"small: {text.text!r} {text.size:.1f}" for _, text in texts if text.size < LEAST - 0.01),
        *(f"beyond the sheet: {text.text!r} {_rounded(text.box)}" for _, text in texts if not _within(text.box)),
        *(f"beyond the sheet: {_named(each)}" for each in composed.blocks if not _within(_edges(each))),
        *_wider(composed),
        *_over(texts),
        *_overlapping(composed),
    ]


def _texts(block: Block) -> list[Text]:
    return [mark for mark in marks(block) if isinstance(mark, Text) and mark.text.strip()]


def _wider(composed: Composed) -> Iterator[str]:
    """Lines that are wider than their place, and texts of cells that are wider than their columns."""
    for block in composed.blocks:
        if isinstance(block, Words):
            for line in block.lines:
                if width(line, block.size, block.weight) > block.place.width + NEAR:
                    yield f"wider than its place: {line!r}"
        if isinstance(block, Grid):
            for row in block.rows:
                for cell, wide in zip(row, block.columns, strict=True):
                    if width(cell.text, block.size, cell.weight) > wide + NEAR:
                        yield f"wider than its column: {cell.text!r}"


def lonely(composed: Composed) -> list[str]:
    """Last lines that leave a word alone below others that could give it company."""
    return [
        f"alone: {block.lines[-1]!r}"
        for block in composed.blocks
        if isinstance(block, Words) and 1 < len(block.lines) <= FEW
        for last, *others in [[width(line, block.size, block.weight) for line in reversed(block.lines)]]
        if last < SHORT * max(others) and " " in block.lines[-2].strip()
    ]


def _over(texts: list[tuple[Block, Text]]) -> Iterator[str]:
    """Texts that lie upon each other."""
    for one, other in meeting([(_letters(text), text.text) for _, text in texts]):
        yield f"one text over another: {one!r} {other!r}"


def meeting(boxes: list[tuple[Edges, T]]) -> Iterator[tuple[T, T]]:
    """What lies in boxes that meet, two by two; from top to bottom, for there are hundreds."""
    downward = sorted(boxes, key=lambda each: each[0][1])
    for n, (edges, one) in enumerate(downward):
        for others, other in downward[n + 1 :]:
            if others[1] >= edges[3] - NEAR:
                break
            if _meet(edges, others):
                yield one, other


def _letters(text: Text) -> Edges:
    """The box of a text's figures and small letters: accents and tails may reach into the next line."""
    left, top, right, bottom = text.box
    return (left, top + 0.05 * text.size, right, bottom - 0.2 * text.size)


def _overlapping(composed: Composed) -> Iterator[str]:
    """Blocks that lie upon each other, but for a box that is the ground of all of another."""
    for pair in meeting([(_edges(block), n) for n, block in enumerate(composed.blocks)]):
        under, over = (composed.blocks[n] for n in sorted(pair))
        if not (isinstance(under, Box) and _holds(_edges(under), _edges(over))):
            yield f"one block over another: {_named(under)} {_named(over)}"


def _holds(one: Edges, other: Edges) -> bool:
    return (
        one[0] <= other[0] + NEAR
        and one[1] <= other[1] + NEAR
        and one[2] >= other[2] - NEAR
        and one[3] >= other[3] - NEAR
    )


def _meet(one: Edges, other: Edges) -> bool:
    return (
        one[0] < other[2] - NEAR and other[0] < one[2] - NEAR and one[1] < other[3] - NEAR and other[1] < one[3] - NEAR
    )


def _within(edges: Edges) -> bool:
    return edges[0] >= -NEAR and edges[1] >= -NEAR and edges[2] <= WIDE + NEAR and edges[3] <= TALL + NEAR


def _edges(block: Block) -> Edges:
    place = block.place
    return (place.left, place.top, place.right, place.bottom)


def _named(block: Block) -> str:
    said = block.lines[0][:30] if isinstance(block, Words) else block.name if isinstance(block, Chart) else ""
    return f"{type(block).__name__} {said!r} {_rounded(_edges(block))}"


def _rounded(edges: Edges) -> tuple[int, ...]:
    return tuple(round(each) for each in edges)
