"""The pages, by the word that stands in the address."""

from components.i18n import words
from components.pages.compare.page import Compare
from components.pages.cooperation.page import Cooperation
from components.pages.country.page import CountryProfile
from components.pages.explorer.page import Explorer
from components.pages.flows.page import Flows
from components.pages.justice.page import Justice
from components.pages.method.page import Method
from components.pages.overview.page import Overview
from components.pages.page import ShownPage
from components.pages.passport.page import Figure
from components.pages.presenter.page import Present
from components.url.choices import Page
from components.url.view import Ignored, View
from data.dataset import Dataset

PAGES: dict[Page, type[ShownPage]] = {
    Page.OVERVIEW: Overview,
    Page.JUSTICE: Justice,
    Page.FLOWS: Flows,
    Page.COOPERATION: Cooperation,
    Page.COMPARE: Compare,
    Page.COUNTRY: CountryProfile,
    Page.DATA: Explorer,
    Page.METHOD: Method,
    Page.FIGURE: Figure,
    Page.PRESENT: Present,
}


def open_page(view: View, ignored: tuple[Ignored, ...], dataset: Dataset) -> ShownPage:
    """A view answered, in its language, from the release that it is of."""
    view, ignored = of_release(view, ignored, dataset)
    return PAGES[view.page](view, ignored, dataset.at(view.release), words(view.language))


def of_release(view: View, ignored: tuple[Ignored, ...], dataset: Dataset) -> tuple[View, tuple[Ignored, ...]]:
    """The view with a release that the data have: an unknown one is reported, and the newest is shown."""
    if view.release is None or view.release in dataset.releases:
        return view, ignored
    unknown = Ignored("release", view.release, ", ".join(dataset.releases))
    return view.with_values(release=None), (*ignored, unknown)
