"""Answers to selections: the full grid, hand-computed on the small data set and bounded by what is published."""

from collections.abc import Iterator
from itertools import product

import pandas as pd
import pytest

from data.dataset import Dataset
from data.interval import Interval
from data.model import Answer, Cell, Selection
from data.queries.observations import answer
from data.vocabulary import Age, Country, Crime, Exploitation, Flag, Indicator, Panel, Sex, Status, is_applicable

ARG, BOL, ESP = Country.ARG, Country.BOL, Country.ESP
VICTIMS = Selection(Indicator.VICTIMS_DETECTED, 2019, 2023)


@pytest.fixture(scope="module")
def victims(small: Dataset) -> Answer:
    return answer(small, VICTIMS)


def test_the_grid_has_a_cell_for_each_of_the_22_in_each_year(victims: Answer) -> None:
    assert list(victims.cells) == list(product(Country, range(2019, 2024)))
    assert all((cell.country, cell.year) == key for key, cell in victims.cells.items())
    assert victims.data_version == "small-1"


def test_by_country_is_one_year_of_the_22(victims: Answer) -> None:
    cells = victims.by_country(2021)
    assert [cell.country for cell in cells] == list(Country)
    assert {cell.country: cell.count for cell in cells if cell.is_published} == {
        ARG: (120, 120),
        BOL: (0, 4),
        ESP: (240, 240),
    }


def test_over_time_keeps_gaps(victims: Answer) -> None:
    cells = victims.over_time(ESP)
    assert [cell.year for cell in cells] == [2019, 2020, 2021, 2022, 2023]
    assert [cell.count for cell in cells] == [(200, 200), None, (240, 240), (250, 250), (30, 34)]
    assert cells[1] == Cell(ESP, 2020, Status.NOT_REPORTED, persons=50_000_000)


def test_a_cell_says_how_it_is_known_and_from_where(victims: Answer) -> None:
    assert victims.cells[BOL, 2021] == Cell(
        BOL, 2021, Status.SUPPRESSED, Interval(0, 4), Interval(0, 0.04), 10_000_000, (), "glotip_2025_10_28"
    )
    assert victims.cells[BOL, 2020].count == (0, 0)
    assert victims.cells[BOL, 2020].status is Status.EXACT
    assert victims.cells[ESP, 2023].status is Status.RANGE
    assert victims.cells[ESP, 2023].flags == (Flag.MERGED, Flag.REVISED)


def test_a_rate_divides_by_the_residents_of_the_same_group(small: Dataset, victims: Answer) -> None:
    assert victims.cells[ARG, 2021].rate == pytest.approx((0.3, 0.3))
    women = answer(small, Selection(Indicator.VICTIMS_DETECTED, 2021, 2021, sex=Sex.FEMALE))
    assert women.cells[ARG, 2021].persons == 20_000_000
    assert women.cells[ARG, 2021].rate == pytest.approx((0.4, 0.4))


def test_there_is_no_rate_without_a_denominator(small: Dataset, victims: Answer) -> None:
    assert victims.cells[ESP, 2023].rate is None
    uncounted = answer(small, Selection(Indicator.VICTIMS_DETECTED, 2021, 2021, sex=Sex.OTHER))
    assert uncounted.cells[ARG, 2021].count == (3, 3)
    assert uncounted.cells[ARG, 2021].rate is None
    assert uncounted.cells[ARG, 2021].persons is None


def test_breakdowns_are_answered_apart(small: Dataset) -> None:
    girls = answer(small, Selection(Indicator.VICTIMS_DETECTED, 2021, 2021, Sex.FEMALE, Age.AGE_0_17))
    assert [cell.count for cell in girls.reporting(2021)] == [(20, 20)]
    form = Exploitation.SEXUAL_EXPLOITATION
    sexual = answer(small, Selection(Indicator.VICTIMS_DETECTED, 2021, 2021, exploitation=form))
    assert [cell.count for cell in sexual.reporting(2021)] == [(60, 60)]


@pytest.mark.parametrize(
    ("selection", "status"),
    [
        (Selection(Indicator.OFFENCES_RECORDED, 2021, 2021, sex=Sex.FEMALE), Status.NOT_APPLICABLE),
        (Selection(Indicator.OFFENCES_RECORDED, 2021, 2021, age=Age.AGE_0_17), Status.NOT_APPLICABLE),
        (
            Selection(Indicator.PERSONS_SUSPECTED, 2021, 2021, exploitation=Exploitation.FORCED_LABOUR),
            Status.NOT_APPLICABLE,
        ),
        (
            Selection(Indicator.PERSONS_CONVICTED, 2021, 2021, exploitation=Exploitation.FORCED_LABOUR),
            Status.NOT_REPORTED,
        ),
        (Selection(Indicator.PERSONS_SUSPECTED, 2021, 2021, sex=Sex.FEMALE), Status.NOT_REPORTED),
    ],
)
def test_what_is_never_asked_is_not_applicable_and_the_rest_not_reported(
    small: Dataset, selection: Selection, status: Status
) -> None:
    assert {cell.status for cell in answer(small, selection).cells.values()} == {status}


