"""Residents: totals are sums of complete groups, and projections say so."""

from pathlib import Path

import pytest
from workbook import PERSONS, population

from data.build.population import build, residents
from data.build.stop import BuildStopped
from data.schema import TABLES, read


def test_totals_are_added_and_years_ahead_are_projections(tmp_path: Path) -> None:
    population(tmp_path, ["ARG", "DEU"], [2023, 2024])
    build(tmp_path, tmp_path)
    frame = read(tmp_path / "population.csv", TABLES["population"])
    assert set(frame["area"]) == {"ARG"}
    assert frame.groupby("year")["status"].unique().map(list).to_dict() == {2023: ["estimate"], 2024: ["projection"]}
    persons = frame[frame["year"] == 2023].set_index(["sex", "age"])["persons"].to_dict()
    assert persons == {
        ("female", "age_0_17"): PERSONS,
        ("female", "age_18_plus"): PERSONS,
        ("male", "age_0_17"): PERSONS,
        ("male", "age_18_plus"): PERSONS,
        ("female", "total"): 2 * PERSONS,
        ("male", "total"): 2 * PERSONS,
        ("total", "age_0_17"): 2 * PERSONS,
        ("total", "age_18_plus"): 2 * PERSONS,
        ("total", "total"): 4 * PERSONS,
    }


def test_residents_of_a_country_and_year(tmp_path: Path) -> None:
    population(tmp_path, ["ARG"], [2023])
    assert residents(tmp_path) == {("ARG", 2023): 4 * PERSONS}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("iso3,year", "iso,year", r"sexo_edad18\.csv:1: columns are \['iso', "),
        ("ARG,2023,male,18+,1000000\r\n", "", "ARG 2023 lacks male age_18_plus: a total would be too low"),
        ("ARG,2023,female,0-17,1000000", "ARG,2023,female,0-14,1000000", r"csv:2: sex: 'female', '0-14' are unknown"),
        ("ARG,2023,female,0-17,1000000", "ARG,2023,female,0-17,1e6", r"csv:2: population: '1e6' is not a number"),
        ("ARG,2023,female,0-17,1000000", "ARG,2023,female,18+,1000000", r"csv:3: same country, year, sex and age"),
    ],
)
def test_a_file_of_another_shape_stops_the_build(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = population(tmp_path, ["ARG"], [2023])
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())
    with pytest.raises(BuildStopped, match=message):
        residents(tmp_path)
