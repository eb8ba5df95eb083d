"""Load on a server as it is run in production, from many readers at once."""

import http.client
import itertools
import os
import selectors
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
READERS = 50
SECONDS = 6.0
PATIENCE = 300  # seconds for one answer
RECEIVED = 2**18  # bytes that are read at once
GUNICORN = (
    "-m", "gunicorn", "--workers=1", "--worker-class=deploy.worker.Worker", "--log-level=error", "--no-control-socket",
)  # fmt: skip


@dataclass(frozen=True)
class Ask:
    """One request."""

    path: str
    method: str = "GET"
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


class Measured(NamedTuple):
    """Answers a second of all readers together, milliseconds within which 95 % came, mean bytes of a body."""

    rate: float
    p95: float
    size: float


class Server(NamedTuple):
    """A server under measurement: where it listens, and the process that answers."""

    port: int
    worker: int

    def processor(self) -> float:
        """Milliseconds of processor that its threads have used until now."""
        spent = (
            path.read_text(encoding="utf-8").split()[0]
            for path in Path(f"/proc/{self.worker}/task").glob("*/schedstat")
        )
        return sum(map(int, spent)) / 1e6

    def memory(self) -> int:
        """Bytes of memory that it alone has, and its part of what it shares."""
        lines = Path(f"/proc/{self.worker}/smaps_rollup").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


@contextmanager
def served(application: str) -> Iterator[Server]:
    """Waitress in one process of gunicorn with four threads, once it answers; it is stopped at the end."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ATALAYA_")}
    environment["MALLOC_ARENA_MAX"] = "2"  # as deploy/serve.py has it
    environment["ATALAYA_CACHE_DIR"] = mkdtemp(prefix="atalaya-bench-")  # nothing that was made before this run
    with socket.create_server(("127.0.0.1", 0), backlog=256) as listening:
        command = [sys.executable, *GUNICORN, f"--bind=fd://{listening.fileno()}", application]
        server = subprocess.Popen(command, cwd=ROOT, env=environment, pass_fds=[listening.fileno()])  # noqa: S603
        port: int = listening.getsockname()[1]
    try:
        tags(port, [Ask("/_dash-dependencies")])
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="utf-8").split()
        yield Server(port, int(children[0]))
    finally:
        server.terminate()
        server.wait(timeout=30)


def spent(server: Server, asks: Iterable[Ask]) -> list[float]:
    """Milliseconds of processor for each of some requests, one after the other."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    found = []
    for ask in asks:
        before = server.processor()
        answer(connection, ask)
        found.append(server.processor() - before)
    connection.close()
    return found


def answer(connection: http.client.HTTPConnection, ask: Ask) -> tuple[http.client.HTTPResponse, bytes]:
    """The answer to one request. Raises RuntimeError for anything but 200 and 304."""
    connection.request(ask.method, ask.path, ask.body, dict(ask.headers))
    got = connection.getresponse()
    body = got.read()
    if got.status not in (http.HTTPStatus.OK, http.HTTPStatus.NOT_MODIFIED):
        raise RuntimeError(f"{ask.path}: {got.status} {body[:200]!r}")
    return got, body


def tags(port: int, asks: list[Ask]) -> list[str]:
    """The entity tag of each answer; asking also warms what keeps answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    found = [answer(connection, ask)[0].headers.get("ETag", "") for ask in asks]
    connection.close()
    return found


def text(port: int, path: str) -> str:
    """The body of one answer, as text."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    _, body = answer(connection, Ask(path))
    connection.close()
    return body.decode()


def measure(port: int, asks: Iterator[Ask]) -> Measured:
    """Let all readers ask for a while, each as soon as it has its last answer.

    One thread waits for all of them and sends and reads plain bytes: it shares two cores with the server, and a thread
    with an `HTTPConnection` for each reader takes more processor than the server for an answer that is kept.
    """
    with selectors.DefaultSelector() as waiting:
        readers = [_Reader(port) for _ in range(READERS)]
        for reader in readers:
            waiting.register(reader.connection, selectors.EVENT_READ, reader)
        start = time.perf_counter()
        for reader in readers:
            reader.ask(next(asks))
        while time.perf_counter() < start + SECONDS:
            for key, _ in waiting.select():
                if key.data.has_read():
                    key.data.ask(next(asks))
        seconds = time.perf_counter() - start
        for reader in readers:
            reader.connection.close()
    answers = list(itertools.chain.from_iterable(reader.answers for reader in readers))
    took, sizes = zip(*answers, strict=True)
    return Measured(len(answers) / seconds, statistics.quantiles(took, n=20)[-1] * 1000, statistics.fmean(sizes))


class _Reader:
    """One connection, the answer that comes over it, and the seconds and bytes of each that has come."""

    def __init__(self, port: int) -> None:
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.answers: list[tuple[float, int]] = []
        self._port = port
        self._asked, self._head, self._body, self._length = 0.0, b"", 0, -1  # no length: the head is not here yet

    def ask(self, ask: Ask) -> None:
        body = (ask.body or "").encode()
        headers = {"Host": f"127.0.0.1:{self._port}", "Content-Length": str(len(body)), **ask.headers}
        lines = [f"{ask.method} {ask.path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        self._asked, self._head, self._body, self._length = time.perf_counter(), b"", 0, -1
        self.connection.sendall("\r\n".join([*lines, "\r\n"]).encode() + body)

    def has_read(self) -> bool:
        """Read what is there; whether that completes the answer. Raises RuntimeError for anything but 200."""
        came = self.connection.recv(RECEIVED)
        if self._length < 0:
            self._head += came
            head, ended, came = self._head.partition(b"\r\n\r\n")
            if not ended:
                return False
            if not head.startswith(b"HTTP/1.1 200 "):
                raise RuntimeError(head[:200])
            self._length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        self._body += len(came)
        if self._body < self._length:
            return False
        self.answers.append((time.perf_counter() - self._asked, self._length))
        return True
