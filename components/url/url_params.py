"""The fields of each page: how each is read from an address, printed into it, and what it accepts."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from components.url import table_filter as where
from components.url.choices import (
    CHARTS,
    SORTS,
    Cells,
    Filters,
    Hall,
    Layout,
    Lens,
    Page,
    Partners,
    Prepared,
    Scale,
    Scope,
    Theme,
    Window,
)
from data.cooperation_vocabulary import Direction, RequestKind
from data.iso3166 import ALPHA_3
from data.schema import SHOWN
from data.vocabulary import Age, Country, Crime, Exploitation, FlowMeasure, Indicator, Measure, Panel, Partner, Sex

FIRST_YEAR, LAST_YEAR = 1900, 2100
OBSERVATIONS = "observations"


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


def _day(text: str) -> str:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text).isoformat()


def _countries(text: str) -> tuple[Country, ...]:
    return tuple(sorted({Country(code) for code in text.split(",")}))


def _partner(text: str) -> str:
    """A country of citizenship or return, or one of the words for partners that are none."""
    if text not in ALPHA_3 and text not in set(Partner):
        raise ValueError(text)
    return text


def _counted(text: str) -> Indicator | FlowMeasure:
    return Indicator(text) if text in set(Indicator) else FlowMeasure(text)


def _slides(text: str) -> str:
    """The text of a deck (`slideshow.deck` reads it): letters, figures and the marks that need no escape."""
    if not re.fullmatch(r"[A-Za-z0-9_.,~-]+", text):
        raise ValueError(text)
    return text


def _number(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]?", text):
        raise ValueError(text)
    return int(text)


def _seconds(text: str) -> int:
    """How long a step stays in a lobby: long enough to be read, short enough to be seen to go on."""
    if not re.fullmatch(r"[1-9][0-9]{0,2}", text) or not 3 <= int(text) <= 600:
        raise ValueError(text)
    return int(text)


def _one_of(kind: type[StrEnum], default: StrEnum) -> Param:
    return Param(kind, ", ".join(kind), default)


def _among(offered: Sequence[StrEnum]) -> Param:
    """One of some words of an enumeration, the first being the default."""
    kind = type(offered[0])

    def parse(text: str) -> StrEnum:
        if text not in offered:
            raise ValueError(text)
        return kind(text)

    return Param(parse, ", ".join(offered), offered[0])


YEAR = Param(_year, "a year, as in 2022")
YEARS = Param(_years, "two years, as in 2010-2023", None, lambda span: f"{span[0]}-{span[1]}")
COUNTRY = Param(Country, ", ".join(Country))
CRIME = _one_of(Crime, Crime.TRAFFICKING)
THEME = _one_of(Theme, Theme.AUTO)
RELEASE = Param(_day, "a day of release, as in 2025-04-14")
FIELDS: dict[Page, dict[str, Param]] = {
    Page.OVERVIEW: {
        "crime": CRIME,
        "indicator": _one_of(Indicator, Indicator.VICTIMS_DETECTED),
        "year": YEAR,
        "years": YEARS,
        "countries": Param(_countries, ", ".join(Country), (), ",".join),
        "sex": _one_of(Sex, Sex.TOTAL),
        "age": _one_of(Age, Age.TOTAL),
        "exploitation": _one_of(Exploitation, Exploitation.TOTAL),
        "measure": _one_of(Measure, Measure.COUNT),
        "panel": _one_of(Panel, Panel.ALL),
        "chart": _among(CHARTS[Page.OVERVIEW]),
        "layout": _one_of(Layout, Layout.MULTIPLES),
        "theme": THEME,
        "release": RELEASE,
    },
    Page.JUSTICE: {
        "country": COUNTRY,
        "year": YEAR,
        "window": _one_of(Window, Window.THREE),
        "years": YEARS,
        "sex": _one_of(Sex, Sex.TOTAL),
        "sort": _among(SORTS[Page.JUSTICE]),
        "chart": _among(CHARTS[Page.JUSTICE]),
        "theme": THEME,
        "release": RELEASE,
    },
    Page.FLOWS: {
        "flow": _one_of(FlowMeasure, FlowMeasure.VICTIMS_BY_CITIZENSHIP),
        "years": YEARS,
        "country": COUNTRY,
        "partners": _one_of(Partners, Partners.IBERO_AMERICA),
        "sort": _among(SORTS[Page.FLOWS]),
        "chart": _among(CHARTS[Page.FLOWS]),
        "theme": THEME,
        "release": RELEASE,
    },
    Page.COOPERATION: {
        "country": COUNTRY,
        "partner": COUNTRY,
        "year": YEAR,
        "years": YEARS,
        "crime": CRIME,
        "scope": _one_of(Scope, Scope.THESE_CRIMES),
        "kind": Param(RequestKind, ", ".join(RequestKind)),
        "direction": Param(Direction, ", ".join(Direction)),
        "sort": _among(SORTS[Page.COOPERATION]),
        "chart": _among(CHARTS[Page.COOPERATION]),
        "theme": THEME,
        "release": RELEASE,
    },
    Page.COMPARE: {
        "countries": Param(_countries, ", ".join(Country), (), ",".join),
        "indicator": _one_of(Indicator, Indicator.VICTIMS_DETECTED),
        "sex": _one_of(Sex, Sex.TOTAL),
        "age": _one_of(Age, Age.TOTAL),
        "exploitation": _one_of(Exploitation, Exploitation.TOTAL),
        "years": YEARS,
        "measure": _one_of(Measure, Measure.COUNT),
        "scale": _one_of(Scale, Scale.ABSOLUTE),
        "chart": _among(CHARTS[Page.COMPARE]),
        "theme": THEME,
        "release": RELEASE,
    },
    Page.COUNTRY: {
        "country": COUNTRY,
        "year": YEAR,
        "chart": _among(CHARTS[Page.COUNTRY]),
        "theme": THEME,
        "release": RELEASE,
    },
    Page.DATA: {
        "table": Param(where.table, ", ".join(SHOWN), OBSERVATIONS),
        "where": Param(where.where, where.ACCEPTED, ""),
        "columns": Param(where.columns, "columns of the table, joined by commas", (), ",".join),
        "order": Param(where.order, "a column of the table; with - before it from the largest", ""),
        "start": Param(where.start, "a row of the selection, from 1", 1),
        "cells": _one_of(Cells, Cells.NAMES),
        "chart": _among(CHARTS[Page.DATA]),
        "theme": THEME,
        "release": RELEASE,
    },
    Page.METHOD: {
        "indicator": _one_of(Indicator, Indicator.VICTIMS_DETECTED),
        "flow": _one_of(FlowMeasure, FlowMeasure.VICTIMS_BY_CITIZENSHIP),
        "country": COUNTRY,
        "counts": Param(_counted, ", ".join([*Indicator, *FlowMeasure])),
        "lens": _one_of(Lens, Lens.NONE),
        "chart": _among(CHARTS[Page.METHOD]),
        "theme": THEME,
        "release": RELEASE,
    },
    Page.ABOUT: {
        "chart": _among(CHARTS[Page.ABOUT]),
        "theme": THEME,
        "release": RELEASE,
    },
    Page.FIGURE: {
        "country": COUNTRY,
        "year": YEAR,
        "crime": CRIME,
        "indicator": _one_of(Indicator, Indicator.VICTIMS_DETECTED),
        "sex": _one_of(Sex, Sex.TOTAL),
        "age": _one_of(Age, Age.TOTAL),
        "exploitation": _one_of(Exploitation, Exploitation.TOTAL),
        "flow": _one_of(FlowMeasure, FlowMeasure.VICTIMS_BY_CITIZENSHIP),
        "partner": Param(_partner, f"ISO 3166-1 alpha-3, as in BOL; {', '.join(Partner)}"),
        "chart": _among(CHARTS[Page.FIGURE]),
        "theme": THEME,
        "release": RELEASE,
    },
    Page.PRESENT: {
        "deck": _one_of(Prepared, Prepared.SUMMIT),
        "country": COUNTRY,
        "slides": Param(_slides, "slides, as in overview.chart-series~flows", ""),
        "slide": Param(_number, "a number from 1 to 99"),
        "hall": _one_of(Hall, Hall.NEAR),
        "filters": _one_of(Filters, Filters.SHOWN),
        "kiosk": Param(_seconds, "seconds from 3 to 600"),
        "chart": _among(CHARTS[Page.PRESENT]),
        "theme": THEME,
        "release": RELEASE,
    },
}


OF_EARLIER = frozenset({Page.OVERVIEW, Page.JUSTICE, Page.FLOWS, Page.COMPARE, Page.FIGURE})
"""The pages that an earlier release can be seen on. `release` of any other names the newest, so that an address that is
cited does not come to show other figures without a word."""


def defaults(page: Page, values: Mapping[str, Any]) -> dict[str, Any]:
    """What each field of a page is where nothing else is said. Of smuggling of migrants only offences are counted, so
    with that crime the indicator is offences unless another is asked for."""
    found = {name: param.default for name, param in FIELDS[page].items()}
    if "indicator" in found and values.get("crime") is Crime.SMUGGLING_OF_MIGRANTS:
        found["indicator"] = Indicator.OFFENCES_RECORDED
    return found
