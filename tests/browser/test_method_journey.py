"""A doubter asks why anyone should believe it: from the headline's caveat to rows, gaps, the lens, and a file."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser


def _open(visit: Visit, address: str) -> None:
    visit.page.goto(visit.root + address)
    expect(visit.page.locator("#first")).to_have_count(0)


def test_from_the_definitions_to_the_rows_the_gaps_and_the_lens(visit: Visit) -> None:
    page = visit.page
    _open(visit, "/es/overview")
    page.locator(".pages").get_by_role("link", name="Método").click()
    expect(page.locator("#first")).to_have_count(0)
    visit.expect_address("/es/method")
    expect(page.get_by_role("heading", name="Qué significan las palabras")).to_be_visible()

    visit.choose("chart-rules")
    expect(page.get_by_role("heading", level=1)).to_contain_text("quedan como están impresas")
    expect(page.locator(".quarantine tbody tr").first).to_be_visible()

    visit.choose("chart-coverage")
    visit.choose("indicator-persons_convicted")
    visit.choose("flow-victims_repatriated")
    visit.expect_address("/es/method?indicator=persons_convicted&flow=victims_repatriated&chart=coverage")
    expect(page.locator(".calendar .matrix")).to_have_count(2)
    page.locator('summary[data-key="twin-observations"]').click()
    expect(page.locator(".calendar .over-time").first).to_be_visible()
    with page.expect_download() as taken:
        page.locator(".take a[href*='.csv']").first.click()
    assert "persons_convicted" in taken.value.path().read_text(encoding="utf-8")

    visit.choose("chart-hidden")
    expect(page.locator(".unseen")).to_contain_text("no se sabe")
    visit.choose("lens-one_to_twenty")
    expect(page.locator(".unseen")).to_contain_text("ILUSTRACIÓN")
    page.go_back()
    expect(page.locator(".unseen")).to_contain_text("no se sabe")

    page.locator(".languages").get_by_role("link", name="Português").click()
    expect(page.get_by_role("heading", name="A parte que nunca se vê")).to_be_visible()


def test_a_finger_is_told_what_a_cell_says_before_it_leads_on(visits: Callable[..., Visit]) -> None:
    visit = visits(viewport={"width": 390, "height": 844}, has_touch=True)
    visit.arrive("/en/method?chart=coverage")
    cell = visit.page.locator(".matrix td a").first
    cell.tap()
    expect(visit.page.locator(".tip.is-cell")).to_contain_text("of 22 countries")
    visit.expect_address("/en/method?chart=coverage")
    cell.tap()
    visit.page.wait_for_url("**/en/overview?*")
