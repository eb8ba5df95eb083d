"""Flows and a record of cooperation made by hand, beside the small data set, with every state a cell may have.

Detected victims by citizenship (figures in brackets carry a flag), and one repatriation (ESP, 2021, PRY: 3):

                 2020    2021    2022    2020-2022
    BOL in ARG     10      <5       -    10-14, 2 of 3 years
    PRY in ARG      -      <5       -    <5, 1 of 3
    CHN in ARG      -       -     (5)    5, 1 of 3
    own in ARG      -       -      30    apart
    unknown  "      -       -      <5    apart
    ARG in BOL      -       -      <5    <5, 1 of 1
    BOL in ESP      -       0       -    0, 1 of 1

On record: a team of Argentina and Bolivia; an operation whose list nobody read; a case of which Spain is known and the
rest is not; figures of Spain and Argentina; and what is known of six countries and the Convention of Palermo.
"""

from dataclasses import replace
from types import MappingProxyType

import hand_made
import pandas as pd

from data import schema
from data.dataset import Dataset
from data.period import columns

FLOWS = [
    ("ARG", 2020, "BOL", 10, 10, ""),
    ("ARG", 2021, "BOL", 0, 4, ""),
    ("ARG", 2021, "PRY", 0, 4, ""),
    ("ARG", 2022, "CHN", 5, 5, "relabelled"),
    ("ARG", 2022, "own", 30, 30, ""),
    ("ARG", 2022, "unknown", 0, 4, ""),
    ("BOL", 2022, "ARG", 0, 4, ""),
    ("ESP", 2021, "BOL", 0, 0, ""),
]
EVENTS = [
    ("team", ("ARG", "BOL"), "joint_team", "", "2021-03-01", "2022-05-31", "read"),
    ("operation", ("unknown",), "joint_operation", "Libre", "2023", "", "not_read"),
    ("case", ("ESP",), "case", "", "", "", "partial"),
]
FIGURE = (
    "statement", "country", "partner", "period_start", "period_end", "direction", "kind", "crime_scope", "unit", "low",
    "high", "status", "evidence",
)  # fmt: skip
FIGURES = [
    ("esp_sent", "ESP", "BOL", "2019-01-01", "2021-12-31", "sent", "requests", "trafficking", "requests",
     12, 12, "exact", "official"),
    ("esp_share", "ESP", "all", "2020", "2020", "sent", "requests", "trafficking", "percent",
     16.39, 16.39, "exact", "mirror"),
    ("arg_home", "ARG", "BRA|CHL", "2021", "2021", "received", "repatriations", "both", "persons",
     101, None, "at_least", "press_of_official"),
    ("arg_sent", "ARG", "several", "", "", "sent", "requests", "smuggling_of_migrants", "requests",
     0, 4, "range", "secondary"),
    ("arg_any", "ARG", "BOL", "2022", "2022", "sent", "requests", "all_crimes", "requests",
     4135, 4135, "approximate", "official"),
]  # fmt: skip
ACTS = [
    ("ARG", "signature", "2000-12-12", "2014-01-27"),
    ("ARG", "ratification", "2002-11-19", "2014-01-27"),
    ("BOL", "ratification", "2005", "2014-01-27"),
    ("CHL", "signature", "2001", "2014-01-27"),
    ("ESP", "not_shown_as_party", "", "2014-01-27"),
    ("PRY", "party_implied", "", ""),
    ("URY", "accession", "", "2014-01-27"),
]


def tables() -> dict[str, pd.DataFrame]:
    """The tables above, in the columns of their schema."""
    flows = [_flow("victims_by_citizenship", *row) for row in FLOWS]
    flows.append(_flow("victims_repatriated", "ESP", 2021, "PRY", 3, 3, ""))
    events = [
        {"event": name, "country": country, "kind": kind, "name": own, "period_start": start, "period_end": end,
         "crime_scope": "trafficking", "list_status": status, "evidence": "official", **columns(start, end)}
        for name, countries, kind, own, start, end, status in EVENTS
        for country in countries
    ]  # fmt: skip
    figures = [
        dict(zip(FIGURE, row, strict=True))
        | columns(str(row[3]), str(row[4]))
        | {"conflict": "a" if row[0] == "arg_sent" else "", "source_url": _url(row)}
        for row in FIGURES
    ]
    acts = [
        {"country": country, "instrument": "untoc", "action": action, "date": date, "as_of": as_of}
        for country, action, date, as_of in ACTS
    ]
    return {
        "flows": _frame("flows", flows),
        "cooperation_events": _frame("cooperation_events", events),
        "requests": _frame("requests", figures),
        "instruments": _frame("instruments", acts),
    }


def beside(small: Dataset) -> Dataset:
    """The small data set with these tables in it."""
    return replace(small, tables=MappingProxyType({**small.tables, **tables()}))


def _flow(measure: str, country: str, year: int, partner: str, low: int, high: int, flags: str) -> dict[str, object]:
    status = "exact" if low == high else "suppressed"
    return {
        "country": country, "year": year, "crime": "trafficking", "measure": measure, "partner": partner, "low": low,
        "high": high, "status": status, "flags": flags, "source": hand_made.SOURCE, "raw_rows": "1",
    }  # fmt: skip


def _url(row: tuple[object, ...]) -> str:
    return f"https://example.org/{row[0]}" if row[-1] == "official" else ""


def _frame(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    """Rows with what is common to all: who says it, in three languages; the rest is empty."""
    common = {field.name: "" for field in schema.TABLES[name].fields}
    common |= {
        "source_publisher": "A court",
        "source_publisher_es": "Un tribunal",
        "source_publisher_pt": "Um tribunal",
    }
    common |= {"source_title": "A list", "source_title_es": "Una lista", "source_title_pt": "A list"}
    common |= {"source_title_language": "en", "raw_rows": "1"}
    about = {f"description_{language}": f"About it ({language})" for language in ("en", "es", "pt")}
    known = common | {key: text for key, text in about.items() if key in common}
    made = pd.DataFrame([known | row for row in rows], columns=schema.TABLES[name].columns)
    return made.assign(year=pd.to_numeric(made["year"]).astype("Int64")) if "year" in made else made
