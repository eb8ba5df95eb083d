"""What changed between two curated folders, cell by cell."""

from collections.abc import Iterator
from pathlib import Path

from data import schema
from data.schema import TABLES, Table

Row = dict[str, str]


def diff(before: Path, after: Path) -> Iterator[str]:
    """Lines for people: for each table that differs, how many rows were added (+), removed (-) and changed (~), then
    the rows, in the order of their keys. Both folders must have passed `check_folder`; a table that one of them lacks
    counts as empty."""
    for table in TABLES.values():
        old, new = _rows(before, table), _rows(after, table)
        added, removed = sorted(new.keys() - old.keys()), sorted(old.keys() - new.keys())
        changed = sorted(key for key in old.keys() & new.keys() if old[key] != new[key])
        if not (added or removed or changed):
            continue
        yield f"{table.path}: {len(added)} added, {len(removed)} removed, {len(changed)} changed"
        for mark, keys, rows in (("+", added, new), ("-", removed, old)):
            yield from (f"  {mark} {_name(key)}: {_values(table, rows[key])}" for key in keys)
        yield from (f"  ~ {_name(key)}: {_changes(old[key], new[key])}" for key in changed)


def _rows(folder: Path, table: Table) -> dict[tuple[str, ...], Row]:
    path = folder / table.path
    if not path.exists():
        return {}
    rows = schema.records(path)
    return {tuple(row[name] for name in table.key): row for row in rows}


def _name(key: tuple[str, ...]) -> str:
    return " ".join(part for part in key if part)


def _values(table: Table, row: Row) -> str:
    return ", ".join(f"{name} {text}" for name, text in row.items() if text and name not in table.key)


def _changes(old: Row, new: Row) -> str:
    return ", ".join(
        f"{name} {old[name] or '(none)'} -> {new[name] or '(none)'}" for name in old if old[name] != new[name]
    )
