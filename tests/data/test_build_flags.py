"""Flags say what a figure cannot say for itself; none changes a figure."""

from pathlib import Path

import pandas as pd
import pytest
from workbook import CONVICTED, FORM, Line, curated, flow, line

from data.build.flags import Breaks, flagged
from data.build.labels import Labels
from data.dataset import Dataset
from data.vocabulary import Indicator

LABELS = Labels({"Own": "own", "Bolivia": "BOL", "Abroad": "abroad"}, {})
OFFENCES = "Offences of trafficking in persons"


def flags(folder: Path, *lines: Line, breaks: Breaks = frozenset()) -> dict[int, set[str]]:
    """Flags by the first raw row of each cell that has any."""
    release = curated(folder, *lines, labels=LABELS)
    cells = flagged(release.cells, release.withheld, {}, breaks)
    return {cell.rows[0]: set(cell.flags) for cell in cells.values() if cell.flags}


def series(values: dict[int, str], **cells: str) -> list[Line]:
    return [line(value, Year=str(year), **cells) for year, value in values.items()]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line("100"), line("60", Sex="Female"), line("41", Sex="Male")], {4: {"parts_exceed_total"}}),
        ([line("100"), line("60", Sex="Female"), line("40", Sex="Male")], {}),
        ([line("100"), line("98", Sex="Female"), line("<5", Sex="Male")], {}),
        ([line("<5"), line("<5", Sex="Female"), line("<5", Sex="Male")], {}),
        (
            [line("100"), line("60", Sex="Female"), line("38", Sex="Male"), line("3", Sex="Unknown", Age="Unknown")],
            {4: {"parts_exceed_total"}},
        ),
        (
            [line("100"), line("50", Age="0 to 17 years"), line("51", Age="18 years or over")],
            {4: {"parts_exceed_total"}},
        ),
        (
            [
                line("100"),
                line("70", Dimension=FORM, Category="Sexual exploitation"),
                line("31", Dimension=FORM, Category="Forced labour"),
            ],
            {4: {"forms_exceed_total"}},
        ),
        (
            [
                line("9", Dimension=FORM, Category="Forced labour"),
                line("5", Dimension=FORM, Category="Forced labour", Sex="Female", Age="0 to 17 years"),
                line("5", Dimension=FORM, Category="Forced labour", Sex="Male", Age="18 years or over"),
            ],
            {4: {"parts_exceed_total"}},
        ),
        ([line("100"), flow("60", "Own"), flow("41", "Bolivia")], {4: {"parts_exceed_total"}}),
    ],
    ids=[
        "sexes",
        "sexes that fit",
        "a bound that may fit",
        "suppressed",
        "with unknown",
        "ages",
        "forms",
        "both",
        "flows",
    ],
)
def test_parts_exceed_total(tmp_path: Path, lines: list[Line], expected: dict[int, set[str]]) -> None:
    assert flags(tmp_path, *lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line("0", Sex="Female"), line("0", Sex="Male")], {4: {"zero_without_total"}, 5: {"zero_without_total"}}),
        ([line("0", Sex="Female"), line("5", Sex="Male")], {4: {"zero_without_total"}}),
        ([line("<5", Sex="Female"), line("0"), line("0", Sex="Male")], {}),
        ([line("0", Sex="Female"), line("0", Year="2019")], {4: {"zero_without_total"}}),  # a total of another year
        (
            [line("0", Sex="Female"), line("3", Indicator=CONVICTED)],
            {4: {"zero_without_total"}},
        ),  # and of another count
        ([line("0")], {}),
    ],
    ids=["zeros alone", "beside a figure", "with a total", "another year", "another count", "a total"],
)
def test_a_zero_without_a_total(tmp_path: Path, lines: list[Line], expected: dict[int, set[str]]) -> None:
    assert flags(tmp_path, *lines) == expected


def test_every_zero_without_a_total_says_so_and_nothing_else_does(real: Dataset) -> None:
    rows = real.tables["observations"]
    whole = (rows[["sex", "age", "exploitation"]] == "total").all(axis=1)
    named = ["country", "year", "crime", "indicator"]
    totals = set(rows.loc[whole, named].itertuples(index=False, name=None))
    is_alone = pd.Series(
        [key not in totals for key in rows[named].itertuples(index=False, name=None)], index=rows.index
    )
    due = is_alone & (rows["low"] == 0) & (rows["high"] == 0)
    assert (rows["flags"].str.contains("zero_without_total") == due).all()
    assert due.sum() > 0


def test_a_part_above_its_whole_flags_both(tmp_path: Path) -> None:
    both = {"parts_exceed_total", "total_below_part"}
    assert flags(tmp_path, line("10"), line("12", Sex="Female")) == {4: both, 5: {"total_below_part"}}
    assert flags(tmp_path, line("10"), flow("12", "Own")) == {4: both, 5: {"total_below_part"}}


def test_a_part_that_may_fit_is_not_flagged(tmp_path: Path) -> None:
    assert flags(tmp_path, line("<5"), line("4", Sex="Female")) == {}


@pytest.mark.parametrize("dimension", ["by citizenship", "by country of repatriation"])
def test_returns_are_no_parts_of_a_years_victims(tmp_path: Path, dimension: str) -> None:
    label = "Abroad" if dimension == "by citizenship" else "Bolivia"
    assert flags(tmp_path, line("10"), flow("12", label, Dimension=dimension)) == {}


