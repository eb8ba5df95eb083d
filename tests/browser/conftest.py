"""Chromium against the server as it is run in production, both started once for all tests of a process."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

pytest.register_assert_rewrite("talk", "views", "visit")  # so that what they assert says what it found

from served import served  # noqa: E402
from visit import Visit  # noqa: E402

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # the way out is cut
    "--process-per-site",  # one process keeps what scripts were compiled to
)
# All that a reader's browser keeps of the site.
FORGET = """async () => {
    localStorage.clear();
    await new Promise((go) => { Object.assign(indexedDB.deleteDatabase("atalaya"), {onsuccess: go, onerror: go}); });
    for (const name of await caches.keys()) await caches.delete(name);
    for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
}"""
LAPTOP = {"width": 1366, "height": 768}
OF_A_TAB = {"viewport", "color_scheme", "reduced_motion"}  # the options that need no profile of their own


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
def profile(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Debian's Chromium where there is one, otherwise the one that Playwright brought; with a profile on disk, which
    keeps scripts and what they were compiled to: only the first page of a process pays for plotly."""
    folder = tmp_path_factory.mktemp("profile")
    with playwright.chromium.launch_persistent_context(folder, executable_path=program(), args=list(QUIET)) as running:
        yield running


def program() -> str | None:
    """Chromium, where there is one beside Playwright's."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture
def launched(playwright: Playwright) -> Iterator[Callable[[str], Browser]]:
    """Start a browser of one's own that reaches one more host."""
    with ExitStack() as running:

        def launch(host: str) -> Browser:
            options = [f"{each} , EXCLUDE {host}" if each.startswith("--host-resolver") else each for each in QUIET]
            browser = playwright.chromium.launch(executable_path=program(), args=options)
            running.callback(browser.close)
            return browser

        yield launch


@pytest.fixture(scope="session")
def browser(profile: BrowserContext) -> Browser:
    """The browser, for profiles that begin with nothing."""
    assert profile.browser
    return profile.browser


@pytest.fixture
def visits(profile: BrowserContext, browser: Browser, root: str) -> Iterator[Callable[..., Visit]]:
    """Make visits with the given options; at the end none of them may have asked outside or complained. Each has a tab
    of its own, and finds nothing of an earlier test but what is loaded and compiled."""
    made: list[Visit] = []
    others: list[BrowserContext] = []
    first = profile.pages[0]  # stays, so that the process does
    if not first.url.startswith(root):
        first.goto(f"{root}/healthz")

    def visit(**options: object) -> Visit:
        options = {"viewport": LAPTOP, **options}
        if set(options) <= OF_A_TAB:
            page = profile.new_page()
            page.set_viewport_size(options.pop("viewport"))
            page.emulate_media(**options)
        else:
            others.append(browser.new_context(**options))
            page = others[-1].new_page()
        made.append(Visit(page, root))
        return made[-1]

    yield visit
    for page in profile.pages[1:]:
        page.close()
    for context in others:
        context.close()
    profile.clear_cookies()
    first.evaluate(FORGET)
    assert [address for each in made for address in each.outside] == []
    assert [complaint for each in made for complaint in each.complaints] == []


@pytest.fixture
def visit(visits: Callable[..., Visit]) -> Visit:
    """A tab of a common laptop."""
    return visits()
