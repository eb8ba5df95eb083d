"""The whole build on a small raw folder: the same bytes twice, and nothing replaced by what does not pass."""

import json
from pathlib import Path

import pytest
from folder import SMALL
from workbook import CONVICTED, FORM, RETURN, Line, flow, line, raw_folder

from data.__main__ import main
from data.build import (
    area_counts,
    area_plan,
    area_residents,
    boundaries,
    glotip,
    indices,
    movement,
    population,
    run,
    smuggling,
    sources,
)
from data.build.stop import BuildStopped
from data.check import check_folder
from data.schema import TABLES, records

ODD_FORM = {"Dimension": FORM, "Category": "Other forms of exploitation"}
LATER = [
    line("83"),
    line("62", Sex="Female"),
    line("<5", Sex="Female"),
    line("2,020", Sex="Unknown", Age="Unknown", **ODD_FORM),
    flow("60", "Own country nationals"),
    flow("8", "OTH"),
    flow("8", "Other"),
    flow("<5", "Argentina", Iso3_code="BOL"),
    flow("83", "All"),
    flow("9", "Abroad", Dimension=RETURN),
    line("115", Iso3_code="MEX", Year="2021"),
    line("6", Iso3_code="DEU"),
    line("13", Indicator=CONVICTED, Year="2017"),
]
EARLIER = [
    line("81"),
    flow("60", "Ciudadanos de su pa\ufffds"),
    flow("<5", "MEXICANA \n\n(FEVIMTRA: 8 y FECOR: 24)", Iso3_code="BOL"),
]


def small_geometry(_raw: Path, out: Path) -> None:
    for name in ("ibero.geojson", "plan.geojson"):
        (out / name).write_text(SMALL[name], encoding="utf-8")


