"""What differs between two releases of one source, both bounds kept as published and never combined."""

from collections.abc import Iterator, Mapping

from data.build.merge import Cell
from data.build.release import Release
from data.model import Key, ObservationKey
from data.releases import Printed, change

Record = dict[str, str | int | None]


def revisions(earlier: Release, later: Release) -> Iterator[Record]:
    """One record per figure that differs; columns as in revisions.csv. What is withheld has no bounds in it."""
    for key in earlier.cells.keys() | later.cells.keys():
        before, after = earlier.cells.get(key), later.cells.get(key)
        kind = change(
            _printed(before), _printed(after), was_withheld=key in earlier.withheld, is_withheld=key in later.withheld
        )
        if kind is not None:
            yield {
                **named(key),
                "release_from": earlier.source,
                "release_to": later.source,
                **_figure(before, "from"),
                **_figure(after, "to"),
                "kind": kind,
            }


def _printed(cell: Cell | None) -> Printed | None:
    return Printed(int(cell.count.low), int(cell.count.high), cell.status) if cell else None


def named(key: Key) -> Mapping[str, str | int]:
    """The table of a figure and the columns that name it there; those that the table lacks are empty."""
    table = "observations" if isinstance(key, ObservationKey) else "flows"
    empty = {"indicator": "", "measure": "", "partner": "", "sex": "", "age": "", "exploitation": ""}
    return {"table": table, **empty, **key._asdict()}


def _figure(cell: Cell | None, suffix: str) -> Record:
    return {
        f"low_{suffix}": int(cell.count.low) if cell else None,
        f"high_{suffix}": int(cell.count.high) if cell else None,
        f"status_{suffix}": cell.status if cell else "",
    }
