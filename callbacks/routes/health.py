"""The state of the service, and the mark that every answer bears while the registry is made up."""

import json

from flask import Flask, Response

from data.dataset import Live


def register(server: Flask, live: Live) -> None:
    """Answer `/healthz`, and stamp answers from synthetic data."""

    @server.after_request
    def stamp(response: Response) -> Response:
        if live.dataset.synthetic:
            response.headers["X-Atalaya-Synthetic"] = "true"
        return response

    @server.get("/healthz")
    def healthz() -> Response:
        dataset, refused = live.dataset, live.last_refused
        state = {
            "status": "ok",
            "data_version": dataset.version,
            "release": dataset.release,
            "synthetic": dataset.synthetic,
            "loaded_at": live.loaded_at.isoformat(timespec="seconds"),
            "last_refused": refused
            and {"file": refused.file, "row": refused.row, "column": refused.column, "reason": refused.reason},
        }
        response = Response(json.dumps(state) + "\n", mimetype="application/json")
        response.cache_control.no_store = True
        return response
