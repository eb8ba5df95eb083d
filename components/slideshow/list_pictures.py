"""Sentences and large figures on a slide: as many as have room whole, and how many more there are."""

from collections.abc import Sequence
from typing import NamedTuple

from components.drawing.fonts import printable, width
from components.slideshow.composed import Block, Box, Place, Role
from components.slideshow.lettering import GAP, LEADING, Look, moved, text
from components.slideshow.picture import Room
from components.theme import ACCENT, INK, SOFT
from components.url.choices import Hall

TYPE = {Hall.NEAR: (36.0, 32.0, 28.0), Hall.DEEP: (56.0, 50.0, 44.0)}  # units: of a list, from what is tried first
LARGE = {
    Hall.NEAR: (150.0, 124.0, 100.0, 84.0, 68.0, 54.0),
    Hall.DEEP: (150.0, 120.0, 92.0, 76.0, 60.0),
}  # of a figure that stands alone
ACROSS = {Hall.NEAR: 4, Hall.DEEP: 3}  # large figures side by side
BETWEEN = 48.0  # units between two of them
SHORT = 5.0  # of the size: a head that stands beside its sentence
BAR = 5.0  # units: the rule beside a large figure


class Item(NamedTuple):
    """What a list has: what it is about, and a sentence."""

    head: str
    said: str = ""


def listed(items: Sequence[Item], room: Room) -> list[Block]:
    """The items below each other, at the largest size at which all have room; else the first of them."""
    for size in TYPE[room.hall]:
        aside = _aside(items, size)
        made = [_item(each, room, size, aside) for each in items]
        if sum(_tall(each) for each in made) <= room.place.height:
            return _stacked(made, room)
    shown: list[list[Block]] = []
    tail = size * LEADING
    while made and sum(map(_tall, shown)) + _tall(made[0]) + tail <= room.place.height:
        shown.append(made.pop(0))
    more = room.page.words.count("statements.more", len(made))
    return _stacked([*shown, [text(more, Role.TEXT, room.place[:2], room.place.width, size)]], room)


def _aside(items: Sequence[Item], size: float) -> float:
    """How wide a column of heads is that are all as short as figures are; else 0: each stands over its sentence."""
    reach = max((width(printable(each.head), size, 600) for each in items), default=0.0)
    return reach + size if reach <= SHORT * size and all(each.said for each in items) else 0.0


def _item(item: Item, room: Room, size: float, aside: float) -> list[Block]:
    at, wide = room.place[:2], room.place.width
    if aside:
        figure = text(item.head, Role.ITEM, at, aside, size, Look(ACCENT, 600))
        return [figure, text(item.said, Role.TEXT, (at[0] + aside, at[1]), wide - aside, size, Look(INK))]
    head = text(item.head, Role.ITEM, at, wide, size, Look(ACCENT if item.said else INK, 600))
    if not item.said:
        return [head]
    said = text(item.said, Role.TEXT, (at[0], head.place.bottom), wide, size, Look(INK))
    return [head, said]


def _tall(blocks: Sequence[Block]) -> float:
    return blocks[-1].place.bottom - blocks[0].place.top + GAP


def _stacked(made: Sequence[Sequence[Block]], room: Room) -> list[Block]:
    """Lists of blocks below each other, in the middle of the room."""
    spare = room.place.height - sum(map(_tall, made))
    top = max(0.0, spare) * 0.3
    placed: list[Block] = []
    for each in made:
        placed += moved(each, top)
        top += _tall(each)
    return placed


class Card(NamedTuple):
    """A figure that stands alone, and what it counts."""

    figure: str
    said: str


def cards(shown: Sequence[Card], room: Room) -> list[Block]:
    """Figures with what they are, side by side in as many rows as they need, as large as the room allows."""
    across = min(len(shown), ACROSS[room.hall]) or 1
    if len(shown) > across and len(shown) % across == 1:
        across = max(2, across - 1)
    wide = (room.place.width - (across - 1) * BETWEEN) / across
    made: list[list[Block]] = []
    for size in LARGE[room.hall]:
        made = [_card(each, wide, size, room) for each in shown]
        if all(_fits(each) for each in made) and _rows_tall(made, across) <= room.place.height:
            break
    return _in_rows(made, across, wide, room)


def _fits(card: Sequence[Block]) -> bool:
    """Whether a figure takes one line."""
    return len(getattr(card[1], "lines", ())) <= 1


def _card(card: Card, wide: float, size: float, room: Room) -> list[Block]:
    inner = 24.0
    small = max(room.small, min(44.0, size * 0.34))
    figure = text(card.figure, Role.FIGURE, (inner, 0), wide - inner, size, Look(INK, 600))
    said = text(card.said, Role.TEXT, (inner, figure.place.bottom + 4), wide - inner, small, Look(SOFT))
    return [Box(Place(0, 0, BAR, said.place.bottom), ACCENT), figure, said]


def _rows_tall(made: Sequence[Sequence[Block]], across: int) -> float:
    return sum(tall + BETWEEN for tall in _talls(made, across)) - BETWEEN


def _talls(made: Sequence[Sequence[Block]], across: int) -> list[float]:
    return [max(card[0].place.height for card in made[first : first + across]) for first in range(0, len(made), across)]


def _in_rows(made: Sequence[Sequence[Block]], across: int, wide: float, room: Room) -> list[Block]:
    talls = _talls(made, across)
    top = room.place.top + max(0.0, room.place.height - sum(talls) - BETWEEN * (len(talls) - 1)) * 0.35
    placed: list[Block] = []
    for row, tall in enumerate(talls):
        for column, card in enumerate(made[row * across : (row + 1) * across]):
            left = room.place.left + column * (wide + BETWEEN)
            placed += [
                each._replace(place=Place(each.place.left + left, each.place.top + top, *each.place[2:]))
                for each in card
            ]
        top += tall + BETWEEN
    return placed
