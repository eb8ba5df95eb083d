"""What a view shows, once for all renderers: a figure or a table with its captions.

A page has them in its places, a slide and a file draw them (`components.slideshow`, `components.files`): none of them
reads another's markup.
"""

from typing import NamedTuple

from components.figures.key import Key
from components.tables.table import Table
from components.theme import Figure


class Own(NamedTuple):
    """What a figure says in its own file in the page's stead: what it counts, what that is not, the keys of its
    sources."""

    title: str
    caveat: str
    sources: tuple[str, ...]


class Picture(NamedTuple):
    """A figure, a table, or sentences alone, under the name of its place on the page (`overview-map`). A table may have
    the figure that says the same from afar: a slide and the hall draw that, a page and a sheet the table.

    `title` stands above it, `label` says in words what it shows, `said` are the sentences that belong to it. Where
    there is nothing to draw, `said` says so. `note` is what holds for the drawing whatever it shows: of a map, that its
    boundaries and names are no opinion. `own` is for a figure of which the page's finding does not speak.
    """

    name: str
    figure: Figure | None = None
    table: Table | None = None
    title: str = ""
    label: str = ""
    key: Key | None = None
    said: tuple[str, ...] = ()
    own: Own | None = None
    note: str = ""
