"""The plan: Ibero-America drawn for itself, as SVG path data on one sheet.

Every frame is a Lambert azimuthal equal-area projection on WGS 84 (Snyder 1987, USGS PP 1395, p. 182) about its own
centre, so areas compare within a frame, and between frames by the square of their scale. The Americas stand as they
are; Iberia with its Atlantic islands and Central America come again in frames at twice that scale.

One unit is a thousandth of the sheet's width. y runs down, as in SVG.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Proj
from shapely import MultiPolygon, Point, Polygon

from data.build.stop import BuildStopped
from data.vocabulary import Country

Dot = tuple[float, float]  # x, y in units
Shape = TypeVar("Shape", Polygon, Point)

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

    def project(self, shape: Shape) -> Shape:
        """The shape from degrees to units."""
        lon, lat = self.centre
        laea = Proj(proj="laea", lat_0=lat, lon_0=lon, ellps="WGS84", units="km")
        x, y = self.at

        def to_units(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
            east, north = laea(degrees[:, 0], degrees[:, 1])
            return np.column_stack([x + east / self.km, y - north / self.km])

        return shapely.transform(shape, to_units)


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


def draw(shapes: Mapping[Country, MultiPolygon], around: MultiPolygon) -> str:
    """The text of `plan.json`: `view`, `frames`, `context`, `countries`, `neighbours`.

    `shapes` and `around` are in degrees (WGS 84), their borders meeting vertex by vertex. All else is in units. Of a
    country, `path` is its shape and `inset_path` the same again, enlarged (of Mexico and Colombia what the frame
    shows); `frame` names the window of its largest piece, `label` is a point inside that piece, `room` the width free
    for a line of text centred there, `marker` [x, y, radius] the target that makes a tiny country easy to hit.
    Beside a narrow country `callout` is the middle of its text and `leader` the ends of the line to it, from `label`.

    Raises BuildStopped where a country falls into no frame.
    """
    parts = [part for shape in (*shapes.values(), around) for part in shape.geoms]
    owners = [country for country, shape in shapes.items() for _ in shape.geoms]
    drawn: dict[Country, dict[str, list[Polygon]]] = {country: {} for country in shapes}
    context = []
    for frame in FRAMES:
        seen = visible(frame, parts)
        for country, pieces in zip(owners, seen, strict=False):
            if pieces:
                drawn[country].setdefault(frame.name, []).extend(pieces)
        if others := list(chain.from_iterable(seen[len(owners) :])):
            context.append({"frame": frame.name, "path": path(others)})
    for country, pieces_by_frame in drawn.items():
        if not pieces_by_frame:
            raise BuildStopped("plan.json", None, country, "falls into no frame of the plan")
    countries = {country: _country(country, pieces) for country, pieces in drawn.items()}
    plan = {
        "view": (0, 0, *VIEW),
        "frames": [{"name": frame.name, "box": frame.box, "scale": MAIN.km / frame.km} for frame in FRAMES[1:]],
        "context": context,
        "countries": countries,
        "neighbours": neighbours({country: entry["label"] for country, entry in countries.items()}),
    }
    return json.dumps(plan, separators=(",", ":")) + "\n"


def visible(frame: Frame, parts: Sequence[Polygon]) -> list[list[Polygon]]:
    """What the frame shows of each part (in degrees), in units, simplified together so that borders stay shared."""
    projected = [frame.project(part) for part in parts]
    near = [number for number, part in enumerate(projected) if part.intersects(frame.window)]
    simple = shapely.coverage_simplify([projected[number] for number in near], TOLERANCE)
    seen: list[list[Polygon]] = [[] for _ in parts]
    for number, clipped in zip(near, shapely.intersection(simple, frame.window), strict=True):
        pieces = shapely.get_parts(clipped).tolist()
        seen[number] = [piece for piece in pieces if isinstance(piece, Polygon) and piece.area >= SMALLEST]
    return seen


def _country(country: Country, drawn: Mapping[str, Sequence[Polygon]]) -> dict[str, Any]:
    """What is written of a country, given its pieces by frame."""
    pieces = [(piece, frame) for frame, pieces in drawn.items() for piece in pieces]
    largest, home = max(pieces, key=lambda found: found[0].area)
    label, room = (LEADERS[country][0], 0.0) if country in LEADERS else place(largest)
    entry: dict[str, Any] = {"frame": home, "label": label, "room": room}
    plain = [piece for piece, frame in pieces if frame == MAIN.name or MAIN.name not in drawn]
    enlarged = [piece for piece, frame in pieces if frame != MAIN.name and MAIN.name in drawn]
    entry["path"] = path(plain)
    if enlarged:
        entry["inset_path"] = path(enlarged)
    if largest.area < TINY:
        entry["marker"] = (*label, TARGET)
    if country in CALLOUTS:
        entry["callout"] = CALLOUTS[country]
    if country in LEADERS:
        entry["leader"] = LEADERS[country]
    return entry


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


def path(polygons: Iterable[Polygon]) -> str:
    """SVG path data to a tenth of a unit: of each ring an absolute `M`, then relative `l`, then `z`."""
    rings = (ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors))
    return "".join(_ring(np.rint(shapely.get_coordinates(ring) * 10).astype(int).tolist()) for ring in rings)


def _ring(tenths: Sequence[tuple[int, int]]) -> str:
    steps = ((to_x - x, to_y - y) for (x, y), (to_x, to_y) in pairwise(tenths[:-1]) if (x, y) != (to_x, to_y))
    return f"M{_numbers(tenths[0])}l{_numbers(chain.from_iterable(steps))}z"


def _numbers(tenths: Iterable[int]) -> str:
    """Decimals as short as SVG allows: no zero before the point, no space before a minus sign."""
    texts = (f"{n / 10:g}" if abs(n) >= 10 else f"{n / 10:g}".replace("0.", ".") for n in tenths)
    return " ".join(texts).replace(" -", "-")


def neighbours(labels: Mapping[Country, tuple[float, float]]) -> dict[Country, dict[str, Country]]:
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


def _within_reach(
    labels: Mapping[Country, tuple[float, float]], country: Country, right: int, down: int
) -> dict[Country, float]:
    """Cost of a walk to every country in that direction."""
    x, y = labels[country]
    costs = {}
    for other, (to_x, to_y) in labels.items():
        ahead = (to_x - x) * right + (to_y - y) * down
        aside = abs((to_x - x) * down) + abs((to_y - y) * right)
        if ahead > 0 and aside <= ASIDE * ahead:
            costs[other] = ahead + 2 * aside
    return costs
