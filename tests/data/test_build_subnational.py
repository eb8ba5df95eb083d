"""Counts about states and provinces: months and groups are added, nothing is taken for more than it is."""

from pathlib import Path

import pytest
from areas import PERSONS, begun, complaints, raw_files, victims, write, write_victims

from data.build import subnational
from data.build.area_counts import COMPLAINTS, OFFENCES
from data.build.stop import BuildStopped
from data.schema import records

VICTIMS = "victims_in_investigation_files"
HEADER = "mes,provincia_indec_id,provincia,subtema,denuncias"


def built(folder: Path) -> Path:
    out = begun(folder / "out")
    subnational.build(folder / "raw", out)
    return out


@pytest.fixture(autouse=True)
def raw(tmp_path: Path) -> Path:
    return raw_files(tmp_path / "raw")


def counts(out: Path, indicator: str, period: str) -> dict[tuple[str, str, str], int]:
    """Figures of one period by area, sex and age; each is exact."""
    rows = [r for r in records(out / "subnational.csv") if (r["indicator"], r["period"]) == (indicator, period)]
    assert all(row["low"] == row["high"] and row["status"] == "exact" for row in rows)
    return {(row["area"], row["sex"], row["age"]): int(row["low"]) for row in rows}


def test_a_year_adds_its_months_by_sex_and_age_with_their_totals(tmp_path: Path) -> None:
    found = counts(built(tmp_path), VICTIMS, "2024")
    aguascalientes = {key[1:]: value for key, value in found.items() if key[0] == "MX-AGU"}
    assert aguascalientes == {
        ("female", "age_0_17"): 12,
        ("female", "age_18_plus"): 24,
        ("female", "total"): 36,
        ("male", "unknown"): 36,
        ("male", "total"): 36,
        ("unknown", "unknown"): 48,
        ("unknown", "total"): 48,
        ("total", "age_0_17"): 12,
        ("total", "age_18_plus"): 24,
        ("total", "unknown"): 84,
        ("total", "total"): 120,
    }
    assert found["MX-CMX", "total", "total"] == 1200


def test_half_a_year_is_named_by_its_months(tmp_path: Path) -> None:
    out = built(tmp_path)
    assert counts(out, VICTIMS, "2025") == {}
    assert counts(out, VICTIMS, "2025-01/2025-06")["MX-AGU", "total", "total"] == 60
    offences = counts(out, "offences_in_investigation_files", "2025-01/2025-06")
    assert offences == {("MX-AGU", "total", "total"): 7, ("MX-CMX", "total", "total"): 0}


def test_a_month_is_told_in_all(tmp_path: Path) -> None:
    assert counts(built(tmp_path), VICTIMS, "2024-03") == {
        ("MX-AGU", "total", "total"): 10,
        ("MX-CMX", "total", "total"): 100,
    }


def test_complaints_of_every_subject_count_and_those_without_a_province_stay(tmp_path: Path) -> None:
    out = built(tmp_path)
    assert counts(out, "complaints_line_145", "2020-01") == {
        ("AR-A", "total", "total"): 7,
        ("AR-H", "total", "total"): 1,
    }
    found = counts(out, "complaints_line_145", "2021")
    assert found == {
        ("AR-A", "total", "total"): 8,
        ("AR-H", "total", "total"): 7,
        ("unknown", "total", "total"): 5,
    }


def test_a_province_without_a_row_has_no_zero(tmp_path: Path) -> None:
    assert {area for area, _, _ in counts(built(tmp_path), "complaints_line_145", "2020-06")} == {"AR-A"}


def test_the_ledger_adds_up(tmp_path: Path) -> None:
    assert [tuple(row.values()) for row in records(built(tmp_path) / "ledger.csv")] == [
        ("line145_2022_02", "merged", "parts_added", str(len(complaints()))),
        ("sesnsp_offences_2025_07", "dropped", "whole_country_repeated", "2"),
        ("sesnsp_offences_2025_07", "kept", "only_row_of_cell", "4"),
        ("sesnsp_victims_2025_07", "merged", "parts_added", str(len(victims()))),
    ]


def test_residents_of_the_states(tmp_path: Path) -> None:
    rows = records(built(tmp_path) / "population.csv")
    assert {(row["area"], row["year"]) for row in rows} == {
        (area, year) for area in ("MX-AGU", "MX-CMX") for year in ("2024", "2025")
    }
    assert {row["sex"]: row["persons"] for row in rows} == {
        "female": str(PERSONS),
        "male": str(PERSONS),
        "total": str(2 * PERSONS),
    }
    assert {(row["age"], row["status"]) for row in rows} == {("total", "projection")}


