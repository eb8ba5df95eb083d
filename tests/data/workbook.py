"""Small GLOTIP workbooks and raw folders, made in the test that needs them."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from openpyxl import Workbook

from data.build import CURATION
from data.build.labels import Labels
from data.build.release import Release, curate
from data.build.workbook import HEADER, RawRow, read
from data.schema import records

NAMES = {"ARG": "Argentina", "BOL": "Bolivia (Plurinational State of)", "MEX": "Mexico", "DEU": "Germany"}
VICTIMS, CONVICTED = "Detected trafficking victims", "Persons convicted"
CITIZENSHIP, RETURN, FORM = "by citizenship", "by country of repatriation", "by form of exploitation"
LATER, EARLIER = "2025-10-28", "2025-04-14"
PERSONS = 1_000_000  # residents of each sex and age group, so 4,000,000 in all

Line = dict[str, str]


def line(value: str, **cells: str) -> Line:
    """One row of the sheet; a headline of victims detected in Argentina in 2020 unless told otherwise."""
    row = {
        "Iso3_code": "ARG",
        "Region": "Americas",
        "Subregion": "Latin America and the Caribbean",
        "Indicator": VICTIMS,
        "Dimension": "Total",
        "Category": "Total",
        "Sex": "Total",
        "Age": "Total",
        "Year": "2020",
        "Unit of measurement": "Counts",
        "txtVALUE": value,
        "Source": "GLOTIP",
        **cells,
    }
    return {"Country": NAMES.get(row["Iso3_code"], "Elsewhere"), **row}


def flow(value: str, label: str, **cells: str) -> Line:
    """One row by citizenship."""
    return line(value, **{"Dimension": CITIZENSHIP, "Category": label, **cells})


def write(path: Path, lines: Iterable[Mapping[str, str]], release: str = LATER, header: Iterable[str] = HEADER) -> Path:
    """A workbook as the publisher lays it out: name, date of release, header, rows (the first is row 4)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = Workbook()
    sheet = book.worksheets[0]
    header = list(header)
    sheet.append(["UNODC"])
    sheet.append([f"{release[8:]}/{release[5:7]}/{release[:4]}"])
    sheet.append(header)
    for row in lines:
        sheet.append([row.get(name, "") for name in header])
    book.save(path)
    return path


def rows(folder: Path, *lines: Line) -> list[RawRow]:
    """The rows of a workbook as the build reads them."""
    return read(write(folder / "small.xlsx", lines), LATER)


def curated(folder: Path, *lines: Line, labels: Labels | None = None, persons: int = PERSONS) -> Release:
    """A release of these rows, curated; three labels are known unless told otherwise."""
    known = labels or Labels({"Own country nationals": "own", "OTH": "other", "Other": "other"}, {})
    read_rows = rows(folder, *lines)
    residents = {(row.country, row.year): persons for row in read_rows}
    return curate("glotip_2025_10_28", "small.xlsx", read_rows, known, residents)


def raw_folder(folder: Path, later: Iterable[Line], earlier: Iterable[Line]) -> Path:
    """A folder of raw files with two small releases, residents of three countries, and a stand-in for every other
    file that a source names."""
    write(folder / "glotip" / f"data_glotip_{LATER}.xlsx", later, LATER)
    write(folder / "glotip" / f"data_glotip_{EARLIER}.xlsx", earlier, EARLIER)
    for source in records(CURATION / "sources.csv"):
        path = folder / source["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix != ".xlsx":
            path.write_text("{}", encoding="utf-8")
    population(folder, ("ARG", "BOL", "MEX"), range(2018, 2024))
    return folder


def population(folder: Path, countries: Iterable[str], years: Iterable[int]) -> Path:
    """The raw file of residents, the same number in each group."""
    path = folder / "population" / "gapminder_wpp_22paises_2000_2025_sexo_edad18.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("iso3", "year", "sex", "grupo", "population"))
        for country in countries:
            for year in years:
                for sex in ("female", "male"):
                    for group in ("0-17", "18+"):
                        writer.writerow((country, year, sex, group, PERSONS))
    return path
