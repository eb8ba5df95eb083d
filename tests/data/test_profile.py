"""One country by itself, added up by hand on tests/hand_made.py and tests/recorded.py."""

from dataclasses import replace
from types import MappingProxyType

import hand_made
import pytest
import recorded
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import Dataset
from data.interval import Interval, overlaps
from data.queries.comparable import Untold
from data.queries.insights import Kind
from data.queries.profile import Citizenship, Dimension, latest_year, nearest, profile, published
from data.vocabulary import Age, Change, Country, Exploitation, Flag, FlowMeasure, Incomparable, Indicator, Sex, Status

ARG, BOL, ESP, BRA = Country.ARG, Country.BOL, Country.ESP, Country.BRA
VICTIMS = Indicator.VICTIMS_DETECTED


@pytest.fixture(scope="module")
def record(small: Dataset) -> Dataset:
    return recorded.beside(small)


# ---- key figures ----


@pytest.mark.parametrize(
    ("country", "year", "indicator", "place", "among"),
    [
        (ESP, 2021, VICTIMS, (1, 1), 3),  # 240 of 50 million
        (ARG, 2021, VICTIMS, (2, 2), 3),  # 120 of 40 million
        (BOL, 2021, VICTIMS, (3, 3), 3),  # at most 4 of 10 million
        (ARG, 2021, Indicator.OFFENCES_RECORDED, (1, 2), 2),  # 7 of 40 million; Bolivia 0 to 4 of 10
        (BOL, 2021, Indicator.OFFENCES_RECORDED, (1, 2), 2),
        (BOL, 2023, VICTIMS, (1, 1), 1),  # no residents of Spain are known for 2023, so it has no rate
        (ESP, 2023, VICTIMS, None, 1),
        (BRA, 2021, VICTIMS, None, 3),
    ],
)
def test_the_place_is_by_rate_and_a_range_where_rates_may_be_equal(
    small: Dataset, country: Country, year: int, indicator: Indicator, place: tuple[int, int] | None, among: int
) -> None:
    key = profile(small, country, year).key(indicator)
    assert (key.place, key.among) == (place, among)


@pytest.mark.parametrize(
    ("country", "year", "before", "change"),
    [
        (ARG, 2022, 2021, Interval(0.25, 0.25)),  # 120 to 150
        (ARG, 2023, 2022, None),  # not published
        (ARG, 2019, None, None),
        (BOL, 2020, 2019, Untold(Incomparable.MAY_START_AT_ZERO, 2019)),
        (BOL, 2022, 2021, Untold(Incomparable.SUSPICIOUS_JUMP, 2022)),
        (BOL, 2023, 2022, Untold(Incomparable.SUSPICIOUS_JUMP, 2022)),
        (ESP, 2021, 2019, Untold(Incomparable.BREAK_BETWEEN, 2021)),
        (ESP, 2023, 2022, Interval(30 / 250 - 1, 34 / 250 - 1)),
    ],
)
def test_the_change_is_since_the_last_year_published_and_never_over_a_break_or_a_doubt(
    small: Dataset, country: Country, year: int, before: int | None, change: Interval | Untold | None
) -> None:
    key = profile(small, country, year).key(VICTIMS)
    assert (key.before.year if key.before else None) == before
    assert key.change == (pytest.approx(change) if isinstance(change, Interval) else change)


def test_the_year_is_the_latest_with_victims_detected_and_says_how_many_indicators_it_has(small: Dataset) -> None:
    assert [latest_year(small, country) for country in (ARG, BOL, ESP, BRA)] == [2022, 2023, 2023, 2023]
    found = published(small)
    assert list(found) == list(Country)
    assert (found[ARG], found[BOL], found[ESP], found[BRA]) == ((2022, 2), (2023, 1), (2023, 1), (2023, 0))
    assert profile(small, ARG).published == 2  # victims and prosecuted
    assert profile(small, ARG, 2021).published == 3


