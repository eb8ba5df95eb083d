"""Suppression on the way in, against two adversaries: one who knows the code and tries every row, one who knows how
rows hang together and reasons from all that is published."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.interval import Interval
from data.registry.suppression import Outcomes, published, split
from data.registry_vocabulary import Tally

Bounds = Mapping[Tally, Interval]
Publish = Callable[[Outcomes, int], Bounds]
PARTS = (Tally.ANSWERED, Tally.PENDING, Tally.REFUSED)
COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 40))
OUTCOMES = st.builds(Outcomes, COUNTS, COUNTS, COUNTS)
THRESHOLDS = st.integers(3, 12)


@pytest.mark.parametrize(
    ("raw", "bounds"),
    [
        ((0, 0, 0), [(0, 4), (0, 4), (0, 4), (0, 4)]),
        ((2, 1, 1), [(0, 4), (0, 4), (0, 4), (0, 4)]),
        ((5, 0, 0), [(5, 5), (0, 5), (0, 5), (0, 5)]),
        ((4, 4, 0), [(8, 8), (0, 8), (0, 8), (0, 8)]),
        ((5, 4, 0), [(9, 9), (5, 9), (0, 4), (0, 4)]),
        ((12, 0, 0), [(12, 12), (8, 12), (0, 4), (0, 4)]),
        ((2, 17, 1), [(20, 20), (0, 4), (0, 20), (0, 20)]),
        ((9, 4, 1), [(14, 14), (9, 9), (0, 5), (0, 5)]),
        ((9, 9, 2), [(20, 20), (9, 9), (7, 11), (0, 4)]),
        ((9, 3, 8), [(20, 20), (9, 9), (0, 4), (7, 11)]),
        ((9, 5, 6), [(20, 20), (9, 9), (5, 5), (6, 6)]),
    ],
)
def test_rows_by_hand_at_threshold_five(raw: tuple[int, int, int], bounds: list[tuple[int, int]]) -> None:
    """Bounds of requests, answered, pending, refused."""
    assert list(published(Outcomes(*raw), 5).values()) == bounds


@given(OUTCOMES, THRESHOLDS)
def test_bounds_hold_the_truth_and_hide_what_is_small(raw: Outcomes, threshold: int) -> None:
    for tally, count in zip(Tally, (sum(raw), *raw), strict=True):
        low, high = published(raw, threshold)[tally]
        assert low <= count <= high
        assert count >= threshold or (low == 0 and high >= threshold - 1)


@given(st.integers(0, 60), THRESHOLDS, st.data())
def test_a_part_and_its_rest_are_told_alike(whole: int, threshold: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    assert split(whole, part, threshold) == split(whole, whole - part, threshold)[::-1]


# ---- the adversary who knows the code: tries every row that could have been published so ----


Tried = list[tuple[Outcomes, ...]]  # rows that are published together


def _alone(most: int) -> Tried:
    return [(Outcomes(*raw),) for raw in product(range(most + 1), repeat=3) if sum(raw) <= most]


def _both_sides(most: int) -> Tried:
    """Two versions of the same requests, which agree on how many there were."""
    return [(a, b) for (a,), (b,) in product(_alone(most), repeat=2) if sum(a) == sum(b)]


def _narrowed_by_trial(publish: Publish, threshold: int, tried: Tried) -> Tried:
    """Rows of which some bound can be narrowed by publishing all that are possible and looking which give the same."""
    same: dict[tuple[Interval, ...], Tried] = defaultdict(list)
    for rows in tried:
        same[tuple(publish(raw, threshold)[tally] for raw in rows for tally in Tally)].append(rows)
    return [
        alike[0]
        for bounds, alike in same.items()
        for place, (low, high) in enumerate(bounds)
        if {_counts(rows)[place] for rows in alike} != set(range(int(low), int(high) + 1))
    ]


def _counts(rows: tuple[Outcomes, ...]) -> list[int]:
    return [count for raw in rows for count in (sum(raw), *raw)]


@pytest.mark.parametrize("threshold", [3, 4, 5, 7])
def test_knowing_the_code_narrows_no_bound(threshold: int) -> None:
    assert _narrowed_by_trial(published, threshold, _alone(6 * threshold)) == []


@pytest.mark.parametrize("threshold", [3, 4])
def test_knowing_the_code_and_that_both_sides_agree_narrows_no_bound(threshold: int) -> None:
    assert _narrowed_by_trial(published, threshold, _both_sides(12)) == []


def _keeping_zeros(raw: Outcomes, threshold: int) -> Bounds:
    """As it must not be: a zero stays exact."""
    bounds = published(raw, threshold)
    return {t: Interval(0, 0) if n == 0 else bounds[t] for t, n in zip(Tally, (sum(raw), *raw), strict=True)}


def _primary_only(raw: Outcomes, threshold: int) -> Bounds:
    """As it must not be: small counts hidden, everything else exact."""
    counts = zip(Tally, (sum(raw), *raw), strict=True)
    return {t: Interval(n, n) if n >= threshold else Interval(0, threshold - 1) for t, n in counts}


def _parts_added(raw: Outcomes, threshold: int) -> Bounds:
    """Safe row by row, not with the other side's version: the total is the sum of its published parts."""
    parts = {t: _primary_only(raw, threshold)[t] for t in PARTS}
    return {Tally.REQUESTS: Interval(sum(p.low for p in parts.values()), sum(p.high for p in parts.values())), **parts}


