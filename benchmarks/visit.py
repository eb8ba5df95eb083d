"""A first visit in Chromium: how much is asked for, and how long a year takes to turn."""

import shutil
import statistics
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
TURNS = 12
IDLE = 3_000  # milliseconds without a request after which a page has all that it asks for
# The time from the reader's key to the frame that has been painted.
TURN = """(key) => new Promise((done) => {
    const start = performance.now();
    document.getElementById(key).click();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


class Visited(NamedTuple):
    """Requests and bytes of a first visit, milliseconds of a turn of a year, requests while years were turned."""

    requests: int
    size: int
    turn: float
    asked: int


def visit(address: str, back: str = "overview-previous") -> Visited:
    """Open a page with an empty cache, wait until it is quiet, and turn its years."""
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        seen: list[int] = []
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda told: seen.append(int(told["encodedDataLength"])))
        page.goto(address)
        _quiet(page, seen)
        requests, size = len(seen), sum(seen)
        took = [float(page.evaluate(TURN, back)) for _ in range(TURNS)] if page.locator(f"#{back}").count() else []
        found = Visited(requests, size, statistics.median(took) if took else 0.0, len(seen) - requests)
        browser.close()
    return found


def _quiet(page: Page, seen: list[int]) -> None:
    before = -1
    while before != len(seen):
        before = len(seen)
        page.wait_for_timeout(IDLE)