def test_a_country_that_publishes_only_offences_is_shown_in_their_year(small: Dataset) -> None:
    rows = [hand_made._row("offences_recorded", "BRA", 2020, 3, 3)]
    frame = hand_made._typed("observations", [*hand_made.observations().to_dict("records"), *rows])
    with_offences = replace(small, tables=MappingProxyType({**small.tables, "observations": frame}))
    assert latest_year(with_offences, BRA) == 2020


def test_an_early_year_lengthens_the_profile(real: Dataset) -> None:
    assert profile(real, ARG, 2008).years == range(2008, real.years[1] + 1)
    assert profile(real, ARG).years == range(2010, real.years[1] + 1)


# ---- who the victims are ----


def test_a_dimension_is_told_of_the_year_or_of_the_nearest_published(small: Dataset) -> None:
    for year in (2020, 2021, 2022):  # 2021 is the only one: before, at and after it
        found = profile(small, ARG, year).makeup(Dimension.SEX)
        assert found.year == 2021
        assert [(word, cell.count) for word, cell in found.parts] == [(Sex.FEMALE, (80, 80)), (Sex.OTHER, (3, 3))]
        assert (found.sum, found.adds_up) == (Interval(83, 83), False)  # of 120
    by_form = profile(small, ARG).makeup(Dimension.EXPLOITATION)
    assert [word for word, _ in by_form.parts] == [Exploitation.SEXUAL_EXPLOITATION]


def test_parts_that_may_be_all_add_up(small: Dataset) -> None:
    found = profile(small, BOL, 2021).makeup(Dimension.SEX)  # `<5` of another sex, `<5` in all
    assert (found.sum, found.adds_up) == (Interval(0, 4), True)


def test_what_is_never_published_has_no_year_and_no_sum(small: Dataset) -> None:
    found = profile(small, BRA).makeup(Dimension.AGE)
    assert (found.year, found.parts, found.sum, found.adds_up) == (None, (), None, False)


def test_citizenships_are_added_side_by_side_as_ranges(record: Dataset) -> None:
    of_2022 = profile(record, ARG, 2022).makeup(Dimension.CITIZENSHIP)
    assert [(word, cell.count, cell.status) for word, cell in of_2022.parts] == [
        (Citizenship.OWN, (30, 30), Status.EXACT),
        (Citizenship.FOREIGN, (5, 5), Status.EXACT),
        (Citizenship.UNSTATED, (0, 4), Status.SUPPRESSED),
    ]
    assert of_2022.parts[1][1].flags == (Flag.RELABELLED,)
    of_2021 = profile(record, ARG, 2021).makeup(Dimension.CITIZENSHIP)
    ((side, cell),) = of_2021.parts  # Bolivians and Paraguayans, `<5` each
    assert (side, cell.count, cell.status) == (Citizenship.FOREIGN, (0, 8), Status.RANGE)


@given(st.sets(st.integers(2000, 2030)), st.integers(2000, 2030))
def test_the_nearest_year_is_the_year_itself_or_the_last_before_or_the_first_after(years: set[int], year: int) -> None:
    found = nearest(years, year)
    if not years:
        assert found is None
    elif year in years:
        assert found == year
    elif min(years) < year:
        assert found == max(each for each in years if each < year)
    else:
        assert found == min(years)


# ---- what stands out, and what to know ----


def test_facts_are_of_the_country_itself_and_name_it(small: Dataset) -> None:
    found = profile(small, ARG).facts()
    since = next(fact for indicator, fact in found if indicator is VICTIMS and fact.kind is Kind.SINCE)
    assert (since.countries, since.years, since.figures) == ((ARG,), (2019, 2022), ((100, 100), (150, 150)))
    assert profile(small, BRA).facts() == []


def test_every_fact_on_the_real_data_names_its_country(real: Dataset) -> None:
    for country in Country:
        found = profile(real, country).facts()
        assert all(country in fact.countries for _, fact in found)
        assert len({(indicator, fact.kind) for indicator, fact in found}) == len(found) <= 5


