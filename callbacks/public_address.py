"""The one address at which everybody reaches the service, `ATALAYA_URL`: scheme, host and path.

`root()` is what every absolute address begins with: canonical links, alternates, citations, feed, QR codes, the API's
document, JSON-LD, covers of files, `og:` tags. Without the setting it is scheme and host of the request, by which the
screen goes on; `is_local` tells a file that such an address is of no use elsewhere.

All that is made names addresses of the site from its own top (`/en/overview`); what is sent names them from the top of
the host. `mounted`, `whole` and `within` are the only steps between the two, and `Arrival` is where a request comes in.
"""

import re
from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import urlsplit

from flask import Flask, Response, has_request_context, request
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.utils import redirect

from components.url.choices import Locale
from components.url.view import is_page

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ADDRESS = "atalaya.address"  # in the WSGI environment: the public address, where there is one
CAME_TO = "atalaya.came_to"  # there too: the host that the request itself names
HOST = re.compile(r"https?://[A-Za-z0-9.:\[\]_-]{1,255}")
PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")
OWN = ("api", "static")  # first steps of our own addresses, beside the locales and what Dash has
ICONS = r"favicon\.ico|apple-touch-icon\.png"
ACCEPTED = "accepted is the address of the top page, as in https://example.org or https://example.org/atalaya/"
LOCAL_NAMES = re.compile(r"localhost|.+\.localhost")
# Where an address of the site begins, in HTML or in JSON as Dash writes it: quoted, or alone between two tags.
SLASH = r"(?:/|\\u002f)"
OURS = rf"""(?:(?<=["'>])|(?<=\\u003e))(?={SLASH}(?:(?:{"|".join([*Locale, *OWN])}){SLASH}|_dash-|{ICONS}))"""

Network = IPv4Network | IPv6Network


class PublicAddress(NamedTuple):
    """`path` is empty or begins with a slash and ends with none."""

    scheme: str
    host: str
    path: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError saying what is accepted."""
        try:
            parts = urlsplit(text)
            port_is_number = parts.port is None or parts.port > 0
        except ValueError:
            raise ValueError(ACCEPTED) from None
        path = parts.path.rstrip("/")
        if not (HOST.fullmatch(f"{parts.scheme}://{parts.netloc}") and parts.hostname and port_is_number):
            raise ValueError(ACCEPTED)
        if parts.query or parts.fragment or not PATH.fullmatch(path) or ".." in path:
            raise ValueError(ACCEPTED)
        first = path.split("/")[1] if path else ""
        if first in OWN or first.startswith("_dash-") or (path and is_page(path)):
            raise ValueError(f"{path} is an address within the site; choose another path")
        return cls(parts.scheme, parts.netloc.lower(), path)

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}{self.path}"


def root() -> str:
    """What every absolute address of the site begins with, without a slash at its end: `ATALAYA_URL`, or else scheme
    and host by which the reader came; empty where they could be anything else."""
    came = request.host_url.rstrip("/")
    return fixed() or (came if HOST.fullmatch(came) else "")


def fixed() -> str:
    """`ATALAYA_URL`; empty where it is not set."""
    return str(request.environ.get(ADDRESS, ""))


def hosts() -> frozenset[str]:
    """The hosts, with their ports, by which a reader may have come: the public one, and the one that was asked. No
    other site can have a browser name them as where a request comes from."""
    return frozenset(host.lower() for host in (request.host, request.environ.get(CAME_TO, "")) if host)


def base() -> str:
    """The path of the site on its host: empty, or as in `/atalaya`."""
    return request.script_root if has_request_context() else ""


def within(path: str) -> str:
    """A path on the host as one within the site."""
    below = base()
    return path.removeprefix(below) or "/" if below and f"{path}/".startswith(f"{below}/") else path


def mounted(answer: bytes) -> bytes:
    """A document, or what Dash is answered, with the path of the site before every address of the site in it."""
    below = base()
    if not below:
        return answer
    already = re.escape(f"{below}/").replace("/", SLASH)
    return re.sub(f"{OURS}(?!{already})".encode(), below.encode(), answer)


def whole(answer: bytes) -> bytes:
    """A document that is taken away, with `root()` before every address of the site in it."""
    return re.sub(OURS.encode(), root().encode(), answer)


def is_local(address: str) -> bool:
    """Whether an address leads nowhere but to the machine itself."""
    name = urlsplit(address).hostname or ""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return bool(LOCAL_NAMES.fullmatch(name))


class Arrival:
    """A WSGI application around another that tells it by which address it was reached: by `ATALAYA_URL`, whatever a
    request says; without it by what the request says, and by `X-Forwarded-*` where one of `proxies` handed it on. A
    proxy may take the path off or leave it."""

    def __init__(self, answer: "WSGIApplication", address: PublicAddress | None, proxies: Iterable[Network]) -> None:
        self._answer, self._address, self._proxies = answer, address, tuple(proxies)
        self._forwarded = ProxyFix(answer, x_for=0, x_proto=1, x_host=1, x_port=1)

    def __call__(self, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        environ["SCRIPT_NAME"] = ""
        environ[CAME_TO] = environ.get("HTTP_HOST", "")
        if (address := self._address) is None:
            is_handed_on = self._is_proxy(environ.get("REMOTE_ADDR", ""))
            return (self._forwarded if is_handed_on else self._answer)(environ, start)
        environ[ADDRESS] = str(address)
        environ.update({"wsgi.url_scheme": address.scheme, "HTTP_HOST": address.host, "SCRIPT_NAME": address.path})
        path = environ.get("PATH_INFO", "")
        if address.path and f"{path}/".startswith(f"{address.path}/"):
            environ["PATH_INFO"] = path.removeprefix(address.path) or "/"
        return self._answer(environ, start)

    def _is_proxy(self, came_from: str) -> bool:
        try:
            address = ip_address(came_from)
        except ValueError:  # a socket of the file system
            return False
        address = getattr(address, "ipv4_mapped", None) or address
        return any(address in network for network in self._proxies)


def register(server: Flask, address: PublicAddress | None, proxies: Iterable[Network]) -> None:
    """Let requests come in by `Arrival`. To be registered last, for it goes around all else."""

    @server.after_request
    def stay_within(response: Response) -> Response:
        to = response.headers.get("Location", "")
        if to.startswith("/") and not to.startswith("//"):
            response.headers["Location"] = base() + to
            response.set_data(redirect(base() + to).get_data())  # what it says links there too
        return response

    server.wsgi_app = Arrival(server.wsgi_app, address, proxies)  # type: ignore[assignment, method-assign]
