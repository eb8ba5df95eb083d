"""The real releases against what is committed. Raw files are not part of the project: without them these tests are
skipped, and say so."""

import os
from pathlib import Path

import pandas as pd
import pytest

from data.build import CURATION, run
from data.build.workbook import HEADER
from data.schema import records
from data.vocabulary import Country, Crime
from data.wording import INDICATORS, MEASURES

ROOT = Path(__file__).parents[2]
CURATED = ROOT / "data" / "curated"
RAW = Path(os.environ.get("RAW_RELEASES", ROOT.parent / "shared" / "data_raw"))
RELEASES = {"glotip_2025_04_14": "2025-04-14", "glotip_2025_10_28": "2025-10-28"}
ROWS_ABOUT_THE_22 = {"glotip_2025_04_14": 9_500, "glotip_2025_10_28": 10_313}

pytestmark = pytest.mark.skipif(
    not (RAW / "glotip").is_dir(),
    reason=f"RAW RELEASES ABSENT: committed data are NOT compared with them. Set RAW_RELEASES; looked in {RAW}",
)

KEPT = pytest.mark.parametrize(("source", "prefix"), [("glotip_2025_10_28", ""), ("glotip_2025_04_14", "earlier_")])


@pytest.fixture(scope="module")
def sheets() -> dict[str, pd.DataFrame]:
    """The rows about the 22 of each release, read without the code under test; `row` as a spreadsheet counts."""
    found = {}
    for source, date in RELEASES.items():
        path = RAW / "glotip" / f"data_glotip_{date}.xlsx"
        sheet = pd.read_excel(path, header=2, dtype=str, keep_default_na=False, engine="calamine")
        assert tuple(sheet.columns) == HEADER
        sheet["row"] = range(4, 4 + len(sheet))
        found[source] = sheet[sheet["Iso3_code"].isin(list(Country))]
    return found


def bounds(value: str) -> tuple[int, int]:
    return (0, 4) if value == "<5" else (int(value.replace(",", "")),) * 2


