"""What a view shows, once for all renderers: a figure or a table with its captions.

A page has them in its places, a slide and a file draw them (`components.render`): none of them reads another's markup.
"""

from typing import NamedTuple

from components.figures.time_series import Look
from components.tables.table import Table
from components.theme import Figure


class Sample(NamedTuple):
    """One entry of a key: what it looks like, and what that means.

    Colours are those of `components.theme` by their light value: a box filled with `fill` (`opacity` of it), `hatch`
    lines (plotly's name of a pattern) in the colour of `stripe`, an `edge`; or a dot; or a `line` with its mark.
    `sign` is printed before the text, in `ink`, and stands alone where there is nothing to draw.
    """

    text: str
    fill: str = ""
    edge: str = ""
    hatch: str = ""
    stripe: str = ""
    opacity: float = 1
    is_dashed: bool = False
    is_dot: bool = False
    line: Look | None = None
    sign: str = ""
    ink: str = ""


class Key(NamedTuple):
    """What colours and marks mean. `classes` are the steps of a scale, each named by its lower limit; `note` is what
    else there is to say."""

    title: str = ""
    classes: tuple[Sample, ...] = ()
    samples: tuple[Sample, ...] = ()
    note: str = ""


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
    there is nothing to draw, `said` says so. `own` is for a figure of which the page's finding does not speak.
    """

    name: str
    figure: Figure | None = None
    table: Table | None = None
    title: str = ""
    label: str = ""
    key: Key | None = None
    said: tuple[str, ...] = ()
    own: Own | None = None
