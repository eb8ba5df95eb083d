"""A page of the site as PDF: on lying pages, figures as vectors, tables as tables whose heads stand on every page.

No picture is cut: one that has no room goes to the next page, and one that is taller than a lying page stands on an
upright one.
"""

from components.drawing import keys
from components.drawing.figure_svg import is_to_scale
from components.files.pictures import GAP, KEY, Row, figure_at, rows
from components.files.sheet import Laid, head_drawing
from components.files.sheet_parts import Parts, spoken
from components.files.typeset import LYING, Data, Facts, drawn, typeset
from components.url.choices import Locale

ROOM = 1200.0  # pixels across the text of a lying page
EDGE = 34.0  # points
PX = (LYING[0] - 2 * EDGE) / ROOM
TALL = (LYING[1] - 2 * EDGE) / PX - 10  # pixels down a lying page
UPRIGHT = (LYING[1] - 2 * EDGE) / PX, ROOM - 10  # across and down an upright one
FINDING = 27.0  # pixels of its type
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
        "finding": FINDING,
        "head": {"stamp": said.stamp, "title": said.title, "finding": said.finding, "caveat": said.caveat,
                 "notices": said.notices},
        "rows": body.rows(),
        "foot": {"filter": said.filter, "small": [*said.flags, *said.sources, said.version], "address": said.address},
    })  # fmt: skip


class _Body:
    """The rows of a sheet."""

    def __init__(self, made: Laid) -> None:
        self._made, self._parts = made, Parts(made.scheme)

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
        made = self._parts.row(row, ROOM, tall)
        shown = made["shown"]
        if len(shown) == 1 and (shown[0]["drawn"] or {"tall": 0})["tall"] > TALL:
            made |= {"shown": [self._parts.picture(row.shown[0], *UPRIGHT)], "upright": True}
        return made
