"""Natural Earth boundaries -> `ibero.geojson` (true WGS 84, for download) and `plan.geojson` (what the map draws).

Source: Natural Earth 1:50m, Admin 0 countries, public domain. Contested boundaries and islands follow its de facto
view; that is a fact about the source, not an opinion of this project. The file of the whole world is read, not an
extract: only there do the borders of the 22 and of the land around them meet vertex by vertex.
"""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely import MultiPolygon

from data.build import plan
from data.build.geometry import read, written
from data.build.stop import BuildStopped
from data.package import PLAN, SHAPES
from data.vocabulary import Country

WORLD = Path("boundaries", "ne_50m_admin0_mundo.geojson")
CODE = "ISO_A3"

DECIMALS = 3  # degrees: about 100 m, finer than the survey behind a 1:50m map
TOLERANCE = 0.02  # degrees: about 2 km, a seventh of a pixel where the Americas are 640 pixels high
AROUND = shapely.box(-140, -65, 20, 60)  # degrees: land outside it falls into no frame of the plan


def build(raw: Path, out: Path) -> None:
    """Write `ibero.geojson` and `plan.geojson` into `out` from the release in `raw`; the same bytes every time.

    Raises BuildStopped where the file is not a collection of polygons, one of the 22 is missing or repeated, a shape
    is empty or invalid, or two shapes overlap or do not share their border vertex by vertex.
    """
    land = _read(raw / WORLD)
    (out / SHAPES).write_text(_collection(land[land["code"] != ""]), encoding="utf-8", newline="\n")
    (out / PLAN).write_text(plan.draw(land), encoding="utf-8", newline="\n")


def _read(path: Path) -> gpd.GeoDataFrame:
    """`code` and shape of the 22 in their order, then all land of others that may be seen around them, with no code."""
    world = read(path, CODE)
    world["geometry"] = world.transform(lambda degrees: np.round(degrees, DECIMALS))
    for number in np.flatnonzero(~world.is_valid):
        reason = shapely.is_valid_reason(world.geometry.iloc[number])
        raise BuildStopped(path.name, None, f"feature {number + 1} ({world[CODE].iloc[number]})", reason)
    ours = world[world[CODE].isin(list(Country))].sort_values(CODE)  # France, to which Natural Earth gives no code, not
    for code in ours.loc[ours[CODE].duplicated(), CODE]:
        raise BuildStopped(path.name, None, code, "country appears twice")
    for country in (country for country in Country if country not in set(ours[CODE])):
        raise BuildStopped(path.name, None, country, "no feature has this code in ISO_A3")
    others = world.drop(ours.index).assign(**{CODE: ""}).explode(ignore_index=True)
    land = pd.concat([ours, others[others.intersects(AROUND)]], ignore_index=True).rename(columns={CODE: "code"})
    edges = land.geometry.invalid_coverage_edges()
    for country, edge in zip(ours[CODE], edges, strict=False):
        if not edge.is_empty:
            raise BuildStopped(path.name, None, country, f"border does not meet its neighbour's near {edge.bounds}")
    return land


def _collection(shapes: gpd.GeoDataFrame) -> str:
    """RFC 7946 text, one feature a line: exterior rings run counter-clockwise, shared borders stay shared.

    Simplified by Visvalingam and Whyatt (1993) on the coverage as a whole: it only leaves vertices out, so
    coordinates stay rounded and neighbours neither part nor overlap.
    """
    simple = shapes.geometry.simplify_coverage(TOLERANCE).orient_polygons()
    whole = [MultiPolygon(shapely.get_parts(shape).tolist()) for shape in simple]
    return written(({"country": code}, shape) for code, shape in zip(shapes["code"], whole, strict=True))
