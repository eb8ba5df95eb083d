"""From a figure to its passport: the address at which one can read where it comes from."""

from collections.abc import Callable

from markupsafe import Markup

from components.cells import Trace
from components.i18n import Words
from components.markup import el
from components.url.choices import Chart, Page
from components.url.view import View
from data.model import Answer, Cell
from data.queries.coverage import Calendar
from data.queries.flows import Flow
from data.releases import Key
from data.vocabulary import Age, Country, Crime, Exploitation, FlowMeasure, Indicator, Sex


def trace(view: View, **counted: object) -> Trace:
    """The address of the passport of any cell of a view: its own breakdown, save for what is `counted` otherwise."""
    kept = {
        name: getattr(view, name) for name in ("crime", "indicator", "sex", "age", "exploitation", "theme", "release")
    }

    # A table asks for hundreds of addresses that differ in country and year: the rest of them is written once.
    country, year = next(iter(Country)), 2000
    sample = View.of(view.locale, Page.FIGURE, country=country, year=year, **(kept | counted)).url
    before, after = sample.split(f"country={country}&year={year}")

    def of(cell: Cell) -> str:
        return f"{before}country={cell.country}&year={cell.year}{after}"

    return of


def paired(view: View, flow: Flow) -> str:
    """The passport of the last year in a flow over several; the others stand beside it."""
    return View.of(
        view.locale, Page.FIGURE, country=flow.country, year=flow.listed[-1], flow=view.flow, partner=flow.partner,
        theme=view.theme, release=view.release,
    ).url  # fmt: skip


def printed_in(view: View, key: Key, release: str) -> str:
    """The passport of a figure as one release printed it."""
    if key.partner:
        about: dict[str, object] = {"flow": FlowMeasure(key.measure), "partner": key.partner}
    else:
        kinds_ = {"crime": Crime, "indicator": Indicator, "sex": Sex, "age": Age, "exploitation": Exploitation}
        about = {name: kind(getattr(key, name)) for name, kind in kinds_.items()}
    return View.of(
        view.locale,
        Page.FIGURE,
        country=Country(key.country),
        year=key.year,
        theme=view.theme,
        release=release,
        **about,
    ).url


def held(view: View) -> Callable[[Calendar, int, Country | None], str]:
    """Where a year of a calendar leads: to the passport of a country's figure, to the map of a year, to flows."""

    def of(calendar: Calendar, year: int, country: Country | None) -> str:
        measure, language = calendar.measure, view.locale
        if isinstance(measure, FlowMeasure):
            shown = {"flow": measure, "country": country, "theme": view.theme}
            return View.of(language, Page.FLOWS, years=(year, year), **shown).url
        if country is None:
            of_all = {"indicator": measure, "year": year, "theme": view.theme}
            return View.of(language, Page.OVERVIEW, years=(calendar.first, calendar.last), **of_all).url
        return View.of(language, Page.FIGURE, country=country, year=year, indicator=measure, theme=view.theme).url

    return of


def lead(view: View, answer: Answer, year: int) -> str:
    """What the first card of an answer leads to: the passport of its one country, or how a region is added up."""
    if len(answer.selection.countries) == 1:
        return trace(view)(answer.cells[answer.selection.countries[0], year])
    return View.of(view.locale, Page.METHOD, chart=Chart.READING, theme=view.theme).url


def about(view: View, answer: Answer, year: int, words: Words) -> Markup | None:
    """The way to the passport, where one country is chosen."""
    is_one = len(answer.selection.countries) == 1
    return el("a", words("passport.about"), href=lead(view, answer, year), data_key="about") if is_one else None
