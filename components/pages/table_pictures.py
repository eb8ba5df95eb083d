"""Pictures that are tables or sentences: how a list of terms becomes one, and how it stands on a page."""

from collections.abc import Iterable

from markupsafe import Markup

from components.captions.picture import Picture
from components.markup import el
from components.tables.table import Table, TableCell, TableRow, row_head, to_html

TONES = ("said", "about")  # of the columns of a list of terms: what is said, and what paper has no room for


def told(*sentences: str) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(filter(None, sentences))


def listed(name: str, table: Table | None, caption: str, nothing: str, *said: str) -> Picture:
    """A table with what is said of it, or its caption and that there is nothing to list."""
    return Picture(name, table=table, said=said) if table else Picture(name, title=caption, said=(nothing,))


def terms(name: str, title: str, lines: Iterable[tuple[str, ...]], nothing: str = "") -> Picture:
    """A list of names, each with what is said of it, as a table without heads; where there is none, a line says so."""
    rows = [
        TableRow([row_head(term), *(TableCell(text, tone=tone) for text, tone in zip(said, TONES, strict=False))])
        for term, *said in lines
    ]
    if not rows:
        return Picture(name, title=title, said=told(nothing))
    return Picture(name, table=Table(title, [], [rows], "terms"))


def placed(shown: Picture, level: str = "h3") -> Markup:
    """A table or sentences as HTML, below their title."""
    heading = el(level, shown.title) if shown.title else None
    look = "legend-line" if shown.table else "nothing"
    said = [el("p", each, class_=look) for each in shown.said]
    return el("div", heading, to_html(shown.table) if shown.table else None, said)
