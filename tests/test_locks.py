"""The lock files are whole: pip installs them without resolving, so nothing that is published later can stop it."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = {
    "requirements.lock": [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["redis"]],
    "requirements-dev.lock": [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["redis"],
        *PROJECT["dependency-groups"]["build"],
        *PROJECT["dependency-groups"]["dev"],
    ],
}


class Locked(NamedTuple):
    """One package of a lock file: its version and the extras that are kept in it."""

    version: str
    extras: frozenset[str]


def locked(text: str) -> dict[str, Locked]:
    """What a lock file installs on this machine, by canonical name."""
    lines = re.findall(r"^[A-Za-z0-9].*?(?= *\\?$)", text, re.MULTILINE)
    found = {}
    for asked in map(Requirement, lines):
        if asked.marker is None or asked.marker.evaluate():
            (pin,) = asked.specifier
            found[canonicalize_name(asked.name)] = Locked(pin.version, frozenset(asked.extras))
    return found


def unmet(lock: dict[str, Locked], project: list[str]) -> Iterator[str]:
    """Each requirement, of the project or of a locked package with its extras, that the lock itself does not meet."""
    asking = [("the project", Requirement(line), {""}) for line in project]
    for name, (_, extras) in lock.items():
        asking += [(name, Requirement(line), {"", *extras}) for line in requires(name) or ()]
    for who, needed, extras in asking:
        if needed.marker and not any(needed.marker.evaluate({"extra": extra}) for extra in extras):
            continue
        there = lock.get(canonicalize_name(needed.name))
        if there is None or not needed.specifier.contains(there.version, prereleases=True):
            yield f"{who} needs {needed}; locked is {there and there.version}"
        elif not needed.extras <= there.extras:
            yield f"{who} needs {needed}; locked are the extras {sorted(there.extras)}"


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_of_every_locked_package_is_met_by_the_lock(name: str) -> None:
    lock = locked((ROOT / name).read_text("utf-8"))
    assert len(lock) > len(LOCKS[name])
    assert list(unmet(lock, LOCKS[name])) == []


def test_a_package_an_extra_or_a_version_that_is_missing_is_found() -> None:
    lock = locked((ROOT / "requirements-dev.lock").read_text("utf-8"))
    project = LOCKS["requirements-dev.lock"]
    assert any(
        "werkzeug" in said.lower() for said in unmet({k: v for k, v in lock.items() if k != "werkzeug"}, project)
    )
    assert any("coverage" in said for said in unmet(lock | {"coverage": Locked("7.0", frozenset({"toml"}))}, project))
    assert any(
        "toml" in said for said in unmet(lock | {"coverage": lock["coverage"]._replace(extras=frozenset())}, project)
    )


@pytest.mark.parametrize("path", ["Makefile", "deploy/Dockerfile"])
def test_locks_are_installed_by_hash_and_without_resolving(path: str) -> None:
    installing = [line for line in (ROOT / path).read_text("utf-8").splitlines() if "pip install" in line]
    assert installing
    assert all("--require-hashes" in line and "--no-deps" in line for line in installing)


def lacking(ignored: str) -> list[str]:
    """Files without which the image cannot be built or serve, that these lines of .dockerignore do not let in."""
    let_in = [line[1:] for line in ignored.splitlines() if line.startswith("!")]
    needed = list((ROOT / "deploy").glob("*.py"))
    needed += [path for room in ("assets", "callbacks", "components", "data") for path in (ROOT / room).rglob("*.*")]
    named = [path.relative_to(ROOT) for path in (*needed, ROOT / "app.py", ROOT / "requirements.lock")]
    return [str(name) for name in named if not any(each.match(one) for one in let_in for each in (name, *name.parents))]


def test_the_image_has_all_that_builds_and_serves_it() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8")
    assert lacking(ignored) == []
    assert "deploy/serve.py" in lacking(ignored.replace("!deploy/*.py", "!deploy/server.py"))
    assert "components/files/templates/deck.typ" in lacking(ignored.replace("!components", "!callbacks"))
