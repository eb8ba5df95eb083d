"""What stands out, for any answer: what a fact says is so, whatever the true figures inside their ranges are."""

from grid import SUPPRESSED, grid
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import Dataset
from data.interval import overlaps
from data.model import Answer, Cell, Selection
from data.queries.comparable import change_since_comparable
from data.queries.insights import FACTS, Kind, facts
from data.queries.observations import answer
from data.vocabulary import Country, Flag, Indicator, Panel

ARG, BOL, CHL, ESP, PER, URY = (Country[code] for code in ("ARG", "BOL", "CHL", "ESP", "PER", "URY"))

BOUNDS = st.one_of(
    st.none(),
    st.just(SUPPRESSED),
    st.integers(0, 12),
    st.tuples(st.integers(0, 30), st.integers(0, 9)).map(lambda pair: (pair[0], pair[0] + pair[1])),
)
FLAGS = st.dictionaries(
    st.tuples(st.sampled_from([ARG, BOL, CHL, ESP]), st.integers(2010, 2017)),
    st.sampled_from([Flag.BREAK_IN_SERIES, Flag.SUSPICIOUS_JUMP]),
    max_size=3,
)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Six countries over eight years, any of them exact, a range, hidden or missing."""
    drawn = {c: draw(st.lists(BOUNDS, min_size=8, max_size=8)) for c in (ARG, BOL, CHL, ESP, PER, URY)}
    figures = {c: {2010 + i: n for i, n in enumerate(row) if n is not None} for c, row in drawn.items()}
    return grid(figures, 2010, 2017, draw(FLAGS))


@given(answers(), st.integers(2010, 2017))
def test_every_figure_of_a_fact_stands_in_the_answer(asked: Answer, year: int) -> None:
    for fact in facts(asked, year, 10):
        assert fact.countries
        assert set(fact.countries) <= set(asked.panel)
        if fact.kind in (Kind.CHANGE, Kind.SINCE):
            for at, figure in zip(fact.years, fact.figures, strict=True):
                parts = [asked.cells[country, at].count for country in fact.countries]
                assert figure == tuple(sum(part[end] for part in parts if part) for end in (0, 1))
        elif fact.figures:
            assert fact.figures == tuple(asked.cells[country, year].count for country in fact.countries)


@given(answers(), st.integers(2010, 2017), st.data())
def test_no_fact_claims_an_order_that_the_true_figures_may_not_have(
    asked: Answer, year: int, data: st.DataObject
) -> None:
    """Whatever the true figures are inside their ranges, what is said of them is so."""

    def draw(cell: Cell) -> int | None:
        return None if cell.count is None else data.draw(st.integers(int(cell.count.low), int(cell.count.high)))

    found = {fact.kind: fact for fact in facts(asked, year, 10)}
    true = {key: draw(asked.cells[key]) for key in asked.cells} if found else {}
    for kind, fact in found.items():
        if kind in (Kind.CHANGE, Kind.SINCE):
            assert not overlaps(*fact.figures)
        if kind is Kind.CHANGE:
            since = change_since_comparable(asked, year)
            assert since is not None
            moved = {c: abs((true[c, year] or 0) - (true[c, since.earlier] or 0)) for c in since.countries}
            assert all(moved[fact.countries[0]] > n for c, n in moved.items() if c not in fact.countries)
        if kind is Kind.RECORD:
            for country in fact.countries:
                others = [n for y in range(fact.years[0], fact.years[1] + 1) if y != year
                          and (n := true[country, y]) is not None]  # fmt: skip
                assert all((true[country, year] or 0) > n for n in others)
        if kind is Kind.CONCENTRATION:
            held = [true[c, year] or 0 for c in fact.countries]
            rest = [n for c in Country if c not in fact.countries and (n := true[c, year]) is not None]
            assert min(held) > max(rest)
            assert fact.share is not None
            assert fact.share.low - 1e-9 <= sum(held) / (sum(held) + sum(rest)) <= fact.share.high + 1e-9
            assert 2 * sum(held) > sum(held) + sum(rest)
        if kind is Kind.OVERLAP:
            counts = [asked.cells[c, year].count for c in fact.countries]
            assert all(overlaps(a, b) for a in counts for b in counts if a and b)


@given(st.sampled_from(Indicator), st.sampled_from(Panel), st.integers(2010, 2023))
def test_the_real_answers_say_the_same_twice_and_never_too_much(
    real: Dataset, indicator: Indicator, panel: Panel, year: int
) -> None:
    asked = Selection(indicator, 2010, 2023, panel=panel)
    said = facts(answer(real, asked), year)
    assert said == facts(answer(real, asked), year)
    assert len(said) <= FACTS
    assert len({fact.kind for fact in said}) == len(said)
