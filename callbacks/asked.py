"""What is asked: an address of the site as somebody wrote it, understood once for document, layout and callbacks."""

from typing import NamedTuple, Self
from urllib.parse import urlsplit

from callbacks.public_address import within
from components.pages import of_release, open_page
from components.pages.page import ShownPage
from components.url.listed import is_listed
from components.url.tracking import untracked
from components.url.view import FRAME, Ignored, View, asks_for_frame, is_page, longest
from data.dataset import Dataset


class Asked(NamedTuple):
    """A view, what of its address could not be used, and whether the picture alone is wanted for another site."""

    view: View
    ignored: tuple[Ignored, ...]
    is_framed: bool
    dataset: Dataset

    @classmethod
    def of(cls, address: str, dataset: Dataset) -> Self | None:
        """The view at an address, as a path and a query or with scheme and host; None for one that is no page of the
        site, or longer than any that makes sense."""
        path, mark, query = address.partition("?")
        address = path + mark + untracked(query)
        if len(address) > longest(path) + MOST_BEFORE_QUERY:
            return None
        try:
            to = urlsplit(address)
        except ValueError:  # brackets that are no host
            return None
        path = within(to.path)
        if not is_page(path) or len(to.query) > longest(path):
            return None
        view, ignored = of_release(*View.parse(path, to.query), dataset)
        return cls(view, ignored, asks_for_frame(to.query), dataset)

    def key(self, kind: str, host: str = "") -> str | None:
        """Under what an answer is kept: kind, data version, canonical address, and the host where the answer names it.
        None where part of what is asked could not be used: the answer says so, and nobody else asks that."""
        frame = f" {FRAME}" if self.is_framed else ""
        return None if self.ignored else f"{kind}:{self.dataset.version}:{host}{self.view.url}{frame}"

    @property
    def is_listed(self) -> bool:
        """Whether search engines are to list the address."""
        return is_listed(self.view) and not self.ignored and not self.is_framed

    def page(self) -> ShownPage:
        """The view answered."""
        return open_page(self.view, self.ignored, self.dataset)


MOST_BEFORE_QUERY = 300  # characters of scheme, host and path
