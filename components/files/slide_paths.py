"""Paths of a drawing as geometry of a slide, in the text of the format (ECMA-376, DrawingML)."""

from collections.abc import Iterable, Sequence

from components.drawing.marks import Op, Shape, line_ops
from components.files.slide_format import Box

FINE = 20  # steps of a unit in the outline of a freeform
OPS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Q": "quadBezTo"}


def geometry(mark: Shape) -> tuple[Box, str, bool] | None:
    """Box and geometry of a path, and whether it is a line that rises; None of what lies beyond its clip."""
    ops = _within(mark.ops, mark.clip)
    if not ops:
        return None
    left, top, right, bottom = mark._replace(ops=ops).box
    box = (left, top, right - left, bottom - top)
    return box, _line(ops) or _freeform(ops, box), _is_rising(ops)


def _is_straight(ops: Sequence[Op]) -> bool:
    return [op for op, _ in ops] == ["M", "L"]


def _is_rising(ops: Sequence[Op]) -> bool:
    """Whether a straight line goes from its lower left to its upper right."""
    if not _is_straight(ops):
        return False
    (x, y), (u, v) = (at for _, at in ops)
    return (u - x) * (v - y) < 0


def _line(ops: Sequence[Op]) -> str:
    return '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>' if _is_straight(ops) else ""


def _freeform(ops: Sequence[Op], box: Box) -> str:
    left, top, width, height = box
    made = []
    for op, at in ops:
        if op == "Z":
            made.append("<a:close/>")
            continue
        points = "".join(
            f'<a:pt x="{round((x - left) * FINE)}" y="{round((y - top) * FINE)}"/>'
            for x, y in zip(at[::2], at[1::2], strict=True)
        )
        made.append(f"<a:{OPS[op]}>{points}</a:{OPS[op]}>")
    size = f'w="{max(1, round(width * FINE))}" h="{max(1, round(height * FINE))}"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst><a:path {size}>{''.join(made)}</a:path></a:pathLst></a:custGeom>"
    )


def _within(ops: tuple[Op, ...], clip: Box | None) -> tuple[Op, ...]:
    """A path of straight lines without what lies beyond a box (left, top, right, bottom): the format cannot cut. Curves
    are marks at a point, and stay whole."""
    if clip is None or any(op in "CQ" for op, _ in ops):
        return ops
    return tuple(op for ring in _rings(ops) for op in _cut(ring, clip))


def _rings(ops: Iterable[Op]) -> list[tuple[list[tuple[float, float]], bool]]:
    """The stretches of a path, and whether each is closed."""
    found: list[tuple[list[tuple[float, float]], bool]] = []
    for op, at in ops:
        if op == "M":
            found.append(([], False))
        if op == "Z":
            found[-1] = (found[-1][0], True)
        else:
            found[-1][0].append((at[0], at[1]))
    return found


def _cut(ring: tuple[list[tuple[float, float]], bool], clip: Box) -> tuple[Op, ...]:
    """One stretch cut at each side of a box in turn (Sutherland and Hodgman, 1974)."""
    points, is_closed = ring
    for axis, edge, sign in ((0, clip[0], 1), (1, clip[1], 1), (0, clip[2], -1), (1, clip[3], -1)):
        kept: list[tuple[float, float]] = []
        for nth, here in enumerate(points):
            before = points[nth - 1] if nth or is_closed else here
            is_in, was_in = sign * (here[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
            if is_in != was_in:
                share = (edge - before[axis]) / (here[axis] - before[axis])
                kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
            if is_in:
                kept.append(here)
        points = kept
    return line_ops(points, closed=is_closed) if len(points) > 1 else ()
