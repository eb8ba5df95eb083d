"""Context from small raw files: each figure as printed, each row accounted for, and nothing said sharper than it is."""

import csv
from pathlib import Path
from typing import Any

import pytest

from data.build import context, movement, publishers
from data.build.indices import INDICES, Index, curate
from data.build.stop import BuildStopped
from data.context_vocabulary import BOXES, SCALES, ContextMeasure
from data.records import parse
from data.schema import TABLES, records

POLICY, TIERS, EXPERTS, SLAVERY = INDICES
RECORD = (
    *("country_iso3", "partner_iso3_or_label", "period_start", "period_end", "measure", "value"),
    *("source_publisher", "source_url"),
)


def write(path: Path, head: tuple[str, ...], *rows: tuple[Any, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])


def scored(folder: Path, index: Index, *rows: tuple[Any, ...]) -> None:
    head = tuple(name for name in (index.country, index.year, *index.scores) if name)
    write(folder / index.path, head, *rows)


def decided(folder: Path, *rows: tuple[Any, ...]) -> Path:
    write(
        folder / publishers.FILE,
        ("publisher", *publishers.NAMED_IN),
        ("A page", "Una página", "Uma página"),
        ("Another", "Otra", "Outra"),
    )
    write(folder / movement.DECISIONS, ("row", "decision", "rule", "measure", "conflict", "reason"), *rows)
    return folder


def raw(folder: Path) -> Path:
    """One small file a source."""
    scored(folder, POLICY, ("CUB", 2001, "", "", "", ""), ("CUB", 2002, "2.0", "1.0", "1.0", "4.0"),
           ("CRI", 2000, "4.0", "2.0", "", ""), ("FRA", 2002, "5", "5", "5", "15"))  # fmt: skip
    scored(folder, TIERS, ("ARG", 2001, ""), ("ARG", 2005, "Watchlist"), ("ESP", 2005, "Tier 1"))
    scored(folder, EXPERTS, ("AND", 2025, "2.5", "2.0", "3.35", "3.4", "3.3", "4.96", "4.0"))
    scored(folder, SLAVERY, ("BOL", "7.15239953994751", "83000.0", *["50.0"] * 12))
    movements(folder)
    return folder


def movements(folder: Path) -> None:
    paths = [folder / path for path in movement.PATHS]
    write(paths[0], ("fiscal_year", "citizenship_iso3", "citizenship_label", "encounters"),
          (2000, "ARG", "Argentina", 10), (2024, "ARG", "Argentina", 400), (2025, "ARG", "Argentina", 40),
          (2024, "HTI", "Haiti", 90))  # fmt: skip
    write(paths[1], ("year", "cause", "lon", "lat", "n"),
          (2014, "Drowning", -61, 10.5, 20), (2014, "Violence", -100, 25, 15), (2014, "Drowning", 27, 37.3, 12),
          (2025, "Drowning", -17, 27, 11), (2014, "Violence", 5, 30, 40))  # fmt: skip
    write(paths[2], RECORD,
          ("PAN", "all", "2010-01-01", "2010-12-31", "transits", ">=559", "A page", "https://example.org/a"),
          ("PAN", "VEN", "2023-01-01", "2023", "transits", ">252000", "A page", "https://example.org/a"),
          ("BRA", "abroad", "2024-01-01", "2024-12-31", "victims", "63", "Another", "https://example.org/b"),
          )  # fmt: skip


FIGURE = ("context_figure", "transits_darien", "")
DECIDED = (
    (2, "kept", "context_figure", "transits_darien", "", "All"),
    (3, "kept", "context_figure", "transits_darien", "two_pages", "To date"),
    (4, "dropped", "already_in_requests", "", "", "The same figure"),
)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """The rows that the small files give."""
    curation = decided(tmp_path / "curation", *DECIDED)
    monkeypatch.setattr(context, "record", lambda folder: movement.record(folder, curation))
    context.build(raw(tmp_path), tmp_path)
    return records(tmp_path / "context.csv")


def of(rows: list[dict[str, str]], measure: ContextMeasure, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[name] for name in columns) for row in rows if row["measure"] == measure]


def test_the_file_passes_its_own_check(built: list[dict[str, str]], tmp_path: Path) -> None:
    rows, faults = parse(TABLES["context"], (tmp_path / "context.csv").read_bytes())
    assert (len(rows), faults) == (len(built), [])


def test_twice_gives_the_same_bytes(built: list[dict[str, str]], tmp_path: Path) -> None:
    first = (tmp_path / "context.csv").read_bytes()
    (tmp_path / "ledger.csv").unlink()
    context.build(tmp_path, tmp_path)
    assert (tmp_path / "context.csv").read_bytes() == first
    assert built


def test_scores_are_as_printed_on_their_scale(built: list[dict[str, str]]) -> None:
    shown = ("country", "year", "low", "high", "status", "unit", "scale_min", "scale_max")
    assert of(built, ContextMeasure.TOTAL_3P, *shown) == [
        ("CUB", "2002", "4.0", "4.0", "exact", "score", "3.0", "15.0")
    ]
    assert of(built, ContextMeasure.PROSECUTION_3P, "country", "low") == [("CRI", "4.0"), ("CUB", "2.0")]
    assert of(built, ContextMeasure.OC_RESILIENCE, *shown) == [
        ("AND", "2025", "4.96", "4.96", "exact", "score", "1.0", "10.0")
    ]
    assert of(built, ContextMeasure.GSI_PREVALENCE, *shown) == [
        ("BOL", "2023", "7.1524", "7.1524", "approximate", "per_1000", "0.0", "1000.0")
    ]


