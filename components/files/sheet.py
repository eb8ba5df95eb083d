"""A picture with all that it must say: title, finding, filter in words, caveat, key, sources, version, address.

A sheet is as tall as it needs; a card has a fixed shape and the picture fits into it. Both are made from captions and
pictures as data, in light colours, and take those of the theme at the end.
"""

from dataclasses import dataclass
from itertools import product

from components.captions.picture import Picture
from components.drawing import keys
from components.drawing.colours import Scheme, dark, light
from components.drawing.figure_svg import is_to_scale
from components.drawing.fonts import wrap
from components.drawing.marks import LEADING, Drawing, Mark, lines, rect, rule, stacked
from components.files import pictures
from components.files.captions import Said, is_dark, said, said_alone
from components.pages.page import ShownPage
from components.theme import ACCENT, INK, LINE, PAPER, SOFT
from components.url.view import Ignored

WIDE = 1280.0
MARGIN = 40.0
CARD = (1200.0, 630.0)
HEADLINES = (36.0, 32.0, 27.0)  # px, of a finding on a card: the largest that leaves the picture its room
MOST = 3  # lines of a finding above a picture
NARROWEST = 380.0  # px that words need beside a map
LEAST_TYPES = (12.0, 7.0)  # px: on a card no type of a picture is smaller; the second where nothing else has room
SMALLEST = 2.5  # times as tall as a card: more of a picture is never tried
ROOMS = (1, 1.25, 0.8, 0.62, 1.6)  # of a card's width: what a picture is tried in


@dataclass(frozen=True)
class Laid:
    """What a file has of a page: its words, its pictures, the colours of its theme."""

    said: Said
    pictures: tuple[Picture, ...]
    scheme: Scheme

    def colour(self, light_value: str) -> str:
        return self.scheme(light_value)

    def picture(self, room: float) -> Drawing:
        """The pictures alone."""
        return pictures.drawing(self.pictures, room).coloured(self.scheme)


def laid(page: ShownPage, root: str = "", place: str = "") -> Laid:
    """A page for any of its files; or the figure in one of its places alone (its id), if one is there."""
    scheme, alone = dark if is_dark(page.view) else light, page.in_view.get(place)
    if place and not alone:
        page.ignored.append(Ignored("place", place, ", ".join(each.name for each in page.beside())))
    if alone is None:
        return Laid(said(page, root), tuple(page.pictures()), scheme)
    words = said_alone(page, root, alone.own) if alone.own else said(page, root)
    return Laid(words, (alone,), scheme)


def sheet(made: Laid) -> Drawing:
    """The whole sheet, WIDE pixels wide."""
    room = WIDE - 2 * MARGIN
    inner = stacked(
        [head_drawing(made.said, room), pictures.drawing(made.pictures, room), _foot(made.said, room)], 18, room
    )
    height = inner.height + 2 * MARGIN
    marks = (rect(0, 0, WIDE, height, PAPER), *inner.moved(MARGIN, MARGIN))
    return Drawing(WIDE, height, marks).coloured(made.scheme)


def card(made: Laid) -> Drawing:
    """A picture of a fixed shape for places that show one: finding, picture, source. What would be too small to read is
    left to the sheet, and no sentence is broken off. A map stands beside its words."""
    return _beside_words(made) or _below_words(made)


def _below_words(made: Laid) -> Drawing:
    (wide, tall), words = CARD, made.said
    room = wide - 2 * MARGIN
    named = _named(words, room)
    rest = stacked([lines(words.rest, 13, room, ACCENT, most=1), *named], 2, room)
    text = words.finding
    has_figure = any(each.figure for each in made.pictures[:1])  # a table takes what room there is
    larger = [size for size in HEADLINES[1:-1] if has_figure and len(wrap(text, size, 600, room)) <= MOST]
    for size in (*larger, HEADLINES[-1]):
        top = [lines(words.title, 16, room, most=1), lines(text, size, room, INK, 600, most=MOST)]
        head = stacked([*_stamp(words, room), *top, _whole(words.caveat, 14, room)], 6, room)
        picture, is_whole = fitted(made, room, tall - 2 * 28 - head.height - rest.height - 28)
        if is_whole:
            break
    foot = stacked(named, 2, room) if is_whole else rest
    marks: list[Mark] = [rect(0, 0, wide, tall, made.colour(PAPER)), *head.coloured(made.scheme).moved(MARGIN, 28)]
    marks += picture.moved((wide - picture.width) / 2, 28 + head.height + 14)
    marks += foot.coloured(made.scheme).moved(MARGIN, tall - 24 - foot.height)
    return Drawing(wide, tall, tuple(marks))


def _beside_words(made: Laid) -> Drawing | None:
    """A map as tall as the card, at the right of its words; None for another picture, or where they have no room."""
    (wide, tall), words = CARD, made.said
    first = made.pictures[0] if made.pictures else None
    if not first or not first.figure or first.table or not is_to_scale(first.figure):
        return None
    drawn = pictures.figure_at(first.figure, wide * 0.56, tall - 2 * 24)
    room = wide - 2 * MARGIN - drawn.width - 24
    if room < NARROWEST:
        return None
    rest = [] if len(made.pictures) == 1 else [lines(words.rest, 13, room, ACCENT)]
    said = [lines(each, 12, room) for each in first.said]
    key = [keys.drawing(first.key, min(room, pictures.KEY))] if first.key else []
    foot = stacked([*key, *said, *rest, *_named(words, room)], 6, room)
    for size, most in product(HEADLINES, (3, 1)):
        top = [lines(words.title, 18, room), lines(words.finding, size, room, INK, 600)]
        head = stacked([*_stamp(words, room), *top, _whole(words.caveat, 15, room, most)], 8, room)
        if head.height + foot.height + 2 * 28 + 8 <= tall:
            break
    else:
        return None
    both = [*head.moved(MARGIN, 28), *foot.moved(MARGIN, tall - 24 - foot.height)]
    both += drawn.moved(wide - MARGIN - drawn.width, (tall - drawn.height) / 2)
    return Drawing(wide, tall, (rect(0, 0, wide, tall, PAPER), *both)).coloured(made.scheme)


