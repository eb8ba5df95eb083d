"""Who has built on a table may go on: no table, column or code is renamed or removed, none changes its type, and what
is added since the list (contract.json) was made is named in the changelog."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.schema import SHOWN

ROOT = Path(__file__).parents[2]
PROMISED: dict[str, Any] = json.loads(Path(__file__).with_name("contract.json").read_text(encoding="utf-8"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
CURRENT = CHANGELOG.split("\n## [")[1]  # the section above every other
Shape = dict[str, dict[str, dict[str, Any]]]


def shape() -> Shape:
    """Each table's columns with type and codes; `python tests/data/test_contract.py` writes it as the new promise."""
    return {
        table.name: {
            field.name: {"type": field.type, "codes": sorted(field.enum)} if field.enum else {"type": field.type}
            for field in table.fields
        }
        for table in SHOWN.values()
    }


def broken(promised: Shape, kept: Shape) -> Iterator[str]:
    """What was promised and is not kept."""
    for table, columns in promised.items():
        for column, about in columns.items():
            now = kept.get(table, {}).get(column)
            if now is None:
                yield f"{table}.{column} is gone"
            elif now["type"] != about["type"]:
                yield f"{table}.{column} was {about['type']}"
            else:
                yield from (f"{table}.{column}={code} is gone" for code in about.get("codes", []) if _lost(now, code))


def _lost(now: dict[str, Any], code: str) -> bool:
    """Whether a code may no longer come; where a column has no list of codes any more, any may."""
    return "codes" in now and code not in now["codes"]


def added(promised: Shape, kept: Shape) -> Iterator[str]:
    """The names of what nobody was promised: a new table tells for its columns, a new column for its codes."""
    for table, columns in kept.items():
        if table not in promised:
            yield table
            continue
        for column, about in columns.items():
            known = promised[table].get(column)
            if known is None:
                yield f"{table}.{column}"
            elif "codes" in known:
                yield from (code for code in about.get("codes", []) if code not in known["codes"])


def test_nothing_that_was_promised_is_gone() -> None:
    assert list(broken(PROMISED, shape())) == []


def test_what_is_added_is_named_in_the_current_section_of_the_changelog() -> None:
    assert [name for name in added(PROMISED, shape()) if f"`{name}`" not in CURRENT] == []


def test_a_rename_is_noticed() -> None:
    before: Shape = {"t": {"a": {"type": "string", "codes": ["x", "y"]}, "b": {"type": "integer"}}}
    after: Shape = {
        "t": {"a": {"type": "string", "codes": ["x", "z"]}, "c": {"type": "integer"}, "b": {"type": "number"}},
        "u": {"d": {"type": "string"}},
    }
    assert list(broken(before, after)) == ["t.a=y is gone", "t.b was integer"]
    assert list(broken(before, {"t": {"a": {"type": "string"}}})) == ["t.b is gone"]
    assert list(added(before, after)) == ["z", "t.c", "u"]


def test_the_current_section_is_the_first() -> None:
    assert CURRENT.startswith("Unreleased]") or CURRENT[0].isdigit()


if __name__ == "__main__":  # after a release: what it added is promised from now on
    assert not list(broken(PROMISED, shape())), "a promise is not taken back"
    Path(__file__).with_name("contract.json").write_text(json.dumps(shape(), indent=1) + "\n", encoding="utf-8")
