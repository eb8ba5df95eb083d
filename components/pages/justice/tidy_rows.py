"""The chain as rows to take away: by years, added over a window with its ratios, and by sex and citizenship."""

from typing import Any

import pandas as pd

from components.cells import state
from components.i18n import Words
from components.pages.justice.persons import APART, FACED, Persons
from data.model import Cell
from data.queries.justice import ABOVE, CHAIN, DIVIDED, PERSONS, Figure, Justice, Ratio
from data.vocabulary import FLAG_SEPARATOR, Country, FlowMeasure, Partner, Sex


def of_years(justice: Justice, countries: list[Country], years: range, words: Words) -> pd.DataFrame:
    """One row a country, count and year: bounds, status, flags, conflicts, source. What is missing has no bounds."""
    rows = []
    for country in countries:
        found = {(ABOVE[conflict][0], year): str(conflict) for conflict, year in justice.conflicts(country, years)}
        for indicator in CHAIN:
            for year in years:
                cell = justice.answers[indicator].cells[country, year]
                sex = justice.answers[indicator].selection.sex
                about = {"country": str(country), "year": year, "indicator": str(indicator), "sex": str(sex)}
                rows.append(
                    about | _bounds(cell) | {"conflict": found.get((indicator, year), "")} | _labels(cell, words)
                )
    return _whole(pd.DataFrame(rows))


def of_window(justice: Justice, countries: list[Country], words: Words) -> pd.DataFrame:
    """One row a country and count, and one a country and ratio: bounds of the window, and the years that are missing.
    Ratios have columns of their own; without bounds where a year is missing or the divisor may be 0."""
    rows: list[dict[str, Any]] = []
    for country in countries:
        for indicator in CHAIN:
            sex = justice.answers[indicator].selection.sex
            rows.append(_window(justice.figure(country, indicator), justice.window, str(indicator), sex, words))
        for ratio in Ratio:
            dividend, divisor = (justice.figure(country, i) for i in DIVIDED[ratio])
            found = justice.ratio(country, ratio)
            missing = sorted({*dividend.missing, *divisor.missing})
            sex = justice.answers[DIVIDED[ratio][0]].selection.sex
            about = _window(dividend, justice.window, str(ratio), sex, words) | {"low": None, "high": None}
            per_100 = {"per_100_low": found and round(found.low, 2), "per_100_high": found and round(found.high, 2)}
            status = "not_defined" if found is None else "exact" if found.is_exact else "range"
            flags = FLAG_SEPARATOR.join(sorted({*dividend.cell.flags, *divisor.cell.flags}))
            rows.append(about | per_100 | {"years_missing": _years(missing), "status": status, "flags": flags})
    return _whole(pd.DataFrame(rows, columns=[*_COLUMNS, "per_100_low", "per_100_high"]))


def of_persons(persons: Persons, words: Words) -> pd.DataFrame:
    """One row a country, count and sex, then one a country and citizenship of the convicted."""
    rows = [
        _window(persons.figure(country, indicator, sex), persons.window, str(indicator), sex, words) | {"partner": ""}
        for country in persons.countries
        for indicator in PERSONS
        for sex in (*FACED, *APART)
    ]
    first, last = persons.window[0], persons.window[-1]
    for flow in persons.citizens.pairs.values():
        if persons.country in (None, flow.country):
            unlisted = sorted(set(persons.window) - set(flow.listed))
            rows.append(
                {
                    "country": str(flow.country), "first_year": first, "last_year": last,
                    "figure": str(FlowMeasure.CONVICTED_BY_CITIZENSHIP), "sex": str(Sex.TOTAL),
                    "low": int(flow.count.low), "high": int(flow.count.high), "status": str(flow.status),
                    "flags": FLAG_SEPARATOR.join(flow.flags), "years_missing": _years(unlisted),
                    "source": flow.source, "country_label": words.country(flow.country), "partner": flow.partner,
                }
            )  # fmt: skip
    columns = [*_COLUMNS, "partner"]
    frame = pd.DataFrame(rows, columns=columns)
    known = set(Partner)
    frame["partner_label"] = [
        "" if not p else words(f"partner.{p}") if p in known else words.country(p) for p in frame["partner"]
    ]
    return _whole(frame)


_COLUMNS = (
    "country", "first_year", "last_year", "figure", "sex", "low", "high", "status", "flags", "source", "years_missing",
    "country_label",
)  # fmt: skip


def _window(figure: Figure, window: range, name: str, sex: Sex, words: Words) -> dict[str, Any]:
    cell = figure.cell
    about = {"country": str(cell.country), "first_year": window[0], "last_year": window[-1], "figure": name}
    named = {"sex": str(sex), "years_missing": _years(figure.missing), "country_label": words.country(cell.country)}
    found: dict[str, Any] = about | _bounds(cell) | named
    return {column: found[column] for column in _COLUMNS}


def _bounds(cell: Cell) -> dict[str, Any]:
    return {
        "low": cell.count and int(cell.count.low),
        "high": cell.count and int(cell.count.high),
        "status": str(cell.status),
        "flags": FLAG_SEPARATOR.join(cell.flags),
        "source": cell.source,
    }


def _labels(cell: Cell, words: Words) -> dict[str, str]:
    return {"country_label": words.country(cell.country), "status_label": words(f"state.{state(cell)}")}


def _years(years: Any) -> str:
    return FLAG_SEPARATOR.join(map(str, years))


def _whole(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.astype({"low": "Int64", "high": "Int64"})
