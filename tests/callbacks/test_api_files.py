"""Files of the API over the wire: every format, who has it already, who may read it, the package, the docs."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import delivered
import hand_made
import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings
from components.files.format import FORMATS
from components.files.package import package
from data.dataset import Dataset
from data.filter import FilterRefused
from data.schema import SHOWN

VICTIMS = "country=ARG,BOL&indicator=victims_detected&year=2021-2022&sex=total&age=total&exploitation=total"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(Settings(hand_made.write(tmp_path_factory.mktemp("api") / "data"))).server.test_client()


def unpacked(body: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return {name: book.read(name) for name in book.namelist()}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("path", [f"observations.{{}}?{VICTIMS}&labels=pt", "answer.{}?page=flows&labels=es"])
def test_every_format_is_had_and_had_again_for_nothing(client: FlaskClient, path: str, extension: str) -> None:
    address = f"/api/v1/{path.format(extension)}"
    first = client.get(address)
    assert (first.status_code, first.mimetype) == (200, FORMATS[extension].media)
    named = first.headers.get("Content-Disposition", "")
    assert named.endswith(f'.{extension}"') is FORMATS[extension].is_file
    head = client.head(address)
    assert (head.status_code, head.data, head.headers["ETag"]) == (200, b"", first.headers["ETag"])
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_tag_is_of_one_address_and_one_that_matches_anything_excuses_nothing(client: FlaskClient) -> None:
    tag = client.get("/api/v1/sources.json").headers["ETag"]
    assert client.get("/api/v1/flows.json", headers={"If-None-Match": tag}).status_code == 200
    assert client.get("/api/v1/flows.json?x=1", headers={"If-None-Match": "*"}).status_code == 400


def test_the_rows_behind_a_view_are_those_of_the_file_of_the_page(client: FlaskClient) -> None:
    for page, query in (("overview", "countries=ARG,BOL"), ("flows", "country=ARG"), ("cooperation", "chart=gap")):
        shown = rows(client.get(f"/pt/{page}.csv?{query}").data)
        taken = rows(client.get(f"/api/v1/answer.csv?page={page}&labels=pt&{query}").data)
        assert shown
        assert [list(map(number, row.values())) for row in taken] == [list(map(number, row.values())) for row in shown]


def number(text: str) -> str:
    """A figure as a number is the same whether or not it is written with a point."""
    return text.removesuffix(".0")


@pytest.mark.parametrize("path", ["sources.csv", "sources.csv?x=1", "nothing.csv", "answer.json", "package.zip"])
def test_any_site_may_read_any_answer(client: FlaskClient, path: str) -> None:
    for method in ("GET", "OPTIONS"):
        headers = client.open(f"/api/v1/{path}", method=method).headers
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert "If-None-Match" in headers["Access-Control-Allow-Headers"]
        assert "ETag" in headers["Access-Control-Expose-Headers"]


def test_what_is_not_read_only_says_what_is(client: FlaskClient) -> None:
    answer = client.post("/api/v1/sources.csv")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_what_is_text_is_sent_compressed(client: FlaskClient, encoding: str) -> None:
    for extension in ("csv", "json", "geojson"):
        answer = client.get(f"/api/v1/observations.{extension}", headers={"Accept-Encoding": encoding})
        assert answer.headers["Content-Encoding"] == encoding
    packed = client.get("/api/v1/observations.parquet", headers={"Accept-Encoding": encoding})
    assert "Content-Encoding" not in packed.headers


@pytest.mark.parametrize(
    ("path", "parameter", "value"),
    [
        ("answer.csv?page=nothing", "page", "nothing"),
        ("answer.csv?sex=", "sex", ""),
        ("answer.csv?years=1950-1951", "years", "1950-1951"),
        ("observations.xlsx?labels=fr", "labels", "fr"),
        ("countries.geojson?country=ARG", "country", "ARG"),
        ("package.zip?colour=red", "colour", "red"),
        ("openapi.json?page=flows", "page", "flows"),
        ("observations.csv?country=%ff", "country", "%FF"),
        ("observations.csv?country=ARG&country=BOL", "country", "given twice"),
        ("docs?labels=", "labels", ""),
    ],
)
def test_what_cannot_be_asked_is_named(client: FlaskClient, path: str, parameter: str, value: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    said = answer.get_json()
    assert (answer.status_code, said["parameter"], said["value"]) == (400, parameter, value)
    assert said["accepted"]


@pytest.mark.parametrize("path", ["sources.geojson", "answer.exe", "countries.csv", "package.tar"])
def test_a_format_that_rows_do_not_have_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer.get_json()["accepted"]


def test_a_query_longer_than_any_that_makes_sense_is_refused(client: FlaskClient) -> None:
    assert client.get(f"/api/v1/sources.csv?source={'a' * 2_000}").status_code == 400


def test_a_package_has_the_rows_that_were_asked_for_and_explains_them(client: FlaskClient) -> None:
    answer = client.get("/api/v1/package.zip?country=ARG&year=2021&labels=es")
    assert answer.mimetype == "application/zip"
    files = unpacked(answer.data)
    assert {f"{name}.csv" for name in hand_made.tables()} < files.keys()
    for table in ("observations", "flows", "quarantine", "revisions"):
        alone = client.get(f"/api/v1/{table}.csv?country=ARG&year=2021&labels=es").data
        assert files[f"{table}.csv"] == alone
    assert len(rows(files["sources.csv"])) == 2  # whole, for the others refer to it
    assert {row["year"] for row in rows(files["population.csv"])} == {"2021"}
    readme = files["README.md"].decode()
    assert "- country: Argentina" in readme
    assert "- year: 2021" in readme
    assert "Condiciones: Cite the publisher" in readme
    told = {(row["table"], row["column"]): row["meaning"] for row in rows(files["dictionary.pt.csv"])}
    assert told["population", "persons"] == "Residentes"
    assert len({key for key in told if key[0] != "answer"}) == sum(
        len(SHOWN[name].columns) for name in hand_made.tables()
    )
    assert rows(files["flags.csv"])[0].keys() == {"flag", "es", "pt", "en"}


def test_the_checksums_of_a_package_are_those_of_its_files(small: Dataset) -> None:
    files = unpacked(package(small, {}, ""))
    listed = dict(reversed(line.split("  ")) for line in files["checksums.txt"].decode().splitlines())
    assert listed == {name: sha256(content).hexdigest() for name, content in files.items() if name != "checksums.txt"}
    assert package(small, {}, "") == package(small, {}, "")


@pytest.mark.parametrize("filters", [{}, {"country": "MEX", "labels": "pt"}, {"status": "suppressed", "year": "2020"}])
def test_a_package_is_a_valid_data_package(real: Dataset, filters: dict[str, str], tmp_path: Path) -> None:
    for name, content in unpacked(package(real, filters, "")).items():
        (tmp_path / name).write_bytes(content)
    told = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "--json", "datapackage.json"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = json.loads(told.stdout)
    assert report["valid"], report
    assert report["stats"]["tasks"] == len(real.tables)


def test_a_filter_empties_a_table_that_cannot_meet_it(small: Dataset) -> None:
    files = unpacked(package(small, {"sex": "female"}, ""))
    assert len(rows(files["observations.csv"])) == 3
    assert {row["sex"] for row in rows(files["population.csv"])} == {"female"}
    assert rows(files["quarantine.csv"]) == []  # there, sex is what the source prints
    assert rows(files["flows.csv"]) == rows(unpacked(package(small, {}, ""))["flows.csv"])  # it has no such column


def test_a_filter_that_no_table_can_meet_is_refused(small: Dataset) -> None:
    with pytest.raises(FilterRefused) as refused:
        package(small, {"sex": "femal"}, "")  # which free text would take
    assert "female" in refused.value.accepted


def test_a_registry_is_taken_only_as_it_is_published(tmp_path: Path) -> None:
    folder = delivered.write(tmp_path / "data")
    client = create_app(Settings(folder)).server.test_client()
    published = rows(client.get("/api/v1/registry.csv").data)
    packed = unpacked(client.get("/api/v1/package.zip").data)
    assert rows(packed["registry.csv"]) == published  # suppressed at the door, in here too
    assert {row["status"] for row in published} >= {"exact", "suppressed"}
    described = client.get("/api/v1/openapi.json").get_json()
    assert "tally" in described["components"]["schemas"]["registry"]["properties"]
    assert "answered" not in described["components"]["schemas"]["registry"]["properties"]


def test_the_page_on_the_api_is_in_the_language_of_the_browser(client: FlaskClient) -> None:
    led = client.get("/api/v1/docs", headers={"Accept-Language": "pt-BR"})
    assert (led.status_code, led.headers["Location"]) == (302, "/api/v1/docs?labels=pt")
    page = client.get("/api/v1/docs?labels=pt")
    text = page.get_data(as_text=True)
    assert page.mimetype == "text/html"
    assert "Access-Control-Allow-Origin" not in page.headers
    assert '<html lang="pt"' in text
    assert "<script" not in text
    for name in hand_made.tables():
        assert f"/api/v1/{name}.{{format}}" in text


def test_each_example_of_the_page_on_the_api_works(client: FlaskClient) -> None:
    text = client.get("/api/v1/docs?labels=en").get_data(as_text=True)
    links = {
        link.replace("&amp;", "&") for part in text.split('href="')[1:] if (link := part.split('"')[0])[:5] == "/api/"
    }
    assert len(links) > 25
    for link in links:
        assert client.get(link).status_code == 200, link
