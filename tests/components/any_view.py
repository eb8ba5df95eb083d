"""Any view there may be, for the laws of addresses and controls."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from components.url import table_filter as where
from components.url.choices import (
    CHARTS,
    SORTS,
    Cells,
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
from components.url.url_params import FIELDS
from components.url.view import View
from data.cooperation_vocabulary import Direction, RequestKind
from data.schema import SHOWN
from data.vocabulary import Age, Country, Crime, Exploitation, FlowMeasure, Indicator, Measure, Panel, Sex

calendar = st.integers(1900, 2100)
countries = st.sets(st.sampled_from(Country)).map(lambda chosen: tuple(sorted(chosen)))
span = st.tuples(calendar, calendar).map(lambda years: (min(years), max(years)))
names = st.sampled_from(sorted(where.COLUMNS))
values = st.sampled_from(["ARG", "ARG,BOL", "2015-2023", "4", "a;b", "100 %", "a:b"])
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "indicator": st.sampled_from(Indicator),
    "year": st.none() | calendar,
    "years": st.none() | span,
    "countries": countries,
    "country": st.none() | st.sampled_from(Country),
    "partner": st.none() | st.sampled_from(Country),
    "sex": st.sampled_from(Sex),
    "age": st.sampled_from(Age),
    "exploitation": st.sampled_from(Exploitation),
    "measure": st.sampled_from(Measure),
    "panel": st.sampled_from(Panel),
    "flow": st.sampled_from(FlowMeasure),
    "partners": st.sampled_from(Partners),
    "crime": st.sampled_from(Crime),
    "scope": st.sampled_from(Scope),
    "kind": st.none() | st.sampled_from(RequestKind),
    "direction": st.none() | st.sampled_from(Direction),
    "window": st.sampled_from(Window),
    "scale": st.sampled_from(Scale),
    "layout": st.sampled_from(Layout),
    "counts": st.none() | st.sampled_from([*Indicator, *FlowMeasure]),
    "lens": st.sampled_from(Lens),
    "deck": st.sampled_from(Prepared),
    "slides": st.sampled_from(["", "flows", "overview.chart-series.title-M-c3-a9xico~method.chart-hidden"]),
    "slide": st.none() | st.integers(1, 99),
    "hall": st.sampled_from(Hall),
    "filters": st.sampled_from(Filters),
    "kiosk": st.none() | st.integers(3, 600),
    "theme": st.sampled_from(Theme),
    "table": st.sampled_from(list(SHOWN)),
    "where": st.dictionaries(names, values, max_size=4).map(where.written),
    "columns": st.lists(names, unique=True, max_size=6).map(tuple),
    "order": st.just("") | names | names.map("-{}".format),
    "start": st.integers(1, 9_999_999),
    "cells": st.sampled_from(Cells),
    "release": st.none() | st.dates().map(date.isoformat),
}


@st.composite
def views(draw: st.DrawFn, page: Page | None = None) -> View:
    """Any view: a page, or the one that is given, and any value for each of its fields."""
    page = page or draw(st.sampled_from(Page))
    of_page = {"chart": st.sampled_from(CHARTS[page]), "sort": st.sampled_from(SORTS.get(page, [Sort.SUBREGION]))}
    values = {name: draw((VALUES | of_page)[name]) for name in FIELDS[page]}
    return View.of(draw(st.sampled_from(Locale)), page, **values)
