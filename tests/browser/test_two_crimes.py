"""An analyst goes from trafficking to smuggling and back, sees what the figures are not, and takes them along."""

import re

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser
SMUGGLING = "crime-smuggling_of_migrants"


def test_the_crime_is_chosen_above_the_headline_and_gone_back_from(visit: Visit) -> None:
    page = visit.page
    visit.open("/es/overview?sex=female")
    expect(page.locator("#overview-movement")).to_be_hidden()
    visit.choose(SMUGGLING)
    visit.expect_address("/es/overview?crime=smuggling_of_migrants")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("delitos registrados de tráfico ilícito de migrantes")
    expect(page.locator(".rank tbody tr", has_text="Argentina")).to_contain_text("[x]")
    expect(page.get_by_role("heading", name="Dos delitos distintos")).to_be_visible()
    expect(page.locator("#overview-movement .movement:visible")).to_have_count(3)
    expect(page.locator("input[name=indicator]")).to_have_count(0)
    visit.still()

    page.locator("#overview-previous").click()
    visit.expect_year(2021)
    expect(heading).to_contain_text("2021")
    visit.expect_address("/es/overview?crime=smuggling_of_migrants&year=2021")
    page.go_back()
    visit.expect_address("/es/overview?crime=smuggling_of_migrants")
    visit.expect_year(2022)
    page.go_back()
    expect(heading).to_contain_text("víctimas de trata detectadas")
    expect(page.locator("#overview-movement")).to_be_hidden()
    visit.expect_address("/es/overview?sex=female")


def test_a_country_narrows_the_encounters_and_the_file_behind_them(visit: Visit) -> None:
    page = visit.page
    visit.open("/en/overview?crime=smuggling_of_migrants&countries=VEN")
    panel = page.locator(".is-encounters_by_citizenship")
    citizens = panel.locator("#overview-by-citizenship .textpoint").filter(has_text=re.compile(r"[a-z]"))
    expect(citizens).to_have_text([re.compile("Venezuela")])  # of the bars with their figures the one that is named
    cameras = page.locator("#overview-movement .camera a")
    place = "countries=VEN&place=overview-by-citizenship"
    expect(cameras.nth(1)).to_have_attribute("href", f"/en/overview.png?crime=smuggling_of_migrants&{place}")
    with page.expect_download() as waiting:
        panel.get_by_role("link", name="Download these figures").click()
    lines = waiting.value.path().read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("country,year,period_start,period_end,measure")
    assert {line.split(",")[0] for line in lines[1:]} == {"VEN"}


def test_every_printed_figure_unfolds_by_keyboard(visit: Visit) -> None:
    visit.open("/pt/overview?crime=smuggling_of_migrants")
    fold = visit.page.locator('summary[data-key="fold-printed"]')
    fold.focus()
    visit.page.keyboard.press("Enter")
    table = visit.page.get_by_role("region", name="Cada número impresso")
    expect(table.locator("tbody tr")).to_have_count(19)
