"""What a delivered registry is refused for, with file, row, column and reason; and what is said of it in public."""

import json
from pathlib import Path

import delivered
import pytest

from data.__main__ import main
from data.check import check_delivery, check_folder
from data.dataset import Live
from data.fault import Fault
from data.package import PACKAGE, describe, digest, seal, version
from data.records import parse
from data.registry.check import row_faults, told
from data.schema import TABLES


def _with(folder: Path, text: str) -> Path:
    (folder / "registry.csv").write_text(text, encoding="utf-8")
    return folder


def _row(**changed: object) -> str:
    """A registry of one row, sound but for what is changed."""
    row = dict(zip(delivered.TABLE.columns, (*delivered.ROWS[0], "false"), strict=True)) | changed
    return f"{delivered.HEADER}\n{','.join(map(str, row.values()))}\n"


def test_a_sound_registry_needs_no_place_in_the_package(tmp_path: Path) -> None:
    folder = delivered.write(tmp_path)
    package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
    assert "registry.csv" not in [resource["path"] for resource in package["resources"]]
    assert check_folder(folder) == []


def test_a_header_alone_is_an_empty_registry(folder: Path) -> None:
    assert check_folder(_with(folder, delivered.text([]))) == []


@pytest.mark.parametrize(
    ("changed", "column", "reason"),
    [
        ({"country": "FRA"}, "country", "'FRA' is not one of AND"),
        ({"partner": "ARG"}, "partner", "is the country itself"),
        ({"partner": "XXX"}, "partner", "'XXX' is no code of ISO 3166-1"),
        ({"partner": "Bolvia"}, "partner", "'Bolvia' is neither the name of a country nor its code"),
        ({"year": 1999}, "year", "1999 is below 2000"),
        ({"direction": "both"}, "direction", "'both' is not one of sent, received"),
        ({"instrument": "letter"}, "instrument", "'letter' is not one of mutual_legal_assistance"),
        ({"crime": "all_crimes"}, "crime", "'all_crimes' is not one of trafficking"),
        ({"requests": 21}, "requests", "21 is not 9 + 5 + 6, answered + pending + refused"),
        ({"answered": -9}, "answered", "-9 is below 0"),
        ({"pending": "<5"}, "pending", "'<5' is not a whole number"),
        ({"refused": ""}, "refused", "is required"),
        ({"requests": 1_000_011, "answered": 1_000_000}, "requests", "1000011 is above 999999"),
        ({"requests": 11, "answered": 0}, "median_days", "is given, but none was answered"),
        ({"median_days": -1}, "median_days", "-1 is below 0"),
        ({"median_days": "40,5"}, None, "13 values, expected 12"),
        ({"synthetic": "true"}, "synthetic", "must be false: the folder is not marked synthetic"),
        ({"synthetic": ""}, "synthetic", "is required"),
    ],
)
def test_a_fault_names_file_row_column_and_reason(
    folder: Path, changed: dict[str, object], column: str | None, reason: str
) -> None:
    fault = check_folder(_with(folder, _row(**changed)))[0]
    assert (fault.file, fault.row, fault.column) == ("registry.csv", 2, column)
    assert reason in fault.reason


def test_half_a_day_is_a_median(folder: Path) -> None:
    assert check_folder(_with(folder, _row(median_days="40.5"))) == []


def test_a_year_to_come_is_refused() -> None:
    rows, _ = parse(TABLES["registry"], _row(year=2025).encode())
    assert list(row_faults(rows, synthetic=False, this_year=2025)) == []
    (fault,) = row_faults(rows, synthetic=False, this_year=2024)
    assert (fault.column, fault.reason) == ("year", "2025 is in the future")


def test_the_same_row_twice_is_refused(folder: Path) -> None:
    (fault,) = check_folder(_with(folder, delivered.text([delivered.ROWS[0]] * 2)))
    assert (fault.row, fault.reason) == (3, "same country, partner, year, direction, instrument, crime as row 2")


@pytest.mark.parametrize("threshold", [3, 5, 20])
def test_the_owner_sets_the_threshold(folder: Path, threshold: int) -> None:
    (folder / "registry.json").write_text(json.dumps({"threshold": threshold}), encoding="utf-8")
    assert check_folder(folder) == []


