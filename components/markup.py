"""HTML text: elements of the parts that are read, and component trees for the picture before JavaScript.

Everything is escaped by markupsafe unless it is `Markup` already.
"""

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

from components.custom_components import Static

VOID = frozenset({"base", "br", "col", "hr", "img", "input", "link", "meta"})
RENAMED = {"className": "class", "htmlFor": "for", "hrefLang": "hreflang", "colSpan": "colspan", "rowSpan": "rowspan"}
HTML_NAMESPACE = "dash_html_components"
LIVE_NAMESPACES = ("dash_core_components", "dash_bootstrap_components")
NOT_WRITTEN = frozenset({"children", "html", "n_clicks", "id"})  # ids return with the live page


def el(name: str, /, *children: object, **attributes: object) -> Markup:
    """An HTML or SVG element. A trailing underscore is dropped and others become hyphens: `class_`, `aria_label`."""
    written = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    start = f"<{name}{_attributes(written)}>"
    return Markup(start if name in VOID else f"{start}{join(children)}</{name}>")


def join(children: object) -> Markup:
    """Children one after another; None is nothing, text is escaped."""
    if children is None:
        return Markup("")
    if isinstance(children, (list, tuple)):
        return Markup("".join([join(child) for child in children]))  # of strings: each is escaped already
    return escape(children)


def to_html(node: Any) -> Markup:
    """The HTML of a tree of `dash.html` elements, own parts and text. Raises TypeError for another kind."""
    if node is None or isinstance(node, (str, int, float)):
        return join(node)
    if isinstance(node, (list, tuple)):
        return Markup("").join(to_html(child) for child in node)
    props = node.to_plotly_json()["props"]
    if isinstance(node, Static):
        return _element("div", props, Markup(props["html"]))
    if isinstance(node, Component) and node._namespace == HTML_NAMESPACE:
        return _element(node._type.lower(), props, to_html(props.get("children")))
    if isinstance(node, Component) and node._namespace in LIVE_NAMESPACES:
        return el("div", class_=props.get("className"))  # nothing without scripts, but its room is kept
    raise TypeError(f"no HTML for {type(node).__name__}")


def _element(name: str, props: dict[str, Any], content: Markup) -> Markup:
    # Dash keeps data- and aria- attributes in a set: sorted, the same page is always the same bytes.
    ordered = sorted(props, key=lambda key: (key.startswith(("aria-", "data-")), key))
    written = {RENAMED.get(key, key): props[key] for key in ordered if key not in NOT_WRITTEN}
    return el(name, content, **written)


def _attributes(values: dict[str, object]) -> str:
    return "".join(
        [
            f" {key}" if value is True else f' {key}="{escape(value)}"'
            for key, value in values.items()
            if value is not None and value is not False
        ]
    )
