"""What the processes of a machine share: whole files or none, within a bound, and each made by one of them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callbacks import folder_store
from callbacks.answer_cache import AnswerCache
from callbacks.flights import Gone, never
from callbacks.folder_store import BLOCK, OLD, Claims, Folder, own_folder

ROOT = Path(__file__).parents[2]
PNG = "image/png"
BODY = b"a picture, with its frame" * 40
# Another process of the same service. What it prints says that it has begun, and what it has been given.
OTHER = """
import sys
from pathlib import Path
from flask import Flask
from callbacks.answer_cache import AnswerCache

def make(_):
    print("begun", flush=True)
    sys.stdin.readline()
    return b"theirs"

cache = AnswerCache(Flask("x"), folder=Path(sys.argv[1]))
print(cache.answer("key", "image/png", make).decode(), flush=True)
"""


def other(folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", OTHER, str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def mine(folder: Path) -> bytes:
    return AnswerCache(Flask(__name__), folder=folder).answer("key", PNG, lambda _: b"ours")


def test_what_one_process_has_made_another_finds(tmp_path: Path) -> None:
    told = other(tmp_path).communicate("\n", timeout=60)[0]
    assert told == "begun\ntheirs\n"
    assert mine(tmp_path) == b"theirs"
    assert other(tmp_path).communicate("\n", timeout=60)[0] == "theirs\n"


def test_two_processes_that_ask_at_the_same_moment_make_it_once(tmp_path: Path) -> None:
    with other(tmp_path) as first, other(tmp_path) as second:
        assert first.stdin and first.stdout and second.stdin and second.stdout  # noqa: PT018
        begun = {first: "", second: ""}
        os.set_blocking(first.stdout.fileno(), False)
        os.set_blocking(second.stdout.fileno(), False)
        while not any(begun.values()):
            begun = {each: each.stdout.readline() for each in begun if each.stdout}
            time.sleep(0.01)
        (maker,) = (each for each in begun if begun[each])
        (waiter,) = (each for each in begun if each is not maker)
        told = maker.communicate("\n", timeout=60)[0] + waiter.communicate("\n", timeout=60)[0]
    assert sorted(told.split()) == ["theirs", "theirs"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is one process on Windows")
def test_a_process_that_is_killed_while_it_makes_leaves_its_claim_to_the_next(tmp_path: Path) -> None:
    with other(tmp_path) as first:
        assert first.stdout
        assert first.stdout.readline() == "begun\n"
        with pytest.raises(Gone), Claims(tmp_path).claimed("key", lambda: True):
            pytest.fail("it is theirs")
        first.send_signal(signal.SIGKILL)
    assert mine(tmp_path) == b"ours"


def kept(folder: Path) -> Path:
    (path,) = (each for each in folder.iterdir() if not each.name.startswith("."))
    return path


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole[:-1],
        lambda whole: whole[:10],
        lambda _: b"",
        lambda whole: whole + b"x",
        lambda whole: whole[:50] + bytes([whole[50] ^ 1]) + whole[51:],
        lambda whole: b"\0" * len(whole),
    ],
    ids=["short", "of a head alone", "empty", "long", "a bit", "zeros"],
)
def test_a_file_that_is_not_as_it_was_written_is_none(tmp_path: Path, spoil: object) -> None:
    assert callable(spoil)
    store = Folder(tmp_path)
    assert store.set("key", BODY)
    assert store.get("key") == BODY
    path = kept(tmp_path)
    path.write_bytes(spoil(path.read_bytes()))
    assert store.get("key") is None
    assert store.set("key", BODY)
    assert store.get("key") == BODY


def test_a_file_under_the_name_of_another_is_none(tmp_path: Path) -> None:
    store = Folder(tmp_path)
    store.set("key", BODY)
    kept(tmp_path).rename(store._path("other"))
    assert store.get("other") is None


def test_services_and_versions_of_the_code_are_told_apart(tmp_path: Path) -> None:
    Folder(tmp_path, "old:").set("key", BODY)
    assert Folder(tmp_path, "new:").get("key") is None


def test_a_writer_that_fails_leaves_nothing_and_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", full)
        assert mine(tmp_path) == b"ours"
    assert [each.name for each in tmp_path.iterdir()] == [folder_store.CLAIMED]
    assert AnswerCache(Flask(__name__), folder=tmp_path).get("key") is None


def test_a_folder_that_is_gone_costs_nothing(tmp_path: Path) -> None:
    assert mine(tmp_path / "gone") == b"ours"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 60_000)), max_size=20))
def test_a_folder_never_outgrows_its_bound_and_the_latest_stays(
    tmp_path_factory: pytest.TempPathFactory, sets: list[tuple[str, int]]
) -> None:
    folder, most = tmp_path_factory.mktemp("kept"), 160_000
    store = Folder(folder, most=most)
    for key, size in sets:
        assert store.set(key, b"x" * size)
        assert store.get(key) == b"x" * size
        assert sum(each.stat().st_size + BLOCK for each in folder.iterdir()) <= most


def test_what_was_asked_for_longest_ago_makes_room(tmp_path: Path) -> None:
    store = Folder(tmp_path, most=100_000)
    for number, key in enumerate("abc"):
        store.set(key, b"x" * 20_000)
        os.utime(store._path(key), (number, number))
    assert store.get("a") is not None  # which was asked for just now
    store.set("d", b"x" * 20_000)
    assert [key for key in "abcd" if store.get(key)] == ["a", "c", "d"]


def test_what_a_killed_writer_left_is_removed_when_it_is_old(tmp_path: Path) -> None:
    for name, age in {".young": 0.0, ".old": OLD + 60, folder_store.CLAIMED: OLD + 60}.items():
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    Folder(tmp_path).set("key", BODY)
    assert {each.name for each in tmp_path.iterdir() if each.name.startswith(".")} == {".young", folder_store.CLAIMED}


@pytest.mark.skipif(sys.platform == "win32", reason="a folder for temporary files is a user's own there")
def test_a_folder_that_others_may_write_in_is_none_of_ours(tmp_path: Path) -> None:
    folder = own_folder(tmp_path)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert own_folder(tmp_path) == folder
    folder.chmod(0o770)
    with pytest.raises(PermissionError, match="not this user's alone"):
        own_folder(tmp_path)
    folder.rmdir()
    folder.symlink_to(tmp_path)
    with pytest.raises(NotADirectoryError):
        own_folder(tmp_path)


def test_a_claim_ends_with_what_it_was_for(tmp_path: Path) -> None:
    claims = Claims(tmp_path)
    for _ in range(2):
        with claims.claimed("key", never):
            pass
