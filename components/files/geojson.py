"""GeoJSON (RFC 7946): the shapes of countries and areas, and rows at a point inside theirs."""

import json
from typing import Any

from shapely.geometry import mapping

from components.files.extract import Extract, with_nulls
from components.i18n import ALPHA_2, words
from components.url.choices import BASES
from data.dataset import Dataset
from data.places import points

PLACED_BY = ("area", "country")  # the nearest first

Json = dict[str, Any]


def has_place(columns: list[str]) -> bool:
    """Whether rows with these columns can be put on a map."""
    return any(name in columns for name in PLACED_BY)


def geojson(extract: Extract) -> bytes:
    """One feature a row, at a point inside its area or country; nowhere (null) for what is in neither. The shapes, by
    the same codes, are in `areas` and `countries`: repeated with every row they would make a file a hundred times as
    large."""
    column = next((name for name in PLACED_BY if name in extract.frame), None)
    places = {code: {"type": "Point", "coordinates": at} for code, at in _points(extract.dataset).items()}
    rows: list[Json] = json.loads(with_nulls(extract.frame).to_json(orient="records"))
    features = [
        {"type": "Feature", "geometry": places.get(row[column]) if column else None, "properties": row} for row in rows
    ]
    return _collection(features)


def countries(dataset: Dataset) -> bytes:
    """The 22 as shapes, with their ISO 3166-1 codes, their common and official names in three languages, and the point
    of their rows."""
    features, places = [], points(dataset.shapes)
    for code, shape in dataset.shapes.sort_index().items():
        names = {f"name_{each}": words(each).country(code) for each in BASES}
        names |= {f"official_{each}": words(each).official(code) for each in BASES}
        longitude, latitude = places[code]
        about = {"country": code, "iso_a2": ALPHA_2[code], **names, "longitude": longitude, "latitude": latitude}
        features.append({"type": "Feature", "id": code, "geometry": mapping(shape), "properties": about})
    return _collection(features)


def areas(dataset: Dataset) -> bytes:
    """The states and provinces that have counts as shapes, with their ISO 3166-2 codes, the codes of their national
    statistical offices, the names that these use, and the point of their rows."""
    features, places = [], _points(dataset)
    for code, row in dataset.area_shapes.iterrows() if dataset.area_shapes is not None else ():
        longitude, latitude = places[code]
        about = {"area": code, "country": row["country"], "code": row["code"], "name": row["name"]}
        about |= {"longitude": longitude, "latitude": latitude}
        features.append({"type": "Feature", "id": code, "geometry": mapping(row.geometry), "properties": about})
    return _collection(features)


def _points(dataset: Dataset) -> dict[str, tuple[float, float]]:
    """The point of each country and area."""
    shaped = dataset.area_shapes
    return points(dataset.shapes) | (points(shaped.geometry) if shaped is not None else {})


def _collection(features: list[Json]) -> bytes:
    made = {"type": "FeatureCollection", "features": features}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