@pytest.mark.parametrize(
    ("content", "column", "reason"),
    [
        ('{"threshold": 2}', "threshold", "from 3 to 20"),
        ('{"threshold": 21}', "threshold", "from 3 to 20"),
        ('{"threshold": "5"}', "threshold", "from 3 to 20"),
        ('{"threshold": true}', "threshold", "from 3 to 20"),
        ('{"treshold": 5}', "treshold", "is unknown"),
        ("[5]", None, "not an object"),
        ("{", None, "not JSON"),
        ("[" * 100_000, None, "not JSON"),
    ],
)
def test_settings_that_make_no_sense_are_refused(folder: Path, content: str, column: str | None, reason: str) -> None:
    (folder / "registry.json").write_text(content, encoding="utf-8")
    (fault,) = check_folder(folder)
    assert (fault.file, fault.column) == ("registry.json", column)
    assert reason in fault.reason


# ---- real and made-up requests are never mixed ----


def test_a_folder_marked_synthetic_takes_no_real_requests(folder: Path) -> None:
    seal(folder, synthetic=True)
    assert check_folder(_with(folder, delivered.text(synthetic="true"))) == []
    faults = check_folder(_with(folder, delivered.text()))
    assert {(fault.file, fault.column) for fault in faults} == {("registry.csv", "synthetic")}
    assert len(faults) == len(delivered.ROWS)


def test_a_mark_cannot_be_taken_off_without_the_version(folder: Path) -> None:
    seal(folder, synthetic=True)
    path = folder / PACKAGE
    path.write_text(
        path.read_text(encoding="utf-8").replace('"synthetic": true', '"synthetic": false'), encoding="utf-8"
    )
    assert [fault.column for fault in check_folder(folder)] == ["version"]
    path.write_text(path.read_text(encoding="utf-8").replace('"synthetic": false', '"synthetic": 1'), encoding="utf-8")
    assert [fault.column for fault in check_folder(folder)] == ["synthetic", "version"]


def test_a_package_must_not_list_what_is_delivered(tmp_path: Path) -> None:
    folder = delivered.write(tmp_path)
    package = describe(folder)
    content = (folder / "registry.csv").read_bytes()
    package["resources"].append({"path": "registry.csv", "bytes": len(content), "hash": digest(content)})
    listed = {resource["path"]: resource["hash"] for resource in package["resources"][:-1]}
    package["version"] = version(package["release"], listed)
    (folder / PACKAGE).write_text(json.dumps(package), encoding="utf-8")
    (fault,) = check_folder(folder)
    assert fault.reason == "is delivered, not listed"


# ---- one file before it is delivered ----


def test_a_contact_point_checks_its_own_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bolivia 2024.csv"
    for synthetic in ("false", "true"):
        path.write_text(delivered.text(synthetic=synthetic), encoding="utf-8")
        assert main(["check", str(path)]) == 0
    path.write_text(_row(requests=21), encoding="utf-8")
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().out == (
        "bolivia 2024.csv:G2: requests: 21 is not 9 + 5 + 6, answered + pending + refused\n"
    )


def test_a_file_is_real_or_made_up_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "mixed.csv"
    path.write_text(
        delivered.text() + ",".join(map(str, (*delivered.ROWS[0][:2], 2019, *delivered.ROWS[0][3:], "true")))
    )
    (fault,) = check_delivery(path)
    assert (fault.row, fault.column) == (10, "synthetic")


def test_a_file_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    assert [str(fault) for fault in check_delivery(tmp_path / "x.csv")] == [
        "x.csv: cannot be read: No such file or directory"
    ]


# ---- a refusal is public, a delivered count is not ----


def test_nothing_of_a_delivered_row_is_told_in_public(tmp_path: Path) -> None:
    folder = delivered.write(tmp_path / "data")
    live = Live(folder, interval=-1)
    good = live.dataset
    _with(folder, _row(requests=4, answered=3, pending=0, refused=0))
    assert live.dataset is good
    assert live.last_refused == Fault("registry.csv", 2, "requests", "is not accepted; python -m data check says why")


def test_other_faults_are_told_as_they_are() -> None:
    fault = Fault("observations.csv", 2, "low", "'many' is not a whole number")
    assert told(fault) is fault
