"""The component of our own, drawn by assets/parts.js: a part of a page that arrives as HTML.

A Dash component is plain data (namespace, type, props); this one needs no build step.
"""

from typing import Any

from dash.development.base_component import Component

NAMESPACE = "atalaya"


def attributes(**named: Any) -> dict[str, Any]:
    """`data-` and `aria-` attributes for a `dash.html` element: data_key="x" is data-key="x"."""
    return {name.replace("_", "-"): value for name, value in named.items()}


class Static(Component):
    """A part whose content is ready HTML made by `components.markup`; replaced as a whole."""

    _children_props: list[str] = []  # noqa: RUF012 - read by Dash from the class
    _base_nodes: list[str] = ["children"]  # noqa: RUF012
    _namespace = NAMESPACE
    _type = "Static"

    def __init__(self, id: str, html: str = "", className: str = "", role: str | None = None) -> None:  # noqa: A002, N803
        self._prop_names = ["id", "html", "className", "role"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        given: dict[str, Any] = {"id": id, "html": html, "className": className}
        super().__init__(**given, **({"role": role} if role else {}))  # type: ignore[no-untyped-call]
