"""A reader in Mexico finds figures as Mexico writes them, takes them along, and changes to those of another place."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser
COPIED = """() => {
    getSelection().selectAllChildren(document.querySelector("#page table"));
    const event = new ClipboardEvent("copy", {clipboardData: new DataTransfer(), bubbles: true, cancelable: true});
    document.querySelector("#page table").dispatchEvent(event);
    return event.clipboardData.getData("text/plain");
}"""
PRINTED = "() => document.querySelector('#page main').innerText"


def test_figures_are_those_of_the_place_and_the_place_can_be_changed(visits: Callable[..., Visit]) -> None:
    visit = visits(viewport={"width": 1366, "height": 800})
    page = visit.page
    page.goto(f"{visit.root}/es-MX/overview?year=2022")
    visit.expect_live()
    visit.expect_address("/es-419/overview?year=2022")
    shown = page.evaluate(PRINTED)
    assert "4\u202f649" in shown
    assert "2.61" in shown
    assert page.locator(".map").first.evaluate("map => map.textContent").count("1\u202f186") > 0
    copied = page.evaluate(COPIED)
    assert "1186" in copied  # a number in any sheet
    assert "\u202f" not in copied

    page.locator(".fold-locale summary").focus()
    page.keyboard.press("Enter")
    offered = page.locator(".fold-locale a")
    expect(offered).to_have_count(5)
    expect(page.locator(".fold-locale [aria-current]")).to_contain_text("1\u202f234.5")
    assert visit.violations("#page header") == []
    page.locator(".fold-locale").get_by_role("link", name="Español 1\u202f234,5").click()
    visit.expect_live()
    visit.expect_address("/es/overview?year=2022")
    assert "2,61" in page.evaluate(PRINTED)
