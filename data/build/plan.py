"""The plan: Ibero-America drawn for itself, as shapes on one sheet.

Every frame is a Lambert azimuthal equal-area projection on WGS 84 (Snyder 1987, USGS PP 1395, p. 182) about its own
centre, so areas compare within a frame, and between frames by the square of their scale. The Americas stand as they
are; Iberia with its Atlantic islands and Central America come again in frames at twice that scale.

One unit is a thousandth of the sheet's width. y runs down, as on a screen. The file is GeoJSON by its form; its
coordinates are units, not degrees.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely import MultiPolygon, Point, Polygon

from data.build.geometry import Feature, written
from data.build.stop import BuildStopped
from data.package import PLAN
from data.vocabulary import Country

Dot = tuple[float, float]  # x, y in units

VIEW = (1000, 1090)
TOLERANCE = 0.85  # units: under half a pixel on a map 600 pixels wide
SMALLEST = 2.0  # square units: an islet below it would be a speck of one pixel
LINE = 16  # units: height of the figures of a value
ROOMY = 60  # units: any value fits
TARGET = 17.2  # units: radius of a 24 pixel target (WCAG 2.2, 2.5.8) on a map 700 pixels wide
TINY = 12**2  # square units: a shape below it needs a marker to be found


@dataclass(frozen=True)
class Frame:
    """One window of the sheet: `centre` (lon, lat in degrees) falls on the point `at` (units)."""

    name: str
    box: tuple[float, float, float, float]  # x, y, width, height in units
    centre: tuple[float, float]
    at: tuple[float, float]
    km: float  # kilometres a unit stands for

    @property
    def window(self) -> Polygon:
        x, y, width, height = self.box
        return shapely.box(x, y, x + width, y + height)

    def project(self, shapes: gpd.GeoSeries) -> gpd.GeoSeries:
        """The shapes from degrees to units."""
        lon, lat = self.centre
        flat = shapes.to_crs(f"+proj=laea +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=km")
        return flat.affine_transform([1 / self.km, 0, 0, -1 / self.km, *self.at])


MAIN = Frame("main", (0, 0, *VIEW), (-75, -10), (500, 527), 9)
FRAMES = (
    MAIN,
    Frame("iberia", (695, 6, 301, 215), (-2.7, 39.9), (849, 113.5), 4.5),
    Frame("azores", (695, 221, 136, 78), (-28.15, 38.25), (763, 260), 4.5),
    Frame("madeira", (831, 221, 43, 78), (-16.8, 32.85), (852.5, 260), 4.5),
    Frame("canaries", (874, 221, 122, 78), (-15.8, 28.5), (935, 260), 4.5),
    Frame("central_america", (8, 436, 400, 296), (-84.8, 12.5), (208, 584), 4.5),
)

# Beside countries too narrow for a value: the middle of its text, and the line that leads there from inside, in units.
CALLOUTS: dict[Country, Dot] = {
    Country.AND: (926.5, 18),
    Country.CHL: (490, 762),
    Country.CRI: (140, 668),
    Country.CUB: (420, 174),
    Country.DOM: (566, 143),
    Country.ECU: (381, 409),
    Country.PAN: (336, 632),
    Country.PRT: (734, 198),
    Country.SLV: (92, 596),
    Country.URY: (781, 861),
}
LEADERS: dict[Country, tuple[Dot, Dot]] = {
    Country.CHL: ((556, 750), (530, 758)),
    Country.CRI: ((205, 640), (179, 659)),
    Country.CUB: ((446, 142), (433, 161)),
    Country.DOM: ((561, 172), (565, 156)),
    Country.ECU: ((447, 418), (421, 411)),
    Country.PAN: ((336, 668), (336, 645)),
    Country.PRT: ((742, 160), (738, 185)),
    Country.SLV: ((104, 556), (97, 583)),
    Country.URY: ((711, 824), (741, 852)),
}

ASIDE = 1.5  # a walk may lead this much aside for one step ahead
ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def draw(land: gpd.GeoDataFrame) -> str:
    """The text of `plan.geojson`, from `land`: `code` and shape (degrees, WGS 84), borders meeting vertex by vertex;
    what has no code is land around. All else is in units.

    `part` is what a feature is: "window" (a frame of the sheet, `main` first), "land", "shape" (a country as it stands)
    or "inset" (the same again, enlarged; of Mexico and Colombia what the frame shows). Of a country, `frame` names the
    window of its largest piece, `label` is a point inside that piece, `room` the width free for a line of text centred
    there, `marker` the radius of the target that makes a tiny country easy to hit, `neighbours` where the arrow keys
    lead. Beside a narrow country `callout` is the middle of its text and `leader` the end of the line to it.

    Raises BuildStopped where a country falls into no frame.
    """
    seen = pieces(FRAMES, land)
    codes = [code for code in land["code"] if code]
    for code in set(codes) - set(seen["code"]):
        raise BuildStopped(PLAN, None, code, "falls into no frame of the plan")
    homes = {code: _home(seen[seen["code"] == code]) for code in codes}
    labels = {code: _label(code, homes[code]) for code in codes}
    walks = neighbours({code: label for code, (label, _) in labels.items()})
    features: list[Feature] = [*windows(FRAMES)]
    for frame, around in seen[seen["code"] == ""].groupby("frame", sort=False):
        features.append(({"part": "land", "frame": frame}, whole(around)))
    for code in codes:
        home, (label, room) = homes[code], labels[code]
        about = {
            "frame": home["frame"],
            "label": label,
            "room": room,
            "marker": TARGET if home.geometry.area < TINY else None,
            "callout": CALLOUTS.get(code),
            "leader": LEADERS[code][1] if code in LEADERS else None,
            "neighbours": walks[code],
        }
        features += drawn({"country": code}, about, seen[seen["code"] == code])
    return written(features)


def pieces(frames: Sequence[Frame], land: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """What each frame shows of the land (degrees), piece by piece, in units: `code`, `frame`, shape. Simplified
    together, so that borders stay shared."""
    parts = land.explode(ignore_index=True)
    found = []
    for frame in frames:
        there = parts.set_geometry(frame.project(parts.geometry)).assign(frame=frame.name)
        near = there[there.intersects(frame.window)]
        clipped = near.set_geometry(near.geometry.simplify_coverage(TOLERANCE).intersection(frame.window))
        seen = clipped.explode(ignore_index=True)
        found.append(seen[(seen.geom_type == "Polygon") & (seen.area >= SMALLEST)].set_crs(None, allow_override=True))
    return pd.concat(found, ignore_index=True)


def windows(frames: Sequence[Frame]) -> Iterator[Feature]:
    """The frames as features; `scale` is how much each enlarges."""
    for frame in frames:
        yield {"part": "window", "frame": frame.name, "scale": round(frames[0].km / frame.km, 3)}, frame.window


def drawn(named: Mapping[str, Any], about: Mapping[str, Any], seen: gpd.GeoDataFrame) -> Iterator[Feature]:
    """A country as it stands with all that is known of it, and once more where a frame enlarges it."""
    main = seen["frame"] == MAIN.name
    plain, enlarged = (seen[main], seen[~main]) if main.any() else (seen, seen[:0])
    yield {"part": "shape", **named, **about}, whole(plain)
    if len(enlarged):
        yield {"part": "inset", **named}, whole(enlarged)


def whole(seen: gpd.GeoDataFrame) -> MultiPolygon:
    """Pieces as one shape, rounded to a tenth of a unit; a hole runs against its shell."""
    rounded = seen.geometry.transform(lambda units: np.round(units, 1) + 0.0).remove_repeated_points()
    return MultiPolygon(rounded.orient_polygons().tolist())


def _home(seen: gpd.GeoDataFrame) -> Any:
    """The largest piece, as a row."""
    return seen.iloc[int(seen.area.to_numpy().argmax())]


def _label(code: str, home: Any) -> tuple[Dot, float]:
    return (LEADERS[Country(code)][0], 0.0) if code in LEADERS else place(home.geometry)


def place(shape: Polygon) -> tuple[tuple[float, float], float]:
    """Where a label goes, and the width free for a line of text centred there, in units.

    As near as can be to the height of the shape's pole (the point farthest from its outline) where any value fits, or
    nearly as much as fits at all: a value is wider than high. Without room for any line: the pole itself.
    """
    pole = Point(shapely.maximum_inscribed_circle(shape, 0.1).coords[0])
    _, top, _, bottom = shape.bounds
    rows = [_widest_line(shape, y) for y in (pole.y, *np.arange(np.ceil(top), bottom).tolist())]
    enough = min(ROOMY, 0.9 * max(room for _, room in rows))
    (x, y), room = min((row for row in rows if row[1] >= enough), key=lambda row: abs(row[0][1] - pole.y))
    if room == 0:
        x, y = pole.x, pole.y
    return (round(x, 1), round(y, 1)), round(room, 1)


def _widest_line(shape: Polygon, y: float) -> tuple[tuple[float, float], float]:
    """Middle and width of the widest line of text about `y` that nothing reaches into; width 0 where none is free."""
    left, _, right, _ = shape.bounds
    row = shapely.box(left - 1, y - LINE / 2, right + 1, y + LINE / 2)
    taken = sorted((part.bounds[0], part.bounds[2]) for part in shapely.get_parts(row.difference(shape)))
    best, edge = ((left, y), 0.0), left
    for start, end in taken:
        if start - edge > best[1]:
            best = ((edge + start) / 2, y), start - edge
        edge = max(edge, end)
    return best


def neighbours(labels: Mapping[str, Dot]) -> dict[str, dict[str, str]]:
    """For each country and arrow key the next country on the sheet; a key that leads nowhere is left out.

    The nearest label in the arrow's direction; a step aside counts double, so that a walk keeps its line.
    """
    return {
        country: {
            arrow: min(reach, key=lambda other: reach[other])
            for arrow, (right, down) in ARROWS.items()
            if (reach := _within_reach(labels, country, right, down))
        }
        for country in labels
    }


def _within_reach(labels: Mapping[str, Dot], country: str, right: int, down: int) -> dict[str, float]:
    """Cost of a walk to every country in that direction."""
    x, y = labels[country]
    costs = {}
    for other, (to_x, to_y) in labels.items():
        ahead = (to_x - x) * right + (to_y - y) * down
        aside = abs((to_x - x) * down) + abs((to_y - y) * right)
        if ahead > 0 and aside <= ASIDE * ahead:
            costs[other] = ahead + 2 * aside
    return costs
