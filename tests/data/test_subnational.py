"""Questions to the counts of areas, added up by hand (tests/small_areas.py)."""

import json
from pathlib import Path

import hand_made
import pytest
import small_areas

from data import package, schema
from data.dataset import Dataset, load
from data.interval import Interval
from data.queries.areas import by_area, indicators, is_whole, nearest, over_time, whole, years
from data.subnational_vocabulary import AreaIndicator
from data.vocabulary import Age, Country, Sex, Status

FILES = AreaIndicator.VICTIMS_IN_INVESTIGATION_FILES
LINE = AreaIndicator.COMPLAINTS_LINE_145


@pytest.fixture(scope="module")
def areas() -> Dataset:
    return small_areas.dataset()


def test_what_is_published_of_a_country(areas: Dataset) -> None:
    assert indicators(areas, Country.MEX) == (FILES, AreaIndicator.OFFENCES_IN_INVESTIGATION_FILES)
    assert indicators(areas, Country.ARG) == (LINE,)
    assert indicators(areas, Country.BRA) == ()  # drawn, but nothing is counted
    assert indicators(areas, Country.CHL) == ()


def test_a_folder_without_areas_has_none(small: Dataset) -> None:
    assert indicators(small, Country.MEX) == ()
    assert years(small, Country.MEX, FILES) == {}


def test_years_and_their_periods(areas: Dataset) -> None:
    found = years(areas, Country.MEX, FILES)
    assert found == {2019: "2019", 2020: "2020", 2021: "2021", 2022: "2022-01/2022-06"}
    assert [year for year, period in found.items() if not is_whole(period)] == [2022]


@pytest.mark.parametrize(("asked", "shown"), [(2019, 2019), (2017, 2019), (2030, 2022)])
def test_the_nearest_year(areas: Dataset, asked: int, shown: int) -> None:
    assert nearest(years(areas, Country.MEX, FILES), asked) == shown


def test_of_two_years_as_near_the_earlier() -> None:
    assert nearest({2020: "2020", 2018: "2018"}, 2019) == 2018


def test_the_areas_of_a_year_with_their_rates(areas: Dataset) -> None:
    found = {each.area: each for each in by_area(areas, Country.MEX, FILES, 2020)}
    assert {area: each.cell.count for area, each in found.items()} == {
        "MX-AGU": Interval(20, 20),
        "MX-CMX": Interval(40, 40),
    }
    assert {area: each.cell.rate for area, each in found.items()} == {
        "MX-AGU": Interval(2, 2),
        "MX-CMX": Interval(2, 2),
    }
    assert found["MX-CMX"].name == "Ciudad de México"
    assert (found["MX-CMX"].cell.persons, found["MX-CMX"].cell.source) == (2_000_000, "hand_files")


def test_rates_of_a_sex_divide_by_that_sex_and_of_an_age_by_nobody(areas: Dataset) -> None:
    women = by_area(areas, Country.MEX, FILES, 2020, Sex.FEMALE)[1].cell
    girls = by_area(areas, Country.MEX, FILES, 2020, Sex.FEMALE, Age.AGE_0_17)[1].cell
    unknown = by_area(areas, Country.MEX, FILES, 2020, Sex.UNKNOWN)[1].cell
    assert (women.count, women.rate) == (Interval(30, 30), Interval(3, 3))
    assert (girls.count, girls.rate) == (Interval(10, 10), None)
    assert (unknown.count, unknown.rate) == (Interval(10, 10), None)


def test_half_a_year_has_no_rate(areas: Dataset) -> None:
    assert [each.cell.rate for each in by_area(areas, Country.MEX, FILES, 2022)] == [None, None]


def test_what_is_suppressed_stays_a_range(areas: Dataset) -> None:
    cell = by_area(areas, Country.MEX, FILES, 2021)[0].cell
    assert (cell.status, cell.count, cell.rate) == (Status.SUPPRESSED, Interval(0, 4), Interval(0, 0.4))


def test_missing_is_told_and_what_has_no_place_stands_last(areas: Dataset) -> None:
    found = by_area(areas, Country.ARG, LINE, 2020)
    assert [(each.area, each.cell.status, each.cell.count) for each in found] == [
        ("AR-A", Status.EXACT, Interval(7, 7)),
        ("AR-H", Status.NOT_REPORTED, None),
        ("unknown", Status.EXACT, Interval(2, 2)),
    ]


def test_over_time_there_are_whole_years_only(areas: Dataset) -> None:
    found = over_time(areas, Country.MEX, FILES)
    assert {area: [(cell.year, cell.count) for cell in cells] for area, cells in found.items()} == {
        "MX-AGU": [(2019, Interval(10, 10)), (2020, Interval(20, 20)), (2021, Interval(0, 4))],
        "MX-CMX": [(2019, Interval(0, 0)), (2020, Interval(40, 40)), (2021, Interval(100, 100))],
    }
    assert over_time(areas, Country.BRA, FILES) == {}


def test_a_sum_keeps_the_range_and_says_who_is_in_it(areas: Dataset) -> None:
    added = whole(areas, Country.MEX, FILES, 2021)
    assert added is not None
    assert (added.count, added.telling, added.areas, added.nowhere) == (Interval(100, 104), 2, 2, None)
    line = whole(areas, Country.ARG, LINE, 2020)
    assert line is not None
    assert (line.count, line.telling, line.areas, line.nowhere) == (Interval(9, 9), 1, 2, Interval(2, 2))
    assert whole(areas, Country.MEX, FILES, 2015) is None


def test_a_folder_with_areas_is_loaded_with_its_sheets(tmp_path: Path) -> None:
    folder = hand_made.write(tmp_path / "data")
    for name, frame in small_areas.tables().items():
        schema.write(folder / f"{name}.csv", frame, schema.TABLES[name])
    (folder / "area_plan.geojson").write_text(json.dumps(small_areas.AREAS), encoding="utf-8")
    package.seal(folder)
    loaded = load(folder)
    assert indicators(loaded, Country.ARG) == (LINE,)
    assert whole(loaded, Country.MEX, FILES, 2020) == whole(small_areas.dataset(), Country.MEX, FILES, 2020)


def test_the_real_areas(real: Dataset) -> None:
    mexico, argentina = whole(real, Country.MEX, FILES, 2023), whole(real, Country.ARG, LINE, 2021)
    assert mexico is not None
    assert argentina is not None
    assert (mexico.count, mexico.telling, mexico.areas) == (Interval(936, 936), 32, 32)
    assert (argentina.count, argentina.telling, argentina.areas) == (Interval(1749, 1749), 24, 24)
