"""The public address: what it accepts, whom it believes, and a service below a path whose every address has it."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import callback_wire as wire
import hand_made
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.wrappers import Request, Response

from app import create_app
from callbacks.public_address import Arrival, PublicAddress, is_local
from callbacks.settings import SettingRefused, Settings
from components.url.choices import Page

BASE, PUBLIC = "/pt/atalaya", "https://trata.example/pt/atalaya"  # a path may begin as a page does
OURS = re.compile(r"/[\w.-]+")  # not a pattern of hatches, which is a lone stroke
ADDRESSES = {"href", "src", "action", "data-address", "data-thumb", "poster", "content", "xlink:href"}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://trata.example", ("https", "trata.example", "")),
        ("https://Trata.Example/", ("https", "trata.example", "")),
        ("http://10.1.2.3:8050/a/b/", ("http", "10.1.2.3:8050", "/a/b")),
        ("http://[2001:db8::1]:80/es-MX", ("http", "[2001:db8::1]:80", "/es-MX")),
    ],
)
def test_a_public_address_is_scheme_host_and_path(text: str, address: tuple[str, str, str]) -> None:
    given = Settings.from_environment({"ATALAYA_URL": text}).url
    assert given == address
    assert given is not None
    assert Settings.from_environment({"ATALAYA_URL": str(given)}).url == given


@pytest.mark.parametrize(
    "text",
    [
        "trata.example", "//trata.example", "ftp://trata.example", "https://", "https://u:p@trata.example",
        "https://trata.example?x", "https://trata.example/#x", "https://trata.example/a b", "https://x/../y",
        "https://x:port", "https://x:99999", "https://[::1", 'https://x/"><script>', "https://x/api", "https://x/es",
        "https://x/en/overview", "https://x/static/y", "https://x/_dash-layout",
    ],
)  # fmt: skip
def test_anything_else_is_refused_by_name(text: str) -> None:
    with pytest.raises(SettingRefused, match=r"ATALAYA_URL=.*(accepted|choose)"):
        Settings.from_environment({"ATALAYA_URL": text})


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("http://127.0.0.1:8050", True), ("http://127.8.8.8", True), ("http://[::1]:8050", True),
        ("http://localhost:1", True), ("http://x.localhost", True), ("http://10.0.0.1", False),
        ("https://localhost.example", False), ("", False),
    ],
)  # fmt: skip
def test_a_loopback_address_is_of_this_machine_alone(address: str, local: bool) -> None:
    assert is_local(address) is local


# ---- whose word is taken ----

HANDED_ON = {
    "X-Forwarded-Proto": "https", "X-Forwarded-Host": "trata.example", "X-Forwarded-Prefix": "/x", "Script-Name": "/y",
}  # fmt: skip


def reached(address: PublicAddress | None, came_from: str, path: str = "/a", proxies: str = "") -> str:
    """The address under which an application behind `Arrival` believes itself to be."""

    @Request.application
    def told(request: Request) -> Response:
        return Response(f"{request.root_url} {request.path}")

    known = Settings.from_environment({"ATALAYA_PROXIES": proxies}).proxies
    client = Flask(__name__).test_client()
    client.application.wsgi_app = Arrival(told, address, known)  # type: ignore[method-assign, assignment]
    where = {"REMOTE_ADDR": came_from, "HTTP_SCRIPT_NAME": "/z"}
    return client.get(path, base_url="http://10.9.9.9:8050", headers=HANDED_ON, environ_base=where).text


@pytest.mark.parametrize(
    ("came_from", "proxies", "believed"),
    [
        ("127.0.0.1", "", False),
        ("127.0.0.1", "127.0.0.0/8,::1", True),
        ("::1", "127.0.0.0/8,::1", True),
        ("::ffff:127.0.0.1", "127.0.0.1", True),
        ("10.0.0.7", "", False),
        ("10.0.0.7", "10.0.0.0/24, 192.168.1.1", True),
        ("192.168.1.1", "10.0.0.0/24, 192.168.1.1", True),
        ("10.0.1.7", "10.0.0.0/24", False),
        ("2001:db8::5", "2001:db8::/32", True),
        ("", "10.0.0.0/24", False),
    ],
)
def test_only_a_named_proxy_says_how_it_was_reached(came_from: str, proxies: str, believed: bool) -> None:
    as_told, as_came = "https://trata.example/ /a", "http://10.9.9.9:8050/ /a"
    assert reached(None, came_from, proxies=proxies) == (as_told if believed else as_came)


def test_a_public_address_is_above_what_any_request_says() -> None:
    public = PublicAddress.parse("https://real.example/at")
    for path in ("/at/a", "/a"):  # as a proxy leaves it, and as one that takes it off does
        assert reached(public, "127.0.0.1", path) == "https://real.example/at/ /a"
    assert reached(public, "127.0.0.1", "/at") == "https://real.example/at/ /"
    assert reached(public, "127.0.0.1", "/attic") == "https://real.example/at/ /attic"


@pytest.mark.parametrize("text", ["nginx", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.1,,"])
def test_a_proxy_that_is_no_address_is_refused_by_name(text: str) -> None:
    with pytest.raises(SettingRefused, match=r"ATALAYA_PROXIES=.*accepted"):
        Settings.from_environment({"ATALAYA_PROXIES": text})


# ---- below a path ----


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = hand_made.write(tmp_path_factory.mktemp("below") / "data")
    return create_app(Settings(folder, url=PublicAddress.parse(PUBLIC))).server.test_client()


class Addresses(HTMLParser):
    """Every address in a document, and every text that begins as one does."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(document)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if value and name in ADDRESSES]

    def handle_data(self, data: str) -> None:
        self.found += re.findall(r"(?:^|(?<=[\s\"'(]))/\w[^\s\"')]*", data)


