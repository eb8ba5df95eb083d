"""What other sites write into an address to count readers changes nothing: the same bytes, kept once, no word."""

from typing import Any
from urllib.parse import parse_qsl

import brotli
import callback_wire as wire
import hand_made
import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from app import create_app
from callbacks.answer_cache import AnswerCache
from callbacks.dash_routes import UPDATE
from callbacks.settings import Settings
from components.url.choices import Page
from components.url.tracking import untracked
from components.url.url_params import FIELDS
from components.url.view import View
from data.schema import SHOWN

# As they stand in links that were really sent: by Facebook, Google, Bing, X, Instagram, Mailchimp, HubSpot, Yandex.
SENT = (
    "fbclid=IwAR0aBcD_1-x",
    "utm_source=boletin&utm_medium=email&utm_campaign=trata%202026",
    "UTM_Source=x&utm%5Fterm=y",
    "gclid=EAIa&gad_source=1&dclid=CJ&_ga=2.1-3&_gl=1*a",
    "msclkid=7&twclid=2&ttclid=E&yclid=1&igshid=MzR&igsh=a%3D%3D&ref_src=twsrc%5Etfw&wt_mc=mail.1",
    "mc_cid=abc&mc_eid=UNIQID&_hsenc=p2&_hsmi=9&mkt_tok=NT",
    "fbclid",
    "fbclid=" + "x" * 2_500,
)
BROTLI = {"Accept-Encoding": "br", "Accept": "text/html"}
ADDRESSES = (
    "/en/overview", "/es/overview?year=2021", "/pt/data?table=flows&where=country:ARG", "/en/overview?embed=1",
    "/en/overview.csv?year=2021", "/en/overview.bib", "/en/overview.svg", "/en/overview.png?size=social",
    "/en/present?slide=1", "/en/present.json", "/api/v1/observations.json?country=ARG", "/api/v1/countries.geojson",
    "/api/v1/answer.csv?page=flows", "/api/v1/openapi.json", "/api/v1/docs?labels=en", "/en/releases.atom",
)  # fmt: skip
NAMES = st.sampled_from(
    ["year", "countries", "source", "utm_x", "fbclid", "GCLID", "utm", "gclids", "where", "%66bclid"]
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(Settings(hand_made.write(tmp_path_factory.mktemp("data")))).server.test_client()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The keys under which something is kept meanwhile, in whichever cache."""
    keys: set[str] = set()
    keep = AnswerCache.keep

    def noted(self: AnswerCache, key: str, body: bytes, mimetype: str) -> bytes:
        keys.add(key)
        return keep(self, key, body, mimetype)

    monkeypatch.setattr(AnswerCache, "keep", noted)
    return keys


def told(answer: TestResponse) -> tuple[int, dict[str, str], bytes]:
    return answer.status_code, {k: v for k, v in answer.headers.items() if k != "Date"}, answer.data


def with_tracking(address: str, sent: str, *, is_first: bool) -> str:
    path, _, query = address.partition("?")
    return f"{path}?" + "&".join(filter(None, [sent, query] if is_first else [query, sent]))


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_with_tracking_is_the_address_without(client: FlaskClient, kept: set[str], address: str) -> None:
    plain = told(client.get(address, headers=BROTLI))
    assert plain[0] == 200
    before = set(kept)
    for number, sent in enumerate(SENT):
        assert told(client.get(with_tracking(address, sent, is_first=number % 2 == 0), headers=BROTLI)) == plain
    assert kept == before
    body = brotli.decompress(plain[2]) if plain[1].get("Content-Encoding") == "br" else plain[2]
    assert b"fbclid" not in body


def test_however_it_is_tracked_flask_is_asked_once(client: FlaskClient) -> None:
    path: Any = client.application.wsgi_app
    known = path._answer._known
    known.clear()
    for number in range(30):
        client.get(f"/en/compare?utm_source=mail&fbclid={number}", headers=BROTLI)
    assert len(known) == 1


def test_layout_and_callback_know_the_address_without_it(client: FlaskClient, kept: set[str]) -> None:
    address, tracked = "/en/overview?year=2020", "/en/overview?year=2020&fbclid=1&utm_source=x"
    assert wire.layout(client, tracked).data == wire.layout(client, address).data
    assert wire.asked(client, tracked).get_json() == wire.asked(client, address).get_json()
    assert wire.shown(client, tracked)["url"] == address  # which the browser's side writes into the address bar
    assert [key for key in kept if "fbclid" in key] == []
    question = wire.question(client, "overview-shown.data", tracked)
    assert b"could not be used" not in client.post(UPDATE, json=question).data


def test_who_has_the_page_has_it_by_the_tracked_address_too(client: FlaskClient) -> None:
    tag = client.get("/en/overview", headers=BROTLI).headers["ETag"]
    again = client.get("/en/overview?gclid=1", headers=BROTLI | {"If-None-Match": tag})
    assert again.status_code == 304


@pytest.mark.parametrize("address", ["/en/overview?utmost=1", "/en/overview?gclids=1", "/api/v1/flows.csv?utm=1"])
def test_what_is_only_like_it_is_still_named(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, "could not be used" in answer.get_data(as_text=True)) in [(200, True), (400, False)]


def test_no_field_and_no_column_has_such_a_name() -> None:
    names = {name for fields in FIELDS.values() for name in fields} | {c for t in SHOWN.values() for c in t.columns}
    assert [name for name in names | {"labels", "wide", "page", "embed", "size", "place"} if not untracked(name)] == []


@given(st.lists(st.tuples(NAMES, st.sampled_from(["", "2021", "a=b", "%26", "BOL,ARG"])), max_size=6))
def test_what_is_left_is_what_stood_there(pairs: list[tuple[str, str]]) -> None:
    query = "&".join(f"{name}={value}" for name, value in pairs)
    left = untracked(query)
    assert untracked(left) == left
    is_tracking = {"utm_x", "fbclid", "gclid"}
    wanted = [
        (name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name.lower() not in is_tracking
    ]
    assert parse_qsl(left, keep_blank_values=True) == wanted
    assert View.parse("/en/overview", query) == View.parse("/en/overview", left)
    assert View.parse("/en/data", query)[0].page is Page.DATA
