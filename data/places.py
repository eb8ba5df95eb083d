"""Where things are, read from GeoJSON by geopandas: the shapes of the 22 in WGS 84, and the sheets that maps draw."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import geopandas as gpd
import pandas as pd
import shapely
from shapely.errors import ShapelyError

Dot = tuple[float, float]  # x, y in units of a sheet; y runs down


class Outline(NamedTuple):
    """The rings of shapes as one line: None parts a ring from the next, a hole runs against its shell."""

    xs: tuple[float | None, ...] = ()
    ys: tuple[float | None, ...] = ()


NOWHERE = Outline()


class Window(NamedTuple):
    """A frame of a sheet: x, y, width, height; `of` is the part of the sheet that it enlarges, where that is said."""

    box: tuple[float, float, float, float]
    of: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A country or area on a sheet, in units: its outline as it stands and enlarged, a point inside, the width free for
    a line of text there, and where it is small the radius of a marker. Beside a narrow one `callout` is the middle of
    its text and `leader` the end of the line to it. `neighbours` is where the arrow keys lead."""

    name: str
    outline: Outline
    label: Dot
    room: float
    marker: float | None = None
    callout: Dot | None = None
    leader: Dot | None = None
    neighbours: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> Dot:
        """The middle of its printed figure."""
        return self.callout or self.label


@dataclass(frozen=True)
class Plan:
    """A sheet: its windows, of which the first is the whole, the land around, and shapes by code."""

    windows: tuple[Window, ...] = ()
    land: Outline = NOWHERE
    shapes: Mapping[str, Shape] = field(default_factory=dict)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in units."""
        _, _, width, height = self.windows[0].box
        return width, height


def countries(collection: Mapping[str, Any]) -> gpd.GeoSeries:
    """The shapes (degrees, WGS 84) by ISO 3166-1 alpha-3 code; ValueError where the collection is none."""
    found = _frame(collection, ("country",))
    return gpd.GeoSeries(found.set_index("country").geometry, crs="EPSG:4326")


def areas(collection: Mapping[str, Any]) -> gpd.GeoDataFrame:
    """Country, name, code of the national statistical office and shape (degrees, WGS 84) by ISO 3166-2 code; ValueError
    where the collection is none."""
    return _frame(collection, ("country", "area", "name", "code")).set_index("area").set_crs("EPSG:4326")


def points(shapes: gpd.GeoSeries) -> dict[str, Dot]:
    """Longitude and latitude of a point inside each shape; a centroid may lie outside a bent country, this cannot."""
    return {str(code): (round(at.x, 4), round(at.y, 4)) for code, at in shapes.representative_point().items()}


def plan(collection: Mapping[str, Any]) -> Plan:
    """The sheet of the 22; ValueError where the collection is none."""
    return _plan(_frame(collection, ("part", "country")), "country")


def sheets(collection: Mapping[str, Any]) -> dict[str, Plan]:
    """The sheet of each country that has areas, shapes by area; ValueError where the collection is none."""
    found = _frame(collection, ("part", "country", "area", "name"))
    return {str(country): _plan(rows, "area") for country, rows in found.groupby("country")}


def _frame(collection: Mapping[str, Any], needed: tuple[str, ...]) -> gpd.GeoDataFrame:
    try:
        found = gpd.GeoDataFrame.from_features(collection["features"])
    except (KeyError, TypeError, AttributeError, ValueError, IndexError, ShapelyError) as error:
        raise ValueError(f"not a collection of shapes: {error!r}") from error
    for name in (*needed, "geometry"):
        if name not in found:
            raise ValueError(f"not a collection of shapes: none has {name}")
    return found


def _plan(rows: gpd.GeoDataFrame, key: str) -> Plan:
    """A sheet from the rows of its parts."""
    parts = {str(part): some for part, some in rows.groupby("part")}
    if "window" not in parts or "shape" not in parts:
        raise ValueError("not a sheet: no window, or no shape")
    windows = tuple(_window(row) for row in parts["window"].to_dict("records"))
    insets = dict(parts["inset"].set_index(key).geometry) if "inset" in parts else {}
    land = _outline(*parts["land"].geometry) if "land" in parts else NOWHERE
    try:
        shapes = {
            str(row[key]): _shape(row, str(row.get("name", row[key])), insets.get(row[key]))
            for row in parts["shape"].to_dict("records")
        }
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"not a sheet: {error!r}") from error
    return Plan(windows, land, shapes)


def _window(row: Mapping[str, Any]) -> Window:
    left, top, right, bottom = row["geometry"].bounds
    of = row.get("of")
    return Window((left, top, right - left, bottom - top), tuple(of) if isinstance(of, list) else None)


def _shape(row: Mapping[str, Any], name: str, inset: Any) -> Shape:
    at = {key: tuple(row[key]) if isinstance(row.get(key), list) else None for key in ("label", "callout", "leader")}
    if at["label"] is None:
        raise ValueError(f"{name} has no label")
    outline = _outline(row["geometry"], *([] if inset is None else [inset]))
    marker = row.get("marker")
    walks = row.get("neighbours")
    return Shape(
        name, outline, at["label"], float(row["room"]), None if pd.isna(marker) else float(marker),
        at["callout"], at["leader"], walks if isinstance(walks, dict) else {},
    )  # fmt: skip


def _outline(*shapes: Any) -> Outline:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for polygon in shapely.get_parts(list(shapes)):
        for ring in (polygon.exterior, *polygon.interiors):
            x, y = ring.xy
            xs += [*x, None]
            ys += [*y, None]
    return Outline(tuple(xs[:-1]), tuple(ys[:-1]))
