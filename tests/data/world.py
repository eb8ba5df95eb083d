"""A world of 22 squares of one degree, about where the countries are, and a square of land between them."""

import json
from pathlib import Path
from typing import Any

from data.build.boundaries import WORLD
from data.vocabulary import Country

SOUTH_WEST = {
    Country.AND: (1, 42),
    Country.ARG: (-65, -35),
    Country.BOL: (-65, -17),
    Country.BRA: (-52, -10),
    Country.CHL: (-71, -30),
    Country.COL: (-74, 4),
    Country.CRI: (-84, 9),
    Country.CUB: (-79, 21),
    Country.DOM: (-71, 18),
    Country.ECU: (-79, -2),
    Country.ESP: (-4, 40),
    Country.GTM: (-91, 15),
    Country.HND: (-87, 14),
    Country.MEX: (-103, 23),
    Country.NIC: (-86, 12),
    Country.PAN: (-80, 8),
    Country.PER: (-76, -10),
    Country.PRT: (-9, 39),
    Country.PRY: (-59, -24),
    Country.SLV: (-89, 13),
    Country.URY: (-57, -33),
    Country.VEN: (-67, 7),
}


def square(west: float, south: float, side: float = 1) -> dict[str, Any]:
    """A GeoJSON square, its ring run clockwise, against RFC 7946."""
    east, north = west + side, south + side
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [west, north], [east, north], [east, south], [west, south]]],
    }


def feature(code: str | None, geometry: dict[str, Any] | None) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"ISO_A3": code, "NAME": "?"}, "geometry": geometry}


def features() -> list[dict[str, Any]]:
    """The 22, in no order, and Guyana."""
    ours = [feature(country, square(*corner)) for country, corner in reversed(SOUTH_WEST.items())]
    return [*ours, feature("GUY", square(-60, 4))]


def save(raw: Path, content: object) -> None:
    path = raw / WORLD
    path.parent.mkdir(parents=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


def save_features(raw: Path, content: list[dict[str, Any]]) -> None:
    save(raw, {"type": "FeatureCollection", "features": content})
