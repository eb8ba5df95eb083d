"""The presenter's room over the wire: the wall, the two files, the form, and what is refused in one line."""

import json
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings
from components.url.choices import Language
from components.url.deck_document import read_document
from components.url.view import MAX_DECK


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(Settings()).server.test_client()


@pytest.mark.parametrize("language", Language)
def test_a_slide_is_drawn_before_any_script(client: FlaskClient, language: Language) -> None:
    answer = client.get(f"/{language}/present?slides=overview~flows.title-Hall_B&slide=2")
    html = answer.get_data(as_text=True)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert f'<html lang="{language}"' in html
    assert "<title>2. Hall B · Atalaya</title>" in html
    assert html.count('class="slide is-shown"') == 1
    assert 'class="slide is-shown" id="slide-2"' in html
    assert f'href="/{language}/present?slides=overview~flows.title-Hall_B&amp;slide=1"' in html


def test_a_slide_asked_for_again_costs_nothing(client: FlaskClient) -> None:
    first = client.get("/en/present?slides=method.chart-hidden&slide=1")
    again = client.get(
        "/en/present?slides=method.chart-hidden&slide=1", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert again.status_code == 304


def test_the_file_for_a_hall_without_a_network(client: FlaskClient) -> None:
    answer = client.get("/pt/present.html?slides=overview")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="atalaya-deck-pt.html"'
    html = answer.get_data(as_text=True)
    assert '<link rel="stylesheet"' not in html
    assert "KEYS" in html


def test_the_list_of_slides_is_a_file_that_leads_back(client: FlaskClient) -> None:
    answer = client.get("/es/present.json?slides=overview.chart-series~flows.note-Despacio")
    assert json.loads(answer.data)["slides"] == [
        {"view": "overview?chart=series"}, {"view": "flows", "note": "Despacio"},
    ]  # fmt: skip
    assert read_document(answer.get_data(as_text=True)).deck.to_text() == "overview.chart-series~flows.note-Despacio"


def test_a_form_leads_to_the_address_of_the_changed_deck(client: FlaskClient) -> None:
    written = {
        "chart": "edit",
        "slides": "overview~flows",
        "place": 2,
        "title": "¿Quién?",
        "note": "Uno",
        "reveal": "countries",
    }
    answer = client.get(f"/es/present?{urlencode(written)}")
    assert answer.status_code == 302
    assert answer.headers["Location"] == (
        "/es/present?slides=overview~flows.reveal-countries.title--c2-bfQui-c3-a9n-3f.note-Uno&chart=edit"
    )
    for place in ("0", "3", "x", "²", "-1"):
        answer = client.get(f"/es/present?{urlencode(written | {'place': place})}")
        assert answer.headers["Location"] == "/es/present?slides=overview~flows&chart=edit"


@pytest.mark.parametrize(
    "bad", ["slides=nowhere", "slides=%00", "deck=x", "country=XXX", "slide=0", "hall=far", "slides=~~."]
)
def test_bad_input_falls_back_with_a_line(client: FlaskClient, bad: str) -> None:
    html = client.get(f"/en/present?{bad}").get_data(as_text=True)
    assert "could not be used" in html
    assert html.count("<h2>") >= 11
    for address in (f"/en/present?{bad}&slide=1", f"/en/present.html?{bad}"):
        wall = client.get(address)
        assert wall.status_code == 200
        assert "could not be used" in wall.get_data(as_text=True)


def test_an_address_that_no_server_would_read_is_refused_in_one_line(client: FlaskClient) -> None:
    for kind in ("", ".html", ".json", ".csv"):
        answer = client.get(f"/en/present{kind}?slide=1&slides=" + "a" * MAX_DECK)
        assert answer.status_code == 414
        assert answer.get_data(as_text=True).count("\n") == 1


def test_every_view_leads_to_a_deck_that_begins_with_it(client: FlaskClient) -> None:
    html = client.get("/en/flows?chart=matrix&theme=dark").get_data(as_text=True)
    assert 'href="/en/present?slides=flows.chart-matrix&amp;theme=dark"' in html
