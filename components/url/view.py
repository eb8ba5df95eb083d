"""View <-> URL: the only code that reads or writes an address.

A view is everything that decides what is shown. Each field of a page is one row of `FIELDS`, which parses, prints and
names its accepted values; a value that is not accepted falls back to its default and is reported.
"""

from typing import Any, NamedTuple, Self
from urllib.parse import parse_qsl, quote, urlencode

from components.url.choices import (
    Cells,
    Chart,
    Filters,
    Hall,
    Layout,
    Lens,
    Locale,
    Page,
    Partners,
    Prepared,
    Scale,
    Scope,
    Sort,
    Theme,
    Window,
)
from components.url.table_filter import gathered
from components.url.tracking import untracked
from components.url.url_params import FIELDS, OBSERVATIONS, OF_EARLIER, defaults
from data.cooperation_vocabulary import Direction, RequestKind
from data.vocabulary import Age, Country, Crime, Exploitation, FlowMeasure, Indicator, Measure, Panel, Sex

MAX_QUERY = 2_000  # characters; longer than every canonical address by far
FRAME = "embed"  # asks for the picture alone; says nothing of what is shown, so it is no field of a view
MAX_DECK = 3_800  # of a deck, which is many views; servers read a first line of 4,094


class Ignored(NamedTuple):
    """A parameter that could not be used, with what would have been accepted."""

    parameter: str
    value: str
    accepted: str


class View(NamedTuple):
    """The state of a page. `year` None is the latest well-covered year; `years` None the default period; `country`
    None is no country in particular; `release` None is the newest, otherwise a day (ISO 8601). `partner` is one of the
    22 too, save where a figure is of another citizenship. Fields that a page does not have stay at their defaults."""

    locale: Locale = Locale.ES
    page: Page = Page.OVERVIEW
    indicator: Indicator = Indicator.VICTIMS_DETECTED
    year: int | None = None
    years: tuple[int, int] | None = None
    countries: tuple[Country, ...] = ()
    country: Country | None = None
    partner: str | None = None
    sex: Sex = Sex.TOTAL
    age: Age = Age.TOTAL
    exploitation: Exploitation = Exploitation.TOTAL
    measure: Measure = Measure.COUNT
    panel: Panel = Panel.ALL
    flow: FlowMeasure = FlowMeasure.VICTIMS_BY_CITIZENSHIP
    partners: Partners = Partners.IBERO_AMERICA
    crime: Crime = Crime.TRAFFICKING
    scope: Scope = Scope.THESE_CRIMES
    kind: RequestKind | None = None
    direction: Direction | None = None
    sort: Sort = Sort.SUBREGION
    window: Window = Window.THREE
    scale: Scale = Scale.ABSOLUTE
    chart: Chart = Chart.MAP
    layout: Layout = Layout.MULTIPLES
    counts: Indicator | FlowMeasure | None = None
    lens: Lens = Lens.NONE
    deck: Prepared = Prepared.SUMMIT
    slides: str = ""
    slide: int | None = None
    hall: Hall = Hall.NEAR
    filters: Filters = Filters.SHOWN
    kiosk: int | None = None
    table: str = OBSERVATIONS
    where: str = ""
    columns: tuple[str, ...] = ()
    order: str = ""
    start: int = 1
    cells: Cells = Cells.NAMES
    theme: Theme = Theme.AUTO
    release: str | None = None

    @classmethod
    def of(cls, locale: Locale, page: Page, **values: Any) -> Self:
        """A page's view with all but the given values at the page's defaults."""
        return cls(locale, page, **defaults(page, values) | values)

    @classmethod
    def from_url(cls, pathname: str, search: str = "") -> Self:
        """The view of any text: what cannot be understood is left at its default."""
        return cls.parse(pathname, search)[0]

    @classmethod
    def parse(cls, pathname: str, search: str = "") -> tuple[Self, tuple[Ignored, ...]]:
        """The view of an address, and the parameters that could not be used."""
        locale, page = _path(pathname)
        known = FIELDS[page]
        values: dict[str, Any] = {}
        ignored = []
        pairs = parse_qsl(untracked(search.lstrip("?"))[: longest(pathname)], errors="replace")
        pairs = [pair for pair in pairs if pair != (FRAME, "1")]
        for name, text in gathered(pairs, known) if page is Page.DATA else pairs:
            param = known.get(name)
            try:
                if param is None:
                    raise ValueError
                values[name] = param.parse(text)
            except ValueError:
                accepted = param.accepted if param else ", ".join(known)
                ignored.append(Ignored(name[:40], text[:40], accepted))
        return cls.of(locale, page, **values), tuple(ignored)

    @property
    def path(self) -> str:
        return f"/{self.locale}/{self.page}"

    @property
    def search(self) -> str:
        """The query of the canonical address, with its question mark; empty when all is default."""
        known = defaults(self.page, {"crime": self.crime})
        pairs = [
            (name, param.show(value))
            for name, param in FIELDS[self.page].items()
            if (value := getattr(self, name)) != known[name]
        ]
        return "?" + urlencode(pairs, safe=",:;", quote_via=quote) if pairs else ""

    @property
    def url(self) -> str:
        """The canonical address: fields in a fixed order, defaults left out."""
        return self.path + self.search

    def file(self, kind: str) -> str:
        """The address of a file of the view, as in `/en/overview.csv?year=2022`."""
        return f"{self.path}.{kind}{self.search}"

    def framed(self) -> str:
        """The address of the picture alone, for frames of other sites."""
        return f"{self.url}{'&' if self.search else '?'}{FRAME}=1"

    def with_values(self, **values: Any) -> Self:
        """The same view with some fields changed."""
        return self._replace(**values)

    def at_page(self, page: Page) -> "View":
        """First view of another page: its defaults, with the reader's locale, theme, and release where it has one."""
        kept = {"release": self.release} if page in OF_EARLIER else {}
        return View.of(self.locale, page, theme=self.theme, **kept)


def _path(pathname: str) -> tuple[Locale, Page]:
    parts = [part for part in pathname.split("/") if part]
    locale = Locale(parts[0]) if parts and parts[0] in set(Locale) else Locale.ES
    page = Page(parts[1]) if len(parts) > 1 and parts[1] in set(Page) else Page.OVERVIEW
    return locale, page


def longest(pathname: str) -> int:
    """How many characters the query of an address may have."""
    return MAX_DECK if _path(pathname)[1] is Page.PRESENT else MAX_QUERY


def is_page(pathname: str) -> bool:
    """Whether a path is one of the site's pages: `/{locale}/` or `/{locale}/{page}`."""
    parts = pathname.strip("/").split("/")
    return parts[0] in set(Locale) and (len(parts) == 1 or (len(parts) == 2 and parts[1] in set(Page)))


def asks_for_frame(search: str) -> bool:
    """Whether an address asks for the picture alone."""
    return (FRAME, "1") in parse_qsl(search.lstrip("?")[:MAX_QUERY], errors="replace")
