"""The API and the state of the service over the wire; settings; the desk; the last good data."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir
from time import sleep

import hand_made
import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.folder_store import own_folder
from callbacks.settings import SettingRefused, Settings
from data.dataset import CURATED, Live


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return create_app(Settings(hand_made.write(tmp_path / "data"))).server.test_client()


def _rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).get_data(as_text=True))))


def test_columns_are_filters(client: FlaskClient) -> None:
    address = "/api/v1/observations.csv?country=ARG,BOL&indicator=victims_detected&year=2021-2022&sex=total"
    rows = _rows(client, f"{address}&age=total&exploitation=total")
    assert [(row["country"], row["year"], row["low"], row["high"], row["status"]) for row in rows] == [
        ("ARG", "2021", "120", "120", "exact"),
        ("ARG", "2022", "150", "150", "exact"),
        ("BOL", "2021", "0", "4", "suppressed"),
        ("BOL", "2022", "40", "40", "exact"),
    ]
    flagged = client.get("/api/v1/observations.json?flags=revised").get_json()
    assert [(row["country"], row["low"], row["high"]) for row in flagged] == [("ESP", 30, 34)]


def test_what_a_spreadsheet_would_run_is_only_read(client: FlaskClient) -> None:
    assert [row["category"] for row in _rows(client, "/api/v1/quarantine.csv")] == ["'=SUM(A1)"]


@pytest.mark.parametrize(
    ("query", "parameter", "value"),
    [("colour=red", "colour", "red"), ("country=FRA", "country", "FRA"), ("year=soon", "year", "soon")],
)
def test_a_bad_parameter_is_named(client: FlaskClient, query: str, parameter: str, value: str) -> None:
    answer = client.get(f"/api/v1/observations.csv?{query}")
    said = answer.get_json()
    assert (answer.status_code, said["parameter"], said["value"]) == (400, parameter, value)
    assert said["accepted"]


def test_a_country_of_which_there_is_nothing_is_no_rows_and_a_code_of_none_is_refused(client: FlaskClient) -> None:
    for kind in ("csv", "parquet", "xlsx", "json"):
        assert client.get(f"/api/v1/population.{kind}?area=FRA&labels=es").status_code == 200
        for private in ("AAA", "QMA", "XKX", "ZZZ"):  # ISO 3166-1 gives them to nobody
            said = client.get(f"/api/v1/flows.{kind}?partner={private}&labels=es")
            assert (said.status_code, said.get_json()["parameter"]) == (400, "partner")
            assert "BOL" in said.get_json()["accepted"]


@pytest.mark.parametrize("address", ["/api/v1/nothing.csv", "/api/v1/sources.exe", "/api/v1/", "/api/v2/sources.csv"])
def test_what_the_api_does_not_have_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_parameter_given_twice_is_refused(client: FlaskClient) -> None:
    assert client.get("/api/v1/sources.csv?source=a&source=b").get_json()["parameter"] == "source"


def test_the_api_is_open_to_other_sites_and_pages_are_not(client: FlaskClient) -> None:
    assert client.get("/api/v1/sources.csv").headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/es/").headers


def test_health_says_what_is_up(client: FlaskClient) -> None:
    state = client.get("/healthz").get_json()
    assert (state["status"], state["release"], state["last_refused"]) == ("ok", hand_made.RELEASE, None)


def test_the_last_good_data_stays_up_and_the_fault_is_named(tmp_path: Path) -> None:
    folder = hand_made.write(tmp_path / "data")
    live = Live(folder, interval=0)
    version = live.dataset.version
    good = (folder / "observations.csv").read_bytes()
    (folder / "observations.csv").write_bytes(good.replace(b",2019,", b",soon,", 1))
    sleep(0.01)
    assert live.dataset.version == version
    assert live.last_refused is not None
    assert (live.last_refused.file, live.last_refused.column) == ("observations.csv", "year")
    (folder / "observations.csv").write_bytes(good)
    sleep(0.01)
    assert live.dataset.version == version
    assert live.last_refused is None


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"ATALAYA_DAAT": "x"}, "ATALAYA_DAAT: .*ATALAYA_DATA is meant"),
        ({"ATALAYA_CACHE": "x"}, "ATALAYA_CACHE: .*ATALAYA_CACHE_URL is meant"),
        ({"ATALAYA_PROXY": "x"}, "ATALAYA_PROXY: .*ATALAYA_PROXIES is meant"),
        ({"ATALAYA_PORT": "9000"}, "ATALAYA_PORT: .*; PORT is meant"),
        ({"ATALAYA_DATA": "/nowhere/at/all"}, "/nowhere/at/all"),
        ({"ATALAYA_CACHE_URL": "http://x"}, "http://x"),
        ({"ATALAYA_CACHE_DIR": "/nowhere/at/all"}, "ATALAYA_CACHE_DIR=/nowhere/at/all: "),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_by_name(environment: dict[str, str], named: str) -> None:
    with pytest.raises(SettingRefused, match=named):
        Settings.from_environment(environment)


def test_names_that_other_programs_set_are_told_and_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """What Kubernetes gives a container beside services `atalaya` and `atalaya-redis`; and a name like none of ours."""
    foreign = {
        "ATALAYA_PORT": "tcp://10.96.0.1:8050",
        "ATALAYA_SERVICE_HOST": "10.96.0.1",
        "ATALAYA_SERVICE_PORT": "8050",
        "ATALAYA_SERVICE_PORT_HTTP": "8050",
        "ATALAYA_PORT_8050_TCP": "tcp://10.96.0.1:8050",
        "ATALAYA_PORT_8050_TCP_ADDR": "10.96.0.1",
        "ATALAYA_PORT_8050_TCP_PROTO": "tcp",
        "ATALAYA_REDIS_PORT": "tcp://10.96.0.2:6379",
        "ATALAYA_REDIS_SERVICE_HOST": "10.96.0.2",
        "ATALAYA_COLOUR": "red",
    }
    assert replace(Settings.from_environment(foreign), files=None) == Settings()
    (line,) = capsys.readouterr().err.splitlines()
    assert all(name in line for name in foreign)
    Settings.from_environment({"PATH": "x"})
    assert capsys.readouterr().err == ""


def test_settings_have_their_defaults(tmp_path: Path) -> None:
    assert Settings.from_environment({"PATH": "x"}) == Settings(CURATED, files=own_folder(Path(gettempdir())))
    given = {"ATALAYA_DATA": str(tmp_path), "ATALAYA_CACHE_URL": "redis://localhost/0"}
    assert Settings.from_environment(given) == Settings(tmp_path, "redis://localhost/0")
    named = Settings.from_environment({"ATALAYA_CACHE_DIR": str(tmp_path)})
    assert named.files == own_folder(tmp_path)
    assert named.files.parent == tmp_path
