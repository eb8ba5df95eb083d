"""How a cell looks, from the class names that a page's style sheet knows: for who draws a table without one."""

from dataclasses import dataclass

from components.tables.table import TableCell, TableRow
from components.theme import ACCENT, BAR, CONTEXT, HUES, INK, ON_STEPS, SOFT, STEPS


@dataclass(frozen=True, slots=True)
class CellLook:
    """Colours by their light value; `align` is left, right or centre; `edge` the colour of a frame."""

    ink: str = INK
    fill: str = ""
    edge: str = ""
    weight: int = 400
    align: str = "left"


SOFT_TONES = frozenset({
    "is-not_reported", "is-not_listed", "is-not_applicable", "is-missing", "is-none", "is-absent", "is-unknown",
    "is-not_shown", "is-no_source_read", "is-signed", "is-apart", "is-empty", "is-quiet", "grade-0",
    "held-not_reported", "note", "place", "period", "about", "other",
})  # fmt: skip
INKS = {
    "held-exact": BAR, "held-range": ACCENT, "grade-1": HUES[0], "grade-2": HUES[0], "grade-3": HUES[0],
    "is-listed": HUES[0], "is-joint_team": ACCENT, "is-agreement": ACCENT, "is-case": ACCENT,  # the first by name
}  # fmt: skip
FILLS = {
    "is-own": (CONTEXT, SOFT),
    "is-bound": (STEPS[1], ON_STEPS[1]),
    **{f"heat-{n}": pair for n, pair in enumerate(zip(STEPS, ON_STEPS, strict=True))},
}
STRONG = frozenset({"figure", "sum", "is-gap", "is-chosen", "is-contradicted"})
SET_OFF = frozenset({"is-gap", "is-chosen", "is-contradicted"})  # of a row: its head


def look_of(cell: TableCell, row: TableRow, *, is_matrix: bool, is_head: bool) -> CellLook:
    """The look of a cell in its row; `is_head` where it is one of the heads of columns."""
    own, of_row = set(cell.tone.split()), set(row.tone.split())
    align = "right" if own & {"n", "figure", "other"} else "centre" if is_matrix and not cell.head else "left"
    if is_head:
        return CellLook(ACCENT if "is-chosen" in own else SOFT, align=align, weight=400)
    tones = own | (of_row & (SET_OFF if cell.head else SOFT_TONES))
    fill, on = next((FILLS[tone] for tone in sorted(tones) if tone in FILLS), ("", INK))
    ink = next((INKS[tone] for tone in sorted(tones) if tone in INKS), SOFT if tones & SOFT_TONES and not fill else on)
    if tones & SET_OFF and cell.head:
        ink = ACCENT
    edge = ACCENT if "is-gap" in own and not cell.head else ""
    return CellLook(ink, fill, edge, 600 if tones & STRONG else 400, align)
