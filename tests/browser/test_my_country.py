"""One's own country: carried by links, remembered only if asked, and found from any page by the keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visit import Visit

from components.document.search import index, matches
from components.url.choices import Locale

pytestmark = pytest.mark.browser
THROWS = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('switched off'); }});"


def test_a_country_is_carried_and_remembered_only_if_asked(visit: Visit, visits: Callable[..., Visit]) -> None:
    page = visit.page
    visit.open("/en/overview?countries=PRY")
    kept = page.locator("button[data-remember]")
    expect(kept).to_have_text("Remember Paraguay on this device")
    kept.click()
    expect(kept).to_have_text("Forget Paraguay on this device")
    page.locator(".pages a", has_text="Justice").click()
    visit.expect_address("/en/justice?country=PRY")
    visit.arrive("/en/flows")  # as somebody shared it: it shows what it shows to everybody
    visit.expect_address("/en/flows")
    expect(page.locator(".kept")).to_have_text("Paraguay, as you askedForget")
    assert "country=" not in page.locator("link[rel=canonical]").get_attribute("href")
    page.locator(".kept button").click()
    expect(page.locator(".kept")).to_be_hidden()
    expect(page.locator(".pages a", has_text="Justice")).to_have_attribute("href", "/en/justice")
    assert page.evaluate("localStorage.length") == 0

    barred = visits()
    barred.page.add_init_script(THROWS)
    barred.arrive("/en/justice?country=PRY")
    expect(barred.page.locator("button[data-remember]")).to_be_hidden()  # it would remember nothing
    barred.page.locator("a[data-key=way-neighbours]").click()
    barred.expect_address("/en/compare?countries=ARG,BOL,BRA,PRY")


def test_the_search_is_a_combobox_that_says_how_many_it_has_found(visit: Visit) -> None:
    page = visit.page
    visit.arrive("/es/justice?country=ARG")
    assert not [each for each in visit.asked if "search" in each]
    page.locator("main").click(position={"x": 2, "y": 2})
    page.keyboard.press("/")
    field = page.locator("#page .find input[type=search]")
    expect(field).to_have_role("combobox")
    expect(field).to_have_accessible_name("Buscar un país o una cifra")
    expect(field).to_be_focused()
    page.keyboard.type("sentencias")
    expect(page.locator(".find [role=option]")).to_have_text(["Condenados cifra"])
    expect(page.locator(".find [role=status]")).to_have_text("1 resultado")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert not visit.violations(".site")
    page.keyboard.press("ArrowDown")
    option = page.locator(".find [role=option][aria-selected=true]")
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "")
    page.keyboard.press("Escape")
    expect(page.locator(".find ul")).to_be_hidden()
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    visit.expect_address("/es/overview?indicator=persons_convicted&countries=ARG")

    visit.expect_drawn()
    page.locator("#page .fold-what summary").click()
    shown = page.locator("#page .fold-what .options")
    expect(shown).to_contain_text("En la fuente: Persons convicted.")
    below, names = shown.bounding_box(), page.locator("fieldset.of-indicator").bounding_box()
    assert below
    assert names
    assert below["y"] >= names["y"] + names["height"]  # never over what it explains
    page.keyboard.press("Escape")
    expect(shown).to_be_hidden()
    for text in ("peru", "eeuu", "vic", "Dominica", "con", "br", "pais"):
        field.fill(text)
        wanted = [each.name for each in matches(text, index(Locale.ES)) if each.to]
        expect(page.locator(".find [role=option]")).to_have_count(len(wanted))
        found = page.locator(".find [role=option]").evaluate_all("all => all.map((each) => each.firstChild.data)")
        assert found == wanted
    field.fill("EEUU")
    expect(page.locator(".find .none")).to_have_text("Estados Unidos no está entre los 22 países de Atalaya.")
    assert len([each for each in visit.asked if "search" in each]) <= 2  # one index a page, and it is kept
