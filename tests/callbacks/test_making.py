"""Files are made in lanes, once for all who ask, and for nobody once nobody waits: over real sockets, by events, so
that nothing here depends on how fast a machine is."""

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from flask import Flask
from waitress import wasyncore
from waitress.server import create_server

from app import create_app
from callbacks import flights, lanes
from callbacks.answer_cache import AnswerCache
from callbacks.flights import Flights, Gone
from callbacks.lanes import MOST, Lane, Lanes
from callbacks.making import AGAIN, Making
from callbacks.settings import Settings
from components.steps import steps
from deploy.listening import RULES

PNG = "image/png"
SLIDES = 3
SMALL = (Lane.SMALL, lambda: b"small")
LONG = 30  # seconds after which a test that hangs fails


class Deck:
    """A dear work of a few slides; each says that it has begun and waits until it may end."""

    def __init__(self) -> None:
        self.began = [threading.Event() for _ in range(SLIDES)]
        self.may_end = [threading.Event() for _ in range(SLIDES)]
        self.made: list[str] = []
        self.ended: BaseException | None = None
        self.is_over = threading.Event()

    def work(self) -> bytes:
        try:
            for number in steps(range(SLIDES)):
                self.began[number].set()
                assert self.may_end[number].wait(LONG)
                self.made.append(f"slide {number}")
        except BaseException as ended:
            self.ended = ended
            raise
        finally:
            self.is_over.set()
        return b"deck"

    def go_on(self, *numbers: int) -> None:
        for number in numbers:
            self.may_end[number].set()


class Service(NamedTuple):
    port: int
    cache: AnswerCache

    def askers(self, name: str) -> int:
        """How many wait for what is being made."""
        flight = self.cache._flights._flights.get(name)
        return len(flight.askers) if flight else 0


@contextmanager
def served(works: dict[str, tuple[Lane, Callable[[], bytes]]], folder: Path | None = None) -> Iterator[Service]:
    """A service, by the rules of the real one, that makes what an address names."""
    server = Flask(__name__)
    cache = AnswerCache(server, folder=folder)
    maker = Making(server, cache, Lanes())

    @server.get("/<name>")
    def made(name: str) -> bytes:
        lane, work = works[name]
        return maker.make(None if name.startswith("unkept") else name, lane, PNG, work)

    channels: dict[int, object] = {}
    listening = create_server(server, map=channels, host="127.0.0.1", port=0, **RULES)
    is_over = threading.Event()

    def answer() -> None:
        while not is_over.is_set():
            wasyncore.poll2(0.02, channels)

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        yield Service(listening.effective_port, cache)
    finally:
        is_over.set()
        thread.join(LONG)
        listening.task_dispatcher.shutdown()
        wasyncore.close_all(channels)


def asked(service: Service, name: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=LONG)
    connection.request("GET", f"/{name}")
    answer = connection.getresponse()
    told = answer.status, answer.read()
    connection.close()
    return told


def left(service: Service, name: str) -> socket.socket:
    """A client that has asked, and is to leave."""
    connection = socket.create_connection(("127.0.0.1", service.port))
    connection.sendall(f"GET /{name} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    return connection


def until(is_so: Callable[[], bool]) -> None:
    """Wait for what another thread is about to do."""
    end = time.monotonic() + LONG
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.001)


def test_a_small_file_is_made_while_a_deck_is_held() -> None:
    deck = Deck()
    with served({"deck": (Lane.DEAR, deck.work), "small": SMALL}) as service, ThreadPoolExecutor(2) as clients:
        taken = clients.submit(asked, service, "deck")
        assert deck.began[0].wait(LONG)
        assert asked(service, "small") == (200, b"small")
        assert deck.made == []
        deck.go_on(0, 1, 2)
        assert taken.result(LONG) == (200, b"deck")


def test_a_deck_begins_no_slide_before_a_small_file_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "PATIENCE", LONG)
    deck, small_began, small_may_end = Deck(), threading.Event(), threading.Event()

    def small() -> bytes:
        small_began.set()
        assert small_may_end.wait(LONG)
        deck.made.append("small")
        return b"small"

    run = Lanes().run
    with ThreadPoolExecutor(2) as threads:
        taken = threads.submit(run, Lane.DEAR, deck.work, flights.never)
        assert deck.began[0].wait(LONG)
        beside = threads.submit(run, Lane.SMALL, small, flights.never)
        assert small_began.wait(LONG)
        deck.go_on(0, 1, 2)
        threading.Timer(0.2, small_may_end.set).start()  # time in which a deck that did not wait would be through
        assert (taken.result(LONG), beside.result(LONG)) == (b"deck", b"small")
    assert deck.made == ["slide 0", "small", "slide 1", "slide 2"]


