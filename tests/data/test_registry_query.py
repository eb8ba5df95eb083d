"""What the registry answers, against the table by hand in tests/delivered.py."""

from collections.abc import Callable

import delivered
import hand_made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.cooperation_vocabulary import Direction
from data.dataset import Dataset
from data.interval import Interval
from data.queries.requests import Corridor, Registry, Sum, Versions, added, registry
from data.registry.delivery import publish
from data.registry_vocabulary import Procedure, Tally
from data.vocabulary import Country, Crime

Ask = Callable[..., Registry]
MLA, EXTRADITION = Procedure.MUTUAL_LEGAL_ASSISTANCE, Procedure.EXTRADITION


@pytest.fixture(scope="session")
def ask() -> Ask:
    tables = hand_made.tables() | {"registry": publish(delivered.frame(), 5)}
    dataset = Dataset(tables, {}, "small-1", hand_made.RELEASE)

    def asked(crime: Crime = Crime.TRAFFICKING, first: int = 2020, last: int = 2021) -> Registry:
        found = registry(dataset, crime, first, last)
        assert found is not None
        return found

    return asked


def _sum(found: Sum | None) -> list[tuple[float, float]]:
    assert found is not None
    return [tuple(found.counts[tally]) for tally in Tally]


def test_without_a_delivery_there_is_no_registry() -> None:
    assert registry(Dataset(hand_made.tables()), Crime.TRAFFICKING, 2020, 2021) is None


def test_sums_are_of_published_bounds(ask: Ask) -> None:
    sent = ask().of(Country.ARG, "BOL", Direction.SENT)
    # requests 20 + 14 + (0 to 4); answered 9 + 9 + (0 to 4); pending 5 + (0 to 5) + (0 to 4); refused 6 + ...
    assert _sum(added(sent)) == [(34, 38), (18, 22), (5, 14), (6, 15)]


def test_medians_are_a_span_and_never_averaged(ask: Ask) -> None:
    found = added(ask().of(Country.ARG))
    assert found is not None
    assert (found.days, found.medians) == (Interval(40, 50), 2)  # that of the three extraditions is withheld
    nothing_known = added(ask().of(Country.ESP))
    assert nothing_known is not None
    assert (nothing_known.days, nothing_known.medians) == (None, 0)


def test_no_row_is_no_figure(ask: Ask) -> None:
    assert added(ask().of(Country.CHL)) is None
    assert added(ask(first=2022, last=2024).entries) is None


def test_two_crimes_are_never_added(ask: Ask) -> None:
    assert _sum(added(ask(Crime.SMUGGLING_OF_MIGRANTS).entries)) == [(30, 30), (10, 10), (10, 10), (10, 10)]
    assert {row.crime for row in ask().entries} == {Crime.TRAFFICKING}


def test_rows_are_found_by_country_partner_direction_and_year(ask: Ask) -> None:
    assert {row.partner for row in ask().of(Country.BOL)} == {"ARG"}
    assert [row.year for row in ask().of(Country.BOL, direction=Direction.SENT)] == [2021]
    assert {row.year for row in ask(first=2020, last=2020).entries} == {2020}
    assert {row.country for row in ask().of(partner="USA")} == {Country.ESP}


def _corridor(found: Registry, origin: str, target: str) -> Corridor:
    (corridor,) = [c for c in found.corridors if (c.origin, c.target) == (origin, target)]
    return corridor


def test_both_versions_of_a_corridor_stand_side_by_side(ask: Ask) -> None:
    corridor = _corridor(ask(), "ARG", "BOL")
    assert corridor.rows == {
        (2020, MLA): Versions(Interval(20, 20), Interval(17, 17)),
        (2021, MLA): Versions(Interval(14, 14), Interval(14, 14)),
    }
    assert list(corridor.contradictions) == [(2020, MLA)]
    assert corridor.rows[2020, MLA].apart == Interval(3, 3)
    assert corridor.rows[2021, MLA].apart == Interval(0, 0)
    # Argentina's three extraditions count in its sum, though Bolivia registered none.
    assert corridor.years == (2020, 2021)
    assert corridor.versions == Versions(Interval(34, 38), Interval(31, 31))
    assert corridor.versions.apart == Interval(3, 7)


def test_a_year_that_only_one_side_registered_is_not_compared(ask: Ask) -> None:
    corridor = _corridor(ask(), "BOL", "ARG")
    assert (corridor.years, corridor.versions, corridor.rows) == ((), None, {})
    assert corridor.sent == {(2021, EXTRADITION): Interval(12, 12)}
    assert corridor.received == {}


def test_corridors_with_contradictions_come_first_then_by_size(ask: Ask) -> None:
    assert [(c.origin, c.target) for c in ask().corridors] == [("ARG", "BOL"), ("BOL", "ARG"), ("ESP", "USA")]
    assert [(c.origin, c.target) for c in ask(first=2021).corridors] == [("ARG", "BOL"), ("BOL", "ARG"), ("ESP", "USA")]


def test_corridors_are_found_by_one_end_or_both(ask: Ask) -> None:
    found = ask()
    assert len(found.between(None, None)) == 3
    assert {c.origin for c in found.between(Country.BOL, None)} == {"ARG", "BOL"}
    assert [c.target for c in found.between(Country.ESP, None)] == ["USA"]
    assert found.between(Country.ESP, Country.BOL) == []


BOUNDS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Interval(min(ends), max(ends)))


@given(BOUNDS, BOUNDS, st.data())
def test_the_difference_holds_every_difference_and_no_wider(a: Interval, b: Interval, data: st.DataObject) -> None:
    apart = Versions(a, b).apart
    one, other = (data.draw(st.integers(int(side.low), int(side.high))) for side in (a, b))
    assert apart.low <= abs(one - other) <= apart.high
    possible = {abs(x - y) for x in range(int(a.low), int(a.high) + 1) for y in range(int(b.low), int(b.high) + 1)}
    assert apart == (min(possible), max(possible))
    assert Versions(a, b).contradict is (0 not in possible)
    assert Versions(b, a).apart == apart