def test_flags_are_told_with_indicator_and_years(small: Dataset) -> None:
    assert profile(small, ESP).flagged() == {
        Flag.MERGED: {VICTIMS: [2023]},
        Flag.BREAK_IN_SERIES: {VICTIMS: [2021]},
        Flag.REVISED: {VICTIMS: [2023]},
    }
    assert profile(small, ARG).flagged() == {}


def test_refused_rows_are_those_of_the_country(small: Dataset) -> None:
    (refused,) = profile(small, ESP).refused()
    assert (refused.printed, refused.year, refused.against) == ("6,112,019", 2021, 50_000_000)
    assert profile(small, ARG).refused() == []


def _revision(country: str, table: str, year: int, **values: object) -> dict[str, object]:
    row: dict[str, object] = {"table": table, "country": country, "year": year, "crime": "trafficking"}
    releases = {"release_from": hand_made.SOURCE, "release_to": hand_made.SOURCE}
    is_flow = table == "flows"
    empty = {"indicator": "" if is_flow else "victims_detected", "measure": "victims_by_citizenship" if is_flow else ""}
    total = dict.fromkeys(("sex", "age", "exploitation"), "" if is_flow else "total")
    return row | releases | empty | total | {"partner": "", "status_from": "exact", "status_to": "exact"} | values


def test_revisions_have_both_values_headlines_first(small: Dataset) -> None:
    rows = [
        _revision("ARG", "flows", 2020, partner="BOL", low_from=0, high_from=4, status_from="suppressed",
                  low_to=0, high_to=0, kind="disclosed"),
        _revision("ARG", "observations", 2021, sex="female", age="age_0_17", low_from=18, high_from=18,
                  low_to=20, high_to=20, kind="changed"),
        _revision("ARG", "observations", 2022, low_to=150, high_to=150, status_from="", kind="added"),
        _revision("BOL", "observations", 2022, low_to=40, high_to=40, status_from="", kind="added"),
    ]  # fmt: skip
    revised = replace(
        small, tables=MappingProxyType({**small.tables, "revisions": hand_made._typed("revisions", rows)})
    )
    found = profile(revised, ARG).revisions()
    assert [(r.measure, r.year, r.group, r.kind) for r in found] == [
        (VICTIMS, 2022, (), Change.ADDED),
        (VICTIMS, 2021, (Sex.FEMALE, Age.AGE_0_17), Change.CHANGED),
        (FlowMeasure.VICTIMS_BY_CITIZENSHIP, 2020, ("BOL",), Change.DISCLOSED),
    ]
    assert [(r.before, r.after, r.is_suppressed) for r in found] == [
        (None, (150, 150), (False, False)),
        ((18, 18), (20, 20), (False, False)),
        ((0, 4), (0, 0), (True, False)),
    ]


# ---- laws on the data that is shown ----


@pytest.mark.parametrize("country", Country)
def test_no_part_is_narrower_than_it_is_published_and_adding_up_is_as_said(real: Dataset, country: Country) -> None:
    found = profile(real, country)
    for dimension in Dimension:
        made = found.makeup(dimension)
        for word, cell in made.parts:
            assert cell.count is not None, word
            assert cell.status is not Status.SUPPRESSED or cell.count == (0, 4)
        if made.sum and made.headline and made.headline.count:
            assert made.adds_up == overlaps(made.sum, made.headline.count)


def test_a_withheld_part_stands_beside_the_published_ones_and_no_sum_is_made(real: Dataset) -> None:
    found = profile(real, Country.HND, 2012).makeup(Dimension.AGE)
    assert [(word, cell.status) for word, cell in found.parts] == [
        (Age.AGE_0_17, Status.WITHHELD), (Age.AGE_18_PLUS, Status.EXACT),
    ]  # fmt: skip
    assert (found.sum, found.adds_up) == (None, False)
