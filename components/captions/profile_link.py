"""The way from another page to the profile of the country in view."""

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from components.url.choices import Page
from components.url.view import View
from data.vocabulary import Country


def profile_link(view: View, country: Country | None, words: Words) -> Markup:
    """A link to the profile of a country; nothing without one."""
    if country is None:
        return Markup("")
    to = View.of(view.locale, Page.COUNTRY, country=country, theme=view.theme)
    return el("p", el("a", words("profile.way", country=words.country(country)), href=to.url), class_="way-to-profile")