def _whole(text: str, size: float, room: float, most: int = 1) -> Drawing:
    """As many of the sentences of a text as have room in so many lines; of one that is too long, its beginning."""
    said = text.split(". ")
    for n in range(len(said), 0, -1):
        drawn = lines(". ".join(said[:n]).removesuffix(".") + "." * bool(text), size, room)
        if drawn.height <= most * size * LEADING + 1:
            return drawn
    return lines(said[0], size, room, most=most)


def _named(words: Said, room: float) -> list[Drawing]:
    """The first sources, as many as have room whole, and the address."""
    named = [each.split(".")[0] for each in words.sources[:2]]
    both = lines("; ".join(named), 13, room)
    source = both if both.height <= 13 * LEADING + 1 else lines(named[0] if named else "", 13, room, most=2)
    return [source, lines(words.address, 13, room, most=1)]


def fitted(made: Laid, room: float, tall: float) -> tuple[Drawing, bool]:
    """As many of the pictures as can be read, scaled into a box, and whether these are all; of one that would be too
    small alone, as much from its top as can be read."""
    tried = [(_first(made, room * share, tall), room * share) for share in ROOMS]
    for least in LEAST_TYPES:
        for n in range(max(len(drawn) for (drawn, _), _ in tried), 0, -1):
            whole = [
                (pictures.together(drawn[:n], wide), is_all and n >= len(drawn)) for (drawn, is_all), wide in tried
            ]
            if n == 1 and made.pictures:
                whole += [(pictures.one(made.pictures[0], room, tall), len(made.pictures) == 1)]
            best, is_whole = max(whole, key=lambda each: _reach(each[0], room, tall) * _small(each[0]))
            scale = _reach(best, room, tall)
            if scale * _small(best) >= least:
                shown = _trimmed(Drawing(best.width, best.height, tuple(best.moved(0, 0, scale))), scale)
                more = _cut(pictures.together(tried[0][0][0][: n + 1], room), tall)  # the next, as far as it goes
                shown = more if not is_whole and more.height > shown.height else shown
                return shown.coloured(made.scheme), is_whole
    return _cut(pictures.together(tried[0][0][0][:1], room), tall).coloured(made.scheme), False


def _trimmed(drawing: Drawing, scale: float) -> Drawing:
    """A scaled drawing without the room at its right that nothing takes."""
    right = max((mark.box[2] for mark in drawing.marks), default=0.0)
    return Drawing(min(right, drawing.width * scale), drawing.height * scale, drawing.marks)


def _first(made: Laid, room: float, tall: float) -> tuple[list[Drawing], bool]:
    """The first pictures, no more than could ever be read in the box, and whether these are all."""
    found: list[Drawing] = []
    for n in range(0, len(made.pictures), 2):
        if sum(each.height for each in found) > tall * SMALLEST:
            return found, False
        found += pictures.each_of(made.pictures[n : n + 2], room)
    return found, True


def _small(drawing: Drawing) -> float:
    """The size of the small type of a drawing: a twentieth of its texts may be smaller still."""
    sizes = sorted(text.size for text in drawing.texts) or [14.0]
    return sizes[len(sizes) // 20]


def _reach(drawing: Drawing, room: float, tall: float) -> float:
    """How much a drawing may grow to fill a box."""
    return min(room / drawing.width, tall / drawing.height, 1.6) if drawing.height else 1.0


def _cut(drawing: Drawing, tall: float) -> Drawing:
    """The part of a drawing above the last cut that fits."""
    end = max((cut for cut in drawing.cuts if 0 < cut <= tall), default=min(tall, drawing.height))
    return Drawing(drawing.width, end, tuple(mark for mark in drawing.marks if mark.box[3] <= end + 1))


def _stamp(words: Said, room: float) -> list[Drawing]:
    return [lines(words.stamp, 20, room, ACCENT, 600)] if words.stamp else []


def head_drawing(words: Said, room: float) -> Drawing:
    """What stands above the pictures."""
    parts = [
        *_stamp(words, room),
        lines(words.title, 16, room),
        lines(words.finding, 27, room, INK, 600),
        lines(words.caveat, 15, room),
        *(lines(line, 14, room, ACCENT) for line in words.notices),
    ]
    return stacked(parts, 7, room)


def _foot(words: Said, room: float) -> Drawing:
    under = Drawing(room, 1, (rule(0, 0.5, room, 0.5, LINE),))
    small = [*words.flags, *words.sources, words.version]
    parts = [
        under,
        lines(words.filter, 12.5, room, INK),
        *(lines(line, 12.5, room, SOFT) for line in small),
        lines(words.address, 12.5, room, INK),
    ]
    return stacked(parts, 5, room)
