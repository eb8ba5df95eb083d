"""The address is handed on as it is by then: copied with a clipboard and without one, by the device, by mail."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect
from visit import Visit

GIVEN = "navigator.share = async (what) => { window.given = what; };"
LISTEN = "addEventListener('copy', () => { window.copied = document.activeElement.value; })"


def test_the_address_of_the_year_in_view_is_copied_given_and_sent(visits: Callable[..., Visit]) -> None:
    visit = visits(permissions=["clipboard-read", "clipboard-write"], viewport={"width": 320, "height": 800})
    page = visit.page
    page.add_init_script(GIVEN)
    visit.open("/es/overview?fbclid=IwAR0&year=2022&utm_source=x")
    visit.expect_address("/es/overview?year=2022")  # what counts readers is gone from the address bar
    line = page.locator("#page .sharing")
    page.locator("#page .scale a[data-year='2021']").click()
    line.get_by_role("button", name="Copiar enlace").press("Enter")  # before the address has followed the year
    expect(line.get_by_role("status")).to_have_text("Enlace copiado.")
    wanted = f"{visit.root}/es/overview?year=2021"
    assert page.evaluate("navigator.clipboard.readText()") == wanted
    line.get_by_role("button", name="Compartir").click()
    assert page.evaluate("window.given") == {"title": page.title(), "url": wanted}
    mail = line.get_by_role("link", name="Enviar por correo")
    assert mail.evaluate(
        "(link) => { link.addEventListener('click', (e) => e.preventDefault()); link.click(); return link.href; }"
    )
    query = parse_qs(urlsplit(mail.get_attribute("href") or "").query)
    assert query == {"subject": [page.title()], "body": [wanted]}
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    # By http from another machine there is no clipboard, and none is asked for.
    page.evaluate(f"() => {{ Object.defineProperty(navigator, 'clipboard', {{value: undefined}}); {LISTEN}; }}")
    line.get_by_role("button", name="Copiar enlace").press("Enter")
    expect(line.get_by_role("status")).to_have_text("Enlace copiado.")
    assert page.evaluate("window.copied") == wanted
    expect(line.locator("input")).to_have_count(0)
    expect(line.get_by_role("button", name="Copiar enlace")).to_be_focused()
    # Where not even that is allowed it stands chosen in a field.
    page.evaluate("document.execCommand = () => false")
    line.get_by_role("button", name="Copiar enlace").press("Enter")
    expect(line.get_by_role("status")).to_have_text("Copie la dirección de este campo.")
    field = line.locator("input")
    expect(field).to_be_focused()
    expect(field).to_have_value(wanted)
    assert field.evaluate("(field) => field.selectionEnd - field.selectionStart") == len(wanted)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert visit.violations(".sharing") == []
