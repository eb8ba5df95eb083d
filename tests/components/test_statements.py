"""Published figures: each as its source has it, over its own period, beside its own kind and unit only."""

import math
from xml.etree.ElementTree import Element

import pandas as pd
import pytest
from tree import classed, parse, rows, text

from components.i18n import Words
from components.pages.cooperation.statements import (
    Row,
    calendar,
    covered,
    figure,
    groups,
    partner,
    period,
    span,
    statement_tables,
)
from components.tables.table import to_html
from data.cooperation_vocabulary import Evidence
from data.dataset import Dataset
from data.queries.means import published
from data.vocabulary import Country


@pytest.fixture(scope="module")
def frame(record: Dataset) -> pd.DataFrame:
    return published(record, all_crimes=False)


# ---- one figure ----


@pytest.mark.parametrize(
    ("low", "high", "status", "printed"),
    [
        (12.0, 12.0, "exact", "12"),
        (0.0, 0.0, "exact", "0"),
        (4135.0, 4135.0, "exact", "4,135"),
        (16.39, 16.39, "exact", "16.39"),
        (8.1, 8.1, "exact", "8.1"),
        (0.0, 4.0, "range", "0–4"),
        (0.0, 16.39, "range", "0–16.39"),
        (101.0, None, "at_least", "at least 101"),
        (101.0, math.nan, "at_least", "at least 101"),
        (50.0, 50.0, "approximate", "about 50"),
    ],
)
def test_a_figure_is_printed_as_its_source_has_it(
    en: Words, low: float, high: float | None, status: str, printed: str
) -> None:
    assert figure({"low": low, "high": high, "status": status}, en) == printed


def test_every_real_figure_is_printed_without_rounding(real: Dataset, en: Words) -> None:
    for row in real.tables["requests"].to_dict("records"):
        shown = figure({str(key): value for key, value in row.items()}, en).replace(",", "").partition("–")[0]
        assert float(shown.removeprefix("at least ").removeprefix("about ")) == float(row["low"]), row["statement"]


@pytest.mark.parametrize(
    ("start", "end", "years", "said"),
    [
        ("2013-01-01", "2014-12-31", (2013, 2014), "2013-01-01 – 2014-12-31"),
        ("2020", "2020", (2020, 2020), "2020"),
        ("2025-01-01", "", (2025, 2025), "2025-01-01 – …"),
        ("", "2012-11", (2012, 2012), "… – 2012-11"),
        ("", "", None, "no period"),
    ],
)
def test_a_period_is_as_exact_as_its_source(
    en: Words, start: str, end: str, years: tuple[int, int] | None, said: str
) -> None:
    row: Row = {"period_start": start, "period_end": end}
    assert (span(row), period(row, en)) == (years, said)


def test_partners_are_names_and_words_for_whom_the_source_does_not_name(en: Words) -> None:
    assert [partner(code, en) for code in ("BRA|CHL", "all", "several", "USA")] == [
        "Brazil, Chile", "all", "several, not named", "United States",
    ]  # fmt: skip


# ---- all figures ----


def _html(frame: pd.DataFrame, first: int, last: int, words: Words) -> str:
    return "".join(to_html(table) for table in statement_tables(frame, first, last, words))


def _tables(drawn: str) -> dict[str, list[list[str]]]:
    return {text(next(table.iter("caption"))): list(rows(table)) for table in parse(drawn).iter("table")}


def test_two_kinds_or_two_units_never_share_a_table(frame: pd.DataFrame, en: Words) -> None:
    tables = _tables(_html(frame, 2019, 2022, en))
    assert {caption: len(found) for caption, found in tables.items()} == {
        "Requests: requests": 2, "Repatriations: persons": 1, "Requests: per cent": 1,
    }  # fmt: skip
    assert [(kind, unit, len(found)) for kind, unit, found in groups(frame)] == [
        ("requests", "requests", 2), ("repatriations", "persons", 1), ("requests", "percent", 1),
    ]  # fmt: skip


def test_no_group_of_the_real_record_mixes_kinds_units_or_the_scope_of_all_crimes(real: Dataset) -> None:
    counted = 0
    for all_crimes in (False, True):
        for kind, unit, found in groups(published(real, all_crimes=all_crimes)):
            assert set(zip(found["kind"], found["unit"], strict=True)) == {(kind, unit)}
            assert set(found["crime_scope"] == "all_crimes") == {all_crimes}
            counted += len(found)
    assert counted == len(real.tables["requests"])


