"""Who asks the same again is answered the same, without Flask; whoever asks for anything else is not."""

import io
import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import brotli
import callback_wire as wire
import hand_made
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app
from callbacks import fast_path
from callbacks.answer_cache import AnswerCache
from callbacks.dash_routes import UPDATE
from callbacks.fast_path import FastPath
from callbacks.reply import KEPT
from callbacks.security_headers import MAX_BODY
from callbacks.settings import Settings

PAGE = "/en/overview?year=2021"
BROTLI = {"Accept-Encoding": "br", "Accept": "text/html"}


class Served:
    """The service on the small data set, how often Flask has been asked, and the long way to the same answers."""

    def __init__(self, client: FlaskClient) -> None:
        self.client, self.flask = client, 0
        path: Any = client.application.wsgi_app._answer
        assert isinstance(path, FastPath)
        self.path: Any = path
        self.long_way = path._answer

        def counted(environ: Any, start: Any) -> Any:
            self.flask += 1
            return self.long_way(environ, start)

        self.path._answer = counted

    def post(self, address: str, **options: Any) -> TestResponse:
        question = wire.question(self.client, f"{wire.page_of(address)}-shown.data", address)
        return self.client.post(UPDATE, json=question, **({"headers": BROTLI} | options))


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Served:
    app = create_app(Settings(hand_made.write(tmp_path_factory.mktemp("data"))))
    return Served(app.server.test_client())


@pytest.fixture
def served(service: Served) -> Served:
    """The service, to which nothing is known yet."""
    service.path._known.clear()
    service.flask = 0
    return service


def said(answer: TestResponse) -> tuple[str, dict[str, str], bytes]:
    """All that is told, but for the clock, a token that Dash draws for each document, and what that does to a size."""
    body = brotli.decompress(answer.data) if answer.headers.get("Content-Encoding") == "br" else answer.data
    headers = {k: v for k, v in answer.headers.items() if k not in ("Date", "Content-Length")}
    return answer.status, headers, re.sub(rb'"end_id":"[^"]*"', b"", body)


def test_what_is_asked_again_is_the_same_answer_and_flask_is_not_asked(served: Served) -> None:
    for ask in (lambda: served.client.get(PAGE, headers=BROTLI), lambda: served.post("/en/overview?sex=male")):
        first, asked = ask(), served.flask
        again = ask()
        assert (said(again), again.data) == (said(first), first.data)
        assert again.headers["Content-Encoding"] == "br"
        assert again.headers["Content-Length"] == str(len(again.data))
        asked_for_the_question = served.flask - asked
        assert asked_for_the_question == (1 if again.request.method == "POST" else 0)  # `wire` reads the dependencies


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/en/overview?year=2020"},
        {"path": "/es/overview?year=2021"},
        {"method": "HEAD"},
        {"method": "PUT"},
        {"base_url": "https://localhost"},
        {"headers": BROTLI | {"Host": "atalaya.example"}},
        {"headers": BROTLI | {"Accept": "application/json"}},
        {"headers": {"Accept": "text/html"}},
    ],
)
def test_what_differs_in_anything_is_answered_as_if_nothing_had_been_asked(
    served: Served, monkeypatch: pytest.MonkeyPatch, other: dict[str, Any]
) -> None:
    ask: dict[str, Any] = {"path": PAGE, "method": "GET", "headers": BROTLI}
    warm = [served.client.open(**ask) for _ in range(2)]
    answer = served.client.open(**ask | other)
    monkeypatch.setattr(served.client.application, "wsgi_app", served.long_way)
    assert said(answer) == said(served.client.open(**ask | other)) != said(warm[1])


def test_a_question_with_another_body_is_another(served: Served) -> None:
    for year in (2020, 2021, 2020):
        address = f"/en/overview?year={year}"
        answer = served.post(address, headers={})
        assert answer.get_json()["response"]["overview-shown"]["data"]["url"] == address
    sent = wire.question(served.client, "overview-shown.data", PAGE)
    statuses = [
        served.client.post(UPDATE, json=sent, headers=BROTLI | {"Content-Type": kind}).status_code
        for kind in ("application/json", "application/json", "text/plain")
    ]
    assert statuses == [200, 200, 400]


def test_who_has_the_answer_is_told_so(served: Served) -> None:
    tag = [served.client.get(PAGE, headers=BROTLI) for _ in range(2)][1].headers["ETag"]
    assert served.client.get(PAGE, headers=BROTLI | {"If-None-Match": tag}).status_code == 304


