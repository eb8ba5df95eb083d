"""Residents of Mexico's states by sex -> more rows of population.csv, the divisors of the rates of areas.

Source: CONAPO, population of Mexico and its states 1950-2070 (conciliation up to 2019, projections from 2020), at the
middle of the year. That 2020 begins the projections is known of old, not stated in the file. It has no ages by state.
"""

from pathlib import Path

import pandas as pd

from data import schema
from data.build import population
from data.build.areas import Finder
from data.build.sheet import Line, read
from data.build.stop import BuildStopped
from data.vocabulary import Age, Country, Projection, Sex

SOURCE = "conapo"
FILE = Path("mexico_states", "conapo_pob_ent_sexo_1950_2070.csv")
COLUMNS = ("n_year", "nombre_estado", "cve_ent", "genero", "pob_mid_year")
SEXES = {"Mujeres": Sex.FEMALE, "Hombres": Sex.MALE, "Total": Sex.TOTAL}
WHOLE_COUNTRY = "00"
LAST_ESTIMATE = 2019


def build(raw: Path, out: Path, years: set[int]) -> None:
    """Add the residents of these years to the population.csv begun in `out`; BuildStopped for a total that is not the
    sum of both sexes, or a year that is not there."""
    table = schema.TABLES["population"]
    groups = _groups(raw)
    if missing := years - {year for _, year, _ in groups}:
        raise BuildStopped(FILE.name, None, None, f"{min(missing)} is missing")
    rows = [
        {
            "area": area,
            "year": year,
            "sex": sex,
            "age": Age.TOTAL,
            "persons": persons,
            "status": Projection.ESTIMATE if year <= LAST_ESTIMATE else Projection.PROJECTION,
            "source": SOURCE,
        }
        for (area, year, sex), persons in groups.items()
        if year in years
    ]
    added = pd.DataFrame(rows).astype({"year": "Int64", "persons": "Int64"})
    begun = schema.read(out / table.path, table)
    schema.write(out / table.path, pd.concat([begun, added], ignore_index=True), table)


def residents(raw: Path) -> dict[tuple[str, int], int]:
    """Residents of both sexes by area and year, and by country and year."""
    states = {(area, year): persons for (area, year, sex), persons in _groups(raw).items() if sex is Sex.TOTAL}
    return {**{(str(country), year): n for (country, year), n in population.residents(raw).items()}, **states}


def _groups(raw: Path) -> dict[tuple[str, int, Sex], int]:
    finder, groups = Finder(Country.MEX, SOURCE), {}
    for line in read(raw / FILE.parent, FILE.name, COLUMNS):
        if line["cve_ent"] == WHOLE_COUNTRY:
            continue
        key = (finder.find(line, "cve_ent", "nombre_estado"), *_year_and_sex(line))
        if key in groups:
            raise line.stop("genero", "same area, year and sex as an earlier row")
        groups[key] = int(line["pob_mid_year"])
    for area, year, _ in groups:
        female, male, total = (groups.get((area, year, sex)) for sex in SEXES.values())
        if female is None or male is None or total != female + male:
            raise BuildStopped(FILE.name, None, None, f"{area} {year}: the total is not the sum of both sexes")
    return groups


def _year_and_sex(line: Line) -> tuple[int, Sex]:
    if line["genero"] not in SEXES:
        raise line.stop("genero", f"{line['genero']!r} is unknown")
    if not (line["n_year"].isdecimal() and line["pob_mid_year"].isdecimal()):
        raise line.stop("pob_mid_year", f"{line['pob_mid_year']!r} in {line['n_year']!r} is not a number of persons")
    return int(line["n_year"]), SEXES[line["genero"]]
