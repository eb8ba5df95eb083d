"""The site behind a real nginx that ends TLS, below a path of the host, as `deploy/nginx.conf` has it; the service
listens at an address that is not loopback, as on another machine, and is also visited there by plain http."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Response, expect
from served import ROOT, served
from visit import Visit

pytestmark = pytest.mark.browser

PUBLIC = "https://example.org/atalaya"
PATH = f"{os.environ['PATH']}:/usr/sbin"
NEEDED = {name: shutil.which(name, path=PATH) for name in ("nginx", "openssl")}
IGNORED = (
    "The Cross-Origin-Opener-Policy header has been ignored",  # by plain http, where it is of no use
    "An SSL certificate error occurred when fetching the script",  # a worker is not had for a certificate of our own
)


class Proxied(NamedTuple):
    """Where the browser finds the site: through the proxy, and past it."""

    proxy: str
    service: str


def own_address() -> str:
    """An address of this machine that others could reach; loopback where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))  # nothing is sent
        except OSError:
            return "127.0.0.2"
        return str(way.getsockname()[0])


@pytest.fixture
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    if missing := [name for name, path in NEEDED.items() if path is None]:
        pytest.skip(f"there is no {' and no '.join(missing)} on this machine")
    folder = tmp_path_factory.mktemp("nginx")
    with served(own_address(), ATALAYA_URL=f"{PUBLIC}/") as service, socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        free.close()
        configuration = configured(folder, port, urlsplit(service).netloc)
        command = [str(NEEDED["nginx"]), "-p", str(folder), "-c", str(configuration)]
        subprocess.run(command, check=True)  # listens, and goes on by itself
        try:
            yield Proxied(f"https://127.0.0.1:{port}", service)
        finally:
            subprocess.run([*command, "-s", "stop"], check=True)


def configured(folder: Path, port: int, service: str) -> Path:
    """The file of deploy/ with a certificate made here, where nginx needs no rights and no other file."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [str(NEEDED["openssl"]), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-days", "2", "-subj", "/CN=example.org", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    shipped = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for theirs, ours in {
        "listen 443 ": f"listen 127.0.0.1:{port} ",
        "listen 80;": f"listen unix:{folder}/plain;",
        "server 127.0.0.1:8050;": f"server {service};",
        "/etc/ssl/certs/example.org.pem": str(certificate),
        "/etc/ssl/private/example.org.key": str(key),
    }.items():
        assert shipped.count(theirs) == 1
        shipped = shipped.replace(theirs, ours)
    kept = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.getuid() == 0 else ""  # who may read this folder
    log = f"error_log {folder}/error.log;\npid {folder}/pid;\n"
    whole = folder / "nginx.conf"
    whole.write_text(f"{user}{log}events {{}}\nhttp {{\naccess_log off;\n{kept}{shipped}}}\n", encoding="utf-8")
    return whole


@pytest.fixture
def context(launched: Callable[[str], Browser], proxied: Proxied) -> BrowserContext:
    """A browser that reaches the service's own address too, and knows no certificate."""
    browser = launched(str(urlsplit(proxied.service).hostname))
    return browser.new_context(ignore_https_errors=True, viewport={"width": 1366, "height": 768}, locale="pt-BR")


def watched(context: BrowserContext, root: str) -> tuple[Visit, list[str]]:
    """A visit, and each answer that is none or no good."""
    failed: list[str] = []

    def look(answer: Response) -> None:
        if answer.status >= 400:
            failed.append(f"{answer.status} {answer.url}")

    visit = Visit(context.new_page(), root)
    visit.page.on("response", look)
    visit.page.on("requestfailed", lambda request: failed.append(f"{request.failure} {request.url}"))
    return visit, failed


def turn_and_choose(visit: Visit) -> None:
    visit.page.goto(f"{visit.root}/atalaya/")
    visit.expect_live()
    visit.expect_address("/atalaya/pt/overview")
    visit.page.locator("#overview-previous").click()
    visit.expect_address("/atalaya/pt/overview?year=2021")
    visit.choose("measure-rate")
    visit.expect_address("/atalaya/pt/overview?year=2021&measure=rate")


def assert_all_came(visit: Visit, failed: list[str]) -> None:
    """Nothing failed, and nothing was asked beside the path."""
    visit.page.wait_for_load_state("networkidle")
    assert [each for each in visit.asked if not each.startswith("/atalaya/")] == []
    assert failed == []
    assert visit.outside == []
    assert [said for said in visit.complaints if not any(each in said for each in IGNORED)] == []


def test_a_reader_gets_about_behind_tls_and_below_a_path(context: BrowserContext, proxied: Proxied) -> None:
    visit, failed = watched(context, proxied.proxy)
    turn_and_choose(visit)
    visit.page.locator("#overview-languages > a[hreflang=en]").click()
    visit.expect_live()
    visit.expect_address("/atalaya/en/overview?year=2021&measure=rate")
    visit.page.locator("summary", has_text="Cite this").click()
    expect(visit.page.locator(".cite .address")).to_have_text(
        re.compile(re.escape(f"{PUBLIC}/en/overview?year=2021&measure=rate&release="))
    )
    canonical = visit.page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == f"{PUBLIC}/en/overview?year=2021&measure=rate"
    visit.page.locator("#overview-pages a").nth(1).click()
    visit.expect_drawn()
    visit.page.goto(f"{visit.root}/atalaya/en/present?slides=overview~flows&slide=1")
    visit.page.keyboard.press("End")
    visit.expect_address("/atalaya/en/present?slides=overview~flows&slide=2")
    assert_all_came(visit, failed)

    cited = context.request.get(f"{visit.root}/atalaya/en/overview.ris?year=2021").text()
    assert f"UR  - {PUBLIC}/en/overview?year=2021&release=" in cited
    bare = context.request.get(f"{visit.root}/atalaya", max_redirects=0)
    assert (bare.status, bare.headers["location"]) == (301, "/atalaya/")
    packed = context.request.get(f"{visit.root}/atalaya/en/flows", headers={"Accept-Encoding": "br"})
    assert packed.headers["content-encoding"] == "br"

    visit, failed = watched(context, proxied.service)  # plain http, past the proxy
    turn_and_choose(visit)
    assert_all_came(visit, failed)
