"""Natural Earth's states of Mexico and provinces of Argentina -> `areas.geojson`: degrees (WGS 84), for download.

The source is that of `area_plan`. Its arcs are shared, and both steps here treat equal vertices alike: neighbours
neither part nor overlap.
"""

from pathlib import Path

import numpy as np
import shapely
from shapely import MultiPolygon

from data.build.area_plan import CODE, FILE
from data.build.areas import register
from data.build.geometry import read, written
from data.build.stop import BuildStopped
from data.package import AREAS

DECIMALS = 3  # degrees: about 100 m, ten times finer than what the source was simplified to
TOLERANCE = 0.01  # degrees, of the triangles that simplification leaves out: about 1 km


def build(raw: Path, out: Path) -> None:
    """Write areas.geojson into `out`, the same bytes every time: one feature an area of areas.csv, a MultiPolygon.

    Raises:
        BuildStopped: where an area has no shape, or one that is not valid.
    """
    found = read(raw / FILE, CODE)
    areas = register()
    for area in areas:
        if area.adm1_code not in set(found[CODE]):
            raise BuildStopped(FILE.name, None, CODE, f"{area.adm1_code} ({area.area}) is missing")
    land = found.set_index(CODE).loc[[area.adm1_code for area in areas]].make_valid()
    land = land.transform(lambda degrees: np.round(degrees, DECIMALS))
    shapes = land.simplify_coverage(TOLERANCE).make_valid().orient_polygons()
    features = []
    for area, shape in zip(areas, shapes, strict=True):
        parts = [part for part in shapely.get_parts(shape).tolist() if part.geom_type == "Polygon"]
        if not parts:
            raise BuildStopped(AREAS, None, area.area, "has no shape")
        about = {"country": area.country, "area": area.area, "name": area.name, "code": area.code}
        features.append((about, MultiPolygon(parts)))
    (out / AREAS).write_text(written(features), encoding="utf-8", newline="\n")
