"""Slides of one's own: title, section, text, picture, closing. Large and calm; a long text is set smaller, and where
even the smallest type has no room the slide says how many lines are missing."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from components.drawing.fonts import even, printable
from components.i18n import Words as Catalogue
from components.slideshow.composed import LEAST, TALL, WIDE, Block, Box, Code, Composed, Image, Place, Role, Words
from components.slideshow.frame import EDGE, FOOT, ROOM, TOP, stamped
from components.slideshow.lettering import GAP, LEADING, QUIET, SMALL, TINY, Look, sized
from components.slideshow.slide_captions import Said
from components.theme import ACCENT, BAR, CONTEXT, INK, LINE, PANEL, SOFT
from components.url.choices import Hall, SlideKind
from components.url.deck import Slide
from components.url.own_picture import KEPT, own_picture
from data.dataset import Dataset

# Units, the largest that has room is taken.
HEADS = {Hall.NEAR: (118.0, 104.0, 92.0, 80.0, 68.0, 56.0), Hall.DEEP: (136.0, 120.0, 104.0, 88.0, 72.0, 60.0)}
TITLES = {Hall.NEAR: (62.0, 54.0, 48.0, 42.0), Hall.DEEP: (76.0, 66.0, 56.0, 48.0)}
TEXTS = {
    Hall.NEAR: (56.0, 50.0, 44.0, 39.0, 35.0, 33.0, 31.0, 29.0, LEAST),
    Hall.DEEP: (72.0, 64.0, 56.0, 50.0, 44.0, 39.0, 35.0, 32.0, 29.0, LEAST),
}
STATEMENTS = (104.0, 92.0, 80.0, 70.0, 62.0)  # of a text without a title, before those
TWO, BETWEEN = 39.0, 80.0  # from this size down a text may stand in two columns, and what is between them
HEAD_LINES, TITLE_LINES = 3, 2
HEAD_LEADING = 1.14
MARGIN = 150.0  # beside what stands alone on its slide
BAND = 26.0
MIDDLE = 0.46  # of the height: where what stands alone has its middle
CODE = 380.0
APART = 0.4  # of a line: between paragraphs
ITEM = re.compile(r"\s*[-–•*]\s+")
INDENT = 1.0  # of the size: from the mark of an item to its words
NAME = "Atalaya"
PLAIN = Look()
MISSING = "missing"  # the name of the words that say so


class Own(NamedTuple):
    """What a slide of one's own is made in: how far the last row sits, the words, the data set with whom to write to,
    and what the address in a code begins with."""

    hall: Hall
    words: Catalogue
    dataset: Dataset
    root: str = ""


def own_said(slide: Slide, words: Catalogue) -> Said:
    """How a slide of one's own is called: by its title, or else the first line of its text, or its kind."""
    return Said(slide.title or slide.text.partition("\n")[0].strip() or slide.alt or words(f"own.{slide.kind}"), ())


def own(slide: Slide, room: Own, number: str) -> Composed:
    """The slide, whole."""
    size = SMALL[room.hall]
    stamp = room.words("synthetic.stamp") if room.dataset.synthetic else ""
    at = Place(WIDE - EDGE - 180, FOOT - size * LEADING, 180, size * LEADING)
    is_numbered = number and slide.kind is not SlideKind.TITLE
    foot = [Words(at, Role.NUMBER, (number,), size, SOFT, 400, "end")] if is_numbered else []
    return Composed((*KINDS[slide.kind](slide, room), *stamped(stamp, size), *foot))


def _title(slide: Slide, room: Own) -> list[Block]:
    """The first slide of a talk."""
    return [Box(Place(0, 0, WIDE, BAND), BAR), *_alone(slide, room, WIDE - 2 * MARGIN)]


def _section(slide: Slide, room: Own) -> list[Block]:
    """Where a part of a talk begins, upon a ground of its own."""
    ground = [Box(Place(0, 0, WIDE, TALL), CONTEXT), Box(Place(0, 0, BAND, TALL), ACCENT)]
    return [*ground, *_alone(slide, room, WIDE - 2 * MARGIN)]


