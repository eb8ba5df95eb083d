"""The pages, by the word that stands in the address."""

from components.choices import Page
from components.pages.compare import Compare
from components.pages.cooperation import Cooperation
from components.pages.figure import Figure
from components.pages.flows import Flows
from components.pages.justice import Justice
from components.pages.method import Method
from components.pages.overview import Overview
from components.pages.page import ShownPage
from components.view import Ignored, View
from components.words import words
from data.dataset import Dataset

PAGES: dict[Page, type[ShownPage]] = {
    Page.OVERVIEW: Overview,
    Page.JUSTICE: Justice,
    Page.FLOWS: Flows,
    Page.COOPERATION: Cooperation,
    Page.COMPARE: Compare,
    Page.METHOD: Method,
    Page.FIGURE: Figure,
}


def open_page(view: View, ignored: tuple[Ignored, ...], dataset: Dataset) -> ShownPage:
    """A view answered, in its language."""
    return PAGES[view.page](view, ignored, dataset, words(view.language))
