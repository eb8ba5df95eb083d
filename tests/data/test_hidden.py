"""No series of answers tells a hidden count: whatever the published bounds allow, every sum, need and pair allows too.

Each test draws published bounds and, apart from them, what the hidden counts may truly be. If every such truth agrees
with every answer, no subtraction of answers can rule one out.
"""

from collections.abc import Iterator

import pandas as pd
from hypothesis import assume, example, given
from hypothesis import strategies as st

from data import schema
from data.dataset import Dataset
from data.interval import Interval
from data.model import Selection
from data.queries.flows import Flow, flows
from data.queries.gap import gap
from data.queries.observations import answer
from data.queries.region import region
from data.vocabulary import Country, FlowMeasure, Indicator, Status

MEASURE = FlowMeasure.VICTIMS_BY_CITIZENSHIP
SUPPRESSED = Interval(0, 4)
FIRST, LAST = 2019, 2022
COUNTRIES = ("ARG", "BOL", "ESP")
Key = tuple[str, int, str]  # country, year, partner
Span = tuple[int, int]

counts = st.integers(0, 40)
published = st.just(SUPPRESSED) | counts.map(lambda n: Interval(n, n)) | st.tuples(counts, counts).map(
    lambda ends: Interval(min(ends), max(ends))
)  # fmt: skip
keys = st.tuples(
    st.sampled_from(COUNTRIES), st.integers(FIRST, LAST), st.sampled_from([*COUNTRIES, "CHN", "own"])
).filter(lambda key: key[0] != key[2])
spans = st.tuples(st.integers(FIRST, LAST), st.integers(FIRST, LAST)).map(lambda ends: (min(ends), max(ends)))
cells = st.dictionaries(keys, published, min_size=1, max_size=20)


@st.composite
def with_truth(draw: st.DrawFn) -> tuple[dict[Key, Interval], dict[Key, int]]:
    """Published bounds, and counts that they allow; a suppressed one is often at an end of its bounds."""
    known = draw(cells)
    true = {
        key: draw(st.sampled_from((int(low), int(high))) | st.integers(int(low), int(high)))
        for key, (low, high) in known.items()
    }
    return known, true


def _dataset(known: dict[Key, Interval]) -> Dataset:
    """The bounds as flows, and those on own nationals as headlines of their country."""
    common = {"crime": "trafficking", "flags": "", "source": "s", "raw_rows": "1"}
    rows = [
        common | {"country": country, "year": year, "partner": partner, "measure": str(MEASURE), "low": int(low),
                  "high": int(high), "status": _status(Interval(low, high))}
        for (country, year, partner), (low, high) in known.items()
    ]  # fmt: skip
    total = {"indicator": "victims_detected", "sex": "total", "age": "total", "exploitation": "total"}
    tables = {
        "flows": pd.DataFrame(rows, columns=schema.TABLES["flows"].columns),
        "observations": pd.DataFrame(
            [row | total for row in rows if row["partner"] == "own"], columns=schema.TABLES["observations"].columns
        ),
        "population": pd.DataFrame(columns=schema.TABLES["population"].columns),
    }
    return Dataset(tables, {}, "made")


def _status(count: Interval) -> str:
    return str(Status.EXACT if count.is_exact else Status.SUPPRESSED if count == SUPPRESSED else Status.RANGE)


def _years(span: Span) -> range:
    return range(span[0], span[1] + 1)


def _sum(counts_: dict[Key, int], country: str, partner: str, span: Span) -> int:
    return sum(n for (c, year, p), n in counts_.items() if (c, p) == (country, partner) and year in _years(span))


def _within(count: Interval, true: float) -> bool:
    return count.low <= true <= count.high


@given(with_truth(), st.lists(spans, min_size=1, max_size=4))
def test_every_sum_of_a_pair_allows_every_truth(
    drawn: tuple[dict[Key, Interval], dict[Key, int]], asked: list[Span]
) -> None:
    known, true = drawn
    made = _dataset(known)
    for span in asked:
        found = flows(made, MEASURE, *span)
        assert set(found.pairs) == {(c, p) for c, year, p in known if year in _years(span)}
        for (country, partner), flow in found.pairs.items():
            assert _within(flow.count, _sum(true, country, partner, span))
            assert flow.listed == tuple(
                sorted(y for c, y, p in known if (c, p) == (country, partner) and y in _years(span))
            )


@given(with_truth(), spans)
def test_every_need_of_a_pair_allows_every_truth(drawn: tuple[dict[Key, Interval], dict[Key, int]], span: Span) -> None:
    known, true = drawn
    for pair in gap(_dataset(known), *span).pairs.values():
        assert (pair.need is None) == (pair.need_in_a is None and pair.need_in_b is None)
        if pair.need is not None:
            both = _sum(true, pair.a, pair.b, span) + _sum(true, pair.b, pair.a, span)
            assert _within(pair.need, both)


