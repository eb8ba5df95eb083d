"""Residents by sex and age group -> population.csv; the totals are sums of the four groups the file holds.

Source: United Nations, World Population Prospects 2024, in Gapminder's open-numbers copy (ages summed from single
years). Years after 2023 are projections of that revision.
"""

import csv
from pathlib import Path

import pandas as pd

from data import schema
from data.build.quarantine import Residents
from data.build.stop import BuildStopped
from data.vocabulary import Age, Country, Projection, Sex

SOURCE = "wpp_2024"
FILE = Path("population", "gapminder_wpp_22paises_2000_2025_sexo_edad18.csv")
COLUMNS = ("iso3", "year", "sex", "grupo", "population")
SEXES = {"female": Sex.FEMALE, "male": Sex.MALE}
AGES = {"0-17": Age.AGE_0_17, "18+": Age.AGE_18_PLUS}
LAST_ESTIMATE = 2023


def build(raw: Path, out: Path) -> None:
    """Write population.csv; BuildStopped for a file, row or group of another shape."""
    table = schema.TABLES["population"]
    rows = [
        {
            "area": country,
            "year": year,
            "sex": sex,
            "age": age,
            "persons": persons,
            "status": Projection.ESTIMATE if year <= LAST_ESTIMATE else Projection.PROJECTION,
            "source": SOURCE,
        }
        for (country, year, sex, age), persons in _groups(raw).items()
    ]
    schema.write(out / table.path, pd.DataFrame(rows), table)


def residents(raw: Path) -> Residents:
    """Residents by country and year, both sexes and all ages."""
    return {
        (country, year): persons
        for (country, year, sex, age), persons in _groups(raw).items()
        if (sex, age) == (Sex.TOTAL, Age.TOTAL)
    }


def _groups(raw: Path) -> dict[tuple[Country, int, Sex, Age], int]:
    parts = _parts(raw / FILE)
    for country, year in {(country, year) for country, year, _, _ in parts}:
        missing = [
            (sex, age) for sex in SEXES.values() for age in AGES.values() if (country, year, sex, age) not in parts
        ]
        if missing:
            sex, age = missing[0]
            raise BuildStopped(FILE.name, None, None, f"{country} {year} lacks {sex} {age}: a total would be too low")
    groups = dict(parts)
    for (country, year, sex, age), persons in parts.items():
        for wider in ((sex, Age.TOTAL), (Sex.TOTAL, age), (Sex.TOTAL, Age.TOTAL)):
            groups[country, year, *wider] = groups.get((country, year, *wider), 0) + persons
    return groups


def _parts(path: Path) -> dict[tuple[Country, int, Sex, Age], int]:
    known = set(Country)
    parts: dict[tuple[Country, int, Sex, Age], int] = {}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise BuildStopped(path.name, 1, None, f"columns are {reader.fieldnames}, expected {list(COLUMNS)}")
        for number, row in enumerate(reader, start=2):
            if row["iso3"] not in known:
                continue
            if row["sex"] not in SEXES or row["grupo"] not in AGES:
                raise BuildStopped(path.name, number, "sex", f"{row['sex']!r}, {row['grupo']!r} are unknown groups")
            if not (row["year"].isdecimal() and row["population"].isdecimal()):
                raise BuildStopped(path.name, number, "population", f"{row['population']!r} is not a number of persons")
            key = (Country(row["iso3"]), int(row["year"]), SEXES[row["sex"]], AGES[row["grupo"]])
            if key in parts:
                raise BuildStopped(path.name, number, None, "same country, year, sex and age as an earlier row")
            parts[key] = int(row["population"])
    return parts
