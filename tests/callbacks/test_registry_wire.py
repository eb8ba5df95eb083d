"""The training registry over the wire: it fills maps and years, bears its stamp everywhere, and mixes with nothing."""

import csv
import io
import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings
from components.view import CHARTS, Language, Page, View
from components.words import words
from data.check import check_delivery, check_folder
from data.dataset import CURATED
from data.registry import training

PAGES = [View.of(language, page, chart=chart).url for language in Language for page in Page for chart in CHARTS[page]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo") / "data"
    training.write(CURATED, made)
    return made


@pytest.fixture(scope="module")
def demo(folder: Path) -> FlaskClient:
    return create_app(Settings(folder)).server.test_client()


@pytest.fixture(scope="module")
def real() -> FlaskClient:
    return create_app(Settings()).server.test_client()


def test_the_training_folder_is_sound_and_the_same_every_time(folder: Path, tmp_path: Path) -> None:
    assert check_folder(folder) == []
    training.write(CURATED, tmp_path / "again")
    for path in folder.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("address", PAGES)
def test_every_view_title_and_file_bears_the_stamp(demo: FlaskClient, address: str) -> None:
    path, _, query = address.partition("?")
    say = words(Language(path[1:3]))
    answer = demo.get(address)
    html = answer.get_data(as_text=True)
    assert answer.headers["X-Atalaya-Synthetic"] == "true"
    assert say("synthetic.band") in html
    assert f"<title>{say('synthetic.stamp')} · " in html
    assert json.loads(demo.get(f"{path}.parts?{query}").data)["stamp"] == f"{say('synthetic.stamp')} · "
    file = demo.get(f"{path}.csv?{query}")
    assert 'filename="SYNTHETIC-' in file.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(file.get_data(as_text=True))))
    assert {row["synthetic"] for row in rows} == {"true" if "chart=registry" in query else "false"}


def test_the_registry_fills_map_years_and_corridors(demo: FlaskClient) -> None:
    html = demo.get("/en/cooperation?chart=registry").get_data(as_text=True)
    assert "22 of 22 countries registered" in html
    assert html.count('role="option"') == 22
    assert "SYNTHETIC: By year: sent" in html
    assert "SYNTHETIC. Argentina" in html  # what the map says of a country
    assert "9 apart" in html


def test_health_and_api_say_that_it_is_made_up(demo: FlaskClient, real: FlaskClient) -> None:
    assert demo.get("/healthz").get_json()["synthetic"] is True
    assert real.get("/healthz").get_json()["synthetic"] is False
    rows = demo.get("/api/v1/registry.json?country=ARG&tally=requests").get_json()
    assert rows
    assert {row["synthetic"] for row in rows} == {"true"}
    assert all(row["low"] == row["high"] or row["high"] >= 4 for row in rows)
    assert "X-Atalaya-Synthetic" not in real.get("/es/").headers


def test_nothing_made_up_enters_a_real_table(demo: FlaskClient, real: FlaskClient) -> None:
    for table in ("observations", "flows", "requests", "cooperation_events", "instruments", "population"):
        assert demo.get(f"/api/v1/{table}.csv").data == real.get(f"/api/v1/{table}.csv").data
    assert real.get("/api/v1/registry.csv").status_code == 404


def test_a_made_up_registry_is_refused_in_a_real_folder(folder: Path, tmp_path: Path) -> None:
    for path in CURATED.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "registry.csv").write_bytes((folder / "registry.csv").read_bytes())
    assert any(fault.file == "registry.csv" for fault in check_folder(tmp_path))


def test_without_a_registry_the_page_says_how_to_deliver_one(real: FlaskClient) -> None:
    html = real.get("/en/cooperation?chart=registry").get_data(as_text=True)
    assert "the registry is empty" in html
    for file in ("registry-template.csv", "registry-dictionary.en.csv", "registry-example.SYNTHETIC.csv"):
        assert f'href="/api/v1/{file}"' in html
        assert real.get(f"/api/v1/{file}").status_code == 200
    assert real.get("/api/v1/registry-nothing.csv").status_code == 404


def test_the_template_and_the_example_pass_the_check(real: FlaskClient, tmp_path: Path) -> None:
    for name in ("registry-template.csv", "registry-example.SYNTHETIC.csv"):
        path = tmp_path / "registry.csv"
        path.write_bytes(real.get(f"/api/v1/{name}").data.replace(b"\r\n", b"\n"))
        assert check_delivery(path) == [], name


@pytest.mark.parametrize("language", Language)
def test_the_dictionary_tells_every_column_in_the_readers_language(real: FlaskClient, language: Language) -> None:
    rows = list(
        csv.DictReader(io.StringIO(real.get(f"/api/v1/registry-dictionary.{language}.csv").get_data(as_text=True)))
    )
    header = real.get("/api/v1/registry-template.csv").get_data(as_text=True).strip().split(",")
    assert [row["column"] for row in rows] == header
    assert all(row["meaning"] for row in rows)
