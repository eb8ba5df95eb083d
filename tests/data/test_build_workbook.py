"""Reading a workbook: what is accepted, and how everything else is named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbook import CITIZENSHIP, LATER, VICTIMS, curated, flow, line, rows, write

from data.build.stop import BuildStopped
from data.build.workbook import FIGURE, HEADER, SUPPRESSED, parse, read


@given(st.integers(min_value=0, max_value=10**12))
def test_a_printed_number_is_exact(number: int) -> None:
    assert parse(f"{number:,}") == (number, number)


def test_suppressed_is_zero_to_four() -> None:
    assert parse("<5") == (0, 4)


@given(st.text(max_size=8).filter(lambda text: text != SUPPRESSED and not FIGURE.fullmatch(text)))
def test_nothing_else_is_a_figure(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("text", ["", "-", "< 5", "<10", "1186", "1,18", "01", "-3", "4.0", "٣", "1,186 ", "n/a"])
def test_near_figures_are_refused(text: str) -> None:
    assert parse(text) is None


def test_rows_of_the_22_keep_their_place_in_the_sheet(tmp_path: Path) -> None:
    found = rows(tmp_path, line("1,186"), line("7", Iso3_code="DEU"), line("<5", Iso3_code="BOL", Year="2021"))
    assert [(row.row, row.country, row.year, row.value, row.bounds) for row in found] == [
        (4, "ARG", 2020, "1,186", (1186, 1186)),
        (6, "BOL", 2021, "<5", (0, 4)),
    ]


def test_a_territory_without_a_code_is_not_ours(tmp_path: Path) -> None:
    assert [row.row for row in rows(tmp_path, line("1", Iso3_code=""), line("2"))] == [5]


def test_a_country_of_ours_under_another_code_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped, match=r"small\.xlsx:5: Iso3_code: 'ARX' is not the code of Argentina"):
        rows(tmp_path, line("2"), {**line("2", Year="2021"), "Iso3_code": "ARX"})


def test_another_release_date_stops_the_build(tmp_path: Path) -> None:
    path = write(tmp_path / "book.xlsx", [line("2")], "2024-05-30")
    with pytest.raises(BuildStopped, match=r"book\.xlsx:2: A: release date is '30/05/2024', expected 28/10/2025"):
        read(path, LATER)


@pytest.mark.parametrize("missing", HEADER)
def test_a_missing_column_stops_the_build(tmp_path: Path, missing: str) -> None:
    path = write(tmp_path / "book.xlsx", [line("2")], header=[name for name in HEADER if name != missing])
    with pytest.raises(BuildStopped) as stopped:
        read(path, LATER)
    assert (stopped.value.fault.file, stopped.value.fault.row, stopped.value.fault.column) == ("book.xlsx", 3, missing)


def test_an_additional_column_stops_the_build(tmp_path: Path) -> None:
    path = write(tmp_path / "book.xlsx", [line("2")], header=[*HEADER, "Note"])
    with pytest.raises(BuildStopped, match=r"book\.xlsx:3: Note: column unknown"):
        read(path, LATER)


def test_an_empty_sheet_stops_the_build(tmp_path: Path) -> None:
    path = write(tmp_path / "book.xlsx", [], header=[])
    with pytest.raises(BuildStopped, match=r"book\.xlsx:3: Iso3_code"):
        read(path, LATER)


def test_a_file_that_is_no_workbook_stops_the_build(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_text("no workbook", encoding="utf-8")
    with pytest.raises(BuildStopped, match=r"book\.xlsx: not a workbook"):
        read(path, LATER)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("Year", "2,020"),
        ("Year", "1999"),
        ("Unit of measurement", "Rate per 100,000"),
        ("Source", "CTS"),
        ("txtVALUE", "about 5"),
        ("Indicator", "Persons acquitted"),
        ("Dimension", "by month"),
        ("Category", "Any form"),
        ("Sex", "X"),
        ("Age", "0 to 14 years"),
    ],
)
def test_an_unknown_word_is_named_with_its_place(tmp_path: Path, column: str, text: str) -> None:
    with pytest.raises(BuildStopped) as stopped:
        curated(tmp_path, line("2"), line("3", Year="2021") | {column: text})
    fault = stopped.value.fault
    assert (fault.file, fault.row, fault.column) == ("small.xlsx", 5, column)
    assert text in fault.reason


def test_a_measure_that_nobody_defined_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped, match=r"small\.xlsx:4: Dimension: 'by citizenship' of 'Persons prosecuted'"):
        curated(tmp_path, flow("2", "Other", Indicator="Persons prosecuted"))


def test_a_flow_by_sex_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped, match=r"small\.xlsx:4: Sex: 'Female', 'Total'"):
        curated(tmp_path, line("2", Indicator=VICTIMS, Dimension=CITIZENSHIP, Category="Other", Sex="Female"))
