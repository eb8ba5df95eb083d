"""`python -m deploy.serve`: the service, the same on every system; in processes that share their memory where there is
fork (deploy/server.py), in one process on Windows."""

import os
import sys
from pathlib import Path

from waitress import serve

from deploy.bodies import install
from deploy.listening import RULES, Listening


def main() -> None:
    """Serve until it is told to end. A refused setting, address or data folder ends it with one line."""
    os.chdir(Path(__file__).parents[1])
    try:
        listening = Listening.from_environment()
        listening.try_address()
    except ValueError as refused:
        sys.exit(str(refused))
    if hasattr(os, "fork") and "--one-process" not in sys.argv[1:]:
        os.environ["HOST"] = listening.host  # so that a HOST that is left alone is told once
        os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # glibc has one for each thread: 50 MB that lie idle
        os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "--config", "python:deploy.server"])  # noqa: S606
    from app import server  # what is refused above is told before the data are loaded

    install()
    listening.announce()
    serve(server, host=listening.host, port=listening.port, _quiet=True, **RULES)


if __name__ == "__main__":
    main()
