"""Pages, their layouts and files over the wire: every address has one answer, and a bad one a single line."""

import csv
import gzip
import io
import re
from pathlib import Path

import brotli
import callback_wire as wire
import hand_made
import pytest
from flask.testing import FlaskClient
from untranslated import untranslated

from app import create_app
from callbacks.settings import Settings
from components.url.choices import BASES, CHARTS, Chart, Locale, Page
from components.url.view import View

ADDRESSES = [
    *(View.of(locale, page, chart=chart).url for locale in BASES for page in Page for chart in CHARTS[page]),
    *(View.of(locale, page).url for locale in (Locale.ES_419, Locale.PT_PT) for page in Page),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_page_answers_with_document_layout_callback_and_file(client: FlaskClient, address: str) -> None:
    path, _, query = address.partition("?")
    page, file = (client.get(f"{path}{kind}?{query}") for kind in ("", ".csv"))
    fetched, answer = wire.layout(client, address), wire.asked(client, address)
    assert [each.status_code for each in (page, fetched, answer, file)] == [200, 200, 200, 200]
    html, given = page.get_data(as_text=True), answer.get_json()["response"]
    assert f'<html lang="{path.split("/")[1]}"' in html
    assert html.count('rel="alternate" hreflang=') == len(Locale) + 1
    assert path.startswith("/en") or untranslated(html) == set()
    shown = given[f"{wire.page_of(address)}-shown"]["data"]
    assert shown["url"] == address
    assert shown["title"] in html
    named = [node["props"] for node in wire.nodes(fetched.get_json()) if isinstance(node["props"].get("id"), str)]
    there = {props["id"]: props for props in named}
    # An output that is missing from the page would stop the whole callback.
    assert set(given) <= set(there)
    told = {name: props for name, props in given.items() if not name.endswith("-choices")}  # they stand there already
    differ = [(name, prop) for name, props in told.items() for prop in props if there[name][prop] != props[prop]]
    assert differ == []  # the first page is the page that the callback gives
    rows = list(csv.reader(io.StringIO(file.data.decode("utf-8-sig"))))
    assert len(rows) > (0 if "registry" in address else 1)  # nobody has delivered a registry yet


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("es", "country?country=COL&chart=table"),
        ("es", "data?table=cooperation_events"),
        ("pt", "data?table=quarantine"),
        ("pt", "data?table=requests"),
        ("pt", "overview?crime=smuggling_of_migrants"),
    ],
)
def test_no_english_and_no_code_is_left_where_the_data_speak(client: FlaskClient, language: str, query: str) -> None:
    assert untranslated(client.get(f"/{language}/{query}").get_data(as_text=True)) == set()


def test_a_sentence_that_nobody_has_translated_is_found() -> None:
    html = '<html lang="es"><p>La suma</p><p>{}</p><td>{}</td><i lang="en">The sum of all</i><code>age_code</code>'
    assert untranslated(html.format("The sum of all", "age_code")) == {"The sum of all", "age_code"}
    assert untranslated(html.format("Walk Free", "agreement_arg_bol")) == set()  # a name, and the key of a row