@pytest.fixture(autouse=True)
def _without_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The drawing of real coasts has tests of its own."""
    assert boundaries.build in run.BUILDERS
    builders = (glotip.build, population.build, small_geometry, sources.build)
    monkeypatch.setattr(run, "BUILDERS", builders)


def built(folder: Path, later: list[Line], earlier: list[Line]) -> Path:
    run.build(raw_folder(folder / "raw", later, earlier), folder / "out")
    return folder / "out"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = contents(built(tmp_path, LATER, EARLIER))
    again = contents(built(tmp_path / "again", LATER, EARLIER))
    hashed = {
        "sources.csv",
        "datapackage.json",
    }  # they hold the checksum of a workbook, which bears the hour of its making
    assert first.keys() == again.keys()
    assert {name: first[name] for name in first.keys() - hashed} == {
        name: again[name] for name in first.keys() - hashed
    }
    run.build(tmp_path / "raw", tmp_path / "out")
    assert contents(tmp_path / "out") == first


def test_what_is_built_passes_the_check(tmp_path: Path) -> None:
    assert check_folder(built(tmp_path, LATER, EARLIER)) == []


def test_observations(tmp_path: Path) -> None:
    rows = records(built(tmp_path, LATER, EARLIER) / "observations.csv")
    found = [
        (*list(row.values())[:2], row["sex"], row["low"], row["high"], row["status"], row["flags"]) for row in rows
    ]
    assert found == [
        ("ARG", "2017", "total", "13", "13", "exact", ""),
        ("ARG", "2020", "female", "62", "66", "range", "merged"),
        ("ARG", "2020", "total", "83", "83", "exact", "revised"),
        ("MEX", "2021", "total", "115", "115", "exact", "break_in_series"),
    ]
    assert [row["raw_rows"] for row in rows] == ["16", "5|6", "4", "14"]


def test_flows(tmp_path: Path) -> None:
    rows = records(built(tmp_path, LATER, EARLIER) / "flows.csv")
    found = [(row["country"], row["measure"], row["partner"], row["low"], row["high"], row["flags"]) for row in rows]
    assert found == [
        ("ARG", "victims_by_citizenship", "other", "8", "8", "merged"),
        ("ARG", "victims_by_citizenship", "own", "60", "60", ""),
        ("ARG", "victims_repatriated", "abroad", "9", "9", ""),
        ("BOL", "victims_by_citizenship", "ARG", "0", "4", ""),
    ]


def test_quarantine_keeps_the_words_of_the_source(tmp_path: Path) -> None:
    assert records(built(tmp_path, LATER, EARLIER) / "quarantine.csv") == [
        {
            "source": "glotip_2025_10_28",
            "row": "7",
            "country": "ARG",
            "year": "2020",
            "indicator": "Detected trafficking victims",
            "dimension": "by form of exploitation",
            "category": "Other forms of exploitation",
            "sex": "Unknown",
            "age": "Unknown",
            "value": "2,020",
            "reason": "year_as_count",
            "detail": "headline of the year is at most 83",
            "detail_es": "el total del año es, como máximo, 83",
            "detail_pt": "o total do ano é, no máximo, 83",
            "table": "observations",
            "crime": "trafficking",
            "indicator_code": "victims_detected",
            "measure": "",
            "partner": "",
            "sex_code": "unknown",
            "age_code": "unknown",
            "exploitation": "other_exploitation",
        }
    ]


def test_the_ledger_adds_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = raw_folder(tmp_path / "raw", LATER, EARLIER)
    assert main(["build", str(raw), "--out", str(tmp_path / "out")]) == 0
    found = [tuple(row.values()) for row in records(tmp_path / "out" / "ledger.csv")]
    assert found == [
        ("glotip_2025_04_14", "kept", "only_row_of_cell", "3"),
        ("glotip_2025_10_28", "dropped", "label_names_no_partner", "1"),
        ("glotip_2025_10_28", "kept", "only_row_of_cell", "6"),
        ("glotip_2025_10_28", "merged", "parts_added", "2"),
        ("glotip_2025_10_28", "merged", "residue_printed_twice", "2"),
        ("glotip_2025_10_28", "quarantined", "year_as_count", "1"),
    ]
    assert sum(int(rows) for source, _, _, rows in found if source == "glotip_2025_10_28") == len(LATER) - 1
    assert [tuple(printed.split()) for printed in capsys.readouterr().out.splitlines()] == found


def test_revisions_name_both_releases(tmp_path: Path) -> None:
    rows = records(built(tmp_path, LATER, EARLIER) / "revisions.csv")
    assert {(row["release_from"], row["release_to"]) for row in rows} == {("glotip_2025_04_14", "glotip_2025_10_28")}
    assert [(row["low_from"], row["low_to"]) for row in rows if row["kind"] == "changed"] == [("81", "83")]
    assert [(row["country"], row["partner"]) for row in rows if row["kind"] == "removed"] == [("BOL", "MEX")]


def test_every_source_of_a_figure_is_listed_with_its_checksum(tmp_path: Path) -> None:
    out = built(tmp_path, LATER, EARLIER)
    listed = {row["source"]: row for row in records(out / "sources.csv")}
    for name in ("observations", "flows", "population", "quarantine", "ledger"):
        assert {row["source"] for row in records(out / TABLES[name].path)} <= listed.keys()
    assert json.loads((out / "datapackage.json").read_text(encoding="utf-8"))["release"] == "2025-10-28"


def test_a_build_that_stops_leaves_the_old_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(built(tmp_path, LATER, EARLIER))
    raw = raw_folder(tmp_path / "raw", [*LATER, flow("5", "Atlantis")], EARLIER)
    assert main(["build", str(raw), "--out", str(tmp_path / "out")]) == 1
    assert contents(tmp_path / "out") == before
    assert capsys.readouterr().err == (
        "build stopped: data_glotip_2025-10-28.xlsx:17: Category: label 'Atlantis' is not in labels.csv\n"
    )


def test_a_result_that_does_not_pass_the_check_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "BUILDERS", (glotip.build, population.build, sources.build))
    with pytest.raises(BuildStopped, match=r"ibero\.geojson: is missing"):
        built(tmp_path, LATER, EARLIER)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["glotip/data_glotip_2025-04-14.xlsx", "boundaries/ne_50m_admin0_mundo.geojson"])
def test_a_raw_file_that_is_not_there(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    raw = raw_folder(tmp_path / "raw", LATER, EARLIER)
    (raw / name).unlink()
    assert main(["build", str(raw), "--out", str(tmp_path / "out")]) == 1
    assert Path(name).name in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_raw_files_of_the_rules_are_the_listed_sources(tmp_path: Path) -> None:
    listed = {row["file"] for row in records(built(tmp_path, LATER, EARLIER) / "sources.csv")}
    searches = (Path("cooperation", f"{kind}_{n}.csv") for kind in ("statements", "instruments") for n in (1, 2))
    read_since = Path("statements_3.csv")  # beside what people decided, for nobody published it as a file
    context = [*(index.path for index in indices.INDICES), *movement.PATHS]
    areas = (*area_counts.SOURCES, area_residents.FILE, area_plan.FILE)
    read = [
        *map(glotip.path, glotip.RELEASES),
        smuggling.FILE,
        population.FILE,
        boundaries.WORLD,
        *searches,
        read_since,
        *areas,
        *context,
    ]
    assert listed == {path.as_posix() for path in read}
