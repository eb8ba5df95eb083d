"""Chromium against the server as it is run in production."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from served import served
from visit import Visit

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
    """Scheme, host and port of a server of the real data."""
    with served() as address:
        yield address


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
