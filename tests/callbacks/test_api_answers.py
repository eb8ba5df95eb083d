"""What an answer of the API says of itself over the wire: its data, its columns, its sources, what it cannot match."""

import csv
import io
import json
import zipfile

import fastparquet
import hand_made
import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from app import create_app
from callbacks.settings import Settings
from components.files.answer_columns import EVERY
from components.files.extract import of_view
from components.files.package import package
from components.url.choices import CHARTS, Page
from data.dataset import CURATED, Dataset
from data.schema import SHOWN
from data.value_list import joined


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(Settings(hand_made.write(tmp_path_factory.mktemp("api") / "data"))).server.test_client()


@pytest.fixture(scope="module")
def whole() -> FlaskClient:
    return create_app(Settings(CURATED)).server.test_client()


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def read(package: bytes, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(package)) as book:
        return rows(book.read(name))


@pytest.mark.parametrize(("table", "column"), [("quarantine", "value"), ("sources", "publisher"), ("sources", "title")])
def test_each_text_with_a_comma_is_had_in_quotes_and_refused_without(
    whole: FlaskClient, table: str, column: str
) -> None:
    texts = {row[column] for row in rows(whole.get(f"/api/v1/{table}.csv").data)}
    with_comma = [text for text in texts if "," in text]
    assert with_comma
    for text in with_comma:
        asked = whole.get(f"/api/v1/{table}.csv", query_string={column: joined([text])})
        assert {row[column] for row in rows(asked.data)} == {text}
        bare = whole.get(f"/api/v1/{table}.csv", query_string={column: text})
        assert (bare.status_code, bare.get_json()["parameter"]) == (400, column)
        assert '"' in bare.get_json()["accepted"]


def test_a_text_with_a_comma_is_had_on_the_page_of_data_too(whole: FlaskClient) -> None:
    at = {"table": "quarantine", "where": 'value:"6,112,019"'}
    found = rows(whole.get("/en/data.csv", query_string=at).data)
    assert found == rows(whole.get("/api/v1/quarantine.csv?value=%226,112,019%22").data) != []


@pytest.mark.parametrize("source", ["nothing", "glotip_2025_10_28,nothing", "glotip"])
def test_a_key_that_nothing_has_is_refused_with_those_that_are_there(whole: FlaskClient, source: str) -> None:
    said = whole.get("/api/v1/flows.json", query_string={"source": source})
    assert (said.status_code, said.get_json()["accepted"]) == (400, "glotip_2025_10_28")


@pytest.mark.parametrize(
    ("path", "release"),
    [
        ("/api/v1/observations.csv", "2025-10-28"),
        ("/api/v1/observations.json?release=2025-04-14", "2025-04-14"),
        ("/api/v1/population.parquet", "2025-10-28"),
        ("/api/v1/sources.csv?release=2025-04-14", "2025-10-28"),  # there it is a column
        ("/api/v1/answer.json?page=flows&release=2025-04-14", "2025-04-14"),
        ("/api/v1/package.zip?release=2025-04-14", "2025-04-14"),
        ("/api/v1/countries.geojson", "2025-10-28"),
        ("/api/v1/openapi.json", "2025-10-28"),
        ("/en/overview.csv", "2025-10-28"),
        ("/en/flows.csv?release=2025-04-14", "2025-04-14"),
        ("/en/flows.bib?release=2025-04-14", "2025-04-14"),
        ("/en/overview.svg", "2025-10-28"),
    ],
)
def test_an_answer_says_of_which_data_it_is_and_offers_no_parts(whole: FlaskClient, path: str, release: str) -> None:
    version = whole.get("/healthz").get_json()["data_version"]
    for headers in ({}, {}, {"Range": "bytes=0-9"}):  # the second is answered from what is kept
        answer = whole.get(path, headers=headers)
        assert (answer.status_code, answer.headers["Accept-Ranges"]) == (200, "none")
        assert answer.headers["X-Atalaya-Release"] == release
        own = f"{version}@{release}" if release == "2025-04-14" else version
        assert answer.headers["X-Atalaya-Version"] == own
    again = whole.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.headers["X-Atalaya-Release"]) == (304, release)


def test_other_sites_may_read_of_which_data_an_answer_is(client: FlaskClient) -> None:
    exposed = client.get("/api/v1/sources.csv").headers["Access-Control-Expose-Headers"]
    assert {"X-Atalaya-Version", "X-Atalaya-Release"} <= set(exposed.split(", "))


