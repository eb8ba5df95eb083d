"""The frame by which people help themselves: README, versions, sizes, terms, held by the tree as it is."""

import csv
import re
from pathlib import Path

import pytest

from callbacks.settings import KNOWN
from components.view import FIELDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TREES = ("data", "components", "callbacks", "assets", "tests", "deploy", "benchmarks")
SOURCES = [
    path
    for tree in TREES
    for path in (ROOT / tree).rglob("*")
    if path.suffix in (".py", ".js", ".css") and "__pycache__" not in path.parts
]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_stays_small_and_is_named_for_what_it_is(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300
    assert not re.search(r"utils?|helpers?|manager", path.stem)


def test_the_tree_in_the_readme_is_the_tree() -> None:
    block = README.partition("## Where things are")[2].split("```")[1]
    named = re.findall(r"^(\s*)([\w.]+/?)  ", block, re.MULTILINE)
    parent = Path()
    for indent, name in named:
        parent = parent if indent else Path(name)
        place = ROOT / parent / (name if indent else "")
        assert place.exists(), name
    tops = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))}
    assert tops == {name.rstrip("/") for indent, name in named if not indent and name.endswith("/")}


def test_the_commands_of_the_readme_are_those_of_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)\b", README)) <= targets


def test_the_settings_and_the_keys_of_the_readme_are_those_of_the_code() -> None:
    for name in KNOWN:
        assert f"| `{name}` |" in README
    for page, fields in FIELDS.items():
        row = next(line for line in README.splitlines() if line.startswith(f"| `{page}` |"))
        assert re.findall(r"`(\w+)`", row)[1:] == list(fields)


def test_one_version_everywhere() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert f"version: {version[1]}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## {version[1]} - " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_terms_of_each_source_are_told() -> None:
    terms = (ROOT / "docs" / "data-terms.md").read_text(encoding="utf-8")
    with (ROOT / "data" / "curated" / "sources.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            assert f"## {row['source']}\n" in terms
            assert row["terms"] in terms


def test_no_page_can_ask_outside() -> None:
    for path in (ROOT / "assets").iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"https?://(?!www\.w3\.org/)", text), path.name
        assert "@import" not in text
