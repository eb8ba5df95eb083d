"""The training registry over the wire: it fills maps and years, bears its stamp everywhere, and mixes with nothing."""

import csv
import io
import re
from pathlib import Path

import callback_wire as wire
import delivered
import hand_made
import pytest
from flask.testing import FlaskClient
from tree import parse
from tree import rows as tree_rows

from app import create_app
from callbacks.settings import Settings
from components.i18n import words
from components.url.choices import CHARTS, Language, Page
from components.url.view import View
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
    band = html.index('class="synthetic"')
    assert band < html.index("<header")  # the first thing on the page
    assert answer.headers["X-Atalaya-Synthetic"] == "true"
    assert say("synthetic.band") in html
    assert f"<title>{say('synthetic.stamp')} · " in html
    assert wire.shown(demo, address)["title"].startswith(f"{say('synthetic.stamp')} · ")
    file = demo.get(f"{path}.csv?{query}")
    assert 'filename="SYNTHETIC-' in file.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(file.data.decode("utf-8-sig"))))
    assert {row["synthetic"] for row in rows} == {"true" if "chart=registry" in query else "false"}


def test_the_registry_fills_map_years_and_corridors(demo: FlaskClient) -> None:
    html = demo.get("/en/cooperation?chart=registry").get_data(as_text=True)
    assert "22 of 22 countries registered" in html
    assert len(set(re.findall(r'data-trace="shape-([A-Z]{3})"', html))) == 22
    assert "SYNTHETIC: By year: sent" in html
    assert "SYNTHETIC\nArgentina" in html  # what the map says of a country
    assert " apart" in html


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
    files = ("template.en.xlsx", "template.csv", "dictionary.en.csv", "example.SYNTHETIC.csv")
    for file in (f"registry-{name}" for name in files):
        assert f'href="/api/v1/{file}"' in html
        assert real.get(f"/api/v1/{file}").status_code == 200
    assert real.get("/api/v1/registry-nothing.csv").status_code == 404


def test_the_template_and_the_example_pass_the_check(real: FlaskClient, tmp_path: Path) -> None:
    for name in ("registry-template.csv", "registry-example.SYNTHETIC.csv", "registry-template.pt.xlsx"):
        path = tmp_path / name
        path.write_bytes(real.get(f"/api/v1/{name}").data)
        assert check_delivery(path) == [], name


@pytest.mark.parametrize("language", Language)
def test_the_dictionary_tells_every_column_in_the_readers_language(real: FlaskClient, language: Language) -> None:
    rows = list(
        csv.DictReader(io.StringIO(real.get(f"/api/v1/registry-dictionary.{language}.csv").data.decode("utf-8-sig")))
    )
    header = real.get("/api/v1/registry-template.csv").data.decode("utf-8-sig").strip().split(",")
    assert [row["column"] for row in rows] == header
    assert all(row["meaning"] for row in rows)


def test_every_file_of_the_api_is_named_synthetic(demo: FlaskClient, real: FlaskClient) -> None:
    for client, name in ((demo, "SYNTHETIC-atalaya-sources.csv"), (real, "atalaya-sources.csv")):
        assert f'filename="{name}"' in client.get("/api/v1/sources.csv").headers["Content-Disposition"]


def test_refusals_and_what_is_not_there_bear_the_mark_too(demo: FlaskClient) -> None:
    for address in ("/api/v1/nothing.csv", "/api/v1/registry.csv?tally=some", "/es/nothing", "/healthz"):
        assert demo.get(address).headers["X-Atalaya-Synthetic"] == "true"


@pytest.mark.parametrize("query", ["country=CHL", "country=ARG&partner=BOL", "partner=PRT&crime=smuggling_of_migrants"])
def test_every_view_of_the_registry_answers_in_three_languages(demo: FlaskClient, query: str) -> None:
    for language in Language:
        for ending in ("", ".csv"):
            assert demo.get(f"/{language}/cooperation{ending}?chart=registry&{query}").status_code == 200


def test_no_answer_tells_a_delivered_count_that_is_hidden(tmp_path: Path) -> None:
    """7,778 requests with 5 pending and 3 refused: neither figure is in the page, its parts, its file or the API."""
    folder = hand_made.write(tmp_path / "data")
    row = ("ARG", "BOL", 2022, "sent", delivered.MLA, "trafficking", 7778, 7770, 5, 3, 41)
    (folder / "registry.csv").write_text(delivered.text([row]), encoding="utf-8")
    client = create_app(Settings(folder)).server.test_client()
    rows = client.get("/api/v1/registry.json").get_json()
    assert [(each["tally"], each["low"], each["high"]) for each in rows] == [
        ("requests", 7778, 7778), ("answered", 7770, 7770), ("pending", 0, 8), ("refused", 0, 8),
    ]  # fmt: skip
    assert client.get("/api/v1/registry.csv?pending=5").status_code == 400  # a delivered column is no filter
    assert client.get("/api/v1/datapackage.json").status_code == 404
    table = next(t for t in parse(client.get("/en/cooperation?chart=registry").get_data(as_text=True)).iter("table"))
    assert next(tree_rows(table))[2:6] == ["7,778", "7,770", "0–8", "0–8"]
