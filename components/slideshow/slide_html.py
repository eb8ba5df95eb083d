"""A slide as HTML: each block in its place, in units of the slide (`--u`). Text is text, a table is a table, and a
figure is an SVG in the colours of the scheme in force."""

from base64 import b64encode
from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from components.drawing.colours import living
from components.drawing.figure_svg import drawing
from components.drawing.keys import sample
from components.drawing.svg import STACK, Shared, elements, small
from components.markup import el, join
from components.slideshow.composed import (
    Block,
    Box,
    Cell,
    Chart,
    Code,
    Composed,
    Grid,
    Image,
    Place,
    Role,
    Sampled,
    Words,
)
from components.slideshow.qr import squares
from components.theme import INK

TURNED = frozenset({"title", "chosen", "caveat", "reporting", "map"})  # what a year changes block by block
BESIDE = "beside"  # the name of the blocks that a year changes as one
OVER = ("leads", "figures")  # traces of a map that a year draws anew
ELEMENTS = {Role.TITLE: "h1"}


class Sheet:
    """The blocks of a slide as HTML; what is long and common to slides goes to `shared`."""

    def __init__(self, composed: Composed, head: str, shared: Shared) -> None:
        self._composed, self._head, self._shared = composed, head, shared

    def html(self) -> Markup:
        """All blocks; those that a year changes together are in one element."""
        return el("div", [el_ for _, el_ in self.parts()], class_="sheet")

    def parts(self) -> list[tuple[str, Markup]]:
        """The elements of a slide by the names by which a year finds them."""
        made: list[tuple[str, Markup]] = []
        number = 0
        for name, blocks in groupby(self._composed.blocks, self._name):
            if name:
                made += [(name, self._block(each)) for each in blocks]
            elif self._composed.years:
                named = f"{BESIDE}-{number}"
                number += 1
                made.append((named, el("div", [self._block(each) for each in blocks], data_name=named)))
            else:
                made.append(("", join([self._block(each) for each in blocks])))
        return made

    def inner(self) -> dict[str, Markup]:
        """What each named element has in it; of a map another answers."""
        found: dict[str, Markup] = {}
        number = 0
        for name, blocks in groupby(self._composed.blocks, self._name):
            if not name:
                found[f"{BESIDE}-{number}"] = join([self._block(each) for each in blocks])
                number += 1
            for each in blocks if name and name != "map" else ():
                found[name] = _lines(each) if isinstance(each, Words) else self._figure(each)  # type: ignore[arg-type]
        return found

    def _name(self, block: Block) -> str:
        name = getattr(block, "name", "")
        return name if name in TURNED else ""

    def _block(self, block: Block) -> Markup:
        if isinstance(block, Words):
            return self._words(block)
        if isinstance(block, Chart):
            return el("div", self._figure(block), class_="figure", style=_at(block.place), data_name=block.name or None)
        if isinstance(block, Grid):
            return _grid(block)
        return _other(block, self._shared)

    def _words(self, block: Words) -> Markup:
        element = ELEMENTS.get(block.role, "p")
        style = [_at(block.place), f"--s:{_n(block.size)};--l:{_n(block.step)}"]
        if block.colour != INK:
            style.append(f"color:{living(block.colour)}")
        if block.weight != 400:
            style.append(f"font-weight:{block.weight}")
        if block.anchor != "start":
            style.append(f"text-align:{ALIGN[block.anchor]}")
        name = self._head if block.role is Role.TITLE else None
        return el(
            element, _lines(block), class_=str(block.role), style=";".join(style), id=name, data_name=block.name or None
        )

    def _figure(self, chart: Chart) -> Markup:
        """A map is a group, for its countries can have the focus."""
        made = drawing(chart.figure, chart.place.width / chart.scale, chart.place.height / chart.scale)
        is_map = chart.name == "map"
        drawn = elements(made, chart.label, STACK, role="group" if is_map else "img", shared=self._shared)
        if not (is_map and self._composed.years):
            return drawn
        empty = [el("g", data_trace=name) for name in OVER if f'data-trace="{name}"' not in drawn]
        return drawn.removesuffix("</svg>") + join(empty) + Markup("</svg>")


ALIGN = {"start": "left", "middle": "center", "end": "right"}


def _lines(words: Words) -> Markup:
    return Markup(" <br>").join(words.lines)


def _at(place: Place) -> str:
    return f"--x:{_n(place.left)};--y:{_n(place.top)};--w:{_n(place.width)};--h:{_n(place.height)}"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _other(block: Box | Sampled | Image | Code, shared: Shared) -> Markup:
    if isinstance(block, Box):
        return el("i", class_="box", style=f"{_at(block.place)};background:{living(block.fill)}")
    if isinstance(block, Image):
        return el(
            "img",
            src=f"data:{block.mime};base64,{b64encode(block.data).decode()}",
            alt=block.alt,
            style=_at(block.place),
        )
    if isinstance(block, Code):
        return el("div", squares(block.address), class_="code", style=_at(block.place))
    made = sample(block.sample)
    shown = (
        small(made, shared) if made else el("b", block.sample.sign, style=f"color:{living(block.sample.ink or INK)}")
    )
    style = f"{_at(block.place)};--s:{_n(block.size)};--l:{_n(block.place.height)}"
    return el("p", el("span", shown, class_="sample-of"), block.text, class_="sampled", style=style)


# ---- a grid ----


def _grid(grid: Grid) -> Markup:
    columns = [el("col", style=f"--w:{_n(wide)}") for wide in grid.columns]
    head, *rows = grid.rows
    return el(
        "table",
        el("caption", grid.caption, class_="spoken"),
        el("colgroup", columns),
        el("thead", _row(head, apart=False, scope="col")),
        el("tbody", [_row(row, apart=n in grid.apart, scope="row") for n, row in enumerate(rows, 1)]),
        style=f"{_at(grid.place)};--s:{_n(grid.size)};--l:{_n(grid.row)}",
    )


def _row(cells: Sequence[Cell], *, apart: bool, scope: str) -> Markup:
    return el("tr", [_cell(cell, scope) for cell in cells], class_="apart" if apart else None)


def _cell(cell: Cell, scope: str) -> Markup:
    style = []
    if cell.ink != INK:
        style.append(f"color:{living(cell.ink)}")
    if cell.fill:
        style.append(f"background:{living(cell.fill)}")
    if cell.edge:
        style.append(f"--edge-of:{living(cell.edge)}")
    if cell.weight != 400:
        style.append(f"font-weight:{cell.weight}")
    if cell.anchor != "middle":
        style.append(f"text-align:{ALIGN[cell.anchor]}")
    text = el("abbr", cell.text, title=cell.said) if cell.said else cell.text
    return el(
        "th" if cell.is_head else "td",
        text,
        scope=scope if cell.is_head else None,
        class_="edged" if cell.edge else None,
        style=";".join(style) or None,
    )
