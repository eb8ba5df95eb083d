"""An analyst sets countries side by side: whom, what of them may be compared, an index, two years, the file."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser
SIX = "countries=AND,BOL,DOM,MEX,NIC,URY"


def test_from_the_first_view_to_an_index_of_ones_own_choice_and_its_file(visits: Callable[..., Visit]) -> None:
    visit = visits()
    page = visit.page
    visit.arrive("/es/compare")
    expect(page.locator(".chips")).to_contain_text("Sin elección: los 4 países con más años publicados")
    expect(page.locator(".comparability tbody tr")).to_have_count(4)

    visit.fold("countries").click()
    visit.choose("countries-MEX")
    visit.expect_address("/es/compare?countries=ARG,COL,CRI,MEX,PER")
    expect(page.locator(".may")).to_contain_text("México: la serie se rompe en 2021")
    expect(page.locator("#compare-series .shapelayer path[style*='dasharray']")).to_have_count(1)
    visit.chip("PER").click()
    visit.expect_address("/es/compare?countries=ARG,COL,CRI,MEX")
    expect(page.locator(".comparability tbody tr")).to_have_count(4)

    visit.fold("countries").click()
    visit.choose("scale-indexed")
    expect(page.locator(".may")).to_contain_text("= 100")
    visit.choose("chart-slope")
    expect(page.locator(".changes tbody tr")).to_have_count(4)
    expect(page.locator(".changes")).to_contain_text("la serie se rompe (2021)")
    address = "/es/compare?countries=ARG,COL,CRI,MEX&scale=indexed&chart=slope"
    visit.expect_address(address)

    with page.expect_download() as taken:
        page.locator(".take a[href*='.csv']").first.click()
    assert taken.value.suggested_filename == "atalaya-victims_detected-ARG-COL-CRI-MEX.csv"
    assert "index_low" in taken.value.path().read_text(encoding="utf-8")

    page.reload()
    expect(page.locator("#first")).to_have_count(0)
    expect(page.locator(".changes tbody tr")).to_have_count(4)


def test_the_keyboard_takes_a_country_out_and_stays_near(visits: Callable[..., Visit]) -> None:
    visit = visits()
    visit.arrive(f"/en/compare?{SIX}")
    visit.option("chart-series").focus()
    visit.page.keyboard.press("ArrowRight")
    visit.expect_chosen("chart-multiples")
    expect(visit.option("chart-multiples")).to_be_focused()
    heads = visit.page.locator("#compare-multiples .annotation-text", has_text=re.compile(r"^\D+$"))
    expect(heads).to_have_count(6)
    visit.chip("URY").focus()
    visit.page.keyboard.press("Enter")
    expect(heads).to_have_count(5)
    expect(visit.fold("countries")).to_be_focused()


@pytest.mark.parametrize(("width", "name"), [(1920, "Bolívia"), (1366, "Bolívia"), (390, "BOL")])
def test_names_have_room(visits: Callable[..., Visit], width: int, name: str) -> None:
    visit = visits(viewport={"width": width, "height": 844})
    for chart in ("series", "slope"):
        visit.arrive(f"/pt/compare?{SIX}&chart={chart}")
        expect(visit.page.locator(f"#compare-{chart} .annotation-text", has_text=name).first).to_be_visible()
