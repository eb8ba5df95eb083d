"""The server as it is run in production, with one worker, on a socket made here."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from time import sleep
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[2]


@contextmanager
def served(host: str = "127.0.0.1", **settings: str) -> Iterator[str]:
    """Scheme, host and port of a server of one's own, once it answers, however long a busy machine takes to start it.
    The socket listens before the server does, so that no port can be lost to another process."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ATALAYA_")}
    with socket.create_server((host, 0), backlog=64) as listening:
        port = listening.getsockname()[1]
        command = [sys.executable, "-m", "gunicorn", "--config=python:deploy.server", "--workers=1"]
        server = subprocess.Popen(
            [*command, f"--bind=fd://{listening.fileno()}"],
            cwd=ROOT,
            env=environment | {"HOST": host, "PORT": str(port)} | settings,
            stdout=subprocess.DEVNULL,
            pass_fds=[listening.fileno()],
        )
    root = f"http://{host}:{port}"
    try:
        urlopen(root + "/healthz").close()  # noqa: S310 - the server of this test
        yield root
    finally:
        server.terminate()
        server.wait(timeout=30)


@contextmanager
def in_pieces(root: str, pieces: int = 8, pause: float = 0.2, cut: Event | None = None) -> Iterator[str]:
    """Scheme, host and port of a slow line to a server: documents come in pieces, with a pause after each; once it is
    cut, half of each document."""

    class Line(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = Request(root + self.path, headers={"Referer": self.headers.get("Referer", "")})  # noqa: S310
            with urlopen(asked) as answer:  # noqa: S310 - the server of this test
                body = answer.read()
            kind = answer.headers["Content-Type"]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            is_document = kind.startswith("text/html")
            if is_document and cut and cut.is_set():
                body = body[: len(body) // 2]
            size = -(-len(body) // pieces) if is_document else len(body)
            for start in range(0, len(body), size):
                self.wfile.write(body[start : start + size])
                self.wfile.flush()
                sleep(pause if size < len(body) else 0)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    line = ThreadingHTTPServer(("127.0.0.1", 0), Line)
    Thread(target=line.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{line.server_port}"
    finally:
        line.shutdown()
        line.server_close()
