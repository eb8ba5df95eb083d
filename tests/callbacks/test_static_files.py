"""Scripts and style sheets: one of each, whole and in order, compressed as well as can be, kept for ever."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks import static_files
from callbacks.settings import Settings
from components.document import assets

LINKED = re.compile(r'(?:src|href)="(/[^"]+\.(?:css|js))"')
PAGES = ("/es/overview", "/pt/overview?embed=1", "/en/data", "/api/v1/docs", "/en/present?slides=overview&slide=1")


def linked(client: FlaskClient, address: str) -> list[str]:
    return LINKED.findall(client.get(address, follow_redirects=True).get_data(as_text=True))


@pytest.mark.parametrize("kind", ["css", "js"])
def test_a_page_links_one_file_of_each_kind_with_all_that_the_folder_has(client: FlaskClient, kind: str) -> None:
    ours = [address for address in linked(client, "/es/overview") if address.endswith(f"page.{kind}")]
    assert len(ours) == 1
    text = client.get(ours[0]).get_data(as_text=True)
    sheets = sorted(assets.FOLDER.glob(f"*.{kind}"))
    talk = [assets.FOLDER / "talk" / f"{name}.js" for name in assets.TALK] if kind == "js" else []
    assert {*talk} == {*(assets.FOLDER / "talk").glob("*.js")} or kind == "css"
    sheets += talk or sorted((assets.FOLDER / "talk").glob("*.css"))
    places = [text.find(path.read_text(encoding="utf-8")) for path in sheets]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("address", PAGES)
def test_what_a_page_links_is_there_and_kept_for_ever(client: FlaskClient, address: str) -> None:
    found = linked(client, address)
    assert found
    for each in found:
        plain, packed = client.get(each), client.get(each, headers={"Accept-Encoding": "br"})
        assert (plain.status_code, packed.status_code) == (200, 200), each
        assert packed.headers["Cache-Control"] == "public, max-age=31536000, immutable", each
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert brotli.decompress(packed.data) == plain.data
        assert gzip.decompress(client.get(each, headers={"Accept-Encoding": "gzip"}).data) == plain.data


def test_the_address_changes_with_what_is_in_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(assets, "FOLDER", tmp_path)
    seen = set()
    for text in ("a {}", "b {}"):
        (tmp_path / "page.css").write_text(text, encoding="utf-8")
        seen.add(assets.bundle.__wrapped__("page.css").address)
    assert len(seen) == 2


def test_a_script_is_as_small_as_can_be_once_it_has_been_prepared(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(static_files, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(static_files, "AT_ONCE", 0)
    app = create_app(Settings())
    client = app.server.test_client()
    script = next(address for address in linked(client, "/es/overview") if "/react@" in address)
    app.registered_paths = {"dash": {path for path in app.registered_paths["dash"] if "/react@" in path}}
    sizes = []
    for _ in range(2):
        static_files.compressed.cache_clear()
        sizes.append(len(client.get(script, headers={"Accept-Encoding": "br"}).data))
        static_files.prepare(app)
    assert sizes[1] == len(brotli.compress(client.get(script).data, quality=11, lgwin=24)) < sizes[0]


def test_what_dash_asks_for_later_on_is_asked_for_again_but_not_sent_again(client: FlaskClient) -> None:
    address = "/_dash-component-suites/dash/dcc/async-graph.js"
    first = client.get(address, headers={"Accept-Encoding": "br"})
    assert (first.headers["Content-Encoding"], "immutable" in first.headers.get("Cache-Control", "")) == ("br", False)
    again = client.get(address, headers={"Accept-Encoding": "br", "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_script_that_does_not_exist_is_not_kept(client: FlaskClient) -> None:
    answer = client.get("/_dash-component-suites/dash/dcc/nothing.v1_0_0m1.js")
    assert answer.status_code == 404
    assert "immutable" not in answer.headers.get("Cache-Control", "")
