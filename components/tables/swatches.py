"""A name beside the look of its line."""

from markupsafe import Markup

from components.figures.time_series import Look
from components.markup import el
from components.render.svg import small
from components.render.symbols import swatch


def named(look: Look, name: str, more: Markup | None = None) -> Markup:
    """A name beside the look of its line."""
    return el("span", small(swatch(look)), el("span", name, " ", more), class_="named")
