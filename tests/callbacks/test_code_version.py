"""New code is a new version: nothing that a browser or a shared cache keeps outlives it."""

from pathlib import Path

import hand_made
import pytest

from app import create_app
from callbacks import reply
from callbacks.code_version import code_version
from callbacks.settings import Settings


def test_a_document_is_sent_again_by_new_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = create_app(Settings(hand_made.write(tmp_path / "data"))).server.test_client()
    tag = {"If-None-Match": client.get("/es/overview").headers["ETag"]}
    assert client.get("/es/overview", headers=tag).status_code == 304
    monkeypatch.setattr(reply, "code_version", lambda: "newer")
    assert client.get("/es/overview", headers=tag).status_code == 200


@pytest.mark.parametrize("name", ["components/page.py", "assets/page.css", "components/locale/es.po"])
def test_what_an_answer_is_made_by_counts_and_nothing_else(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text("one", encoding="utf-8")
    made = code_version.__wrapped__
    first = made(tmp_path)
    (tmp_path / "data" / "curated").mkdir(parents=True)
    (tmp_path / "data" / "curated" / "flows.csv").write_text("data", encoding="utf-8")
    (tmp_path / "notes.md").write_text("beside", encoding="utf-8")
    assert made(tmp_path) == first
    path.write_text("two", encoding="utf-8")
    assert made(tmp_path) != first
