"""From a figure to its passport: the address at which one can read where it comes from."""

from collections.abc import Callable

from markupsafe import Markup

from components.choices import Page
from components.markup import el
from components.view import View
from data.answer import Cell

Reference = Callable[[Cell], str]


def reference(view: View, **counted: object) -> Reference:
    """The address of the passport of any cell of a view: its own breakdown, save for what is `counted` otherwise."""
    kept = {name: getattr(view, name) for name in ("crime", "indicator", "sex", "age", "exploitation", "theme")}

    def of(cell: Cell) -> str:
        return View.of(view.language, Page.FIGURE, country=cell.country, year=cell.year, **(kept | counted)).url

    return of


def cited(text: object, cell: Cell, to: Reference | None, *, is_stop: bool = True) -> Markup | object:
    """A printed figure as a quiet link to its passport. Where a table stands beside the picture, its links are no
    stops of the tab key (`is_stop`): the picture's own table has them."""
    return el("a", text, href=to(cell), class_="to-figure", tabindex=None if is_stop else -1) if to else text
