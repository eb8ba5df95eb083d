"""The plan of areas: each country that has counts by state or province, on a sheet of its own -> areas.json.

Source: Natural Earth 1:10m, Admin 1 states and provinces, public domain, as TopoJSON in which neighbours share their
arcs. Projection, units and path data are those of `plan`; where areas are too small to be seen, a frame of the sheet
repeats them enlarged.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import shapely
from shapely import MultiPolygon, Polygon

from data.build.areas import Area, register
from data.build.plan import TINY, Frame, path, place, visible
from data.build.stop import BuildStopped
from data.package import AREAS
from data.vocabulary import Country

FILE = Path("boundaries", "ne_10m_admin1_22paises_simpl001.topojson")
MARKER = 15  # units: radius of the ring about an area that is too small to be seen
MAIN, ENLARGED = "main", "enlarged"
WHOLE = 0.97  # of its area on the sheet: the two differ by what simplification takes


@dataclass(frozen=True)
class Sheet:
    """A country's drawing: its size in units, the frame of the whole, and the frame of what is enlarged."""

    size: tuple[int, int]
    frames: tuple[Frame, ...]


SHEETS = {
    Country.MEX: Sheet(
        (1000, 640),
        (
            Frame(MAIN, (0, 0, 1000, 640), (-102.5, 23.6), (500, 325), 3.3),
            Frame(ENLARGED, (690, 8, 302, 250), (-99.1, 19.4), (841, 133), 1.1),
        ),
    ),
    Country.ARG: Sheet(
        (560, 1000),
        (
            Frame(MAIN, (0, 0, 560, 1000), (-63.5, -39), (196, 512), 3.8),
            Frame(ENLARGED, (338, 600, 212, 176), (-58.6, -34.7), (444, 688), 0.5),
        ),
    ),
}


def build(raw: Path, out: Path) -> None:
    """Write areas.json into `out`, the same bytes every time; BuildStopped where an area of areas.csv has no shape or
    falls off its sheet, or the file is not the TopoJSON that is expected."""
    shapes = _shapes(raw / FILE)
    drawn = {}
    for country, sheet in SHEETS.items():
        areas = [area for area in register() if area.country is country]
        for area in areas:
            if area.adm1_code not in shapes:
                raise BuildStopped(FILE.name, None, "adm1_code", f"{area.adm1_code} ({area.area}) is missing")
        drawn[country] = draw(sheet, areas, [shapes[area.adm1_code] for area in areas])
    text = json.dumps({"countries": drawn}, ensure_ascii=False, separators=(",", ":"))
    (out / AREAS).write_text(text + "\n", encoding="utf-8", newline="\n")


def draw(sheet: Sheet, areas: Sequence[Area], shapes: Sequence[MultiPolygon]) -> dict[str, Any]:
    """The plan of one country: `view`, `frames` and `areas`, all in units; `shapes` are degrees (WGS 84). A frame has
    its `box`, and in `of` the box of what it enlarges.

    Of an area, `path` is its shape and `inset_path` the same enlarged (what the frame shows of it); `label` is a point
    inside its largest piece, `room` the width free for a line of text there, `marker` [x, y, radius] a ring about an
    area that can hardly be seen. Raises BuildStopped where an area falls off the sheet.
    """
    parts = [part for shape in shapes for part in shape.geoms]
    owners = [area for area, shape in zip(areas, shapes, strict=True) for _ in shape.geoms]
    pieces: dict[str, dict[str, list[Polygon]]] = {area.area: {} for area in areas}
    for frame in sheet.frames:
        for owner, seen in zip(owners, visible(frame, parts), strict=True):
            if seen:
                pieces[owner.area].setdefault(frame.name, []).extend(seen)
    for area in areas:
        if not pieces[area.area]:
            raise BuildStopped(AREAS, None, area.area, "falls off its sheet")
    main, *frames = sheet.frames
    return {
        "view": (0, 0, *sheet.size),
        "frames": [
            {"name": frame.name, "box": frame.box, "scale": round(main.km / frame.km, 3), "of": _of(main, frame)}
            for frame in frames
        ],
        "areas": {area.area: {"name": area.name, **_entry(pieces[area.area], sheet)} for area in areas},
    }


def _of(main: Frame, frame: Frame) -> tuple[float, float, float, float]:
    """The part of the whole that a frame enlarges: x, y, width, height, as near as two projections agree."""
    centre = main.project(shapely.Point(*frame.centre))
    _, _, width, height = (side * frame.km / main.km for side in frame.box)
    return round(centre.x - width / 2, 1), round(centre.y - height / 2, 1), round(width, 1), round(height, 1)


def _entry(pieces: Mapping[str, Sequence[Polygon]], sheet: Sheet) -> dict[str, Any]:
    plain, enlarged = pieces.get(MAIN, ()), pieces.get(ENLARGED, ())
    largest = max(enlarged if _is_whole(plain, enlarged, sheet) else plain, key=lambda piece: piece.area)
    label, room = place(largest)
    entry: dict[str, Any] = {"label": label, "room": room, "path": path(plain)}
    if enlarged:
        entry["inset_path"] = path(enlarged)
    if largest.area < TINY:
        entry["marker"] = (*label, MARKER)
    return entry


def _is_whole(plain: Sequence[Polygon], enlarged: Sequence[Polygon], sheet: Sheet) -> bool:
    """Whether the enlarged frame shows all of an area, so that its figure has the most room there."""
    if not plain or not enlarged:
        return bool(enlarged)
    km = {frame.name: frame.km for frame in sheet.frames}
    seen, there = (sum(piece.area for piece in pieces) for pieces in (enlarged, plain))
    return seen * km[ENLARGED] ** 2 >= WHOLE * there * km[MAIN] ** 2


def _shapes(file: Path) -> dict[str, MultiPolygon]:
    """The polygons of every area by `adm1_code`, their arcs decoded (TopoJSON specification 1.0, 2.1.4)."""
    try:
        topology = json.loads(file.read_text(encoding="utf-8"))
        scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
        arcs = [_arc(arc, scale, shift) for arc in topology["arcs"]]
        (collection,) = topology["objects"].values()
        return {entry["properties"]["adm1_code"]: _polygons(entry, arcs) for entry in collection["geometries"]}
    except json.JSONDecodeError as error:
        raise BuildStopped(file.name, error.lineno, None, f"not JSON: {error.msg}") from error
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise BuildStopped(file.name, None, None, f"not a quantised TopoJSON of polygons: {error!r}") from error


Ring = list[tuple[float, float]]


def _arc(steps: Sequence[Sequence[int]], scale: Sequence[float], shift: Sequence[float]) -> Ring:
    xs, ys = accumulate(step[0] for step in steps), accumulate(step[1] for step in steps)
    return [(x * scale[0] + shift[0], y * scale[1] + shift[1]) for x, y in zip(xs, ys, strict=True)]


def _polygons(entry: Mapping[str, Any], arcs: Sequence[Ring]) -> MultiPolygon:
    polygons = {"Polygon": lambda found: [found], "MultiPolygon": list}[entry["type"]](entry["arcs"])
    made = []
    for exterior, *holes in polygons:
        polygon = Polygon(_ring(exterior, arcs), [_ring(hole, arcs) for hole in holes])
        made += shapely.get_parts(polygon if polygon.is_valid else shapely.make_valid(polygon)).tolist()
    return MultiPolygon([part for part in made if isinstance(part, Polygon)])


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs one after another, each without the point that the next begins with; `~n` is arc n run backwards."""
    found = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return [point for arc in found for point in arc[:-1]] + [found[0][0]]
