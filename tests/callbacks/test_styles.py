"""The style sheets come as one, whole and in order, and are asked for once."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings

SHEETS = sorted((Path(__file__).parents[2] / "assets").glob("*.css"))


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(Settings()).server.test_client()


@pytest.mark.parametrize("address", ["/es/overview", "/pt/overview?embed=1", "/en/data"])
def test_a_page_links_one_sheet_with_all_that_the_folder_has(client: FlaskClient, address: str) -> None:
    linked = re.findall(r'<link rel="stylesheet" href="([^"]+)"', client.get(address).get_data(as_text=True))
    assert len(linked) == 1
    sheet = client.get(linked[0])
    assert (sheet.status_code, sheet.mimetype) == (200, "text/css")
    assert "max-age=31536000" in sheet.headers["Cache-Control"]
    places = [sheet.get_data(as_text=True).find(path.read_text(encoding="utf-8")) for path in SHEETS]
    assert -1 not in places
    assert places == sorted(places)
