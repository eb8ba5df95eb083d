"""The shapes of areas in degrees: whole, side by side, on Earth, and rows that lie on them, over the wire."""

import gzip
import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import hand_made
import pytest
import shapely
from areas import topology
from flask.testing import FlaskClient
from shapely import Point
from shapely.geometry import shape

from app import create_app
from callbacks.settings import Settings
from data.build.area_shapes import build
from data.build.areas import register
from data.build.stop import BuildStopped
from data.check import check_folder
from data.dataset import CURATED
from data.package import seal
from data.places import areas

CITIES = {  # longitude and latitude, known of old
    "MX-CMX": (-99.133, 19.433),
    "MX-NLE": (-100.316, 25.686),
    "MX-ROO": (-86.85, 21.16),
    "AR-C": (-58.43, -34.61),
    "AR-X": (-64.18, -31.42),
    "AR-V": (-67.19, -54.51),
}
FILE = CURATED / "areas.geojson"


@pytest.fixture(scope="module")
def shapes() -> gpd.GeoDataFrame:
    return areas(json.loads(FILE.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(Settings(CURATED)).server.test_client()


def test_every_area_of_the_register_has_a_sound_shape(shapes: gpd.GeoDataFrame) -> None:
    assert {(code, row["country"], row["name"], row["code"]) for code, row in shapes.iterrows()} == {
        (area.area, str(area.country), area.name, area.code) for area in register()
    }
    assert shapes.is_valid.all()
    assert shapes.geometry.is_valid_coverage()
    assert all(part.exterior.is_ccw for whole in shapes.geometry for part in whole.geoms)
    assert len(gzip.compress(FILE.read_bytes(), mtime=0)) < 50_000


@pytest.mark.parametrize(("area", "city"), CITIES.items())
def test_a_city_lies_in_its_area_and_in_no_other(
    shapes: gpd.GeoDataFrame, area: str, city: tuple[float, float]
) -> None:
    assert list(shapes.index[shapes.contains(Point(*city))]) == [area]


def test_squares_stay_squares_and_twice_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "data.build.area_shapes.register", lambda: [a for a in register() if a.area in ("AR-A", "AR-B")]
    )
    topology(tmp_path, ["ARG-1303", "ARG-1295"])
    build(tmp_path, tmp_path)
    first = (tmp_path / "areas.geojson").read_bytes()
    build(tmp_path, tmp_path)
    assert (tmp_path / "areas.geojson").read_bytes() == first
    made = areas(json.loads(first))
    assert made.loc["AR-A"].geometry.touches(made.loc["AR-B"].geometry)
    assert all(whole.area == pytest.approx(1) for whole in made.geometry)
    topology(tmp_path, ["ARG-1303"])
    with pytest.raises(BuildStopped, match=r"ARG-1295 \(AR-[AB]\) is missing"):
        build(tmp_path, tmp_path)


def test_an_area_with_figures_and_no_shape_is_refused(tmp_path: Path) -> None:
    folder = hand_made.write(tmp_path / "data")
    for name in ("subnational.csv", "area_plan.geojson", "areas.geojson", "sources.csv"):
        (folder / name).write_bytes((CURATED / name).read_bytes())
    seal(folder)
    assert [fault for fault in check_folder(folder) if fault.file == "areas.geojson"] == []
    lines = FILE.read_text(encoding="utf-8").splitlines(keepends=True)
    for text, reason in (
        ("".join(line for line in lines if '"MX-CMX"' not in line), "MX-CMX is missing"),
        ("{}", "not a collection of shapes"),
    ):
        (folder / "areas.geojson").write_text(text, encoding="utf-8")
        seal(folder)
        found = [fault.reason for fault in check_folder(folder) if fault.file == "areas.geojson"]
        assert len(found) == 1
        assert found[0].startswith(reason)


def asked(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/v1/{path}")
    assert (answer.status_code, answer.mimetype) == (200, "application/geo+json")
    found: list[dict[str, Any]] = answer.get_json()["features"]
    return found


def test_shapes_are_offered_in_degrees(client: FlaskClient) -> None:
    found = {each["id"]: each for each in asked(client, "areas.geojson")}
    assert found.keys() == {area.area for area in register()}
    assert found["MX-CMX"]["properties"]["code"] == "9"
    for each in found.values():
        about = each["properties"]
        assert shape(each["geometry"]).contains(Point(about["longitude"], about["latitude"]))
    assert client.get("/api/v1/areas.geojson?country=MEX").status_code == 400


def test_rows_lie_on_their_area_and_nowhere_where_none_is_named(client: FlaskClient, shapes: gpd.GeoDataFrame) -> None:
    found = asked(client, "subnational.geojson?span=year")
    placed = [each for each in found if each["properties"]["area"] != "unknown"]
    assert len(placed) > 1000
    points = gpd.GeoSeries([shape(each["geometry"]) for each in placed])
    own = shapes.loc[[each["properties"]["area"] for each in placed]].geometry
    assert shapely.contains(own.to_numpy(), points.to_numpy()).all()
    assert {each["geometry"] for each in found if each["properties"]["area"] == "unknown"} == {None}
    residents = {each["properties"]["area"]: each["geometry"] for each in asked(client, "population.geojson?year=2020")}
    assert shapes.loc["MX-CMX"].geometry.contains(shape(residents["MX-CMX"]))
    assert residents["ARG"] is not None


def test_a_folder_without_areas_has_none(tmp_path: Path) -> None:
    client = create_app(Settings(hand_made.write(tmp_path / "data"))).server.test_client()
    assert asked(client, "areas.geojson") == []
