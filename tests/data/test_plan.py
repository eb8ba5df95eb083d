"""The plan: true areas, frames that hide nothing, every figure a place, every country a few arrow keys away."""

import gzip
import json
from itertools import combinations
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely import LineString, Point, Polygon
from shapely.geometry import shape
from sheet import Sheet, sheet
from world import SOUTH_WEST, features, save_features, square

from data.build.boundaries import build
from data.build.plan import LINE, MAIN, draw, neighbours, place
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
def plan() -> Sheet:
    return sheet(CURATED / "plan.geojson")


@pytest.fixture(scope="module")
def square_km() -> dict[str, float]:
    """Geodesic area of each country on the WGS 84 ellipsoid."""
    collection = json.loads((CURATED / "ibero.geojson").read_text(encoding="utf-8"))
    return {
        one["properties"]["country"]: GEOD.geometry_area_perimeter(shape(one["geometry"]))[0] / 1e6
        for one in collection["features"]
    }


def km(plan: Sheet, frame: str) -> float:
    """Kilometres a unit stands for."""
    return float(MAIN.km / plan["window"][frame]["scale"])


def home(plan: Sheet, code: str) -> str:
    """The frame in which a country stands as it is."""
    return "main" if code in plan["inset"] else str(plan["shape"][code]["frame"])


def test_all_22_are_drawn_once_and_central_america_twice(plan: Sheet) -> None:
    assert list(plan["shape"]) == sorted(Country)
    assert set(plan["inset"]) == {"COL", "CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"}
    homes = {code: entry["frame"] for code, entry in plan["shape"].items() if entry["frame"] != "main"}
    assert homes == dict.fromkeys(["CRI", "GTM", "HND", "NIC", "PAN", "SLV"], "central_america") | dict.fromkeys(
        ["AND", "ESP", "PRT"], "iberia"
    )


def test_areas_are_true(plan: Sheet, square_km: dict[str, float]) -> None:
    """Within 1 %, or what the rounding to a tenth of a unit can take from Andorra, drawn 5 units wide."""
    for code, entry in plan["shape"].items():
        unit = km(plan, home(plan, code)) ** 2
        assert entry["shape"].area * unit == pytest.approx(square_km[code], rel=0.01, abs=1.5 * unit), code
        if entry["frame"] == "central_america":
            enlarged = plan["inset"][code]["shape"].area * km(plan, "central_america") ** 2
            assert enlarged == pytest.approx(square_km[code], rel=0.005), code


def test_shapes_do_not_overlap(plan: Sheet) -> None:
    for part in ("shape", "inset"):
        for (one, first), (other, second) in combinations(plan[part].items(), 2):
            assert first["shape"].buffer(0).intersection(second["shape"].buffer(0)).area < 1, (part, one, other)


def test_frames_hide_nothing(plan: Sheet) -> None:
    """Frames lie on the sheet, beside each other, over open sea; what is drawn is on the main map or in a frame."""
    view, *frames = (entry["shape"] for entry in plan["window"].values())
    assert view.bounds == (0, 0, 1000, 1090)
    assert all(view.contains(box) for box in frames)
    assert all(one.intersection(other).area == 0 for one, other in combinations(frames, 2))
    insets = shapely.union_all(frames)
    land = [plan["land"]["main"]["shape"]]
    land += [entry["shape"] for code, entry in plan["shape"].items() if home(plan, code) == "main"]
    for ground in land:
        assert ground.buffer(0).intersection(insets).area == 0
        assert ground.within(view)
    framed = [*plan["inset"].values(), *(entry for code, entry in plan["shape"].items() if home(plan, code) != "main")]
    for entry in framed:
        assert entry["shape"].buffer(0).difference(insets.buffer(0.1)).area == 0, entry["country"]


def test_context_stays_in_its_frame(plan: Sheet) -> None:
    assert set(plan["land"]) >= {"main", "iberia", "central_america"}
    for name, entry in plan["land"].items():
        assert entry["shape"].within(plan["window"][name]["shape"].buffer(0.1)), name


def test_holes_run_against_their_shells(plan: Sheet) -> None:
    """Which is what makes them holes where paths are filled by the nonzero rule."""
    parts = [part for entry in plan["shape"].values() for part in shapely.get_parts(entry["shape"])]
    assert all(part.exterior.is_ccw for part in parts)
    assert not any(hole.is_ccw for part in parts for hole in part.interiors)