def test_what_is_missing_is_null_in_json_and_parquet_and_nothing_is_empty(whole: FlaskClient) -> None:
    for table in ("requests", "observations", "revisions", "context"):
        flat = rows(whole.get(f"/api/v1/{table}.csv?labels=en").data)
        told = whole.get(f"/api/v1/{table}.json?labels=en").get_json()
        kept = fastparquet.ParquetFile(io.BytesIO(whole.get(f"/api/v1/{table}.parquet?labels=en").data)).to_pandas()
        missing = {(n, name) for n, row in enumerate(flat) for name, text in row.items() if text == ""}
        assert missing
        assert missing == {(n, name) for n, row in enumerate(told) for name, value in row.items() if value is None}
        assert missing == {(n, name) for name in kept for n in kept.index[kept[name].isna()]}
        assert not any(value == "" for row in told for value in row.values())
    places = json.loads(whole.get("/api/v1/observations.geojson").data)["features"]
    assert not any(value == "" for each in places for value in each["properties"].values())


def cover(client: FlaskClient, path: str) -> dict[str, list[str]]:
    """The lines of a cover by what they are."""
    book, what, found = load_workbook(io.BytesIO(client.get(path).data)), "", {}
    for name, text in book.worksheets[0].iter_rows(min_row=3, values_only=True):
        what = name or what
        found.setdefault(what, []).append(text)
    return found


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("population.xlsx?area=ARG", ["wpp_2024"]),
        ("subnational.xlsx?country=ARG", ["line145_2022_02"]),
        ("instruments.xlsx", ["search_instruments_1", "search_instruments_2"]),
        ("requests.xlsx?country=ARG", ["search_statements_2", "search_statements_3"]),
        ("cooperation_results.xlsx", ["search_statements_1", "search_statements_2"]),
        ("answer.xlsx?page=flows", ["glotip_2025_10_28"]),
        ("answer.xlsx?page=overview", ["glotip_2025_10_28", "wpp_2024"]),
        ("answer.xlsx?page=cooperation&chart=instruments", ["search_instruments_1", "search_instruments_2"]),
    ],
)
def test_a_cover_names_the_sources_of_its_rows_and_no_other(whole: FlaskClient, path: str, keys: list[str]) -> None:
    cited = {row["source"]: row["citation"] for row in whole.get("/api/v1/sources.json").get_json()}
    lines = cover(whole, f"/api/v1/{path}")["Source"]
    assert [next(key for key in keys if line.startswith(cited[key])) for line in lines] == keys


@pytest.mark.parametrize("path", ["population", "observations", "context", "answer"])
def test_the_address_on_a_cover_gives_its_rows_again_and_names_the_release(whole: FlaskClient, path: str) -> None:
    lines = cover(whole, f"/api/v1/{path}.xlsx")
    (address,), (citation,) = lines["Address that gives it again"], lines["How to cite"]
    assert address.endswith("?release=2025-10-28")
    assert address in citation
    assert whole.get("/healthz").get_json()["data_version"] in citation
    assert cover(whole, address.removeprefix("http://localhost")) == lines


@pytest.mark.parametrize("page", Page)
def test_every_citation_names_release_and_version(whole: FlaskClient, page: Page) -> None:
    version = whole.get("/healthz").get_json()["data_version"]
    bib = whole.get(f"/en/{page}.bib?country=ARG").get_data(as_text=True)
    ris = whole.get(f"/en/{page}.ris?country=ARG").get_data(as_text=True)
    assert f"version = {{{version}}}" in bib
    assert f"ET  - {version}" in ris
    for text in (bib, ris):
        assert "release=2025-10-28" in text
    assert "note = {Release of " in bib
    assert "DA  - 20" in ris
    address = ris.partition("UR  - http://localhost")[2].split("\r\n")[0]
    assert b"could not be used" not in whole.get(address).data
    assert b"could not be used" in whole.get(f"{address}&year=nine").data


@pytest.mark.parametrize("page", ["country", "data", "cooperation", "method", "present"])
def test_a_page_without_earlier_releases_says_so(whole: FlaskClient, page: str) -> None:
    said = whole.get(f"/api/v1/answer.json?page={page}&release=2025-04-14")
    assert (said.status_code, said.get_json()["accepted"]) == (400, "2025-10-28")
    assert whole.get(f"/api/v1/answer.json?page={page}&release=2025-10-28").status_code == 200


