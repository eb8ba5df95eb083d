"""Figures that cannot be true, and figures that only look so."""

from pathlib import Path

import pytest
from workbook import CONVICTED, FORM, VICTIMS, Line, curated, flow, line

from data.build.release import Release
from data.build.stop import BuildStopped

OTHER_FORM = {"Dimension": FORM, "Category": "Other forms of exploitation"}
OWN = "Own country nationals"


def refused(release: Release) -> list[tuple[int, str, str]]:
    return [(refusal.row.row, str(refusal.reason), refusal.detail) for refusal in release.refusals]


def test_more_persons_than_residents_even_without_a_headline(tmp_path: Path) -> None:
    release = curated(tmp_path, flow("6,112,019", OWN, Indicator=CONVICTED), persons=79_753)
    assert refused(release) == [(4, "above_population", "79753 residents in 2020")]
    assert release.cells == {}


def test_as_many_as_residents_can_be(tmp_path: Path) -> None:
    assert curated(tmp_path, line("79,753"), persons=79_753).refusals == []


def test_a_headline_above_the_population_does_not_judge_its_parts(tmp_path: Path) -> None:
    release = curated(tmp_path, line("5,000"), line("7", Sex="Female"), persons=1_000)
    assert refused(release) == [(4, "above_population", "1000 residents in 2020")]
    assert len(release.cells) == 1


def test_the_year_typed_into_a_count(tmp_path: Path) -> None:
    release = curated(tmp_path, line("83"), line("2,020", Sex="Unknown", Age="Unknown", **OTHER_FORM))
    assert refused(release) == [(5, "year_as_count", "headline of the year is at most 83")]


@pytest.mark.parametrize(
    "lines",
    [
        [line("2,020")],
        [line("2,500"), line("2,020", Sex="Female")],
        [line("2,020", Sex="Female")],
        [line("83"), line("90", Sex="Female")],
    ],
    ids=["the headline itself", "a headline above it", "no headline", "another number"],
)
def test_what_cannot_be_disproved_stays(tmp_path: Path, lines: list[Line]) -> None:
    assert curated(tmp_path, *lines).refusals == []


@pytest.mark.parametrize(("headline", "part", "reasons"), [
    ("13", "129", []),
    ("13", "130", ["above_headline"]),
    ("<5", "39", []),
    ("<5", "40", ["above_headline"]),
    ("0", "39", []),
    ("0", "40", ["above_headline"]),
])  # fmt: skip
def test_ten_times_the_headline_is_too_much(tmp_path: Path, headline: str, part: str, reasons: list[str]) -> None:
    release = curated(tmp_path, line(headline), line(part, **OTHER_FORM))
    assert [reason for _, reason, _ in refused(release)] == reasons


def test_a_headline_judges_only_its_own_indicator_and_year(tmp_path: Path) -> None:
    release = curated(
        tmp_path,
        line("<5"),
        line("400", Indicator=CONVICTED, **OTHER_FORM),
        line("400", Indicator=VICTIMS, Year="2021", **OTHER_FORM),
        line("400", Iso3_code="BOL", **OTHER_FORM),
    )
    assert release.refusals == []


def test_a_headline_printed_twice_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped, match=r"small\.xlsx:5: txtVALUE: headline already in row 4"):
        curated(tmp_path, line("13"), line("13"))
