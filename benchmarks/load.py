"""Load on a server as it is run in production, from many readers at once."""

import http.client
import itertools
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
READERS = 50
SECONDS = 6.0
PATIENCE = 300  # seconds for one answer
GUNICORN = ("-m", "gunicorn", "--workers=1", "--worker-class=gthread", "--threads=4", "--log-level=error",
            "--no-control-socket")  # fmt: skip


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
        spent = (path.read_text().split()[0] for path in Path(f"/proc/{self.worker}/task").glob("*/schedstat"))
        return sum(map(int, spent)) / 1e6

    def memory(self) -> int:
        """Bytes of memory that it alone has, and its part of what it shares."""
        lines = Path(f"/proc/{self.worker}/smaps_rollup").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


@contextmanager
def served(application: str) -> Iterator[Server]:
    """gunicorn with one process and four threads, once it answers; it is stopped at the end."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ATALAYA_")}
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
    """Let all readers ask for a while, each as soon as it has its last answer."""
    lock = threading.Lock()
    start = time.perf_counter()

    def read(_reader: int) -> list[tuple[float, int]]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        had = []
        while (asked := time.perf_counter()) < start + SECONDS:
            with lock:
                ask = next(asks)
            _, body = answer(connection, ask)
            had.append((time.perf_counter() - asked, len(body)))
        connection.close()
        return had

    with ThreadPoolExecutor(READERS) as readers:
        answers = list(itertools.chain.from_iterable(readers.map(read, range(READERS))))
    rate = len(answers) / (time.perf_counter() - start)
    took, sizes = zip(*answers, strict=True)
    return Measured(rate, statistics.quantiles(took, n=20)[-1] * 1000, statistics.fmean(sizes))