@pytest.mark.parametrize("weak", [_keeping_zeros, _primary_only])
def test_the_adversary_finds_what_is_weak(weak: Publish) -> None:
    assert _narrowed_by_trial(weak, 5, _alone(30))


# ---- the adversary who reasons: bounds of every count, of every sum, and both versions of each corridor ----


class Row(NamedTuple):
    """A raw row and what the attacker can see of its place."""

    country: str
    partner: str
    year: int
    direction: str
    instrument: str
    raw: Outcomes

    @property
    def corridor(self) -> tuple[str, ...]:
        ends = (self.country, self.partner)
        return (*(ends if self.direction == "sent" else ends[::-1]), str(self.year), self.instrument)


Cell = tuple[int, Tally]
Equation = tuple[list[Cell], Interval]  # cells whose sum lies within bounds


def _equations(rows: list[Row], cells: Mapping[Cell, Interval]) -> tuple[list[Equation], list[tuple[Cell, Cell]]]:
    """Every published sum (by any of the columns), and totals that two versions of one corridor share."""
    groups: dict[tuple[str, str, Tally], list[Cell]] = defaultdict(list)
    sides: dict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for place, row in enumerate(rows):
        sides[row.corridor].append((place, Tally.REQUESTS))
        for column, tally in product(("country", "partner", "year", "direction", "instrument"), Tally):
            groups[column, str(getattr(row, column)), tally].append((place, tally))
    sums = [
        (members, Interval(sum(cells[m].low for m in members), sum(cells[m].high for m in members)))
        for members in groups.values()
    ]
    return sums, [(pair[0], pair[1]) for pair in sides.values() if len(pair) == 2]


def _reasoned(rows: list[Row], publish: Publish, threshold: int) -> tuple[dict[Cell, Interval], dict[Cell, Interval]]:
    """Published bounds, and what is left of them when every equation has been used until nothing changes."""
    seen = {(i, tally): b for i, row in enumerate(rows) for tally, b in publish(row.raw, threshold).items()}
    sums, equal = _equations(rows, seen)
    known = dict(seen)
    before: dict[Cell, Interval] = {}
    while before != known:
        before = dict(known)
        for place in range(len(rows)):
            _use_row(known, place)
        for one, other in equal:
            both = Interval(max(known[one].low, known[other].low), min(known[one].high, known[other].high))
            known[one] = known[other] = both
        for members, bounds in sums:
            _use_sum(known, members, bounds)
    return seen, known


def _use_row(known: dict[Cell, Interval], place: int) -> None:
    """requests = answered + pending + refused, solved for each."""
    whole, parts = (place, Tally.REQUESTS), [(place, part) for part in PARTS]
    _use_sum(known, parts, known[whole])
    _narrow(known, whole, sum(known[p].low for p in parts), sum(known[p].high for p in parts))


def _use_sum(known: dict[Cell, Interval], members: Iterable[Cell], bounds: Interval) -> None:
    members = list(members)
    for cell in members:
        others = [known[m] for m in members if m != cell]
        _narrow(known, cell, bounds.low - sum(o.high for o in others), bounds.high - sum(o.low for o in others))


def _narrow(known: dict[Cell, Interval], cell: Cell, low: float, high: float) -> None:
    known[cell] = Interval(max(known[cell].low, low), min(known[cell].high, high))


@st.composite
def _registries(draw: st.DrawFn) -> list[Row]:
    """Rows of three countries; where both sides register, their totals are equal, as the attacker supposes, and what
    became of the requests is each side's own account."""
    places = st.tuples(
        st.sampled_from([("ARG", "BOL"), ("BOL", "ARG"), ("ARG", "ESP"), ("ESP", "USA")]),
        st.integers(2020, 2021),
        st.sampled_from(["extradition", "mutual_legal_assistance"]),
    )
    rows = []
    for (origin, target), year, instrument in draw(st.lists(places, min_size=1, max_size=6, unique=True)):
        raw = draw(OUTCOMES)
        rows.append(Row(origin, target, year, "sent", instrument, raw))
        if draw(st.booleans()):
            answered = draw(st.integers(0, sum(raw)))
            pending = draw(st.integers(0, sum(raw) - answered))
            other = Outcomes(answered, pending, sum(raw) - answered - pending)
            rows.append(Row(target, origin, year, "received", instrument, other))
    return rows


@given(_registries(), THRESHOLDS)
def test_reasoning_from_everything_published_narrows_no_bound(rows: list[Row], threshold: int) -> None:
    seen, known = _reasoned(rows, published, threshold)
    assert known == seen


@pytest.mark.parametrize(
    ("weak", "sent", "received"),
    [(_primary_only, (14, 1, 0), (5, 5, 5)), (_parts_added, (14, 1, 0), (5, 5, 5))],
)
def test_the_reasoner_finds_what_is_weak(weak: Publish, sent: tuple[int, ...], received: tuple[int, ...]) -> None:
    sides = [("ARG", "BOL", 2020, "sent", "extradition"), ("BOL", "ARG", 2020, "received", "extradition")]
    rows = [Row(*side, Outcomes(*raw)) for side, raw in zip(sides, (sent, received), strict=True)]
    seen, known = _reasoned(rows, weak, 5)
    assert known[0, Tally.PENDING].high < seen[0, Tally.PENDING].high
    safe, still = _reasoned(rows, published, 5)
    assert still == safe
