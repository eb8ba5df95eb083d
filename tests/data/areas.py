"""Raw files on states and provinces, small and made in the test that needs them: two states, two provinces."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbook import population

from data import schema
from data.build.area_counts import COMPLAINTS, OFFENCES, VICTIMS
from data.build.area_plan import FILE as TOPOLOGY
from data.build.area_residents import FILE as RESIDENTS

STATES = {"1": "Aguascalientes", "9": "Ciudad de México"}
PERSONS = 1_000  # women, and as many men, in each state and year
YEARS = (2024, 2025)  # the second ends in June
GROUPS = {
    ("Mujer", "Menores de edad (0-17)"): 1,
    ("Mujer", "Adultos (18 y más)"): 2,
    ("Hombre", "No especificado"): 3,
    ("No identificado", "No identificado"): 4,
}  # victims of each group in each month of Aguascalientes; ten times as many in Mexico City

Row = Sequence[object]


def write(raw: Path, file: Path, header: str, rows: Iterable[Row]) -> None:
    path = raw / file
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(header.split(","))
        writer.writerows(rows)


def victims() -> list[list[object]]:
    """Every month of both states: 10 a month in Aguascalientes, 100 in Mexico City."""
    return [
        [year, month, code, name, "Trata de personas", sex, age, value * (10 if code == "9" else 1)]
        for code, name in STATES.items()
        for (sex, age), value in GROUPS.items()
        for year in YEARS
        for month in range(1, 13 if year == YEARS[0] else 7)
    ]


def offences() -> list[list[object]]:
    """Seven offences a year in Aguascalientes, none in Mexico City, and the country that repeats them."""
    crime = "Trata de personas"
    return [
        row
        for year in YEARS
        for row in (
            [year, 0, "Nacional", crime, 7],
            [year, 1, "Aguascalientes", crime, 7],
            [year, 9, "Ciudad de México", crime, 0],
        )
    ]


def complaints() -> list[list[object]]:
    """Two rows of one month in Salta, one in Chaco a year later, one without a province, one with a false one."""
    return [
        ["2020-01", "66.0", "Salta", "Explotación sexual", 5],
        ["2020-01", "66.0", "Salta", "Covid 19", 2],
        ["2021-03", "22.0", "Chaco", "Explotación laboral", 3],
        ["2021-03", "", "Sin dato", "Otro", 4],
        ["2021-04", "", "Colorado", "Otro", 1],
        *([f"{year}-{month:02}", "66.0", "Salta", "Otro", 1] for year in (2020, 2021) for month in range(5, 13)),
        *([f"{year}-{month:02}", "22.0", "Chaco", "Otro", 1] for year in (2020, 2021) for month in range(1, 5)),
    ]


def raw_files(raw: Path) -> Path:
    """A folder with all five files, and residents of the two countries."""
    write_victims(raw, victims())
    write(raw, OFFENCES, "n_year,cve_ent,nombre_estado,tipo_de_delito,n_delitos", offences())
    write(raw, COMPLAINTS, "mes,provincia_indec_id,provincia,subtema,denuncias", complaints())
    write(
        raw,
        RESIDENTS,
        "n_year,nombre_estado,cve_ent,genero,pob_mid_year",
        [
            (year, name, code.zfill(2), sex, PERSONS * (2 if sex == "Total" else 1))
            for year in (2019, *YEARS)
            for code, name in (*STATES.items(), ("00", "Nacional"))
            for sex in ("Hombres", "Mujeres", "Total")
        ],
    )
    population(raw, ("ARG", "MEX"), range(2019, 2026))
    return raw


def write_victims(raw: Path, rows: Iterable[Row]) -> None:
    header = "n_year,n_month,cve_ent,nombre_estado,tipo_de_delito,genero,rango_de_edad,n_victimas"
    write(raw, VICTIMS, header, rows)


def begun(out: Path) -> Path:
    """The tables that earlier builders leave, without a row."""
    out.mkdir(parents=True, exist_ok=True)
    for name in ("population", "quarantine", "ledger"):
        table = schema.TABLES[name]
        (out / table.path).write_text(",".join(table.columns) + "\n", encoding="utf-8")
    return out


def topology(raw: Path, codes: Sequence[str], *, west: int = -65, south: int = -30) -> None:
    """Squares of one degree side by side from west to east, neighbours sharing an arc, as quantised TopoJSON."""
    walls = [[[10 * n, 0], [0, 10]] for n in range(len(codes) + 1)]
    tops = [[[10 * n, 10], [10, 0]] for n in range(len(codes))]
    floors = [[[10 * n, 0], [10, 0]] for n in range(len(codes))]
    many = len(codes)
    geometries = [
        {
            "type": "Polygon",
            "properties": {"adm1_code": code},
            "arcs": [[n, many + 1 + n, ~(n + 1), ~(2 * many + 1 + n)]],
        }
        for n, code in enumerate(codes)
    ]
    content = {
        "type": "Topology",
        "objects": {"data": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [*walls, *tops, *floors],
        "transform": {"scale": [0.1, 0.1], "translate": [west, south]},
    }
    path = raw / TOPOLOGY
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
