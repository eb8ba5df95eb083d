"""A policy maker asks one question after another; each answer has an address that can be gone back to and shared."""

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser


def test_each_choice_has_an_address_that_reload_back_forward_and_language_keep(visit: Visit) -> None:
    page = visit.page
    visit.open("/es/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("víctimas de trata detectadas")
    seen = [visit.still()]

    page.get_by_role("radio", name="Condenados").click()
    visit.expect_chosen("indicator-persons_convicted")
    expect(page.get_by_role("heading", level=1)).to_contain_text("condenadas por trata")
    seen.append(visit.still())

    page.get_by_role("radio", name="Por 100 000 hab.").click()
    visit.expect_chosen("measure-rate")
    seen.append(visit.still())

    page.locator("summary", has_text="Sexo").click()
    page.get_by_role("radio", name="Mujeres").click()
    visit.expect_chosen("sex-female")
    expect(page.get_by_role("heading", level=1)).to_contain_text("mujeres")
    seen.append(visit.still())

    visit.click_country("MEX")
    visit.expect_chosen("countries-MEX")
    expect(visit.country("MEX")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("heading", level=1)).to_contain_text("México")
    seen.append(visit.still())

    query = "indicator=persons_convicted&year=2022"  # the year on screen stays, though this one would open on 2021
    assert [each["address"] for each in seen] == [
        "/es/overview",
        f"/es/overview?{query}",
        f"/es/overview?{query}&measure=rate",
        f"/es/overview?{query}&sex=female&measure=rate",
        f"/es/overview?{query}&countries=MEX&sex=female&measure=rate",
    ]
    assert len({each["title"] for each in seen}) == 4  # the country is in the headline, not in the title

    page.reload()
    visit.expect_live()
    visit.expect_seen(seen[-1])
    for before in reversed(seen[:-1]):
        page.go_back()
        visit.expect_seen(before)
    for after in seen[1:]:
        page.go_forward()
        visit.expect_seen(after)

    page.locator(".languages").get_by_role("link", name="Português").click()
    visit.expect_live()
    visit.expect_address(seen[-1]["address"].replace("/es/", "/pt/"))
    expect(page.locator("html")).to_have_attribute("lang", "pt")
    expect(page.get_by_role("heading", level=1)).to_contain_text("mulheres")
    visit.expect_chosen("countries-MEX")


def test_a_country_is_added_and_taken_out_by_map_ranking_and_list_alike(visit: Visit) -> None:
    visit.open("/en/overview?theme=light")
    visit.click_country("BRA")
    visit.expect_chosen("countries-BRA")
    visit.page.locator('.rank tr[data-code="PER"]').click()
    visit.expect_chosen("countries-PER")
    visit.fold("countries").click()
    visit.choose("countries-AND")
    visit.expect_address("/en/overview?countries=AND,BRA,PER&theme=light")
    chosen = visit.page.locator('.map-options [aria-selected="true"]')
    assert set(chosen.evaluate_all("all => all.map((each) => each.dataset.code)")) == {"AND", "BRA", "PER"}
    visit.click_country("BRA")
    expect(visit.option("countries-BRA")).not_to_be_checked()
    visit.expect_address("/en/overview?countries=AND,PER&theme=light")


def test_a_link_opened_in_a_new_tab_shows_the_view_it_names(visit: Visit) -> None:
    visit.open("/pt/overview?measure=rate")
    with visit.page.context.expect_page() as opened:
        visit.page.locator(".languages").get_by_role("link", name="English").click(modifiers=["ControlOrMeta"])
    expect(opened.value).to_have_url(f"{visit.root}/en/overview?measure=rate")
    visit.expect_address("/pt/overview?measure=rate")


def test_what_an_address_asks_for_in_vain_is_said_in_plain_lines_over_a_full_page(visit: Visit) -> None:
    visit.open("/es/overview?year=1800&sex=x&<b>=<script>")
    lines = visit.page.locator(".notice li")
    expect(lines).to_have_count(3)
    for line, said in zip(lines.all(), ("year=1800", "sex=x", "<b>=<script>"), strict=True):
        expect(line).to_contain_text(f"No se pudo usar {said}; se acepta: ")
        assert "\n" not in line.inner_text()
    visit.expect_address("/es/overview")
    visit.page.goto(visit.root + "/es/overview")
    visit.expect_live()
    expect(lines).to_have_count(0)
    whole = visit.still()
    visit.open("/es/overview?year=1800&sex=x")
    whole["texts"].pop("notice")
    refused = visit.still()
    assert refused["texts"].pop("notice").count("\n") == 1
    assert refused == whole
