"""The server as it is run in production: gunicorn, one worker, on a socket made here."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def served(**settings: str) -> Iterator[str]:
    """Scheme, host and port of a server of one's own. The socket listens before the server starts, so the first
    visitor waits in its queue and no port can be lost to another process."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ATALAYA_")}
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        port = listening.getsockname()[1]
        command = [sys.executable, "-m", "gunicorn", "app:server", "--workers=1", "--threads=4", "--log-level=warning"]
        server = subprocess.Popen(
            [*command, f"--bind=fd://{listening.fileno()}"],
            cwd=ROOT,
            env=environment | settings,
            pass_fds=[listening.fileno()],
        )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)