def test_committed_files_are_what_the_raw_releases_give(tmp_path: Path) -> None:
    run.build(RAW, tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    committed = {path.name: path.read_bytes() for path in CURATED.iterdir()}
    assert made.keys() == committed.keys()
    assert [name for name in made if made[name] != committed[name]] == []


@KEPT
def test_every_headline_equals_the_release(sheets: dict[str, pd.DataFrame], source: str, prefix: str) -> None:
    sheet = sheets[source]
    whole = sheet[(sheet[["Dimension", "Category", "Sex", "Age"]] == "Total").all(axis=1)]
    printed = {
        (row.Iso3_code, row.Year, str(INDICATORS[row.Indicator])): bounds(row.txtVALUE) for row in whole.itertuples()
    }
    committed = {
        (row["country"], row["year"], row["indicator"]): (int(row["low"]), int(row["high"]))
        for row in records(CURATED / f"{prefix}observations.csv")
        if (row["sex"], row["age"], row["exploitation"]) == ("total", "total", "total")
        and row["crime"] == Crime.TRAFFICKING
    }
    assert len(printed) == len(whole) > 1000
    assert committed == printed


@KEPT
def test_every_figure_is_the_sum_of_the_rows_it_names(
    sheets: dict[str, pd.DataFrame], source: str, prefix: str
) -> None:
    printed = {row.row: bounds(row.txtVALUE) for row in sheets[source].itertuples()}
    used: list[int] = []
    for name in ("observations", "flows"):
        for row in records(CURATED / f"{prefix}{name}.csv"):
            if row["crime"] != Crime.TRAFFICKING:  # from a file of its own, with its own test
                continue
            numbers = [int(number) for number in row["raw_rows"].split("|")]
            used += numbers
            sums = tuple(sum(printed[number][end] for number in numbers) for end in (0, 1))
            once = row.get("partner") == "other" and len(numbers) == 2
            expected = printed[numbers[0]] if once else sums
            assert (int(row["low"]), int(row["high"])) == expected, row
    assert len(used) == len(set(used))
    quarantined = {int(row["row"]) for row in records(CURATED / "quarantine.csv") if row["source"] == source}
    assert not quarantined & set(used)
    withheld = [row for row in records(CURATED / "withheld.csv") if row["source"] == source]
    for row in withheld:
        numbers = [int(number) for number in row["raw_rows"].split("|")]
        assert (int(row["low"]), int(row["high"])) == tuple(sum(printed[n][end] for n in numbers) for end in (0, 1))
        assert not {*numbers, *map(int, row["against"].split("|"))} & quarantined
        used += numbers
    assert len(used) == len(set(used))


def test_the_ledger_accounts_for_every_row(sheets: dict[str, pd.DataFrame]) -> None:
    counted = dict.fromkeys(RELEASES, 0)
    for row in records(CURATED / "ledger.csv"):
        if row["source"] in counted:  # the record of cooperation has its own test
            counted[row["source"]] += int(row["rows"])
    assert counted == ROWS_ABOUT_THE_22 == {source: len(sheet) for source, sheet in sheets.items()}


CONTEXT_ROWS = {
    "cts_2024_05_16": 236,
    "gsi_2023": 21,
    "index_3p_2000_2013": 336,
    "iom_missing_migrants_2025_03_10": 1_391,
    "oc_index_2021_2025": 66,
    "record_context": 27,
    "tip_tiers_2001_2015": 357,
    "usbp_2000_2025": 535,
}


def test_the_ledger_accounts_for_every_row_of_context() -> None:
    counted = dict.fromkeys(CONTEXT_ROWS, 0)
    files = {row["source"]: row["file"] for row in records(CURATED / "sources.csv")}
    for row in records(CURATED / "ledger.csv"):
        if row["source"] in counted:
            counted[row["source"]] += int(row["rows"])
    assert counted == CONTEXT_ROWS == {source: len(records(RAW / files[source])) for source in CONTEXT_ROWS}


def test_offences_of_smuggling_equal_the_release() -> None:
    path = RAW / "smuggling_offences" / "cts_trafico_migrantes_22paises_2024-05-16.csv"
    printed = {
        (row["Iso3_code"], row["Year"]): float(row["VALUE"])
        for row in records(path)
        if row["Unit of measurement"] == "Counts"
    }
    committed = {
        (row["country"], row["year"]): float(row["low"])
        for row in records(CURATED / "observations.csv")
        if row["crime"] == Crime.SMUGGLING_OF_MIGRANTS
    }
    assert len(printed) == 118
    assert committed == printed


def test_figures_that_cannot_be_are_in_quarantine() -> None:
    found = {
        (row["country"], row["year"], row["value"], row["reason"])
        for row in records(CURATED / "quarantine.csv")
        if row["source"] == "glotip_2025_10_28"
    }
    assert ("AND", "2022", "6,112,019", "above_population") in found
    assert ("SLV", "2021", "6,112,019", "date_as_count") in found
    years = {(year, value) for country, year, value, reason in found if (country, reason) == ("DOM", "year_as_count")}
    assert years == {("2019", "2,019"), ("2020", "2,020"), ("2021", "2,021"), ("2022", "2,022")}


def test_every_reviewed_label_occurs(sheets: dict[str, pd.DataFrame]) -> None:
    dimensions = {dimension for dimension, _ in MEASURES}
    printed = {label for sheet in sheets.values() for label in sheet[sheet["Dimension"].isin(dimensions)]["Category"]}
    reviewed = {row["raw"] for row in records(CURATION / "labels.csv")}
    corrected = {row["raw"] for row in records(CURATION / "corrections.csv")}
    assert reviewed <= printed
    assert printed - reviewed <= corrected


def test_a_correction_restores_what_the_earlier_release_printed(sheets: dict[str, pd.DataFrame]) -> None:
    """Same country, year, measure and figure: the earlier release has the corrected partner, and not the later label."""  # noqa: E501
    meanings = {row["raw"]: row["meaning"] for row in records(CURATION / "labels.csv")}
    measures = {str(measure): key for key, measure in MEASURES.items()}
    names = {indicator: name for name, indicator in INDICATORS.items()}
    for correction in records(CURATION / "corrections.csv"):
        dimension, indicator = measures[correction["measure"]]
        where = {
            "Iso3_code": correction["country"],
            "Year": correction["year"],
            "Dimension": dimension,
            "Indicator": names[indicator],
        }
        earlier, later = (sheet[(sheet[list(where)] == pd.Series(where)).all(axis=1)] for sheet in sheets.values())
        (value,) = later[later["Category"] == correction["raw"]]["txtVALUE"]
        before = {(meanings[row.Category], row.txtVALUE) for row in earlier.itertuples()}
        assert (correction["meaning"], value) in before
        assert meanings.get(correction["raw"], "DMA") not in {meaning for meaning, _ in before}
        assert correction["meaning"] not in {meanings.get(label) for label in later["Category"]}


def test_every_victim_and_offence_of_a_state_and_every_complaint_is_in_a_year() -> None:
    """Sums of the raw files by year, as their notes have them, against the yearly totals of the areas."""
    added: dict[tuple[str, str], int] = {}
    for row in records(CURATED / "subnational.csv"):
        is_year = len(row["period"]) != len("2020-01")
        if is_year and (row["sex"], row["age"]) == ("total", "total"):
            key = (row["indicator"], row["period"])
            added[key] = added.get(key, 0) + int(row["low"])
    victims = {
        2015: 1171,
        2016: 782,
        2017: 537,
        2018: 584,
        2019: 682,
        2020: 681,
        2021: 753,
        2022: 942,
        2023: 936,
        2024: 790,
    }
    for year, printed in victims.items():
        assert added["victims_in_investigation_files", str(year)] == printed
    assert added["victims_in_investigation_files", "2025-01/2025-06"] == 392
    assert added["offences_in_investigation_files", "2022"] == 808
    assert added["offences_in_investigation_files", "2025-01/2025-06"] == 311
    assert added["complaints_line_145", "2020"] + added["complaints_line_145", "2021"] == 3352


def test_the_ledger_accounts_for_every_row_about_areas() -> None:
    counted: dict[str, int] = {}
    for row in records(CURATED / "ledger.csv"):
        counted[row["source"]] = counted.get(row["source"], 0) + int(row["rows"])
    assert counted["sesnsp_victims_2025_07"] == 28_224
    assert counted["sesnsp_offences_2025_07"] == 363
    assert counted["line145_2022_02"] == 1_452
