"""One figure in rooms of several widths: what differs in layout, for the browser to choose from (`drawn_graphs.js`).

The server does not know how wide the room of a figure is. So its layout carries, in `meta.rooms`, for each room the
width (pixels) up to which it holds (None: any), its height, and the values that are other than elsewhere.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from components.theme import Figure

NARROW = 560  # pixels: below it, names give way to codes and years are left out
WIDE = 860  # pixels from which on every year has room beside names


def with_rooms(layout: Figure, rooms: Sequence[tuple[int | None, Figure]]) -> Figure:
    """The layout with what it is in each of the `rooms`, from the narrowest to the widest. All layouts have the same
    annotations and shapes in the same order."""
    varying = [(name, found) for name, found in _varying(layout, [each for _, each in rooms]) if name != "height"]
    told = [
        {"until": until, "height": each["height"], "layout": {name: found[place] for name, found in varying}}
        for place, (until, each) in enumerate(rooms)
    ]
    return layout | {"meta": {"rooms": told}}


def _varying(value: Any, others: Sequence[Any], path: str = "") -> Iterator[tuple[str, Sequence[Any]]]:
    """Where others differ from a layout: what each has at the path at which plotly finds it (`xaxis2.domain`,
    `annotations[3].x`)."""
    if all(other == value for other in others):
        return
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _varying(each, [other[name] for other in others], f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for index, each in enumerate(value):
            yield from _varying(each, [other[index] for other in others], f"{path}[{index}]")
    else:
        yield path, others
