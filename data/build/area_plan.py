"""Natural Earth's states of Mexico and provinces of Argentina -> `area_plan.geojson`, a sheet for each country.

Source: Natural Earth 1:10m, Admin 1 states and provinces, public domain, as TopoJSON in which neighbours share their
arcs. Projection, units and features are those of `plan`; where areas are too small to be seen, a frame of the sheet
repeats them enlarged. Every feature names its `country`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd

from data.build.areas import Area, register
from data.build.geometry import Feature, read, written
from data.build.plan import MAIN as WHOLE_SHEET
from data.build.plan import TINY, Frame, drawn, pieces, place, windows
from data.build.stop import BuildStopped
from data.package import AREA_PLAN
from data.vocabulary import Country

FILE = Path("boundaries", "ne_10m_admin1_22paises_simpl001.topojson")
CODE = "adm1_code"
MARKER = 15  # units: radius of the ring about an area that is too small to be seen
MAIN, ENLARGED = WHOLE_SHEET.name, "enlarged"
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
    """Write area_plan.geojson into `out`, the same bytes every time; BuildStopped where an area of areas.csv has no
    shape or falls off its sheet, or the file is not one of polygons."""
    shapes = read(raw / FILE, CODE)
    shapes["geometry"] = shapes.make_valid()
    features: list[Feature] = []
    for country, sheet in SHEETS.items():
        areas = [area for area in register() if area.country is country]
        for area in areas:
            if area.adm1_code not in set(shapes[CODE]):
                raise BuildStopped(FILE.name, None, CODE, f"{area.adm1_code} ({area.area}) is missing")
        land = shapes.set_index(CODE).loc[[area.adm1_code for area in areas]]
        features += draw(sheet, areas, land.assign(code=[area.area for area in areas]))
    (out / AREA_PLAN).write_text(written(features), encoding="utf-8", newline="\n")


def draw(sheet: Sheet, areas: Sequence[Area], land: gpd.GeoDataFrame) -> Iterator[Feature]:
    """The features of one country, all in units; `land` are `code` and shape (degrees, WGS 84). A window that enlarges
    has in `of` the box of what it enlarges.

    Of an area, `label` is a point inside its largest piece, `room` the width free for a line of text there, `marker`
    the radius of a ring about an area that can hardly be seen. Raises BuildStopped where an area falls off the sheet.
    """
    seen = pieces(sheet.frames, land[["code", "geometry"]])
    main = sheet.frames[0]
    for (about, box), frame in zip(windows(sheet.frames), sheet.frames, strict=True):
        yield {**about, "country": areas[0].country, "of": None if frame is main else _of(main, frame)}, box
    for area in areas:
        mine = seen[seen["code"] == area.area]
        if mine.empty:
            raise BuildStopped(AREA_PLAN, None, area.area, "falls off its sheet")
        named = {"country": area.country, "area": area.area, "name": area.name}
        yield from drawn(named, _about(mine, sheet), mine)


def _of(main: Frame, frame: Frame) -> tuple[float, float, float, float]:
    """The part of the whole that a frame enlarges: x, y, width, height, as near as two projections agree."""
    centre = main.project(gpd.GeoSeries.from_xy([frame.centre[0]], [frame.centre[1]], crs="EPSG:4326")).iloc[0]
    _, _, width, height = (side * frame.km / main.km for side in frame.box)
    return round(centre.x - width / 2, 1), round(centre.y - height / 2, 1), round(width, 1), round(height, 1)


def _about(mine: gpd.GeoDataFrame, sheet: Sheet) -> dict[str, Any]:
    plain, enlarged = (mine[mine["frame"] == name] for name in (MAIN, ENLARGED))
    shown = enlarged if _is_whole(plain, enlarged, sheet) else plain
    largest = max(shown.geometry, key=lambda piece: piece.area)
    label, room = place(largest)
    return {"label": label, "room": room, "marker": MARKER if largest.area < TINY else None}


def _is_whole(plain: gpd.GeoDataFrame, enlarged: gpd.GeoDataFrame, sheet: Sheet) -> bool:
    """Whether the enlarged frame shows all of an area, so that its figure has the most room there."""
    if plain.empty or enlarged.empty:
        return not enlarged.empty
    km = {frame.name: frame.km for frame in sheet.frames}
    seen, there = (float(pieces.area.sum()) for pieces in (enlarged, plain))
    return seen * km[ENLARGED] ** 2 >= WHOLE * there * km[MAIN] ** 2
