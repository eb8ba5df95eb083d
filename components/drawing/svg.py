"""A drawing as SVG that stands alone: colours and fonts inside, a title and a description for who cannot see it."""

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby

from markupsafe import Markup

from components.drawing.colours import living
from components.drawing.fonts import FAMILY, MARKS, embedded, runs
from components.drawing.marks import CLOSE, NAMELESS, Drawing, Hatch, Mark, Named, Op, Raster, Shape, Text
from components.markup import el, join

DECLARATION = Markup('<?xml version="1.0" encoding="UTF-8"?>\n')
NAMESPACE = "http://www.w3.org/2000/svg"
STACK = f"{FAMILY}, {MARKS}, sans-serif"
# A file is also read where its fonts are not taken. What stands in for them there is narrower, so that nothing is cut
# and no text meets another; and who knows `textLength` draws each line as long as it was measured.
ALONE = f"{FAMILY}, Arial, Liberation Sans, Helvetica, {MARKS}, sans-serif"
SHORT = 3  # letters of a line whose length need not be told
LONG = 160  # letters of a way that is written once for all drawings of a document
NAMED = re.compile(r'(?<= id=")|(?<= id=\\")|(?<=url\(#)')  # where a name of the document stands, in HTML and in JSON


def svg(drawing: Drawing, title: str, description: str, language: str, *, fonts: bool = True) -> str:
    """The file; without `fonts` it relies on the reader having them, as our own renderer does."""
    return DECLARATION + el(
        "svg",
        el("title", title),
        el("desc", description),
        el("style", Markup(_faces(drawing))) if fonts else None,
        defs(drawing),
        [_mark(mark, is_measured=fonts) for mark in drawing.marks],
        xmlns=NAMESPACE,
        width=_n(drawing.width),
        height=_n(drawing.height),
        viewBox=f"0 0 {_n(drawing.width)} {_n(drawing.height)}",
        role="img",
        lang=language,
        font_family=ALONE,
    )


class Shared:
    """What the drawings of one document have in common: stripes, edges, and ways that are long, each written once in a
    drawing of nothing else, whose place it is to be always there."""

    def __init__(self) -> None:
        self._kept: dict[str, Markup] = {}

    def keep(self, name: str, element: Markup) -> None:
        self._kept[name] = element

    def way(self, way: str) -> str:
        """The name of a way."""
        name = "w" + blake2b(way.encode(), digest_size=6).hexdigest()
        if name not in self._kept:
            self._kept[name] = el("path", d=way, id=name)
        return name

    def html(self) -> Markup:
        """All of it, without any size of its own."""
        return el("svg", el("defs", list(self._kept.values())), id="shared", class_="definitions", aria_hidden="true")


def elements(
    drawing: Drawing, label: str, family: str, align: str = "xMidYMid", role: str = "img", shared: Shared | None = None
) -> Markup:
    """A drawing inside a document, whose fonts and colours are the document's; it takes the room that it is given,
    and `align` says where it stands in one of another shape; `role` is "group" where its parts can have the focus.
    What it has in common with others goes to `shared`."""
    spoken = {"role": role, "aria_label": label} if label else {"aria_hidden": "true"}
    return el(
        "svg",
        defs(drawing, shared),
        [_group(*group, shared) for group in groups(drawing)],
        class_="drawn",
        viewBox=f"0 0 {_n(drawing.width)} {_n(drawing.height)}",
        preserveAspectRatio=align if align != "xMidYMid" else None,
        font_family=family,
        **spoken,
    )


def small(drawing: Drawing, shared: Shared | None = None) -> Markup:
    """A small drawing in the light colours of a figure, beside text, in the scheme in force; it is not read aloud."""
    made = drawing.coloured(living)
    size = {"width": _n(made.width), "height": _n(made.height)}
    box = f"0 0 {size['width']} {size['height']}"
    inner = (defs(made, shared), drawn_marks(made.marks, shared))
    drawn = el("svg", *inner, viewBox=box, aria_hidden="true", class_="sample", **size)
    return drawn if shared else of_its_own(drawn, "sample")


