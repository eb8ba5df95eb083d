"""The looks of elements, as the project's own style sheets give them: colours and strokes are written once, in assets/.

A cascade is for one theme and a wide screen. Selectors are matched by cssselect2; what is about a pointer, a narrow
screen or paper does not apply. Values come back resolved: `var()` and `light-dark()` are colours.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

from components.render.colours import Scheme, dark, light

ASSETS = Path(__file__).parents[2] / "assets"
SCREEN = {"width": 1560.0, "height": 1000.0}  # px: what conditions of style sheets are held against
STAGE = {"width": 1000.0, "height": 1000.0}
INHERITED = frozenset(
    {"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "fill-opacity", "stroke-opacity",
     "text-anchor", "dominant-baseline", "paint-order", "color", "font-size", "font-weight", "text-align",
     "white-space"}
)  # fmt: skip
NEVER = ("hover", "focus", "active", "selection", "placeholder", "marker", "first-letter", "-webkit", "-moz")
UNIT = {"px": 1.0, "rem": 15.0, "pt": 4 / 3, "ch": 8.0}
START = {"fill": "#000000", "stroke": "none", "font-size": "15px", "font-weight": "400", "color": "var(--ink)"}

Style = dict[str, str]


class Cascade:
    """Style of each element of a tree: `style(element)`, its own and inherited; `--names` included."""

    def __init__(self, root: Element, theme: str) -> None:
        self._is_dark = theme == "dark"
        self._styles: dict[Element, Style] = {}
        matcher = _matcher()
        wrapped = cssselect2.ElementWrapper.from_html_root(root)
        for each in wrapped.iter_subtree():
            self._of(each, matcher)

    def _of(self, wrapped: Any, matcher: Any) -> None:
        element, parent = wrapped.etree_element, wrapped.parent
        own: list[tuple[Any, Style]] = []
        for specificity, order, pseudo, given in matcher.match(wrapped):
            if pseudo is None:
                own.append(((specificity, order), given))
            elif pseudo == "before" and "content" in given:
                own.append(((specificity, order), {f"before-{name}": value for name, value in given.items()}))
        above = self._styles[parent.etree_element] if parent is not None else {}
        style = {k: v for k, v in above.items() if k in INHERITED or k.startswith("--")} if above else dict(START)
        drawn = {k: v for k in PRESENTATION if (v := element.get(k)) is not None}
        style |= drawn
        for _, given in sorted(own, key=lambda pair: pair[0]):
            style |= given
        for name in [name for name, value in style.items() if "var(" in value or value == "inherit"]:
            style[name] = self._value(style[name], style, above.get(name, ""))
        style["font-size"] = f"{_size(style['font-size'], above)}px"
        self._styles[element] = style

    def _value(self, value: str, style: Style, above: str) -> str:
        """The value with its variables put in; at most as deep as variables name each other."""
        if value == "inherit":
            return above
        for _ in range(8):
            if "var(" not in value:
                break
            value = re.sub(r"var\((--[\w-]+)\)", lambda found: style.get(found[1], ""), value)
        return value

    def style(self, element: Element) -> Style:
        return self._styles[element]

    def colour(self, value: str) -> str:
        """A colour as it is drawn: #rrggbb, or `none`. A reference (`url(#x)`) stays itself."""
        found = re.match(r"light-dark\(([^,]+),\s*([^)]+)\)", value)
        value = (found[2] if self._is_dark else found[1]) if found else value
        if value in ("transparent", "none", ""):
            return "none"
        if re.fullmatch(r"#[0-9a-fA-F]{3}", value):
            return "#" + "".join(2 * digit for digit in value[1:])
        return value

    @property
    def scheme(self) -> Scheme:
        """The colours of a figure in this theme."""
        return dark if self._is_dark else light

    def token(self, name: str) -> str:
        """The colour of a token of assets/tokens.css, as `ink`."""
        return self.colour(tokens()[f"--{name}"])


PRESENTATION = (
    "fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "fill-opacity", "stroke-opacity", "font-size",
    "font-weight", "text-anchor", "paint-order",
)  # fmt: skip


