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
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
READERS = 50
SECONDS = 6.0
PATIENCE = 60  # seconds for one answer
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


@contextmanager
def served(application: str) -> Iterator[int]:
    """The port of gunicorn with one process and four threads; it is stopped at the end."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ATALAYA_")}
    with socket.create_server(("127.0.0.1", 0), backlog=256) as listening:
        command = [sys.executable, *GUNICORN, f"--bind=fd://{listening.fileno()}", application]
        server = subprocess.Popen(command, cwd=ROOT, env=environment, pass_fds=[listening.fileno()])  # noqa: S603
        port: int = listening.getsockname()[1]
    try:
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


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
