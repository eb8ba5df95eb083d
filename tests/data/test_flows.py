"""Flows and the gap by hand: sums over listed years, what is not listed, and need beside means."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import schema
from data.cooperation_vocabulary import EventKind, Treaty
from data.dataset import Dataset
from data.interval import Interval
from data.queries.flows import Flow, flows
from data.queries.gap import gap
from data.queries.means import acts, events
from data.vocabulary import Country, FlowMeasure, Partner, Status

CITIZENSHIP = FlowMeasure.VICTIMS_BY_CITIZENSHIP
ROWS = [
    ("ARG", 2020, "BOL", 10, 10),
    ("ARG", 2021, "BOL", 0, 4),
    ("ARG", 2021, "PRY", 0, 4),
    ("ARG", 2022, "PRY", 0, 4),
    ("ARG", 2022, "own", 30, 30),
    ("ARG", 2022, "CHN", 5, 5),
    ("BOL", 2022, "ARG", 0, 4),
    ("ESP", 2021, "BOL", 0, 0),
]


@pytest.fixture(scope="module")
def made() -> Dataset:
    """Eight rows of flows, a team of Argentina and Bolivia, and who is bound by one treaty."""
    rows = [
        {"country": c, "year": y, "crime": "trafficking", "measure": str(CITIZENSHIP), "partner": p, "low": low,
         "high": high, "status": "exact", "flags": "", "source": "s", "raw_rows": "1"}
        for c, y, p, low, high in ROWS
    ]  # fmt: skip
    about = {field.name: "" for field in schema.TABLES["cooperation_events"].fields}
    about |= {"kind": "joint_team", "crime_scope": "trafficking", "list_status": "read", "event": "team"}
    acted = {field.name: "" for field in schema.TABLES["instruments"].fields}
    acted |= {"instrument": "untoc", "as_of": "2014"}
    tables = {
        "flows": pd.DataFrame(rows),
        "cooperation_events": pd.DataFrame([about | {"country": c} for c in ("ARG", "BOL")]),
        "instruments": pd.DataFrame(
            [
                acted | {"country": "ARG", "action": "signature", "date": "2000"},
                acted | {"country": "ARG", "action": "ratification", "date": "2002-11-19"},
                acted | {"country": "BOL", "action": "ratification", "date": "2005"},
                acted | {"country": "ESP", "action": "not_shown_as_party", "date": ""},
            ]
        ),
        "requests": pd.DataFrame(
            [{"statement": "x", "country": "ESP", "partner": "BOL", "crime_scope": "trafficking", "kind": "requests",
              "instrument": "mla", "low": 1},
             {"statement": "y", "country": "ARG", "partner": "ESP", "crime_scope": "all_crimes", "kind": "requests",
              "instrument": "mla", "low": 1}]
        ),
    }  # fmt: skip
    return Dataset(tables, {}, "made", "", Path())


def _found(made: Dataset, country: str, partner: str, first: int = 2020, last: int = 2022) -> Flow:
    return flows(made, CITIZENSHIP, first, last).pairs[Country(country), partner]


def test_a_sum_adds_the_years_in_which_the_pair_is_listed(made: Dataset) -> None:
    found = _found(made, "ARG", "BOL")
    assert (found.count, found.listed, found.reported) == (Interval(10, 14), (2020, 2021), (2020, 2021, 2022))
    assert found.status is Status.RANGE


def test_one_suppressed_figure_is_suppressed_and_two_are_a_range(made: Dataset) -> None:
    assert _found(made, "ARG", "PRY", 2022).status is Status.SUPPRESSED
    both = _found(made, "ARG", "PRY")
    assert (both.count, both.status) == (Interval(0, 8), Status.RANGE)


def test_a_published_zero_is_exact_and_what_is_not_listed_is_not_there(made: Dataset) -> None:
    assert (_found(made, "ESP", "BOL").count, _found(made, "ESP", "BOL").status) == (Interval(0, 0), Status.EXACT)
    assert (Country.ESP, "PRY") not in flows(made, CITIZENSHIP, 2020, 2022).pairs


def test_own_nationals_and_the_world_stand_apart(made: Dataset) -> None:
    found = flows(made, CITIZENSHIP, 2020, 2022)
    assert [flow.partner for flow in found.into(Country.ARG)] == ["BOL", "PRY", "CHN"]
    assert list(found.apart(Country.ARG)) == [Partner.OWN]
    assert [(f.country, f.partner) for f in found.within] == [
        ("ARG", "BOL"), ("ARG", "PRY"), ("BOL", "ARG"), ("ESP", "BOL"),
    ]  # fmt: skip
    assert [flow.country for flow in found.out_of(Country.BOL)] == ["ARG", "ESP"]


def test_the_frame_has_the_same_bounds(made: Dataset) -> None:
    found = flows(made, CITIZENSHIP, 2020, 2022)
    frame = found.frame(found.within)
    assert list(zip(frame["low"], frame["high"], strict=True)) == [tuple(map(int, f.count)) for f in found.within]
    assert frame.loc[0, "years_listed"] == "2020|2021"


def test_need_and_means_of_a_pair_stand_side_by_side(made: Dataset) -> None:
    found = gap(made, 2020, 2022)
    assert len(found.pairs) == 231
    pair = found.pairs[frozenset((Country.ARG, Country.BOL))]
    assert pair.need == Interval(10, 18)
    assert [event.event for event in pair.means.of_kind(EventKind.JOINT_TEAM)] == ["team"]
    assert pair.means.treaties == (Treaty.UNTOC,)
    assert pair.is_needed
    assert pair.means.is_direct
    other = found.pairs[frozenset((Country.ARG, Country.PRY))]
    assert (other.need, other.is_needed, other.means.is_direct) == (Interval(0, 8), False, False)


def test_a_published_figure_counts_on_these_crimes_only(made: Dataset) -> None:
    found = gap(made, 2020, 2022)
    assert found.pairs[frozenset((Country.BOL, Country.ESP))].means.statements == ("x",)
    assert found.pairs[frozenset((Country.ARG, Country.ESP))].means.statements == ()


def test_pairs_are_ordered_by_need_or_by_means(made: Dataset) -> None:
    found = gap(made, 2020, 2022)
    assert {found.by_need()[0].a, found.by_need()[0].b} == {Country.ARG, Country.BOL}
    assert all(Country.ESP in (pair.a, pair.b) for pair in found.by_need(Country.ESP))
    assert len(found.by_means(Country.ESP)) == 21
    assert found.by_means()[0].means.events


def test_the_act_that_says_most_is_kept(made: Dataset) -> None:
    known = acts(made)
    assert (known[Country.ARG, Treaty.UNTOC].bound, known[Country.ARG, Treaty.UNTOC].date) == (True, "2002-11-19")
    assert known[Country.ESP, Treaty.UNTOC].bound is False
    assert (Country.PRY, Treaty.UNTOC) not in known


@given(st.integers(2014, 2023), st.integers(0, 9))
def test_no_span_narrows_what_its_years_publish(real: Dataset, first: int, more: int) -> None:
    last = min(first + more, 2023)
    whole = flows(real, CITIZENSHIP, first, last)
    parts = [flows(real, CITIZENSHIP, year, year) for year in range(first, last + 1)]
    for key, flow in whole.pairs.items():
        yearly = [part.pairs[key].count for part in parts if key in part.pairs]
        assert flow.count == (sum(c.low for c in yearly), sum(c.high for c in yearly))
        assert flow.count.high - flow.count.low >= max(c.high - c.low for c in yearly)


def test_the_real_record_says_what_was_read(real: Dataset) -> None:
    largest = flows(real, CITIZENSHIP, 2018, 2023).within[0]
    assert (largest.partner, largest.country, largest.count) == ("BOL", "ARG", Interval(1107, 1107))
    known = acts(real)
    bound = {t: sum(act.bound for (_, treaty), act in known.items() if treaty is t) for t in Treaty}
    assert (bound[Treaty.TRAFFICKING_PROTOCOL], bound[Treaty.SMUGGLING_PROTOCOL]) == (22, 19)
    assert len(events(real)) == 67
