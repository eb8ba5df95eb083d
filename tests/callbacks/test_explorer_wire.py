"""The explorer over the wire: its file is the API's, its lines run as they are shown, and no address is too bad."""

import io
import runpy
import shutil
import subprocess
import threading
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen
from xml.etree.ElementTree import Element

import callback_wire as wire
import delivered
import hand_made
import pandas as pd
import pytest
import tree
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from app import create_app
from callbacks.settings import Settings
from components.captions.snippets import ROOT

SELECTIONS = [
    "",
    "?where=country:ARG,BOL;year:2021-2022",
    "?table=flows",
    "?table=sources&title=Counts %26 figures",
    "?country=BOL&order=-low",
    "?table=population&columns=area,year,persons&order=persons&where=year:2020",
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(Settings(hand_made.write(tmp_path_factory.mktemp("wire") / "data"))).server.test_client()


@pytest.fixture(scope="module")
def root(client: FlaskClient) -> Iterator[str]:
    """Scheme, host and port of the same application on a socket, for programs from outside."""
    server = make_server("127.0.0.1", 0, client.application, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


def drawn(page: str) -> Element:
    """The page before any script."""
    return tree.parse(f"<main{page.partition('<main')[2].partition('</main>')[0]}</main>")


def lines(root: str, selection: str) -> dict[str, str]:
    """The lines to copy of a page as a visitor gets it, by tool; the address alone under an empty name."""
    with urlopen(f"{root}/en/data{quote(selection, safe='?&=:;,%-')}") as answer:  # noqa: S310 - our own server
        page = drawn(answer.read().decode())
    (panel,) = tree.classed(page, "taken")
    named = {tree.text(part.find("h3")): tree.text(part.find(".//code")) for part in tree.classed(panel, "snippets")[0]}
    return named | {"": tree.text(tree.classed(panel, "at")[0].find(".//code"))}


def read(address: str) -> bytes:
    with urlopen(address) as answer:  # noqa: S310 - our own server
        body: bytes = answer.read()
    return body


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_lines_run_as_they_are_shown(root: str, selection: str, tmp_path: Path) -> None:
    told = lines(root, selection)
    wanted = read(told[""])
    assert wanted.count(b"\r\n") > 1
    script = tmp_path / "lines.py"
    script.write_text(told["Python · pandas"], encoding="utf-8")
    rows = runpy.run_path(str(script))["rows"]
    pd.testing.assert_frame_equal(rows, pd.read_csv(io.BytesIO(wanted)))
    assert shutil.which("curl"), "the lines for curl are tried with curl"
    told_to = told["curl"]
    subprocess.run(["bash", "-c", told_to], cwd=tmp_path, check=True, capture_output=True)
    (taken,) = tmp_path.glob("*.csv")
    assert taken.read_bytes() == wanted
    assert f'Web.Contents("{told[""]}")' in told["Excel · Power Query"]
    assert f'read.csv("{told[""]}"' in told["R"]


@pytest.mark.parametrize(
    ("shown", "asked"),
    [
        ("", "observations.csv"),
        ("?where=country:ARG,BOL;year:2021-2022", "observations.csv?country=ARG,BOL&year=2021-2022"),
        ("?table=quarantine&reason=above_population", "quarantine.csv?reason=above_population"),
        ("?order=-low&columns=country,low", "answer.csv?page=data&order=-low&columns=country,low"),
    ],
)
def test_the_file_of_the_page_is_that_of_the_api(client: FlaskClient, shown: str, asked: str) -> None:
    file = client.get(f"/es/data.csv{shown}")
    assert file.data == BOM_UTF8 + client.get(f"/api/v1/{asked}").data
    assert file.data.count(b"\r\n") > 1
    assert file.headers["Content-Disposition"].startswith('attachment; filename="atalaya-')


def test_what_cannot_be_used_is_one_line_on_the_page_and_refused_by_the_api(client: FlaskClient) -> None:
    for query in ("where=country:FRA", "where=;;;", "columns=colour", "order=colour", "start=9999", "table=registry"):
        page = client.get(f"/en/data?{query}")
        assert page.status_code == 200
        (notice,) = tree.classed(drawn(page.get_data(as_text=True)), "notice")
        assert len(list(notice.iter("li"))) == 1, query
        assert client.get(f"/api/v1/answer.csv?page=data&{query}").status_code == 400


def test_a_page_names_the_host_that_was_asked_and_no_other_text(client: FlaskClient) -> None:
    for host in ("one.example", "two.example:8443"):
        text = client.get("/en/data", base_url=f"http://{host}").get_data(as_text=True)
        assert f"http://{host}/api/v1/observations.csv" in text
        assert ROOT not in text
        live = str(wire.layout(client, "/en/data", base_url=f"http://{host}").get_json())
        assert f"{ROOT}/api/v1/observations.csv" in live  # for the browser, which knows where it is
        assert host not in live
    odd = client.get("/en/data", headers={"Host": 'x"><script>'})
    assert "x&#34;" not in odd.get_data(as_text=True).partition('class="at"')[2]
    assert b'"><script>' not in odd.data


def test_a_registry_is_shown_as_it_is_published(tmp_path: Path) -> None:
    client = create_app(Settings(delivered.write(tmp_path / "data"))).server.test_client()
    assert client.get("/en/data.csv?table=registry").data == BOM_UTF8 + client.get("/api/v1/registry.csv").data
    page = client.get("/en/data?table=registry").get_data(as_text=True)
    assert "Registry of requests" in page


def test_a_form_may_be_sent_here_and_nowhere_else(client: FlaskClient) -> None:
    assert "form-action 'self';" in client.get("/en/data").headers["Content-Security-Policy"]
