"""The scale of years: each year is a bar of how many report, so that coverage is never out of sight."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from markupsafe import Markup

from components.custom_components import Static, attributes
from components.i18n import Words
from components.markup import el
from components.url.view import View

BAR_HEIGHT = 40


def scale(view: View, counts: Mapping[int, int], of: int, year: int | None, words: Words) -> Markup:
    """One link a year; its bar is the share of `of` countries that report (`counts`). The range input beside it is the
    keyboard's way, so the links are out of the tab order but can be read."""
    return el(
        "ol",
        [_year(view, y, n, max(1, of), y == year, words) for y, n in counts.items()],
        class_="scale",
        aria_label=words("scale.label"),
    )


def _year(view: View, year: int, n: int, of: int, is_current: bool, words: Words) -> Markup:
    height = round(n / of * BAR_HEIGHT, 1)
    drawing = el(
        "svg",
        el("rect", class_="whole", width=10, height=BAR_HEIGHT),
        el("rect", class_="share", width=10, y=BAR_HEIGHT - height, height=height),
        viewBox=f"0 0 10 {BAR_HEIGHT}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    link = el(
        "a",
        drawing,
        el("b", str(year)),
        el("span", words.number(n), aria_hidden="true"),
        el("span", words("scale.reporting", n=n, of=of), class_="spoken"),
        href=view.with_values(year=year).url,
        data_year=year,
        tabindex=-1,
        aria_current="true" if is_current else None,
    )
    return el("li", link, class_="is-current" if is_current else None)


def in_frame(view: View, years: Sequence[int], shown: int | None, words: Words) -> list[html.Nav]:
    """The years of a picture that stands in another site's page, as links within the frame: they need no script, which
    a sandbox may forbid. Nothing where no year is turned."""
    links = [
        html.A(
            str(year),
            href=view.with_values(year=year).framed(),
            target="_self",
            **(attributes(aria_current="true") if year == shown else {}),
        )
        for year in years
    ]
    return [html.Nav(links, className="frame-years", **attributes(aria_label=words("scale.label")))] if links else []


def turning(page: str, year: dict[str, Any], drawn: Static, words: Words) -> html.Section:
    """What turns the years of a page: steps, play, a range input (`year`: its `min`, `max`, `value`), the scale."""

    def button(name: str, sign: str, look: str, **marks: str) -> html.Button:
        label = attributes(aria_label=words(f"year.{name}"), **marks)
        return html.Button(sign, id=f"{page}-{name}", className=look, **label)

    turns = [
        button("previous", "‹", "turn"), button("play", "▶", "play", aria_pressed="false"), button("next", "›", "turn"),
    ]  # fmt: skip
    slider = dcc.Input(type="range", id=f"{page}-year", step=1, className="slider", **year)
    label = html.Label([html.Span(words("year.label"), className="spoken"), slider])
    return html.Section(
        [html.Div(turns, className="turns"), html.Div([drawn, label], className="years-of-scale")],
        className="time",
        **attributes(aria_label=words("scale.label")),
    )