@cache
def tokens() -> Style:
    """The custom properties of the root."""
    found: Style = {}
    for selector, given in _rules(ASSETS / "tokens.css"):
        if selector.strip() == ":root":
            found |= {name: value for name, value in given.items() if name.startswith("--")}
    return found


@cache
def _matcher() -> Any:
    matcher = cssselect2.Matcher()
    for path in sorted(ASSETS.glob("*.css")):
        for selector, given in _rules(path):
            if any(f":{name}" in selector for name in NEVER):
                continue
            for compiled in cssselect2.compile_selector_list(selector):
                matcher.add_selector(compiled, given)
    return matcher


def _rules(path: Path) -> Iterator[tuple[str, Style]]:
    """Selectors and declarations that apply on the screen supposed, in the order of the file."""
    yield from _within(tinycss2.parse_stylesheet(path.read_text("utf-8"), skip_comments=True, skip_whitespace=True))


def _within(rules: list[Any]) -> Iterator[tuple[str, Style]]:
    for rule in rules:
        if rule.type == "qualified-rule":
            parsed = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
            given: Style = {}
            for each in parsed:
                if each.type == "declaration":
                    given |= _spread(each.name, tinycss2.serialize(each.value).strip())
            yield tinycss2.serialize(rule.prelude).strip(), given
        elif rule.type == "at-rule" and rule.content and _holds(rule.at_keyword, tinycss2.serialize(rule.prelude)):
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from _within(inner)


def _spread(name: str, value: str) -> Style:
    """A shorthand as what of it is drawn."""
    if name == "font":
        size = re.search(r"([\d.]+(?:px|rem|em))", value)
        weight = re.match(r"(\d{3})\b", value)
        return ({"font-size": size[1]} if size else {}) | ({"font-weight": weight[1]} if weight else {})
    if name == "background":
        return {"background": value.split(" ")[0] if value.startswith(("var", "#", "trans", "none")) else value}
    sides = _SIDES.get(name)
    if sides is None:
        return {name: value}
    if name.startswith("border"):
        return dict.fromkeys(sides, value)
    values = re.findall(r"[^\s(]+(?:\([^)]*\))?", value) or ["0"]
    top, right = values[0], values[min(1, len(values) - 1)]
    if len(sides) == 2:
        return dict(zip(sides, (top, right), strict=True))
    bottom = values[2] if len(values) > 2 else top
    left = values[3] if len(values) > 3 else right
    return dict(zip(sides, (top, right, bottom, left), strict=True))


_ROUND = ("top", "right", "bottom", "left")
_SIDES: dict[str, list[str]] = {
    shorthand: [f"{shorthand}-{side}" for side in _ROUND] for shorthand in ("padding", "margin", "border")
} | {f"{kind}-block": [f"{kind}-top", f"{kind}-bottom"] for kind in ("padding", "margin", "border")}


def _holds(kind: str, condition: str) -> bool:
    """Whether a condition holds on the wide screen supposed; paper and preferences do not."""
    if kind == "supports":
        return True
    room = {"media": SCREEN, "container": STAGE}.get(kind)
    if room is None or "print" in condition or "prefers" in condition:
        return False
    return any(
        all(
            room[side] >= float(px) if least == "min" else room[side] <= float(px)
            for least, side, px in re.findall(r"(min|max)-(width|height):\s*([\d.]+)px", part)
        )
        for part in condition.split(",")
    )


def _size(value: str, above: Style) -> float:
    return length(value, length(above["font-size"]) if above else 15.0)


def length(value: str, em: float = 15.0, whole: float = 0.0) -> float:
    """Pixels of a length; `em` is the size of the type and `whole` what per cents are of. What is no length is 0."""
    found = re.match(r"(-?[\d.]+)(px|rem|em|pt|ch|%)?", value.strip())
    if not found:
        return 0.0
    number, unit = float(found[1]), found[2] or "px"
    return number * (em if unit == "em" else whole / 100 if unit == "%" else UNIT[unit])
