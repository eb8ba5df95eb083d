"""What the browser does by itself, as Dash's clientside callbacks: each is a function of a file in `assets/`."""

from dash import ALL, ClientsideFunction, Dash, Input, Output

from components.url.choices import Page

MAPS = ("overview-map", "flows-map", "cooperation-map", "cooperation-registry-map", "country-map", "country-areas")
TURN_YEARS = (Page.OVERVIEW, Page.COOPERATION)  # pages with a scale of years


def register(app: Dash) -> None:
    """Name the functions by what calls them."""

    def call(file: str, function: str, *depends: Input | Output, at_once: bool = False) -> None:
        named = ClientsideFunction(file, function)
        app.clientside_callback(named, *depends, prevent_initial_call=not at_once)  # type: ignore[no-untyped-call]

    call("navigation", "arrive", Output("asked", "data"), Input("address", "search"))
    call("controls", "choose", Input({"control": ALL}, "value"))
    call("controls", "land", Input("landed", "data"))
    for name in MAPS:
        call("navigation", "pick", Input(name, "clickData"))
    for page in Page:
        call("navigation", "show", Input(f"{page}-shown", "data"), at_once=True)
        call("controls", "settle", Input(f"{page}-choices", "data"), at_once=True)
    for page in TURN_YEARS:
        call("years", "keep", Input(f"{page}-frames", "data"))
        call("years", "slide", Input(f"{page}-year", "value"))
        call("years", "play", Input(f"{page}-play", "n_clicks"))
        call("years", "step_back", Input(f"{page}-previous", "n_clicks"))
        call("years", "step_on", Input(f"{page}-next", "n_clicks"))
