"""What programs that read the web are told: which pages to list, that files are not, and how a shared page looks."""

import io
import re
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from PIL import Image

from app import create_app
from callbacks.public_address import PublicAddress
from callbacks.settings import Settings
from components.files.deck_files import KINDS
from components.url.choices import Locale, Page
from data.vocabulary import Country

HOST = "http://localhost"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LISTED = [
    "/es/",
    "/es/overview",
    "/pt/justice",
    "/en/country?country=PER",
    "/en/data",
    "/es/method",
    "/es/overview?fbclid=1",
]
NOT_LISTED = [
    "/es/overview?year=2021", "/es/overview?theme=dark", "/en/overview?embed=1", "/en/overview?unknown=1",
    "/en/country?country=PER&year=2020", "/en/figure", "/en/present", "/en/present?slide=1", "/en/present.json",
    "/en/overview.csv", "/en/overview.bib", "/en/overview.svg", "/en/overview.png?size=social", "/healthz",
    "/api/v1/countries.geojson", "/api/v1/observations.csv?country=AND", "/nowhere", "/en/releases.atom",
]  # fmt: skip


def disallowed(rules: str, address: str) -> bool:
    """By RFC 9309: the longest line that matches counts, and of two as long the one that allows."""
    found = []
    for kind, pattern in re.findall(r"^(Allow|Disallow): (\S+)$", rules, re.MULTILINE):
        if re.match(re.escape(pattern).replace(r"\*", ".*"), address):
            found.append((len(pattern), kind == "Allow"))
    return bool(found) and not max(found)[1]


def test_robots_are_kept_from_files_and_led_to_pages(client: FlaskClient) -> None:
    answer = client.get("/robots.txt")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    rules = answer.get_data(as_text=True)
    assert f"Sitemap: {HOST}/sitemap.xml" in rules.splitlines()
    files = [each for each in NOT_LISTED if re.search(r"\.(csv|bib|svg|json|geojson)", each)]
    assert len(files) == 6
    for each in [
        *files,
        "/en/overview.png",
        "/en/overview.pdf?year=2021",
        "/es/present?slide=3",
        *(f"/es/present.{kind}?deck=summit" for kind in KINDS if kind),
        "/api/v1/package.zip",
    ]:
        assert disallowed(rules, each), each
    pages = [
        "/",
        *LISTED,
        "/en/overview?year=2021",
        "/es/justice.png?size=social",
        "/es/flows.png?country=ARG&size=social",
    ]
    for each in [*pages, "/favicon.ico", "/api/v1/docs?labels=es", "/static/abc/icon.svg", "/static/abc/page.css"]:
        assert not disallowed(rules, each), each


OF_PLACE = f"/({'|'.join(Locale)})/"


def test_the_map_of_the_site_has_each_page_for_each_locale(client: FlaskClient) -> None:
    answer = client.get("/sitemap.xml")
    assert (answer.status_code, answer.mimetype) == (200, "application/xml")
    entries = ElementTree.fromstring(answer.data).findall("s:url", NAMES)  # noqa: S314 - ours
    found = [entry.findtext("s:loc", "", NAMES) for entry in entries]
    pages = [page for page in Page if page not in (Page.FIGURE, Page.PRESENT)]
    ways = [*pages, *(f"country?country={country}" for country in Country)]
    assert sorted(found) == sorted(f"{HOST}/{locale}/{way}" for locale in Locale for way in ways)
    for entry in entries:
        assert entry.findtext("s:lastmod", "", NAMES) == "2025-10-28"
        others = {link.get("hreflang"): link.get("href", "") for link in entry.findall("x:link", NAMES)}
        assert sorted(others) == sorted(Locale)
        assert {re.sub(OF_PLACE, "/xx/", each) for each in others.values()} == {
            re.sub(OF_PLACE, "/xx/", entry.findtext("s:loc", "", NAMES))
        }


