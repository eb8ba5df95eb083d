"""Suppression on the way in: what of a delivered row is published, as bounds.

Primary: a count below the threshold t is published as 0 to t-1 or wider. A zero is no exception; if it were, `<5`
would mean 1 to 4. Secondary: requests = answered + pending + refused, so the others give way wherever their exact
figures would give a hidden one back. The three are told in two steps, requests into answered and the rest, the rest
into pending and refused; each step is `split`.

Why nothing comes back. `split` of n (known, and at least t) publishes one of four things, and every pair that adds to n
and lies in the published bounds would have been published the same way:

- n below 2t-1: 0 to n for both, whatever they are. From there on at most one part can be below t.
- the first part below t: 0 to t-1, and the other n-(t-1) to n, which is at least t for each of those values.
- the other part below t: the same, mirrored.
- neither: both exact, and nothing is hidden.

So even a reader who knows this code finds each value within each published bound possible, in every row by itself
(`tests/data/test_registry_suppression.py` tries them all). Rows hang together only through what two countries say of
the same requests. Their totals may be known to be equal; but a total is hidden exactly when it is below t, whatever its
parts, so an equal total is hidden as well, and a known one tells a row nothing that its own total does not. Sums over
partners, years or instruments are made from published bounds and can add nothing to them.
"""

from typing import NamedTuple

from data.interval import Interval
from data.registry_vocabulary import Tally


class Outcomes(NamedTuple):
    """Raw counts of one delivered row; they exist only between the file and `published`."""

    answered: int
    pending: int
    refused: int


def published(raw: Outcomes, threshold: int) -> dict[Tally, Interval]:
    """The bounds of a row's four counts. `threshold` is at least 2."""
    requests = sum(raw)
    hidden = Interval(0, threshold - 1)
    if requests < threshold:
        return dict.fromkeys(Tally, hidden)
    answered, rest = split(requests, raw.answered, threshold)
    if rest.is_exact:
        pending, refused = split(requests - raw.answered, raw.pending, threshold)
    else:
        pending = refused = Interval(0, rest.high)
    return {
        Tally.REQUESTS: Interval(requests, requests),
        Tally.ANSWERED: answered,
        Tally.PENDING: pending,
        Tally.REFUSED: refused,
    }


def split(whole: int, part: int, threshold: int) -> tuple[Interval, Interval]:
    """The bounds of a part and of what remains of a known whole, neither narrower than 0 to `threshold` - 1 where it is
    below the threshold."""
    other, below = whole - part, threshold - 1
    if whole <= 2 * below:
        return Interval(0, whole), Interval(0, whole)
    if part <= below:
        return Interval(0, below), Interval(whole - below, whole)
    if other <= below:
        return Interval(whole - below, whole), Interval(0, below)
    return Interval(part, part), Interval(other, other)