def test_the_plan_is_light() -> None:
    assert len(gzip.compress((CURATED / "plan.geojson").read_bytes(), mtime=0)) < 35_000


def test_labels_lie_inside(plan: Sheet) -> None:
    for code, entry in plan["shape"].items():
        own = entry["shape"].buffer(0)
        if code in plan["inset"]:
            own = own.union(plan["inset"][code]["shape"].buffer(0))
        x, y = entry["label"]
        assert own.contains(Point(x, y)), code
        half = entry["room"] / 2
        text = shapely.box(x - half, y - LINE / 2, x + half, y + LINE / 2)
        assert text.area == 0 or text.difference(own).area < 0.02 * text.area, code


def test_every_rate_has_a_place_on_a_large_screen(plan: Sheet) -> None:
    for code, entry in plan["shape"].items():
        assert entry["room"] >= RATE or "callout" in entry, code


def test_text_beside_a_country_covers_no_country(plan: Sheet) -> None:
    painted = shapely.union_all(
        [entry["shape"].buffer(0) for part in ("shape", "inset") for entry in plan[part].values()]
    )
    edges = shapely.union_all([entry["shape"].exterior for entry in plan["window"].values()])
    texts = []
    for code, entry in plan["shape"].items():
        if "callout" in entry:
            x, y = entry["callout"]
            text = shapely.box(x - RATE / 2, y - TYPE / 2, x + RATE / 2, y + TYPE / 2)
            assert not text.intersects(painted), code
            assert not text.intersects(edges), code
            texts.append(text)
    assert all(not one.intersects(other) for one, other in combinations(texts, 2))


def test_leaders_run_from_inside_to_their_text(plan: Sheet) -> None:
    for code, entry in plan["shape"].items():
        if "leader" in entry:
            others = [other["shape"] for part in ("shape", "inset") for key, other in plan[part].items() if key != code]
            line = LineString([entry["label"], entry["leader"]])
            assert not any(line.intersects(other) for other in others), code
            assert Point(entry["leader"]).distance(Point(entry["callout"])) < RATE, code
        elif "callout" in entry:
            assert "marker" in entry, code


def test_only_andorra_needs_a_marker_and_it_is_easy_to_hit(plan: Sheet) -> None:
    markers = {code: entry["marker"] for code, entry in plan["shape"].items() if "marker" in entry}
    assert list(markers) == ["AND"]
    assert 2 * markers["AND"] * 700 / 1000 >= 24


def test_every_country_is_reached_from_every_other_by_arrow_keys(plan: Sheet) -> None:
    walks = {code: entry["neighbours"] for code, entry in plan["shape"].items()}
    for start in walks:
        reached, edge = {start}, {start}
        while edge:
            edge = {to for code in edge for to in walks[code].values()} - reached
            reached |= edge
        assert reached == set(walks), start


def test_arrows_lead_where_they_point(plan: Sheet) -> None:
    walks = {code: entry["neighbours"] for code, entry in plan["shape"].items()}
    assert walks["ESP"]["left"] == "PRT"
    assert walks["BOL"]["left"] == "PER"
    assert walks["CUB"]["left"] == "MEX"
    assert walks["COL"]["down"] == "PER"
    assert walks["NIC"]["down"] == "CRI"
    assert walks["ARG"]["right"] == "URY"


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
    land = gpd.GeoDataFrame({"code": ["ARG"]}, geometry=[shape(square(-30, 60))], crs="EPSG:4326")
    with pytest.raises(BuildStopped, match=r"plan\.geojson: ARG: falls into no frame"):
        draw(land)


def test_squares_are_drawn_with_their_true_area(tmp_path: Path) -> None:
    save_features(tmp_path, features())
    build(tmp_path, tmp_path)
    made = sheet(tmp_path / "plan.geojson")
    for country, corner in SOUTH_WEST.items():
        true = abs(GEOD.geometry_area_perimeter(shape(square(*corner)))[0]) / 1e6
        seen = made["shape"][country]["shape"].area * km(made, home(made, country)) ** 2
        assert seen == pytest.approx(true, rel=0.02), country