@pytest.mark.parametrize("address", LISTED)
def test_a_page_of_the_map_is_to_be_listed(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert "X-Robots-Tag" not in answer.headers
    assert 'name="robots"' not in answer.get_data(as_text=True)


@pytest.mark.parametrize("address", NOT_LISTED)
def test_nothing_else_is_to_be_listed(client: FlaskClient, address: str) -> None:
    for _ in range(2):  # made, and then as kept
        answer = client.get(address, headers={"Accept-Encoding": "br"})
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    if answer.mimetype == "text/html" and answer.status_code == 200:
        assert '<meta name="robots" content="noindex, nofollow">' in client.get(address).get_data(as_text=True)


def test_links_to_combinations_are_not_to_be_followed(client: FlaskClient) -> None:
    html = client.get("/en/overview").get_data(as_text=True)
    tags = re.findall(r'<a [^>]*href="/en/overview\?[^"]*(?:sex|indicator|countries)=[^>]*>', html)
    assert len(tags) >= 20
    controls = [tag for tag in tags if "data-" not in tag and "class" not in tag]
    assert [tag for tag in controls if 'rel="nofollow"' not in tag] == []
    to_pages = re.findall(r'<a [^>]*href="/en/(?:justice|flows|method)"[^>]*>', html)
    assert to_pages
    assert [tag for tag in to_pages if "nofollow" in tag] == []


def metas(html: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html)
    return {name: text.replace("&amp;", "&") for name, text in found if name != "og:locale:alternate"}


@pytest.mark.parametrize(
    ("address", "locale", "said"),
    [
        ("/es-419/overview?year=2021", "es_LA", "víctimas de trata detectadas"),
        ("/pt/justice", "pt_BR", "vítimas de tráfico de pessoas detectadas"),
        ("/en/flows?country=ARG&theme=dark", "en_GB", "detected"),
    ],
)
def test_a_shared_page_has_the_picture_of_its_view_and_its_finding(
    client: FlaskClient, address: str, locale: str, said: str
) -> None:
    told = metas(client.get(f"{address}{'&' if '?' in address else '?'}utm_source=x").get_data(as_text=True))
    assert told["og:url"] == HOST + address
    assert told["og:locale"] == locale
    assert said in told["og:description"]
    assert told["og:description"] in told["og:image:alt"]
    assert told["twitter:card"] == "summary_large_image"
    for name in ("title", "description", "image", "image:alt"):
        assert told[f"twitter:{name}"] == told[f"og:{name}"] != ""
    picture = client.get(told["og:image"].removeprefix(HOST))
    assert (picture.status_code, picture.mimetype) == (200, told["og:image:type"])
    size = Image.open(io.BytesIO(picture.data)).size
    assert size == (int(told["og:image:width"]), int(told["og:image:height"])) == (1200, 630)


def test_a_frame_is_shared_as_the_page_that_it_is_of(client: FlaskClient) -> None:
    told = metas(client.get("/en/overview?year=2021&embed=1").get_data(as_text=True))
    assert told["og:url"] == f"{HOST}/en/overview?year=2021"


def test_icons_are_where_browsers_look(client: FlaskClient) -> None:
    html = client.get("/en/overview").get_data(as_text=True)
    links = re.findall(r'<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"', html)
    assert len(links) == 3
    for address in [*links, "/apple-touch-icon-precomposed.png"]:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.cache_control.max_age >= 7 * 24 * 3600
        if answer.mimetype == "image/svg+xml":
            assert b"<path" in answer.data
            continue
        picture = Image.open(io.BytesIO(answer.data))
        assert answer.mimetype == ("image/x-icon" if address.endswith(".ico") else "image/png")
        sizes = picture.info.get("sizes", {picture.size})
        assert sizes == ({(16, 16), (32, 32), (48, 48)} if address.endswith(".ico") else {(180, 180)})
        inked = sum(min(pixel[:3]) < 100 and pixel[3] > 200 for pixel in picture.convert("RGBA").get_flattened_data())
        assert 0.15 < inked / (picture.width * picture.height) < 0.6  # a tower stands in it


def test_below_a_path_all_of_it_names_the_public_address() -> None:
    there = "https://trata.example/atalaya"
    client = create_app(Settings(url=PublicAddress.parse(there))).server.test_client()
    rules = client.get("/atalaya/robots.txt").get_data(as_text=True)
    assert "Disallow: /atalaya/api/" in rules.splitlines()
    assert f"Sitemap: {there}/sitemap.xml" in rules.splitlines()
    locations = re.findall(r"<loc>(.*?)</loc>", client.get("/sitemap.xml").get_data(as_text=True))
    assert [each for each in locations if not each.startswith(f"{there}/")] == []
    html = client.get("/atalaya/es/overview?fbclid=1").get_data(as_text=True)
    told = metas(html)
    assert told["og:url"] == f"{there}/es/overview"
    assert told["og:image"] == f"{there}/es/overview.png?size=social"
    icons = re.findall(r'<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"', html)
    assert [client.get(each).status_code for each in icons if each.startswith("/atalaya/")] == [200, 200, 200]
