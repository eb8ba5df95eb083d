"""The frame by which people help themselves: what README and its companions say, held by the tree as it is."""

import csv
import re
import runpy
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from callbacks.routes.api import FORMATS
from callbacks.settings import KNOWN
from components.url.url_params import FIELDS
from data.schema import TABLES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SERVER = ROOT / "deploy" / "listening.py"
ROOMS = ("app.py", "assets", "benchmarks", "callbacks", "components", "data", "deploy", "tests")
CODE = [
    path
    for room in ROOMS
    for path in [ROOT / room, *(ROOT / room).rglob("*")]
    if path.suffix in (".py", ".js", ".css") and "__pycache__" not in path.parts
]
IGNORED = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
BLANK = re.compile(r"\b[A-Z]{4}\b")  # a name that is to be given: pages/NAME/page.py
# What standards call themselves is a name, not an address that is asked.
OUTSIDE = re.compile(
    r"""https?://(?!www\.w3\.org/|schema\.org|www\.sitemaps\.org/schemas/|example\.org|raw\.githubusercontent\.com/sdmx-twg/|schemas\.openxmlformats\.org/|schemas\.microsoft\.com/)|@import|\bimport\(|url\(['"]?(?:https?:)?//"""
)


def rooms_of(folder: Path) -> set[str]:
    """The folders in a folder, without what is hidden or ignored."""
    names = {path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")}
    return {name for name in names if not any(fnmatch(name, pattern) for pattern in IGNORED)}


def rows(head: str) -> dict[str, list[str]]:
    """The table of the README with this head: cells by the word in the first column."""
    lines = README.partition(f"| {head} |")[2].splitlines()[2:]
    table: dict[str, list[str]] = {}
    for line in lines:
        if not line.startswith("|"):
            break
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        table[cells[0].strip("`")] = cells[1:]
    return table


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_of_code_is_short_and_named_for_what_it_is(path: Path) -> None:
    # A sheet of style has one concern for all pages, so that a visit asks for few; its rules stand on their own.
    assert path.suffix == ".css" or len(path.read_text(encoding="utf-8").splitlines()) < 300
    assert not re.search(r"util|helper|manager|misc|common", path.stem)


def test_no_two_modules_of_tests_have_one_name() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("*.py") if path.name != "conftest.py"]
    assert len(names) == len(set(names))


def test_imports_run_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout
    assert "0 broken" in told.stdout


ARCHITECTURE = runpy.run_path(str(ROOT / "docs" / "architecture.py"))


def test_no_module_needs_itself_by_way_of_others_not_even_for_its_types() -> None:
    assert ARCHITECTURE["circle"](ARCHITECTURE["imports"]()) == []


def test_a_circle_would_be_found() -> None:
    assert ARCHITECTURE["circle"]({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]


def test_the_picture_of_the_architecture_shows_every_room() -> None:
    drawn = (ROOT / "docs" / "architecture.svg").read_text(encoding="utf-8")
    shown = re.findall(r'<text x="\d+" y="\d+">([^<]+)</text>', drawn)
    rooms = {*map(ARCHITECTURE["room"], ARCHITECTURE["modules"]())}
    assert sorted(shown) == sorted(room.removeprefix("components/") for room in rooms)


def test_the_tree_in_the_readme_is_the_tree() -> None:
    block = README.partition("## Where things are")[2].split("```")[1]
    named: dict[str, set[str]] = {}
    room = ""
    for indent, name in re.findall(r"^( *)([\w.]+/?)  ", block, re.MULTILINE):
        if indent:
            named[room].add(name.rstrip("/"))
        else:
            room = name.rstrip("/")
            named[room] = set()
    assert {name for name in named if (ROOT / name).is_dir()} == rooms_of(ROOT)
    assert {name for name in named if (ROOT / name).is_file()} == {"app.py"}
    for room in ("data", "components", "tests"):
        assert named[room] == rooms_of(ROOT / room), room


def test_the_commands_of_the_readme_are_those_of_the_makefile() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"\bmake ([a-z]+)\b", README)) == set(targets)


def test_the_commands_of_the_readme_on_data_are_known() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "data", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    commands = re.search(r"\{([a-z,]+)\}", told.stdout)
    assert commands
    assert set(re.findall(r"python -m data ([a-z]+)", README)) == set(commands[1].split(","))


def test_the_settings_of_the_readme_are_those_of_the_code() -> None:
    defaults = runpy.run_path(str(SERVER))["DEFAULTS"]
    settings = rows("variable | default | meaning")
    assert settings.keys() == {*KNOWN, *defaults}
    assert {name: settings[name][0].strip("`") for name in defaults} == defaults


def test_the_keys_of_the_readme_are_those_of_each_page() -> None:
    keys = {page: re.findall(r"`(\w+)`", cells[0]) for page, cells in rows("page | keys").items()}
    assert keys == {page: list(fields) for page, fields in FIELDS.items()}


def test_the_tables_and_formats_of_the_readme_are_those_of_the_api() -> None:
    listed = README.partition("The tables are")[2].partition(".")[0]
    assert set(re.findall(r"`(\w+)`", listed)) == set(TABLES)
    assert all(f"/api/v1/{{table}}.{extension}" in README for extension in FORMATS)


def test_one_version_everywhere() -> None:
    version = PROJECT["project"]["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    latest = re.search(r"^## \[(\d.*?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert latest
    assert latest[1] == version


def test_one_licence_everywhere() -> None:
    licence = PROJECT["project"]["license"]
    assert f"\nlicense: {licence}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith(f"{licence} License")


def test_the_terms_of_each_source_are_told() -> None:
    terms = (ROOT / "docs" / "data-terms.md").read_text(encoding="utf-8")
    with (ROOT / "data" / "curated" / "sources.csv").open(encoding="utf-8", newline="") as file:
        sources = {row["source"]: row for row in csv.DictReader(file)}
    assert re.findall(r"^## (\w+)$", terms, re.MULTILINE) == sorted(sources)
    for part in terms.split("\n## ")[1:]:
        row = sources[part.partition("\n")[0]]
        assert all(row[name] in part for name in ("publisher", "title", "release", "url", "terms", "citation"))


@pytest.mark.parametrize("room", ["assets", "callbacks", "components"])
def test_nothing_that_a_browser_gets_asks_outside(room: str) -> None:
    found = [
        (path.name, OUTSIDE.findall(text))
        for path in (ROOT / room).rglob("*")
        if path.suffix in (".css", ".js", ".svg", ".py", ".po")
        and OUTSIDE.search(text := path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_links_between_the_documents_lead_somewhere() -> None:
    for document in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            assert link.startswith("https://") or (document.parent / link).exists(), f"{document.name}: {link}"


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/decisions.md", "docs/data-terms.md"])
def test_a_file_that_is_named_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(rf"`((?:{'|'.join(ROOMS)})/[\w./-]+)`", text)) - {"data/curated"}
    assert [name for name in sorted(named) if not (ROOT / name).exists() and not BLANK.search(name)] == []