def test_a_grade_is_no_number(built: list[dict[str, str]]) -> None:
    assert of(built, ContextMeasure.TIP_TIER, "country", "grade", "low", "high", "status") == [
        ("ARG", "tier_2_watch_list", "", "", ""),
        ("ESP", "tier_1", "", "", ""),
    ]


def test_encounters_are_what_rounding_leaves_open(built: list[dict[str, str]]) -> None:
    found = of(built, ContextMeasure.ENCOUNTERS_BY_CITIZENSHIP, "period_start", "period_end", "low", "high", "status")
    assert found == [
        ("1999-10-01", "2000-09-30", "1.0", "15.0", "range"),
        ("2023-10-01", "2024-09-30", "395.0", "405.0", "range"),
        ("2024-10-01", "2024-11-30", "35.0", "45.0", "range"),
    ]


def test_deaths_are_at_least_the_places_added(built: list[dict[str, str]]) -> None:
    found = of(
        built, ContextMeasure.DEATHS_EN_ROUTE, "country", "year", "period_end", "low", "high", "status", "raw_rows"
    )
    assert found == [
        ("americas", "2014", "2014-12-31", "35.0", "", "at_least", "2|3"),
        ("north_west_africa_and_iberia", "2025", "2025-03-10", "11.0", "", "at_least", "5"),
    ]


def test_printed_figures_keep_period_and_publisher(built: list[dict[str, str]]) -> None:
    columns = ("partner", "period_end", "low", "high", "status", "conflict", "publisher")
    assert of(built, ContextMeasure.TRANSITS_DARIEN, *columns) == [
        ("", "2010-12-31", "559.0", "", "at_least", "", "A page"),
        ("VEN", "2023", "252001.0", "", "at_least", "two_pages", "A page"),
    ]


@pytest.mark.usefixtures("built")
def test_the_ledger_adds_up(tmp_path: Path) -> None:
    found = {(r["source"], r["outcome"], r["rule"]): int(r["rows"]) for r in records(tmp_path / "ledger.csv")}
    assert found == {
        ("index_3p_2000_2013", "kept", "context_figure"): 2,
        ("index_3p_2000_2013", "dropped", "no_score_that_year"): 1,
        ("tip_tiers_2001_2015", "kept", "context_figure"): 2,
        ("tip_tiers_2001_2015", "dropped", "no_score_that_year"): 1,
        ("oc_index_2021_2025", "kept", "context_figure"): 1,
        ("gsi_2023", "kept", "context_figure"): 1,
        ("usbp_2000_2025", "kept", "context_figure"): 3,
        ("iom_missing_migrants_2025_03_10", "merged", "places_added"): 3,
        ("iom_missing_migrants_2025_03_10", "dropped", "outside_the_areas"): 2,
        ("record_context", "kept", "context_figure"): 2,
        ("record_context", "dropped", "already_in_requests"): 1,
    }


@pytest.mark.parametrize(
    ("index", "cells", "message"),
    [
        (POLICY, ("CUB", 2002, "6.0", "1.0", "1.0", "8.0"), r"csv:2: prosecution: 6.0 is off the scale 1 to 5"),
        (POLICY, ("CUB", 2002, "x", "1.0", "1.0", "8.0"), r"csv:2: prosecution: 'x' is not a number"),
        (TIERS, ("ARG", 2002, "Tier 4"), r"csv:2: tier: 'Tier 4' is unknown"),
    ],
)
def test_a_score_of_another_kind_stops_the_build(
    tmp_path: Path, index: Index, cells: tuple[Any, ...], message: str
) -> None:
    scored(tmp_path, index, cells)
    with pytest.raises(BuildStopped, match=message):
        curate(index, tmp_path)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (DECIDED[:2], r"context.csv:4: measure: no decision"),
        ((*DECIDED, (9, "kept", *FIGURE, "None")), r"context.csv:5: row: there is no row 9"),
        (((2, "dropped", *FIGURE, "All"), *DECIDED[1:]), r"context.csv:2: decision: rule"),
        (((2, "kept", *FIGURE, ""), *DECIDED[1:]), r"context.csv:2: decision: rule"),
        (((2, "kept", "context_figure", "crossings", "", "All"), *DECIDED[1:]), r"measure: 'crossings' is not one of"),
    ],
)
def test_each_printed_figure_has_one_sound_decision(
    tmp_path: Path, rows: tuple[tuple[Any, ...], ...], message: str
) -> None:
    movements(tmp_path)
    with pytest.raises(BuildStopped, match=message):
        movement.record(tmp_path, decided(tmp_path / "curation", *rows))


def test_encounters_that_are_not_rounded_stop_the_build(tmp_path: Path) -> None:
    write(tmp_path / movement.PATHS[0], ("fiscal_year", "citizenship_iso3", "encounters"), (2000, "ARG", 13))
    with pytest.raises(BuildStopped, match=r"encounters: 13 is not rounded to 10"):
        movement.encounters(tmp_path)


def test_every_measure_has_a_scale_and_areas_do_not_overlap() -> None:
    assert SCALES.keys() == set(ContextMeasure)
    americas, other = BOXES.values()
    assert americas.east <= other.west