def told(value: Any) -> Iterator[str]:
    """Every text of an answer in JSON; of one that is HTML the addresses in it."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from told(each)
    elif isinstance(value, str):
        yield from Addresses(value).found if "<" in value else [value]


def astray(found: Iterator[str] | list[str]) -> list[str]:
    return [each for each in found if each.startswith("/") and OURS.match(each) and not each.startswith(f"{BASE}/")]


@pytest.mark.parametrize("page", Page)
def test_every_address_of_a_page_has_the_path(client: FlaskClient, page: Page) -> None:
    address = f"{BASE}/en/{page}"
    for document in (f"{BASE}/en/{page}", f"/en/{page}?embed=1"):
        answer = client.get(document)
        assert answer.status_code == 200
        found = Addresses(answer.text).found
        assert sum(each.startswith(f"{BASE}/") for each in found) > 3
        assert astray(found) == []
        assert "127.0.0.1" not in answer.text
        assert "localhost" not in answer.text
    laid = wire.layout(client, address, base_url="https://trata.example").get_json()
    texts = list(told(laid))
    assert sum(each.startswith(f"{BASE}/") for each in texts) > 3
    assert astray(texts) == []


@pytest.mark.parametrize("page", [Page.OVERVIEW, Page.COOPERATION])
def test_callbacks_take_and_give_addresses_with_the_path(client: FlaskClient, page: Page) -> None:
    asked = wire.question(client, f"{page}-shown.data", f"{BASE}/en/{page}?theme=dark")
    answer = client.post(f"{BASE}{wire.UPDATE}", json=asked).get_json()["response"]
    assert answer[f"{page}-shown"]["data"]["url"] == f"{BASE}/en/{page}?theme=dark"
    frames = wire.question(client, f"{page}-frames.data", f"{BASE}/en/{page}")
    turned = client.post(f"{BASE}{wire.UPDATE}", json=frames).get_json()["response"]
    assert turned[f"{page}-frames"]["data"]["of"] == f"{BASE}/en/{page}"
    assert astray([*told(answer), *told(turned)]) == []


def test_a_choice_is_understood_below_the_path(client: FlaskClient) -> None:
    chosen = {"sent": 1, "address": f"{BASE}/en/overview", "values": {"measure": "rate"}}
    asked = {
        "output": "..address.search...landed.data..",
        "outputs": [{"id": "address", "property": "search"}, {"id": "landed", "property": "data"}],
        "inputs": [{"id": "chosen", "property": "data", "value": chosen}],
        "changedPropIds": ["chosen.data"],
    }
    answer = client.post(f"{BASE}{wire.UPDATE}", json=asked).get_json()["response"]
    assert answer["address"]["search"] == "?measure=rate"


@pytest.mark.parametrize("path", ["", "/"])
def test_the_way_to_a_language_stays_below_the_path(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{BASE}{path}", headers={"Accept-Language": "pt"})
    assert [302, {f"{BASE}/pt/"}] == [answer.status_code, {answer.location, *re.findall('href="(.*?)"', answer.text)}]
    docs = client.get(f"{BASE}/api/v1/docs", headers={"Accept-Language": "pt"})
    assert docs.headers["Location"].startswith(f"{BASE}/api/v1/docs?")


def test_what_dash_asks_for_is_there(client: FlaskClient) -> None:
    document = client.get(f"{BASE}/en/overview").text
    scripts = re.findall(r'<(?:script|link rel="stylesheet)[^>]*(?:src|href)="([^"]+)"', document)
    assert len(scripts) > 5
    for script in scripts:
        assert script.startswith(f"{BASE}/")
        assert client.get(script).status_code == 200, script
    config = re.search(r'id="_dash-config"[^>]*>(.*?)</script>', document)
    assert config
    assert json.loads(config[1])["requests_pathname_prefix"] == f"{BASE}/"


def test_what_is_taken_away_has_the_public_address(client: FlaskClient) -> None:
    """Whoever asks, by whatever host, gets the same bytes."""
    cited = f"{PUBLIC}/en/overview?year=2021&release="
    for host in ("http://127.0.0.1:8050", "http://10.0.0.1"):

        def text(path: str, host: str = host) -> str:
            return client.get(path, base_url=host).text

        page = text("/en/overview?year=2021")
        assert f'<link rel="canonical" href="{PUBLIC}/en/overview?year=2021">' in page
        assert f'hreflang="es" href="{PUBLIC}/es/overview?year=2021"' in page
        assert f'data-root="{PUBLIC}"' in page
        assert f'"contentUrl":"{PUBLIC}/api/v1/answer.csv?' in page
        assert f"url = {{{cited}" in text("/en/overview.bib?year=2021").replace("\\", "")
        assert f"UR  - {cited}" in text("/en/overview.ris?year=2021")
        assert f"{cited}".replace("&", "&amp;") in text("/en/overview.svg?year=2021")
        assert f'href="{PUBLIC}/en/releases.atom"' in text("/en/releases.atom")
        assert f'"url": "{PUBLIC}"' in text("/api/v1/openapi.json")
        assert f'read_csv("{PUBLIC}/api/v1/' in text("/api/v1/docs?labels=en").replace("&#34;", '"')
        assert f'read_csv("{PUBLIC}/api/v1/' in text("/en/data").replace("&#34;", '"')
        package = client.get("/api/v1/package.zip", base_url=host).data
        assert PUBLIC.encode() in zipfile.ZipFile(io.BytesIO(package)).read("README.md")
        deck = client.get("/en/overview.pptx?year=2021", base_url=host).data
        slide = zipfile.ZipFile(io.BytesIO(deck)).read("ppt/slides/_rels/slide1.xml.rels").decode()
        assert cited.replace("&", "&amp;") in slide


def test_the_hall_is_below_the_path_and_its_file_has_whole_addresses(client: FlaskClient) -> None:
    hall = client.get("/en/present?slides=overview&slide=1").text
    assert astray(Addresses(hall).found) == []
    assert f'src="{BASE}/static/' in hall
    whole = client.get("/en/present.html?slides=overview").text
    assert f"<li>{PUBLIC}/en/overview</li>" in whole
    assert re.findall(r"[\"'>]/(?:en|api|static)/", whole) == []


def test_what_is_not_there_leads_back_below_the_path(client: FlaskClient) -> None:
    answer = client.get(f"{BASE}/en/nowhere", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert astray(Addresses(answer.text).found) == []


# ---- without the setting ----


def test_files_with_an_address_of_this_machine_say_so_where_they_are_taken(client: FlaskClient, tmp_path: Path) -> None:
    """The sentence is in every answer; the document alone says whether it is seen (assets/page.css)."""
    open_to_any = create_app(Settings(hand_made.write(tmp_path / "data"))).server.test_client()
    for host, local in (("http://127.0.0.1:8050", True), ("http://localhost", True), ("http://10.0.0.1", False)):
        document = open_to_any.get("/en/overview", base_url=host).text
        assert ("data-local" in document.partition("<head>")[0]) is local
        assert "only this computer can open" in document
        assert f'rel="canonical" href="{host}/en/overview"' in document  # no host has the bytes of another
    assert "data-local" not in client.get("/en/overview", base_url="http://127.0.0.1").text.partition("<head>")[0]
