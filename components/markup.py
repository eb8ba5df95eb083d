"""HTML text: elements of the parts that are read, and component trees for the picture before JavaScript.

Everything is escaped by markupsafe unless it is `Markup` already.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

from components.custom_components import Map, Static

VOID = frozenset({"base", "br", "col", "hr", "img", "input", "link", "meta"})
RENAMED = {"className": "class", "htmlFor": "for", "hrefLang": "hreflang", "colSpan": "colspan", "rowSpan": "rowspan"}
HTML_NAMESPACE = "dash_html_components"
LIVE_NAMESPACE = "dash_core_components"
NOT_WRITTEN = frozenset({"children", "html", "n_clicks", "id"})  # ids return with the live page


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


def to_html(node: Any) -> Markup:
    """The HTML of a tree of `dash.html` elements, own parts and text. Raises TypeError for another kind."""
    if node is None or isinstance(node, (str, int, float)):
        return join(node)
    if isinstance(node, (list, tuple)):
        return Markup("").join(to_html(child) for child in node)
    props = node.to_plotly_json()["props"]
    if isinstance(node, Static):
        return _element("div", props, Markup(props["html"]))
    if isinstance(node, Map):
        return _element("div", {"className": "map"}, Markup(props["svg"]))
    if isinstance(node, Component) and node._namespace == HTML_NAMESPACE:
        return _element(node._type.lower(), props, to_html(props.get("children")))
    if isinstance(node, Component) and node._namespace == LIVE_NAMESPACE:
        return el("div", class_=props.get("className"))  # nothing without scripts, but its room is kept
    raise TypeError(f"no HTML for {type(node).__name__}")


def _element(name: str, props: dict[str, Any], content: Markup) -> Markup:
    # Dash keeps data- and aria- attributes in a set: sorted, the same page is always the same bytes.
    ordered = sorted(props, key=lambda key: (key.startswith(("aria-", "data-")), key))
    written = {RENAMED.get(key, key): props[key] for key in ordered if key not in NOT_WRITTEN}
    return el(name, content, **written)
