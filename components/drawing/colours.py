"""Colours of figures: as plotly writes them, and each token of assets/tokens.css in the scheme of a picture."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

TOKENS = Path(__file__).parents[2] / "assets" / "tokens.css"
TOKEN = re.compile(r"--([\w-]+): var\(--is-light, (#\w{6})\) var\(--is-dark, (#\w{6})\);")
RGB = re.compile(r"rgba?\(\s*([\d.]+)\s*,\s*([\d.]+)\s*,\s*([\d.]+)\s*(?:,\s*([\d.]+)\s*)?\)")
NAMED = {"white": "#ffffff", "black": "#000000", "transparent": "none", "none": "none", "": "none"}

Scheme = Callable[[str], str]  # a light value -> what is drawn in its place


@cache
def tokens() -> Mapping[str, tuple[str, str]]:
    """Light and dark value of every token by its name."""
    return MappingProxyType(
        {name: (light, dark) for name, light, dark in TOKEN.findall(TOKENS.read_text(encoding="utf-8"))}
    )


@cache
def _by_light() -> Mapping[str, tuple[str, str]]:
    """Name and dark value of the first token that has a light value."""
    found: dict[str, tuple[str, str]] = {}
    for name, (light, dark) in tokens().items():
        found.setdefault(light, (name, dark))
    return MappingProxyType(found)


def light(colour: str) -> str:
    """As it is: a figure is made in light."""
    return colour


def dark(colour: str) -> str:
    return _by_light()[colour][1] if colour in _by_light() else colour


def living(colour: str) -> str:
    """The variable of the style sheet, so that the reader's scheme decides."""
    return f"var(--{_by_light()[colour][0]})" if colour in _by_light() else colour


@cache
def solid(colour: str) -> tuple[str, float]:
    """A colour as #rrggbb or none, and its opacity. Raises ValueError for what is not understood."""
    if colour in NAMED:
        return NAMED[colour], 0.0 if NAMED[colour] == "none" else 1.0
    if colour.startswith("#") and len(colour) == 7:
        return colour.lower(), 1.0
    if colour.startswith("#") and len(colour) == 4:
        return "#" + "".join(2 * digit for digit in colour[1:].lower()), 1.0
    found = RGB.fullmatch(colour)
    if found is None:
        raise ValueError(f"no colour: {colour!r}")
    red, green, blue = (round(float(part)) for part in found.group(1, 2, 3))
    return f"#{red:02x}{green:02x}{blue:02x}", float(found.group(4) or 1)
