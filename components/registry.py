"""The registry of cooperation requests: how to deliver, and once it is there, its map, years and corridors.

Every figure is as published, suppressed on the way in. Two countries' versions of one corridor stand side by side with
the difference named; they are never averaged.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from components.classes import limits, step
from components.legend import legend
from components.maps import choropleth, colour
from components.markup import el
from components.parts import Map, Static
from components.rank import bar
from components.words import EN_DASH, Words
from data import schema
from data.cooperation_vocabulary import Direction
from data.dataset import Dataset
from data.interval import Interval
from data.registry.query import Corridor, Entry, Registry, Sum, added
from data.registry.vocabulary import DIRECTIONS, Procedure, Tally
from data.vocabulary import Country, Crime, Measure

LISTED = 30  # corridors on the page; the file has every row

FILES = ("template", "dictionary", "example")


def invitation(words: Words) -> list[Static]:
    """Without a registry: why there is no series, what a contact point would deliver, and the files to do it with."""
    said = [el("p", words(f"registry.{key}")) for key in ("why", "what", "how", "suppressed")]
    content = el("div", el("h2", words("registry.title")), said, _links(words), class_="registry")
    return [Static("registry", content)]


def _links(words: Words) -> Markup:
    links = [el("a", words(f"registry.{name}"), href=address(name, words), download=True) for name in FILES]
    return el("ul", [el("li", link) for link in links])


def address(name: str, words: Words) -> str:
    """Where one of the files to deliver with is had."""
    endings = {"template": "csv", "dictionary": f"{words.language}.csv", "example": "SYNTHETIC.csv"}
    return f"/api/v1/registry-{name}.{endings[name]}"


def stage(
    found: Registry, country: Country | None, partner: Country | None, dataset: Dataset, words: Words
) -> list[Any]:
    """With a registry: the map of all countries, then years, outcomes and corridors of those chosen."""
    stamp = words("synthetic.stamp") + " " if dataset.synthetic else ""
    rows = found.of(country, partner)
    totals = {c: _sum(found.of(c), Tally.REQUESTS) for c in Country}
    edges = limits([bounds for bounds in totals.values() if bounds], is_rate=False)
    looks = {c: _look(c, totals[Country(c)], edges, found, country, words, stamp) for c in dataset.plan["countries"]}
    label = stamp + words("registry.map", first=found.first, last=found.last)
    return [
        Map("map", choropleth(dataset.plan, looks, label), looks, dataset.plan["neighbours"]),
        Static("legend", legend(edges, Measure.COUNT, stamp + words("registry.legend"), words)),
        Static("registry-years", _years(rows, found, stamp, words)),
        Static("corridors", _corridors(found.between(country, partner), stamp, words)),
        Static("registry-files", _links(words)),
    ]


def printed(bounds: Interval, words: Words) -> str:
    return words.interval(bounds)


def _sum(rows: Iterable[Entry], tally: Tally) -> Interval | None:
    found = added(rows)
    return found.counts[tally] if found else None


def _look(
    code: str,
    bounds: Interval | None,
    edges: tuple[float, ...],
    found: Registry,
    chosen: Country | None,
    words: Words,
    stamp: str,
) -> dict[str, str]:
    each = Country(code)
    mark = " is-chosen" if each is chosen else ""
    name = words.country(each)
    if bounds is None:
        title = f"{stamp}{name}\n{words('registry.none')}"
        return {"class": f"country is-not_reported{mark}", "ink": "is-empty", "figure": "", "title": title}
    low, high = (colour(step(bound, edges), edges) for bound in bounds)
    look = f"step-{low}" if low == high else f"span-{low}-{high}"
    lines = [f"{stamp}{name}"]
    for direction in DIRECTIONS:
        count = _sum(found.of(each, None, direction), Tally.REQUESTS)
        lines.append(f"{words(f'direction.{direction}')}: {printed(count, words) if count else words('none')}")
    return {"class": f"country {look}{mark}", "ink": "is-empty", "figure": "", "title": "\n".join(lines)}


def _years(rows: list[Entry], found: Registry, stamp: str, words: Words) -> Markup:
    """Year by year and direction: requests as a bar, what became of them, and the span of the median days."""
    sums = {
        (year, direction): added(row for row in rows if row.year == year and row.direction is direction)
        for year in range(found.first, found.last + 1)
        for direction in DIRECTIONS
    }
    if not any(sums.values()):
        return el("p", words("registry.nothing"), class_="nothing")
    top = max((each.counts[Tally.REQUESTS].high for each in sums.values() if each), default=1) or 1
    heads = ["year", "direction", "bar", *Tally, "days"]
    body = [_year(year, direction, each, top, words) for (year, direction), each in sums.items() if each]
    counted = {*Tally}
    return _scrolling(
        stamp + words("registry.by_year"),
        [el("th", words(f"registry.head.{h}"), scope="col", class_="n" if h in counted else None) for h in heads],
        body,
        "registry-years",
    )


def _scrolling(caption: str, heads: list[Markup], body: list[Markup], look: str) -> Markup:
    """A table that scrolls sideways where it does not fit."""
    parts = (el("caption", caption), el("thead", el("tr", heads)), el("tbody", body))
    table = el("table", parts, class_=f"bars {look}")
    return el("div", table, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key=look)


def _year(year: int, direction: Direction, found: Sum, top: float, words: Words) -> Markup:
    days = found.days
    spanned = words("registry.days", days=words.interval(days), n=found.medians) if days else words("none")
    return el(
        "tr",
        el("th", str(year), scope="row"),
        el("td", words(f"direction.{direction}")),
        el("td", bar(found.counts[Tally.REQUESTS], top), class_="bar"),
        [el("td", printed(found.counts[tally], words), class_="n") for tally in Tally],
        el("td", spanned, class_="note"),
    )


def _corridors(found: list[Corridor], stamp: str, words: Words) -> Markup | str:
    """From whom to whom, as each side registered it, and by how much the versions differ; contradictions first."""
    shown = [corridor for corridor in found if corridor.versions][:LISTED]
    if not shown:
        return ""
    heads = ("corridor", "sent", "received", "apart")
    return _scrolling(
        stamp + words("registry.corridors", n=len(shown)),
        [el("th", words(f"registry.head.{head}"), scope="col") for head in heads],
        [_corridor(corridor, words) for corridor in shown],
        "corridors",
    )


def _corridor(corridor: Corridor, words: Words) -> Markup:
    versions = corridor.versions
    assert versions is not None  # noqa: S101 - chosen by the caller
    names = [words.country(code) for code in (corridor.origin, corridor.target)]
    years = f"{corridor.years[0]}{EN_DASH}{corridor.years[-1]}"
    apart = words("registry.contradict" if versions.contradict else "registry.agree", n=printed(versions.apart, words))
    return el(
        "tr",
        el("th", f"{names[0]} → {names[1]}", scope="row"),
        el("td", words("registry.says_sent", country=names[0], n=printed(versions.sent, words))),
        el("td", words("registry.says_received", country=names[1], n=printed(versions.received, words))),
        el("td", f"{apart} ({years})"),
        class_="is-conflict" if versions.contradict else None,
    )


def template() -> pd.DataFrame:
    """The file to fill: its columns, no rows."""
    return pd.DataFrame(columns=schema.TABLES["registry"].columns)


def dictionary(words: Words) -> pd.DataFrame:
    """Each column of the registry in the reader's language: meaning, kind, what it accepts."""
    fields = schema.TABLES["registry"].fields
    return pd.DataFrame(
        {
            "column": [field.name for field in fields],
            "meaning": [words(f"registry.field.{field.name}") for field in fields],
            "type": [words(f"registry.type.{field.type}") for field in fields],
            "accepted": [", ".join(field.enum) or field.pattern or words("registry.number") for field in fields],
            "required": [str(field.required).lower() for field in fields],
        }
    )


def example() -> pd.DataFrame:
    """Three filled rows, made up and marked so in every row."""
    columns = schema.TABLES["registry"].columns
    rows: list[Mapping[str, Any]] = [
        _made("ARG", "BOL", "sent", Procedure.MUTUAL_LEGAL_ASSISTANCE, (12, 9, 2, 1), 84),
        _made("BOL", "ARG", "received", Procedure.MUTUAL_LEGAL_ASSISTANCE, (9, 8, 1, 0), 70),
        _made("ESP", "COL", "sent", Procedure.EXTRADITION, (6, 6, 0, 0), 140),
    ]
    return pd.DataFrame(rows, columns=columns)


def _made(
    country: str, partner: str, direction: str, instrument: Procedure, counts: tuple[int, int, int, int], days: int
) -> dict[str, Any]:
    key = {"country": country, "partner": partner, "year": 2024, "direction": direction, "instrument": str(instrument)}
    outcome = dict(zip(map(str, Tally), counts, strict=True))
    return {**key, "crime": str(Crime.TRAFFICKING), **outcome, "median_days": days, "synthetic": "true"}
