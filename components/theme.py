"""The tokens that a figure may name, by their light value, and what every figure shares: type, grounds, hover.

The same tokens stand in assets/tokens.css, where the dark values are; a test holds the two together. A renderer or the
browser puts the scheme in force in their place (`components.drawing`, assets/): a figure is always made in light.
"""

from typing import Any

Figure = dict[str, Any]  # {"data": [...], "layout": {...}}: plain data, for building `go.Figure` costs 45 ms each

INK, SOFT, LINE, PAPER, PANEL = "#1b2430", "#56606c", "#d9d4c7", "#fbf9f4", "#ffffff"
ACCENT, BAR, EDGE, CONTEXT = "#a8480f", "#38718a", "#868072", "#ece7da"
MISSING_GROUND, MISSING_LINE = "#f3efe6", "#a8a08d"
# Okabe and Ito (2008), darkened where needed to stand 3:1 on paper; dashes tell lines apart without colour.
HUES = ("#1c4d6d", "#a8480f", "#00735c", "#8a4fa3", "#7d6608", "#444e5a")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
SYMBOLS = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross")
STEPS = ("#dfe6e4", "#b9d0d0", "#8db4ba", "#5f94a3", "#38718a", "#1c4d6d", "#0c2c49")  # classes of a map, low to high
ON_STEPS = ("#1b2430", "#1b2430", "#1b2430", "#0b141d", "#ffffff", "#ffffff", "#ffffff")  # type upon each of them

FAMILY = "system-ui, Segoe UI, Noto Sans, sans-serif"
SIZE = 13  # pixels: the type of a figure
FONT = {"family": FAMILY, "size": SIZE, "color": INK}


def layout(**own: Any) -> Figure:
    """What every figure's layout shares, with what is its own. Grounds are clear, so that the page's shows."""
    return {
        "font": FONT,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 24},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "hoverlabel": {"bgcolor": PANEL, "bordercolor": EDGE, "font": FONT, "align": "left"},
        "template": {"data": {}, "layout": {}},
        **({"meta": {"height": own["height"]}} if "height" in own else {}),  # Dash takes `height` off a live graph
        **own,
    }
