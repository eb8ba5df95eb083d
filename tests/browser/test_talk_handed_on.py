"""A talk leaves the browser and comes into another as a link or as a file; what is none is refused by name."""

import json
import re
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest
import resvg_py
from playwright.sync_api import expect
from talk import file_of, is_kept, quick
from visit import Visit

pytestmark = pytest.mark.browser


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
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    with page.expect_download() as taken:
        page.locator('.file-of-talk[data-kind="html"]').click()
    assert asked[-1].startswith(f"POST {visit.root}/es/present.html")  # no address says what is written
    assert "Sí" in taken.value.path().read_text(encoding="utf-8")
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
        (json.dumps({"slides": [{"view": "flows", "note": "ñ" * 5001}]}), "presenta (no se proyecta)»: más de 5000"),
    ):  # fmt: skip
        file.write_text(content, encoding="utf-8")
        page.locator("#talk-file").set_input_files(file)
        expect(page.locator(".told")).to_contain_text(why)
    expect(page.locator(".talks li")).to_have_count(1)
    file.write_text('{"format": "atalaya-deck-1", "slides": [{"view": "flows?chart=matrix", "title": "¿Quién?"}]}')
    page.locator("#talk-file").set_input_files(file)
    expect(page.locator(".filmstrip li")).to_have_count(1)
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
