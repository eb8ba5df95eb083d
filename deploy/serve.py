"""`python -m deploy.serve`: the service, the same on every system; in processes that share their memory where there is
fork (deploy/server.py), in one process on Windows."""

import os
import sys
from pathlib import Path

from waitress import serve

from deploy.listening import RULES, Listening


def main() -> None:
    """Serve until it is told to end. A refused setting or data folder ends it with one line."""
    os.chdir(Path(__file__).parents[1])
    if hasattr(os, "fork") and "--one-process" not in sys.argv[1:]:
        os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "--config", "python:deploy.server"])  # noqa: S606
    try:
        listening = Listening.from_environment()
    except ValueError as refused:
        sys.exit(str(refused))
    from app import server  # what is refused above is told before the data are loaded

    listening.announce()
    serve(server, host=listening.host, port=listening.port, _quiet=True, **RULES)


if __name__ == "__main__":
    main()
