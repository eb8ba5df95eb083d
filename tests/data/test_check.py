"""Every fault of a folder is found and named; none is a traceback."""

import csv
import io
import json
from pathlib import Path

import pytest
from folder import HASH, SMALL, sealed, shapes
from hypothesis import given, settings
from hypothesis import strategies as st

from data.__main__ import main
from data.check import Fault, check_folder
from data.package import PACKAGE, seal
from data.records import parse
from data.schema import TABLES

ROW = "ARG,2020,trafficking,victims_detected,total,total,total,12,12,exact,,later,4"


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in check_folder(folder)]


def test_a_sound_folder_has_no_fault(tmp_path: Path) -> None:
    assert faults(sealed(tmp_path)) == []


def test_a_table_that_need_not_be_there(tmp_path: Path) -> None:
    folder = sealed(tmp_path)
    (folder / "ledger.csv").unlink()
    seal(folder)
    assert faults(folder) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("observations.csv", "ARG,2020", "ARX,2020", "observations.csv:2: country: 'ARX' is not one of AND, ARG"),
        ("observations.csv", "ARG,2020", ",2020", "observations.csv:2: country: is required"),
        ("observations.csv", "ARG,2020", "ARG,1999", "observations.csv:2: year: 1999 is below 2000"),
        ("observations.csv", "ARG,2020", "ARG,20200", "observations.csv:2: year: 20200 is above 2030"),
        ("observations.csv", "ARG,2020", "ARG,2020.0", "observations.csv:2: year: '2020.0' is not a whole number"),
        ("observations.csv", ",12,12,", ",-1,12,", "observations.csv:3: low: -1 is below 0"),
        ("observations.csv", ",12,12,", ",13,12,", "observations.csv:3: low: 13 is above high 12"),
        ("observations.csv", ",12,12,", ",11,12,", "observations.csv:3: status: exact, but 11 to 12"),
        ("observations.csv", ",12,12,", ",١٢,12,", "observations.csv:3: low: '١٢' is not a whole number"),
        ("observations.csv", "12,12,exact", "12,12,range", "observations.csv:3: status: range, but exactly 12"),
        ("observations.csv", "12,12,exact", "0,5,suppressed", "observations.csv:3: status: suppressed, but 0 to 5"),
        ("observations.csv", "exact", "guessed", "observations.csv:3: status: 'guessed' is not one of exact,"),
        ("observations.csv", "merged|revised", "revised|merged", "observations.csv:2: flags: 'revised|merged': items"),
        ("observations.csv", "merged|revised", "merged|merged", "observations.csv:2: flags: 'merged|merged': items"),
        ("observations.csv", "merged|revised", "merged|odd", "observations.csv:2: flags: 'odd' is not one of merged"),
        ("observations.csv", "9|10", "10|9", "observations.csv:2: raw_rows: '10|9': items must ascend"),
        ("observations.csv", "9|10", "9|x", "observations.csv:2: raw_rows: 'x' is not a whole number"),
        ("observations.csv", "9|10", "0|9", "observations.csv:2: raw_rows: 0 is below 1"),
        ("observations.csv", ",later,4", ",newer,4", "observations.csv:3: source: 'newer' is not in sources.csv"),
        ("observations.csv", f"{ROW}\n", f"{ROW}\n{ROW}\n", "observations.csv:4: country: same country, year, crime"),
        ("observations.csv", f"{ROW}\n", f"{ROW},x\n", "observations.csv:3: 14 values, expected 13"),
        ("observations.csv", f"{ROW}\n", f"{ROW}\n\n", "observations.csv:4: 0 values, expected 13"),
        ("flows.csv", "BOL,", '"BOL,', "flows.csv:2: not CSV: unexpected end of data"),
        ("observations.csv", "country,year", "country,jahr", "observations.csv:1: year: column is missing"),
        ("observations.csv", "country,year", "year,country", "observations.csv:1: columns in another order"),
        ("observations.csv", "country,year", "country,country,year", "observations.csv:1: the same column twice"),
        ("flows.csv", "BOL", "Bolivia", "flows.csv:2: partner: 'Bolivia' does not have the form [A-Z]{3}|own"),
        ("population.csv", "total,total", "other,total", "population.csv:2: sex: 'other' is not one of total, female"),
        ("sources.csv", "2025-10-28", "2025-10-32", "sources.csv:3: release: '2025-10-32' is not a date (2025-10-28)"),
        ("sources.csv", "2025-10-28", "28/10/2025", "sources.csv:3: release: '28/10/2025' is not a date"),
        ("sources.csv", "https:", "http:", "sources.csv:2: url: 'http://example.org' does not have the form"),
        ("sources.csv", HASH, HASH[1:], f"sources.csv:2: sha256: '{HASH[1:]}' does not have the form"),
        ("quarantine.csv", "later,11", "later,x", "quarantine.csv:2: row: 'x' is not a whole number"),
        ("revisions.csv", "0,4,suppressed", "0,4,", "revisions.csv:2: status_to: low, high and status go together"),
        ("revisions.csv", ",,,0,4,", ",9,8,range,0,4,", "revisions.csv:2: 20 values, expected 19"),
        ("revisions.csv", ",,,,0,4,", ",9,8,range,0,4,", "revisions.csv:2: low_from: 9 is above high 8"),
        ("revisions.csv", "earlier,later", "older,later", "revisions.csv:2: release_from: 'older' is not in sources"),
        ("ibero.geojson", '"BRA"', '"BRX"', "ibero.geojson: country: BRA is missing"),
        ("plan.geojson", "{", "", "plan.geojson:1: not JSON"),
        ("plan.geojson", SMALL["plan.geojson"], "[]", "plan.geojson: not JSON: not an object"),
        ("plan.geojson", "features", "shapes", "plan.geojson: not a collection of shapes: KeyError"),
        ("plan.geojson", '"window"', '"frame"', "plan.geojson: not a sheet: no window"),
        ("plan.geojson", "label", "labels", "plan.geojson: not a sheet"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, name: str, old: str, new: str, expected: str) -> None:
    assert faults(sealed(tmp_path, {name: (old, new)}))[0].startswith(expected)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "observations.csv: is empty"),
        (b"\xef\xbb\xbf" + SMALL["observations.csv"].encode(), "observations.csv:1: begins with a byte order mark"),
        (SMALL["observations.csv"].encode("utf-16"), "observations.csv:1: holds a null byte"),
        (SMALL["observations.csv"].encode() + b"\xe9\n", "observations.csv:4: not UTF-8: byte 0xe9"),
        (SMALL["observations.csv"].splitlines()[0].encode(), "observations.csv: holds no rows"),
        (
            SMALL["observations.csv"].replace("exact,,", 'exact,"').encode(),
            "observations.csv:3: not CSV: unexpected end",
        ),
        (b"\x89PNG\r\n\x1a\n", "observations.csv:1: not UTF-8: byte 0x89"),
    ],
    ids=["empty", "byte order mark", "utf-16", "latin-1", "header only", "open quote", "picture"],
)
def test_a_file_that_is_not_what_it_should_be(tmp_path: Path, content: bytes, expected: str) -> None:
    folder = sealed(tmp_path)
    (folder / "observations.csv").write_bytes(content)
    assert faults(folder)[0].startswith(expected)


