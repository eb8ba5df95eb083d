"""Chromium against the server as it is run in production: gunicorn, one worker, on a socket made here."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from visit import Visit

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def root() -> Iterator[str]:
    """Scheme, host and port of a server of this session's own. The socket listens before the server starts, so the
    first visitor waits in its queue and no port can be lost to another process."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ATALAYA_")}
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        port = listening.getsockname()[1]
        command = [sys.executable, "-m", "gunicorn", "app:server", "--workers=1", "--threads=4", "--log-level=warning"]
        server = subprocess.Popen(
            [*command, f"--bind=fd://{listening.fileno()}"],
            cwd=ROOT,
            env=environment,
            pass_fds=[listening.fileno()],
        )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium where there is one, otherwise the one that Playwright brought."""
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    running = playwright.chromium.launch(executable_path=program, args=list(QUIET))
    yield running
    running.close()


@pytest.fixture
def visits(browser: Browser, root: str) -> Iterator[Callable[..., Visit]]:
    """Make visits with the given context options; at the end none of them may have asked outside or complained."""
    contexts = []
    made: list[Visit] = []

    def visit(**options: object) -> Visit:
        contexts.append(browser.new_context(**{"viewport": {"width": 1366, "height": 768}, **options}))
        made.append(Visit(contexts[-1], root))
        return made[-1]

    yield visit
    for context in contexts:
        context.close()
    assert [address for each in made for address in each.outside] == []
    assert [complaint for each in made for complaint in each.complaints] == []


@pytest.fixture
def visit(visits: Callable[..., Visit]) -> Visit:
    """A tab of a common laptop."""
    return visits()
