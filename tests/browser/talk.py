"""What tests of the presenter's room do with a talk."""

import json
from typing import Any

import resvg_py
from playwright.sync_api import Page

SPOT = bytes(resvg_py.svg_to_bytes(svg_string='<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>'))

KEPT = """async () => {
    const {talks} = window.atalaya.talk;
    const {document} = await talks.get(new URLSearchParams(location.hash.slice(1)).get("talk"));
    return talks.whole(document);
}"""


def quick(page: Page) -> None:
    """Pictures of slides are proven elsewhere; here they are a spot, for making them takes a processor."""
    page.route("**/*.png*", lambda route: route.fulfill(body=SPOT, content_type="image/png"))


def file_of(page: Page) -> dict[str, Any]:
    """The talk as its reader saves it."""
    with page.expect_download() as taken:
        page.locator(".talk-files button").first.click()
    found: dict[str, Any] = json.loads(taken.value.path().read_text(encoding="utf-8"))
    return found


def is_kept(page: Page, document: dict[str, Any]) -> None:
    """The talk of the address is that document in the browser's own store; a letter just typed may be on its way."""
    for _ in range(20):
        if page.evaluate(KEPT) == document:
            return
        page.wait_for_timeout(50)
    assert page.evaluate(KEPT) == document
