"""A page of the site as PDF: on lying pages, figures as vectors, tables as tables whose heads stand on every page.

No picture is cut: one that has no room goes to the next page, and one that is taller than a lying page stands on an
upright one.
"""

from components.captions.picture import Picture
from components.drawing import keys
from components.drawing.figure_svg import is_to_scale
from components.files.pictures import (
    GAP,
    HEADING,
    KEY,
    TITLE,
    Row,
    figure_at,
    figure_with_key,
    is_heading,
    room_above,
    rows,
)
from components.files.sheet import Laid, head_drawing
from components.files.typeset import LYING, Data, Facts, drawn, typeset
from components.files.typeset_tables import table_data
from components.url.choices import Locale

ROOM = 1200.0  # pixels across the text of a lying page
EDGE = 34.0  # points
PX = (LYING[0] - 2 * EDGE) / ROOM
TALL = (LYING[1] - 2 * EDGE) / PX - 10  # pixels down a lying page
UPRIGHT = (LYING[1] - 2 * EDGE) / PX, ROOM - 10  # across and down an upright one
MAP = 0.55  # of the room, a map beside its key and the sources


def sheet_pdf(made: Laid, locale: Locale, day: str) -> bytes:
    """The sheet of a page laid out, in its theme."""
    said = made.said
    facts = Facts(said.title or said.finding, said.finding, locale, day, made.scheme, PX)
    body = _Body(made)
    return typeset("sheet.typ", facts, {
        "page": LYING,
        "edge": EDGE,
        "gap": GAP,
        "head": {"stamp": said.stamp, "title": said.title, "finding": said.finding, "caveat": said.caveat,
                 "notices": said.notices},
        "rows": body.rows(),
        "foot": {"filter": said.filter, "small": [*said.flags, *said.sources, said.version], "address": said.address},
    })  # fmt: skip


class _Body:
    """The rows of a sheet; headings are told by level, for whoever listens."""

    def __init__(self, made: Laid) -> None:
        self._made, self._level = made, 2

    def rows(self) -> list[Data]:
        found = rows(self._made.pictures, ROOM)
        left = TALL - head_drawing(self._made.said, ROOM).height - 30
        if len(found) == 1 and (alone := self._map(found[0], left)):
            return [alone]
        return [self._row(row, left if n == 0 else TALL) for n, row in enumerate(found)]

    def _map(self, row: Row, tall: float) -> Data | None:
        """A map that is all there is, beside which its key and the sources stand; None where it is something else."""
        picture = row.shown[0] if len(row.shown) == 1 else None
        if not (picture and picture.figure and not picture.table and is_to_scale(picture.figure)):
            return None
        map_ = figure_at(picture.figure, ROOM * MAP, tall).coloured(self._made.scheme)
        keys_ = [drawn(keys.drawing(picture.key, KEY).coloured(self._made.scheme), "")] if picture.key else []
        return {"map": drawn(map_, spoken(picture)), "key": keys_, "said": [*picture.said, picture.note]}

    def _row(self, row: Row, tall: float) -> Data:
        heads = [self._picture(each, ROOM) for each in row.heads]
        tall -= sum(room_above(each, ROOM) for each in row.heads)
        shown = [self._picture(each, room, tall) for each, room in zip(row.shown, row.rooms, strict=True)]
        is_upright = len(shown) == 1 and (shown[0]["drawn"] or {"tall": 0})["tall"] > TALL
        if is_upright:
            shown = [self._picture(row.shown[0], *UPRIGHT)]
        return {
            "heads": heads,
            "shown": shown,
            "rooms": row.rooms,
            "said": [self._picture(each, ROOM) for each in row.said],
            "upright": is_upright,
            "breaks": any(each["grid"] for each in shown),
        }

    def _picture(self, picture: Picture, room: float, tall: float = TALL) -> Data:
        level, is_over = self._level, is_heading(picture)
        if is_over:
            level, self._level = 2, 3
        figure = picture.figure if not picture.table else None
        scheme = self._made.scheme
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