def test_all_faults_are_told_not_only_the_first(tmp_path: Path) -> None:
    found = faults(sealed(tmp_path, {"observations.csv": ("ARG,2020", "ARX,1999"), "flows.csv": ("0,4", "0,9")}))
    assert [fault.split(": '")[0] for fault in found] == [
        "observations.csv:2: country",
        "observations.csv:2: year: 1999 is below 2000",
        "flows.csv:2: status: suppressed, but 0 to 9",
    ]


@pytest.mark.parametrize("name", sorted(set(SMALL) - {"ledger.csv"}))
def test_a_missing_file(tmp_path: Path, name: str) -> None:
    folder = sealed(tmp_path)
    (folder / name).unlink()
    assert f"{name}: is missing" in faults(folder)
    assert f"{name}: is listed in datapackage.json, but missing" in faults(folder)


def test_a_file_that_nobody_lists(tmp_path: Path) -> None:
    folder = sealed(tmp_path)
    (folder / "secret.csv").write_text("a\n", encoding="utf-8")
    assert faults(folder) == ["secret.csv: is not listed in datapackage.json"]


def test_a_file_changed_after_it_was_sealed(tmp_path: Path) -> None:
    folder = sealed(tmp_path)
    path = folder / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("12,12", "13,13"), encoding="utf-8")
    assert faults(folder) == ["observations.csv: checksum differs from datapackage.json"]
    path.write_text(path.read_text(encoding="utf-8").replace("13,13", "130,130"), encoding="utf-8")
    assert faults(folder)[0].startswith("observations.csv: holds ")


def test_a_version_that_does_not_follow_from_the_files(tmp_path: Path) -> None:
    folder = sealed(tmp_path)
    package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
    (folder / PACKAGE).write_text(json.dumps({**package, "version": "1"}), encoding="utf-8")
    assert faults(folder) == ["datapackage.json: version: does not follow from the release and the checksums"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "datapackage.json:1: not JSON"),
        ("[]", "datapackage.json: not JSON: not an object"),
        ("[" * 100_000, "datapackage.json: not JSON"),
        ('{"resources": [1]}', "datapackage.json: resources[0]: has no path"),
        ('{"resources": [{"path": "a.csv"}, {"path": "a.csv"}]}', "a.csv: is listed in datapackage.json, but missing"),
        ('{"resources": {}}', "flows.csv: is not listed in datapackage.json"),
    ],
)
def test_a_package_of_another_shape(tmp_path: Path, text: str, expected: str) -> None:
    folder = sealed(tmp_path)
    (folder / PACKAGE).write_text(text, encoding="utf-8")
    assert any(fault.startswith(expected) for fault in faults(folder))


