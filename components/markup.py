"""HTML text: elements of the parts that are read.

Everything is escaped by markupsafe unless it is `Markup` already.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from markupsafe import Markup, escape

VOID = frozenset({"base", "br", "col", "hr", "img", "input", "link", "meta"})
SHORT = 80  # characters: what is longer is rarely written twice
KEPT = 8_192  # short texts as escaped; a page of thousands of elements has some hundreds of them


def el(name: str, /, *children: object, **attributes: object) -> Markup:
    """An HTML or SVG element. A trailing underscore is dropped and others become hyphens: `class_`, `aria_label`."""
    written = _opened(name, attributes)
    if name not in VOID:
        _content(children, written)
        written.append(f"</{name}>")
    return str.__new__(Markup, "".join(written))  # Markup(...) itself asks first whether it is markup already


def tags(name: str, /, **attributes: object) -> tuple[str, str]:
    """What stands before and after the content of an element: for `enclosed`, where many have the same."""
    return "".join(_opened(name, attributes)), f"</{name}>"


def enclosed(tags: tuple[str, str], /, *children: object) -> Markup:
    """Children between two tags."""
    written = [tags[0]]
    _content(children, written)
    written.append(tags[1])
    return str.__new__(Markup, "".join(written))


def _opened(name: str, attributes: Mapping[str, object]) -> list[str]:
    written = [f"<{name}"]
    for key, value in attributes.items():
        if value is True:
            written.append(f" {_hyphened(key)}")
        elif value is not None and value is not False:
            written.append(f' {_hyphened(key)}="{_text(value)}"')
    written.append(">")
    return written


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
            written.append(_text(child))


def _text(value: object) -> str:
    """What is set into HTML, as it is written there."""
    kind = type(value)  # exactly: what is derived from a text (a word of the vocabulary, markup) has its own way
    if kind is str:
        return _escaped(value) if len(value) <= SHORT else escape(value)  # type: ignore[arg-type]
    if kind is Markup:
        return value  # type: ignore[return-value]
    return str(value) if kind is int or kind is float else escape(value)


@lru_cache(maxsize=KEPT)
def _escaped(text: str) -> str:
    return str(escape(text))