def test_a_row_says_who_with_whom_which_way_when_how_much_what_and_where_it_was_read(
    frame: pd.DataFrame, en: Words
) -> None:
    argentina, spain = _tables(_html(frame, 2019, 2022, en))["Requests: requests"]
    assert spain == [
        "Spain", "Bolivia", "sent", "2019-01-01 – 2021-12-31", "12", "About it (en)", "A court official source",
    ]  # fmt: skip
    assert argentina[:5] == ["Argentina", "several, not named", "sent", "no period", "0–4"]
    assert argentina[6] == "A court said by a third party; contradicts another figure: both are shown"


def _tracks(drawn: str) -> list[list[tuple[float, float]]]:
    """Of each row the bars of its period: where they start and how wide they are, of 100."""
    return [
        [(float(bar.get("x", 0)), float(bar.get("width", 0))) for bar in classed(row, "sure")]
        for row in parse(drawn).iterfind(".//tbody/tr")
    ]


def test_a_figure_of_three_years_is_one_bar_over_them(frame: pd.DataFrame, en: Words) -> None:
    spain = frame[frame["statement"] == "esp_sent"]
    assert _tracks(_html(spain, 2019, 2022, en)) == [[(0, 75)]]
    assert _tracks(_html(spain, 2018, 2022, en)) == [[(20, 60)]]
    assert _tracks(_html(spain, 2020, 2020, en)) == [[(0, 100)]]  # what lies outside is cut off
    assert _tracks(_html(spain, 2022, 2023, en)) == [[]]


def test_a_figure_without_a_period_has_no_bar(frame: pd.DataFrame, en: Words) -> None:
    assert _tracks(_html(frame[frame["statement"] == "arg_sent"], 2019, 2022, en)) == [[]]


def test_only_an_address_that_is_known_is_a_link(frame: pd.DataFrame, en: Words) -> None:
    drawn = parse(_html(frame, 2019, 2022, en))
    assert [link.get("href") for link in drawn.iter("a")] == ["https://example.org/esp_sent"]


def test_without_a_figure_there_is_no_table(frame: pd.DataFrame, en: Words) -> None:
    assert statement_tables(frame[:0], 2019, 2022, en) == []


# ---- what is published at all ----


def _calendar(frame: pd.DataFrame, words: Words) -> dict[tuple[str, str], Element]:
    """The cells by country and year."""
    (table,) = classed(parse(to_html(calendar(frame, 2019, 2022, "x", words))), "matrix")
    years = [text(head) for head in table.findall(".//thead/tr/th")][1:]
    return {
        (text(row[0]), year): cell
        for row in table.iterfind(".//tbody/tr")
        for year, cell in zip(years, list(row)[1:], strict=True)
    }


def test_the_calendar_marks_each_year_of_a_period_by_its_best_evidence(frame: pd.DataFrame, en: Words) -> None:
    cells = _calendar(frame, en)
    assert len(cells) == 22 * 4
    assert [text(cells["Spain", str(year)]) for year in range(2019, 2023)] == ["●", "●", "●", "·"]
    assert [text(cells["Argentina", str(year)]) for year in range(2019, 2023)] == ["·", "·", "◐", "·"]
    assert {text(cell) for (country, _), cell in cells.items() if country not in ("Spain", "Argentina")} == {"·"}
    mirror = _calendar(frame[frame["statement"] == "esp_share"], en)["Spain", "2020"]
    assert (text(mirror), mirror.get("class")) == ("○", "grade-1")


def test_a_cell_of_the_calendar_says_what_or_that_nothing_is_published(frame: pd.DataFrame, en: Words) -> None:
    cells = _calendar(frame, en)
    assert cells["Spain", "2020"][0].get("title") == "About it (en)"
    assert cells["Cuba", "2020"][0].get("title") == "nothing published"


@pytest.mark.parametrize("evidence", Evidence)
def test_every_grade_of_evidence_has_a_mark_and_a_sentence(frame: pd.DataFrame, en: Words, evidence: Evidence) -> None:
    cells = _calendar(frame.assign(evidence=str(evidence)), en)
    assert text(cells["Spain", "2019"]) in {"●", "◐", "○"}
    assert en(f"evidence.{evidence}") in text(parse(_html(frame.assign(evidence=str(evidence)), 2019, 2022, en)))


def test_the_covered_have_a_figure_of_their_own(frame: pd.DataFrame) -> None:
    assert covered(frame) == [Country.ARG, Country.ESP]
