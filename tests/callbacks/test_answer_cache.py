"""What is kept: made once however many ask, bounded in bytes, never junk, and never lost with a Redis."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import brotli
import callback_wire as wire
import hand_made
import pytest
from flask import Flask, Response
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from app import create_app
from callbacks import answers, byte_stores, dash_routes
from callbacks.answer_cache import AnswerCache, unpacked
from callbacks.asked import Asked
from callbacks.byte_stores import OVERHEAD, Memory
from callbacks.dash_routes import UPDATE
from callbacks.settings import Settings
from components.pages.page import ShownPage
from data.dataset import Dataset

HTML, PNG = "text/html", "image/png"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The service on the small data set."""
    return create_app(Settings(hand_made.write(tmp_path_factory.mktemp("data")))).server.test_client()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The address of each page that is computed, while a test runs."""
    found: list[str] = []
    page = Asked.page

    def counted(asked: Asked) -> ShownPage:
        found.append(asked.view.url)
        return page(asked)

    monkeypatch.setattr(Asked, "page", counted)
    return found


def test_an_answer_is_made_once_for_a_key_and_kept_as_it_is_sent() -> None:
    cache, made = AnswerCache(Flask(__name__)), []

    def make() -> bytes:
        made.append(1)
        return b"answer" * 100

    kept = [cache.serve(key, HTML, make) for key in ("a", "a", "b")]
    assert len(made) == 2
    assert {brotli.decompress(each) for each in kept} == {b"answer" * 100}
    assert cache.get("a") == kept[0]
    assert cache.serve("c", PNG, make) == b"answer" * 100  # what is no text is left as it is
    assert unpacked(cache.serve("d", HTML, make, largest=10), HTML) == b"answer" * 100
    assert cache.get("d") is None
    assert len(made) == 4
    cache.serve(None, HTML, make)
    assert len(made) == 5


def test_who_asks_at_the_same_moment_has_one_answer_computed() -> None:
    cache, made, may_end = AnswerCache(Flask(__name__)), [], threading.Event()
    waiting = threading.Barrier(4)

    def make() -> bytes:
        made.append(1)
        may_end.wait(30)
        return b"answer"

    def ask() -> bytes:
        waiting.wait(30)
        return cache.serve("key", PNG, make)

    with ThreadPoolExecutor(4) as threads:
        answers_ = [threads.submit(ask) for _ in range(4)]
        threading.Timer(0.2, may_end.set).start()
        assert [each.result(30) for each in answers_] == [b"answer"] * 4
    assert len(made) == 1


def test_a_failure_is_told_to_all_and_kept_for_nobody() -> None:
    cache = AnswerCache(Flask(__name__))

    def fail() -> bytes:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        cache.serve("key", PNG, fail)
    assert cache.serve("key", PNG, lambda: b"answer") == b"answer"


@given(st.lists(st.tuples(st.text("abc", min_size=1, max_size=3), st.integers(0, 900)), max_size=60))
def test_what_is_kept_never_outgrows_its_bound_and_the_latest_stays(sets: list[tuple[str, int]]) -> None:
    store = Memory(3 * (500 + OVERHEAD))
    for key, size in sets:
        assert store.set(key, b"x" * size)
        assert store.get(key) == b"x" * size
        assert store.size == sum(len(k) + len(v) + OVERHEAD for k, v in store._kept.items()) <= 3 * (500 + OVERHEAD)


def test_what_is_larger_than_all_is_not_kept_and_drives_nothing_out() -> None:
    store = Memory(1_000)
    store.set("a", b"x")
    assert not store.set("b", b"x" * 1_000)
    assert (store.get("a"), store.get("b")) == (b"x", None)


# ---- a Redis that is lost ----


@contextmanager
def redis(reply: bytes, *, is_sane: bool = False) -> Iterator[str]:
    """The address of a server that says the same to every command (a sane one only to GET); one that says nothing is
    frozen."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def talk() -> None:
            while True:
                try:
                    talking, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=say, args=[talking], daemon=True).start()

        def say(talking: socket.socket) -> None:
            with talking:
                while asked := talking.recv(65_536):
                    is_other = is_sane and b"GET" not in asked
                    talking.sendall(b"+OK\r\n" * asked.count(b"*") if is_other else reply)

        threading.Thread(target=talk, daemon=True).start()
        yield f"redis://127.0.0.1:{listening.getsockname()[1]}/0?protocol=2"


@pytest.mark.parametrize("reply", [b"", b"-OOM command not allowed\r\n", b"-LOADING\r\n", b"?\r\n"])
def test_a_redis_that_is_frozen_full_or_mad_is_a_miss(reply: bytes) -> None:
    with redis(reply) as url:
        cache = AnswerCache(Flask(__name__), url)
        assert cache.serve("key", PNG, lambda: b"answer") == b"answer"
        assert cache.get("key") is None


