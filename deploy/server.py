"""How gunicorn serves Atalaya: `HOST`, `PORT` and `WORKERS` from the environment, refused by name where they make no
sense, and the address printed once it really answers.

One application is loaded and checked before the workers are forked, so a refused setting or data folder stops the start
and the data is in memory once.
"""

import http.client
import os
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any, NamedTuple, Self

DEFAULTS = {"HOST": "127.0.0.1", "PORT": "8050", "WORKERS": "2"}
MOST = {"PORT": 65_535, "WORKERS": 64}
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where a server that listens everywhere is asked
PAUSE = 0.1  # seconds between two attempts to get the first answer


class Listening(NamedTuple):
    """Where to listen, and with how many processes."""

    host: str
    port: int
    workers: int

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Empty counts as not set.

        Raises:
            ValueError: naming the variable, its value and what is accepted.
        """
        given = {name: environment.get(name) or default for name, default in DEFAULTS.items()}
        return cls(given["HOST"], _whole(given, "PORT"), _whole(given, "WORKERS"))

    @property
    def address(self) -> str:
        """Host and port as gunicorn binds them."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def asked(self) -> Self:
        """The same, as somebody on this machine asks for it."""
        return self._replace(host=EVERYWHERE.get(self.host, self.host))


def _whole(given: Mapping[str, str], name: str) -> int:
    text, most = given[name], MOST[name]
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= most):
        raise ValueError(f"{name}={text}: accepted is a whole number from 1 to {most}")
    return int(text)


def post_worker_init(worker: Any) -> None:
    """gunicorn's hook: the first worker of a start waits for its own first answer, beside its work."""
    if worker.age == 1:
        threading.Thread(target=_announce, args=[listening.asked], daemon=True).start()


def _announce(asked: Listening) -> None:
    while not _answers(asked):
        time.sleep(PAUSE)
    sys.stdout.write(f"Atalaya answers at http://{asked.address} (Ctrl-C ends it)\n")
    sys.stdout.flush()


def _answers(asked: Listening) -> bool:
    connection = http.client.HTTPConnection(asked.host, asked.port, timeout=10)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


try:
    listening = Listening.from_environment()
except ValueError as refused:
    sys.exit(str(refused))

# Read by gunicorn, by name.
wsgi_app = "app:server"
bind = listening.address
workers = listening.workers
worker_class = "gthread"
threads = 4
preload_app = True
loglevel = "warning"
control_socket_disable = True  # it would write to the home folder, which a service's user need not have
