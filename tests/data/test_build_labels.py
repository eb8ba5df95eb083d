"""Labels mean what people reviewed, and nothing else."""

import re
from pathlib import Path

import pytest
from babel.core import get_global
from workbook import RETURN, curated, flow

from data.build import CURATION
from data.build.labels import DROP, Labels, load
from data.build.stop import BuildStopped
from data.schema import records
from data.vocabulary import Country, FlowMeasure, Indicator, Partner

MEANINGS = {
    "Ciudadanos de su pa\ufffds": "own",
    "ARGENTINA \n\n(FEVIMTRA: 3)": "ARG",
    "Argentino": "ARG",
    "BOLIVIA": "BOL",
    "Boliviana": "BOL",
    "Abroad": "abroad",
    "": "unknown",
    "OTROS": "other",
    "TOTAL": DROP,
    "Dominica": "DMA",
}
ISO3 = {code for code in get_global("territory_aliases") if re.fullmatch("[A-Z]{3}", code)}


def test_partners_by_country(tmp_path: Path) -> None:
    release = curated(
        tmp_path,
        flow("354", "Ciudadanos de su pa\ufffds"),
        flow("35", ""),
        flow("<5", "OTROS"),
        flow("397", "TOTAL"),
        flow("9", "Abroad", Dimension=RETURN),
        labels=Labels(MEANINGS, {}),
    )
    found = {(key.measure, key.partner): cell.count for key, cell in release.cells.items()}  # type: ignore[union-attr]
    assert found == {
        (FlowMeasure.VICTIMS_BY_CITIZENSHIP, Partner.OWN): (354, 354),
        (FlowMeasure.VICTIMS_BY_CITIZENSHIP, Partner.UNKNOWN): (35, 35),
        (FlowMeasure.VICTIMS_BY_CITIZENSHIP, Partner.OTHER): (0, 4),
        (FlowMeasure.VICTIMS_REPATRIATED, Partner.ABROAD): (9, 9),
    }
    assert release.ledger["dropped", "label_names_no_partner"] == 1  # type: ignore[index]


def test_spellings_of_one_partner_add_up(tmp_path: Path) -> None:
    release = curated(tmp_path, flow("<5", "BOLIVIA"), flow("<5", "Boliviana"), labels=Labels(MEANINGS, {}))
    (cell,) = release.cells.values()
    assert (cell.count, cell.flags) == ((0, 8), {"merged"})


@pytest.mark.parametrize(("country", "partner"), [("ARG", "own"), ("BOL", "ARG")])
def test_the_reporting_country_itself_is_own(tmp_path: Path, country: str, partner: str) -> None:
    line = flow("5", "ARGENTINA \n\n(FEVIMTRA: 3)", Iso3_code=country)
    (key,) = curated(tmp_path, line, labels=Labels(MEANINGS, {})).cells
    assert key[-1] == partner


def test_a_label_that_nobody_reviewed_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped, match=r"small\.xlsx:5: Category: label 'Argentinos' is not in labels\.csv"):
        curated(tmp_path, flow("5", "Argentino"), flow("5", "Argentinos"), labels=Labels(MEANINGS, {}))


def test_a_correction_holds_for_its_own_place_only(tmp_path: Path) -> None:
    place = ("glotip_2025_10_28", "ARG", "2020", "victims_by_citizenship", "Dominica")
    release = curated(
        tmp_path,
        flow("22", "Dominica"),
        flow("7", "Dominica", Year="2021"),
        flow("6", "Dominica", Iso3_code="BOL"),
        labels=Labels(MEANINGS, {place: "DOM"}),
    )
    found = {(key.country, key.year, key[-1]): set(cell.flags) for key, cell in release.cells.items()}
    assert found == {
        ("ARG", 2020, "DOM"): {"relabelled"},
        ("ARG", 2021, "DMA"): set(),
        ("BOL", 2020, "DMA"): set(),
    }


@pytest.mark.parametrize("name", ["labels", "corrections", "breaks", "sources"])
def test_reviewed_files_leave_nothing_unsaid(name: str) -> None:
    rows = records(CURATION / f"{name}.csv")
    empty = [(row, column) for row in rows for column, text in row.items() if not text.strip()]
    allowed = {"labels": {"raw"}, "sources": {"release", "url"}}.get(name, set())
    assert rows
    assert not [(row, column) for row, column in empty if column not in allowed]


def test_each_wording_is_reviewed_once() -> None:
    labels = records(CURATION / "labels.csv")
    assert len({row["raw"] for row in labels}) == len(labels)
    corrections = records(CURATION / "corrections.csv")
    assert len(load(CURATION).corrections) == len(corrections)


def test_meanings_are_countries_of_the_world_or_words_of_the_project() -> None:
    meanings = {row["meaning"] for name in ("labels", "corrections") for row in records(CURATION / f"{name}.csv")}
    assert meanings - ISO3 == {*map(str, Partner), DROP}


def test_breaks_name_countries_and_indicators_that_exist() -> None:
    for row in records(CURATION / "breaks.csv"):
        assert row["country"] in set(Country)
        assert row["indicator"] in set(Indicator)
