"""What changed between two folders, in lines for people."""

from pathlib import Path

import pytest
from folder import sealed

from data.__main__ import main
from data.diff import diff

HEADLINE = "ARG 2020 trafficking victims_detected total total total"


def test_a_folder_does_not_differ_from_itself(tmp_path: Path) -> None:
    assert list(diff(sealed(tmp_path), tmp_path)) == []


def test_rows_added_removed_and_changed(tmp_path: Path) -> None:
    before = sealed(tmp_path / "a")
    after = sealed(
        tmp_path / "b",
        {
            "observations.csv": ("total,12,12,exact,,", "total,13,13,exact,revised,"),
            "flows.csv": ("BOL,0,4,suppressed", "PRY,7,7,exact"),
        },
    )
    assert list(diff(before, after)) == [
        "observations.csv: 0 added, 0 removed, 1 changed",
        f"  ~ {HEADLINE}: low 12 -> 13, high 12 -> 13, flags (none) -> revised",
        "flows.csv: 1 added, 1 removed, 0 changed",
        "  + ARG 2020 trafficking victims_by_citizenship PRY: low 7, high 7, status exact, source later, raw_rows 5",
        "  - ARG 2020 trafficking victims_by_citizenship BOL: low 0, high 4, status suppressed, source later, raw_rows 5",  # noqa: E501
    ]


def test_a_table_that_only_one_folder_has(tmp_path: Path) -> None:
    (sealed(tmp_path / "a") / "ledger.csv").unlink()
    assert list(diff(tmp_path / "a", sealed(tmp_path / "b"))) == [
        "ledger.csv: 1 added, 0 removed, 0 changed",
        "  + later kept only_row_of_cell: rows 5",
    ]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sealed(tmp_path / "a")
    after = sealed(tmp_path / "b", {"observations.csv": ("12,12", "13,13")})
    assert main(["diff", str(before), str(after)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "observations.csv: 0 added, 0 removed, 1 changed",
        f"  ~ {HEADLINE}: low 12 -> 13, high 12 -> 13",
    ]


def test_a_folder_that_does_not_pass_the_check_is_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(sealed(tmp_path / "a")), str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().out == "nowhere: cannot be read: No such file or directory\n"
