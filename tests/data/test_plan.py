"""The plan: true areas, frames that hide nothing, every figure a place, every country a few arrow keys away."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from sheet import drawn, rings
from world import SOUTH_WEST, features, save_features, square

from data.build.boundaries import build
from data.build.plan import LINE, MAIN, draw, neighbours, path, place
from data.build.stop import BuildStopped
from data.dataset import CURATED
from data.vocabulary import Country

GEOD = Geod(ellps="WGS84")
TYPE = 22  # units: size of the figures on a large screen
RATE = 4 * 0.62 * TYPE  # units: width of a rate such as 0,31
OPPOSITE = {"left": "right", "right": "left", "up": "down", "down": "up"}
AHEAD = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}

cells = st.tuples(st.integers(0, 300), st.integers(0, 300))
hulls = st.lists(cells, min_size=3, max_size=9).map(lambda dots: shapely.convex_hull(shapely.MultiPoint(dots)))
bodies = hulls.filter(lambda hull: isinstance(hull, Polygon) and hull.area > 1)


@pytest.fixture(scope="module")
def plan() -> dict[str, Any]:
    return json.loads((CURATED / "plan.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sheet(plan: dict[str, Any]) -> dict[str, dict[str, BaseGeometry]]:
    """Per country what is drawn as `path` and as `inset_path`."""
    return {
        code: {key: drawn(entry[key]) for key in ("path", "inset_path") if key in entry}
        for code, entry in plan["countries"].items()
    }


@pytest.fixture(scope="module")
def square_km() -> dict[str, float]:
    """Geodesic area of each country on the WGS 84 ellipsoid."""
    collection = json.loads((CURATED / "ibero.geojson").read_text(encoding="utf-8"))
    return {
        one["properties"]["country"]: GEOD.geometry_area_perimeter(shape(one["geometry"]))[0] / 1e6
        for one in collection["features"]
    }


def frame(entry: dict[str, Any]) -> BaseGeometry:
    x, y, width, height = entry["box"]
    return shapely.box(x, y, x + width, y + height)


def scales(plan: dict[str, Any]) -> dict[str, float]:
    """Kilometres a unit stands for, by frame."""
    return {"main": MAIN.km} | {entry["name"]: MAIN.km / entry["scale"] for entry in plan["frames"]}


def test_all_22_are_drawn_once_and_central_america_twice(plan: dict[str, Any]) -> None:
    assert list(plan["countries"]) == sorted(Country)
    twice = {code for code, entry in plan["countries"].items() if "inset_path" in entry}
    assert twice == {"COL", "CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"}
    homes = {code: entry["frame"] for code, entry in plan["countries"].items() if entry["frame"] != "main"}
    assert homes == dict.fromkeys(["CRI", "GTM", "HND", "NIC", "PAN", "SLV"], "central_america") | dict.fromkeys(
        ["AND", "ESP", "PRT"], "iberia"
    )


def test_areas_are_true(
    plan: dict[str, Any], sheet: dict[str, dict[str, BaseGeometry]], square_km: dict[str, float]
) -> None:
    """Within 1 %, or what the rounding to a tenth of a unit can take from Andorra, drawn 5 units wide."""
    for code, entry in plan["countries"].items():
        first = scales(plan)["main" if "inset_path" in entry else entry["frame"]]
        seen = sheet[code]["path"].area * first**2
        assert seen == pytest.approx(square_km[code], rel=0.01, abs=1.5 * first**2), code
        if entry["frame"] == "central_america":
            enlarged = sheet[code]["inset_path"].area * scales(plan)["central_america"] ** 2
            assert enlarged == pytest.approx(square_km[code], rel=0.005), code


def test_shapes_do_not_overlap(sheet: dict[str, dict[str, BaseGeometry]]) -> None:
    for (one, shapes), (other, others) in combinations(sheet.items(), 2):
        for key in shapes.keys() & others.keys():
            overlap = shapes[key].intersection(others[key]).area
            assert overlap < 1, (one, other, key)


def test_frames_hide_nothing(plan: dict[str, Any], sheet: dict[str, dict[str, BaseGeometry]]) -> None:
    """Frames lie on the sheet, beside each other, over open sea; what is drawn is on the main map or in a frame."""
    view = shapely.box(*plan["view"])
    frames = [frame(entry) for entry in plan["frames"]]
    assert all(view.contains(box) for box in frames)
    assert all(one.intersection(other).area == 0 for one, other in combinations(frames, 2))
    insets = shapely.union_all(frames)
    land = [drawn(entry["path"]) for entry in plan["context"] if entry["frame"] == "main"]
    land += [
        sheet[code]["path"]
        for code, entry in plan["countries"].items()
        if entry["frame"] == "main" or "inset_path" in entry
    ]
    for ground in land:
        assert ground.intersection(insets).area == 0
        assert ground.within(view)
    for code, entry in plan["countries"].items():
        framed = sheet[code].get("inset_path") or (sheet[code]["path"] if entry["frame"] != "main" else Polygon())
        assert framed.difference(insets.buffer(0.1)).area == 0, code


def test_context_stays_in_its_frame(plan: dict[str, Any]) -> None:
    boxes = {entry["name"]: frame(entry) for entry in plan["frames"]} | {"main": shapely.box(*plan["view"])}
    assert {entry["frame"] for entry in plan["context"]} >= {"main", "iberia", "central_america"}
    for entry in plan["context"]:
        assert drawn(entry["path"]).within(boxes[entry["frame"]].buffer(0.1)), entry["frame"]


def test_the_path_data_are_light(plan: dict[str, Any]) -> None:
    paths = [entry["path"] for entry in (*plan["context"], *plan["countries"].values())]
    paths += [entry["inset_path"] for entry in plan["countries"].values() if "inset_path" in entry]
    assert sum(map(len, paths)) < 45_000


def test_labels_lie_inside(plan: dict[str, Any], sheet: dict[str, dict[str, BaseGeometry]]) -> None:
    for code, entry in plan["countries"].items():
        own = sheet[code].get("inset_path", Polygon()).union(sheet[code]["path"])
        x, y = entry["label"]
        assert own.contains(Point(x, y)), code
        half = entry["room"] / 2
        text = shapely.box(x - half, y - LINE / 2, x + half, y + LINE / 2)
        assert text.area == 0 or text.difference(own).area < 0.02 * text.area, code


def test_every_rate_has_a_place_on_a_large_screen(plan: dict[str, Any]) -> None:
    for code, entry in plan["countries"].items():
        assert entry["room"] >= RATE or "callout" in entry, code


def test_text_beside_a_country_covers_no_country(
    plan: dict[str, Any], sheet: dict[str, dict[str, BaseGeometry]]
) -> None:
    painted = shapely.union_all([area for shapes in sheet.values() for area in shapes.values()])
    edges = shapely.union_all([frame(entry).exterior for entry in plan["frames"]])
    texts = []
    for code, entry in plan["countries"].items():
        if "callout" in entry:
            x, y = entry["callout"]
            text = shapely.box(x - RATE / 2, y - TYPE / 2, x + RATE / 2, y + TYPE / 2)
            assert not text.intersects(painted), code
            assert not text.intersects(edges), code
            texts.append(text)
    assert all(not one.intersects(other) for one, other in combinations(texts, 2))


def test_leaders_run_from_inside_to_their_text(plan: dict[str, Any], sheet: dict[str, dict[str, BaseGeometry]]) -> None:
    for code, entry in plan["countries"].items():
        if "leader" in entry:
            start, end = entry["leader"]
            assert start == entry["label"], code
            others = [area for other, shapes in sheet.items() if other != code for area in shapes.values()]
            assert not LineString([start, end]).intersects(shapely.union_all(others)), code
            assert Point(end).distance(Point(entry["callout"])) < RATE, code
        elif "callout" in entry:
            assert "marker" in entry, code


def test_only_andorra_needs_a_marker_and_it_is_easy_to_hit(plan: dict[str, Any]) -> None:
    markers = {code: entry["marker"] for code, entry in plan["countries"].items() if "marker" in entry}
    assert list(markers) == ["AND"]
    x, y, radius = markers["AND"]
    assert [x, y] == plan["countries"]["AND"]["label"]
    assert 2 * radius * 700 / plan["view"][2] >= 24


def test_every_country_is_reached_from_every_other_by_arrow_keys(plan: dict[str, Any]) -> None:
    walks = plan["neighbours"]
    assert walks.keys() == plan["countries"].keys()
    for start in walks:
        reached, edge = {start}, {start}
        while edge:
            edge = {to for code in edge for to in walks[code].values()} - reached
            reached |= edge
        assert reached == set(walks), start


def test_arrows_lead_where_they_point(plan: dict[str, Any]) -> None:
    assert plan["neighbours"]["ESP"]["left"] == "PRT"
    assert plan["neighbours"]["BOL"]["left"] == "PER"
    assert plan["neighbours"]["CUB"]["left"] == "MEX"
    assert plan["neighbours"]["COL"]["down"] == "PER"
    assert plan["neighbours"]["NIC"]["down"] == "CRI"
    assert plan["neighbours"]["ARG"]["right"] == "URY"


@given(st.lists(cells, min_size=2, max_size=22, unique=True))
def test_a_walk_goes_ahead_and_never_stands_still(dots: list[tuple[int, int]]) -> None:
    labels = dict(zip(Country, dots, strict=False))
    for start, walks in neighbours(labels).items():
        for arrow, to in walks.items():
            right, down = AHEAD[arrow]
            assert (labels[to][0] - labels[start][0]) * right + (labels[to][1] - labels[start][1]) * down > 0


@given(cells, cells)
def test_two_countries_reach_each_other_there_and_back(one: tuple[int, int], other: tuple[int, int]) -> None:
    walks = neighbours({Country.ARG: one, Country.URY: other})
    assert set(walks[Country.ARG]) == {OPPOSITE[arrow] for arrow in walks[Country.URY]}
    assert (walks[Country.ARG] == {}) == (one == other)


def test_a_step_aside_counts_double() -> None:
    labels = {Country.ARG: (0.0, 0.0), Country.BOL: (10.0, 6.0), Country.CHL: (20.0, 0.0), Country.URY: (1.0, 30.0)}
    assert neighbours(labels)[Country.ARG] == {"right": Country.CHL, "down": Country.URY}


def test_path_data_by_hand() -> None:
    house = Polygon([(1, 2), (1, 10.04), (10.5, 10), (10.5, 2)], [[(2, 3), (2.5, 3), (2.5, 3.26)]])
    assert path([house]) == "M1 2l0 8 9.5 0 0-8zM2 3l.5 0 0 .3z"
    assert path([]) == ""


@given(bodies)
def test_path_data_read_back_are_the_rounded_corners(body: Polygon) -> None:
    shrunk = shapely.affinity.scale(body, 0.37, 0.37, origin=(0, 0))
    (ring,) = rings(path([shrunk]))
    corners = list(shrunk.exterior.coords[:-1])
    assert len(ring) == len(corners)
    assert all(
        abs(x - to_x) < 0.06 and abs(y - to_y) < 0.06 for (x, y), (to_x, to_y) in zip(ring, corners, strict=True)
    )


def test_a_label_stands_in_the_middle_of_a_rectangle() -> None:
    assert place(shapely.box(10, 20, 110, 60)) == ((60, 40), 100)


def test_a_label_moves_to_where_a_value_fits() -> None:
    """A square tower, farthest from the outline, on a low and wide hall: the tower holds 40 units, the hall 80."""
    tower_on_hall = shapely.box(0, 0, 40, 40).union(shapely.box(0, 40, 80, 60))
    (x, y), room = place(tower_on_hall)
    assert room == 80
    assert (x, y) == (40, 40 + LINE / 2)  # as near to the tower as a line can be


def test_a_shape_lower_than_a_line_has_no_room() -> None:
    (x, y), room = place(shapely.box(0, 0, 100, LINE - 2))
    assert room == 0
    assert 0 < x < 100
    assert y == pytest.approx((LINE - 2) / 2, abs=0.2)


@given(bodies)
def test_a_line_as_wide_as_the_room_stays_inside(body: Polygon) -> None:
    (x, y), room = place(body)
    text = shapely.box(x - room / 2, y - LINE / 2, x + room / 2, y + LINE / 2)
    assert room == 0 or text.within(body.buffer(0.2))


def test_a_country_in_no_frame_stops_the_drawing() -> None:
    shapes = {Country.ARG: MultiPolygon([shape(square(-30, 60))])}
    with pytest.raises(BuildStopped, match=r"plan\.json: ARG: falls into no frame"):
        draw(shapes, MultiPolygon())


def test_squares_are_drawn_with_their_true_area(tmp_path: Path) -> None:
    save_features(tmp_path, features())
    build(tmp_path, tmp_path)
    made = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    for country, corner in SOUTH_WEST.items():
        true = abs(GEOD.geometry_area_perimeter(shape(square(*corner)))[0]) / 1e6
        entry = made["countries"][country]
        km = scales(made)["main" if "inset_path" in entry else entry["frame"]]
        assert drawn(entry["path"]).area * km**2 == pytest.approx(true, rel=0.02), country
