"""Somebody who cited a figure last spring comes back to it: the same figure, what has changed since, and the newest."""

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser
APRIL, OCTOBER = "2025-04-14", "2025-10-28"


def test_an_old_address_gives_the_old_figure_and_leads_to_the_new_one(visit: Visit) -> None:
    page = visit.page
    visit.open(f"/en/overview?year=2021&release={APRIL}")
    banner, uruguay = page.locator('#page [id$="-release"]'), page.locator(".rank tbody tr", has_text="Uruguay")
    expect(banner).to_contain_text("Figures of the release of April 14, 2025.")
    expect(uruguay).to_contain_text("29")
    page.locator('summary[data-key="release-changes"]').click()
    row = banner.locator("tbody tr", has_text="Uruguay").filter(has_text="2021")
    expect(row.locator("td")).to_have_text(["2021", "29", "22", "Another value"])

    page.locator("#overview-previous").click()
    visit.expect_year(2020)
    visit.expect_address(f"/en/overview?year=2020&release={APRIL}")
    visit.choose("measure-rate")
    visit.expect_address(f"/en/overview?year=2020&measure=rate&release={APRIL}")
    visit.choose("measure-count")

    page.locator('a[data-key="release-newest"]').click()
    visit.expect_address("/en/overview?year=2020")
    expect(banner).to_be_empty()
    expect(uruguay).to_contain_text("25")
    page.go_back()
    expect(banner).to_contain_text("April 14, 2025")
    expect(uruguay).to_contain_text("28")


def test_what_is_cited_today_names_its_release(visit: Visit) -> None:
    page = visit.page
    visit.open("/pt/overview?countries=ARG,BOL")
    page.locator('summary[data-key="cite"]').click()
    address = page.locator(".cite .address")
    expect(address).to_have_text(f"{visit.root}/pt/overview?countries=ARG,BOL&release={OCTOBER}")
    page.locator("#overview-previous").click()
    visit.expect_year(2021)
    cited = f"/pt/overview?year=2021&countries=ARG,BOL&release={OCTOBER}"
    expect(address).to_have_text(visit.root + cited)
    visit.open(cited)
    visit.expect_address(cited)
    expect(page.locator('#page [id$="-release"]')).to_be_empty()

    visit.choose(f"release-{APRIL}")
    visit.expect_address(f"/pt/overview?year=2021&countries=ARG,BOL&release={APRIL}")
    expect(page.locator('#page [id$="-release"]')).to_contain_text("Números da publicação de 14 de abril de 2025.")


def test_from_the_chapter_on_rules_to_an_earlier_map(visit: Visit) -> None:
    page = visit.page
    visit.arrive("/es/method?chart=rules")
    page.get_by_title("Ver el mapa según la publicación del 14 de abril de 2025").click()
    visit.expect_live()
    visit.expect_address(f"/es/overview?release={APRIL}")
    page.locator(".pages").get_by_role("link", name="Flujos").click()
    visit.expect_address(f"/es/flows?release={APRIL}")
    expect(page.locator('#page [id$="-release"]')).to_contain_text("Cifras de la publicación del 14 de abril de 2025.")