def test_a_package_is_had_as_of_a_release(whole: FlaskClient) -> None:
    older = whole.get("/api/v1/package.zip?release=2025-04-14&country=ARG&labels=en")
    for table in ("observations", "flows"):
        alone = whole.get(f"/api/v1/{table}.csv?release=2025-04-14&country=ARG&labels=en").data
        assert read(older.data, f"{table}.csv") == rows(alone) != []
    with zipfile.ZipFile(io.BytesIO(older.data)) as book:
        readme = book.read("README.md").decode()
        described = json.loads(book.read("datapackage.json"))
    assert "as of the release of 2025-04-14" in readme
    assert described["release"] == "2025-04-14"
    newest = whole.get("/api/v1/package.zip?country=ARG&labels=en").data
    assert whole.get("/api/v1/package.zip?release=2025-10-28&country=ARG&labels=en").data == newest
    said = whole.get("/api/v1/package.zip?release=2024-01-01")
    assert (said.status_code, said.get_json()["accepted"]) == (400, "2025-04-14, 2025-10-28")


def test_a_country_of_a_package_holds_for_tables_by_area(real: Dataset) -> None:
    every = {row["area"] for row in read(package(real, {}, ""), "population.csv")}
    assert {"ARG", "MEX", "MX-AGU"} <= every
    kept = {row["area"] for row in read(package(real, {"country": "MEX"}, ""), "population.csv")}
    assert kept == {area for area in every if area == "MEX" or area.startswith("MX-")}
    both = read(package(real, {"country": "ARG,MEX", "area": "ARG,BOL"}, ""), "population.csv")
    assert {row["area"] for row in both} == {"ARG"}


@pytest.mark.parametrize(("page", "chart"), [(page, chart) for page in Page for chart in CHARTS[page]])
def test_each_column_of_an_answer_is_explained(small: Dataset, page: Page, chart: str) -> None:
    for asked in ({}, {"country": "ARG"}):
        try:
            frame = of_view(small, {"page": page, "chart": str(chart), **asked}).frame
        except ValueError:  # a page that has no such choice
            continue
        assert set(map(str, frame)) <= EVERY.keys()


def test_dictionary_and_description_have_the_columns_of_answers(client: FlaskClient) -> None:
    told = read(client.get("/api/v1/package.zip").data, "dictionary.es.csv")
    explained = {row["column"]: row["meaning"] for row in told if row["table"] == "answer"}
    described = client.get("/api/v1/openapi.json?labels=es").get_json()
    properties = described["components"]["schemas"]["answer"]["properties"]
    assert explained == {name: each["description"] for name, each in properties.items()}
    assert {"rate_per_100k_low", "in_common", "years_listed", *SHOWN["observations"].columns} <= explained.keys()
    heads = described["paths"]["/api/v1/answer.{format}"]["get"]["responses"]["200"]["headers"]
    assert set(heads) == {"X-Atalaya-Version", "X-Atalaya-Release"}


def test_what_only_leads_on_stands_in_no_picture(whole: FlaskClient) -> None:
    assert "See the map" in whole.get("/en/method?chart=rules").get_data(as_text=True)
    assert "See the map" not in whole.get("/en/method.svg?chart=rules").get_data(as_text=True)
    assert "About this figure" in whole.get("/en/overview?countries=ARG").get_data(as_text=True)
    for path in ("overview.svg?countries=ARG", "present?slides=overview.countries-ARG&slide=1"):
        assert "About this figure" not in whole.get(f"/en/{path}").get_data(as_text=True)
    deck = whole.get("/en/overview.pptx?countries=ARG").data
    with zipfile.ZipFile(io.BytesIO(deck)) as book:
        assert not any(b"About this figure" in book.read(name) for name in book.namelist())


@pytest.mark.parametrize(
    ("table", "columns"), [("observations", ["low", "high"]), ("population", ["persons"]), ("flows", ["low", "high"])]
)
def test_the_hint_of_a_column_names_its_least_and_largest(whole: FlaskClient, table: str, columns: list[str]) -> None:
    frame = whole.get(f"/api/v1/{table}.json").get_json()
    page = whole.get(f"/en/data?table={table}").get_data(as_text=True)
    for name in columns:
        known = [row[name] for row in frame if row[name] is not None]
        assert f"({min(known)} \\u2013 {max(known)})" in page or f"({min(known)} – {max(known)})" in page
