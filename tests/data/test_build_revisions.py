"""What two releases say of the same cell, both kept and never combined."""

from pathlib import Path

import pytest
from workbook import Line, curated, flow, line

from data.build.revisions import revisions
from data.schema import TABLES

FIGURES = ("low_from", "high_from", "status_from", "low_to", "high_to", "status_to", "kind")


def compared(folder: Path, before: list[Line], after: list[Line]) -> list[tuple[object, ...]]:
    """Each revision as the columns of its figures."""
    found = revisions(curated(folder, *before), curated(folder, *after))
    return [tuple(record[name] for name in FIGURES) for record in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([line("137")], [line("34")], (137, 137, "exact", 34, 34, "exact", "changed")),
        ([line("<5")], [line("0")], (0, 4, "suppressed", 0, 0, "exact", "disclosed")),
        ([line("<5")], [line("4")], (0, 4, "suppressed", 4, 4, "exact", "disclosed")),
        ([line("<5")], [line("12")], (0, 4, "suppressed", 12, 12, "exact", "changed")),
        ([line("7")], [line("<5")], (7, 7, "exact", 0, 4, "suppressed", "changed")),
        (
            [line("<5", Sex="Female"), line("<5", Sex="Female")],
            [line("5", Sex="Female")],
            (0, 8, "range", 5, 5, "exact", "changed"),
        ),
        ([], [line("56")], (None, None, "", 56, 56, "exact", "added")),
        ([line("<5")], [], (0, 4, "suppressed", None, None, "", "removed")),
    ],
)
def test_kinds(tmp_path: Path, before: list[Line], after: list[Line], expected: tuple[object, ...]) -> None:
    assert compared(tmp_path, before, after) == [expected]


def test_an_unchanged_figure_is_no_revision(tmp_path: Path) -> None:
    assert compared(tmp_path, [line("<5"), flow("7", "OTH")], [line("<5"), flow("7", "Other")]) == []


def test_records_have_the_columns_of_the_table(tmp_path: Path) -> None:
    records = list(revisions(curated(tmp_path), curated(tmp_path, line("5"), flow("7", "OTH"))))
    assert [set(record) for record in records] == [set(TABLES["revisions"].columns)] * 2
    by_table = {record["table"]: record for record in records}
    assert [by_table["observations"][name] for name in ("indicator", "sex", "measure", "partner")] == [
        "victims_detected",
        "total",
        "",
        "",
    ]
    assert [by_table["flows"][name] for name in ("indicator", "sex", "measure", "partner")] == [
        "",
        "",
        "victims_by_citizenship",
        "other",
    ]
