"""Series over time as plotly figures: answer + words -> figure, as plain data in the light palette.

A range is a band, a gap is a gap, a break in the series is a dotted upright and parts the line. Colours are tokens of
assets/tokens.css by their light value; the browser puts the reader's theme in their place.
"""

from typing import Any

from components.cells import bounds, figure
from components.i18n import Words
from components.tables.sparks import runs
from data.interval import Interval
from data.model import Answer, Cell
from data.vocabulary import Country, Flag, Measure

INK, SOFT, LINE, PAPER = "#1b2430", "#56606c", "#d9d4c7", "#fbf9f4"
# Okabe and Ito (2008), darkened where needed to stand 3:1 on paper; dashes tell lines apart without colour.
HUES = ("#1c4d6d", "#a8480f", "#00735c", "#8a4fa3", "#7d6608", "#444e5a")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
MANY = len(HUES)
COLUMNS = 5
FONT = {"family": "system-ui, Segoe UI, Noto Sans, sans-serif", "size": 13, "color": INK}

Figure = dict[str, Any]


def together(answer: Answer, measure: Measure, words: Words, title: str) -> Figure:
    """Up to six countries in one picture, each with its own colour and dash, named at its last point."""
    countries = drawn(answer)[:MANY]
    traces: list[Figure] = []
    notes: list[Figure] = []
    for index, country in enumerate(countries):
        cells = answer.over_time(country)
        look = {"color": HUES[index], "dash": DASHES[index], "width": 2.5}
        traces += _traces(cells, measure, words, look, axis="")
        notes += _end_label(cells, measure, words, HUES[index])
    shapes = [_break(cell.year, "x", "y domain") for c in countries for cell in answer.over_time(c) if _is_break(cell)]
    layout = _layout(answer, shapes, notes)
    layout |= {
        "xaxis": _years_axis(answer),
        "yaxis": _value_axis(title),
        "margin": {"l": 64, "r": 150, "t": 16, "b": 36},
    }
    return {"data": traces, "layout": layout}