def test_more_victims_than_residents_go_to_quarantine_and_into_no_sum(raw: Path, tmp_path: Path) -> None:
    rows = victims()
    rows[0][-1] = 2 * PERSONS + 1  # girls, Aguascalientes, January 2024
    write_victims(raw, rows)
    out = built(tmp_path)
    (refused,) = records(out / "quarantine.csv")
    assert (refused["row"], refused["value"], refused["reason"]) == ("2", "2001", "above_population")
    assert (refused["category"], refused["detail"]) == ("Aguascalientes", "2000 residents in 2024")
    found = counts(out, VICTIMS, "2024")
    assert {(sex, age) for area, sex, age in found if area == "MX-AGU"} == {
        ("female", "age_18_plus"),
        ("male", "unknown"),
        ("male", "total"),
        ("unknown", "unknown"),
        ("unknown", "total"),
        ("total", "age_18_plus"),
        ("total", "unknown"),
    }
    assert set(counts(out, VICTIMS, "2024-01")) == {("MX-CMX", "total", "total")}
    ledger = {(row["outcome"], row["rule"]): int(row["rows"]) for row in records(out / "ledger.csv")}
    assert ledger["quarantined", "above_population"] == 1
    assert ledger["merged", "parts_added"] == len(rows) - 1


def test_what_is_left_of_a_refused_sum_is_dropped_by_name(raw: Path, tmp_path: Path) -> None:
    write(raw, COMPLAINTS, HEADER, [("2020-01", "66", "Salta", "a", 1), ("2020-01", "66", "Salta", "b", 9_000_000)])
    out = built(tmp_path)
    rules = {
        (row["outcome"], row["rule"]): row["rows"]
        for row in records(out / "ledger.csv")
        if row["source"] == "line145_2022_02"
    }
    assert rules == {("dropped", "rest_of_quarantined_cell"): "1", ("quarantined", "above_population"): "1"}


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        (2, "33", r"csv:2: cve_ent: '33', 'Aguascalientes' is not an area of areas\.csv"),
        (2, "9", r"csv:2: cve_ent: '9', 'Aguascalientes' is not an area of areas\.csv"),
        (2, "", r"csv:2: nombre_estado: 'Aguascalientes' has no code and is not in area_labels\.csv"),
        (1, "13", r"csv:2: n_month: '13' is not a month"),
        (1, "2", r"MX-AGU 2024 lacks or repeats a month"),
        (4, "Homicidio", r"csv:2: tipo_de_delito: 'Homicidio' is another crime"),
        (5, "Otro", r"csv:2: genero: 'Otro' is unknown"),
        (6, "12-17", r"csv:2: rango_de_edad: '12-17' is unknown"),
        (7, "<5", r"csv:2: n_victimas: '<5' is not a number"),
    ],
)
def test_a_row_that_the_rules_do_not_know_stops_the_build(
    raw: Path, tmp_path: Path, column: int, value: str, message: str
) -> None:
    rows = victims()
    rows[0][column] = value
    write_victims(raw, rows)
    with pytest.raises(BuildStopped, match=message):
        built(tmp_path)


def test_a_country_that_is_not_the_sum_of_its_states(raw: Path, tmp_path: Path) -> None:
    crime = "Trata de personas"
    rows = [(2024, 0, "Nacional", crime, 8), (2024, 1, "Aguascalientes", crime, 7)]
    write(raw, OFFENCES, "n_year,cve_ent,nombre_estado,tipo_de_delito,n_delitos", rows)
    with pytest.raises(BuildStopped, match="n_delitos: the states add up to 7"):
        built(tmp_path)


def test_a_complaint_without_a_code_and_without_a_decision(raw: Path, tmp_path: Path) -> None:
    write(raw, COMPLAINTS, HEADER, [("2020-01", "", "Atlantis", "a", 1)])
    with pytest.raises(BuildStopped, match="provincia: 'Atlantis' has no code"):
        built(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2024,Aguascalientes,01,Total,2000", "2024,Aguascalientes,01,Total,2001", "MX-AGU 2024: the total is not"),
        ("2024,Aguascalientes,01,Total,2000", "2024,Aguascalientes,01,Hombres,2000", "same area, year and sex"),
        ("2024,Aguascalientes,01,Total,2000", "2024,Aguascalientes,01,Total,2e3", "'2e3' in '2024' is not a number"),
        ("2024,Aguascalientes,01,Total,2000", "2024,Aguascalientes,01,Todos,2000", "genero: 'Todos' is unknown"),
    ],
)
def test_residents_that_do_not_add_up_stop_the_build(
    raw: Path, tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = raw / "mexico_states" / "conapo_pob_ent_sexo_1950_2070.csv"
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())
    with pytest.raises(BuildStopped, match=message):
        built(tmp_path)


def test_years_without_residents_stop_the_build(raw: Path, tmp_path: Path) -> None:
    path = raw / "mexico_states" / "conapo_pob_ent_sexo_1950_2070.csv"
    lines = path.read_bytes().decode().splitlines(keepends=True)
    path.write_bytes("".join(line for line in lines if not line.startswith("2025")).encode())
    with pytest.raises(BuildStopped, match="2025 is missing"):
        built(tmp_path)