def of_its_own(drawn: str, name: str) -> Markup:
    """A drawing, or the JSON of what changes it, with ids of its own: a document may have the same hatch in several,
    and one that is not shown paints nothing for the others."""
    return Markup(NAMED.sub(rf"\g<0>{name}-", drawn))


def groups(drawing: Drawing) -> list[tuple[Named, list[Mark]]]:
    """The marks in their order, those of one trace together."""
    return [(trace, list(marks)) for trace, marks in groupby(drawing.marks, lambda mark: mark.trace)]


def together(marks: list[Mark]) -> list[Mark]:
    """A filled line as one path, where its line is its whole edge."""
    if len(marks) != 2:
        return marks
    area, line = marks
    if not isinstance(area, Shape) or not isinstance(line, Shape) or line.fill != "none":
        return marks
    if [op for op in area.ops if op != CLOSE] != [*line.ops] or not _is_closed(line.ops):
        return marks
    both = (area.opacity[0], line.opacity[1])
    return [line._replace(ops=area.ops, fill=area.fill, hatch=area.hatch, opacity=both)]


def _is_closed(ops: tuple[Op, ...]) -> bool:
    """Whether each of its stretches ends where it began."""
    starts = [place for place, (op, _) in enumerate(ops) if op == "M"]
    ends = [*(start - 1 for start in starts[1:]), len(ops) - 1]
    return all(ops[start][1] == ops[end][1] for start, end in zip(starts, ends, strict=True))


def drawn_marks(marks: Iterable[Mark], shared: Shared | None = None) -> Markup:
    """Marks alone."""
    return join([_mark(mark, shared) for mark in marks])


def _group(trace: Named, marks: list[Mark], shared: Shared | None) -> Markup:
    """A trace that has a name can be found by it, and says what it has to say."""
    drawn = drawn_marks(together(marks), shared)
    if trace == NAMELESS:
        return drawn
    return el("g", el("title", trace.said) if trace.said else None, drawn, data_trace=trace.name or None)


def defs(drawing: Drawing, shared: Shared | None = None) -> Markup | None:
    """The stripes and the edges that marks name; where they are shared they stand elsewhere."""
    shapes = [mark for mark in drawing.marks if isinstance(mark, Shape)]
    hatches = dict.fromkeys(shape.hatch for shape in shapes if shape.hatch)
    clips = dict.fromkeys(shape.clip for shape in shapes if shape.clip)
    made = {hatch.name: _pattern(hatch) for hatch in hatches} | {_clip_name(clip): _edge(clip) for clip in clips}
    if shared is None:
        return el("defs", list(made.values())) if made else None
    for name, element in made.items():
        shared.keep(name, element)
    return None


def _edge(clip: tuple[float, float, float, float]) -> Markup:
    left, top, right, bottom = clip
    box = el("rect", x=_n(left), y=_n(top), width=_n(right - left), height=_n(bottom - top))
    return el("clipPath", box, id=_clip_name(clip))


def _clip_name(clip: tuple[float, float, float, float]) -> str:
    return "c" + "_".join(_n(side).replace(".", "p").replace("-", "m") for side in clip)


def _faces(drawing: Drawing) -> str:
    """The fonts that the texts need."""
    return faces({(family, t.weight if family == FAMILY else 400) for t in drawing.texts for family, _ in runs(t.text)})


