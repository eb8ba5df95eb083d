"""A GLOTIP workbook as rows about the 22 countries, in the source's own words and with each figure as an interval.

Source: UNODC, Global Report on Trafficking in Persons (GLOTIP) data set, one sheet, header in its third row.
"""

import re
import zipfile
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from python_calamine import CalamineError

from data.build.stop import BuildStopped
from data.interval import Interval
from data.vocabulary import SUPPRESSED_HIGH, Country

HEADER = (
    "Iso3_code",
    "Country",
    "Region",
    "Subregion",
    "Indicator",
    "Dimension",
    "Category",
    "Sex",
    "Age",
    "Year",
    "Unit of measurement",
    "txtVALUE",
    "Source",
)
HEADER_ROW, RELEASE_ROW = 3, 2  # rows of the sheet, the first being 1
FIGURE = re.compile(r"0|[1-9]\d{0,2}(,\d{3})*", re.ASCII)
YEAR = re.compile(r"20\d\d", re.ASCII)
SUPPRESSED = "<5"


class RawRow(NamedTuple):
    """One row of the sheet about one of the 22; `row` counts from 1 as a spreadsheet does."""

    row: int
    country: Country
    indicator: str
    dimension: str
    category: str
    sex: str
    age: str
    year: int
    value: str
    bounds: Interval


def read(path: Path, release: str) -> list[RawRow]:
    """The rows about the 22 countries in the order of the sheet. `release` is the ISO date that the sheet must bear.

    Raises:
        BuildStopped: the file is no workbook, bears another date or header, or holds a figure, year, unit, source or
            country code of another kind than the rules know.
    """
    cells = _cells(path)
    day, month, year = (release[8:], release[5:7], release[:4])
    printed = cells[RELEASE_ROW - 1][0] if len(cells) >= RELEASE_ROW else ""
    if printed != f"{day}/{month}/{year}":
        raise BuildStopped(path.name, RELEASE_ROW, "A", f"release date is {printed!r}, expected {day}/{month}/{year}")
    _require_header(path, cells[HEADER_ROW - 1] if len(cells) >= HEADER_ROW else [])
    known = set(Country)
    sheet = [dict(zip(HEADER, cell, strict=True)) for cell in cells[HEADER_ROW:]]
    ours = {cell["Country"] for cell in sheet if cell["Iso3_code"] in known}
    rows = []
    for number, cell in enumerate(sheet, start=HEADER_ROW + 1):
        if cell["Iso3_code"] in known:
            rows.append(_row(path, number, cell))
        elif cell["Country"] in ours:
            raise BuildStopped(
                path.name, number, HEADER[0], f"{cell['Iso3_code']!r} is not the code of {cell['Country']}"
            )
    return rows


def parse(value: str) -> Interval | None:
    """The count that a cell prints: `1,186` is exact, `<5` is 0 to 4, anything else is None."""
    if value == SUPPRESSED:
        return Interval(0, SUPPRESSED_HIGH)
    if not FIGURE.fullmatch(value):
        return None
    count = int(value.replace(",", ""))
    return Interval(count, count)


def _cells(path: Path) -> list[list[str]]:
    try:
        sheet = pd.read_excel(path, header=None, dtype=str, keep_default_na=False, engine="calamine")
    except (CalamineError, zipfile.BadZipFile, ValueError) as error:
        raise BuildStopped(path.name, None, None, f"not a workbook: {error}") from error
    return [list(map(str, row)) for row in sheet.itertuples(index=False)]


def _require_header(path: Path, header: list[str]) -> None:
    for position, expected in enumerate(HEADER):
        found = header[position] if position < len(header) else ""
        if found != expected:
            raise BuildStopped(path.name, HEADER_ROW, expected, f"header is {found!r} in its place")
    if len(header) > len(HEADER):
        raise BuildStopped(path.name, HEADER_ROW, header[len(HEADER)], "column unknown")


def _row(path: Path, number: int, cell: dict[str, str]) -> RawRow:
    for column, expected in (("Unit of measurement", "Counts"), ("Source", "GLOTIP")):
        if cell[column] != expected:
            raise BuildStopped(path.name, number, column, f"{cell[column]!r}, expected {expected!r}")
    if not YEAR.fullmatch(cell["Year"]):
        raise BuildStopped(path.name, number, "Year", f"{cell['Year']!r} is not a year of this century")
    count = parse(cell["txtVALUE"])
    if count is None:
        raise BuildStopped(path.name, number, "txtVALUE", f"{cell['txtVALUE']!r} is neither a count nor {SUPPRESSED}")
    return RawRow(
        number,
        Country(cell["Iso3_code"]),
        cell["Indicator"],
        cell["Dimension"],
        cell["Category"],
        cell["Sex"],
        cell["Age"],
        int(cell["Year"]),
        cell["txtVALUE"],
        count,
    )
