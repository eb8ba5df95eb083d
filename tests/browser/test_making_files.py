"""A file that takes a while says so beside its link, can be given up, and does not keep anybody from the pages."""

import re

import pytest
from playwright.sync_api import Route, expect
from visit import Visit

pytestmark = pytest.mark.browser


def test_a_long_file_counts_and_is_given_up(visit: Visit) -> None:
    page = visit.page
    waiting: list[Route] = []
    page.route("**/present.pptx*", lambda route: waiting.append(route))  # a server that never comes to an end
    visit.arrive("/es/present?deck=summit")
    link = page.locator('a[href*="present.pptx"]')
    link.click()
    expect(page.locator(".making [role=status]")).to_have_text(re.compile(r"^Preparando el archivo… [1-9]\d* s $"))
    assert len(waiting) == 1
    link.click()  # a second click asks for nothing more
    page.locator(".making button").click()
    expect(page.locator(".making")).to_have_count(0)
    expect(link).to_be_focused()
    assert len(waiting) == 1
    visit.option("hall-deep").click()
    expect(page.get_by_role("heading", level=1)).not_to_be_empty()


def test_a_busy_server_is_asked_again_and_the_file_has_its_name(visit: Visit) -> None:
    page = visit.page
    asked: list[str] = []

    def busy_once(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(status=503, headers={"Retry-After": "1"}, body="{}")
        else:
            route.fallback()

    page.route("**/cooperation.png*", busy_once)
    visit.arrive("/pt/cooperation?chart=events")
    link = page.locator('.pictures a[href*="size=2x"]')
    address = visit.root + (link.get_attribute("href") or "")
    drawn = page.request.get(address, timeout=0).body()  # now the server has it, however long it takes to draw one
    with page.expect_download() as taken:
        link.click()
    assert taken.value.suggested_filename.startswith("atalaya-events")
    assert drawn.startswith(b"\x89PNG")
    assert taken.value.path().read_bytes() == drawn
    assert len(asked) == 2
    visit.complaints.clear()  # Chromium notes the 503 in its console


def test_a_file_that_fails_says_so(visit: Visit) -> None:
    page = visit.page
    page.route("**/flows.pdf*", lambda route: route.fulfill(status=500, body="{}"))
    visit.arrive("/en/flows")
    page.locator('.pictures a[href*="flows.pdf"]').click()
    expect(page.locator(".making")).to_have_text(" The file could not be made.")
    visit.complaints.clear()  # as above, of the 500
