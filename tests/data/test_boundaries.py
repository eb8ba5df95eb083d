"""Shapes: all 22, true, valid, their borders shared, light on the wire; and a build that names what it refuses."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely import LinearRing, Point
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from sheet import sheet
from world import SOUTH_WEST, feature, features, save, save_features, square

from data.build.boundaries import build
from data.build.stop import BuildStopped
from data.dataset import CURATED
from data.vocabulary import Country

FILE = CURATED / "ibero.geojson"

# Islands far from their mainland (lon, lat), and the 22's smallest country: the first that a simplification loses.
ISLANDS = {
    "Andorra": (Country.AND, 1.52, 42.55),
    "Balearics": (Country.ESP, 2.95, 39.62),
    "Canaries": (Country.ESP, -16.56, 28.27),
    "Azores": (Country.PRT, -25.45, 37.78),
    "Madeira": (Country.PRT, -16.97, 32.75),
    "Galapagos": (Country.ECU, -91.1, -0.7),
    "Easter Island": (Country.CHL, -109.35, -27.12),
    "Tierra del Fuego": (Country.ARG, -67.7, -54.2),
    "Isla de la Juventud": (Country.CUB, -82.83, 21.7),
}


@pytest.fixture(scope="module")
def collection() -> dict[str, Any]:
    return json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shapes(collection: dict[str, Any]) -> dict[str, BaseGeometry]:
    return {one["properties"]["country"]: shape(one["geometry"]) for one in collection["features"]}


def test_the_22_in_order_with_nothing_but_their_code(collection: dict[str, Any]) -> None:
    assert list(collection) == ["type", "features"]  # RFC 7946 has no other reference system to name
    assert [one["properties"] for one in collection["features"]] == [{"country": code} for code in sorted(Country)]


def test_shapes_are_valid_and_borders_shared(shapes: dict[str, BaseGeometry]) -> None:
    assert all(geometry.is_valid for geometry in shapes.values())
    assert shapely.coverage_is_valid(list(shapes.values()))
    assert shapes["ESP"].touches(shapes["AND"])
    assert shapes["ARG"].touches(shapes["CHL"])


def test_exterior_rings_run_counter_clockwise_and_holes_clockwise(shapes: dict[str, BaseGeometry]) -> None:
    parts = [part for geometry in shapes.values() for part in shapely.get_parts(geometry)]
    assert all(LinearRing(part.exterior).is_ccw for part in parts)
    assert not any(hole.is_ccw for part in parts for hole in part.interiors)


def test_coordinates_are_rounded_degrees(shapes: dict[str, BaseGeometry]) -> None:
    degrees = shapely.get_coordinates(list(shapes.values()))
    assert (degrees == degrees.round(3)).all()
    assert (abs(degrees) <= (180, 90)).all()


@pytest.mark.parametrize("island", ISLANDS)
def test_small_and_far_land_is_there(shapes: dict[str, BaseGeometry], island: str) -> None:
    country, lon, lat = ISLANDS[island]
    assert shapes[country].contains(Point(lon, lat))


def test_the_download_is_light() -> None:
    assert len(gzip.compress(FILE.read_bytes(), mtime=0)) < 60_000


def test_the_same_world_gives_the_same_bytes_whatever_its_order(tmp_path: Path) -> None:
    written = []
    for name, world in {"one": features(), "two": features()[::-1]}.items():
        folder = tmp_path / name
        folder.mkdir()
        save_features(folder, world)
        build(folder, folder)
        written.append([(folder / file).read_bytes() for file in ("ibero.geojson", "plan.geojson")])
    assert written[0] == written[1]


def test_a_square_is_written_as_rfc_7946_has_it(tmp_path: Path) -> None:
    save_features(tmp_path, features())
    build(tmp_path, tmp_path)
    text = (tmp_path / "ibero.geojson").read_text(encoding="utf-8")
    first = json.loads(text)["features"][0]
    assert first["properties"] == {"country": "AND"}
    assert LinearRing(first["geometry"]["coordinates"][0][0]).is_ccw
    assert shape(first["geometry"]).equals(shape(square(*SOUTH_WEST[Country.AND])))
    assert len(text.splitlines()) == len(Country) + 2  # one feature a line: a change shows whose it is


def test_land_that_no_frame_shows_may_be_wrong(tmp_path: Path) -> None:
    """Natural Earth's China overlaps Macao; that is no reason not to draw the Americas."""
    save_features(tmp_path, [*features(), feature("CHN", square(113, 22)), feature("MAC", square(113.5, 22.5))])
    build(tmp_path, tmp_path)
    assert (tmp_path / "plan.geojson").exists()


def test_land_without_a_code_is_still_land(tmp_path: Path) -> None:
    save_features(tmp_path, features()[:-1])
    build(tmp_path, tmp_path)
    assert sheet(tmp_path / "plan.geojson")["land"] == {}
    save_features(second := tmp_path / "second", [*features()[:-1], feature(None, square(-2, 43))])
    build(second, second)
    assert list(sheet(second / "plan.geojson")["land"]) == ["iberia"]


BOW_TIE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}


@pytest.mark.parametrize(
    ("last", "message"),
    [
        (feature("ARG", square(0, 0)), "ARG: country appears twice"),
        (feature("GUY", None), "feature 24 (GUY): empty geometry"),
        (feature("GUY", {"type": "Polygon", "coordinates": []}), "feature 24 (GUY): empty geometry"),
        (feature("GUY", {"type": "Point", "coordinates": [0, 0]}), "feature 24 (GUY): not a polygon but a Point"),
        (feature("GUY", BOW_TIE), "feature 24 (GUY): Self-intersection[0.5 0.5]"),
        (feature("GUY", square(-64.5, -16.5)), "BOL: border does not meet its neighbour's near"),
    ],
)
def test_a_shape_that_must_not_be_drawn_stops_the_build(tmp_path: Path, last: dict[str, Any], message: str) -> None:
    save_features(tmp_path, [*features(), last])
    with pytest.raises(BuildStopped) as stopped:
        build(tmp_path, tmp_path)
    assert str(stopped.value).startswith(f"ne_50m_admin0_mundo.geojson: {message}")
    assert list(tmp_path.glob("*.geojson")) == []


def test_a_missing_country_stops_the_build(tmp_path: Path) -> None:
    save_features(tmp_path, [one for one in features() if one["properties"]["ISO_A3"] != Country.AND])
    with pytest.raises(BuildStopped, match=r"mundo\.geojson: AND: no feature has this code in ISO_A3"):
        build(tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{\n,", r"mundo\.geojson: not a file of shapes"),
        ([], "not a file of shapes"),
        ({"type": "FeatureCollection", "features": []}, "ISO_A3: no shape has it"),
    ],
)
def test_a_file_of_another_kind_stops_the_build(tmp_path: Path, content: object, message: str) -> None:
    save(tmp_path, content)
    with pytest.raises(BuildStopped, match=message):
        build(tmp_path, tmp_path)
