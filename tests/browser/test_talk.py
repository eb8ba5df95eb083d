"""A talk is built and nothing of it is lost, by a presenter who types, leaves, comes back and opens it elsewhere."""

import json
import re
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import resvg_py
from playwright.sync_api import Browser, Locator, Page, expect
from visit import Visit

pytestmark = pytest.mark.browser
SPOT = bytes(resvg_py.svg_to_bytes(svg_string='<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>'))
NOTE = """Buenos días, señoras y señores ministros: «¿quién necesita a quién?» es la pregunta de la nº {n}.

1. La detección no es la magnitud; más víctimas detectadas puede significar más búsqueda.
2. Después, señalar la brecha de cooperación: Bolivia–Argentina, Perú–Chile, y lo que aún no se publica.

Última línea: pausa, y a la siguiente, sin prisa; mañana habrá más información para cada delegación."""
KINDS = ("title", "section", "text", "picture", "closing")


def quick(page: Page) -> None:
    """Pictures of slides are proven elsewhere; here they are a spot, for making them takes a processor."""
    page.route("**/*.png*", lambda route: route.fulfill(body=SPOT, content_type="image/png"))


def said(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator("#spoken")).to_have_text(text)


def titles(page: Page) -> list[str]:
    return page.locator(".filmstrip .said span").all_inner_texts()


def pick(page: Page, n: int) -> None:
    page.locator(".filmstrip .pick").nth(n - 1).click()
    expect(page.locator(".editor h2")).to_have_text(re.compile(rf"^Diapositiva {n} de "))


def insert(page: Page, kind: str, title: str) -> None:
    before = page.locator(".filmstrip li").count()
    page.locator(f'[data-insert="{kind}"]').click()
    expect(page.locator(".filmstrip li")).to_have_count(before + 1)
    field = page.locator("#slide-title")
    expect(field).to_be_focused()
    field.fill(title)


def file_of(page: Page) -> dict[str, Any]:
    """The talk as its reader saves it."""
    with page.expect_download() as taken:
        page.locator(".talk-files button").first.click()
    found: dict[str, Any] = json.loads(taken.value.path().read_text(encoding="utf-8"))
    return found


def is_kept(page: Page, document: dict[str, Any]) -> None:
    assert file_of(page) == document


def open_room(page: Page) -> None:
    page.locator(".tray-room").click()
    expect(page.locator(".builder")).to_be_visible()


