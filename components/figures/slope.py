"""Two years of several countries, joined by a line each: solid between two exact figures, a band where either is a
range; the earlier figure at the left, the later one and the change at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from components.figures.lines import LINE_HEIGHT, upright
from components.figures.plane import Plane, mark, spread
from components.markup import el
from data.interval import Interval


@dataclass(frozen=True, slots=True)
class Slope:
    """One country: its place (colour, dash and mark), both figures, what stands beside each, what a pointer reads.
    Where a series breaks in between (`is_joined` False) the two figures are not joined."""

    place: int
    earlier: Interval
    later: Interval
    left: str
    right: str
    said: str
    is_joined: bool = True


def slopes(plane: Plane, years: tuple[int, int], drawn: Sequence[Slope], label: str) -> Markup:
    """The picture; a plane's margins are the room for the names."""
    near, far = plane.left, plane.width - plane.right
    heads = [
        el("text", str(year), x=x, y=plane.over - 14, text_anchor="middle", class_="year")
        for year, x in zip(years, (near, far), strict=True)
    ]
    posts = [el("line", x1=x, x2=x, y1=plane.over - 6, y2=plane.height - plane.under) for x in (near, far)]
    floor = el("line", x1=near, x2=far, y1=plane.y(0), y2=plane.y(0))
    return el(
        "svg",
        el("g", posts, floor, class_="rules"),
        heads,
        [_slope(plane, near, far, each) for each in drawn],
        _names(plane, drawn, near, "earlier", "left"),
        _names(plane, drawn, far, "later", "right"),
        class_="lines slopes",
        viewBox=plane.view_box,
        role="img",
        aria_label=label,
    )


def _slope(plane: Plane, near: int, far: int, each: Slope) -> Markup:
    (a, b), (c, d) = [(plane.y(shown.low), plane.y(shown.high)) for shown in (each.earlier, each.later)]
    joined: Markup | None = None
    if each.is_joined and each.earlier.is_exact and each.later.is_exact:
        joined = el("line", class_="stroke", x1=near, x2=far, y1=a, y2=c)
    elif each.is_joined:
        joined = el("polygon", class_="band", points=f"{near},{b} {far},{d} {far},{c} {near},{a}")
    ends = [
        mark(each.place, x, low) if shown.is_exact else upright(x, low, high)
        for x, low, high, shown in ((near, a, b, each.earlier), (far, c, d, each.later))
    ]
    return el("g", el("title", each.said), joined, ends, class_=f"line-{each.place}")


def _names(plane: Plane, drawn: Sequence[Slope], x: int, end: str, side: str) -> list[Markup]:
    shown: list[Interval] = [getattr(each, end) for each in drawn]
    wanted = [plane.y(bounds.high) for bounds in shown]
    at = spread(wanted, LINE_HEIGHT, plane.over, plane.height - plane.under)
    out = -1 if side == "left" else 1
    anchor = "end" if side == "left" else "start"
    return [
        el(
            "g",
            el("line", class_="lead", x1=x + out * 7, x2=x + out * 15, y1=y, y2=place),
            el("text", getattr(each, side), x=x + out * 19, y=place + 4, text_anchor=anchor),
            class_=f"end line-{each.place}",
        )
        for each, y, place in zip(drawn, wanted, at, strict=True)
    ]
