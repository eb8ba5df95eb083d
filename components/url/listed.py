"""The addresses that search engines are to list: each page as it comes, and that of each country. Any other view is one
of a great many of the same figures, and leads there by its links."""

from collections.abc import Iterator

from components.url.choices import Locale, Page
from components.url.view import View
from data.vocabulary import Country

UNLISTED = (Page.FIGURE, Page.PRESENT)  # one of thousands of figures; a room to work in


def listed(locale: Locale) -> Iterator[View]:
    """The views to be listed, in a locale; the same ones in each."""
    yield from (View.of(locale, page) for page in Page if page not in UNLISTED)
    yield from (View.of(locale, Page.COUNTRY, country=country) for country in Country)


def is_listed(view: View) -> bool:
    """Whether a view is one of them."""
    mine = {"country": view.country} if view.page is Page.COUNTRY else {}
    return view.page not in UNLISTED and view == View.of(view.locale, view.page, **mine)
