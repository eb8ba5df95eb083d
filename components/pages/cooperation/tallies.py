"""Requests as bars in a table: what is known to have become of them, what is hidden, and how many there may be at most.

A bar is solid for as many as are certainly answered, pending and refused, hatched for those whose outcome is hidden,
and pale from the lower to the upper bound. The figures stand beside it, so the picture is its own table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from data.interval import Interval
from data.queries.requests import Sum
from data.registry.vocabulary import Tally
from data.vocabulary import Country

WIDTH = 100  # units of a bar
OUTCOMES = (Tally.ANSWERED, Tally.PENDING, Tally.REFUSED)


@dataclass(frozen=True)
class Saying:
    """How a bound is printed: a hidden count as below the threshold, anything else as a figure or a range."""

    words: Words
    threshold: int

    def figure(self, bounds: Interval) -> str:
        if bounds == (0, self.threshold - 1):
            return self.words("suppressed.figure", n=self.words.number(self.threshold))
        return self.words.interval(bounds)

    def days(self, found: Sum) -> str:
        """The span of medians; a mark where none is published."""
        return self.words.interval(found.days) if found.days else self.words("none")


def tallied(
    caption: str,
    head: str,
    rows: Sequence[tuple[str, Sum | None]],
    top: float,
    saying: Saying,
    *,
    shows_who: bool = False,
) -> Markup:
    """One row a name: bar, requests, outcomes, days. `top` is the figure at a bar's full width, shared by tables that
    are compared; `shows_who` adds how many of the 22 registered. A row without a sum says that nothing is registered.
    """
    words = saying.words
    if not any(found for _, found in rows):
        return el("div", el("h2", caption), el("p", words("registry.none"), class_="nothing"), class_="tallied")
    names = [*(words.label(tally) for tally in Tally), words("registry.head.days")]
    names += [words("registry.head.who")] if shows_who else []
    heads = [el("th", head, scope="col"), el("td", class_="bar"), [el("th", n, scope="col", class_="n") for n in names]]
    table = el(
        "table",
        el("caption", caption),
        el("thead", el("tr", heads)),
        el("tbody", [_row(name, found, top, saying, len(names), shows_who) for name, found in rows]),
        class_="bars tallied",
    )
    return el("div", table, class_="scroll", role="region", aria_label=caption, tabindex=0)


def _row(name: str, found: Sum | None, top: float, saying: Saying, columns: int, shows_who: bool) -> Markup:
    first = el("th", name, scope="row")
    if found is None:
        absent = [el("td", saying.words("registry.absent"), class_="n is-absent", colspan=columns)]
        return el("tr", first, el("td", class_="bar"), absent)
    shown = [*(saying.figure(found.counts[tally]) for tally in Tally), saying.days(found)]
    shown += [f"{len(found.countries)}/{len(Country)}"] if shows_who else []
    cells = [el("td", text, class_="n") for text in shown]
    return el("tr", first, el("td", stack(found, top), class_="bar"), cells)


def stack(found: Sum, top: float) -> Markup:
    """The bar of one sum. Certain outcomes never exceed the certain requests, as a hidden one counts as none."""
    requests = found.requests
    pieces: list[tuple[str, float]] = [(f"part-{tally}", found.counts[tally].low) for tally in OUTCOMES]
    pieces.append(("part-untold", requests.low - sum(size for _, size in pieces)))
    pieces.append(("part-maybe", requests.high - requests.low))
    drawn, at = [], 0.0
    for look, size in pieces:
        if size > 0:
            drawn.append(el("rect", class_=look, x=_scaled(at, top), width=_scaled(size, top), height=10))
        at += size
    return el("svg", drawn, viewBox=f"0 0 {WIDTH} 10", preserveAspectRatio="none", aria_hidden="true")


def _scaled(size: float, top: float) -> float:
    return round(size / top * WIDTH, 2)


def key(saying: Saying) -> Markup:
    """What the pieces of a bar mean."""
    words = saying.words
    named = [(f"part-{tally}", words.label(tally)) for tally in OUTCOMES]
    named += [("part-untold", words("registry.untold")), ("part-maybe", words("registry.maybe"))]
    keys = [
        el("li", el("svg", el("rect", class_=look, width=24, height=10), viewBox="0 0 24 10", aria_hidden="true"), text)
        for look, text in named
    ]
    return el("ul", keys, class_="tally-key")
