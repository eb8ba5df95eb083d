"""View <-> URL: the only code that reads or writes an address.

A view is everything that decides what is shown. Each field is one row of `FIELDS`, which parses, prints and names
its accepted values; a value that is not accepted falls back to its default and is reported.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, NamedTuple, Self
from urllib.parse import parse_qsl, quote, urlencode

from data.vocabulary import Age, Country, Exploitation, Indicator, Measure, Panel, Sex

FIRST_YEAR, LAST_YEAR = 1900, 2100
MAX_QUERY = 2_000  # characters; longer than every canonical address by far


class Language(StrEnum):
    ES = "es"
    PT = "pt"
    EN = "en"


class Page(StrEnum):
    OVERVIEW = "overview"


class Chart(StrEnum):
    MAP = "map"
    SERIES = "series"
    RANK = "rank"
    TABLE = "table"


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
    """How one field reads and prints; `parse` raises ValueError for what it does not accept."""

    parse: Callable[[str], Any]
    accepted: str
    show: Callable[[Any], str] = str


@dataclass(frozen=True)
class View:
    """The state of the page. `year` None is the latest well-covered year; `years` None the default period."""

    language: Language = Language.ES
    page: Page = Page.OVERVIEW
    indicator: Indicator = Indicator.VICTIMS_DETECTED
    year: int | None = None
    years: tuple[int, int] | None = None
    countries: tuple[Country, ...] = ()
    sex: Sex = Sex.TOTAL
    age: Age = Age.TOTAL
    exploitation: Exploitation = Exploitation.TOTAL
    measure: Measure = Measure.COUNT
    panel: Panel = Panel.ALL
    chart: Chart = Chart.MAP
    layout: Layout = Layout.MULTIPLES
    theme: Theme = Theme.AUTO

    @classmethod
    def from_url(cls, pathname: str, search: str = "") -> Self:
        """The view of any text: what cannot be understood is left at its default."""
        return cls.parse(pathname, search)[0]

    @classmethod
    def parse(cls, pathname: str, search: str = "") -> tuple[Self, tuple[Ignored, ...]]:
        """The view of an address, and the parameters that could not be used."""
        language, page = _path(pathname)
        values: dict[str, Any] = {}
        ignored = []
        for name, text in parse_qsl(search.lstrip("?")[:MAX_QUERY], errors="replace"):
            param = FIELDS.get(name)
            try:
                if param is None:
                    raise ValueError
                values[name] = param.parse(text)
            except ValueError:
                accepted = param.accepted if param else ", ".join(FIELDS)
                ignored.append(Ignored(name[:40], text[:40], accepted))
        return cls(language, page, **values), tuple(ignored)

    @property
    def path(self) -> str:
        return f"/{self.language}/{self.page}"

    @property
    def search(self) -> str:
        """The query of the canonical address, with its question mark; empty when all is default."""
        pairs = [(name, FIELDS[name].show(value)) for name, value in self._chosen()]
        return "?" + urlencode(pairs, safe=",", quote_via=quote) if pairs else ""

    @property
    def url(self) -> str:
        """The canonical address: fields in a fixed order, defaults left out."""
        return self.path + self.search

    def with_values(self, **values: Any) -> Self:
        """The same view with some fields changed."""
        return replace(self, **values)

    def _chosen(self) -> list[tuple[str, Any]]:
        return [
            (f.name, value) for f in fields(self) if f.name in FIELDS and (value := getattr(self, f.name)) != f.default
        ]


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


def _one_of(kind: type[StrEnum]) -> Param:
    return Param(kind, ", ".join(kind))


FIELDS: dict[str, Param] = {
    "indicator": _one_of(Indicator),
    "year": Param(_year, "a year, as in 2022"),
    "years": Param(_years, "two years, as in 2010-2023", lambda span: f"{span[0]}-{span[1]}"),
    "countries": Param(_countries, ", ".join(Country), ",".join),
    "sex": _one_of(Sex),
    "age": _one_of(Age),
    "exploitation": _one_of(Exploitation),
    "measure": _one_of(Measure),
    "panel": _one_of(Panel),
    "chart": _one_of(Chart),
    "layout": _one_of(Layout),
    "theme": _one_of(Theme),
}