@pytest.mark.parametrize(
    ("accepts", "locale"),
    [
        ("pt-BR,pt;q=0.9,es;q=0.8", "pt"),
        ("pt-PT,pt;q=0.9", "pt-PT"),
        ("es-MX,es;q=0.9,en;q=0.8", "es-419"),
        ("en;q=0.4,es-AR;q=0.7,fr", "es"),
        ("es-PE;q=0,en-GB;q=0.1", "en"),
        ("fr", "es"),
        ("", "es"),
    ],
)
def test_the_root_leads_to_the_locale_that_is_asked_for(client: FlaskClient, accepts: str, locale: str) -> None:
    answer = client.get("/", headers={"Accept-Language": accepts})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/{locale}/")
    assert "Accept-Language" in answer.vary
    docs = client.get("/api/v1/docs", headers={"Accept-Language": accepts})
    assert docs.headers["Location"] == f"/api/v1/docs?labels={locale}"
    assert f'<html lang="{locale}"' in client.get(docs.headers["Location"]).get_data(as_text=True)


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/es-MX/overview?year=2021&countries=ARG,BOL", "/es-419/overview?year=2021&countries=ARG,BOL"),
        ("/es-AR/", "/es/"),
        ("/ES-mx", "/es-419"),
        ("/pt-BR/overview.csv?sex=male", "/pt/overview.csv?sex=male"),
        ("/pt-AO/present?slide=2", "/pt-PT/present?slide=2"),
        ("/es-PE/releases.atom", "/es-419/releases.atom"),
        ("/en-US/flows.png", "/en/flows.png"),
        ("/pt-pt/nowhere", "/pt-PT/nowhere"),
    ],
)
def test_a_tag_of_a_place_leads_to_its_canonical_address(client: FlaskClient, asked: str, canonical: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["Location"]) == (308, canonical)


def test_what_carries_the_language_carries_the_place(client: FlaskClient) -> None:
    """Every link of a page stays in its locale, save those that say another; and so do its files."""
    for locale in (Locale.ES_419, Locale.PT_PT):
        html = client.get(f"/{locale}/overview?countries=ARG,BOL").get_data(as_text=True)
        plain = locale.partition("-")[0]
        strays = [link for link in re.findall(r'<a [^>]*href="[^"]*/' + plain + r'[/"][^>]*>', html)
                  if f'hreflang="{plain}"' not in link]  # fmt: skip
        assert strays == []
        assert f"labels={locale}" in html
        assert f"/{locale}/releases.atom" in html
        feed = client.get(f"/{locale}/releases.atom").get_data(as_text=True)
        assert f'xml:lang="{locale}"' in feed
        assert f"/{locale}/overview" in client.get(f"/{locale}/overview.bib").get_data(as_text=True)


def test_a_frame_of_each_year_carries_its_address(client: FlaskClient) -> None:
    address = "/en/overview?years=2019-2022&countries=ARG"
    answer = wire.frames(client, address)
    assert answer["of"] == address == wire.shown(client, f"{address}&year=2021")["frames"]
    assert list(answer["years"]) == ["2019", "2020", "2021", "2022"]
    assert answer["years"]["2020"]["url"] == "/en/overview?year=2020&years=2019-2022&countries=ARG"
    given = wire.parts(client, f"{address}&year=2020")
    of_year = {name: props for name, props in answer["years"]["2020"]["parts"].items() if "html" in props}
    assert len(of_year) == 5  # headline, cards, ranking, what stands out, flags
    assert of_year == {name: given[name] for name in of_year}  # turning to a year shows what asking for it does
    turned, whole = answer["years"]["2020"]["parts"]["overview-map"], given["overview-map"]["figure"]
    assert turned["texts"] == whole["layout"]["meta"]["texts"]


def test_the_browser_is_told_which_year_is_in_view(client: FlaskClient) -> None:
    shown = wire.shown(client, "/en/overview?year=2015")
    assert (shown["year"], shown["years"], shown["frames"]) == (2015, 14, "/en/overview")


def test_what_cannot_be_used_is_one_line_over_a_full_page(client: FlaskClient) -> None:
    html = client.get("/en/overview?sex=x&<script>=1&year=1800").get_data(as_text=True)
    assert html.count("could not be used") >= 3
    assert "<script>=1" not in html
    assert "&lt;script&gt;=1" in html


