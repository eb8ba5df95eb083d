"""Offences of smuggling of migrants: counts from whole rows, apart from trafficking, rates left out."""

from pathlib import Path

import pytest
from folder import SMALL

from data.build.smuggling import COLUMNS, FILE, FIXED, SOURCE, build
from data.build.stop import BuildStopped
from data.schema import records

HEAD = ",".join(["Iso3_code", *FIXED, "Year", "Unit of measurement", "VALUE", "Source"])
COUNT = "Offences,by type of offence,Smuggling of migrants,Total,Total"
RATE = "Rate per 100,000 population"


def raw(folder: Path, *rows: str) -> Path:
    path = folder / FILE
    path.parent.mkdir(parents=True)
    path.write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    for name in ("observations.csv", "ledger.csv"):
        (folder / name).write_text(SMALL[name], encoding="utf-8")
    return folder


def row(code: str, year: int, value: str, unit: str = "Counts") -> str:
    return f'{code},{COUNT},{year},"{unit}",{value},CTS'


def test_counts_stand_beside_those_of_trafficking(tmp_path: Path) -> None:
    rate, foreign = row("CHL", 2013, "0.07", RATE), row("FRA", 2016, "9.0")
    raw(tmp_path, row("CHL", 2013, "13.0"), rate, row("AND", 2016, "0.0"), foreign)
    build(tmp_path, tmp_path)
    rows = records(tmp_path / "observations.csv")
    found = [(r["country"], r["year"], r["indicator"], r["low"], r["high"], r["status"], r["raw_rows"]) for r in rows
             if r["crime"] == "smuggling_of_migrants"]  # fmt: skip
    assert found == [
        ("AND", "2016", "offences_recorded", "0", "0", "exact", "4"),
        ("CHL", "2013", "offences_recorded", "13", "13", "exact", "2"),
    ]
    assert [r for r in rows if r["crime"] == "trafficking"] == sorted(
        _small(), key=lambda r: (r["country"], r["year"], r["sex"])
    )
    assert [tuple(r.values()) for r in records(tmp_path / "ledger.csv") if r["source"] == SOURCE] == [
        (SOURCE, "dropped", "rate_beside_its_count", "1"),
        (SOURCE, "kept", "only_row_of_cell", "2"),
    ]


def _small() -> list[dict[str, str]]:
    head, *lines = SMALL["observations.csv"].splitlines()
    return [dict(zip(head.split(","), line.split(","), strict=True)) for line in lines]


def test_a_jump_is_flagged_and_kept(tmp_path: Path) -> None:
    raw(tmp_path, *(row("CHL", 2013 + n, f"{v}.0") for n, v in enumerate((40, 41, 40, 42, 41, 40, 41, 400))))
    build(tmp_path, tmp_path)
    flags = {r["year"]: (r["low"], r["flags"]) for r in records(tmp_path / "observations.csv") if r["country"] == "CHL"}
    assert flags["2020"] == ("400", "suspicious_jump")
    assert {flag for year, (_, flag) in flags.items() if year != "2020"} == {""}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([row("CHL", 2013, "13.5")], r"csv:2: VALUE: '13.5' is not a whole number"),
        ([row("CHL", 2013, "-1")], r"csv:2: VALUE: '-1' is not a whole number"),
        ([row("CHL", 2013, "1.0", "Percent")], r"csv:2: Unit of measurement: 'Percent' is unknown"),
        ([row("CHL", 2013, "1.0"), row("CHL", 2013, "2.0")], r"csv:3: Year: same country and year"),
        ([row("CHL", 2013, "1.0").replace("Smuggling of migrants", "Corruption")], r"csv:2: Category: 'Corruption'"),
    ],
)
def test_a_row_of_another_shape_stops_the_build(tmp_path: Path, rows: list[str], message: str) -> None:
    with pytest.raises(BuildStopped, match=message):
        build(raw(tmp_path, *rows), tmp_path)
    assert (tmp_path / "observations.csv").read_text(encoding="utf-8") == SMALL["observations.csv"]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_file_that_lacks_a_column_stops_the_build(tmp_path: Path, column: str) -> None:
    raw(tmp_path, row("CHL", 2013, "1.0"))
    path = tmp_path / FILE
    path.write_text(path.read_text(encoding="utf-8").replace(column, "X", 1), encoding="utf-8")
    with pytest.raises(BuildStopped, match="column is missing"):
        build(tmp_path, tmp_path)
