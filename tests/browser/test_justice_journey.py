"""A policy maker asks whether prosecutions follow: from all countries to one, from one window to another, and who."""

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser

# What is printed at the height of a text.
BESIDE = """(name) => {
    const texts = [...document.querySelectorAll("#justice-chain .textpoint text")];
    const plain = (text) => text.textContent.replace(/\\u00a0/g, " ").trim();
    const middle = (text) => { const box = text.getBoundingClientRect(); return (box.top + box.bottom) / 2; };
    const own = middle(texts.find((text) => plain(text) === name));
    return texts.filter((text) => Math.abs(middle(text) - own) < 4).map(plain);
}"""


def _open(visit: Visit, address: str) -> None:
    visit.page.goto(visit.root + address)
    expect(visit.page.locator("#first")).to_have_count(0)
    expect(visit.page.locator("html")).not_to_have_class("is-asking")


def test_from_the_region_to_a_country_and_back(visit: Visit) -> None:
    page = visit.page
    _open(visit, "/es/justice")
    panels = page.locator("#justice-panels .annotation-text a")
    expect(panels).to_have_count(22)
    expect(page.get_by_role("heading", level=1)).to_contain_text("En 2020–2022, 8 de 22 países")
    first = panels.first
    expect(first).to_have_text("Andorra")

    visit.fold("sort").click()
    visit.choose("sort-persons_convicted")
    expect(first).not_to_have_text("Andorra")

    panels.filter(has_text="Bolivia").click(force=True)  # what lies there is asked without text, which is hit
    visit.expect_chosen("country-BOL")
    expect(page.locator("#justice-clock .annotation-text", has_text="Condenados")).to_be_visible()
    expect(page.locator(".steps tbody tr")).to_have_count(4)
    expect(page.locator(".flags")).to_contain_text("más personas procesadas que sospechosas en el mismo año")

    visit.fold("year").click()
    visit.choose("year-2019")
    visit.expect_address("/es/justice?country=BOL&year=2019&sort=persons_convicted")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2017–2019")

    visit.choose("window-1")
    expect(page.get_by_role("heading", level=1)).to_contain_text("En 2019, Bolivia")
    visit.expect_address("/es/justice?country=BOL&year=2019&window=1&sort=persons_convicted")

    page.locator(".back").click()
    expect(panels).to_have_count(22)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("En 2019, Bolivia")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("En 2019, Bolivia")


def test_the_chain_says_which_years_are_missing_and_its_file_too(visit: Visit) -> None:
    page = visit.page
    _open(visit, "/en/justice?year=2021")
    visit.choose("chart-chain")
    expect(page.locator("#justice-chain .textpoint", has_text="Spain")).to_be_visible()
    beside_spain = page.evaluate(BESIDE, "Spain")
    assert "[x] no 2021" in beside_spain
    with page.expect_download() as taken:
        page.locator(".take a[href*='.csv']").first.click()
    text = taken.value.path().read_text(encoding="utf-8")
    assert "ESP,2019,2021,persons_convicted,total,,,not_reported" in text
    page.locator("#justice-chain .textpoint a", has_text="Spain").click(force=True)
    visit.expect_chosen("country-ESP")
    expect(page.locator("#justice-chain .textpoint tspan[style*=bold]", has_text="Spain")).to_have_count(1)
    visit.choose("chart-who")
    expect(page.locator("#justice-citizenships .bars path").first).to_be_visible()


def test_a_panel_is_reached_and_opened_by_keyboard(visit: Visit) -> None:
    _open(visit, "/pt/justice")
    visit.page.locator("#justice-panels a", has_text="Brasil").focus()
    visit.page.keyboard.press("Enter")
    visit.expect_chosen("country-BRA")