def test_the_file_holds_the_answer_and_is_named_after_the_view(client: FlaskClient) -> None:
    answer = client.get("/es/overview.csv?countries=ARG,BOL&years=2019-2022&theme=dark")
    assert "atalaya-victims_detected-2019-2022-ARG-BOL.csv" in answer.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert [(row["country"], row["year"]) for row in rows] == [
        (country, str(year)) for country in ("ARG", "BOL") for year in range(2019, 2023)
    ]
    assert {"low", "high", "status", "flags", "source", "country_label", "data_version"} <= set(rows[0])


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/es/nowhere", 404),
        ("GET", "/xx", 404),
        ("GET", "/es/overview.exe", 404),
        ("GET", "/es/overview?" + "a" * 2_001, 414),
        ("POST", "/es/", 405),
        ("DELETE", "/api/v1/sources.csv", 405),
        ("POST", "/_dash-update-component", 400),
        ("GET", "/_dash-update-component", 405),
        ("GET", "/es/overview.parts", 404),
    ],
)
def test_what_is_not_there_is_refused_in_one_line(client: FlaskClient, method: str, address: str, status: int) -> None:
    answer = client.open(address, method=method, data=b"{nonsense", content_type="application/json")
    assert answer.status_code == status
    assert answer.get_data(as_text=True).count("\n") == 1
    assert "Traceback" not in answer.get_data(as_text=True)


def test_a_reader_who_loses_the_way_is_told_in_their_language(client: FlaskClient) -> None:
    answer = client.get("/pt/nowhere", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "Esta página não existe." in answer.get_data(as_text=True)


def test_every_answer_is_protected(client: FlaskClient) -> None:
    for address in ("/es/", "/es/overview.csv", "/healthz", "/nowhere", "/assets/navigation.js", "/_dash-layout"):
        with client.get(address) as answer:
            headers = answer.headers
        policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
        assert "unsafe" not in policy["script-src"]
        assert (policy["default-src"], policy["frame-ancestors"]) == ("'none'", "'none'")
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_of_ours_is_inline(client: FlaskClient) -> None:
    html = client.get("/es/").get_data(as_text=True)
    assert " style=" not in html
    assert " onclick=" not in html
    assert html.count("<script") == html.count("<script src=") + 3  # two blocks of data, and the start of Dash


def test_what_is_known_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/es/overview")
    again = client.get("/es/overview", headers={"If-None-Match": first.headers["ETag"]})
    other = client.get("/es/overview?sex=male", headers={"If-None-Match": first.headers["ETag"]})
    head = client.head("/es/overview")
    assert (again.status_code, again.data, other.status_code) == (304, b"", 200)
    assert (head.status_code, head.data, head.headers["ETag"]) == (200, b"", first.headers["ETag"])


def test_compressed_answers_unpack_to_the_plain_one(client: FlaskClient) -> None:
    plain = client.get("/es/overview").data
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        packed = client.get("/es/overview", headers={"Accept-Encoding": encoding})
        assert packed.headers["Content-Encoding"] == encoding
        assert unpack(packed.data) == plain
        assert len(packed.data) < len(plain) / 3


def test_two_applications_live_in_one_process(client: FlaskClient, tmp_path: Path) -> None:
    other = create_app(Settings(hand_made.write(tmp_path / "data"))).server.test_client()
    assert other.get("/healthz").get_json()["data_version"] != client.get("/healthz").get_json()["data_version"]
    assert wire.shown(other, "/en/overview")["url"] == "/en/overview"
    script = next(part for part in other.get("/es/").get_data(as_text=True).split('"') if "dash-renderer" in part)
    assert other.get(script).status_code == 200


def test_a_chart_of_another_page_falls_back(client: FlaskClient) -> None:
    assert wire.shown(client, f"/es/flows?chart={Chart.RANK}")["url"] == "/es/flows"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The service on a folder that has none of the optional tables."""
    return create_app(Settings(hand_made.write(tmp_path_factory.mktemp("bare")))).server.test_client()


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address.startswith("/pt")])
def test_a_folder_without_the_optional_tables_answers_every_address(bare: FlaskClient, address: str) -> None:
    path, _, query = address.partition("?")
    assert [bare.get(f"{path}{kind}?{query}").status_code for kind in ("", ".csv")] == [200, 200]
    assert wire.shown(bare, address)["url"] == address