def test_a_path_listed_twice(tmp_path: Path) -> None:
    folder = sealed(tmp_path)
    package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
    package["resources"].append(package["resources"][0])
    (folder / PACKAGE).write_text(json.dumps(package), encoding="utf-8")
    assert faults(folder) == ["datapackage.json: resources[9].path: 'observations.csv' is listed twice"]


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    assert faults(tmp_path / "nowhere") == ["nowhere: cannot be read: No such file or directory"]
    (sealed(tmp_path) / "more").mkdir()
    assert faults(tmp_path) == ["more: cannot be read: Is a directory"]


@given(st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)), st.booleans())
@settings(max_examples=200)
def test_no_bytes_are_a_traceback(content: bytes, with_header: bool) -> None:
    table = TABLES["ledger"]
    header = ",".join(table.columns).encode() + b"\n" if with_header else b""
    records, found = parse(table, header + content)
    assert records or found
    assert all(fault.file == "ledger.csv" and fault.reason for fault in found)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(-2, 5)), min_size=1, max_size=8))
def test_a_row_is_believed_exactly_when_it_has_no_fault(pairs: list[tuple[str, int]]) -> None:
    table = TABLES["ledger"]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([table.columns, *((source, "kept", "rule", rows) for source, rows in pairs)])
    records, found = parse(table, out.getvalue().encode())
    wrong = {number for number, (_, rows) in enumerate(pairs, start=2) if rows < 1}
    assert {fault.row for fault in found if fault.column == "rows"} == wrong
    assert {record.row for record in records} == set(range(2, len(pairs) + 2)) - wrong


def test_the_command_prints_a_line_per_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(sealed(tmp_path))]) == 0
    assert capsys.readouterr().out == ""
    (tmp_path / "plan.geojson").unlink()
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "plan.geojson: is missing",
        "plan.geojson: is listed in datapackage.json, but missing",
    ]


def test_a_fault_reads_as_file_row_column_reason() -> None:
    assert str(Fault("a.csv", 3, "low", "is odd")) == "a.csv:3: low: is odd"
    assert str(Fault("a.csv", None, None, "is odd")) == "a.csv: is odd"


SUBNATIONAL = (
    "country,area,period,year,span,indicator,sex,age,low,high,status,flags,source\n"
    "MEX,MX-AGU,2020,2020,year,victims_in_investigation_files,total,total,1,1,exact,,later\n"
)
SHEET = [
    {"part": "window", "country": "MEX", "area": None, "name": None},
    {"part": "shape", "country": "MEX", "area": "MX-AGU", "name": "A", "label": [0, 0], "room": 1},
]


def with_areas(folder: Path, table: str, drawing: str | None) -> list[str]:
    sealed(folder)
    (folder / "subnational.csv").write_text(table, encoding="utf-8")
    if drawing is not None:
        (folder / "area_plan.geojson").write_text(drawing, encoding="utf-8")
    seal(folder)
    return faults(folder)


def test_a_folder_with_areas_has_no_fault(tmp_path: Path) -> None:
    assert with_areas(tmp_path, SUBNATIONAL, shapes(SHEET)) == []
    assert with_areas(tmp_path, SUBNATIONAL.replace("MX-AGU", "unknown"), shapes(SHEET)) == []


@pytest.mark.parametrize(
    ("table", "drawing", "expected"),
    [
        (SUBNATIONAL, None, "area_plan.geojson: is missing"),
        (SUBNATIONAL, "{", "area_plan.geojson:1: not JSON"),
        (SUBNATIONAL, "[]", "area_plan.geojson: not JSON: not an object"),
        (SUBNATIONAL, "{}", "area_plan.geojson: not a collection of shapes: KeyError"),
        (SUBNATIONAL, shapes(SHEET[:1]), "area_plan.geojson: not a sheet: no window, or no shape"),
        (SUBNATIONAL, shapes(SHEET).replace("MEX", "ARG"), "subnational.csv:2: area: 'MX-AGU' of MEX is not drawn"),
        (
            SUBNATIONAL.replace("2020", "2020-13", 1),
            "{}",
            "subnational.csv:2: period: '2020-13' does not have the form",
        ),
        (SUBNATIONAL.replace("MX-AGU", "Mexico"), "{}", "subnational.csv:2: area: 'Mexico' does not have the form"),
    ],
)
def test_a_fault_of_the_areas_is_named(tmp_path: Path, table: str, drawing: str | None, expected: str) -> None:
    assert with_areas(tmp_path, table, drawing)[0].startswith(expected)
