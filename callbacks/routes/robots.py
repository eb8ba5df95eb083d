"""What programs ask for at fixed addresses (robots.txt, sitemap.xml, icons), and what each answer says to those that
list pages: nothing but the few addresses of `components.url.listed` is to be listed."""

from collections.abc import Callable

from flask import Flask, Response, request

from callbacks.answer_cache import AnswerCache, packed_as
from callbacks.asked import Asked
from callbacks.public_address import base, root
from callbacks.reply import reply
from components.document.icons import favicon, touch_icon
from components.document.shell import UNLISTED
from components.files.robots import robots, sitemap
from data.dataset import Live

ROBOTS, SITEMAP = "/robots.txt", "/sitemap.xml"
ICONS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "/favicon.ico": ("image/x-icon", favicon),
    "/apple-touch-icon.png": ("image/png", touch_icon),
    "/apple-touch-icon-precomposed.png": ("image/png", touch_icon),
}
WEEK = 7 * 24 * 3600  # seconds: their addresses stay when they change
OF_PAGES = ("/static/", "/_dash-component-suites/")  # what pages are drawn with


def register(server: Flask, live: Live, cache: AnswerCache) -> None:
    """Answer them, and mark what is not to be listed."""

    def text() -> Response:
        here = root()
        return reply(packed_as(robots(here, base()).encode(), "text/plain"), "text/plain", here)

    def pages() -> Response:
        dataset, here = live.dataset, root()
        body = cache.serve(f"sitemap:{dataset.version}:{here}", "application/xml", lambda: sitemap(dataset, here))
        return reply(body, "application/xml", dataset.version)

    def icon() -> Response:
        mimetype, made = ICONS[request.path]
        return reply(made(), mimetype, "", seconds=WEEK)

    server.add_url_rule(ROBOTS, view_func=text)
    server.add_url_rule(SITEMAP, view_func=pages)
    for path in ICONS:
        server.add_url_rule(path, endpoint=path, view_func=icon)

    @server.after_request
    def mark(response: Response) -> Response:
        if not _is_open(request.path) and not _is_listed(live):
            response.headers["X-Robots-Tag"] = UNLISTED
        return response


def _is_open(path: str) -> bool:
    return path in ("/", ROBOTS, SITEMAP, *ICONS) or path.startswith(OF_PAGES)


def _is_listed(live: Live) -> bool:
    asked = Asked.of(f"{request.path}?{request.query_string.decode('utf-8', 'replace')}", live.dataset)
    return asked is not None and asked.is_listed