def test_a_jump_far_from_the_usual_change(tmp_path: Path) -> None:
    calm = {2010: "100", 2011: "110", 2012: "105", 2013: "112", 2014: "104", 2015: "111", 2016: "108"}
    assert flags(tmp_path, *series(calm)) == {}
    assert flags(tmp_path, *series(calm | {2017: "1,000"})) == {11: {"suspicious_jump"}}
    assert flags(tmp_path, *series(calm | {2017: "10"})) == {11: {"suspicious_jump"}}


def test_less_than_double_is_no_jump_however_flat_the_series(tmp_path: Path) -> None:
    flat = {year: str(100 + year % 2) for year in range(2010, 2017)}  # equal figures have a flag of their own
    assert flags(tmp_path, *series(flat | {2017: "200"})) == {}
    assert flags(tmp_path, *series(flat | {2017: "203"})) == {11: {"suspicious_jump"}}


def test_a_gap_and_a_short_series_say_nothing_of_what_is_usual(tmp_path: Path) -> None:
    flat = {year: str(100 + year % 2) for year in range(2010, 2017)}
    assert flags(tmp_path, *series(flat | {2017: "400"})) == {11: {"suspicious_jump"}}
    assert flags(tmp_path, *series(flat | {2018: "400"})) == {}
    assert flags(tmp_path, *series({year: flat[year] for year in range(2010, 2015)} | {2015: "400"})) == {}


def test_parts_and_flows_jump_by_size_alone(tmp_path: Path) -> None:
    calm = {2010: "100", 2011: "110", 2012: "105", 2013: "112", 2014: "104", 2015: "111", 2016: "108"}
    for cells in ({"Sex": "Female"}, {"Dimension": "by citizenship", "Category": "Bolivia"}):
        assert flags(tmp_path, *series(calm | {2017: "400"}, **cells)) == {}
        assert flags(tmp_path, *series(calm | {2017: "1,000"}, **cells)) == {11: {"suspicious_jump"}}


def test_the_same_figure_year_after_year(tmp_path: Path) -> None:
    again = {2009: "54", 2010: "53", 2011: "53", 2012: "53", 2013: "52"}
    flag = {"repeated_figure"}
    for cells in ({}, {"Sex": "Female"}, {"Dimension": "by citizenship", "Category": "Bolivia"}):
        assert flags(tmp_path, *series(again, **cells)) == {5: flag, 6: flag, 7: flag}


def test_two_indicators_with_the_same_figures(tmp_path: Path) -> None:
    same = {2018: "332", 2019: "373", 2020: "305"}
    lines = [*series(same | {2024: "9"}), *series(same | {2024: "9"}, Indicator=OFFENCES)]
    flag = {"same_as_other_indicator"}
    assert flags(tmp_path, *lines) == {4: flag, 5: flag, 6: flag, 8: flag, 9: flag, 10: flag}


@pytest.mark.parametrize(
    "values",
    [{2018: "332", 2019: "373"}, dict.fromkeys((2018, 2019, 2020), "<5"), dict.fromkeys((2018, 2019, 2020), "9")],
)
def test_a_few_small_or_suppressed_equals_are_chance(tmp_path: Path, values: dict[int, str]) -> None:
    assert flags(tmp_path, *series(values), *series(values, Indicator=OFFENCES)) == {}


def test_two_countries_may_have_the_same_figures(tmp_path: Path) -> None:
    same = {2018: "332", 2019: "373", 2020: "305"}
    assert flags(tmp_path, *series(same), *series(same, Iso3_code="BOL", Indicator=OFFENCES)) == {}


def test_a_reviewed_break_marks_every_figure_of_its_year(tmp_path: Path) -> None:
    lines = [
        line("115"),
        line("50", Sex="Female"),
        flow("60", "Own"),
        line("9", Indicator=CONVICTED),
        line("99", Year="2021"),
    ]
    breaks = frozenset({("ARG", 2020, Indicator.VICTIMS_DETECTED)})
    flag = {"break_in_series"}
    assert flags(tmp_path, *lines, breaks=breaks) == {4: flag, 5: flag, 6: flag}


def test_a_series_without_a_figure_in_the_year_of_a_break_breaks_at_the_first_one_after(tmp_path: Path) -> None:
    women = {"Sex": "Female"}
    lines = [
        line("10", Year="2018"),
        line("9", Year="2018", **women),
        line("20", Year="2020"),
        line("19", Year="2022", **women),
        line("18", Year="2023", **women),
        line("3", Year="2022", Sex="Male"),  # none before the break
    ]
    breaks = frozenset({("ARG", 2020, Indicator.VICTIMS_DETECTED)})
    flag = {"break_in_series"}
    assert flags(tmp_path, *lines, breaks=breaks) == {6: flag, 7: flag}


def test_a_figure_that_equals_its_year(tmp_path: Path) -> None:
    assert flags(tmp_path, line("2,020"), line("2,020", Year="2021")) == {4: {"equals_year"}}


def test_revised_is_what_the_earlier_release_prints_otherwise(tmp_path: Path) -> None:
    earlier = curated(tmp_path, line("<5"), line("7", Year="2019"), line("3", Year="2021")).cells
    later = curated(tmp_path, line("0"), line("7", Year="2019"), line("9", Year="2022")).cells
    found = {cell.rows[0]: set(cell.flags) for cell in flagged(later, {}, earlier, frozenset()).values()}
    assert found == {4: {"revised"}, 5: set(), 6: set()}


def test_flags_change_no_figure(tmp_path: Path) -> None:
    cells = curated(tmp_path, line("10"), line("12", Sex="Female"), line("2,020", Year="2021")).cells
    after = flagged(cells, {}, {}, frozenset())
    assert {key: (cell.count, cell.rows) for key, cell in after.items()} == {
        key: (cell.count, cell.rows) for key, cell in cells.items()
    }
