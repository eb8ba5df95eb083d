"""With whom a country is compared first: those of the 22 that share a land border, or the nearest across the sea."""

from typing import TYPE_CHECKING, NamedTuple

from data.once import once
from data.queries.compare import MOST
from data.vocabulary import Country

if TYPE_CHECKING:
    from geopandas import GeoSeries

    from data.dataset import Dataset

EQUAL_AREA = "EPSG:6933"  # metres; true enough within one continent to order borders and distances
NEAREST = 3  # across the sea


class Neighbours(NamedTuple):
    """Countries in the order of their codes. `is_land` where they share a border; `left_out` is how many more do, with
    shorter ones: a comparison has room for six countries."""

    countries: tuple[Country, ...] = ()
    is_land: bool = True
    left_out: int = 0


@once
def neighbours(dataset: "Dataset", country: Country) -> Neighbours:
    """The neighbours of a country by the shapes of the data set, which share their borders vertex by vertex; nobody
    where it has no shapes. Boundaries are those of the source of the shapes."""
    if country not in dataset.shapes.index:
        return Neighbours()
    shapes = _in_metres(dataset)
    mine, others = shapes[country], shapes.drop(country)
    borders = others.boundary.intersection(mine.boundary).length
    shared = borders[borders > 0].sort_values(ascending=False)
    found = others.distance(mine).sort_values().index[:NEAREST] if shared.empty else shared.index[: MOST - 1]
    return Neighbours(tuple(sorted(map(Country, found))), not shared.empty, max(0, len(shared) - len(found)))


@once
def _in_metres(dataset: "Dataset") -> "GeoSeries":
    """The shapes in the plane, once for all who ask for their neighbours."""
    return dataset.shapes.to_crs(EQUAL_AREA)