def multiples(answer: Answer, measure: Measure, words: Words) -> Figure:
    """One small panel a country, each with its own scale (said above it), in reading order by name."""
    countries = drawn(answer)
    columns = min(COLUMNS, len(countries))
    rows = -(-len(countries) // columns)
    traces: list[Figure] = []
    layout = _layout(answer, [], [])
    for index, country in enumerate(countries):
        axis = "" if index == 0 else str(index + 1)
        cells = answer.over_time(country)
        left, bottom = (index % columns) / columns, 1 - (index // columns + 1) / rows
        across = [left + 0.02, left + 1 / columns - 0.02]
        up = [bottom + 0.2 / rows, bottom + 0.7 / rows]
        look = {"color": HUES[0], "dash": "solid", "width": 2}
        traces += _traces(cells, measure, words, look, axis)
        layout[f"xaxis{axis}"] = _years_axis(answer) | {
            "domain": across,
            "anchor": f"y{axis}",
            "tickvals": _ends(answer),
            "showticklabels": index + columns >= len(countries),  # once a column: the panels share their years
        }
        layout[f"yaxis{axis}"] = {"domain": up, "anchor": f"x{axis}", "visible": False, "rangemode": "tozero"}
        layout["annotations"] += _panel_title(cells, measure, words, across[0], up[1])
        layout["shapes"] += [_break(c.year, f"x{axis}", f"y{axis} domain") for c in cells if _is_break(c)]
    layout["margin"] = {"l": 8, "r": 8, "t": 8, "b": 24}
    return {"data": traces, "layout": layout}


def drawn(answer: Answer) -> list[Country]:
    """The countries a series shows: the chosen ones, else all 22."""
    return list(answer.selection.countries or Country)


def panels(figure_: Figure) -> list[list[float]]:
    """Where each panel lies, as fractions of the plot (left, right, bottom, top): the browser lays the year over."""
    layout = figure_["layout"]
    axes = sorted(key.removeprefix("xaxis") for key in layout if key.startswith("xaxis"))
    whole = [0.0, 1.0]
    return [layout[f"xaxis{axis}"].get("domain", whole) + layout[f"yaxis{axis}"].get("domain", whole) for axis in axes]


def _traces(cells: list[Cell], measure: Measure, words: Words, look: Figure, axis: str) -> list[Figure]:
    """For each stretch that may be joined: a band over all its years where any is a range, and a line through the
    exact figures only, so that no point is drawn where none is known."""
    name = words.country(cells[0].country)
    place = {"xaxis": f"x{axis}", "yaxis": f"y{axis}", "name": name, "showlegend": False, "hoverinfo": "text"}
    traces: list[Figure] = []
    for run in runs(cells, measure):
        shown = [bound for _, bound in run]
        said = [
            f"{name}, {cells[i].year}: {figure(cells[i], measure, words)}{_flagged(cells[i], words)}" for i, _ in run
        ]
        years = [cells[i].year for i, _ in run]
        if not all(bound.is_exact for bound in shown):
            traces.append(_band(years, shown, said, look["color"]) | place)
        traces.append(
            {
                "type": "scatter",
                "x": years,
                "y": [bound.high if bound.is_exact else None for bound in shown],
                "mode": "lines+markers",
                "line": look,
                "marker": {"size": 6 if len(run) == 1 else 4, "color": look["color"]},
                "connectgaps": False,
                "text": said,
            }
            | place
        )
    return traces


def _band(years: list[int], shown: list[Interval], said: list[str], hue: str) -> Figure:
    """The range between the bounds; widened by a sixth of a year at both ends so that a single year shows."""
    at = [years[0] - 1 / 6, *years, years[-1] + 1 / 6]
    wide = [shown[0], *shown, shown[-1]]
    lines = [said[0], *said, said[-1]]
    return {
        "type": "scatter",
        "x": at + at[::-1],
        "y": [bound.high for bound in wide] + [bound.low for bound in reversed(wide)],
        "text": lines + lines[::-1],
        "fill": "toself",
        "hoveron": "points",
        "fillcolor": hue,
        "opacity": 0.3,
        "line": {"width": 0, "color": hue},
        "mode": "lines",
    }


def _flagged(cell: Cell, words: Words) -> str:
    return "".join(f"<br>⚑ {words(f'flag.{flag}')}" for flag in cell.flags)


def _is_break(cell: Cell) -> bool:
    return Flag.BREAK_IN_SERIES in cell.flags


def _break(year: int, xref: str, yref: str) -> Figure:
    dotted = {"color": SOFT, "width": 1.5, "dash": "dot"}
    return {
        "type": "line",
        "xref": xref,
        "yref": yref,
        "x0": year - 0.5,
        "x1": year - 0.5,
        "y0": 0,
        "y1": 1,
        "line": dotted,
    }


def _end_label(cells: list[Cell], measure: Measure, words: Words, hue: str) -> list[Figure]:
    last = next(((c, b) for c in reversed(cells) if (b := bounds(c, measure))), None)
    if last is None:
        return []
    cell, shown = last
    return [
        {
            "x": cell.year, "y": shown.high, "text": words.country(cell.country), "showarrow": False, "xanchor": "left",
            "xshift": 8, "font": {"color": hue, "size": 13},
        }
    ]  # fmt: skip


def _panel_title(cells: list[Cell], measure: Measure, words: Words, left: float, top: float) -> list[Figure]:
    known = [(c, b) for c in cells if (b := bounds(c, measure))]
    highest = max(known, key=lambda pair: pair[1].high, default=None)
    peak = words("series.peak", figure=figure(highest[0], measure, words)) if highest else words("none")
    both = {"xref": "paper", "yref": "paper", "x": left, "y": top, "xanchor": "left", "yanchor": "bottom"}
    both |= {"showarrow": False, "borderpad": 0}
    return [
        both | {"text": f"<b>{words.country(cells[0].country)}</b>", "yshift": 16, "font": {"size": 12}},
        both | {"text": peak, "yshift": 1, "font": {"color": SOFT, "size": 11}},
    ]


def _ends(answer: Answer) -> list[int]:
    return [answer.selection.first, answer.selection.last]


def _years_axis(answer: Answer) -> Figure:
    first, last = _ends(answer)
    return {
        "range": [first - 0.5, last + 0.5],
        "showgrid": False,
        "zeroline": False,
        "linecolor": LINE,
        "tickfont": {"color": SOFT, "size": 11},
        "tickformat": "d",
        "tickangle": 0,
        "ticks": "",
        "fixedrange": True,
    }


def _value_axis(title: str) -> Figure:
    return {
        "rangemode": "tozero",
        "gridcolor": LINE,
        "zerolinecolor": SOFT,
        "tickfont": {"color": SOFT},
        "title": {"text": title, "font": {"size": 12, "color": SOFT}},
        "fixedrange": True,
    }


def _layout(answer: Answer, shapes: list[Figure], notes: list[Figure]) -> Figure:
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": FONT,
        "hovermode": "closest",
        "dragmode": False,
        "shapes": shapes,
        "annotations": notes,
        "uirevision": answer.data_version,
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": LINE, "font": FONT, "align": "left"},
    }
