"""What a page says of its data to machines: read as they read it, from the document that is sent."""

import json
import re
from typing import Any

import hand_made
import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings
from components.document.shell import _data
from components.url.choices import Language, Page
from components.url.view import View

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(Settings(hand_made.write(tmp_path_factory.mktemp("linked") / "data"))).server.test_client()


def linked(client: FlaskClient, address: str) -> list[dict[str, Any]]:
    answer = client.get(address)
    assert answer.status_code == 200
    head = answer.get_data(as_text=True).partition("</head>")[0]
    return [json.loads(text) for text in BLOCK.findall(head)]


def test_a_page_names_its_data_sources_period_places_and_files(client: FlaskClient) -> None:
    (found,) = linked(client, "/es/overview?countries=ARG,BOL&years=2020-2022")
    assert (found["@type"], found["inLanguage"], found["temporalCoverage"]) == ("Dataset", "es", "2020/2022")
    assert [place["identifier"] for place in found["spatialCoverage"]] == ["ARG", "BOL"]
    assert {each["name"] for each in found["publisher"]} == {"A publisher"}
    assert found["license"][0] == {"@type": "CreativeWork", "name": "Cite the publisher", "url": "https://example.org/"}
    assert found["version"] == client.get("/healthz").get_json()["data_version"]
    assert found["version"] in found["citation"]
    assert 50 <= len(found["description"]) <= 5000
    assert found["isAccessibleForFree"] is True


@pytest.mark.parametrize("page", Page)
def test_every_file_that_is_named_is_had(client: FlaskClient, page: Page) -> None:
    found = linked(client, View.of(Language.PT, page).url)
    assert len(found) == (page not in (Page.METHOD, Page.ABOUT, Page.PRESENT))
    for each in found:
        assert each["name"]
        assert each["spatialCoverage"]
        for file in each["distribution"]:
            answer = client.get(file["contentUrl"].removeprefix("http://localhost"))
            assert (answer.status_code, answer.mimetype) == (200, file["encodingFormat"])


def test_a_block_of_data_cannot_end_itself() -> None:
    text = str(_data({"name": "</script><script>alert(1)</script>"}))
    assert "<" not in text
    assert json.loads(text) == {"name": "</script><script>alert(1)</script>"}
