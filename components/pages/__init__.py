"""The pages, by the word that stands in the address."""

from components.pages.about.page import About
from components.pages.compare.page import Compare
from components.pages.cooperation.page import Cooperation
from components.pages.country.page import CountryProfile
from components.pages.explorer.page import Explorer
from components.pages.flows.page import Flows
from components.pages.justice.page import Justice
from components.pages.method.page import Method
from components.pages.overview.page import Overview
from components.pages.page import PAGES, of_release, open_page
from components.pages.passport.page import Figure
from components.pages.presenter.page import Present
from components.url.choices import Page

__all__ = ["PAGES", "of_release", "open_page"]

PAGES |= {
    Page.OVERVIEW: Overview,
    Page.JUSTICE: Justice,
    Page.FLOWS: Flows,
    Page.COOPERATION: Cooperation,
    Page.COMPARE: Compare,
    Page.COUNTRY: CountryProfile,
    Page.DATA: Explorer,
    Page.METHOD: Method,
    Page.ABOUT: About,
    Page.FIGURE: Figure,
    Page.PRESENT: Present,
}
