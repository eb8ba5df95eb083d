"""A deck as one file: `python -m components.slideshow.offline "/en/present?deck=summit" OUT.html`."""

import argparse
from pathlib import Path
from urllib.parse import urlsplit

from components.captions.ignored import notice
from components.i18n import words
from components.pages.presenter.asked import not_shown
from components.pages.presenter.prepared_decks import held
from components.slideshow.document import sheet
from components.slideshow.slide import Setting, answered
from components.url.deck import Read
from components.url.view import Ignored, View
from data.dataset import CURATED, Dataset, load


def drawn(
    read: Read,
    view: View,
    ignored: tuple[Ignored, ...],
    dataset: Dataset,
    *,
    is_whole: bool,
    is_kept: bool = False,
    root: str = "",
) -> str:
    """The document of a deck as a view of the presenter's room asks for it; `is_whole` with its styles, its script and
    all its pictures, so that it opens without server or network. Of one that `is_kept` by a browser no slide has an
    address. `root` is what the addresses in its codes begin with; without it there are none."""
    deck = read.deck.of(view.locale, view.theme)
    shown = answered(deck, Setting(view.hall, view.filters, root), dataset)
    told = notice((*ignored, *read.ignored, *not_shown([each.page for each in shown])), words(view.locale))
    return sheet(
        view, shown, told, words(view.locale), is_whole=is_whole, is_kept=is_kept, root=root, minutes=deck.minutes
    )


def main() -> None:
    """Write the file. Raises DataRefused where the folder does not pass the check."""
    reads = argparse.ArgumentParser(prog="python -m components.slideshow.offline", description=__doc__)
    reads.add_argument("address", help="a deck as in the address of the presenter's room: /en/present?deck=summit")
    reads.add_argument("out", type=Path, help="the file to write")
    reads.add_argument("--data", type=Path, default=CURATED, help="folder with the data")
    given = reads.parse_args()
    address = urlsplit(given.address)
    (view, ignored), dataset = View.parse(address.path, address.query), load(given.data)
    document = drawn(held(view, dataset), view, ignored, dataset, is_whole=True)
    given.out.write_text(document, encoding="utf-8")


if __name__ == "__main__":
    main()
