"""Pictures as data of a paper: their titles as headings, figures as vectors, tables as tables."""

from components.captions.picture import Picture
from components.drawing import keys
from components.drawing.colours import Scheme
from components.files.pictures import HEADING, TITLE, Row, figure_with_key, is_heading, room_above
from components.files.typeset import Data, drawn
from components.files.typeset_tables import table_data


class Parts:
    """The parts of one paper. Headings are told by level, for whoever listens: what follows one is a level below."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme, self._level = scheme, 2

    def row(self, row: Row, room: float, tall: float) -> Data:
        """What stands together, `tall` the height that a figure of it may have."""
        heads = [self.picture(each, room, tall) for each in row.heads]
        tall -= sum(room_above(each, room) for each in row.heads)
        shown = [self.picture(each, wide, tall) for each, wide in zip(row.shown, row.rooms, strict=True)]
        return {
            "heads": heads,
            "shown": shown,
            "rooms": row.rooms,
            "said": [self.picture(each, room, tall) for each in row.said],
            "upright": False,
            "breaks": any(each["grid"] for each in shown),
        }

    def picture(self, picture: Picture, room: float, tall: float) -> Data:
        level, is_over = self._level, is_heading(picture)
        if is_over:
            level, self._level = 2, 3
        figure, scheme = picture.figure if not picture.table else None, self._scheme
        key = keys.drawing(picture.key, room) if picture.key and not figure else None
        made = figure_with_key(picture, room, tall - room_above(picture, room)) if figure else key
        return {
            "title": picture.title,
            "level": level,
            "title-size": HEADING if is_over else TITLE,
            "drawn": made and drawn(made.coloured(scheme), spoken(picture)),
            "grid": picture.table and table_data(picture.table, room, scheme),
            "said": picture.said,
            "note": picture.note,
        }


def spoken(picture: Picture) -> str:
    """A picture in words: what it shows, and its key."""
    key = picture.key
    samples = "; ".join(f"{each.sign} {each.text}".strip() for each in key.samples) if key else ""
    said = [picture.label or picture.title, *([key.title, samples, key.note] if key else [])]
    return ". ".join(each.rstrip(".") for each in said if each) + "."
