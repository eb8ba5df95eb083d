"""The presenter's room over the wire: the wall, the two files, the form, and what is refused in one line."""

import json
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader
from werkzeug.test import TestResponse

from components.url.choices import Language
from components.url.deck import Deck
from components.url.deck_document import BYTES, read_document, to_document
from components.url.view import MAX_DECK


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
    assert answer.headers["Content-Disposition"] == 'attachment; filename="atalaya-talk-pt-2025-10-28.html"'
    html = answer.get_data(as_text=True)
    assert '<link rel="stylesheet"' not in html
    assert "KEYS" in html


def test_the_list_of_slides_is_a_file_that_leads_back(client: FlaskClient) -> None:
    answer = client.get("/es/present.json?slides=overview.chart-series~flows.note-Despacio")
    assert json.loads(answer.data)["slides"] == [
        {"view": "overview?chart=series"}, {"view": "flows", "note": "Despacio"},
    ]  # fmt: skip
    assert read_document(answer.get_data(as_text=True)).deck.to_text() == "overview.chart-series~flows.note-Despacio"


@pytest.mark.parametrize(
    "bad",
    [
        "slides=nowhere",
        "slides=%00",
        "deck=x",
        "country=XXX",
        "slide=0",
        "hall=far",
        "slides=~~.",
        "kiosk=2",
        "kiosk=601",
    ],
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


# ---- a talk that is sent ----


NOTE = "Uno\n\n  dos: “así”, 100 %"
DECK = Deck.from_text("deck.title-A_talk~flows.chart-matrix~method.chart-hidden").changed(1, title="B", note=NOTE)


def sent(client: FlaskClient, kind: str = "", deck: str = "", query: str = "", **how: Any) -> TestResponse:
    """A talk that is sent as the room does it."""
    data = {"deck": deck or to_document(DECK)}
    return client.post(f"/es/present{kind}{query}", data=data, content_type="multipart/form-data", **how)


def test_a_talk_that_is_sent_is_drawn_and_forgotten(client: FlaskClient) -> None:
    answer = sent(client)
    html = answer.get_data(as_text=True)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert html.count('<section class="slide') == len(DECK)
    assert 'href="#slide-2"' in html
    assert "slide=2" not in html
    assert "100 %" not in client.get("/es/present?slide=1").get_data(as_text=True)


@pytest.mark.parametrize("way", ["field", "file", "urlencoded", "json"])
def test_a_talk_comes_as_a_form_a_file_or_json(client: FlaskClient, way: str) -> None:
    text = to_document(DECK)
    given: dict[str, Any] = {
        "field": {"data": {"deck": text}, "content_type": "multipart/form-data"},
        "file": {"data": {"deck": (BytesIO(b"\xef\xbb\xbf" + text.encode()), "talk.json")}},
        "urlencoded": {"data": {"deck": text}},
        "json": {"data": text.encode(), "content_type": "application/json"},
    }[way]
    answer = client.post("/es/present.json", **given)
    assert answer.status_code == 200
    assert answer.get_data(as_text=True) == text
    assert answer.headers["Content-Disposition"] == 'attachment; filename="atalaya-A-talk-es-2025-10-28.json"'


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"}, 403),
        ({"Origin": "http://localhost"}, 200),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 200),
    ],
)
def test_no_other_site_can_have_a_talk_drawn(client: FlaskClient, headers: dict[str, str], status: int) -> None:
    assert sent(client, ".json", headers=headers).status_code == status


@pytest.mark.parametrize(
    ("body", "mimetype", "status"),
    [
        (b"", "multipart/form-data", 400),
        (b"--x", "multipart/form-data; boundary=x", 400),
        (b"deck=%ff%00", "application/x-www-form-urlencoded", 400),
        (b"\xff\xfe=", "application/x-www-form-urlencoded", 400),
        (b"deck=" + b"[" * 200_000, "application/x-www-form-urlencoded", 400),
        (b"{", "application/json", 400),
        (b'{"slides": []}', "application/json", 400),
        (b'{"slides": [{"view": "nowhere"}]}', "application/json", 400),
        (b'{"slides": [{"kind": "text", "text": "\\u0000\\ud800\\ufffe"}]}', "application/json", 200),
        (b"hello", "text/plain", 415),
        (b"hello", "", 415),
    ],
)
def test_what_is_no_talk_is_refused_in_one_line(client: FlaskClient, body: bytes, mimetype: str, status: int) -> None:
    for kind in ("", ".json"):
        answer = client.post(f"/es/present{kind}", data=body, content_type=mimetype)
        assert answer.status_code == status
        if status != 200:
            assert set(answer.get_json()) == {"error", "accepted"}
            assert answer.get_data(as_text=True).count("\n") == 1


