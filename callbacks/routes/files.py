"""Pictures and slides to take away: the files of a view, each made once for a data version and an address."""

from collections.abc import Sequence

from flask import Flask, Response, request

from callbacks.file_query import beside
from callbacks.lanes import Lane
from callbacks.making import Making
from callbacks.public_address import root
from callbacks.reply import of_data, refuse, reply
from components.files.csv import filename
from components.files.file_exports import FILES, OF_SLIDE, SIZES, take
from components.pages import PAGES, of_release, open_page
from components.url.choices import Page
from components.url.view import View, is_page, longest
from data.dataset import Live


def register(server: Flask, live: Live, making: Making) -> None:
    """Answer `/{locale}/{page}.{svg|png|pdf|pptx}` with the query of the page; `size` and `place` are for a PNG."""

    @server.before_request
    def files() -> Response | None:
        path, _, kind = request.path.partition(".")
        if request.method not in ("GET", "HEAD") or kind not in FILES or not is_page(path):
            return None
        if len(request.query_string) > longest(path):
            return refuse(414, f"the query is longer than {longest(path)} characters")
        dataset, here = live.dataset, root()
        asked, query, unused = beside(request.query_string.decode("utf-8", "replace"), _offered(path, kind))
        view, ignored = View.parse(path, query)
        view, ignored = of_release(view, (*ignored, *unused), dataset)
        key = None if ignored else f"{kind}:{dataset.version}:{here}{view.url} {sorted(asked.items())}"

        def made() -> bytes:
            return take(open_page(view, ignored, dataset), kind, here, **asked)

        lane = Lane.DEAR if view.page is Page.PRESENT else Lane.SMALL
        body = making.make(key, lane, FILES[kind], made)
        shown = dataset.at(view.release)
        name = filename(view, kind, shown.release)
        return of_data(reply(body, FILES[kind], dataset.version, filename=name), shown)


def _offered(path: str, kind: str) -> dict[str, Sequence[str]]:
    """What may be asked of a file: of a PNG its size, and which of the figures beside the picture alone."""
    page = View.from_url(path).page
    aside = [f"{page}-{name}" for name in PAGES[page].aside]
    return {} if kind != "png" else {"size": (*SIZES, *OF_SLIDE), **({"place": aside} if aside else {})}