def _closing(slide: Slide, room: Own) -> list[Block]:
    """The last: what the presenter leaves with the hall, whom to write to, and the way to the site as a code."""
    code: list[Block] = []
    if room.root:
        code = [Code(Place(WIDE - MARGIN - CODE, TALL * MIDDLE - CODE / 2, CODE, CODE), room.root)]
    named = slide if slide.title or slide.text else replace(slide, title=NAME)
    said = _alone(named, room, WIDE - 2 * MARGIN - (CODE + 90) * bool(code))
    return [Box(Place(0, TALL - BAND, WIDE, BAND), BAR), *said, *code, *_reached(room)]


def _reached(room: Own) -> list[Block]:
    """Where the site is found, and who answers for it."""
    size = SMALL[room.hall] * 1.25
    step = size * LEADING
    lines = [printable(each) for each in (room.root.partition("://")[2], room.dataset.contact) if each]
    top = FOOT - 2 * GAP - len(lines) * step
    return [
        Words(Place(MARGIN, top + n * step, ROOM - 2 * MARGIN, step), Role.TEXT, (line,), size, INK)
        for n, line in enumerate(lines)
    ]


def _alone(slide: Slide, room: Own, wide: float) -> list[Block]:
    """A title and its text in the middle of the height, below a short rule."""
    head = _head(slide.title, HEADS[room.hall], HEAD_LINES, wide)
    tall = sum(each.place.height for each in head)
    most = TALL - 2 * MARGIN - tall - 60
    is_statement = not head and slide.kind is SlideKind.TEXT
    sizes = [*STATEMENTS * is_statement, *TEXTS[room.hall]]
    text = fitted(slide.text, sizes, wide, most, room, Look(INK if is_statement else SOFT))
    gap = 34.0 if head and text.blocks else 0.0
    top = max(MARGIN, TALL * MIDDLE - (tall + gap + text.height) / 2)
    start = Box(Place(MARGIN, top - 40, 130, 9), ACCENT)
    return [start, *placed(head, MARGIN, top), *placed(text.blocks, MARGIN, top + tall + gap)]


def _text(slide: Slide, room: Own) -> list[Block]:
    """A title, and below it text as large as the slide holds."""
    if not slide.title:
        return _alone(slide, room, WIDE - 2 * MARGIN)
    head, top = _above(slide, room)
    text = fitted(slide.text, TEXTS[room.hall], ROOM, FOOT - GAP - 50 - top, room)
    return [*head, *placed(text.blocks, EDGE, top)]


def _picture(slide: Slide, room: Own) -> list[Block]:
    """The picture as large as the slide holds it whole, its words below."""
    head, top = _above(slide, room)
    below = fitted(slide.text, TEXTS[room.hall][3:], ROOM - 200, TALL * 0.3, room, QUIET)
    stage = Place(EDGE, top, ROOM, FOOT - 44 - (below.height + GAP) * bool(below.blocks) - top)
    return [*head, *_shown(slide, stage, room), *placed(below.blocks, EDGE, stage.bottom + GAP)]


def _shown(slide: Slide, stage: Place, room: Own) -> list[Block]:
    if slide.picture in ("", KEPT):
        frame = [Box(stage, LINE), Box(Place(stage.left + 3, stage.top + 3, stage.width - 6, stage.height - 6), PANEL)]
        said = slide.alt or room.words("own.no_picture")
        text = fitted(
            said, TEXTS[room.hall][3:], stage.width - 200, stage.height - 60, room, QUIET._replace(anchor="middle")
        )
        return [*frame, *placed(text.blocks, stage.left + 100, stage.top + (stage.height - text.height) / 2)]
    found = own_picture(slide.picture)
    scale = min(stage.width / found.width, stage.height / found.height)
    wide, tall = found.width * scale, found.height * scale
    at = Place(stage.left + (stage.width - wide) / 2, stage.top + (stage.height - tall) / 2, wide, tall)
    return [Image(at, found.data, found.mime, slide.alt)]


KINDS: Mapping[SlideKind, Callable[[Slide, Own], list[Block]]] = {
    SlideKind.TITLE: _title,
    SlideKind.SECTION: _section,
    SlideKind.TEXT: _text,
    SlideKind.PICTURE: _picture,
    SlideKind.CLOSING: _closing,
}