@given(with_truth(), st.sets(st.sampled_from(COUNTRIES), min_size=1), st.integers(FIRST, LAST))
def test_every_regional_figure_allows_every_truth(
    drawn: tuple[dict[Key, Interval], dict[Key, int]], chosen: set[str], year: int
) -> None:
    known, true = drawn
    made = _dataset(known)
    asked = tuple(sorted(Country(code) for code in chosen))
    shown = region(answer(made, Selection(Indicator.VICTIMS_DETECTED, FIRST, LAST, countries=asked)), year)
    mine = {key: n for key, n in true.items() if key[0] in chosen and key[1:] == (year, "own")}
    assert (shown.count is None) == (not mine)
    if shown.count is not None:
        assert _within(shown.count, sum(mine.values()))
        assert {key[0] for key in mine} == set(shown.reporting)


def _pairs_of_answers(
    known: dict[Key, Interval], inner: Span, outer: Span
) -> Iterator[tuple[Flow, Flow, list[Interval]]]:
    """Pairs listed in both spans, and what is published of them in the years between."""
    made = _dataset(known)
    narrow, wide = flows(made, MEASURE, *inner), flows(made, MEASURE, *outer)
    for key, flow in narrow.pairs.items():
        years = [y for y in _years(outer) if y not in _years(inner)]
        between = [known[key[0], y, key[1]] for y in years if (key[0], y, key[1]) in known]
        yield flow, wide.pairs[key], between


@st.composite
def nested(draw: st.DrawFn) -> tuple[Span, Span]:
    """Two spans, the first inside the second and shorter."""
    inner, outer = draw(spans), draw(spans)
    joined = (min(inner[0], outer[0]), max(inner[1], outer[1]))
    assume(joined != inner)
    return inner, joined


@given(cells, nested())
def test_two_answers_taken_from_one_another_leave_what_is_published_in_between(
    known: dict[Key, Interval], asked: tuple[Span, Span]
) -> None:
    for narrow, wide, between in _pairs_of_answers(known, *asked):
        by_bounds = (wide.count.low - narrow.count.low, wide.count.high - narrow.count.high)
        assert by_bounds == (sum(c.low for c in between), sum(c.high for c in between))
        apart = Interval(wide.count.low - narrow.count.high, wide.count.high - narrow.count.low)
        assert apart.low <= by_bounds[0]
        assert by_bounds[1] <= apart.high


@given(cells, nested(), st.sampled_from(COUNTRIES), st.sampled_from([*COUNTRIES, "CHN"]), st.data())
def test_a_suppressed_year_is_still_nothing_to_four_after_the_years_around_it_are_taken_away(
    known: dict[Key, Interval], asked: tuple[Span, Span], country: str, partner: str, data: st.DataObject
) -> None:
    assume(country != partner)
    inner, outer = asked
    hidden = data.draw(st.sampled_from([year for year in _years(outer) if year not in _years(inner)]))
    around = {key: count for key, count in known.items() if (key[0], key[2]) != (country, partner)}
    listed = {(country, year, partner): data.draw(published) for year in _years(inner)}
    made = _dataset({**around, **listed, (country, hidden, partner): SUPPRESSED})
    key = (Country(country), partner)
    narrow, wide = (flows(made, MEASURE, *span).pairs[key].count for span in (inner, outer))
    assert (wide.low - narrow.low, wide.high - narrow.high) == SUPPRESSED
    assert wide.low - narrow.high <= 0
    assert wide.high - narrow.low >= 4
    if partner in COUNTRIES:
        pair = frozenset((Country(country), Country(partner)))
        need, before = (gap(made, *span).pairs[pair].need for span in (outer, inner))
        assert need is not None
        assert before is not None
        assert (need.high - before.high) - (need.low - before.low) >= 4


@given(cells, spans)
@example({("ARG", 2019, "BOL"): SUPPRESSED, ("ARG", 2020, "BOL"): Interval(0, 0)}, (2019, 2020))
def test_only_one_figure_alone_is_called_suppressed(known: dict[Key, Interval], span: Span) -> None:
    for (country, partner), flow in flows(_dataset(known), MEASURE, *span).pairs.items():
        mine = [known[country, year, partner] for year in flow.listed]
        assert (flow.status is Status.SUPPRESSED) == (mine == [SUPPRESSED])
        assert (flow.status is Status.EXACT) == all(count.is_exact for count in mine)
