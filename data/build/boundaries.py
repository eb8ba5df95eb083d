"""Natural Earth boundaries -> `ibero.geojson` (true WGS 84, for download) and `plan.json` (what the map draws).

Source: Natural Earth 1:50m, Admin 0 countries, public domain. Contested boundaries and islands follow its de facto
view; that is a fact about the source, not an opinion of this project. The file of the whole world is read, not an
extract: only there do the borders of the 22 and of the land around them meet vertex by vertex.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry import shape

from data.build import plan
from data.build.stop import BuildStopped
from data.vocabulary import Country

WORLD = Path("boundaries", "ne_50m_admin0_mundo.geojson")

DECIMALS = 3  # degrees: about 100 m, finer than the survey behind a 1:50m map
TOLERANCE = 0.02  # degrees: about 2 km, a seventh of a pixel where the Americas are 640 pixels high
AROUND = shapely.box(-140, -65, 20, 60)  # degrees: land outside it falls into no frame of the plan


def build(raw: Path, out: Path) -> None:
    """Write `ibero.geojson` and `plan.json` into `out` from the release in `raw`; the same bytes every time.

    Raises BuildStopped where the file is not a collection of polygons, one of the 22 is missing or repeated, a shape
    is empty or invalid, or two shapes overlap or do not share their border vertex by vertex.
    """
    countries, around = _read(raw / WORLD)
    (out / "ibero.geojson").write_text(_collection(countries), encoding="utf-8")
    (out / "plan.json").write_text(plan.draw(countries, around), encoding="utf-8")


def _read(path: Path) -> tuple[dict[Country, MultiPolygon], MultiPolygon]:
    """The shapes of the 22, by code, and all land of others that may be seen around them, in degrees."""
    found: dict[Country, MultiPolygon] = {}
    around: list[Polygon] = []
    for number, feature in enumerate(_features(path), start=1):
        code = (feature.get("properties") or {}).get("ISO_A3")
        name = f"feature {number} ({code})"
        geometry = _geometry(path, name, feature)
        if code not in set(Country):  # also France, to which Natural Earth gives no code
            around.extend(part for part in geometry.geoms if part.intersects(AROUND))
        elif code in found:
            raise BuildStopped(path.name, None, name, "country appears twice")
        else:
            found[Country(code)] = geometry
    for country in Country:
        if country not in found:
            raise BuildStopped(path.name, None, country, "no feature has this code in ISO_A3")
    countries = {country: found[country] for country in sorted(found)}
    edges = shapely.coverage_invalid_edges([*countries.values(), *around])
    for country, edge in zip(countries, edges, strict=False):
        if not edge.is_empty:
            raise BuildStopped(path.name, None, country, f"border does not meet its neighbour's near {edge.bounds}")
    return countries, MultiPolygon(around)


def _features(path: Path) -> list[dict[str, Any]]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise BuildStopped(path.name, error.lineno, None, f"not JSON: {error.msg}") from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list):
        raise BuildStopped(path.name, None, None, "not a GeoJSON FeatureCollection")
    return features


def _geometry(path: Path, name: str, feature: Mapping[str, Any]) -> MultiPolygon:
    """The feature's polygons, rounded."""
    geometry = shape(feature["geometry"]) if feature.get("geometry") else MultiPolygon()
    if geometry.is_empty:
        raise BuildStopped(path.name, None, name, "empty geometry")
    if not isinstance(geometry, Polygon | MultiPolygon):
        raise BuildStopped(path.name, None, name, f"not a polygon but a {geometry.geom_type}")
    rounded = shapely.transform(geometry, lambda degrees: np.round(degrees, DECIMALS))
    if not rounded.is_valid:
        raise BuildStopped(path.name, None, name, shapely.is_valid_reason(rounded))
    return MultiPolygon(shapely.get_parts(rounded).tolist())


def _collection(shapes: Mapping[Country, MultiPolygon]) -> str:
    """RFC 7946 text, one feature a line: exterior rings run counter-clockwise, shared borders stay shared.

    Simplified by Visvalingam and Whyatt (1993) on the coverage as a whole: it only leaves vertices out, so
    coordinates stay rounded and neighbours neither part nor overlap.
    """
    simple = shapely.orient_polygons(shapely.coverage_simplify(list(shapes.values()), TOLERANCE))
    features = [
        {"type": "Feature", "properties": {"country": country}, "geometry": json.loads(shapely.to_geojson(geometry))}
        for country, geometry in zip(shapes, simple, strict=True)
    ]
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