def _above(slide: Slide, room: Own) -> tuple[list[Block], float]:
    """The title at the top, and where what is below it begins."""
    head = _head(slide.title, TITLES[room.hall], TITLE_LINES, ROOM)
    return placed(head, EDGE, TOP), TOP + sum(each.place.height for each in head) + 2 * GAP


def _head(said: str, sizes: Sequence[float], most: int, wide: float) -> list[Words]:
    """A title from 0, 0; of one that is longer at the smallest size all lines are shown."""
    if not said:
        return []
    size = sized([said], sizes, 600, wide, most) or sizes[-1]
    lines = tuple(even(printable(said), size, 600, wide + TINY))
    return [Words(Place(0, 0, wide, len(lines) * size * HEAD_LEADING), Role.TITLE, lines, size, INK, 600, name="title")]


# ---- a text with its line breaks ----


class Fitted(NamedTuple):
    """A text from 0, 0: its blocks, and how tall they are."""

    blocks: list[Block]
    height: float


def fitted(said: str, sizes: Sequence[float], wide: float, tall: float, room: Own, look: Look = PLAIN) -> Fitted:
    """A text at the largest size at which it has room, a block for each paragraph; items have their mark, and small
    type may stand in two columns. What has no room at the smallest is left out whole, paragraph by paragraph, and the
    slide says so."""
    for size in sizes:
        made = _set(said, size, wide, look)
        if made.height <= tall:
            return made
        if size <= TWO and (halves := _halved(_set(said, size, (wide - BETWEEN) / 2, look).blocks, wide, tall)):
            return halves
    size = sizes[-1]
    kept, rest = list(made.blocks), 0
    while kept and kept[-1].place.bottom > tall - size * LEADING:
        rest += len(last.lines) if isinstance(last := kept.pop(), Words) else 0
    while kept and isinstance(kept[-1], Box):  # the mark of an item that is left out
        kept.pop()
    top = max((each.place.bottom for each in kept), default=0.0)
    line = (room.words.count("own.missing", rest),)
    kept.append(Words(Place(0, top, wide, size * LEADING), Role.TEXT, line, size, ACCENT, 600, name=MISSING))
    return Fitted(kept, top + size * LEADING)


def _halved(blocks: Sequence[Block], wide: float, tall: float) -> Fitted | None:
    """The blocks in two columns as even as may be; None where they have no room."""
    end = max((each.place.bottom for each in blocks), default=0.0)
    starts = [
        n for n, each in enumerate(blocks) if isinstance(each, Box) or not n or not isinstance(blocks[n - 1], Box)
    ]
    for n in starts[1:]:
        top, left = blocks[n].place.top, blocks[:n]
        if top >= end / 2:
            second = placed(blocks[n:], (wide + BETWEEN) / 2, -min(each.place.top for each in blocks[n : n + 2]))
            height = max(each.place.bottom for each in (*left, *second))
            return Fitted([*left, *second], height) if height <= tall else None
    return None


def _set(said: str, size: float, wide: float, look: Look) -> Fitted:
    blocks: list[Block] = []
    step, top = size * LEADING, 0.0
    for paragraph in said.split("\n") if said else ():
        mark = ITEM.match(paragraph)
        left = INDENT * size if mark else 0.0
        words = printable(paragraph[mark.end() :] if mark else paragraph)
        lines = tuple(even(words, size, look.weight, wide - left + TINY))
        if not lines:
            top += step * APART
            continue
        if mark:
            blocks.append(Box(Place(size * 0.25, top + step * 0.42, size * 0.24, size * 0.24), ACCENT))
        place = Place(left, top, wide - left, len(lines) * step)
        blocks.append(Words(place, Role.ITEM if mark else Role.TEXT, lines, size, *look))
        top += len(lines) * step + step * APART * 0.6
    return Fitted(blocks, max((each.place.bottom for each in blocks), default=0.0))


def placed(blocks: Sequence[Block], left: float, top: float) -> list[Block]:
    """The blocks further to the right and down."""
    return [
        each._replace(place=each.place._replace(left=each.place.left + left, top=each.place.top + top))
        for each in blocks
    ]
