"""The plan of areas: every area drawn with its true size, the small ones enlarged, light on the wire."""

import gzip
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from areas import topology
from pyproj import Geod
from shapely import Point
from sheet import Sheet, sheet

from data.build.area_plan import FILE, MARKER, SHEETS, build, draw
from data.build.areas import Area, register
from data.build.stop import BuildStopped
from data.dataset import CURATED
from data.vocabulary import Country

GEOD = Geod(ellps="WGS84")
# Geodesic areas of Natural Earth's shapes (WGS 84), which make the capitals' more or less than the official ones.
SQUARE_KM = {"MX-SON": 179_735, "MX-CMX": 1_356, "MX-TLA": 3_859, "AR-C": 375, "AR-B": 305_987, "AR-Z": 242_402}
WHOLE_IN_FRAME = ("MX-CMX", "MX-TLA", "AR-C")


@pytest.fixture(scope="module")
def plan() -> dict[str, Sheet]:
    return {country: sheet(CURATED / "area_plan.geojson", country) for country in SHEETS}


def shapes(made: Sheet, area: str) -> list[Any]:
    return [made[part][area]["shape"].buffer(0) for part in ("shape", "inset") if area in made[part]]


def test_every_area_of_the_register_is_drawn_on_the_sheet_of_its_country(plan: dict[str, Sheet]) -> None:
    assert {code: len(made["shape"]) for code, made in plan.items()} == {"ARG": 24, "MEX": 32}
    assert {(code, area) for code, made in plan.items() for area in made["shape"]} == {
        (str(area.country), area.area) for area in register()
    }


@pytest.mark.parametrize(("area", "true"), SQUARE_KM.items())
def test_areas_are_true(plan: dict[str, Sheet], area: str, true: float) -> None:
    country = Country.MEX if area.startswith("MX") else Country.ARG
    for frame, shape in zip(SHEETS[country].frames, shapes(plan[country], area), strict=False):
        if frame.name == "main" or area in WHOLE_IN_FRAME:
            assert shape.area * frame.km**2 == pytest.approx(true, rel=0.02), frame.name


@pytest.mark.parametrize("country", ["ARG", "MEX"])
def test_shapes_lie_on_the_sheet_beside_each_other(plan: dict[str, Sheet], country: str) -> None:
    view, *frames = (entry["shape"] for entry in plan[country]["window"].values())
    plain = [shapes(plan[country], area)[0] for area in plan[country]["shape"]]
    assert all(view.contains(frame) for frame in frames)
    assert all(shape.within(view) and not shape.intersects(shapely.union_all(frames)) for shape in plain)
    assert sum(shape.area for shape in plain) - shapely.union_all(plain).area < 2


@pytest.mark.parametrize("country", ["ARG", "MEX"])
def test_labels_lie_inside(plan: dict[str, Sheet], country: str) -> None:
    for area, entry in plan[country]["shape"].items():
        assert any(shape.contains(Point(*entry["label"])) for shape in shapes(plan[country], area)), area


def test_the_two_capitals_are_large_enough_to_be_seen(plan: dict[str, Sheet]) -> None:
    for country, area in (("MEX", "MX-CMX"), ("ARG", "AR-C")):
        enlarged = shapes(plan[country], area)[1]
        assert enlarged.area > 24**2
        assert enlarged.contains(Point(*plan[country]["shape"][area]["label"]))


@pytest.mark.parametrize(("country", "area"), [("MEX", "MX-CMX"), ("ARG", "AR-C")])
def test_a_frame_says_which_part_of_the_whole_it_enlarges(plan: dict[str, Sheet], country: str, area: str) -> None:
    """The same area, plain in `of` and enlarged in its window, at the same place of each, to a hundredth of their
    width."""
    frame = plan[country]["window"]["enlarged"]
    left, top, right, bottom = frame["shape"].bounds
    plain, enlarged = shapes(plan[country], area)
    for axis in (0, 1):
        part, window = (
            (getattr(shape.centroid, "xy"[axis]) - box[axis]) / box[2 + axis]
            for shape, box in ((plain, frame["of"]), (enlarged, (left, top, right - left, bottom - top)))
        )
        assert part == pytest.approx(window, abs=0.02)
    assert frame["of"][2] * frame["scale"] == pytest.approx(right - left, abs=0.5)


def test_the_plan_is_light() -> None:
    assert len(gzip.compress((CURATED / "area_plan.geojson").read_bytes(), mtime=0)) < 40_000


def codes() -> list[str]:
    return [area.adm1_code for area in register() if area.country is Country.ARG]


def test_squares_are_drawn_with_their_true_area_and_twice_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.build.area_plan.SHEETS", {Country.ARG: SHEETS[Country.ARG]})
    monkeypatch.setattr("data.build.area_plan.register", lambda: [a for a in register() if a.area in ("AR-A", "AR-B")])
    topology(tmp_path, ["ARG-1303", "ARG-1295"])
    build(tmp_path, tmp_path)
    first = (tmp_path / "area_plan.geojson").read_bytes()
    build(tmp_path, tmp_path)
    assert (tmp_path / "area_plan.geojson").read_bytes() == first
    made = sheet(tmp_path / "area_plan.geojson", "ARG")["shape"]
    assert {area: entry["name"] for area, entry in made.items()} == {"AR-A": "Salta", "AR-B": "Buenos Aires"}
    true = abs(GEOD.geometry_area_perimeter(shapely.box(-65, -30, -64, -29))[0]) / 1e6
    for entry in made.values():
        assert entry["shape"].area * 3.8**2 == pytest.approx(true, rel=0.02)
    assert made["AR-A"]["shape"].touches(made["AR-B"]["shape"])


def land(area: str, west: float, south: float, side: float) -> gpd.GeoDataFrame:
    square = shapely.box(west, south, west + side, south + side)
    return gpd.GeoDataFrame({"code": [area]}, geometry=[square], crs="EPSG:4326")


def test_an_area_too_small_to_be_seen_has_a_ring() -> None:
    speck = Area("AR-C", Country.ARG, "Speck", "2", "ARG-5493")
    made = list(draw(SHEETS[Country.ARG], [speck], land("AR-C", -65.1, -30.1, 0.1)))
    assert [about["part"] for about, _ in made] == ["window", "window", "shape"]
    assert made[-1][0]["marker"] == MARKER


def test_an_area_that_falls_off_its_sheet_stops_the_drawing() -> None:
    abroad = Area("AR-A", Country.ARG, "Abroad", "66", "ARG-1303")
    with pytest.raises(BuildStopped, match=r"area_plan\.geojson: AR-A: falls off its sheet"):
        list(draw(SHEETS[Country.ARG], [abroad], land("AR-A", -10, 40, 1)))


def test_an_area_without_a_shape_stops_the_build(tmp_path: Path) -> None:
    topology(tmp_path, codes()[1:])
    with pytest.raises(BuildStopped, match=r"adm1_code: (ARG|MEX)-\d+ \(\S+\) is missing"):
        build(tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [("{", "not a file of shapes"), ('{"type": "FeatureCollection", "features": []}', "no shape has it")],
)
def test_a_file_of_another_kind_stops_the_build(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / FILE
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BuildStopped, match=message):
        build(tmp_path, tmp_path)
