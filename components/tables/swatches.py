"""How a line looks, to stand beside its name in a table or a key."""

from markupsafe import Markup

from components.figures.time_series import Look
from components.markup import el
from components.theme import HUES

MARKS = {
    "circle": "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "square": "M-3.5-3.5h7v7h-7z",
    "triangle-up": "M0-4.6 4.6 3.4h-9.2z",
    "diamond": "M0-5 5 0 0 5-5 0z",
    "triangle-down": "M-4.6-3.4h9.2L0 4.6z",
    "cross": "M-1.4-4.4h2.8v3h3v2.8h-3v3h-2.8v-3h-3v-2.8h3z",
}
DASHED = {"dash": "8 4", "dot": "2 4", "dashdot": "9 3 2 3", "longdash": "14 4", "longdashdot": "5 2 5 7"}


def swatch(look: Look) -> Markup:
    """The line with its mark, in the colour of the scheme in force (assets/picture.css)."""
    line = el("line", x1=1, x2=29, y1=7, y2=7, stroke_dasharray=DASHED.get(look.dash), stroke_width=look.width)
    mark = el("path", d=MARKS[look.symbol], transform="translate(15 7)")
    place = HUES.index(look.hue)
    return el("svg", line, mark, class_=f"swatch line-{place}", viewBox="0 0 30 14", aria_hidden="true")


def named(look: Look, name: str, more: Markup | None = None) -> Markup:
    """A name beside the look of its line."""
    return el("span", swatch(look), el("span", name, " ", more), class_="named")
