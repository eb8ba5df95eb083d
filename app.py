"""The application: `create_app(settings)` for tests and tools, `server` for what serves it (deploy/)."""

import gc
from pathlib import Path

from callbacks import (
    about,
    clientside,
    compare,
    compression,
    cooperation,
    country,
    dash_routes,
    explorer,
    fast_path,
    flows,
    justice,
    method,
    navigation,
    overview,
    passport,
    presenter,
    public_address,
    security_headers,
    site,
    static_files,
)
from callbacks.answer_cache import AnswerCache
from callbacks.lanes import Lanes
from callbacks.making import Making
from callbacks.routes import api, feed, files, hall, health, pages, registry_files, robots, search
from callbacks.routes import presenter as decks
from callbacks.settings import SettingRefused, Settings
from components.document.assets import bundle
from components.url.choices import BASES, Locale, Page
from components.url.view import View
from data.dataset import DataRefused, Live
from data.vocabulary import Country

ROOT = Path(__file__).parent
FILES_KEPT = 64 * 1024 * 1024  # bytes of files that a process keeps for itself where no folder and no Redis does
PAGES = (overview, justice, flows, cooperation, compare, country, explorer, method, about, passport, presenter)


def create_app(settings: Settings | None = None) -> site.Site:
    """A new application, independent of any other in the process.

    Raises:
        SettingRefused: a setting has a value that is not accepted.
        DataRefused: the data folder does not pass the check.
    """
    settings = settings or Settings.from_environment()
    live = Live(settings.data, contact=settings.contact)
    app = site.Site(
        __name__,
        assets_folder=str(ROOT / "assets"),
        assets_ignore=".*",  # they come as one of each (components/document/assets.py)
        external_stylesheets=[{"rel": "stylesheet", "href": bundle("page.css").address, "crossorigin": "anonymous"}],
        external_scripts=[bundle("page.js").address],
        requests_pathname_prefix=f"{settings.url.path if settings.url else ''}/",
        routes_pathname_prefix="/",
        eager_loading=False,
        serve_locally=True,
        suppress_callback_exceptions=True,
        update_title="",
    )
    app.layout = site.layout
    for page in PAGES:
        page.register(app, live)
    navigation.register(app)
    clientside.register(app)
    address = str(settings.url or "")
    lanes = Lanes()
    cache = AnswerCache(app.server, settings.cache_url, address=address, lanes=lanes)
    large = AnswerCache(app.server, settings.cache_url, FILES_KEPT, address, folder=settings.files)
    making = Making(app.server, large, lanes)
    compression.register(app.server)
    static_files.register(app.server)
    decks.register(app.server, live, making)
    hall.register(app.server)
    pages.register(app, live, cache)
    files.register(app.server, live, making)
    registry_files.register(app.server, making)
    feed.register(app.server, live, cache)
    search.register(app.server, live, cache)
    api.register(app.server, live, cache, making)
    robots.register(app.server, live, cache)
    health.register(app.server, live)
    security_headers.register(app)
    dash_routes.register(app, live, cache)
    fast_path.register(app.server, live, cache)
    public_address.register(app.server, settings.url, settings.proxies)
    _warm_up(app)
    return app


def _warm_up(app: site.Site) -> None:
    """Dash names its scripts only once a page has been served; a worker that has not done so answers 500 for them."""
    with app.server.test_client() as client:
        client.get("/es/")


def _prepare(app: site.Site) -> None:
    """Have made what follows from the data set alone, and every catalogue read, before a reader asks and before workers
    are forked. Pages are asked for as pictures for other sites, so that no page of ours is kept that nobody wanted."""
    mine = {Page.COUNTRY: {"country": Country.MEX}}  # which has everything that a profile may have
    views = [View.of(Locale.ES, page, **mine.get(page, {})) for page in Page]
    with app.server.test_client() as client:
        for view in [*views, *(View.of(locale, Page.OVERVIEW) for locale in BASES)]:
            client.get(view.framed())
    gc.collect()
    gc.freeze()  # what is made by now stays: looking through all of it takes a tenth of a second of somebody's answer


def __getattr__(name: str) -> object:
    """`app:server` is made when a server asks for it, so that importing this module for tests builds nothing."""
    if name == "server":
        try:
            app = create_app()
        except (SettingRefused, DataRefused) as refused:
            raise SystemExit(str(refused)) from None  # one line for whoever starts it, no traceback
        _prepare(app)
        return app.server
    raise AttributeError(name)
