"""What differs between two releases of one source, both bounds kept as published and never combined."""

from collections.abc import Iterator, Mapping

from data.build.merge import Cell
from data.build.place import Key, ObservationKey
from data.build.release import Release
from data.releases import Printed, change

Record = dict[str, str | int | None]


def revisions(earlier: Release, later: Release) -> Iterator[Record]:
    """One record per cell that was added, removed, changed or disclosed; columns as in revisions.csv."""
    for key in earlier.cells.keys() | later.cells.keys():
        before, after = earlier.cells.get(key), later.cells.get(key)
        kind = change(_printed(before), _printed(after))
        if kind is not None:
            yield {
                "table": "observations" if isinstance(key, ObservationKey) else "flows",
                **_columns(key),
                "release_from": earlier.source,
                "release_to": later.source,
                **_figure(before, "from"),
                **_figure(after, "to"),
                "kind": kind,
            }


def _printed(cell: Cell | None) -> Printed | None:
    return Printed(int(cell.count.low), int(cell.count.high), cell.status) if cell else None


def _columns(key: Key) -> Mapping[str, str | int]:
    empty = {"indicator": "", "measure": "", "partner": "", "sex": "", "age": "", "exploitation": ""}
    return {**empty, **key._asdict()}


def _figure(cell: Cell | None, suffix: str) -> Record:
    return {
        f"low_{suffix}": int(cell.count.low) if cell else None,
        f"high_{suffix}": int(cell.count.high) if cell else None,
        f"status_{suffix}": cell.status if cell else "",
    }
