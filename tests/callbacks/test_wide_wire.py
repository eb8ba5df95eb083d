"""A wide table over the wire: what stands in it, that no interval becomes a number, where it is had."""

import csv
import io
import re

import hand_made
import openpyxl
import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from app import create_app
from callbacks.settings import Settings
from components.captions.sources import is_by_year
from components.files.wide import printed
from components.url.choices import CHARTS, Language, Page
from components.url.view import View
from data.interval import Interval
from data.model import status_of
from data.vocabulary import Status

VICTIMS = "page=overview&countries=ARG,BOL,ESP&years=2019-2023"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(Settings(hand_made.write(tmp_path_factory.mktemp("wide") / "data"))).server.test_client()


def rows(client: FlaskClient, query: str) -> dict[str, dict[str, str]]:
    answer = client.get(f"/api/v1/answer.csv?{query}&wide=1")
    assert answer.status_code == 200
    return {row["country"]: row for row in csv.DictReader(io.StringIO(answer.get_data(as_text=True)))}


def test_a_country_is_a_row_and_a_year_a_column(client: FlaskClient) -> None:
    found = rows(client, VICTIMS)
    years = [str(year) for year in range(2019, 2024)]
    assert {country: [row[year] for year in years] for country, row in found.items()} == {
        "ARG": ["100", "110", "120", "150", "[x]"],
        "BOL": ["<5", "0", "<5", "40", "50"],
        "ESP": ["200", "[x]", "240", "250", "30–34"],
    }
    assert {row["source"] for row in found.values()} == {hand_made.SOURCE}
    labelled = rows(client, f"{VICTIMS}&labels=es")
    assert [row["country_label"] for row in labelled.values()] == ["Argentina", "Bolivia", "España"]


def test_a_workbook_has_texts_and_names_its_source(client: FlaskClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/api/v1/answer.xlsx?{VICTIMS}&wide=1").data))
    head, *lines = book[book.sheetnames[1]].iter_rows(values_only=True)
    bolivia = dict(zip(head, lines[1], strict=True))
    assert [bolivia[year] for year in ("2019", "2020", "2022")] == ["<5", "0", "40"]
    assert len(list(book[book.sheetnames[-1]].iter_rows(min_row=2))) == 1


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_an_interval_is_never_one_number(low: int, more: int) -> None:
    count = Interval(low, low + more)
    text = printed(count.low, count.high, status_of(count))
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    assert text.isdecimal() is count.is_exact
    assert numbers in ([low], [low, low + more], [5])


def test_what_is_not_published_has_a_mark() -> None:
    marks = [printed(1, 1, status) for status in (Status.WITHHELD, Status.NOT_REPORTED, Status.NOT_APPLICABLE)]
    assert marks == ["[w]", "[x]", "[z]"]


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("page=flows&wide=1", "1"),
        ("page=data&wide=1", "1"),
        ("page=justice&chart=chain&wide=1", "1"),
        ("wide=yes", "yes"),
    ],
)
def test_it_is_refused_where_rows_are_no_grid(client: FlaskClient, query: str, value: str) -> None:
    answer = client.get(f"/api/v1/answer.csv?{query}")
    assert (answer.status_code, answer.get_json()["parameter"], answer.get_json()["value"]) == (400, "wide", value)


@pytest.mark.parametrize("page", [Page.OVERVIEW, Page.JUSTICE, Page.COMPARE, Page.FLOWS])
def test_it_is_offered_where_it_is_had(client: FlaskClient, page: Page) -> None:
    for chart in CHARTS[page]:
        view = View.of(Language.ES, page, chart=chart)
        text = client.get(view.url).get_data(as_text=True)
        offered = re.findall(r'href="(/api/v1/answer\.csv\?[^"]*wide=1[^"]*)"', text)
        assert bool(offered) is is_by_year(view)
        asked = f"/api/v1/answer.csv?page={page}&chart={chart}&wide=1"
        status = client.get(offered[0].replace("&amp;", "&") if offered else asked).status_code
        assert status == (200 if is_by_year(view) else 400)
