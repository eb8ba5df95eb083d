"""Citations as files, and frames: only the answer that is made for them may stand in another site's page."""

import re

import pytest
from flask.testing import FlaskClient
from tree import classed, parse
from werkzeug.test import TestResponse

from components.url.choices import Language, Page

NOT_FRAMED = [
    "/",
    "/en/overview",
    "/en/overview?embed=0",
    "/en/overview?embed",
    "/en/overview?Embed=1",
    "/_dash-dependencies?embed=1",
    "/en/overview.csv?embed=1",
    "/en/nowhere?embed=1",
    "/en/overview.embed",
    "/en/figure.bib?embed=1",
    "/api/v1/observations.json?country=ARG&year=2022",
    "/healthz",
]


def ancestors(answer: TestResponse) -> str:
    found = re.findall(r"frame-ancestors ([^;]+)", answer.headers["Content-Security-Policy"])
    assert len(found) <= 1
    return str(found[0]) if found else "anything, files too"


@pytest.mark.parametrize("address", NOT_FRAMED)
def test_nothing_else_may_be_framed(client: FlaskClient, address: str) -> None:
    client.get("/en/overview?embed=1")  # what was answered before must not leak into what is answered now
    answer = client.get(address)
    assert ancestors(answer) == "'none'"
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("page", Page)
def test_every_page_has_a_frame_that_other_sites_may_show(client: FlaskClient, page: Page) -> None:
    for _ in range(2):  # made, and then from what is kept
        answer = client.get(f"/pt/{page}?embed=1&theme=dark")
        assert answer.status_code == 200
        assert ancestors(answer) == "anything, files too"
        assert "X-Frame-Options" not in answer.headers
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "default-src 'none'; script-src 'self'" in answer.headers["Content-Security-Policy"]
    html = answer.get_data(as_text=True)
    assert '<base target="_blank">' in html
    assert "data-framed" in html
    assert f'<link rel="canonical" href="http://localhost/pt/{page}?theme=dark">' in html
    assert "<header" not in html
    assert "could not be used" not in html
    assert not client.get(f"/pt/{page}").get_data(as_text=True).count("data-framed")


@pytest.mark.parametrize("address", ["/es/overview.png?size=social", "/es/overview.svg", "/es/flows.csv", "/healthz"])
def test_pictures_and_files_may_be_shown_and_read_by_any_site(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["Access-Control-Allow-Origin"] == "*"
    page = client.get("/es/overview").headers
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in page


def test_a_frame_in_a_sandbox_says_in_the_address_for_which_page_it_asks(client: FlaskClient) -> None:
    of = "/en/overview?year=2021&embed=1"
    asked = client.get("/_dash-layout", query_string={"of": of})
    assert asked.data == client.get("/_dash-layout", headers={"Referer": f"http://localhost{of}"}).data
    assert b"frame-years" in asked.data
    assert asked.headers["Access-Control-Allow-Origin"] == "*"


def test_a_frame_that_one_has_already_is_told_so_with_the_same_leave(client: FlaskClient) -> None:
    tag = client.get("/en/overview?embed=1").headers["ETag"]
    again = client.get("/en/overview?embed=1", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert ancestors(again) == "anything, files too"
    assert client.get("/en/overview", headers={"If-None-Match": tag}).status_code == 200


def test_the_address_of_a_frame_is_the_view_s_own_with_one_word_more(client: FlaskClient) -> None:
    html = client.get("/en/overview?year=2021").get_data(as_text=True)
    (snippet,) = re.findall(r'<code class="snippet">(.*?)</code>', html)
    assert "/en/overview?year=2021&amp;release=2025-10-28&amp;embed=1" in snippet
    assert snippet.startswith("&lt;iframe src=")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("page", Page)
def test_every_page_is_cited_as_a_file_with_the_whole_address(
    client: FlaskClient, page: Page, language: Language
) -> None:
    bib, ris = (client.get(f"/{language}/{page}.{kind}") for kind in ("bib", "ris"))
    assert (bib.status_code, ris.status_code) == (200, 200)
    assert (bib.mimetype, ris.mimetype) == ("application/x-bibtex", "application/x-research-info-systems")
    assert bib.headers["Content-Disposition"].endswith('.bib"')
    assert f"url = {{http://localhost/{language}/{page}" in bib.get_data(as_text=True)
    assert f"UR  - http://localhost/{language}/{page}" in ris.get_data(as_text=True)
    elsewhere = client.get(f"/{language}/{page}.bib", headers={"Host": "atalaya.example"}).get_data(as_text=True)
    assert f"url = {{http://atalaya.example/{language}/{page}" in elsewhere


def test_the_file_of_a_figure_cites_what_the_page_cites(client: FlaskClient) -> None:
    html = client.get("/en/figure?country=ARG&year=2022").get_data(as_text=True)
    bib = client.get("/en/figure.bib?country=ARG&year=2022").get_data(as_text=True)
    (shown, _) = (
        "".join(node.itertext())
        for node in parse(html.partition("<body>")[2].partition('<div id="react')[0]).iter("pre")
    )
    assert shown.replace("url = {/", "url = {http://localhost/") == bib


def test_the_row_of_a_figure_is_had_by_the_address_on_its_page(client: FlaskClient) -> None:
    html = client.get("/en/figure?country=ARG&year=2022").get_data(as_text=True)
    (address,) = re.findall(r"<code>(/api/v1/[^<]+)</code>", html)
    rows = client.get(address.replace("&amp;", "&").replace(".csv", ".json")).get_json()
    assert [(row["low"], row["high"], row["raw_rows"]) for row in rows] == [(1186, 1186, "1783")]
    then = client.get("/en/figure?country=AND&year=2017&release=2025-04-14").get_data(as_text=True)
    (address,) = re.findall(r"<code>(/api/v1/[^<]+)</code>", then)
    rows = client.get(address.replace("&amp;", "&").replace(".csv", ".json")).get_json()
    assert [(row["low"], row["high"], row["source"]) for row in rows] == [(0, 4, "glotip_2025_04_14")]


def test_what_a_frame_cannot_use_is_said_in_the_frame_as_well(client: FlaskClient) -> None:
    body = client.get("/en/overview?embed=2").get_data(as_text=True)
    assert "could not be used" in body
    assert classed(parse(body.partition("<body>")[2].partition('<div id="react')[0]), "controls")
