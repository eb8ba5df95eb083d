"""Shapes in and out of the build: raw files read by geopandas, and GeoJSON of which one line is one feature."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
from pyogrio.errors import DataLayerError, DataSourceError
from shapely import Geometry, to_geojson

from data.build.stop import BuildStopped

KINDS = ("Polygon", "MultiPolygon")
Feature = tuple[Mapping[str, Any], Geometry]


def read(path: Path, key: str) -> gpd.GeoDataFrame:
    """The columns `key` and `geometry` of a file of polygons, in WGS 84 degrees; a row without a key has "".

    Raises BuildStopped where the file has no shapes, no such column, or a shape that is empty or no polygon.
    """
    try:
        found = gpd.read_file(path)
    except (DataSourceError, DataLayerError) as error:
        raise BuildStopped(path.name, None, None, f"not a file of shapes: {error}") from error
    if key not in found or not isinstance(found, gpd.GeoDataFrame):
        raise BuildStopped(path.name, None, key, "no shape has it")
    made = gpd.GeoDataFrame({key: found[key].fillna("")}, geometry=found.geometry.to_numpy(), crs="EPSG:4326")
    for number, row in enumerate(made.itertuples(index=False), start=1):
        name = f"feature {number} ({row[0]})"
        if row.geometry is None or row.geometry.is_empty:
            raise BuildStopped(path.name, None, name, "empty geometry")
        if row.geometry.geom_type not in KINDS:
            raise BuildStopped(path.name, None, name, f"not a polygon but a {row.geometry.geom_type}")
    return made


def written(features: Iterable[Feature]) -> str:
    """The text of a feature collection (RFC 7946), properties that are None left out."""
    lines = ",\n".join(
        json.dumps(
            {
                "type": "Feature",
                "properties": {name: value for name, value in properties.items() if value is not None},
                "geometry": json.loads(to_geojson(shape)),
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for properties, shape in features
    )
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
