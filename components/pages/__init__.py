"""The pages, by the word that stands in the address."""

from components.choices import Page
from components.pages.compare import Compare
from components.pages.cooperation import Cooperation
from components.pages.country import CountryProfile
from components.pages.explorer import Explorer
from components.pages.figure import Figure
from components.pages.flows import Flows
from components.pages.justice import Justice
from components.pages.method import Method
from components.pages.overview import Overview
from components.pages.page import ShownPage
from components.pages.present import Present
from components.view import Ignored, View
from components.words import words
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
