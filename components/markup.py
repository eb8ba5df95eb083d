"""HTML text: elements of the parts that are read.

Everything is escaped by markupsafe unless it is `Markup` already.
"""

from markupsafe import Markup, escape

VOID = frozenset({"base", "br", "col", "hr", "img", "input", "link", "meta"})


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


def _attributes(values: dict[str, object]) -> str:
    return "".join(
        [
            f" {key}" if value is True else f' {key}="{escape(value)}"'
            for key, value in values.items()
            if value is not None and value is not False
        ]
    )
