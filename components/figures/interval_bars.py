"""Bars with names: one column of them, or two facing each other, each with its range."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from components.markup import el
from components.tables.cell_marks import bar, svg
from data.interval import Interval


@dataclass(frozen=True, slots=True)
class Bar:
    """A named figure: its bounds (None where there is none), the printed text, what else there is to say, the look of
    its name, and the address that tells where it comes from."""

    name: str
    count: Interval | None
    text: str
    note: str = ""
    look: str = ""
    to: str = ""


def bars(
    caption: str,
    heads: tuple[str, str, str],
    drawn: Sequence[Bar],
    *,
    nothing: str,
    look: str = "",
    top: float = 0,
) -> Markup:
    """A table of bars on one scale; `top` is the figure at a full bar where tables side by side share theirs. Where
    there is none, one plain line."""
    if not drawn:
        return el("div", el("h2", caption), el("p", nothing, class_="nothing"), class_=f"bars {look}")
    top = top or max((each.count.high for each in drawn if each.count), default=0) or 1
    rows = [
        el(
            "tr",
            el("th", each.name, scope="row", class_=each.look or None),
            el("td", [svg(mark) for mark in bar(each.count, top)], class_="bar"),
            el("td", el("a", each.text, href=each.to, class_="to-figure") if each.to else each.text, class_="n"),
            el("td", each.note, class_="note"),
        )
        for each in drawn
    ]
    name, figure, note = heads
    columns = [(name, None), ("", "bar"), (figure, "n"), (note, "note")]
    head = el(
        "tr", [el("th", text, scope="col", class_=kind) if text else el("td", class_=kind) for text, kind in columns]
    )
    return el("table", el("caption", caption), el("thead", head), el("tbody", rows), class_=f"bars {look}".strip())
