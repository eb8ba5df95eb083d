"""The read-only API: tables by column filters."""

import pandas as pd
from flask import Flask, Response, request

from callbacks.desk import Desk
from callbacks.reply import refuse, reply
from components.files import csv
from components.view import MAX_QUERY
from data import schema
from data.dataset import Live
from data.filter import FilterRefused, select

FORMATS = {"csv": "text/csv", "json": "application/json"}
ROOT = "/api/v1/"


def register(server: Flask, live: Live, desk: Desk) -> None:
    """Answer `/api/v1/{table}.{format}`."""

    @server.get(f"{ROOT}<table>.<extension>")
    def rows(table: str, extension: str) -> Response:
        dataset = live.dataset
        if table not in dataset.tables:
            return refuse(404, "no such table", parameter="table", value=table[:80], accepted=sorted(dataset.tables))
        if extension not in FORMATS:
            return refuse(404, "no such format", parameter="format", value=extension[:80], accepted=sorted(FORMATS))
        if len(request.query_string) > MAX_QUERY:
            return refuse(414, f"the query is longer than {MAX_QUERY} characters")
        repeated = [name for name, values in request.args.lists() if len(values) > 1]
        if repeated:
            accepted = "one value; several are joined by commas"
            return refuse(400, "parameter given twice", parameter=repeated[0], value="", accepted=accepted)
        filters = request.args.to_dict()

        def make() -> bytes:
            frame = select(dataset.tables[table], schema.SHOWN[table], filters)
            return csv(frame) if extension == "csv" else _json(frame)

        question = "&".join(f"{name}={value}" for name, value in sorted(filters.items()))
        try:
            body = desk.serve(f"api.{extension}", dataset.version, f"{table}?{question}", make)
        except FilterRefused as no:
            return refuse(
                400, "parameter not accepted", parameter=no.parameter[:80], value=no.value[:80], accepted=no.accepted
            )
        response = reply(
            body, FORMATS[extension], dataset.version, filename=f"atalaya-{table}.csv" if extension == "csv" else None
        )
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response


def _json(frame: pd.DataFrame) -> bytes:
    text: str = frame.to_json(orient="records", force_ascii=False)
    return text.encode()
