"""What this project is measured beside: the usual Dash app, with two plotly figures of the same 22 countries and years.

`plain` draws its figures for every changed control; `cached` keeps the figures by Flask-Caching. Neither does anything
that a Dash tutorial would not.
"""

from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html
from flask import Flask
from flask_caching import Cache

CURATED = Path(__file__).parents[1] / "data" / "curated"
FIRST = 2010
UPDATE = "/_dash-update-component"


def headline() -> pd.DataFrame:
    """The national totals with their residents, read once as such apps do."""
    counts = pd.read_csv(CURATED / "observations.csv")
    people = pd.read_csv(CURATED / "population.csv").query("sex == 'total' and age == 'total'")
    totals = counts.query("sex == 'total' and age == 'total' and exploitation == 'total' and year >= @FIRST")
    joined = totals.merge(people, left_on=["country", "year"], right_on=["area", "year"])
    return joined.assign(count=joined["high"], rate=joined["high"] / joined["persons"] * 100_000)


def figures(frame: pd.DataFrame, indicator: str, measure: str, year: int) -> list[go.Figure]:
    """Bars of one year, and a line for each country over all years."""
    shown = frame[frame["indicator"] == indicator]
    of_year = shown[shown["year"] == year].sort_values(measure)
    bars = go.Figure(go.Bar(x=of_year[measure], y=of_year["country"], orientation="h"))
    lines = go.Figure(
        [go.Scatter(x=rows["year"], y=rows[measure], name=country) for country, rows in shown.groupby("country")]
    )
    return [bars, lines]


def make(*, keeps_figures: bool) -> Dash:
    """The app, with the figures of each choice of controls kept or not."""
    frame = headline()
    app = Dash(__name__)
    indicators = sorted(frame["indicator"].unique())
    app.layout = html.Div(
        [
            dcc.Dropdown(indicators, indicators[0], id="indicator"),
            dcc.RadioItems(["count", "rate"], "count", id="measure"),
            dcc.Slider(FIRST, int(frame["year"].max()), 1, value=2022, id="year"),
            dcc.Graph(id="bars"),
            dcc.Graph(id="lines"),
        ]
    )

    def draw(indicator: str, measure: str, year: int) -> list[go.Figure]:
        return figures(frame, indicator, measure, year)

    if keeps_figures:
        cache = Cache(app.server, config={"CACHE_TYPE": "SimpleCache", "CACHE_DEFAULT_TIMEOUT": 3600})
        draw = cache.memoize()(draw)

    @app.callback(
        Output("bars", "figure"),
        Output("lines", "figure"),
        Input("indicator", "value"),
        Input("measure", "value"),
        Input("year", "value"),
    )
    def update(indicator: str, measure: str, year: int) -> list[go.Figure]:
        return draw(indicator, measure, year)

    return app


def changed(indicator: str, measure: str, year: int) -> dict[str, Any]:
    """What the browser posts when the indicator has changed."""
    given = {"indicator": indicator, "measure": measure, "year": year}
    return {
        "output": "..bars.figure...lines.figure..",
        "outputs": [{"id": name, "property": "figure"} for name in ("bars", "lines")],
        "inputs": [{"id": name, "property": "value", "value": value} for name, value in given.items()],
        "changedPropIds": ["indicator.value"],
    }


def __getattr__(name: str) -> Flask:
    """`benchmarks.peer:plain` and `:cached` for gunicorn."""
    if name in ("plain", "cached"):
        server: Flask = make(keeps_figures=name == "cached").server
        return server
    raise AttributeError(name)