def test_a_form_of_many_fields_is_refused(client: FlaskClient) -> None:
    fields = {f"f{n}": "x" for n in range(50)}
    answer = client.post("/es/present", data=fields, content_type="multipart/form-data")
    assert answer.status_code in (400, 413)


def test_a_talk_that_is_too_large_is_refused_with_the_limit(client: FlaskClient) -> None:
    large = b"a" * (BYTES + 100_000)
    form = b'--x\r\nContent-Disposition: form-data; name="deck"\r\n\r\n' + large + b"\r\n--x--\r\n"
    for body, mimetype in (
        (large, "application/json"),
        (b"deck=" + large, "application/x-www-form-urlencoded"),
        (form, "multipart/form-data; boundary=x"),
    ):
        answer = client.post("/es/present", data=body, content_type=mimetype)
        assert (answer.status_code, answer.get_json()["accepted"]) == (413, BYTES)
        assert "24 MB" in answer.get_json()["error"]


def test_only_a_talk_may_be_that_large(client: FlaskClient) -> None:
    assert client.post("/es/flows", data={"deck": "x"}).status_code == 405
    assert client.post("/_dash-update-component", json="a" * 100_000).status_code == 413


def test_what_cannot_be_used_of_a_talk_is_said_and_the_rest_drawn(client: FlaskClient) -> None:
    deck = json.dumps({"slides": [{"view": "flows", "minutes": -1}, {"kind": "video"}]})
    html = sent(client, deck=deck).get_data(as_text=True)
    assert "slides[1].minutes=-1" in html
    assert "slides[2].kind=video" in html
    assert html.count('<section class="slide') == 1


def test_one_slide_of_a_talk_is_a_picture_in_three_sizes(client: FlaskClient) -> None:
    for query, wide in (("", 1920), ("?size=slide&slide=2", 1920), ("?size=thumb", 320), ("?size=2x&slide=1", 3840)):
        answer = sent(client, ".png", query=query)
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.data[16:24] == wide.to_bytes(4) + (wide * 9 // 16).to_bytes(4)
    svg = sent(client, ".svg", query="?slide=2").get_data(as_text=True)
    assert svg.count("<title>B</title>") == 1
    answer = client.get("/pt/present.png?slides=flows~text.text-Uno&slide=2&size=thumb")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="atalaya-talk-pt-2025-10-28-2.png"'
    assert answer.data[16:20] == (320).to_bytes(4)


def test_the_room_is_told_of_each_slide_what_it_says_and_what_is_wrong(client: FlaskClient) -> None:
    slides = [
        {"view": "flows?chart=matrix", "title": "Mine", "minutes": -1},
        {"kind": "video"},
        {"kind": "text", "title": "Long", "text": "- a\n" * 900},
        {"view": "overview"},
    ]
    answer = sent(client, ".room", deck=json.dumps({"slides": slides, "minutes": "x"}))
    told = answer.get_json()
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Disposition" not in answer.headers
    assert [set(each) for each in told["slides"]] == [
        {"said", "what", "faults"},
        {"faults"},
        *2 * [{"said", "what", "faults"}],
    ]
    assert "ciudadanía" in told["slides"][0]["said"]
    assert [len(each["faults"]) for each in told["slides"]] == [1, 1, 2, 0]
    assert "minutes=-1" in told["slides"][0]["faults"][0]
    assert "kind=video" in told["slides"][1]["faults"][0]
    assert "líneas" in told["slides"][2]["faults"][0]
    assert len(told["faults"]) == 1


@pytest.mark.parametrize(("query", "pages"), [("", 2), ("?handout=2", 1), ("?handout=1&theme=dark", 2)])
def test_a_talk_is_a_pdf_or_a_handout(client: FlaskClient, query: str, pages: int) -> None:
    answer = sent(client, ".pdf", query=query)
    assert answer.mimetype == "application/pdf"
    assert len(PdfReader(BytesIO(answer.data)).pages) == pages
    part = f"-handout-{query[9]}" if query else ""
    assert answer.headers["Content-Disposition"] == f'attachment; filename="atalaya-A-talk-es-2025-10-28{part}.pdf"'
