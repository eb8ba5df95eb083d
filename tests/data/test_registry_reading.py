"""A delivered file with faults: each is named by its cell, and nothing of the file is left out in silence."""

import io
import zipfile
from datetime import date, time
from pathlib import Path
from typing import Any

import delivered
import pytest
import xlsxwriter
from openpyxl import Workbook

from data.__main__ import main
from data.check import check_delivery
from data.registry import training, workbook
from data.registry.check import checked
from data.registry.gather import gather
from data.registry.marks import POINT, Marks
from data.registry.reading import How, Reading, read
from data.schema import TABLES

TABLE = TABLES["registry"]


# ---- every fault names its cell as a spreadsheet does ----


def _sheet(cells: dict[str, Any], name: str = "Entrega 2025") -> bytes:
    """A workbook of one sound row in row 2, but for the cells that are given."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet(name)
        sheet.write_row("A1", TABLE.columns)
        sheet.write_row("A2", [*delivered.ROWS[0], "false"])
        for cell, value in cells.items():
            if value is None:
                sheet.write_blank(cell, None, book.add_format({"bold": True}))
            elif isinstance(value, tuple):  # a formula, and the value that Excel kept of it
                sheet.write_formula(cell, value[0], None, value[1])
            else:
                sheet.write(cell, value)
    return target.getvalue()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"A2": "Fransia"}, "A2: country: 'Fransia' is not one of AND, ARG"),
        ({"B2": "Bolibia"}, "B2: partner: 'Bolibia' is neither the name of a country nor its code"),
        ({"C2": date(2020, 1, 1)}, "C2: year: holds the date 2020-01-01, not a number"),
        ({"D2": "ambos"}, "D2: direction: 'ambos' is not one of sent, received"),
        ({"E2": "Extradicion simple"}, "E2: instrument: 'Extradicion simple' is not one of"),
        ({"G2": "1.234"}, "G2: requests: '1.234' may be 1234 or 1.234"),
        ({"G2": 20.5}, "G2: requests: '20.5' is not a whole number"),
        ({"G2": True}, "G2: requests: holds TRUE, not a number"),
        ({"H2": None}, "H2: answered: is required"),
        ({"H2": time(9)}, "H2: answered: holds the time 09:00:00, not a number"),
        ({"J2": ("=1/0", "#DIV/0!")}, "J2: refused: holds the error #DIV/0!"),
        ({"K2": ("=1/0", "#DIV/0!")}, "K2: median_days: holds the error #DIV/0!"),  # never as if it were blank
        ({"K2": -3}, "K2: median_days: -3 is below 0"),
        ({"L2": "quizás"}, "L2: synthetic: 'quizás' is not one of false, true"),
        ({"G2": 21}, "G2: requests: 21 is not 9 + 5 + 6"),
        ({"N2": 7}, "N2: holds a value, but its column has no name"),
        ({"M1": "Solicitudes"}, "M1: Solicitudes (requests): the same column as G1"),
        ({"M1": "Observaciones"}, "M1: Observaciones: column is unknown"),
        ({"C1": "Anno"}, "C1: Anno: column is unknown; nearest is year"),
        ({"A3": "ARG", "B3": "BOL"}, "C3: year: is required"),
    ],
)  # fmt: skip
def test_a_fault_names_its_cell(cells: dict[str, Any], said: str) -> None:
    faults = [str(fault) for fault in checked(_sheet(cells), "bolivia.xlsx", synthetic=None).faults]
    assert any(fault.startswith(f"bolivia.xlsx:'Entrega 2025'!{said}") for fault in faults), faults


def test_a_formula_counts_by_its_value_and_without_one_is_a_fault() -> None:
    assert _values(read(TABLE, _sheet({"G2": ("=H2+I2+J2", 20)}), "x.xlsx"))[0]["requests"] == "20"
    book = Workbook()
    for row in (TABLE.columns, [*delivered.ROWS[0][:10], "=40", "false"]):
        book.active.append(row)  # as a program writes it that does not calculate
    target = io.BytesIO()
    book.save(target)
    (fault,) = read(TABLE, target.getvalue(), "x.xlsx").faults
    assert (fault.cell, fault.column) == ("K2", "median_days")
    assert "formula without a value" in fault.reason


def _values(reading: Reading) -> list[dict[str, str]]:
    assert [str(fault) for fault in reading.faults] == []
    return [record.values for record in reading.records]


def _book(**sheets: list[list[Any]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return target.getvalue()


def test_no_sheet_with_rows_is_left_out_in_silence() -> None:
    rows = [TABLE.columns, [*delivered.ROWS[0], "false"]]
    again = [TABLE.columns, [*delivered.ROWS[2], "false"]]
    other = [["Notas"], ["País", "llamar en mayo"]]
    assert len(_values(read(TABLE, _book(Notas=other, Datos=rows), "x.xlsx"))) == 1
    (fault,) = read(TABLE, _book(A2023=rows, A2024=again), "x.xlsx").faults
    assert (
        str(fault) == "x.xlsx: sheets 'A2023' and 'A2024' hold rows to deliver; put them into one, or say which to read"
    )
    chosen = read(TABLE, _book(A2023=rows, A2024=again), "x.xlsx", How("A2024"))
    assert [values["year"] for values in _values(chosen)] == ["2021"]
    (fault,) = read(TABLE, _book(A2023=rows), "x.xlsx", How("2023")).faults
    assert fault.reason == "has no sheet '2023'; there are A2023"
    (fault,) = read(TABLE, _book(Notas=other), "x.xlsx").faults
    assert str(fault).startswith("x.xlsx:Notas!1: names no column; the first row is to hold country, partner")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an older workbook (.xls) or locked by a password"),
        (b"PK\x03\x04" + bytes(60), "is no sound workbook"),
        (b"%PDF-1.7\n1 0 obj", "is a PDF, which holds no rows; save the table as .xlsx or as CSV"),
        (b"\xff\xfea", "begins as UTF-16, but is not"),
        (b"country,\0", "holds a null byte"),
        (b"pa\x81s;", "neither UTF-8 nor Windows-1252: byte 0x81"),
        (b'country,partner,year\n"ARG,BOL,2020\n', "not CSV"),
        (b"x" * 20_000_001, "is larger than 20 MB"),
    ],
)
def test_what_is_no_registry_is_said_to_be_none(content: bytes, said: str) -> None:
    (fault,) = read(TABLE, content, "x").faults
    assert said in str(fault)


def test_a_workbook_that_unpacks_to_more_than_makes_sense_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 1_000_000)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "")
        with packed.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(bytes(1_000_001))
    (fault,) = read(TABLE, target.getvalue(), "x.xlsx").faults
    assert fault.reason == "unpacks to more than 1 MB"


def test_a_workbook_with_entities_is_refused_in_one_line() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_sheet({}))) as sound, zipfile.ZipFile(target, "w") as packed:
        for name in sound.namelist():
            entity = b'<!DOCTYPE worksheet [<!ENTITY a "a">]><worksheet' if "worksheets/" in name else b"<worksheet"
            packed.writestr(name, sound.read(name).replace(b"<worksheet", entity, 1))
    (fault,) = read(TABLE, target.getvalue(), "x.xlsx").faults
    assert fault.reason.startswith("is no sound workbook")
    assert len(str(fault).splitlines()) == 1


def test_excel_s_own_line_on_its_separator_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("sep=;\n" + delivered.text().replace(",", ";"), encoding="utf-8")
    assert check_delivery(path) == []
    path.write_text("sep=;\n" + delivered.text().replace(",", ";").replace(";40;", ";<40;"), encoding="utf-8")
    assert [str(fault) for fault in check_delivery(path)] == ["x.csv:K2: median_days: '<40' is not a number"]


def test_a_fault_made_many_times_is_told_with_how_many_are_left(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    rows = [("ARG", "BOL", 2020, "sent", delivered.MLA, "trafficking", "x", 0, 0, 0, "")] * 250
    path.write_text(delivered.text(rows), encoding="utf-8")
    faults = check_delivery(path)
    assert len(faults) == 201
    assert str(faults[-1]) == "x.csv: 50 more faults are not listed"


# ---- what several contact points deliver becomes one registry ----


def test_deliveries_are_gathered_whole_or_not_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, out = tmp_path / "arg.xlsx", tmp_path / "bol.csv", tmp_path / "registry.csv"
    header, *lines = delivered.text().splitlines()
    rows = [row for row in delivered.ROWS if row[0] != "BOL"]
    one.write_bytes(_book(Datos=[TABLE.columns, *([*row, "false"] for row in rows)]))
    mine = [line.replace(",", ";") for line in lines if line.startswith("BOL")]
    two.write_bytes("\r\n".join([header.replace(",", ";"), *mine]).encode("utf-16"))
    command = ["gather", str(one), str(two), "--out", str(out)]
    assert main(command) == 0
    assert [record.values for record in read(TABLE, out.read_bytes(), "registry.csv").records] == [
        dict(zip(TABLE.columns, line.split(","), strict=True)) for line in sorted(lines)
    ]
    before = out.read_bytes()
    two.write_text("\n".join([header, lines[0]]), encoding="utf-8")
    assert main(command) == 1
    assert capsys.readouterr().out == "bol.csv:A2: country: the same requests as in arg.xlsx, row 2\n"
    two.write_text(delivered.text([delivered.ROWS[1]], synthetic="true"), encoding="utf-8")
    assert [str(fault) for fault in gather([one, two], out)] == [
        "bol.csv: synthetic: real and made-up requests meet: not as arg.xlsx"
    ]
    assert out.read_bytes() == before


def test_whoever_delivers_may_say_which_mark_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(delivered.text([(*delivered.ROWS[0][:10], "4.125")]).replace(",", "\t"), encoding="utf-16")
    assert main(["check", str(path)]) == 1
    assert main(["check", str(path), "--decimal", "point"]) == 0
    assert main(["check", str(path), "--decimal", "comma"]) == 0
    found = read(TABLE, path.read_bytes(), "x.txt", How(marks=Marks(POINT))).records
    assert found[0].values["median_days"] == "4.125"


def test_the_training_registry_passes_as_a_spanish_spreadsheet_writes_it(tmp_path: Path) -> None:
    rows = training.registry()
    path = tmp_path / "x.csv"
    path.write_bytes(rows.to_csv(index=False, sep=";", decimal=",").encode("utf-8-sig"))
    assert check_delivery(path) == []
