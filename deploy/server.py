"""How gunicorn keeps the processes of Atalaya (deploy/worker.py), where deploy/listening.py says.

One application is loaded and checked before the workers are forked, so a refused setting or data folder stops the start
and the data is in memory once. It is what `python -m deploy.serve` runs wherever there is fork.
"""

import sys
from typing import Any

from deploy.listening import Listening


def post_worker_init(worker: Any) -> None:
    """gunicorn's hook: the first worker of a start waits for its own first answer, beside its work."""
    if worker.age == 1:
        listening.announce()


try:
    listening = Listening.from_environment()
except ValueError as refused:
    sys.exit(str(refused))

# Read by gunicorn, by name.
wsgi_app = "app:server"
bind = listening.address
workers = listening.workers
worker_class = "deploy.worker.Worker"
preload_app = True
loglevel = "warning"
control_socket_disable = True  # it would write to the home folder, which a service's user need not have
