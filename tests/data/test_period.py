"""Year and span of a period: laws over the whole calendar, cases by hand, what the check refuses, and filters."""

import csv
import io
import json
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import hand_made
import pytest
import small_areas
from hypothesis import given
from hypothesis import strategies as st

from app import create_app
from callbacks.settings import Settings
from data import package, schema
from data.check import check_folder
from data.dataset import CURATED
from data.period import columns, days, expected, year_and_span
from data.vocabulary import Span

YEARS = st.integers(2000, 2030)


@given(YEARS, st.integers(1, 12), st.integers(1, 12))
def test_whole_months_are_told_by_how_many_and_where_they_start(year: int, first: int, last: int) -> None:
    first, last = sorted((first, last))
    end = monthrange(year, last)[1]
    known = {(1, 12): Span.YEAR, **{(month, month + 2): Span.QUARTER for month in (1, 4, 7, 10)}}
    wanted = Span.MONTH if first == last else known.get((first, last), Span.OTHER)
    assert year_and_span(f"{year}-{first:02}-01", f"{year}-{last:02}-{end}") == (str(year), wanted)
    assert year_and_span(f"{year}-{first:02}-02", f"{year}-{last:02}-{end}")[1] is Span.OTHER
    assert year_and_span(f"{year}-{first:02}-01", f"{year}-{last:02}-{end - 1}")[1] is Span.OTHER


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(0, 900))
def test_a_period_is_of_a_year_only_where_both_ends_are(start: date, more: int) -> None:
    end = start + timedelta(more)
    year, span = year_and_span(start.isoformat(), end.isoformat())
    assert year == (str(start.year) if start.year == end.year else "")
    longest = {Span.MONTH: 31, Span.QUARTER: 92, Span.YEAR: 366}
    assert span is Span.OTHER or (year and more < longest[span])


@pytest.mark.parametrize(
    ("start", "end", "year", "span"),
    [
        ("", "2017-07-29", "", ""),
        ("2023-01-01", "", "", ""),
        ("2020", "2020", "2020", "other"),
        ("2013-01-01", "2014-12-31", "", "other"),
        ("2020-99-01", "2020-99-31", "2020", "other"),
    ],
)
def test_what_is_not_known_is_not_told(start: str, end: str, year: str, span: str) -> None:
    assert columns(start, end) == {"year": year, "span": span}


def test_a_period_as_text_has_its_days() -> None:
    assert days("2024") == ("2024-01-01", "2024-12-31")
    assert days("2024-02") == ("2024-02-01", "2024-02-29")
    assert days("2025-01/2025-06") == ("2025-01-01", "2025-06-30")


@pytest.mark.parametrize("name", ["subnational", "requests", "cooperation_events"])
def test_every_curated_period_has_its_own(name: str) -> None:
    rows = schema.records(CURATED / f"{name}.csv")
    assert [{"year": row["year"], "span": row["span"]} for row in rows] == list(map(expected, rows))
    assert len({row["span"] for row in rows}) > 1


def written(folder: Path) -> Path:
    hand_made.write(folder)
    for name, frame in small_areas.tables().items():
        schema.write(folder / f"{name}.csv", frame, schema.TABLES[name])
    (folder / "area_plan.geojson").write_text(json.dumps(small_areas.AREAS), encoding="utf-8")
    package.seal(folder)
    return folder


def test_a_year_or_span_that_does_not_follow_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path / "data")
    assert check_folder(folder) == []
    path = folder / "subnational.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",2020,2020,year,", ",2020,2019,month,", 1), encoding="utf-8")
    package.seal(folder)
    assert [(fault.file, fault.column) for fault in check_folder(folder)] == [
        ("subnational.csv", "year"),
        ("subnational.csv", "span"),
    ]


def test_months_and_years_are_asked_for_apart(tmp_path: Path) -> None:
    client = create_app(Settings(written(tmp_path / "data"))).server.test_client()

    def asked(query: str) -> set[str]:
        text = client.get(f"/api/v1/subnational.csv?{query}").get_data(as_text=True)
        return {row["period"] for row in csv.DictReader(io.StringIO(text))}

    assert asked("year=2020") > asked("year=2020&span=year") == {"2020"}
    assert asked("year=2022") == {"2022-01/2022-06"}
    assert client.get("/api/v1/subnational.csv?span=week").status_code == 400
    labelled = client.get("/api/v1/subnational.json?year=2022&labels=pt").get_json()
    assert {row["span_label"] for row in labelled} == {"outra"}
