"""The registry year by year: what each country sent and received as small panels, and the scale of years that turns the
map of who registered."""

from collections.abc import Mapping, Sequence

from dash import html
from markupsafe import Markup

from components.captions.legend import line_samples
from components.controls.year_scale import scale, turning
from components.custom_components import Static
from components.figures.axes import Ground
from components.figures.joining import Point
from components.figures.key import Key
from components.figures.small_multiples import Panel, small_multiples
from components.figures.time_series import LOOKS, Line, highest
from components.i18n import Words
from components.pages.cooperation.tallies import Saying
from components.theme import Figure
from components.url.view import View
from data.queries.requests import added
from data.registry_vocabulary import DIRECTIONS
from data.requests_published import Entry
from data.vocabulary import Country

LOOK_OF = dict(zip(DIRECTIONS, LOOKS, strict=False))


def panels(by_code: Mapping[str, Sequence[Entry]], years: range, view: View, saying: Saying) -> Figure:
    """A panel for each country of `by_code`, largest first, with a line for each direction. A year in which nothing was
    registered has no point; a hidden count is the range that it may be. A click leads to the map of the year."""
    words = saying.words
    made = []
    for code, rows in by_code.items():
        lines = [
            Line(words(f"direction.{way}"), _points(code, [r for r in rows if r.direction is way], years, view, saying),
                 LOOK_OF[way], code=code)
            for way in DIRECTIONS
        ]  # fmt: skip
        top = highest(lines) or 1
        made.append(Panel(words.country(code), words.number(top), lines, top))
    ordered = sorted(made, key=lambda panel: (-panel.top, words.sort_key(panel.title)))
    return small_multiples(ordered, Ground(years, words.number))


def _points(code: str, rows: Sequence[Entry], years: range, view: View, saying: Saying) -> list[Point]:
    words, found = saying.words, []
    for year in years:
        counted = added(row for row in rows if row.year == year)
        if counted is not None:
            way = words(f"direction.{rows[0].direction}")
            said = f"{words.country(code)}, {year}<br>{way}: {saying.figure(counted.requests)}".replace(": <", ": &lt;")
            found.append(Point(year, counted.requests, said, view.with_values(year=year).url))
    return found


def key(words: Words) -> Key:
    """Which line is which."""
    return Key(samples=line_samples((LOOK_OF[way], words(f"direction.{way}")) for way in DIRECTIONS))


def years_scale(rows: Sequence[Entry], years: range, view: View, year: int | None, words: Words) -> Markup:
    """How many of the 22 registered in each year, and the way back to all years."""
    counts = {each: len({row.country for row in rows if row.year == each}) for each in years}
    return scale(view, counts, len(Country), year, words)


def turns(years: range, year: int | None, drawn: Markup, words: Words) -> html.Section:
    """What turns the years of the map."""
    at = {"min": years[0], "max": years[-1], "value": year or years[-1]}
    return turning("cooperation", at, Static("cooperation-scale", drawn), words)
