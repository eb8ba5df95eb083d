"""The application: `create_app(settings)` for tests and tools, `server` for gunicorn."""

from pathlib import Path

from callbacks import compression as encoding
from callbacks import security_headers as guard
from callbacks import static_files
from callbacks.answer_cache import Desk
from callbacks.routes import api, feed, health, pages
from callbacks.routes import files as take
from callbacks.routes import presenter as present
from callbacks.routes import registry_files as deliver
from callbacks.settings import SettingRefused, Settings
from components.assets import bundle
from data.dataset import DataRefused, Live

ROOT = Path(__file__).parent


def create_app(settings: Settings | None = None) -> pages.Site:
    """A new application, independent of any other in the process.

    Raises:
        SettingRefused: a setting has a value that is not accepted.
        DataRefused: the data folder does not pass the check.
    """
    settings = settings or Settings.from_environment()
    live = Live(settings.data)
    app = pages.Site(
        __name__,
        assets_folder=str(ROOT / "assets"),
        assets_ignore=".*",  # they come as one of each (components/assets.py)
        external_stylesheets=[bundle("page.css").address],
        external_scripts=[bundle("page.js").address],
        eager_loading=False,
        serve_locally=True,
        suppress_callback_exceptions=True,
        update_title="",
    )
    desk = Desk(app.server, settings.cache_url)
    encoding.register(app.server)
    static_files.register(app.server)
    present.register(app.server, live, desk)
    pages.register(app, live, desk)
    take.register(app.server, live, Desk(app.server, settings.cache_url, take.KEPT_FILES))
    deliver.register(app.server)
    feed.register(app.server, live, desk)
    api.register(app.server, live, desk)
    health.register(app.server, live)
    guard.register(app)
    _warm_up(app)
    return app


def _warm_up(app: pages.Site) -> None:
    """Dash names its scripts only once a page has been served; a worker that has not done so answers 500 for them."""
    with app.server.test_client() as client:
        client.get("/es/")


def __getattr__(name: str) -> object:
    """`app:server` is made when gunicorn asks for it, so that importing this module for tests builds nothing."""
    if name == "server":
        try:
            return create_app().server
        except (SettingRefused, DataRefused) as refused:
            raise SystemExit(str(refused)) from None  # one line for whoever starts it, no traceback
    raise AttributeError(name)
