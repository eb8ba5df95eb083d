"""Two states and two provinces, small enough to be added up by hand, on sheets of four squares.

Victims in investigation files (Mexico):      2019    2020    2021    Jan-Jun 2022
    Aguascalientes, 1 million residents         10      20      <5               3
    Ciudad de México, 2 million                  0      40     100              60
Offences: 5 in Aguascalientes in 2020. Complaints (Argentina) in 2020: Salta 7, Chaco not told, 2 without a province.
Of the 40 victims in Mexico City in 2020, 30 are female, of whom 10 are 0-17 years old; 10 are of unknown sex.
Mexico reported to UNODC 70 victims in 2019 and, after a break, 9 in 2020.
"""

import hand_made
import pandas as pd

from data import schema
from data.dataset import Dataset
from data.period import days, year_and_span
from data.places import sheets

FILES, LINE = "hand_files", "hand_line"
VICTIMS, OFFENCES = "victims_in_investigation_files", "offences_in_investigation_files"
COUNTS = [
    ("MEX", "MX-AGU", "2019", VICTIMS, "total", "total", 10, 10),
    ("MEX", "MX-AGU", "2020", VICTIMS, "total", "total", 20, 20),
    ("MEX", "MX-AGU", "2021", VICTIMS, "total", "total", 0, 4),
    ("MEX", "MX-AGU", "2022-01/2022-06", VICTIMS, "total", "total", 3, 3),
    ("MEX", "MX-CMX", "2019", VICTIMS, "total", "total", 0, 0),
    ("MEX", "MX-CMX", "2020", VICTIMS, "total", "total", 40, 40),
    ("MEX", "MX-CMX", "2020-03", VICTIMS, "total", "total", 39, 39),
    ("MEX", "MX-CMX", "2021", VICTIMS, "total", "total", 100, 100),
    ("MEX", "MX-CMX", "2022-01/2022-06", VICTIMS, "total", "total", 60, 60),
    ("MEX", "MX-CMX", "2020", VICTIMS, "female", "total", 30, 30),
    ("MEX", "MX-CMX", "2020", VICTIMS, "female", "age_0_17", 10, 10),
    ("MEX", "MX-CMX", "2020", VICTIMS, "unknown", "total", 10, 10),
    ("MEX", "MX-AGU", "2020", OFFENCES, "total", "total", 5, 5),
    ("ARG", "AR-A", "2020", "complaints_line_145", "total", "total", 7, 7),
    ("ARG", "unknown", "2020", "complaints_line_145", "total", "total", 2, 2),
]
NATIONAL = [("MEX", 2019, 70, 70, ""), ("MEX", 2020, 9, 9, "break_in_series")]
MILLIONS = {"MX-AGU": 1, "MX-CMX": 2}


def _feature(part: str, country: str, x: float, wide: float, high: float, **about: object) -> dict[str, object]:
    """A box of the sheet whose left end is `x`."""
    ring = [[x, 0], [x + wide, 0], [x + wide, high], [x, high], [x, 0]]
    properties = {"part": part, "country": country, **about}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def _square(country: str, area: str, name: str, x: int, **about: object) -> dict[str, object]:
    return _feature("shape", country, x, 100, 100, area=area, name=name, label=[x + 50, 50], room=60, **about)


AREAS = {
    "type": "FeatureCollection",
    "features": [
        _feature("window", "MEX", 0, 400, 100),
        _feature("window", "MEX", 300, 100, 100, of=[100, 0, 50, 50]),
        _square("MEX", "MX-AGU", "Aguascalientes", 0),
        _square("MEX", "MX-CMX", "Ciudad de México", 100, marker=15),
        _feature("inset", "MEX", 300, 9, 9, area="MX-CMX"),
        _feature("window", "ARG", 0, 200, 400),
        _square("ARG", "AR-A", "Salta", 0),
        _square("ARG", "AR-H", "Chaco", 100),
        _feature("window", "BRA", 0, 100, 100),
        _square("BRA", "BR-AC", "Acre", 0),
    ],
}


def tables() -> dict[str, pd.DataFrame]:
    """The small data set with areas: residents of the states, and what Mexico reported."""
    made = hand_made.tables()
    rows = [_row(*count) for count in COUNTS]
    people = [
        {"area": area, "year": year, "sex": sex, "age": "total", "persons": millions * share * 500_000,
         "status": "estimate", "source": hand_made.RESIDENTS}
        for area, millions in MILLIONS.items()
        for year in range(2019, 2023)
        for sex, share in (("total", 2), ("female", 1))
    ]  # fmt: skip
    seen = [hand_made._row("victims_detected", c, y, low, high, flags=f) for c, y, low, high, f in NATIONAL]
    about = made["sources"].iloc[0].to_dict() | {"release": "2025-07-20"}
    known = [about | {"source": name, "title": f"Counts of {name}"} for name in (FILES, LINE, "conapo")]
    return made | {
        "subnational": hand_made._typed("subnational", rows),
        "population": pd.concat([made["population"], hand_made._typed("population", people)], ignore_index=True),
        "observations": pd.concat([made["observations"], hand_made._typed("observations", seen)], ignore_index=True),
        "sources": pd.concat([made["sources"], hand_made._typed("sources", known)], ignore_index=True),
    }


def _row(
    country: str, area: str, period: str, indicator: str, sex: str, age: str, low: int, high: int
) -> dict[str, object]:
    status = "exact" if low == high else "suppressed"
    source = FILES if country == "MEX" else LINE
    year, span = year_and_span(*days(period))
    values = (country, area, period, int(year), span, indicator, sex, age, low, high, status, "", source)
    return dict(zip(schema.TABLES["subnational"].columns, values, strict=True))


def dataset() -> Dataset:
    """All of it; the plan of the countries is not needed."""
    return Dataset(tables(), version="areas-1", release=hand_made.RELEASE, areas=sheets(AREAS))