def test_a_talk_of_twelve_slides_loses_nothing(visits: Callable[..., Visit], tmp_path: Path) -> None:
    visit = visits()
    page = visit.page
    quick(page)
    visit.arrive("/es/overview")
    page.locator("#page a[data-add]").click()
    said(page, re.compile(r"^Añadida como diapositiva 1: En 2022"))
    visit.expect_address("/es/overview")  # the reader stays
    visit.choose("chart-series")
    page.locator(".tray-add").click()
    page.locator(".tray-add").click()  # once too often
    expect(page.locator("#tray-slides li")).to_have_count(3)
    page.locator(".tray-undo").click()
    expect(page.locator("#tray-slides li")).to_have_count(2)
    visit.arrive("/es/flows?chart=matrix")
    page.locator(".tray-add").click()
    expect(page.locator("#tray-slides li")).to_have_count(3)
    open_room(page)
    expect(page.locator(".filmstrip li")).to_have_count(3)
    assert "talk=" in page.url
    assert "slides=" not in page.url

    page.locator("#talk-title").fill("Reunión de ministros: ¿qué se ve?")
    page.locator("#talk-minutes").fill("20")
    pick(page, 3)
    for n, kind in enumerate([*KINDS, *KINDS[1:3], "ask", "section"], 4):
        insert(page, kind, f"Título propio nº {n}, ¡sí!")
    expect(page.locator(".filmstrip li")).to_have_count(12)
    for n in range(1, 13):
        pick(page, n)
        page.locator("#slide-note").fill(NOTE.format(n=n))
        page.locator("#slide-minutes").fill(str(1 + n % 2))
    expect(page.locator(".sum")).to_have_text("Previstos: 18 de 20 min")
    document = file_of(page)
    assert [each["note"] for each in document["slides"]] == [NOTE.format(n=n) for n in range(1, 13)]
    assert [each.get("kind", "view") for each in document["slides"]][:5] == ["view", "view", "view", "title", "section"]
    assert document["slides"][2]["view"] == "flows?chart=matrix"

    order = titles(page)
    grip = page.locator(".filmstrip .grip").nth(11)
    grip.press("Space")
    said(page, re.compile(r"^Tomada: .*lugar 12 de 12$"))
    for _ in range(11):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Space")
    said(page, re.compile(r"lugar 1 de 12$"))
    assert titles(page) == [order[11], *order[:11]]
    drag(page, page.locator(".filmstrip li").nth(0), page.locator(".filmstrip li").nth(2))
    assert titles(page) == [*order[:2], order[11], *order[2:11]]
    for done in ("drawn", "moved by keys"):
        before = titles(page)
        page.locator("body").press("Control+z")
        visit.wait_until(lambda before=before: titles(page) != before)
        assert titles(page) != before, done
    assert titles(page) == order
    is_kept(page, document)

    pick(page, 4)
    page.locator(".editor .tools button").nth(2).click()
    expect(page.locator(".filmstrip li")).to_have_count(13)
    page.locator(".filmstrip .pick").nth(4).press("Delete")
    expect(page.locator(".filmstrip li")).to_have_count(12)
    is_kept(page, document)

    pick(page, 7)
    page.locator("#slide-note").press_sequentially(" Fin.", delay=0)
    page.goto(visit.root + "/es/method")  # at once, without leaving the field
    document["slides"][6]["note"] += " Fin."
    expect(page.locator("#tray .tray-toggle")).to_contain_text("12 diapositivas")
    page.go_back()
    expect(page.locator(".filmstrip li")).to_have_count(12)
    is_kept(page, document)
    page.reload()
    expect(page.locator(".filmstrip li")).to_have_count(12)
    is_kept(page, document)

    second = visits()
    quick(second.page)
    second.page.goto(page.url)
    expect(second.page.locator(".filmstrip li")).to_have_count(12)
    pick(second.page, 2)
    second.page.locator("#slide-title").fill("Desde la otra pestaña")
    expect(page.locator(".filmstrip .said span").nth(1)).to_have_text("Desde la otra pestaña")
    pick(page, 3)
    page.locator("#slide-title").fill("Y desde esta")
    expect(second.page.locator(".filmstrip .said span").nth(2)).to_have_text("Y desde esta")
    document["slides"][1]["title"], document["slides"][2]["title"] = "Desde la otra pestaña", "Y desde esta"
    is_kept(page, document)
    is_kept(second.page, document)

    file = tmp_path / "talk.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    first = page.url
    page.locator("#talk-file").set_input_files(file)
    expect(page).not_to_have_url(first)
    expect(page.locator(".talks li")).to_have_count(2)
    is_kept(page, document)
    page.locator(".mine").wait_for(state="hidden")
    page.goto(f"{visit.root}/es/present")  # the ready-made deck is no talk of mine, and takes the place of none
    page.locator(".mine").click()
    expect(page.locator(".talks li")).to_have_count(3)
    page.goto(first)
    page.reload()
    is_kept(page, document)


def drag(page: Page, item: Locator, to: Locator) -> None:
    item.scroll_into_view_if_needed()
    start, end = item.locator("img").bounding_box(), to.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 20, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(start["x"] + 20, start["y"] + 60, steps=3)
    page.mouse.move(start["x"] + 20, end["y"] + end["height"] - 4, steps=4)
    page.mouse.up()


