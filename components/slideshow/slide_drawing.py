"""A slide as marks, for files: what the hall's HTML shows, in the same places."""

from components.drawing.colours import light
from components.drawing.figure_svg import drawing as figure_drawing
from components.drawing.fonts import OVER, UNDER
from components.drawing.keys import sample
from components.drawing.marks import Drawing, Mark, Raster, line_of_text, rect, rule
from components.slideshow.composed import (
    TALL,
    WIDE,
    Block,
    Box,
    Cell,
    Chart,
    Code,
    Composed,
    Grid,
    Image,
    Place,
    Sampled,
    Words,
)
from components.slideshow.lettering import SAMPLE
from components.slideshow.qr import code
from components.theme import EDGE, INK, PAPER

AT = {"start": 0.0, "middle": 0.5, "end": 1.0}
MIDDLE = (OVER - UNDER) / 2  # of the size: from the middle of a line to where its letters stand
PAD = 10.0


def drawing(composed: Composed) -> Drawing:
    """The whole slide on its ground, in light colours."""
    ground = rect(0, 0, WIDE, TALL, PAPER)
    return Drawing(WIDE, TALL, (ground, *(mark for block in composed.blocks for mark in marks(block))))


def marks(block: Block) -> list[Mark]:
    """One block, in units of the slide and light colours."""
    if isinstance(block, Words):
        return _words(block)
    if isinstance(block, Box):
        return [rect(*block.place, block.fill)]
    if isinstance(block, Chart):
        place, scale = block.place, block.scale
        made = figure_drawing(block.figure, place.width / scale, place.height / scale, scheme=light)
        return made.moved(place.left, place.top, scale)
    if isinstance(block, Grid):
        return _grid(block)
    if isinstance(block, Sampled):
        return _sampled(block)
    if isinstance(block, Code):
        drawn = code(block.address)
        return drawn.moved(block.place.left, block.place.top, block.place.width / drawn.width)
    return [_image(block)]


def _words(words: Words) -> list[Mark]:
    x = words.place.left + AT[words.anchor] * words.place.width
    return [
        line_of_text(line, x, words.baseline(n), words.size, words.colour, words.weight, words.anchor)
        for n, line in enumerate(words.lines)
    ]


def _sampled(entry: Sampled) -> list[Mark]:
    place, size = entry.place, entry.size
    y = place.top + place.height / 2 + MIDDLE * size
    said = line_of_text(entry.text, place.left + SAMPLE * size, y, size, INK)
    drawn = sample(entry.sample)
    if drawn is None:
        return [line_of_text(entry.sample.sign, place.left + size * 0.6, y, size, entry.sample.ink or INK), said]
    scale = size * 1.1 / drawn.height
    return [*drawn.moved(place.left, place.top + (place.height - drawn.height * scale) / 2, scale), said]


def _grid(grid: Grid) -> list[Mark]:
    made: list[Mark] = []
    top = grid.place.top
    for n, row in enumerate(grid.rows):
        left = grid.place.left
        for cell, wide in zip(row, grid.columns, strict=True):
            made += _cell(cell, Place(left, top, wide, grid.row), grid.size)
            left += wide
        if n in grid.apart:
            made.append(rule(grid.place.left, top, grid.place.right, top, EDGE, 2.5))
        top += grid.row
    return made


def _cell(cell: Cell, place: Place, size: float) -> list[Mark]:
    made: list[Mark] = []
    if cell.fill:
        made.append(rect(place.left + 1, place.top + 1, place.width - 2, place.height - 2, cell.fill))
    if cell.edge:
        made.append(rect(place.left + 3, place.top + 3, place.width - 6, place.height - 6, "none", cell.edge, 4))
    if cell.text:
        x = place.left + AT[cell.anchor] * place.width
        y = place.top + place.height / 2 + MIDDLE * size
        made.append(line_of_text(cell.text, x, y, size, cell.ink, cell.weight, cell.anchor))
    return made


def _image(image: Image) -> Raster:
    left, top, width, height = image.place
    return Raster(image.data, image.mime, (left, top, left + width, top + height))
