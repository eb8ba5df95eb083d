"""One figure in rooms of several widths: what differs in its layout, for the browser to choose from (assets/graphs.js).

The server does not know how wide the room of a figure is. So its layout carries, in `meta.rooms`, for each room the
width (pixels) up to which it holds (None: any), its height, and the values that are other than elsewhere.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from components.theme import Figure

NARROW = 560  # pixels: below it, names give way to codes and years are left out


def with_rooms(layout: Figure, rooms: Sequence[tuple[int | None, Figure]]) -> Figure:
    """The layout with what it is in each of the `rooms`, from the narrowest to the widest. All layouts have the same
    annotations and shapes in the same order."""
    leaves = [dict(_leaves(each)) for each in (layout, *(other for _, other in rooms))]
    first, *others = leaves
    varying = [name for name in first if any(other[name] != first[name] for other in others)]
    varying = [name for name in varying if name != "height"]
    told = [
        {"until": until, "height": other["height"], "layout": {name: leaf[name] for name in varying}}
        for (until, other), leaf in zip(rooms, others, strict=True)
    ]
    return layout | {"meta": {"rooms": told}}


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Each value of a layout by the path at which plotly finds it: `xaxis2.domain`, `annotations[3].x`."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for index, each in enumerate(value):
            yield from _leaves(each, f"{path}[{index}]")
    else:
        yield path, value
