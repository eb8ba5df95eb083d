"""What a reader takes along from page to page: language, theme, release, and the country or countries in view."""

from collections.abc import Sequence
from typing import Any

from components.url import table_filter
from components.url.choices import Page
from components.url.url_params import FIELDS
from components.url.view import View
from data.queries.compare import FEWEST, MOST
from data.schema import SHOWN
from data.value_list import values
from data.vocabulary import Country


def chosen(view: View) -> tuple[Country, ...]:
    """The countries that a view is about; none where it is about all."""
    if view.country:
        return (view.country,)
    if view.countries or not view.where:
        return view.countries
    asked = values(table_filter.filters(view.where).get("country", ""))
    return tuple(sorted(Country(code) for code in asked if code in set(Country)))


def at_country(view: View, country: Country) -> View:
    """The same view of one country; its profile, where the page has no place for one."""
    known = FIELDS[view.page]
    if "country" in known:
        return view.with_values(country=country)
    if "countries" in known and view.page is not Page.COMPARE:
        return view.with_values(countries=(country,))
    return view.at_page(Page.COUNTRY).with_values(country=country)


def carried(view: View, page: Page, neighbours: Sequence[Country] = ()) -> View:
    """First view of another page with the countries of this one, as far as it has a place for them: all of them, or the
    only one; beside one, a comparison has its `neighbours`."""
    found, known = chosen(view), FIELDS[page]
    kept: dict[str, Any] = {}
    if page is Page.COMPARE:
        wanted = {*found, *neighbours} if len(found) == 1 else set(found)
        kept["countries"] = tuple(sorted(wanted)) if FEWEST <= len(wanted) <= MOST else ()
    elif "countries" in known:
        kept["countries"] = found
    elif "country" in known and len(found) == 1:
        kept["country"] = found[0]
    elif page is Page.DATA and found and "country" in SHOWN[view.table].columns:
        kept["where"] = table_filter.where(f"country:{','.join(found)}")
    return view.at_page(page).with_values(**kept)