def test_a_deck_comes_to_its_end_however_many_small_files_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "PATIENCE", 0.01)
    deck, small_may_end, run = Deck(), threading.Event(), Lanes().run
    deck.go_on(0, 1, 2)
    with ThreadPoolExecutor(1) as threads:
        began = threading.Event()
        threads.submit(run, Lane.SMALL, lambda: began.set() or small_may_end.wait(LONG), flights.never)
        assert began.wait(LONG)
        assert run(Lane.DEAR, deck.work, flights.never) == b"deck"
        small_may_end.set()


@pytest.mark.parametrize("name", ["deck", "unkept deck"])
def test_a_closed_socket_ends_the_making(name: str) -> None:
    deck = Deck()
    with served({name: (Lane.DEAR, deck.work), "small": SMALL}) as service:
        client = left(service, name.replace(" ", "%20"))
        assert deck.began[0].wait(LONG)
        client.close()
        assert asked(service, "small") == (200, b"small")  # by now the service has looked at every socket
        deck.go_on(0, 1, 2)
        assert deck.is_over.wait(LONG)
        assert isinstance(deck.ended, Gone)
        assert deck.made == ["slide 0"]
        assert service.cache.get(name) is None


def test_what_two_wait_for_is_made_for_the_one_who_stays() -> None:
    deck = Deck()
    with served({"deck": (Lane.DEAR, deck.work), "small": SMALL}) as service, ThreadPoolExecutor(1) as clients:
        client = left(service, "deck")
        assert deck.began[0].wait(LONG)
        stays = clients.submit(asked, service, "deck")
        until(lambda: service.askers("deck") == 2)
        client.close()
        assert asked(service, "small") == (200, b"small")
        deck.go_on(0, 1, 2)
        assert stays.result(LONG) == (200, b"deck")
    assert deck.ended is None
    assert len(deck.made) == SLIDES


def test_of_two_who_leave_nobody_is_waited_for() -> None:
    deck = Deck()
    with served({"deck": (Lane.DEAR, deck.work), "small": SMALL}) as service:
        first = left(service, "deck")
        assert deck.began[0].wait(LONG)
        second = left(service, "deck")
        until(lambda: service.askers("deck") == 2)
        first.close()
        second.close()
        assert asked(service, "small") == (200, b"small")
        deck.go_on(0, 1, 2)
        assert deck.is_over.wait(LONG)
        assert isinstance(deck.ended, Gone)


def test_fifty_who_ask_for_one_cold_file_have_it_made_once() -> None:
    made, may_end = [], threading.Event()

    def work() -> bytes:
        made.append(1)
        assert may_end.wait(LONG)
        return b"picture"

    with served({"picture": (Lane.SMALL, work)}) as service, ThreadPoolExecutor(50) as clients:
        answers = [clients.submit(asked, service, "picture") for _ in range(50)]
        until(lambda: service.askers("picture") == 50)
        may_end.set()
        assert [each.result(LONG) for each in answers] == [(200, b"picture")] * 50
    assert made == [1]


def test_too_many_dear_files_are_refused_at_once_and_cost_no_picture_its_place() -> None:
    deck = Deck()
    works = {f"deck-{n}": (Lane.DEAR, deck.work) for n in range(MOST[Lane.DEAR] + 1)} | {"small": SMALL}
    with served(works) as service, ThreadPoolExecutor(MOST[Lane.DEAR]) as clients:
        *names, last = (name for name in works if name != "small")
        answers = [clients.submit(asked, service, name) for name in names]
        until(lambda: all(map(service.askers, names)))
        assert asked(service, last)[0] == 503
        assert asked(service, "small") == (200, b"small")
        deck.go_on(0, 1, 2)
        assert [each.result(LONG) for each in answers] == [(200, b"deck")] * MOST[Lane.DEAR]
        assert asked(service, last) == (200, b"deck")


def test_who_is_refused_is_told_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MOST, Lane.SMALL, 0)
    answer = create_app(Settings()).server.test_client().get("/en/overview.svg")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == str(AGAIN)
    assert answer.get_json()["error"]


def test_who_joins_as_the_last_one_leaves_has_it_made_anew() -> None:
    flown, began, may_end = Flights(), threading.Event(), threading.Event()
    made = []

    def make(is_left: Callable[[], bool]) -> bytes:
        made.append(1)
        if len(made) == 1:
            assert is_left()
            began.set()
            assert may_end.wait(LONG)
            raise Gone
        return b"anew"

    with ThreadPoolExecutor(2) as threads:
        leaves = threads.submit(flown.once, "key", make, lambda: True)
        assert began.wait(LONG)
        joins = threads.submit(flown.once, "key", make)
        until(lambda: len(flown._flights["key"].askers) == 2)
        may_end.set()
        assert joins.result(LONG) == b"anew"
        assert isinstance(leaves.exception(LONG), Gone)
    assert made == [1, 1]
