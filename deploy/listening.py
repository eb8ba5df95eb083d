"""Where the service listens and by what rules: `HOST`, `PORT` and `WORKERS` from the environment, refused by name where
they make no sense, and the same waitress under every system.

Waitress reads requests and writes answers in one loop, and gives a thread only to a request that is there in whole: a
socket that says one byte, or takes an answer at one byte a minute, costs a place in a list.
"""

import http.client
import os
import re
import select
import socket
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any, NamedTuple, Self

from deploy.bodies import LARGE

DEFAULTS = {"HOST": "127.0.0.1", "PORT": "8050", "WORKERS": "2"}
MOST = {"PORT": 65_535, "WORKERS": 64}
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where a server that listens everywhere is asked
# What conda's compilers put into HOST, as in x86_64-conda-linux-gnu: the kind of a machine, and no name of one.
KIND_OF_MACHINE = re.compile(
    r"(x86_64|aarch64|arm64|i[3-6]86|ppc64le|powerpc64le|s390x)-(\w+-)?(linux|darwin|mingw)[\w.-]*"
)
PAUSE = 0.1  # seconds between two attempts to get the first answer
CAN_POLL = hasattr(select, "poll")  # Windows has `select` alone, which takes 512 sockets
RULES: Mapping[str, Any] = {
    "threads": 160,  # of which most wait for a file that another makes; how many work is said in callbacks/lanes.py
    "channel_request_lookahead": 1,  # so that it is seen while an answer is made that its client has gone
    "channel_timeout": 75,  # seconds that a silent connection is kept: longer than a proxy keeps it (nginx 60)
    "connection_limit": 4_000 if CAN_POLL else 400,
    "asyncore_use_poll": CAN_POLL,
    "max_request_header_size": 32_768,  # bytes
    "max_request_body_size": 262_144,  # bytes, of all but a talk (deploy/bodies.py); the application allows 16 KB
    "inbuf_overflow": LARGE,  # bytes of a request that lie in memory, not in a file: as many as any may have
    "outbuf_overflow": 64 * 1024 * 1024,  # bytes of an answer that lie in memory, not in a file: more than any has
    "outbuf_high_watermark": 64 * 1024 * 1024,  # so that no thread waits for a slow reader
    "clear_untrusted_proxy_headers": False,  # whom to believe is asked in callbacks/public_address.py
    "ident": "",
}


class Listening(NamedTuple):
    """Where to listen, and with how many processes."""

    host: str
    port: int
    workers: int

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Empty counts as not set, and so does a HOST that is another program's, which is told.

        Raises:
            ValueError: naming the variable, its value and what is accepted.
        """
        given = {name: environment.get(name) or default for name, default in DEFAULTS.items()}
        if KIND_OF_MACHINE.fullmatch(given["HOST"]):
            sys.stderr.write(f"HOST={given['HOST']} is no address, and left alone; listening at {DEFAULTS['HOST']}\n")
            given["HOST"] = DEFAULTS["HOST"]
        return cls(given["HOST"], _whole(given, "PORT"), _whole(given, "WORKERS"))

    @property
    def address(self) -> str:
        """Host and port as they stand in an address."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def asked(self) -> Self:
        """The same, as somebody on this machine asks for it."""
        return self._replace(host=EVERYWHERE.get(self.host, self.host))

    def try_address(self) -> None:
        """Listen there for a moment, before the data are loaded.

        Raises:
            ValueError: naming host and port, and why the system lets nobody listen there.
        """
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        try:
            socket.create_server((self.host, self.port), family=family).close()
        except (OSError, UnicodeError) as error:  # UnicodeError: of a name with an empty part, as in a..b
            why = str((isinstance(error, OSError) and error.strerror) or error).partition(" (while")[0]
            raise ValueError(f"HOST={self.host} PORT={self.port}: {why}") from None

    def announce(self) -> None:
        """Print the address once it really answers, beside whatever else is done."""
        threading.Thread(target=_announce, args=[self.asked], daemon=True).start()


def _whole(given: Mapping[str, str], name: str) -> int:
    text, most = given[name], MOST[name]
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= most):
        raise ValueError(f"{name}={text}: accepted is a whole number from 1 to {most}")
    return int(text)


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
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
