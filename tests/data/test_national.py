"""What countries themselves say stands beside the series and never in it: nothing that adds, ranks or scales reads it,
no figure of it is impossible, and none uncovers what UNODC hides."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pandas as pd
import pytest

from data import schema
from data.dataset import Dataset
from data.model import Selection
from data.national_vocabulary import UNITS, NationalMeasure
from data.queries.national import national
from data.queries.observations import answer
from data.queries.profile import profile
from data.queries.region import region
from data.schema import TABLES
from data.vocabulary import Age, Country, Indicator, Sex, Status

ROOT = Path(__file__).parents[2]
TABLE = "national_statements"
READERS = {
    "data/schema/national.py",
    "data/build/cooperation.py",
    "data/build/national.py",
    "data/queries/national.py",
    "components/pages/country/national.py",
    "components/captions/code_labels.py",
}  # what reads all tables alike (explorer, package, API) goes by the schema and names none


def saying(*figures: tuple[str, str, str, float, float | None]) -> pd.DataFrame:
    """Rows of the table: country, measure, year, low, high."""
    about = dict.fromkeys(TABLES[TABLE].columns, "")
    rows = [
        about
        | {"statement": f"s_{n}", "country": country, "measure": measure, "low": low, "high": high}
        | {"period_start": f"{year}-01-01" if year else "", "period_end": f"{year}-12-31" if year else ""}
        for n, (country, measure, year, low, high) in enumerate(figures)
    ]
    return pd.DataFrame(rows, columns=TABLES[TABLE].columns)


def told(small: Dataset, frame: pd.DataFrame) -> Dataset:
    return replace(small, tables=MappingProxyType({**small.tables, TABLE: frame}))


def texts(path: Path) -> Iterator[str]:
    """The strings of a module that are one of its words, not the sentence in which it is described."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_nothing_else_names_the_table() -> None:
    modules = [path for room in ("data", "components", "callbacks") for path in (ROOT / room).rglob("*.py")]
    found = {str(path.relative_to(ROOT)) for path in modules if {TABLE, f"{TABLE}.csv"} & set(texts(path))}
    assert found == READERS


@pytest.mark.parametrize("indicator", Indicator)
def test_no_figure_changes_for_what_a_country_says(small: Dataset, indicator: Indicator) -> None:
    loud = told(small, saying(*((c, str(indicator), "2022", 999_999, 999_999) for c in Country)))
    selection = Selection(indicator, 2019, 2023)
    plain, beside = answer(small, selection), answer(loud, selection)
    assert plain.cells == beside.cells
    assert [region(plain, year) for year in plain.years] == [region(beside, year) for year in beside.years]
    mine, theirs = profile(small, Country.ARG, 2022), profile(loud, Country.ARG, 2022)
    assert mine.key(indicator) == theirs.key(indicator)
    assert mine.facts() == theirs.facts()


def test_figures_come_by_measure_and_the_latest_first(small: Dataset) -> None:
    found = told(
        small,
        saying(
            ("ARG", "persons_convicted", "2020", 3, 3),
            ("ARG", "victims_detected", "", 9, 9),
            ("ARG", "victims_detected", "2019", 1, 1),
            ("BOL", "victims_detected", "2022", 4, 4),
            ("ARG", "victims_detected", "2021", 2, 2),
        ),
    )
    assert [row["low"] for row in national(found, Country.ARG)] == [2, 1, 9, 3]
    assert national(found, Country.CHL) == []
    assert national(small, Country.ARG) == []


# ---- as curated ----


@pytest.fixture(scope="module")
def rows(real: Dataset) -> pd.DataFrame:
    return real.tables[TABLE]


def test_every_raw_row_is_told_or_left_out_by_name(real: Dataset, rows: pd.DataFrame) -> None:
    ledger = real.tables["ledger"].set_index("rule")["rows"]
    parts = ledger[["national_statement", "no_authority_says_it", "one_operation_at_home"]]
    assert parts.to_list() == [157, 4, 4]
    assert rows["raw_rows"].nunique() == 157
    assert len(rows) == 158  # one row prints two figures that contradict each other


@pytest.mark.parametrize(
    ("country", "measure", "start", "end", "low"),
    [
        ("CUB", "cases_tried", "2022-01-01", "2022-12-31", 6),
        ("CUB", "cases_tried", "2024-01-01", "2024-12-31", 8),
        ("GTM", "victims_detected", "2024-01-01", "2024-12-31", 420),
        ("ARG", "persons_convicted", "2008-01-01", "2025-07-31", 1043),
    ],
)
def test_figures_that_unodc_lacks(
    rows: pd.DataFrame, country: str, measure: str, start: str, end: str, low: int
) -> None:
    about = rows[(rows["country"] == country) & (rows["measure"] == measure)]
    (found,) = about[(about["period_start"] == start) & (about["period_end"] == end)].to_dict("records")
    assert (found["low"], found["high"], found["status"]) == (low, low, "exact")


def test_none_is_above_the_residents(real: Dataset, rows: pd.DataFrame) -> None:
    residents: dict[str, int] = {}
    for (country, _), persons in real.residents(Sex.TOTAL, Age.TOTAL).items():
        residents[country] = min(persons, residents.get(country, persons))
    assert all(row.low <= residents[row.country] / 100 for row in rows.itertuples())


def test_none_uncovers_what_unodc_hides(real: Dataset, rows: pd.DataFrame) -> None:
    for row in rows[rows["measure"].isin(list(Indicator)) & (rows["low"] < 5)].itertuples():
        years = {int(day[:4]) for day in (row.period_start, row.period_end) if day}
        found = real.observed(Selection(Indicator(row.measure), *real.years))
        for year in years:
            cell = found.get((Country(row.country), year))
            assert cell is None or cell.status != Status.SUPPRESSED, row.statement


def test_each_measure_has_one_unit(rows: pd.DataFrame) -> None:
    units = rows.groupby("measure")["unit"].agg(set)
    assert all(found == {UNITS.get(NationalMeasure(name), "persons")} for name, found in units.items())


def test_figures_are_told_once(rows: pd.DataFrame) -> None:
    same = ["country", "period_start", "period_end", "measure", "extent", "crime_scope", "low", "high"]
    assert not rows.duplicated(same).any()
    assert schema.TABLES[TABLE].key == ("statement",)
