"""A tree of Dash as the HTML that a document has before any script: graphs are drawn, other live parts left empty."""

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup

from components.custom_components import Static
from components.drawing.figure_svg import room_of, svg
from components.drawing.svg import of_its_own
from components.markup import el, join

RENAMED = {"className": "class", "htmlFor": "for", "hrefLang": "hreflang", "colSpan": "colspan", "rowSpan": "rowspan"}
HTML_NAMESPACE = "dash_html_components"
LIVE_NAMESPACES = ("dash_core_components", "dash_bootstrap_components")
NOT_WRITTEN = frozenset({"children", "html", "n_clicks", "id", "document", "words"})  # ids return with the live page


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
        is_seen = not props.get("hidden")  # a place that the live page may fill
        return _element(node._type.lower(), props, to_html(props.get("children"))) if is_seen else Markup("")
    if isinstance(node, Component) and node._namespace in LIVE_NAMESPACES:
        return _graph(props) if node._type == "Graph" else el("div", class_=props.get("className"))
    raise TypeError(f"no HTML for {type(node).__name__}")


def _graph(props: dict[str, Any]) -> Markup:
    """The figure in its room, which it keeps for the live one."""
    figure = props["figure"]
    height = figure["layout"].get("height")
    drawn = of_its_own(svg(figure, *room_of(figure)), props["id"])
    style = f"height:{height}px" if height else None
    return el("div", drawn, class_=props.get("className"), data_of=props["id"], style=style)


def _element(name: str, props: dict[str, Any], content: Markup) -> Markup:
    # Dash keeps data- and aria- attributes in a set: sorted, the same page is always the same bytes.
    ordered = sorted(props, key=lambda key: (key.startswith(("aria-", "data-")), key))
    written = {RENAMED.get(key, key): props[key] for key in ordered if key not in NOT_WRITTEN}
    return el(name, content, **written)