def faces(used: Iterable[tuple[str, int]]) -> str:
    """Families in their weights as a style sheet has them, with the fonts in it."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};src:url({embedded(family, weight)}) format("woff")}}'
        for family, weight in sorted(used)
    )


def _mark(mark: Mark, shared: Shared | None = None, *, is_measured: bool = False) -> Markup:
    if isinstance(mark, Raster):
        return _raster(mark)
    return _text(mark, is_measured) if isinstance(mark, Text) else _shape(mark, shared)


def _raster(raster: Raster) -> Markup:
    left, top, right, bottom = raster.box
    source = f"data:{raster.mime};base64,{b64encode(raster.data).decode()}"
    return el("image", href=source, x=_n(left), y=_n(top), width=_n(right - left), height=_n(bottom - top))


def _text(text: Text, is_measured: bool) -> Markup:
    told = is_measured and len(text.text) > SHORT
    rim = {"stroke": text.halo, "stroke_width": _n(text.size / 5.5), "paint_order": "stroke"} if text.halo else {}
    turned = f"rotate({_n(text.turned)} {_n(text.x)} {_n(text.y)})" if text.turned else None
    return el(
        "text",
        [_letters(*part) for part in text.parts] or _letters(text.text, None),
        x=_n(text.x),
        y=_n(text.y),
        font_size=_n(text.size),
        font_weight=text.weight if text.weight != 400 and not text.parts else None,
        fill=text.colour,
        text_anchor=text.anchor if text.anchor != "start" else None,
        textLength=_n(text.width) if told else None,
        lengthAdjust="spacingAndGlyphs" if told else None,
        transform=turned,
        **rim,
    )


def _letters(letters: str, weight: int | None) -> Markup | str:
    """A stretch of one weight; None is the weight of the line."""
    parts = runs(letters)
    said = letters if {family for family, _ in parts} <= {FAMILY} else join([_run(*part) for part in parts])
    return said if weight is None else el("tspan", said, font_weight=weight)


def _run(family: str, letters: str) -> Markup | str:
    """A stretch of marks names its own font, which has one weight."""
    return letters if family == FAMILY else el("tspan", letters, font_family=MARKS, font_weight=400)


def _shape(shape: Shape, shared: Shared | None) -> Markup:
    way = path(shape.ops)
    if shared is None or len(way) < LONG:
        return el("path", d=way, **style(shape))
    return el("use", href=f"#{shared.way(way)}", **style(shape))


def style(shape: Shape) -> dict[str, str | None]:
    """The attributes of a path that are not its way."""
    is_drawn = shape.stroke != "none"
    return {
        "fill": f"url(#{shape.hatch.name})" if shape.hatch else shape.fill,
        "fill-opacity": _part(shape.opacity[0]),
        "stroke": shape.stroke if is_drawn else None,
        "stroke-width": _n(shape.stroke_width) if is_drawn else None,
        "stroke-dasharray": " ".join(_n(d) for d in shape.dash) if is_drawn and shape.dash else None,
        "stroke-opacity": _part(shape.opacity[1]) if is_drawn else None,
        "stroke-linecap": "round" if is_drawn and shape.round_cap else None,
        "stroke-linejoin": "round" if is_drawn else None,
        "clip-path": f"url(#{_clip_name(shape.clip)})" if shape.clip else None,
    }


def _part(opacity: float) -> str | None:
    return None if opacity == 1 else _n(opacity)


def _pattern(hatch: Hatch) -> Markup:
    return el(
        "pattern",
        el("rect", width=_n(hatch.step), height=_n(hatch.step), fill=hatch.ground),
        el("rect", width=_n(hatch.width), height=_n(hatch.step), fill=hatch.line),
        id=hatch.name,
        width=_n(hatch.step),
        height=_n(hatch.step),
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({hatch.angle:g})",
    )


def path(ops: tuple[Op, ...]) -> str:
    """A way to a tenth of a unit: straight pieces one after another are steps from point to point, which is short."""
    written: list[str] = []
    x = y = 0
    is_straight = False
    for op, values in ops:
        if op == "L":
            to_x, to_y = round(values[0] * 10), round(values[1] * 10)
            written.append(f"{' ' if is_straight else 'l'}{_tenths(to_x - x)} {_tenths(to_y - y)}")
            x, y, is_straight = to_x, to_y, True
            continue
        at = [round(value * 10) for value in values]
        written.append(op + " ".join([_tenths(value) for value in at]))
        is_straight = False
        x, y = (at[-2], at[-1]) if at else (x, y)
    return "".join(written).replace(" -", "-")


@lru_cache(maxsize=32_768)
def _tenths(n: int) -> str:
    return f"{n / 10:g}"


def _n(value: float) -> str:
    """At most two decimals, none where there need not be any."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
