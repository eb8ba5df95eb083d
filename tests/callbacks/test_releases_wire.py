"""Releases over the wire: each address its own bytes, and a file that says which release it is of."""

import csv
import io
from xml.etree import ElementTree

import callback_wire as wire
import pytest
import released
from flask.testing import FlaskClient
from released import APRIL, OCTOBER

from app import create_app
from callbacks.settings import Settings


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = released.write(tmp_path_factory.mktemp("releases") / "both")
    return create_app(Settings(folder)).server.test_client()


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\N{BYTE ORDER MARK}"))))


def _victims(client: FlaskClient, search: str) -> dict[str, tuple[str, str]]:
    rows = _rows(client.get(f"/en/overview.csv?countries=ARG&years=2022-2022{search}").get_data(as_text=True))
    return {row["release"]: (row["low"], row["data_version"]) for row in rows}


def test_each_release_has_its_own_file(client: FlaskClient) -> None:
    version = client.get("/healthz").get_json()["data_version"]
    now = {OCTOBER: ("150", version)}
    assert _victims(client, "") == now
    assert _victims(client, f"&release={APRIL}") == {APRIL: ("140", f"{version}@{APRIL}")}
    assert _victims(client, f"&release={OCTOBER}") == now
    assert _victims(client, "") == now  # what was kept for the one is not given for the other


def test_a_pinned_page_has_its_own_tag_and_name(client: FlaskClient) -> None:
    now, then = (client.get(f"/en/overview.csv{query}") for query in ("", f"?release={APRIL}"))
    assert now.headers["ETag"] != then.headers["ETag"]
    assert f"atalaya-victims_detected-{APRIL}.csv" in then.headers["Content-Disposition"]


def test_a_pinned_page_and_its_parts_say_so(client: FlaskClient) -> None:
    html = client.get(f"/es/overview?release={APRIL}").get_data(as_text=True)
    assert "Cifras de la publicación del 14 de abril de 2025." in html
    address = f"/es/overview?release={APRIL}"
    assert "14 de abril" in wire.parts(client, address)["overview-release"]["html"]
    assert all(f"release={APRIL}" in frame["url"] for frame in wire.frames(client, address)["years"].values())
    assert wire.parts(client, "/es/overview")["overview-release"]["html"] == ""


def test_an_unknown_release_is_one_line_over_the_newest(client: FlaskClient) -> None:
    html = client.get("/en/overview?release=2025-04-15").get_data(as_text=True)
    assert f"release=2025-04-15 could not be used; accepted: {APRIL}, {OCTOBER}." in html
    assert "Figures of the release" not in html
    file = client.get("/en/overview.csv?release=2025-04-15")
    assert "2025-04-15" not in file.headers["Content-Disposition"]
    assert {row["release"] for row in _rows(file.get_data(as_text=True))} == {OCTOBER}


@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_feed_is_announced_and_had(client: FlaskClient, language: str) -> None:
    html = client.get(f"/{language}/flows").get_data(as_text=True)
    address = f"/{language}/releases.atom"
    assert html.count('type="application/atom+xml"') == 1
    assert f'href="http://localhost{address}"' in html
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    root = ElementTree.fromstring(answer.data)  # noqa: S314 - our own
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_there_is_no_feed_in_another_language(client: FlaskClient) -> None:
    assert client.get("/fr/releases.atom").status_code == 404


def test_the_api_answers_of_a_release(client: FlaskClient) -> None:
    def low(query: str) -> list[str]:
        asked = "country=ARG&year=2022&indicator=victims_detected"
        return [str(row["low"]) for row in client.get(f"/api/v1/observations.json?{asked}{query}").get_json()]

    assert (low(""), low(f"&release={APRIL}"), low(f"&release={OCTOBER}")) == (["150"], ["140"], ["150"])
    partners = client.get(f"/api/v1/flows.json?release={APRIL}").get_json()
    assert {(row["partner"], row["low"]) for row in partners} == {("BOL", 7), ("PRY", 3)}
    behind = client.get(f"/api/v1/answer.json?page=overview&countries=ARG&years=2022-2022&release={APRIL}").get_json()
    assert [(row["low"], row["release"]) for row in behind] == [(140, APRIL)]


@pytest.mark.parametrize("address", ["observations.json", "flows.csv", "answer.json"])
def test_the_api_refuses_a_release_that_it_does_not_have(client: FlaskClient, address: str) -> None:
    answer = client.get(f"/api/v1/{address}?release=2025-04-15")
    assert answer.status_code == 400
    told = answer.get_json()
    assert (told["parameter"], told["value"]) == ("release", "2025-04-15")
    assert told["accepted"] == f"{APRIL}, {OCTOBER}"


def test_other_tables_have_no_release_to_choose(client: FlaskClient) -> None:
    assert client.get(f"/api/v1/population.json?release={APRIL}").status_code == 400
