"""Where the 22 countries are: their shapes in WGS84, and one point inside each for rows without a shape."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

Ring = list[list[float]]  # longitude, latitude; first and last are the same


def by_country(collection: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The geometries (MultiPolygon) of a feature collection by ISO 3166-1 alpha-3 code."""
    return {feature["properties"]["country"]: feature["geometry"] for feature in collection["features"]}


def point(geometry: Mapping[str, Any]) -> tuple[float, float]:
    """Longitude and latitude of a point inside the largest part of a MultiPolygon: the middle of the longest stretch
    along the parallel half-way up. A centroid may lie outside a bent country; this cannot."""
    polygon: list[Ring] = max(geometry["coordinates"], key=lambda rings: abs(_doubled_area(rings[0])))
    latitudes = sorted({corner[1] for corner in polygon[0]})
    middle = (latitudes[0] + latitudes[-1]) / 2
    below = max(latitude for latitude in latitudes if latitude <= middle)
    above = min(latitude for latitude in latitudes if latitude > middle)
    parallel = (below + above) / 2  # between corners: no edge is met at its end
    crossings = sorted(_crossings(polygon, parallel))
    stretches = zip(crossings[::2], crossings[1::2], strict=True)
    west, east = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return round((west + east) / 2, 4), round(parallel, 4)


def _doubled_area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def _crossings(polygon: list[Ring], latitude: float) -> list[float]:
    return [
        a[0] + (latitude - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        for ring in polygon
        for a, b in pairwise(ring)
        if (a[1] > latitude) != (b[1] > latitude)
    ]
