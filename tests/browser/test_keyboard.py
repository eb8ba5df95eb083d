"""The whole page by keyboard alone: controls, folds, all 22 countries, the years."""

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser
KEYS = ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown")


def _focused(visit: Visit, name: str) -> str | None:
    found: str | None = visit.page.evaluate(f"document.activeElement.dataset.{name} ?? null")
    return found


def _tab_to(visit: Visit, name: str, value: str) -> None:
    for _ in range(60):
        visit.page.keyboard.press("Tab")
        found = _focused(visit, name)
        if found is not None and found.startswith(value):
            return
    pytest.fail(f"Tab never reaches {name}={value}")


def test_the_first_stop_leads_past_what_stands_on_every_page(visit: Visit) -> None:
    visit.open("/en/overview")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "skip"
    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(f"{visit.root}/en/overview#main")


def test_a_fold_opens_chooses_keeps_the_focus_and_closes_with_escape(visit: Visit) -> None:
    visit.open("/en/overview")
    _tab_to(visit, "key", "fold-sex")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(".fold-sex")).to_have_attribute("open", "")
    visit.page.keyboard.press("Tab")
    expect(visit.option("sex-total")).to_be_focused()
    visit.page.keyboard.press("ArrowDown")
    visit.expect_chosen("sex-female")
    expect(visit.option("sex-female")).to_be_focused()
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator(".fold-sex")).not_to_have_attribute("open", "")
    assert _focused(visit, "key") == "fold-sex"


def test_arrow_keys_walk_to_all_22_and_enter_chooses(visit: Visit) -> None:
    visit.open("/en/overview")
    _tab_to(visit, "code", "")
    ways: dict[str, tuple[str, ...]] = {_focused(visit, "code") or "": ()}
    waiting = list(ways)
    while waiting:
        here = waiting.pop(0)
        for key in KEYS:
            visit.country(here).focus()
            visit.page.keyboard.press(key)
            there = _focused(visit, "code") or ""
            if there not in ways:
                ways[there] = (*ways[here], key)
                waiting.append(there)
    assert len(ways) == 22
    visit.country("AND").focus()
    visit.page.keyboard.press("Enter")
    visit.expect_chosen("countries-AND")
    expect(visit.country("AND")).to_have_attribute("aria-selected", "true")
    assert _focused(visit, "code") == "AND"
    assert visit.page.locator('.map-options [tabindex="0"]').count() == 1


def test_the_years_turn_by_arrow_keys(visit: Visit) -> None:
    visit.open("/en/overview?year=2015")
    visit.page.locator("#overview-year").focus()
    visit.page.keyboard.press("ArrowRight")
    visit.expect_year(2016)
    visit.page.keyboard.press("Home")
    visit.expect_year(2010)
    visit.expect_address("/en/overview?year=2010")


def test_arrow_keys_walk_the_figures_of_a_chart_which_are_said_and_lead_to_their_passport(visit: Visit) -> None:
    visit.arrive("/en/compare?countries=ARG,BOL,MEX")
    chart = visit.page.get_by_role("application")
    said = visit.page.locator("#spoken")
    chart.focus()
    for key, wanted in (
        ("ArrowRight", "Argentina, 2010: 263"),
        ("ArrowRight", "Argentina, 2011: 150"),
        ("ArrowDown", "Mexico, 2011: 122"),
        ("ArrowLeft", "Mexico, 2010: 225"),
    ):
        visit.page.keyboard.press(key)
        expect(said).to_contain_text(wanted)
        expect(visit.page.locator(".hoverlayer .hovertext")).to_have_count(1)
    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(f"{visit.root}/en/figure?country=MEX&year=2010")


def test_what_a_choice_has_found_is_said_without_the_focus_moving(visit: Visit) -> None:
    visit.open("/en/overview")
    visit.choose("indicator-persons_convicted")
    expect(visit.page.locator("#spoken")).to_contain_text("convicted of trafficking")
    before = visit.page.locator("#overview-map-place").get_attribute("aria-label")
    visit.page.locator("#overview-previous").click()
    expect(visit.page.locator("#spoken")).to_contain_text("In 2021")
    assert visit.page.locator("#overview-map-place").get_attribute("aria-label") != before
