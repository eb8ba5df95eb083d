"""Three countries, five years: a data set small enough to be added up by hand, with every state that a cell may have.

Detected victims (all sexes, ages and forms; figures in brackets carry a flag):

            2019    2020    2021    2022    2023
    ARG      100     110     120     150       -
    BOL       <5       0      <5    (40)      50
    ESP      200       -   (240)     250  (30-34)

ESP's series breaks in 2021, BOL's jumps in 2022, ESP's last figure is a sum with a suppressed part. Argentina has
40 million residents, Bolivia 10, Spain 50 (none known for 2023); half of them are women.
"""

import shutil
from pathlib import Path

import pandas as pd

from data import schema
from data.dataset import CURATED
from data.package import GEOMETRY, seal

SOURCE, RESIDENTS = "glotip_2025_10_28", "wpp_2024"
RELEASE = "2025-10-28"

VICTIMS = [
    ("ARG", 2019, 100, 100, ""),
    ("ARG", 2020, 110, 110, ""),
    ("ARG", 2021, 120, 120, ""),
    ("ARG", 2022, 150, 150, ""),
    ("BOL", 2019, 0, 4, ""),
    ("BOL", 2020, 0, 0, ""),
    ("BOL", 2021, 0, 4, ""),
    ("BOL", 2022, 40, 40, "suspicious_jump"),
    ("BOL", 2023, 50, 50, ""),
    ("ESP", 2019, 200, 200, ""),
    ("ESP", 2021, 240, 240, "break_in_series"),
    ("ESP", 2022, 250, 250, ""),
    ("ESP", 2023, 30, 34, "merged|revised"),
]
BREAKDOWNS = [
    ("ARG", 2021, "female", "total", "total", 80, 80),
    ("ESP", 2021, "female", "total", "total", 0, 4),
    ("ARG", 2021, "other", "total", "total", 3, 3),
    ("BOL", 2021, "other", "total", "total", 0, 4),
    ("ARG", 2021, "female", "age_0_17", "total", 20, 20),
    ("ARG", 2021, "total", "total", "sexual_exploitation", 60, 60),
]
PROSECUTED = [
    ("ARG", 2021, 10, 10),
    ("ARG", 2022, 8, 12),
    ("ESP", 2021, 1000, 1000),
    ("ESP", 2022, 1000, 1000),
    ("BOL", 2021, 10, 10),
    ("BOL", 2022, 11, 13),
]
SMUGGLING = [("BOL", 2020, 10, 10), ("BOL", 2021, 30, 30), ("ESP", 2021, 40, 40)]  # recorded offences
OFFENCES = [("ARG", 2021, 7, 7), ("BOL", 2021, 0, 4)]
MILLIONS = {"ARG": 40, "BOL": 10, "ESP": 50}


def observations() -> pd.DataFrame:
    """`observations.csv` as text: the tables above, one row a figure."""
    rows = [_row("victims_detected", c, y, low, high, flags=f) for c, y, low, high, f in VICTIMS]
    rows += [
        _row("victims_detected", c, y, low, high, sex, age, form) for c, y, sex, age, form, low, high in BREAKDOWNS
    ]
    rows += [_row("persons_prosecuted", *figure) for figure in PROSECUTED]
    rows += [_row("offences_recorded", *figure) for figure in OFFENCES]
    rows += [_row("offences_recorded", *figure) | {"crime": "smuggling_of_migrants"} for figure in SMUGGLING]
    return _typed("observations", rows)


def _row(
    indicator: str,
    country: str,
    year: int,
    low: int,
    high: int,
    sex: str = "total",
    age: str = "total",
    form: str = "total",
    flags: str = "",
) -> dict[str, object]:
    status = "exact" if low == high else "suppressed" if (low, high) == (0, 4) else "range"
    return {
        "country": country, "year": year, "crime": "trafficking", "indicator": indicator, "sex": sex, "age": age,
        "exploitation": form, "low": low, "high": high, "status": status, "flags": flags, "source": SOURCE,
        "raw_rows": "4",
    }  # fmt: skip


def population() -> pd.DataFrame:
    """Residents of the three, half of them women, and of a country that is not one of the 22."""
    rows = [
        {"area": area, "year": year, "sex": sex, "age": "total", "persons": millions * share * 500_000,
         "status": "estimate", "source": RESIDENTS}
        for area, millions in (MILLIONS | {"USA": 300}).items()
        for year in range(2019, 2024)
        for sex, share in (("total", 2), ("female", 1))
        if (area, year) != ("ESP", 2023)
    ]  # fmt: skip
    return _typed("population", rows)


def tables() -> dict[str, pd.DataFrame]:
    """Every table that a folder must have."""
    flow = {
        "country": "ARG", "year": 2021, "crime": "trafficking", "measure": "victims_by_citizenship", "partner": "BOL",
        "low": 0, "high": 4, "status": "suppressed", "flags": "", "source": SOURCE, "raw_rows": "5|6",
    }  # fmt: skip
    refused = {
        "source": SOURCE, "row": 7, "country": "ESP", "year": 2021, "indicator": "Persons convicted",
        "dimension": "by citizenship", "category": "=SUM(A1)", "sex": "Total", "age": "Total", "value": "6,112,019",
        "reason": "above_population", "detail": "50000000 residents in 2021",
        "detail_es": "50000000 habitantes en 2021", "detail_pt": "50000000 habitantes em 2021",
        "table": "flows", "crime": "trafficking",
        "indicator_code": "", "measure": "convicted_by_citizenship", "partner": "own", "sex_code": "", "age_code": "",
        "exploitation": "",
    }  # fmt: skip
    about = {"publisher": "A publisher", "terms": "Cite the publisher", "citation": "A publisher"}
    about |= {f"{name}_{language}": text for name, text in about.items() for language in ("es", "pt")}
    about |= {"url": "https://example.org/", "sha256": "0" * 64, "file": "a.xlsx"}
    return {
        "observations": observations(),
        "population": population(),
        "flows": _typed("flows", [flow]),
        "quarantine": _typed("quarantine", [refused]),
        "revisions": _typed("revisions", []),
        "sources": _typed(
            "sources",
            [
                about | _titled("Counts & figures") | {"source": SOURCE, "release": RELEASE},
                about | _titled("Residents") | {"source": RESIDENTS, "release": ""},
            ],
        ),
    }


def _typed(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    table = schema.TABLES[name]
    whole = {field.name: "Int64" if field.type == "integer" else "str" for field in table.fields}
    return pd.DataFrame(rows, columns=table.columns).astype(whole)


def write(folder: Path) -> Path:
    """The data set as a sealed folder, with the true geometry, as `ATALAYA_DATA` may name one."""
    folder.mkdir(exist_ok=True)
    for name, frame in tables().items():
        schema.write(folder / f"{name}.csv", frame, schema.TABLES[name])
    for name in GEOMETRY:
        shutil.copy(CURATED / name, folder / name)
    seal(folder)
    return folder


def _titled(title: str) -> dict[str, str]:
    """A title that is the same in every language."""
    return dict.fromkeys(("title", "title_es", "title_pt"), title)
