"""A picture with all that it must say: title, finding, filter in words, caveat, legend, sources, version, address.

A sheet is as tall as it needs; a card has a fixed shape and the picture fits into it.
"""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from components.pages.page import ShownPage
from components.render.boxes import Boxes
from components.render.captions import Said, is_dark, said
from components.render.cascade import Cascade
from components.render.fonts import width, wrap
from components.render.grids import table
from components.render.marks import Drawing, Mark, line_of_text, rect, rule, stacked
from components.render.tree import Shown, of_class

WIDE = 1280.0
MARGIN = 40.0
KEY = 330.0  # width of a legend beside its map
CARD = (1200.0, 630.0)
SLIDE = (1280.0, 720.0)
LEAST_TYPE = 6.0  # px: on a card no type of a picture is smaller


class Laid(NamedTuple):
    """A page read, with the colours of its theme, its words and its picture at a width."""

    said: Said
    cascade: Cascade
    boxes: Boxes
    shown: Shown

    def colour(self, token: str) -> str:
        return self.cascade.token(token)

    def picture(self, room: float) -> Drawing:
        """The picture alone."""
        return stacked([_part(self.boxes, each, room) for each in self.shown.picture], 10, room)


def laid(page: ShownPage, root: str = "") -> Laid:
    """Read a page once for any of its files."""
    shown = Shown(page, root)
    cascade = Cascade(shown.root, "dark" if is_dark(page.view) else "light")
    return Laid(said(page, shown, root), cascade, Boxes(shown.root, cascade, table, shown.figures), shown)


def _part(boxes: Boxes, element: Element, room: float) -> Drawing:
    """A stage: a map has its legend at its left; else what the style sheets say."""
    maps = [each for each in element if "map" in each.get("class", "").split()]
    legends = of_class(element, "legend")
    if not maps or not legends:
        return boxes.box(element, room)
    key = boxes.content(legends[0], KEY)
    drawn = boxes.drawn(next(iter(maps[0].iter("svg"))), room - KEY - 30)
    height = max(key.height, drawn.height)
    marks = [*key.moved(0, height - key.height), *drawn.moved(KEY + 30, 0)]
    return Drawing(room, height, tuple(marks))


def sheet(made: Laid) -> Drawing:
    """The whole sheet, WIDE pixels wide."""
    room = WIDE - 2 * MARGIN
    body = [_head(made, room), made.picture(room), _foot(made, room)]
    inner = stacked(body, 18, room)
    height = inner.height + 2 * MARGIN
    marks = [rect(0, 0, WIDE, height, made.colour("paper")), *inner.moved(MARGIN, MARGIN)]
    return Drawing(WIDE, height, tuple(marks), tuple(cut + MARGIN for cut in inner.cuts))


def card(made: Laid, shape: tuple[float, float] = CARD, finding: str = "") -> Drawing:
    """A picture of a fixed shape for places that show one: finding (or what stands in its place), picture, source. What
    would be too small to read is left to the sheet."""
    wide, tall = shape
    room = wide - 2 * MARGIN
    words = made.said
    top = [
        _lines(made, words.title, 16, room, "soft", 400, most=1),
        _lines(made, finding or words.finding, 27, room, "ink", 600, most=3),
        _lines(made, words.caveat, 14, room, "soft", 400, most=1),
    ]
    head = stacked([*_stamp(made, room), *top], 6, room)
    source = _lines(made, "; ".join(each.split(".")[0] for each in words.sources[:2]), 13, room, "soft", 400, most=1)
    address = _lines(made, words.address, 13, room, "soft", 400, most=1)
    foot = stacked([source, address], 2, room)
    free = tall - 2 * 28 - head.height - foot.height - 28
    picture = fitted(made, room, free)
    marks: list[Mark] = [rect(0, 0, wide, tall, made.colour("paper")), *head.moved(MARGIN, 28)]
    marks += picture.moved((wide - picture.width) / 2, 28 + head.height + 14)
    marks += foot.moved(MARGIN, tall - 24 - foot.height)
    return Drawing(wide, tall, tuple(marks))


