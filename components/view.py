"""View <-> URL: the only code that reads or writes an address.

A view is everything that decides what is shown. Each field of a page is one row of `FIELDS`, which parses, prints and
names its accepted values; a value that is not accepted falls back to its default and is reported.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple, Self
from urllib.parse import parse_qsl, quote, urlencode

from data.vocabulary import Age, Country, Crime, Exploitation, FlowMeasure, Indicator, Measure, Panel, Sex

FIRST_YEAR, LAST_YEAR = 1900, 2100
MAX_QUERY = 2_000  # characters; longer than every canonical address by far


class Language(StrEnum):
    ES = "es"
    PT = "pt"
    EN = "en"


class Page(StrEnum):
    OVERVIEW = "overview"
    FLOWS = "flows"
    COOPERATION = "cooperation"


class Chart(StrEnum):
    """What the picture is; each page has its own few (`CHARTS`), the first being its default."""

    MAP = "map"
    SERIES = "series"
    RANK = "rank"
    MATRIX = "matrix"
    COUNTRY = "country"
    REQUESTS = "requests"
    EVENTS = "events"
    INSTRUMENTS = "instruments"
    GAP = "gap"
    REGISTRY = "registry"
    TABLE = "table"


CHARTS = {
    Page.OVERVIEW: (Chart.MAP, Chart.SERIES, Chart.RANK, Chart.TABLE),
    Page.FLOWS: (Chart.MAP, Chart.MATRIX, Chart.COUNTRY, Chart.TABLE),
    Page.COOPERATION: (Chart.GAP, Chart.REQUESTS, Chart.EVENTS, Chart.INSTRUMENTS, Chart.REGISTRY),
}


class Scope(StrEnum):
    """Which crimes a published request concerns: these two, or all crimes together (never mixed)."""

    THESE_CRIMES = "these_crimes"
    ALL_CRIMES = "all_crimes"


class Sort(StrEnum):
    """Order of a matrix of pairs."""

    SUBREGION = "subregion"
    NEED = "need"
    MEANS = "means"
    NAME = "name"


class Partners(StrEnum):
    """Whom a flow is shown with: the 22, or the rest of the world too."""

    IBERO_AMERICA = "ibero_america"
    WORLD = "world"


class Layout(StrEnum):
    """Series of several countries: one panel each, or all in one."""

    MULTIPLES = "multiples"
    TOGETHER = "together"


class Theme(StrEnum):
    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Ignored(NamedTuple):
    """A parameter that could not be used, with what would have been accepted."""

    parameter: str
    value: str
    accepted: str


class Param(NamedTuple):
    """How one field of a page reads and prints; `parse` raises ValueError for what it does not accept."""

    parse: Callable[[str], Any]
    accepted: str
    default: Any = None
    show: Callable[[Any], str] = str


@dataclass(frozen=True)
class View:
    """The state of a page. `year` None is the latest well-covered year; `years` None the default period; `country`
    None is no country in particular. Fields that a page does not have stay at their defaults."""

    language: Language = Language.ES
    page: Page = Page.OVERVIEW
    indicator: Indicator = Indicator.VICTIMS_DETECTED
    year: int | None = None
    years: tuple[int, int] | None = None
    countries: tuple[Country, ...] = ()
    country: Country | None = None
    partner: Country | None = None
    sex: Sex = Sex.TOTAL
    age: Age = Age.TOTAL
    exploitation: Exploitation = Exploitation.TOTAL
    measure: Measure = Measure.COUNT
    panel: Panel = Panel.ALL
    flow: FlowMeasure = FlowMeasure.VICTIMS_BY_CITIZENSHIP
    partners: Partners = Partners.IBERO_AMERICA
    crime: Crime = Crime.TRAFFICKING
    scope: Scope = Scope.THESE_CRIMES
    sort: Sort = Sort.SUBREGION
    chart: Chart = Chart.MAP
    layout: Layout = Layout.MULTIPLES
    theme: Theme = Theme.AUTO

    @classmethod
    def of(cls, language: Language, page: Page, **values: Any) -> Self:
        """A page's view with all but the given values at the page's defaults."""
        return cls(language, page, **{name: param.default for name, param in FIELDS[page].items()} | values)

    @classmethod
    def from_url(cls, pathname: str, search: str = "") -> Self:
        """The view of any text: what cannot be understood is left at its default."""
        return cls.parse(pathname, search)[0]

    @classmethod
    def parse(cls, pathname: str, search: str = "") -> tuple[Self, tuple[Ignored, ...]]:
        """The view of an address, and the parameters that could not be used."""
        language, page = _path(pathname)
        known = FIELDS[page]
        values: dict[str, Any] = {}
        ignored = []
        for name, text in parse_qsl(search.lstrip("?")[:MAX_QUERY], errors="replace"):
            param = known.get(name)
            try:
                if param is None:
                    raise ValueError
                values[name] = param.parse(text)
            except ValueError:
                accepted = param.accepted if param else ", ".join(known)
                ignored.append(Ignored(name[:40], text[:40], accepted))
        return cls.of(language, page, **values), tuple(ignored)

    @property
    def path(self) -> str:
        return f"/{self.language}/{self.page}"

    @property
    def search(self) -> str:
        """The query of the canonical address, with its question mark; empty when all is default."""
        pairs = [
            (name, param.show(value))
            for name, param in FIELDS[self.page].items()
            if (value := getattr(self, name)) != param.default
        ]
        return "?" + urlencode(pairs, safe=",", quote_via=quote) if pairs else ""

    @property
    def url(self) -> str:
        """The canonical address: fields in a fixed order, defaults left out."""
        return self.path + self.search

    def with_values(self, **values: Any) -> Self:
        """The same view with some fields changed."""
        return replace(self, **values)

    def at_page(self, page: Page) -> "View":
        """The first view of another page: its defaults, with the reader's language and theme."""
        return View.of(self.language, page, theme=self.theme)


