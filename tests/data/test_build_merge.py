"""Repeated keys: intervals add, a truth is never narrowed, and every row has one outcome."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbook import FORM, curated, flow, line

from data.build.ledger import Ledger
from data.build.merge import Cell, merge
from data.build.release import Release
from data.build.workbook import RawRow, parse
from data.interval import Interval
from data.model import FlowKey, ObservationKey
from data.vocabulary import Country, Crime, FlowMeasure, Indicator, Partner, Sex, Status

HEADLINE = ObservationKey("ARG", 2020, Crime.TRAFFICKING, Indicator.VICTIMS_DETECTED)
FEMALE = HEADLINE._replace(sex=Sex.FEMALE)
OTHER = FlowKey("ARG", 2020, Crime.TRAFFICKING, FlowMeasure.VICTIMS_BY_CITIZENSHIP, Partner.OTHER)
PRINTED = st.one_of(st.just("<5"), st.integers(0, 3000).map(lambda number: f"{number:,}"))


def raw(number: int, value: str, category: str = "Total") -> RawRow:
    bounds = parse(value)
    assert bounds is not None
    return RawRow(number, Country.ARG, "", "", category, "", "", 2020, value, bounds)


def outcomes(release: Release) -> dict[tuple[str, str], int]:
    return {(str(outcome), rule): rows for (outcome, rule), rows in release.ledger.items()}


def test_one_row_is_kept_as_printed(tmp_path: Path) -> None:
    release = curated(tmp_path, line("1,186"))
    assert release.cells == {HEADLINE: Cell(Interval(1186, 1186), (4,))}
    assert outcomes(release) == {("kept", "only_row_of_cell"): 1}


@pytest.mark.parametrize(
    ("values", "bounds", "status"),
    [
        (("62", "43"), (105, 105), Status.EXACT),
        (("<5", "<5"), (0, 8), Status.RANGE),
        (("7", "<5", "40"), (47, 51), Status.RANGE),
        (("0", "<5"), (0, 4), Status.SUPPRESSED),
        (("0", "0", "0"), (0, 0), Status.EXACT),
        (("5", "5"), (10, 10), Status.EXACT),
    ],
)
def test_repeated_keys_add_their_bounds(
    tmp_path: Path, values: tuple[str, ...], bounds: tuple[int, int], status: Status
) -> None:
    release = curated(tmp_path, *(line(value, Sex="Female") for value in values))
    cell = release.cells[FEMALE]
    assert (cell.count, cell.status, cell.flags) == (bounds, status, {"merged"})
    assert cell.rows == tuple(range(4, 4 + len(values)))
    assert outcomes(release) == {("merged", "parts_added"): len(values)}


def test_unnamed_forms_are_parts_of_one_category(tmp_path: Path) -> None:
    cells = {"Dimension": FORM, "Category": "Other forms of exploitation"}
    release = curated(tmp_path, line("96", **cells), line("16", **cells), line("<5", **cells))
    (cell,) = release.cells.values()
    assert cell.count == (112, 116)


def test_a_residue_printed_under_two_codes_is_one_figure(tmp_path: Path) -> None:
    release = curated(tmp_path, flow("8", "OTH"), flow("8", "Other"))
    assert release.cells == {OTHER: Cell(Interval(8, 8), (4, 5), frozenset({"merged"}))}
    assert outcomes(release) == {("merged", "residue_printed_twice"): 2}


@pytest.mark.parametrize("lines", [[("8", "OTH"), ("7", "Other")], [("8", "Other"), ("8", "Other")]])
def test_two_residues_that_are_not_the_same_print_add_up(tmp_path: Path, lines: list[tuple[str, str]]) -> None:
    release = curated(tmp_path, *(flow(value, label) for value, label in lines))
    assert release.cells[OTHER].count.low == sum(int(value) for value, _ in lines)
    assert outcomes(release) == {("merged", "parts_added"): 2}


def test_a_cell_with_a_part_in_quarantine_is_not_published(tmp_path: Path) -> None:
    cells = {"Dimension": FORM, "Category": "Other forms of exploitation"}
    release = curated(tmp_path, line("13"), line("7", **cells), line("2,020", **cells))
    assert release.cells == {HEADLINE: Cell(Interval(13, 13), (4,))}
    assert outcomes(release) == {
        ("kept", "only_row_of_cell"): 1,
        ("dropped", "rest_of_quarantined_cell"): 1,
        ("quarantined", "year_as_count"): 1,
    }


@given(st.lists(PRINTED, min_size=1, max_size=6), st.data())
def test_no_merge_narrows_what_is_published(values: list[str], data: st.DataObject) -> None:
    rows = [raw(number, value) for number, value in enumerate(values, start=4)]
    true = [data.draw(st.integers(int(row.bounds.low), int(row.bounds.high))) for row in rows]
    ledger = Ledger()
    cell = merge({FEMALE: rows}, set(), ledger)[FEMALE]
    assert cell.count.low <= sum(true) <= cell.count.high
    assert sum(ledger.close(row.row for row in rows).values()) == len(rows)


@given(st.permutations(["62", "<5", "0", "43"]))
def test_the_order_of_rows_does_not_matter(values: list[str]) -> None:
    rows = [raw(number, value) for number, value in enumerate(values, start=4)]
    assert merge({FEMALE: rows}, set(), Ledger())[FEMALE].count == (105, 109)
