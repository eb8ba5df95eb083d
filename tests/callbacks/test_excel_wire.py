"""What a page gives away, read as Excel reads it in each place: the same figures, and each text still a text."""

import csv
import io
from codecs import BOM_UTF8
from datetime import datetime
from functools import cache

import pandas as pd
import pytest
from flask.testing import FlaskClient

from components.files.csv import csv_for_excel
from components.url.choices import Locale, Page
from components.url.view import View

COMMA = (Locale.ES, Locale.PT, Locale.PT_PT)  # where the decimal mark is a comma, and a list is separated by semicolons
VIEWS = (
    "overview.csv?measure=rate&years=2019-2022",
    "flows.csv?country=BOL",
    "cooperation.csv?chart=instruments",
    "compare.csv?countries=ARG,COL&scale=index",
    "data.csv?table=quarantine",
    "data.csv?table=subnational&where=country:MEX;year:2024",
)
DAYS = ("%d/%m/%Y", "%d/%m/%y", "%d/%m", "%m/%d", "%m/%Y", "%Y/%m", "%d/%b", "%b/%Y", "%b/%y", "%H:%M", "%H:%M:%S")
LONGEST = 20  # characters of what could be a day


def opened(content: bytes, locale: Locale) -> list[list[str | float]]:
    """A file opened by a double click: the mark tells the encoding, the place what separates and what is decimal."""
    assert content.startswith(BOM_UTF8)
    separator, decimal = (";", ",") if locale in COMMA else (",", ".")
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=separator, strict=True)
    return [[cell(text, decimal) for text in row] for row in rows]


@cache
def cell(text: str, decimal: str) -> str | float:
    """A cell as Excel takes it: a number where it can, else a text; one that is made into anything else fails here. A
    day in the form of ISO 8601 becomes that day everywhere."""
    other = "." if decimal == "," else ","
    plain = text.strip()
    if plain.replace(decimal, "", 1).lstrip("+-").isdecimal() and (plain in ("0",) or not plain.startswith("00")):
        return float(plain.replace(decimal, "."))
    assert not plain.replace(other, "").replace(decimal, "").lstrip("+-").isdecimal(), f"a number to some: {text}"
    assert plain[:1] not in ("=", "+", "-", "@"), f"a formula: {text}"
    for form in DAYS if len(plain) < LONGEST else ():
        with pytest.raises(ValueError, match=r"does not match|remains"):
            datetime.strptime(plain.replace("-", "/").replace(".", "/"), form)  # noqa: DTZ007
    return text.removeprefix("'")


def as_numbers(rows: list[list[str]]) -> list[list[str | float]]:
    def read(text: str) -> str | float:
        return float(text) if text.lstrip("-").replace(".", "", 1).isdecimal() else text.removeprefix("'")

    return [[read(text) for text in row] for row in rows]


@pytest.mark.parametrize("address", VIEWS)
def test_excel_reads_the_figures_of_the_view_in_every_place(client: FlaskClient, address: str) -> None:
    for locale in (Locale.ES, Locale.PT_PT, Locale.ES_419, Locale.EN):
        plain = client.get(f"/{locale}/{address}").data
        found = opened(client.get(f"/{locale}/{address}&for=excel").data, locale)
        expected = as_numbers(list(csv.reader(io.StringIO(plain.decode("utf-8-sig")))))
        assert len(expected) > 1
        assert found == expected
        if "rate" in address:
            assert any(isinstance(value, float) and value % 1 for row in found for value in row)


def test_interval_figures_keep_their_two_columns(client: FlaskClient) -> None:
    head, *rows = opened(client.get("/es/overview.csv?years=2019-2022&for=excel").data, Locale.ES)
    low, high, status = (head.index(name) for name in ("low", "high", "status"))
    suppressed = [row for row in rows if row[status] == "suppressed"]
    assert {(row[low], row[high]) for row in suppressed} == {(0.0, 4.0)}


@pytest.mark.parametrize("locale", Locale)
def test_it_is_offered_where_programs_and_excel_read_otherwise(client: FlaskClient, locale: Locale) -> None:
    view = View.of(locale, Page.OVERVIEW)
    page = client.get(view.url).get_data(as_text=True)
    take = page[page.index('class="take"') :].partition("</p>")[0]
    assert take.index("/api/v1/answer.xlsx?") < take.index(".csv")  # what opens alike everywhere is first
    assert (f"{view.path}.csv?for=excel" in take) is (locale in COMMA)
    assert (
        client.get(f"{view.path}.csv?for=excel").headers["Content-Disposition"]
        == (client.get(f"{view.path}.csv").headers["Content-Disposition"])
    )
    page = client.get(View.of(locale, Page.DATA).url).get_data(as_text=True)
    assert f"/api/v1/observations.csv?labels={locale}&amp;for=excel" in page  # there the plain one is for programs


def test_the_api_gives_it_where_it_is_asked_for(client: FlaskClient) -> None:
    at = "/api/v1/population.csv?area=ARG&year=2020"
    plain, spanish, english = (client.get(f"{at}{more}").data for more in ("", "&labels=es&for=excel", "&for=excel"))
    assert not plain.startswith(BOM_UTF8)  # R takes the mark for a part of the first name
    assert english == BOM_UTF8 + plain
    assert opened(spanish, Locale.ES)[0][:3] == opened(english, Locale.EN)[0][:3]
    for address in (
        "population.json?for=excel",
        "population.csv?for=word",
        "answer.xlsx?for=excel",
        "package.zip?for=excel",
    ):
        answer = client.get(f"/api/v1/{address}")
        assert (answer.status_code, answer.get_json()["parameter"]) == (400, "for")


@pytest.mark.parametrize(
    "text",
    [
        "2-4",
        "1/2",
        "2,019",
        "6.112.019",
        "2020-01",
        "007",
        "1e5",
        "12%",
        "10:30",
        "mar 2020",
        "3-ago",
        "1234567890123456",
    ],
)
def test_a_text_stays_a_text(text: str) -> None:
    frame = pd.DataFrame({"said": [text, "2–4", "<5", "133–141", "2025-10-28", "17|32", "Marruecos", "[x]"]})
    rows = csv_for_excel(frame, ",").decode("utf-8-sig").split("\r\n")
    assert rows == ["said", f"'{text}", *frame["said"][1:], ""]