def test_a_talk_is_handed_on_as_a_link_or_as_a_file(visits: Callable[..., Visit], tmp_path: Path) -> None:
    visit = visits()
    page = visit.page
    quick(page)
    page.goto(f"{visit.root}/es/present?slides=flows.chart-matrix.note-S-c3-ad~text.title-Hola.text-Uno-0aDos")
    page.locator(".mine").click()
    expect(page.locator(".filmstrip li")).to_have_count(2)
    assert re.search(r"/es/present#talk=[a-z0-9]{12}$", page.url)
    sent = file_of(page)
    assert sent["slides"][1] == {"kind": "text", "title": "Hola", "text": "Uno\nDos"}
    page.locator(".talk-files button").nth(1).click()
    link = page.locator(".shared input").input_value()
    assert len(link.partition("#deck=")[2]) < 500

    other = visits(locale="es")  # another browser
    quick(other.page)
    other.page.goto(link)
    expect(other.page.locator(".told")).to_contain_text("El enlace trae una presentación")
    expect(other.page.locator(".talks li")).to_have_count(0)  # nothing is kept without being asked
    other.page.locator(".told button").first.click()
    expect(other.page.locator(".filmstrip li")).to_have_count(2)
    is_kept(other.page, sent)
    assert "deck=" not in other.page.url
    other.page.goto("about:blank")
    other.page.goto(link[:-30])
    expect(other.page.locator(".told")).to_contain_text("no contiene una presentación completa")

    file = tmp_path / "talk.json"
    for content, why in (
        ("no es", "no es una presentación de Atalaya"),
        ('{"slides": [{"view": "flows"}, {"kind": "film"}]}', "diapositiva 2 es de una clase desconocida: film"),
        (json.dumps({"slides": [{"view": "flows", "note": "ñ" * 5001}]}), "habla (no se proyecta)»: más de 5000"),
    ):  # fmt: skip
        file.write_text(content, encoding="utf-8")
        page.locator("#talk-file").set_input_files(file)
        expect(page.locator(".told")).to_contain_text(why)
    expect(page.locator(".talks li")).to_have_count(1)
    file.write_text('{"format": "atalaya-deck-1", "slides": [{"view": "flows?chart=matrix", "title": "¿Quién?"}]}')
    page.locator("#talk-file").set_input_files(file)
    expect(page.locator(".filmstrip .said span")).to_have_text("¿Quién?")

    page.locator(".talks li .tools button").last.click()
    expect(page.locator(".talks li")).to_have_count(1)
    page.locator(".told button").first.click()  # undone
    expect(page.locator(".talks li")).to_have_count(2)


def test_a_picture_of_ones_own_is_scaled_and_has_words(visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    quick(page)
    file = tmp_path / "photo.png"
    wide = '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="1000"><rect width="99" height="99"/></svg>'
    file.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=wide)))
    page.goto(f"{visit.root}/es/present")
    page.locator('[data-key="talk-new"]').click()
    page.locator('[data-insert="picture"]').click()
    page.locator("#slide-picture").set_input_files(file)
    expect(page.locator("#slide-alt")).to_be_focused()
    page.locator("#slide-alt").fill("Una mesa con banderas")
    (slide,) = file_of(page)["slides"]
    assert slide["alt"] == "Una mesa con banderas"
    data = b64decode(slide["picture"].removeprefix("data:image/png;base64,"))
    assert [int.from_bytes(data[at : at + 4]) for at in (16, 20)] == [1920, 640]
    page.locator(".talk-files button").nth(1).click()
    expect(page.locator(".shared")).to_contain_text("envíe el archivo")


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, root: str) -> None:
    context = browser.new_context(locale="es")
    context.add_init_script("indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };")
    page = context.new_page()
    try:
        quick(page)
        page.goto(f"{root}/es/present")
        page.locator(".mine").click()
        expect(page.locator(".kept-line")).to_contain_text("Este navegador no guarda nada")
        page.locator("#talk-title").fill("En memoria")
        assert file_of(page)["title"] == "En memoria"
        page.locator("body").press("Control+z")
        expect(page.locator("#talk-title")).not_to_have_value("En memoria")
    finally:
        context.close()


def test_room_and_tray_are_accessible_and_fit(visits: Callable[..., Visit]) -> None:
    visit = visits(color_scheme="dark")
    page = visit.page
    quick(page)
    page.goto(f"{visit.root}/pt/present")
    page.locator(".mine").click()
    expect(page.locator(".filmstrip li").first).to_be_visible()
    assert visit.violations() == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 844})
    assert visit.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    visit.arrive("/pt/flows")
    page.locator(".tray-toggle").click()
    expect(page.locator("#tray")).to_be_visible()
    assert visit.violations("#tray") == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_without_scripts_a_view_leads_to_the_room_and_the_room_to_the_hall(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    try:
        page.goto(f"{root}/en/flows?chart=matrix")
        page.locator("a[data-add]").click()
        expect(page).to_have_url(f"{root}/en/present?slides=flows.chart-matrix")
        expect(page.locator(".deck h2")).to_have_count(1)
        page.locator("a.start").click()
        expect(page.locator("#slide-1 h1")).to_be_visible()
    finally:
        context.close()
