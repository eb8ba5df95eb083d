"""A drawing as SVG that stands alone: colours and fonts inside, a title and a description for who cannot see it."""

from markupsafe import Markup

from components.markup import el, join
from components.render.fonts import FAMILY, MARKS, embedded, runs
from components.render.marks import Drawing, Hatch, Mark, Op, Shape, Text

DECLARATION = Markup('<?xml version="1.0" encoding="UTF-8"?>\n')
NAMESPACE = "http://www.w3.org/2000/svg"
STACK = f"{FAMILY}, {MARKS}, sans-serif"


def svg(drawing: Drawing, title: str, description: str, language: str, *, fonts: bool = True) -> str:
    """The file; without `fonts` it relies on the reader having them, as our own renderer does."""
    return DECLARATION + el(
        "svg",
        el("title", title),
        el("desc", description),
        el("style", Markup(_faces(drawing))) if fonts else None,
        _defs(drawing),
        [_mark(mark) for mark in drawing.marks],
        xmlns=NAMESPACE,
        width=_n(drawing.width),
        height=_n(drawing.height),
        viewBox=f"0 0 {_n(drawing.width)} {_n(drawing.height)}",
        role="img",
        lang=language,
        font_family=STACK,
    )


def elements(drawing: Drawing, label: str, family: str) -> Markup:
    """A drawing inside a document, whose fonts and colours are the document's; it takes the width that it is given."""
    spoken = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    return el(
        "svg",
        _defs(drawing),
        [_mark(mark) for mark in drawing.marks],
        class_="drawn",
        viewBox=f"0 0 {_n(drawing.width)} {_n(drawing.height)}",
        font_family=family,
        **spoken,
    )


def _defs(drawing: Drawing) -> Markup | None:
    """The stripes and the edges that marks name."""
    shapes = [mark for mark in drawing.marks if isinstance(mark, Shape)]
    hatches = dict.fromkeys(shape.hatch for shape in shapes if shape.hatch)
    clips = dict.fromkeys(shape.clip for shape in shapes if shape.clip)
    made = [*(_pattern(hatch) for hatch in hatches), *(_edge(clip) for clip in clips)]
    return el("defs", made) if made else None


def _edge(clip: tuple[float, float, float, float]) -> Markup:
    left, top, right, bottom = clip
    box = el("rect", x=_n(left), y=_n(top), width=_n(right - left), height=_n(bottom - top))
    return el("clipPath", box, id=_clip_name(clip))


def _clip_name(clip: tuple[float, float, float, float]) -> str:
    return "c" + "_".join(_n(side).replace(".", "p").replace("-", "m") for side in clip)


def _faces(drawing: Drawing) -> str:
    """The fonts that the texts need."""
    used = {(family, t.weight if family == FAMILY else 400) for t in drawing.texts for family, _ in runs(t.text)}
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};src:url({embedded(family, weight)}) format("woff2")}}'
        for family, weight in sorted(used)
    )


def _mark(mark: Mark) -> Markup:
    return _text(mark) if isinstance(mark, Text) else _shape(mark)


def _text(text: Text) -> Markup:
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


def _shape(shape: Shape) -> Markup:
    is_drawn = shape.stroke != "none"
    return el(
        "path",
        d=path(shape.ops),
        fill=f"url(#{shape.hatch.name})" if shape.hatch else shape.fill,
        fill_opacity=_part(shape.opacity[0]),
        stroke=shape.stroke if is_drawn else None,
        stroke_width=_n(shape.stroke_width) if is_drawn else None,
        stroke_dasharray=" ".join(_n(d) for d in shape.dash) if is_drawn and shape.dash else None,
        stroke_opacity=_part(shape.opacity[1]) if is_drawn else None,
        stroke_linecap="round" if is_drawn and shape.round_cap else None,
        stroke_linejoin="round" if is_drawn else None,
        clip_path=f"url(#{_clip_name(shape.clip)})" if shape.clip else None,
    )


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
    return "".join(op + " ".join(_n(v) for v in at) for op, at in ops)


def _n(value: float) -> str:
    """At most two decimals, none where there need not be any."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