def test_reporting_are_the_published_cells_of_the_panel(small: Dataset, victims: Answer) -> None:
    assert [cell.country for cell in victims.reporting(2020)] == [ARG, BOL]
    two = answer(small, Selection(Indicator.VICTIMS_DETECTED, 2019, 2023, countries=(ARG, ESP)))
    assert two.panel == (ARG, ESP)
    assert [cell.country for cell in two.reporting(2020)] == [ARG]


def _constant(first: int, last: int, *countries: Country) -> Selection:
    return Selection(Indicator.VICTIMS_DETECTED, first, last, countries=countries, panel=Panel.CONSTANT)


def test_a_constant_panel_has_those_with_a_figure_in_every_year(small: Dataset) -> None:
    assert answer(small, _constant(2019, 2023)).panel == (BOL,)
    assert answer(small, _constant(2019, 2022)).panel == (ARG, BOL)
    assert answer(small, _constant(2021, 2022)).panel == (ARG, BOL, ESP)
    assert answer(small, _constant(2021, 2022, ESP, Country.CUB)).panel == (ESP,)


def test_a_constant_panel_may_be_empty(small: Dataset) -> None:
    empty = answer(small, _constant(2019, 2023, ARG, ESP))
    assert empty.panel == ()
    assert empty.reporting(2021) == ()


def test_a_frame_has_a_row_for_each_chosen_country_and_year(small: Dataset) -> None:
    chosen = answer(small, Selection(Indicator.VICTIMS_DETECTED, 2021, 2023, countries=(BOL, ESP)))
    frame = chosen.frame()
    assert frame["country"].tolist() == ["BOL"] * 3 + ["ESP"] * 3
    assert frame["low"].tolist() == [0, 40, 50, 240, 250, 30]
    assert frame["high"].tolist() == [4, 40, 50, 240, 250, 34]
    assert frame["status"].tolist() == ["suppressed", "exact", "exact", "exact", "exact", "range"]
    assert frame["rate_per_100k_high"].tolist()[:5] == pytest.approx([0.04, 0.4, 0.5, 0.48, 0.5])
    assert frame["flags"].tolist() == ["", "suspicious_jump", "", "break_in_series", "", "merged|revised"]


def test_in_a_frame_missing_is_missing_and_never_zero(victims: Answer) -> None:
    frame = victims.frame(victims.by_country(2020)).set_index("country")
    assert len(frame) == 22
    published = ["low", "high", "rate_per_100k_low", "rate_per_100k_high"]
    assert frame.loc["ESP", published].isna().all()
    assert frame.loc["BOL", published].tolist() == [0, 0, 0, 0]
    assert pd.isna(frame.loc["CUB", "persons"])


def test_the_same_selection_gives_the_same_frame(small: Dataset, victims: Answer) -> None:
    again = answer(small, VICTIMS)
    assert again == victims
    assert again.frame().to_csv() == victims.frame().to_csv()


def _selections() -> Iterator[Selection]:
    for crime, indicator, sex, age, form in product(Crime, Indicator, Sex, Age, Exploitation):
        if is_applicable(indicator, sex, age, form, crime):
            yield Selection(indicator, 2003, 2023, sex, age, form, crime=crime)


def test_no_answer_narrows_or_widens_a_published_bound(real: Dataset) -> None:
    keys = ["crime", "indicator", "sex", "age", "exploitation"]
    published = {
        key: {(row.country, row.year): (row.low, row.high) for row in rows.itertuples()}
        for key, rows in real.tables["observations"].groupby(keys)
    }
    answered = 0
    for s in _selections():
        rows = published.get((s.crime, s.indicator, s.sex, s.age, s.exploitation), {})
        cells = answer(real, s).cells
        assert {key: cell.count for key, cell in cells.items() if cell.is_published} == rows
        answered += len(rows)
    assert answered == len(real.tables["observations"])


@pytest.mark.parametrize("indicator", [each for each in Indicator if each is not Indicator.OFFENCES_RECORDED])
def test_of_smuggling_nothing_but_offences_is_asked_for(real: Dataset, indicator: Indicator) -> None:
    cells = answer(real, Selection(indicator, 2021, 2021, crime=Crime.SMUGGLING_OF_MIGRANTS)).by_country(2021)
    assert {cell.status for cell in cells} == {Status.NOT_APPLICABLE}
