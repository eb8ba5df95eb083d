"""What the colours and marks of the map mean: class limits, the five states, the range."""

from markupsafe import Markup

from components.cells import MARKS, State
from components.figures.choropleth import colour
from components.figures.classes import STEPS
from components.i18n import Words
from components.markup import el
from data.vocabulary import Measure


def stripes() -> Markup:
    """The document's hidden definitions of what keys are filled with: what is missing, a range over classes."""
    patterns = [
        _pattern("missing", "missing-ground", "missing-line", 1.6, turned=45),
        _pattern("span", "fill-1", f"fill-{STEPS - 3}", 4, turned=90),
    ]
    return el("svg", el("defs", patterns), class_="definitions", aria_hidden="true")


def _pattern(name: str, ground: str, line: str, width: float, *, turned: int) -> Markup:
    return el(
        "pattern",
        el("rect", width=8, height=8, class_=ground),
        el("rect", width=width, height=8, class_=line),
        id=name, width=8, height=8, patternUnits="userSpaceOnUse", patternTransform=f"rotate({turned})",
    )  # fmt: skip


def legend(edges: tuple[float, ...], measure: Measure, title: str, words: Words) -> Markup:
    """The scale with its limits under the seams, then one key for each state."""
    return el(
        "div",
        el("p", title),
        classes(edges, measure, words),
        el("ul", [key(state, words) for state in State if state is not State.VALUE], _flag(words), class_="keys"),
        class_="legend",
    )


def classes(edges: tuple[float, ...], measure: Measure, words: Words) -> Markup:
    """The scale of colours alone."""
    show = words.rate_limit if measure is Measure.RATE else words.number
    swatches = [
        el("li", _swatch(f"fill-{colour(i, edges)}"), el("span", show(edges[i - 1]) if i else "0"))
        for i in range(len(edges) + 1)
    ]
    return el("ol", swatches, class_="classes", aria_label=words("legend.classes"))


def _swatch(look: str) -> Markup:
    return el("svg", el("rect", class_=look, width=10, height=10), viewBox="0 0 10 10", aria_hidden="true",
              preserveAspectRatio="none")  # fmt: skip


def _flag(words: Words) -> Markup:
    dot = el("circle", class_="flagged", cx=12, cy=8, r=5)
    return el("li", el("svg", dot, viewBox="0 0 24 16", aria_hidden="true"), "⚑ ", words("legend.flagged"))


def key(state: State, words: Words) -> Markup:
    """What one state looks like and is called."""
    look = "span" if state is State.RANGE else "step-1" if state is State.SUPPRESSED else ""
    sample = el(
        "svg",
        el("g", el("rect", x=1, y=1, width=22, height=14), class_=f"country is-{state} {look}"),
        viewBox="0 0 24 16",
        aria_hidden="true",
    )
    mark = f"{MARKS[state]} " if state in MARKS else ""
    return el("li", sample, mark, words(f"legend.{state}"))
