"""The fields of each page: how each is read from an address, printed into it, and what it accepts."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

from components.choices import CHARTS, Chart, Layout, Page, Partners, Scope, Sort, Theme
from data.vocabulary import Age, Country, Crime, Exploitation, FlowMeasure, Indicator, Measure, Panel, Sex

FIRST_YEAR, LAST_YEAR = 1900, 2100


class Param(NamedTuple):
    """How one field of a page reads and prints; `parse` raises ValueError for what it does not accept."""

    parse: Callable[[str], Any]
    accepted: str
    default: Any = None
    show: Callable[[Any], str] = str


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
