"""Kept answers in a folder that the processes of one machine share, and who of them makes one.

A file is there in whole or not at all: it is written beside its place and then moved there, and what does not have the
digest that it begins with is none. What cannot be written is not kept, and costs nobody an answer. Nothing is pickled.
"""

import hashlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from getpass import getuser
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, Self

from flask import Flask
from flask_caching.backends.base import BaseCache

from callbacks.flights import Gone, IsGone

try:
    import fcntl
except ImportError:  # Windows, where there is one process
    fcntl = None  # type: ignore[assignment]

MOST = 256 * 1024 * 1024  # bytes of all files together
LARGEST = MOST // 8  # bytes of one
ROUND = MOST // 16  # bytes after which a process looks how much there is, so that four of them stay within
BLOCK = 4096  # bytes that the smallest file takes
DIGEST = 32  # bytes
OLD = 3600.0  # seconds after which a file that was never finished has no writer any more
PATIENCE = 0.05  # seconds between two looks whether another process has made what is wanted
CLAIMS = 2**31  # keys are told apart by so many numbers; two of one number are made one after the other
PRIVATE = 0o700


def own_folder(within: Path) -> Path:
    """The folder of this user in another, made where it is missing. Nobody else may read or write in it: what
    lies there is sent to readers.

    Raises:
        OSError: there can be none, or what is there is not ours alone.
    """
    folder = within / f"atalaya-{os.getuid() if hasattr(os, 'getuid') else getuser()}"
    folder.mkdir(PRIVATE, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise NotADirectoryError(f"{folder} is no folder")
    if hasattr(os, "getuid") and (found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o077):
        raise PermissionError(f"{folder} is not this user's alone")
    with tempfile.TemporaryFile(dir=folder):
        return folder


class _Kept(NamedTuple):
    """A file, when it was last asked for, and what it takes."""

    used: float
    path: str
    size: int


class Folder(BaseCache):
    """Answers in a folder; whatever was asked for longest ago makes room."""

    def __init__(self, folder: Path, prefix: str = "", most: int = MOST) -> None:
        super().__init__()
        self._folder, self._prefix, self._most = folder, prefix, most
        self._written, self._lock = ROUND, Lock()

    @classmethod
    def factory(cls, _app: Flask, config: dict[str, Any], _args: list[Any], _given: dict[str, Any]) -> Self:
        return cls(config["CACHE_DIR"], config["CACHE_KEY_PREFIX"])

    def get(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            kept = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        digest, body = kept[:DIGEST], kept[DIGEST:]
        return body if digest == self._digest(key, body) else None

    def set(self, key: str, value: bytes, timeout: int | timedelta | None = None) -> bool:  # noqa: ARG002 - versions replace, not time
        if len(value) > min(LARGEST, self._most):
            return False
        try:
            self._write(self._path(key), self._digest(key, value) + value)
            self._make_room(len(value))
        except OSError:  # a full disk, a folder that is gone
            return False
        return True

    def _path(self, key: str) -> Path:
        return self._folder / hashlib.blake2b(f"{self._prefix}{key}".encode(), digest_size=20).hexdigest()

    def _digest(self, key: str, body: bytes) -> bytes:
        found = hashlib.blake2b(f"{self._prefix}{key}\n".encode(), digest_size=DIGEST)
        found.update(body)
        return found.digest()

    def _write(self, path: Path, content: bytes) -> None:
        number, beside = tempfile.mkstemp(prefix=".", dir=self._folder)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise

    def _make_room(self, written: int) -> None:
        """Now and then, remove what was asked for longest ago, down to three quarters of what there may be."""
        with self._lock:
            self._written += written + BLOCK
            if self._written < min(ROUND, self._most // 16):
                return
            self._written = 0
            there = sorted(self._there())
            over = sum(each.size for each in there) - self._most * 3 // 4
            for each in there:
                if over <= 0:
                    break
                Path(each.path).unlink(missing_ok=True)
                over -= each.size

    def _there(self) -> Iterator[_Kept]:
        now = time.time()
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):  # another process was faster
                    found = entry.stat(follow_symlinks=False)
                    if entry.name.startswith(".") and entry.name != CLAIMED and now - found.st_mtime > OLD:
                        Path(entry.path).unlink()
                    elif not entry.name.startswith("."):
                        yield _Kept(found.st_mtime, entry.path, found.st_size + BLOCK)


CLAIMED = ".claimed"  # the file of which a byte is locked for each key that is being made


class Claims:
    """Which process makes what: one at a time for a key. What is claimed is free when its process ends, however."""

    def __init__(self, folder: Path | None) -> None:
        self._folder, self._file, self._lock = folder, -1, Lock()
        self._process = 0

    @contextmanager
    def claimed(self, key: str, is_left: IsGone) -> Iterator[None]:
        """Hold the claim of a key. Raises Gone where nobody waits any more before it is had."""
        number = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest()) % CLAIMS
        file = self._opened()
        while not self._take(file, number):
            if is_left():
                raise Gone
            time.sleep(PATIENCE)
        try:
            yield
        finally:
            if file >= 0:
                with suppress(OSError):
                    fcntl.lockf(file, fcntl.LOCK_UN, 1, number)

    def _take(self, file: int, number: int) -> bool:
        """Whether it is ours; also where the system knows no such locks."""
        try:
            if file >= 0:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, number)
        except BlockingIOError:
            return False
        except OSError:
            pass
        return True

    def _opened(self) -> int:
        """The file, opened once in a process and never closed: closing it would give all its locks away."""
        with self._lock:
            if fcntl and self._folder and self._process != os.getpid():
                self._process = os.getpid()
                try:
                    self._file = os.open(self._folder / CLAIMED, os.O_RDWR | os.O_CREAT, 0o600)
                except OSError:
                    self._file = -1
            return self._file
