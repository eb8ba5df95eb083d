"""A talk is built and nothing of it is lost, by a presenter who types, leaves, comes back and opens it elsewhere."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from talk import file_of, is_kept, quick
from visit import Visit

pytestmark = pytest.mark.browser
NOTE = """Buenos días, señoras y señores ministros: «¿quién necesita a quién?» es la pregunta de la nº {n}.

1. La detección no es la magnitud; más víctimas detectadas puede significar más búsqueda.
2. Después, señalar la brecha de cooperación: Bolivia–Argentina, Perú–Chile, y lo que aún no se publica.

Última línea: pausa, y a la siguiente, sin prisa; mañana habrá más información para cada delegación."""
# The next change of this tab is answered only when another tab's has come after it.
CROSSING = """() => {
    const {talks} = window.atalaya.talk;
    const {change} = talks;
    talks.change = async (...all) => {
        talks.change = change;
        const kept = await change(...all);
        await new Promise((go) => { talks.watch(() => setTimeout(go)); });
        return kept;
    };
}"""
KINDS = ("title", "section", "text", "picture", "closing")


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


def write(page: Page, n: int) -> None:
    page.locator("#slide-note").fill(NOTE.format(n=n))
    page.locator("#slide-minutes").fill(str(1 + n % 2))


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
        write(page, n)
    expect(page.locator(".filmstrip li")).to_have_count(12)
    for n in (1, 2, 3):
        pick(page, n)
        write(page, n)
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
    page.wait_for_function("() => !window.atalaya.talk.room.state.waiting")  # else the browser asks
    page.goto(visit.root + "/es/method")  # without leaving the field
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
    pick(page, 3)
    page.evaluate(CROSSING)
    for each in (page, second.page):
        each.evaluate("Date.now = () => 1e12")  # within one millisecond
    page.locator("#slide-title").fill("Y desde esta")
    expect(second.page.locator(".filmstrip .said span").nth(2)).to_have_text("Y desde esta")
    second.page.locator("#slide-title").fill("Desde la otra pestaña")
    expect(page.locator(".filmstrip .said span").nth(1)).to_have_text("Desde la otra pestaña")
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
    page.wait_for_url(re.compile("#talk="))  # or it would be opened after the next line
    page.goto(first)
    is_kept(page, document)


def test_a_kept_talk_is_presented_without_a_network(visits: Callable[..., Visit]) -> None:
    visit = visits(locale="es")  # a browser of its own, whose line is cut
    page = visit.page
    quick(page)
    page.goto(f"{visit.root}/es/present?slides=flows.chart-matrix~text.title-Pausa~method.chart-hidden&theme=dark")
    page.locator(".mine").click()
    pick(page, 2)
    page.locator("#slide-note").fill(NOTE.format(n=2))
    page.locator(".start-here").click()
    page.wait_for_url(re.compile(r"/es/present/talk/[a-z0-9]{12}"))
    expect(page.locator("#slide-2")).to_have_class(re.compile("is-shown"))
    assert NOTE.format(n=2).splitlines()[2] in (page.locator("#slide-2 .note").text_content() or "")
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("#slide-2 h1")).to_have_text("Pausa")
    page.keyboard.press("PageDown")
    expect(page.locator("#slide-3")).to_have_class(re.compile("is-shown"))
    page.context.set_offline(False)
    page.keyboard.press("x")
    page.keyboard.press("x")
    expect(page.locator(".filmstrip li")).to_have_count(3)
    assert re.search(r"/es/present\?theme=dark#talk=[a-z0-9]{12}$", page.url)  # as it was left
    assert file_of(page)["slides"][1]["note"] == NOTE.format(n=2)


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


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, root: str) -> None:
    context = browser.new_context(locale="es")
    context.add_init_script("indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };")
    context.add_init_script("delete Navigator.prototype.serviceWorker;")  # as it is without TLS
    page = context.new_page()
    try:
        quick(page)
        page.goto(f"{root}/es/present?slides=flows.chart-matrix~text.title-Pausa")
        page.locator(".mine").click()
        expect(page.locator(".kept-line")).to_contain_text("Este navegador no guarda nada")
        page.locator("#talk-title").fill("En memoria")
        assert file_of(page)["title"] == "En memoria"
        page.locator("body").press("Control+z")
        expect(page.locator("#talk-title")).not_to_have_value("En memoria")
        page.locator(".start-here").click()  # the hall is written into this page
        page.locator("#wall").press("PageDown")
        with page.expect_popup() as opened:
            page.keyboard.press("s")
        for _ in range(2):
            expect(opened.value.locator('[data-slot="place"]')).to_have_text("2 / 2")
            expect(opened.value.locator(".slide:visible h1")).to_have_text("Pausa")
            opened.value.reload()
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
