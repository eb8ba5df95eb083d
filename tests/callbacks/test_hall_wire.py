"""What keeps a talk going over the wire: the worker, where it may answer, and where a kept talk leads without it."""

import re

import pytest
from flask.testing import FlaskClient

from app import create_app
from callbacks.public_address import PublicAddress
from callbacks.settings import Settings


def test_the_worker_is_a_script_at_the_top_that_the_policy_lets_run(client: FlaskClient) -> None:
    answer = client.get("/hall-worker.js")
    assert (answer.status_code, answer.mimetype) == (200, "text/javascript")
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.cache_control.max_age == 0  # a new one is found at the next visit
    assert client.get("/hall-worker.js", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_a_kept_talk_without_the_worker_leads_to_the_room() -> None:
    client = create_app(Settings(url=PublicAddress.parse("https://example.org/atalaya"))).server.test_client()
    answer = client.get("/pt-PT/present/talk/abcdef012345")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/atalaya/pt-PT/present#talk=abcdef012345")
    answer = client.get("/pt-PT/present/talk/abcdef012345?hall=deep&theme=dark")
    assert answer.headers["Location"] == "/atalaya/pt-PT/present?hall=deep&theme=dark#talk=abcdef012345"


@pytest.mark.parametrize("path", ["/xx/present/talk/abcdef012345", "/es/present/talk/ABC", "/es/present/talk/a.b"])
def test_what_is_no_talk_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_slide_that_is_a_view_has_a_code_and_the_talk_its_minutes(client: FlaskClient) -> None:
    html = client.get("/en/present?slides=deck.minutes-20~overview.minutes-3~flows&slide=1&kiosk=5").get_data(
        as_text=True
    )
    codes = re.findall(r'data-slide="(\d+)"', html)
    assert codes == ["1", "2"]
    assert "http://localhost/en/overview?release=" in html
    assert 'data-minutes="20"' in html
    assert 'data-minutes="3"' in html
    assert 'data-kiosk="5"' in html
