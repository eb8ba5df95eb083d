"""A minister asks for one country on paper: from the map to its profile, another year, its numbers, and two sheets."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser
# The fullest profile, the emptiest, one with areas; each language has words of another length.
PRINTED = (("MEX", "es"), ("MEX", "pt"), ("ARG", "en"), ("AND", "pt"))


def test_from_the_map_to_a_profile_its_years_and_its_numbers(visit: Visit) -> None:
    page = visit.page
    visit.arrive("/es/country")
    expect(page.locator(".names a")).to_have_count(22)
    visit.click_country("BOL")
    visit.expect_chosen("country-BOL")
    visit.expect_address("/es/country?country=BOL")
    expect(page.get_by_role("heading", level=1)).to_contain_text("En 2023, Bolivia")
    expect(page.locator(".part:visible")).to_have_count(7)  # Bolivia publishes nothing by area

    visit.fold("year").click()
    visit.choose("year-2019")
    visit.expect_address("/es/country?country=BOL&year=2019")
    expect(page.get_by_role("heading", level=1)).to_contain_text("En 2019, Bolivia")

    page.keyboard.press("Escape")  # the open fold lies over the tabs
    visit.choose("chart-table")
    expect(page.locator(".listing tbody")).to_have_count(7)
    with page.expect_download() as taken:
        page.locator(".take a[href*='.csv']").first.click()
    assert "Bolivia" in taken.value.path().read_text(encoding="utf-8")

    page.go_back()
    expect(page.locator(".part-figures")).to_be_visible()
    visit.fold("country").click()
    visit.choose("country-")
    expect(page.locator(".names a")).to_have_count(22)


def test_a_name_and_another_page_lead_to_a_profile(visit: Visit) -> None:
    page = visit.page
    visit.arrive("/pt/country")
    page.locator('.names a[data-key="profile-ARG"]').click()
    visit.expect_address("/pt/country?country=ARG")
    expect(page.locator("#country-areas-place [role=option]").first).to_be_visible()
    visit.arrive("/pt/justice?country=ARG")
    page.locator("a[data-key='way-profile']").click()
    expect(page.locator("#first")).to_have_count(0)
    visit.expect_address("/pt/country?country=ARG")


@pytest.mark.parametrize(("code", "language"), PRINTED)
def test_a_profile_is_two_sheets_of_paper(visits: Callable[..., Visit], code: str, language: str) -> None:
    visit = visits()
    visit.arrive(f"/{language}/country?country={code}")
    pdf = visit.page.pdf(format="A4", print_background=True, prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == 2
    visit.page.emulate_media(media="print")
    for gone in (".site", ".controls", ".tabs", ".notes"):
        expect(visit.page.locator(gone).first).to_be_hidden()
    for sheet in (".leaf-1", ".leaf-2"):
        expect(visit.page.locator(sheet)).to_contain_text(f"/{language}/country?country={code}")
    expect(visit.page.locator(".part-quality")).to_be_visible()
