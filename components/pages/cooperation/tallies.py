"""Requests as bars in a table: what is known to have become of them, what is hidden, and how many there may be at most.

A bar is solid for as many as are certainly answered, pending and refused, hatched for those whose outcome is hidden,
and pale from the lower to the upper bound. The figures stand beside it, so the picture is its own table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from components.figures.key import Key, Sample
from components.i18n import Words
from components.tables.cell_marks import FILLS, Strip, parts
from components.tables.table import Table, TableRow, column, number, pictured, row_head
from data.interval import Interval
from data.queries.requests import Sum
from data.registry_vocabulary import Tally
from data.vocabulary import Country

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
) -> Table | None:
    """One row a name: bar, requests, outcomes, days. `top` is the figure at a bar's full width, shared by tables that
    are compared; `shows_who` adds how many of the 22 registered. A row without a sum says that nothing is registered;
    None where no row has one.
    """
    words = saying.words
    if not any(found for _, found in rows):
        return None
    names = [*(words.label(tally) for tally in Tally), words("registry.head.days")]
    names += [words("registry.head.who")] if shows_who else []
    heads = [column(head), column("", "bar"), *(column(each, "n") for each in names)]
    body = [_row(name, found, top, saying, len(names), shows_who) for name, found in rows]
    return Table(caption, heads, [body], "bars tallied", f"tallied-{head}")


def _row(name: str, found: Sum | None, top: float, saying: Saying, columns: int, shows_who: bool) -> TableRow:
    if found is None:
        absent = number(saying.words("registry.absent"), "is-absent", across=columns)
        return TableRow([row_head(name), pictured(()), absent])
    shown = [*(saying.figure(found.counts[tally]) for tally in Tally), saying.days(found)]
    shown += [f"{len(found.countries)}/{len(Country)}"] if shows_who else []
    return TableRow([row_head(name), pictured(outcomes(found, top)), *map(number, shown)])


def outcomes(found: Sum, top: float) -> tuple[Strip, ...]:
    """The bar of one sum. Certain outcomes never exceed the certain requests, as a hidden one counts as none."""
    requests = found.requests
    known: list[tuple[str, float]] = [(f"part-{tally}", found.counts[tally].low) for tally in OUTCOMES]
    untold = requests.low - sum(size for _, size in known)
    return parts([*known, ("part-untold", untold), ("part-maybe", requests.high - requests.low)], top)


def key(saying: Saying) -> Key:
    """What the pieces of a bar mean."""
    words = saying.words
    named = [(f"part-{tally}", words.label(tally)) for tally in OUTCOMES]
    named += [("part-untold", words("registry.untold")), ("part-maybe", words("registry.maybe"))]
    return Key(samples=tuple(Sample(text, FILLS[look][0], opacity=FILLS[look][1]) for look, text in named))