def test_a_new_version_of_the_data_is_answered_anew(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    first = [served.client.get(PAGE, headers=BROTLI) for _ in range(2)][1]
    live = served.path._live
    monkeypatch.setattr(live, "_dataset", replace(live._dataset, version="newer"))
    newer = served.client.get(PAGE, headers=BROTLI)
    assert newer.headers["ETag"] != first.headers["ETag"]
    assert served.flask == 2


def test_what_the_cache_has_dropped_is_made_anew(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    first = served.client.get(PAGE, headers=BROTLI)
    monkeypatch.setattr(served.path._cache, "get", lambda _: None)
    assert said(served.client.get(PAGE, headers=BROTLI)) == said(first)
    assert served.flask == 2


def test_only_what_the_cache_keeps_is_known(served: Served) -> None:
    for path in ("/en/compare?utm=junk", "/nowhere", "/healthz", "/_dash-layout", "/"):
        for _ in range(2):
            served.client.get(path, headers=BROTLI)
    served.client.post(UPDATE, json={"output": "junk"})
    assert served.path._known == {}


def test_many_ways_to_ask_the_same_do_not_fill_the_memory(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast_path, "MOST", 3)
    for empty in range(6):
        assert served.client.get(f"{PAGE}{'&' * empty}", headers=BROTLI).status_code == 200
    assert len(served.path._known) == 3
    asked = served.flask
    served.client.get(f"{PAGE}{'&' * 5}", headers=BROTLI)
    assert served.flask == asked


# ---- around an application of a few lines ----


class Inner:
    """Says what it has read, from a key of the cache; what it says beside that is given."""

    def __init__(self, status: str = fast_path.OK) -> None:
        self.status, self.asked = status, 0
        self.cache = AnswerCache(Flask(__name__))
        self.path = FastPath(self, SimpleNamespace(dataset=SimpleNamespace(version="1")), self.cache)  # type: ignore[arg-type]

    def __call__(self, environ: Any, start: Any) -> list[bytes]:
        self.asked += 1
        body = environ["SCRIPT_NAME"].encode() + environ["wsgi.input"].read()
        environ[KEPT] = body.decode()
        self.cache.keep(environ[KEPT], body, "image/png")
        start(self.status, [("Date", str(self.asked)), ("Content-Length", str(len(body))), ("X-Said", "yes")])
        return [body]

    def ask(self, body: bytes, **beside: Any) -> tuple[bytes, list[tuple[str, str]]]:
        """The body and the headers of the answer to a request."""
        told: list[list[tuple[str, str]]] = []
        asked = {"REQUEST_METHOD": "POST", "SCRIPT_NAME": "", "wsgi.input": io.BytesIO(body)} | beside
        found = b"".join(self.path(asked, lambda _status, headers: told.append(headers)))  # type: ignore[arg-type, func-returns-value]
        return found, told[0]


def test_a_body_has_its_own_length_and_the_time_is_not_repeated() -> None:
    inner = Inner()
    first, again = (inner.ask(b"abc", CONTENT_LENGTH="3") for _ in range(2))
    assert first == (b"abc", [("Date", "1"), ("Content-Length", "3"), ("X-Said", "yes")])
    assert again == (b"abc", [("X-Said", "yes"), ("Content-Length", "3")])
    inner.cache.keep("abc", b"longer", "image/png")
    assert inner.ask(b"abc", CONTENT_LENGTH="3") == (b"longer", [("X-Said", "yes"), ("Content-Length", "6")])


@pytest.mark.parametrize(
    "beside",
    [
        {"HTTP_TRANSFER_ENCODING": "chunked"},
        {"CONTENT_LENGTH": "3", "HTTP_IF_NONE_MATCH": "x"},
        {"CONTENT_LENGTH": "three"},
        {"CONTENT_LENGTH": "-3"},
        {"CONTENT_LENGTH": str(MAX_BODY + 1)},
    ],
)
def test_a_body_of_unknown_or_great_length_is_left_to_be_read(beside: dict[str, str]) -> None:
    inner = Inner()
    for _ in range(2):
        assert inner.ask(b"abc", **beside)[0] == b"abc"
    assert inner.asked == 2


def test_a_failure_is_not_repeated() -> None:
    inner = Inner("500 INTERNAL SERVER ERROR")
    for _ in range(2):
        inner.ask(b"abc", CONTENT_LENGTH="3")
    assert inner.asked == 2


def test_below_another_path_is_another_place() -> None:
    inner = Inner()
    assert [inner.ask(b"", SCRIPT_NAME=name)[0] for name in ("/a", "/b", "/a")] == [b"/a", b"/b", b"/a"]
    assert inner.asked == 2
