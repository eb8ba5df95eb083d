"""The components of our own: a part of a page that arrives as HTML (assets/parts.js), and the room in which talks are
made (assets/talk/room.js); and what our scripts read.

A Dash component is plain data (namespace, type, props); these need no build step.
"""

from typing import Any

from dash.development.base_component import Component

from components.i18n import Words

NAMESPACE = "atalaya"


def attributes(**named: Any) -> dict[str, Any]:
    """`data-` and `aria-` attributes for a `dash.html` element: data_key="x" is data-key="x"."""
    return {name.replace("_", "-"): value for name, value in named.items()}


def slow(words: Words) -> dict[str, str]:
    """What a link to a file that takes a while says meanwhile (assets/making.js)."""
    told = {"making": "line", "cancel": "cancel", "failed": "failed"}
    return {f"data_{name}": words(f"making.{said}") for name, said in told.items()}


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
        # Dash's own constructor does no more than this, but looks for a package of our namespace for each of them.
        self.id, self.html, self.className = id, html, className
        if role:
            self.role = role


class Talk(Static):
    """The deck of the address as HTML for who has no scripts, and as the document of which a talk can be made."""

    _type = "Talk"

    def __init__(self, id: str, html: str, document: str, words: str) -> None:  # noqa: A002
        super().__init__(id, html)
        self._prop_names = self.available_properties = ["id", "html", "className", "document", "words"]
        self.document, self.words = document, words