def fitted(made: Laid, room: float, tall: float) -> Drawing:
    """The picture scaled into a box; of one that would be too small to read, as much from its top as can be read."""
    tried = [made.picture(room * share) for share in (1, 1.25, 0.8, 0.62, 1.6)]
    best = max(tried, key=lambda each: _reach(each, room, tall) * _small(each))
    scale = _reach(best, room, tall)
    if scale * _small(best) < LEAST_TYPE:
        best = min((each for each in tried), key=lambda each: abs(each.width - room))
        scale = min(1.0, room / best.width)
        rest = _lines(made, made.said.rest, 13, room, "accent", 400, most=1)
        kept = _cut(best, (tall - rest.height) / scale)
        marks = [*kept.moved(0, 0, scale), *rest.moved(0, kept.height * scale + 2)]
        return Drawing(max(room, kept.width * scale), kept.height * scale + rest.height, tuple(marks))
    return Drawing(best.width * scale, best.height * scale, tuple(best.moved(0, 0, scale)))


def _small(drawing: Drawing) -> float:
    """The size of the small type of a drawing: a twentieth of its texts may be smaller still."""
    sizes = sorted(text.size for text in drawing.texts) or [14.0]
    return sizes[len(sizes) // 20]


def _reach(drawing: Drawing, room: float, tall: float) -> float:
    """How much a drawing may grow to fill a box."""
    return min(room / drawing.width, tall / drawing.height, 1.6) if drawing.height else 1.0


def _cut(drawing: Drawing, tall: float) -> Drawing:
    """The part of a drawing above the last cut that fits."""
    end = max((cut for cut in drawing.cuts if tall * 0.6 < cut <= tall), default=tall)
    return Drawing(drawing.width, end, tuple(mark for mark in drawing.marks if mark.box[3] <= end + 1))


def _stamp(made: Laid, room: float) -> list[Drawing]:
    return [_lines(made, made.said.stamp, 20, room, "accent", 600)] if made.said.stamp else []


def _head(made: Laid, room: float) -> Drawing:
    words = made.said
    parts = [
        *_stamp(made, room),
        _lines(made, words.title, 16, room, "soft", 400),
        _lines(made, words.finding, 27, room, "ink", 600),
        _lines(made, words.caveat, 15, room, "soft", 400),
        *(_lines(made, line, 14, room, "accent", 400) for line in words.notices),
    ]
    return stacked(parts, 7, room)


def _foot(made: Laid, room: float) -> Drawing:
    words = made.said
    line = Drawing(room, 1, (rule(0, 0.5, room, 0.5, made.colour("line")),))
    parts = [
        line,
        _lines(made, words.filter, 12.5, room, "ink", 400),
        *(_lines(made, flag, 12.5, room, "soft", 400) for flag in words.flags),
        *(_lines(made, source, 12.5, room, "soft", 400) for source in words.sources),
        _lines(made, words.version, 12.5, room, "soft", 400),
        _lines(made, words.address, 12.5, room, "ink", 400),
    ]
    return stacked(parts, 5, room)


def _lines(
    made: Laid, text: str, size: float, room: float, token: str, weight: int, most: int | None = None
) -> Drawing:
    """Text in lines; of more than `most` the last ends with dots."""
    lines = wrap(text, size, weight, room)
    if most and len(lines) > most:
        lines = lines[:most]
        while lines[-1] and width(lines[-1] + "…", size, weight) > room:
            lines[-1] = lines[-1].rpartition(" ")[0]
        lines[-1] += "…"
    step = size * 1.3
    marks = [
        line_of_text(line, 0, i * step + size * 0.98, size, made.colour(token), weight) for i, line in enumerate(lines)
    ]
    return Drawing(room, step * len(lines), tuple(marks))
