"""Figures that cannot be true, and figures that only look so."""

from pathlib import Path

import pytest
from workbook import CONVICTED, FORM, Line, curated, flow, line

from data.build.release import Release
from data.build.stop import BuildStopped
from data.model import FlowKey
from data.vocabulary import Crime, FlowMeasure

OTHER_FORM = {"Dimension": FORM, "Category": "Other forms of exploitation"}
OWN = "Own country nationals"


def refused(release: Release) -> list[tuple[int, str, int]]:
    return [(refusal.row.row, str(refusal.reason), refusal.held_against) for refusal in release.refusals]


def test_more_persons_than_residents_even_without_a_headline(tmp_path: Path) -> None:
    release = curated(tmp_path, flow("6,112,019", OWN, Indicator=CONVICTED), persons=79_753)
    assert refused(release) == [(4, "above_population", 79_753)]
    assert release.cells == {}


def test_as_many_as_residents_can_be(tmp_path: Path) -> None:
    assert curated(tmp_path, line("79,753"), persons=79_753).refusals == []


def test_a_headline_above_the_population_does_not_judge_its_parts(tmp_path: Path) -> None:
    release = curated(tmp_path, line("5,000"), line("7", Sex="Female"), persons=1_000)
    assert refused(release) == [(4, "above_population", 1_000)]
    assert len(release.cells) == 1


def test_the_year_typed_into_a_count(tmp_path: Path) -> None:
    release = curated(tmp_path, line("83"), line("2,020", Sex="Unknown", Age="Unknown", **OTHER_FORM))
    assert refused(release) == [(5, "year_as_count", 83)]


@pytest.mark.parametrize(
    "lines",
    [
        [line("2,020")],
        [line("2,500"), line("2,020", Sex="Female")],
        [line("2,020", Sex="Female")],
        [line("83"), line("90", Sex="Female")],
        [line("13"), line("130", **OTHER_FORM)],
    ],
    ids=["the headline itself", "a headline above it", "no headline", "another number", "ten times the headline"],
)
def test_what_cannot_be_disproved_stays(tmp_path: Path, lines: list[Line]) -> None:
    assert curated(tmp_path, *lines).refusals == []


@pytest.mark.parametrize(("value", "reasons"), [
    ("6,112,019", ["date_as_count"]),
    ("25,122,020", ["date_as_count"]),
    ("12,252,020", ["date_as_count"]),
    ("112,019", []),
    ("6,132,022", []),
    ("6,112,222", []),
    ("32,132,020", []),
], ids=["d mm", "dd mm", "mm dd", "too short", "a later year", "no year", "no day"])  # fmt: skip
def test_a_date_typed_into_a_count(tmp_path: Path, value: str, reasons: list[str]) -> None:
    release = curated(tmp_path, flow(value, OWN, Indicator=CONVICTED), persons=100_000_000)
    assert [reason for _, reason, _ in refused(release)] == reasons


def test_a_refusal_names_its_cell(tmp_path: Path) -> None:
    release = curated(tmp_path, flow("6,112,019", OWN, Indicator=CONVICTED))
    (refusal,) = release.refusals
    assert refusal.key == FlowKey("ARG", 2020, Crime.TRAFFICKING, FlowMeasure.CONVICTED_BY_CITIZENSHIP, "own")


def test_a_headline_printed_twice_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped, match=r"small\.xlsx:5: txtVALUE: headline already in row 4"):
        curated(tmp_path, line("13"), line("13"))
