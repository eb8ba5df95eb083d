"""Where kept answers lie, as the bytes that they are: in this process, or in a Redis that several share.

Both are backends of Flask-Caching. Neither pickles: what comes back is never code.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta
from threading import Lock
from typing import Any, Self

from cachelib.serializers import RedisSerializer
from flask import Flask
from flask_caching.backends.base import BaseCache
from flask_caching.backends.rediscache import RedisCache

OVERHEAD = 200  # bytes that a kept answer takes beside key and value
PATIENCE = 0.25  # seconds that a Redis may take
REST = 5.0  # seconds for which a Redis that failed is not asked again


class Memory(BaseCache):
    """Answers of this process. Whatever was asked for longest ago makes room; `most` bounds all of them in bytes."""

    def __init__(self, most: int, default_timeout: int = 0) -> None:
        super().__init__(default_timeout)
        self._most, self.size = most, 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    @classmethod
    def factory(cls, _app: Flask, config: dict[str, Any], _args: list[Any], _given: dict[str, Any]) -> Self:
        return cls(config["CACHE_THRESHOLD"])

    def get(self, key: str) -> bytes | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def set(self, key: str, value: bytes, timeout: int | timedelta | None = None) -> bool:  # noqa: ARG002 - versions replace, not time
        if _weight(key, value) > self._most:
            return False
        with self._lock:
            self._drop(key)
            self._kept[key] = value
            self.size += _weight(key, value)
            while self.size > self._most:
                self._drop(next(iter(self._kept)))
        return True

    def _drop(self, key: str) -> None:
        if (value := self._kept.pop(key, None)) is not None:
            self.size -= _weight(key, value)


def _weight(key: str, value: bytes) -> int:
    return len(key) + len(value) + OVERHEAD


class _AsTheyAre(RedisSerializer):
    """The serializer of bytes."""

    def dumps(self, value: bytes, protocol: int = 0) -> bytes:  # noqa: ARG002
        return value

    def loads(self, value: bytes | None) -> bytes | None:
        return value


class Shared(RedisCache):
    """Answers in a Redis. One that is stopped, frozen or full never costs an answer: it holds nothing, and is left
    alone for a while. How much it may hold is its own setting (`maxmemory`)."""

    serializer = _AsTheyAre()
    _rests_until = 0.0

    @classmethod
    def factory(cls, app: Flask, config: dict[str, Any], args: list[Any], given: dict[str, Any]) -> Any:
        config["CACHE_OPTIONS"] = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE, "retry": None}
        return super().factory(app, config, args, given)

    def get(self, key: str) -> bytes | None:
        found = self._tried(lambda: super(Shared, self).get(key))
        return found if isinstance(found, bytes) else None

    def set(self, key: str, value: bytes, timeout: int | timedelta | None = None) -> bool:
        return bool(self._tried(lambda: super(Shared, self).set(key, value, timeout)))

    def _tried(self, ask: Callable[[], Any]) -> Any:
        from redis import RedisError

        if time.monotonic() < self._rests_until:
            return None
        try:
            return ask()
        except (RedisError, OSError):
            self._rests_until = time.monotonic() + REST
            return None
