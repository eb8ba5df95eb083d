"""Keys as drawings: what a sample looks like, which a page has beside its words; a whole key for a file or a slide."""

from components.drawing.fonts import width
from components.drawing.marks import LEADING, Drawing, Hatch, Mark, Shape, box_ops, line_of_text, lines, rect, stacked
from components.drawing.symbols import ANGLES, swatch, symbol
from components.figures.key import Key, Sample
from components.theme import INK, PAPER, SOFT

BOX = (24.0, 16.0)  # pixels of a sample
STEP, TALL = 46.0, 11.0  # of a class
SIZE = 13.0
GAP = 18.0
NARROW = 420.0  # in a smaller room samples stand one below another


def sample(shown: Sample) -> Drawing | None:
    """What a sample looks like; None where only its sign is printed."""
    across, down = BOX
    if shown.line:
        return swatch(shown.line)
    if shown.is_dot:
        return Drawing(*BOX, (Shape(symbol("circle", across / 2, down / 2, 4.5), shown.fill, PAPER, 1.2),))
    if not (shown.fill or shown.edge):
        return None
    fill, thick = shown.fill or "none", 4 if shown.hatch == "-" else 1.6
    return Drawing(*BOX, (Shape(
        box_ops(1, 1, across - 2, down - 2),
        "none" if shown.hatch else fill,
        shown.edge or "none",
        dash=(3, 2.5) if shown.is_dashed else (),
        opacity=(shown.opacity, 1),
        hatch=Hatch(fill, shown.stripe, thick, 8, ANGLES[shown.hatch]) if shown.hatch else None,
    ),))  # fmt: skip


def drawing(key: Key, room: float) -> Drawing:
    """The whole key: title, the scale of classes, samples beside each other or in a column, and what else there is to
    say."""
    title = key.title[:1].upper() + key.title[1:]
    parts = [
        lines(title, SIZE, room),
        _classes(key.classes),
        _samples(key.samples, room),
        lines(key.note, SIZE, room),
    ]
    return stacked(parts, 6, room)


def _classes(steps: tuple[Sample, ...]) -> Drawing:
    """The steps side by side, their limits below the seams."""
    marks: list[Mark] = []
    for i, step in enumerate(steps):
        marks.append(rect(i * STEP, 0, STEP, TALL, step.fill))
        marks.append(line_of_text(step.text, i * STEP, TALL + SIZE, SIZE, SOFT))
    return Drawing(STEP * len(steps), (TALL + SIZE * LEADING) if steps else 0, tuple(marks))


def _samples(samples: tuple[Sample, ...], room: float) -> Drawing:
    """Beside each other as far as they go; each wrapped where it is wider than the room."""
    marks: list[Mark] = []
    x = y = tall = 0.0
    for each in samples:
        drawn = sample(each)
        left = drawn.width + 6 if drawn else 0
        said = f"{each.sign} {each.text}".strip()
        wide = min(room, left + width(said, SIZE))
        if x and (room < NARROW or x + wide > room):
            x, y, tall = 0, y + tall + 3, 0
        text = lines(said, SIZE, wide + 0.1 - left, INK)
        marks += drawn.moved(x, y + (SIZE * LEADING - drawn.height) / 2) if drawn else []
        marks += text.moved(x + left, y)
        x, tall = x + wide + GAP, max(tall, text.height, drawn.height if drawn else 0)
    return Drawing(room, y + tall, tuple(marks))
