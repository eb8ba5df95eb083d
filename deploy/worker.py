"""A process of gunicorn in which waitress answers. gunicorn loads the application, forks, starts again what has ended
and passes signals on; no byte of a request goes through it."""

import logging
import os
import resource
import time
from typing import Any

from gunicorn.workers.base import Worker as OfGunicorn
from waitress import wasyncore
from waitress.server import create_server

from deploy.bodies import install
from deploy.listening import RULES

BEAT = 1.0  # seconds between two signs of life
SOON = 0.05  # seconds


class Worker(OfGunicorn):  # type: ignore[misc]
    """Answers until it is told to end; then finishes what has been asked."""

    def run(self) -> None:
        """gunicorn's entry: the loop of the process."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = RULES["connection_limit"] + 200
        if soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted if hard < 0 else min(wanted, hard), hard))
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a request that waits for a thread is no news
        install()
        channels: dict[int, Any] = {}
        servers = [create_server(self.wsgi, map=channels, sockets=[each.sock], **RULES) for each in self.sockets]
        while self.alive and self.ppid == os.getppid():
            self.notify()
            wasyncore.poll2(BEAT, channels)
        self._finish(servers, channels)

    def _finish(self, servers: list[Any], channels: dict[int, Any]) -> None:
        """Take what has arrived by now and no more, and send what is owed."""
        end = time.monotonic() + self.cfg.graceful_timeout
        while True:
            self.notify()
            wasyncore.poll2(SOON, channels)
            for server in servers:
                server.accepting = False
            if time.monotonic() > end or not any(map(_is_owed, list(channels.values()))):
                break
        for server in servers:
            server.task_dispatcher.shutdown(timeout=SOON)


def _is_owed(channel: Any) -> bool:
    """Whether an answer is being made or sent."""
    return bool(getattr(channel, "requests", None) or getattr(channel, "total_outbufs_len", 0))
