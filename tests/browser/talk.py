"""What tests of the presenter's room do with a talk."""

import json
from typing import Any

import resvg_py
from playwright.sync_api import Page

SPOT = bytes(resvg_py.svg_to_bytes(svg_string='<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>'))


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
    assert file_of(page) == document