def _path(pathname: str) -> tuple[Language, Page]:
    parts = [part for part in pathname.split("/") if part]
    language = Language(parts[0]) if parts and parts[0] in set(Language) else Language.ES
    page = Page(parts[1]) if len(parts) > 1 and parts[1] in set(Page) else Page.OVERVIEW
    return language, page


def is_page(pathname: str) -> bool:
    """Whether a path is one of the site's pages: `/{lang}/` or `/{lang}/{page}`."""
    parts = pathname.strip("/").split("/")
    return parts[0] in set(Language) and (len(parts) == 1 or (len(parts) == 2 and parts[1] in set(Page)))


def _year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise ValueError(text)
    year = int(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(text)
    return year


def _years(text: str) -> tuple[int, int]:
    first, dash, last = text.partition("-")
    if not dash:
        raise ValueError(text)
    return min(_year(first), _year(last)), max(_year(first), _year(last))


def _countries(text: str) -> tuple[Country, ...]:
    return tuple(sorted({Country(code) for code in text.split(",")}))


def _one_of(kind: type[StrEnum], default: StrEnum) -> Param:
    return Param(kind, ", ".join(kind), default)


def _chart(page: Page) -> Param:
    charts = CHARTS[page]

    def parse(text: str) -> Chart:
        if text not in charts:
            raise ValueError(text)
        return Chart(text)

    return Param(parse, ", ".join(charts), charts[0])


YEARS = Param(_years, "two years, as in 2010-2023", None, lambda span: f"{span[0]}-{span[1]}")
COUNTRY = Param(Country, ", ".join(Country))
THEME = _one_of(Theme, Theme.AUTO)
FIELDS: dict[Page, dict[str, Param]] = {
    Page.OVERVIEW: {
        "indicator": _one_of(Indicator, Indicator.VICTIMS_DETECTED),
        "year": Param(_year, "a year, as in 2022"),
        "years": YEARS,
        "countries": Param(_countries, ", ".join(Country), (), ",".join),
        "sex": _one_of(Sex, Sex.TOTAL),
        "age": _one_of(Age, Age.TOTAL),
        "exploitation": _one_of(Exploitation, Exploitation.TOTAL),
        "measure": _one_of(Measure, Measure.COUNT),
        "panel": _one_of(Panel, Panel.ALL),
        "chart": _chart(Page.OVERVIEW),
        "layout": _one_of(Layout, Layout.MULTIPLES),
        "theme": THEME,
    },
    Page.FLOWS: {
        "flow": _one_of(FlowMeasure, FlowMeasure.VICTIMS_BY_CITIZENSHIP),
        "years": YEARS,
        "country": COUNTRY,
        "partners": _one_of(Partners, Partners.IBERO_AMERICA),
        "chart": _chart(Page.FLOWS),
        "theme": THEME,
    },
    Page.COOPERATION: {
        "country": COUNTRY,
        "partner": COUNTRY,
        "years": YEARS,
        "crime": _one_of(Crime, Crime.TRAFFICKING),
        "scope": _one_of(Scope, Scope.THESE_CRIMES),
        "sort": _one_of(Sort, Sort.SUBREGION),
        "chart": _chart(Page.COOPERATION),
        "theme": THEME,
    },
}
