"""What differs between two releases of one source, both bounds kept as published and never combined."""

from collections.abc import Iterator, Mapping

from data.build.merge import Cell
from data.build.place import Key, ObservationKey
from data.build.release import Release
from data.vocabulary import Change, Status

Record = dict[str, str | int | None]


def revisions(earlier: Release, later: Release) -> Iterator[Record]:
    """One record per cell that was added, removed, changed or disclosed; columns as in revisions.csv."""
    for key in earlier.cells.keys() | later.cells.keys():
        before, after = earlier.cells.get(key), later.cells.get(key)
        kind = change(before, after)
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


def change(before: Cell | None, after: Cell | None) -> Change | None:
    """How a cell differs between two releases; None where it does not."""
    if before is None or after is None:
        return Change.ADDED if after else Change.REMOVED if before else None
    if before.count == after.count:
        return None
    within = before.count.low <= after.count.low <= before.count.high
    if before.status is Status.SUPPRESSED and after.status is Status.EXACT and within:
        return Change.DISCLOSED
    return Change.CHANGED


def _columns(key: Key) -> Mapping[str, str | int]:
    empty = {"indicator": "", "measure": "", "partner": "", "sex": "", "age": "", "exploitation": ""}
    return {**empty, **key._asdict()}


def _figure(cell: Cell | None, suffix: str) -> Record:
    return {
        f"low_{suffix}": int(cell.count.low) if cell else None,
        f"high_{suffix}": int(cell.count.high) if cell else None,
        f"status_{suffix}": cell.status if cell else "",
    }
