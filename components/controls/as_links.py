"""Controls as a document draws them before any script: each option is a link to the view that choosing it would make,
so that robots get on, and readers without scripts; what is typed is a form."""

from copy import copy
from typing import Any
from urllib.parse import parse_qsl

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.custom_components import Static, attributes
from components.i18n import words
from components.markup import el
from components.url.controls import COLUMN, with_controls
from components.url.listed import is_listed
from components.url.view import View

CHOICES = (dbc.RadioItems, dbc.Checklist, dbc.Select)
Values = dict[str, Any]


def as_links(tree: Any, view: View) -> Any:
    """A page's tree in which links stand for its controls; what only helps to choose is left out."""
    return _drawn(tree, view, values(tree))


def values(tree: Any) -> Values:
    """What the controls of a tree hold, by name: what a browser posts of them."""
    if isinstance(tree, (list, tuple)):
        return {name: value for node in tree for name, value in values(node).items()}
    if not isinstance(tree, Component):
        return {}
    identity = getattr(tree, "id", None)
    if isinstance(identity, dict) and "control" in identity:
        return {identity["control"]: getattr(tree, "value", None)}
    return values(getattr(tree, "children", None))


def _drawn(node: Any, view: View, held: Values) -> Any:
    if isinstance(node, (list, tuple)):
        return [_drawn(child, view, held) for child in node]
    if isinstance(node, CHOICES):
        links = [_link(node, option, view, held) for option in node.options]
        return html.Div(links, className=getattr(node, "class_name", None))
    if isinstance(node, dbc.Input):
        return _form(node, view)
    if not isinstance(node, Component) or getattr(node, "children", None) is None:
        return node
    changed = html.Div() if isinstance(node, html.Label) else copy(node)
    changed.children = _drawn(node.children, view, held)
    return changed


def _form(typed: dbc.Input, view: View) -> Static | None:
    """What is typed of a column, as a form that sends it with the rest of the view; what only helps to choose, not."""
    name = typed.id["control"] if isinstance(getattr(typed, "id", None), dict) else ""
    if not name.startswith(COLUMN):
        return None
    rest = parse_qsl(with_controls(view, {name: ""})[0].with_values(start=1).search.lstrip("?"))
    column = name.removeprefix(COLUMN)
    hidden = [el("input", type="hidden", name=field, value=value) for field, value in rest]
    field = el("input", name=column, value=typed.value, aria_label=column)
    button = el("button", words(view.locale)("explorer.apply"))
    return Static("", el("form", hidden, field, button, action=view.path, method="get"))


def _link(control: Any, option: Any, view: View, held: Values) -> html.A | html.Span:
    field = control.id["control"]
    value, label = (option, option) if isinstance(option, str) else (option["value"], option["label"])
    is_several = isinstance(control, dbc.Checklist)
    is_chosen = value in control.value if is_several else value == control.value
    current = attributes(aria_current="true") if is_chosen else {}
    if isinstance(option, dict) and option.get("disabled"):
        return html.Span(label, className="is-current" if is_chosen else None)
    left = [each for each in control.value if each != value] if is_several else []
    chosen = (left if is_chosen else [*left, value]) if is_several else value
    to = with_controls(view, held | {field: chosen})[0]
    return html.A(label, href=to.url, rel=None if is_listed(to) else "nofollow", **current)
