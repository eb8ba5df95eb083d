"""HTML text: elements of the parts that are read.

Everything is escaped by markupsafe unless it is `Markup` already.
"""

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape

VOID = frozenset({"base", "br", "col", "hr", "img", "input", "link", "meta"})


def el(name: str, /, *children: object, **attributes: object) -> Markup:
    """An HTML or SVG element. A trailing underscore is dropped and others become hyphens: `class_`, `aria_label`."""
    written = [f"<{name}"]
    for key, value in attributes.items():
        _attribute(_hyphened(key), value, written)
    written.append(">")
    if name not in VOID:
        _content(children, written)
        written.append(f"</{name}>")
    return Markup("".join(written))


def join(children: object) -> Markup:
    """Children one after another; None is nothing, text is escaped."""
    written: list[str] = []
    _content((children,), written)
    return Markup("".join(written))


@cache
def _hyphened(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _content(children: Iterable[object], written: list[str]) -> None:
    """Write children one after another, in one pass: a page has thousands."""
    for child in children:
        if isinstance(child, (list, tuple)):
            _content(child, written)
        elif child is not None:
            written.append(escape(child))


def _attribute(key: str, value: object, written: list[str]) -> None:
    if value is True:
        written.append(f" {key}")
    elif value is not None and value is not False:
        written.append(f' {key}="{escape(value)}"')
