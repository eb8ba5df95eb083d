"""Figures made up for what is hard to draw: small, each with a few things that ours may not have."""

from components.theme import Figure

PLAIN = {
    "margin": {"l": 60, "r": 30, "t": 20, "b": 40},
    "showlegend": False,
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "template": {"data": {}, "layout": {}},
}
YEARS = [2010, 2011, 2012, 2013]
NAMES = ["Spain", "Peru", "Chile"]


def figure(*data: Figure, **layout: object) -> Figure:
    return {"data": list(data), "layout": PLAIN | layout}


def line(**own: object) -> Figure:
    return {"type": "scatter", "mode": "lines", "x": YEARS, "y": [3, 4, 5, 8]} | own


def bar(**own: object) -> Figure:
    return {"type": "bar", "x": NAMES, "y": [3, 5, 8]} | own


def note(**own: object) -> Figure:
    return {"x": 1, "y": 1, "text": "note", "showarrow": False} | own


SQUARE = {"x": [1, 1, 3, 3, 1, None, 4, 4, 5, 5, 4], "y": [1, 3, 3, 1, 1, None, 1, 2, 2, 1, 1]}
FIGURES: dict[str, Figure] = {
    "no room for numbers": figure(
        line(), margin={"l": 4, "r": 4, "t": 4, "b": 30}, xaxis={"range": [2010, 2013], "dtick": 1}
    ),
    "gap": figure(line(y=[3, None, 5, 8], mode="lines+markers", line={"dash": "dot"})),
    "one point": figure(line(x=[2010], y=[4], mode="markers"), yaxis={"rangemode": "tozero"}),
    "nothing": figure(line(x=[], y=[]), xaxis={"range": [0, 4]}, yaxis={"range": [0, 5]}),
    "symbols": figure(
        *(
            line(y=[i] * 4, mode="markers", marker={"symbol": name, "size": 12, "angle": 30 if i == 1 else 0})
            for i, name in enumerate(
                (
                    "circle",
                    "square",
                    "triangle-up",
                    "diamond",
                    "triangle-down",
                    "cross",
                    "x",
                    "circle-open",
                    "line-ns-open",
                )
            )
        )
    ),
    "steps": figure(
        line(line={"shape": "hv"}),
        line(y=[1, 7, None, 2], line={"shape": "vh"}),
        line(y=[1, 1, 1, 2], line={"shape": "hvh"}),
    ),
    "axis lines": figure(
        line(),
        xaxis={
            "range": [2009.5, 2013.5],
            "showgrid": False,
            "linecolor": "#d9d4c7",
            "ticks": "outside",
            "zeroline": False,
        },
        yaxis={"range": [0, 10], "title": {"text": "Victims"}, "tickprefix": "c. ", "ticksuffix": " %"},
    ),
    "tick texts": figure(
        line(y=[30000, 12000.5, 4, 1]),
        xaxis={
            "tickvals": YEARS,
            "ticktext": ["a", "<b>b</b>", "c<br>d", "e"],
            "title": {"text": "Years"},
            "side": "top",
        },
        yaxis={"side": "right", "tickfont": {"size": 18}},
        margin={"l": 30, "r": 90, "t": 60, "b": 20},
    ),
    "separators": figure(line(y=[30000, 12000, 4, 1]), yaxis={"tickformat": ",.1f", "dtick": 7000}, separators=",."),
    "area": figure(line(**SQUARE, fill="toself", fillcolor="#ece7da", line={"width": 1, "color": "#a8480f"})),
    "to zero": figure(line(fill="tozeroy", y=[3, 4, -2, 8])),
    "map": figure(
        line(
            **SQUARE, fill="toself", fillpattern={"shape": "/", "bgcolor": "#ffffff", "fgcolor": "#a8480f", "size": 6}
        ),
        xaxis={"visible": False, "range": [0, 6], "constrain": "domain", "constraintoward": "right"},
        yaxis={"visible": False, "range": [4, 0], "scaleanchor": "x", "constrain": "domain"},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
    ),
    "same scale": figure(line(**SQUARE), xaxis={"range": [0, 6]}, yaxis={"range": [0, 4], "scaleanchor": "x"}),
    "two panels": figure(
        line(),
        line(xaxis="x2", yaxis="y2", y=[100, 300, 250, 0]),
        xaxis={"domain": [0, 0.4], "anchor": "y"},
        yaxis={"domain": [0.5, 1], "anchor": "x"},
        xaxis2={"domain": [0.6, 1], "anchor": "y2", "tickvals": [2010, 2013]},
        yaxis2={"domain": [0.1, 0.9], "anchor": "x2", "visible": False, "rangemode": "tozero"},
    ),
    "second axis": figure(
        line(),
        line(y=[100, 200, 150, 400], yaxis="y2"),
        yaxis2={"overlaying": "y", "side": "right", "showgrid": False, "tickmode": "auto"},
    ),
    "texts": figure(
        line(
            x=[1, 2, 3],
            y=[2, 3, 4],
            mode="text+markers",
            text=["one", "<b>two</b>", "three<br>lines"],
            textposition=["top center", "middle right", "bottom left"],
            marker={"size": 12},
        ),
        xaxis={"range": [0, 4]},
        yaxis={"range": [0, 5], "domain": [0.2, 0.9]},
    ),
    "notes": figure(
        line(x=[1, 2, 3], y=[2, 3, 4]),
        xaxis={"range": [0, 4]},
        yaxis={"range": [0, 5], "domain": [0.2, 0.9]},
        annotations=[
            note(),
            note(xref="paper", yref="paper", text="<b>bold</b> corner", font={"size": 16}),
            note(x=2, y=2, text="arrow<br>two lines", showarrow=True, ax=40, ay=-40, arrowhead=0),
            note(x=3, text="arrow", showarrow=True, arrowhead=1, ax=-50, ay=20),
            note(x=0.5, xref="x domain", yref="y domain", xanchor="left", yanchor="bottom", xshift=8, yshift=3),
            note(x=3.5, y=4.5, text="to the left<br>x", align="left", bgcolor="#ffffff", bordercolor="#a8480f"),
            note(x=9, text="outside"),
            note(x=2.5, y=3, text="turned", textangle=-90),
        ],
        shapes=[
            {"type": "line", "x0": 1.5, "x1": 1.5, "y0": 0, "y1": 1, "yref": "y domain", "line": {"dash": "dot"}},
            {
                "type": "rect",
                "x0": 2,
                "x1": 3,
                "y0": 1,
                "y1": 2,
                "fillcolor": "#ece7da",
                "line": {"width": 0},
                "layer": "below",
            },
            {"type": "circle", "x0": 0.1, "x1": 0.3, "y0": 0.1, "y1": 0.3, "xref": "paper", "yref": "paper"},
        ],
    ),
    "bars": figure(bar(text=["3", "5", "8"], textposition="outside", cliponaxis=False)),
    "inner texts": figure(
        bar(
            text=["3", "5", "8"],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            insidetextfont={"size": 11},
        )
    ),
    "lying bars": figure(
        bar(
            orientation="h",
            x=[3, 5, 8],
            y=NAMES,
            base=[1, 2, 0],
            text=["3", "5", "8"],
            textposition="outside",
            cliponaxis=False,
            error_x={"type": "data", "array": [1, 2, 3], "arrayminus": [0, 0, 1], "symmetric": False},
        ),
        bar(
            orientation="h",
            x=[2, 5, 8],
            y=NAMES,
            marker={"color": ["#a8480f", "#1c4d6d", "#38718a"], "line": {"width": 1}},
        ),
        yaxis={"autorange": "reversed"},
        xaxis={"range": [0, 14]},
    ),
    "stacked": figure(
        *(bar(x=YEARS[:3], y=y) for y in ([1, 2, 3], [2, 5, None], [4, 1, 2])), barmode="stack", bargap=0.4
    ),
    "over each other": figure(bar(x=YEARS[:3], width=0.5), bar(x=YEARS[:3], y=[2, 5, 1], width=0.2), barmode="overlay"),
    "minus": figure(bar(y=[-3, 5, -8], offset=-0.3, width=0.6)),
    "template": {
        "data": [{"type": "scatter", "x": YEARS, "y": [1, 2, 3, 4]}],
        "layout": {
            "template": {
                "data": {"scatter": [{"mode": "markers", "marker": {"size": 14}}]},
                "layout": {
                    "paper_bgcolor": "rgba(0,0,0,0)",
                    "plot_bgcolor": "rgba(0,0,0,0)",
                    "margin": {"l": 100, "t": 10},
                    "font": {"size": 16},
                    "xaxis": {"showgrid": False},
                },
            }
        },
    },
}