def test_a_redis_that_is_gone_costs_no_page(made: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"redis://127.0.0.1:{free.getsockname()[1]}/0"
    client = create_app(Settings(cache_url=url)).server.test_client()
    made.clear()
    assert [client.get("/en/method").status_code for _ in range(2)] == [200, 200]
    assert made == ["/en/method"] * 2


def test_a_redis_holds_the_bytes_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(byte_stores, "PATIENCE", 30)
    with redis(b"$6\r\nanswer\r\n", is_sane=True) as url:
        assert AnswerCache(Flask(__name__), url).get("key") == b"answer"


# ---- what is asked ----


def test_two_ways_to_ask_the_same_are_one_answer(client: FlaskClient, made: list[str]) -> None:
    for query in ("year=2021&sex=male", "sex=male&year=2021", "sex=male&year=2021&age=total", "sex=male&&year=2021"):
        assert wire.shown(client, f"/en/overview?{query}")["url"] == "/en/overview?year=2021&sex=male"
    assert made == ["/en/overview?year=2021&sex=male"]


def test_a_document_has_its_layout_made_with_it(client: FlaskClient, made: list[str]) -> None:
    client.get("/en/flows?chart=matrix")
    answer = wire.layout(client, "/en/flows?chart=matrix")
    assert made == ["/en/flows?chart=matrix"]
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "Referer" in answer.headers["Vary"]
    again = wire.layout(client, "/en/flows?chart=matrix").headers["ETag"]
    assert answer.headers["ETag"] == again != wire.layout(client, "/en/flows").headers["ETag"]


def test_who_hides_the_address_keeps_the_drawn_page(client: FlaskClient) -> None:
    for header in ({}, {"Referer": "https://elsewhere.example/x"}, {"Referer": "http://[::"}):
        answer = client.get("/_dash-layout", headers=header)
        assert answer.status_code == 200
        assert answer.get_json()["props"]["children"] is None


def test_junk_is_answered_but_never_kept(client: FlaskClient, made: list[str]) -> None:
    for _ in range(2):
        wire.parts(client, "/en/compare?utm=junk")
        client.get("/en/compare?utm=junk")
    assert len(made) == 4
    assert "utm" not in wire.asked(client, "/en/compare").get_data(as_text=True)


def test_a_host_stands_only_in_the_answer_to_who_sent_it(client: FlaskClient) -> None:
    for host in ("evil.example", "x" * 300, 'a"b'):
        client.get("/en/method", headers={"Host": host})
    text = client.get("/en/method").get_data(as_text=True)
    assert 'href="http://localhost/en/method"' in text
    assert "evil" not in text


@pytest.mark.parametrize(
    "spoil",
    [
        lambda sent: sent | {"output": "nothing.html"},
        lambda sent: sent | {"output": ["overview-shown.data"]},
        lambda sent: sent | {"outputs": sent["outputs"][:-1]},
        lambda sent: sent | {"outputs": [each | {"id": "evil"} for each in sent["outputs"]]},
        lambda sent: sent | {"inputs": []},
        lambda sent: sent | {"inputs": sent["inputs"] * 2},
        lambda sent: sent | {"inputs": [sent["inputs"][0] | {"value": ["/en/overview"]}]},
        lambda sent: sent | {"inputs": [sent["inputs"][0] | {"value": "/en/justice"}]},
        lambda sent: sent | {"inputs": [sent["inputs"][0] | {"value": "/nowhere"}]},
        lambda sent: sent | {"inputs": [sent["inputs"][0] | {"value": "/en/overview?countries=" + "ARG," * 600}]},
        lambda sent: sent | {"inputs": "x"},
        lambda sent: sent | {"state": [{"id": "x", "property": "data", "value": 1}]},
        lambda sent: [sent],
        lambda _: None,
    ],
)
def test_a_question_that_dash_would_not_ask_is_refused_in_one_line(
    client: FlaskClient, made: list[str], spoil: object
) -> None:
    assert callable(spoil)
    sent = wire.question(client, "overview-shown.data", "/en/overview?year=2020")
    answer = client.post(UPDATE, json=spoil(sent))
    assert answer.status_code == 400
    assert answer.get_data(as_text=True).count("\n") == 1
    assert made == []


def test_a_list_of_a_hundred_thousand_repeats_is_refused_unread(client: FlaskClient, made: list[str]) -> None:
    sent = wire.question(client, "overview-shown.data", "/en/overview?countries=" + "ARG," * 100_000)
    assert client.post(UPDATE, json=sent).status_code == 413
    assert made == []


def test_a_failing_callback_is_one_line_and_not_kept(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "/en/justice?year=2022"
    with monkeypatch.context() as broken:
        broken.setattr(answers, "around", lambda *_: 1 / 0)
        assert wire.asked(client, address).status_code == 500
    assert wire.shown(client, address)["url"] == address


@pytest.mark.parametrize("sent", [{"status": 202}, {"headers": {"Set-Cookie": "a=b"}}])
def test_only_a_plain_answer_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: dict[str, Any]) -> None:
    told: list[Response] = []

    def answered() -> Response:
        told.append(Response("{}", mimetype="application/json", **sent))
        return told[-1]

    monkeypatch.setattr(dash_routes, "_plainly", lambda *_: answered)
    client = create_app(Settings(hand_made.write(tmp_path))).server.test_client()
    question = wire.question(client, "overview-shown.data", "/en/overview?year=2020")
    before = len(told)
    assert client.post(UPDATE, json=question).get_data() == client.post(UPDATE, json=question).get_data() == b"{}"
    assert len(told) - before >= 2


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_an_address_or_none(small: Dataset, path: str, query: str) -> None:
    for address in (f"{path}?{query}", f"/en/overview?{query}", f"http://{path}/en/flows?{query}"):
        found = Asked.of(address, small)
        if found and (key := found.key("kind")):
            assert Asked.of(found.view.url, small) == found._replace(is_framed=False)
            assert key.startswith("kind:small-1:/")
