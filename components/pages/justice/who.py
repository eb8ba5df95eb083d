"""The pictures of who is suspected, prosecuted and convicted, and their figures as tables, folded away."""

from markupsafe import Markup

from components.captions.picture import Picture
from components.i18n import Words
from components.pages.justice.persons import Persons
from components.tables.calendars import folded
from components.tables.table import Table, to_html

TITLES = {"sexes": "persons.by_sex", "citizenships": "persons.by_citizenship"}
NOTHING = {"sexes": "persons.nothing", "citizenships": "persons.no_citizenship"}


def pictures(persons: Persons, when: str) -> list[Picture]:
    """How to read them, women and men, citizens."""
    w = persons.words
    shown = {"sexes": persons.sexes(), "citizenships": persons.citizenships()}
    drawn = [
        Picture(f"justice-{name}", figure, title=w(TITLES[name], when=when), said=() if figure else (w(NOTHING[name]),))
        for name, figure in shown.items()
    ]
    return [Picture("justice-who", said=(w("persons.legend"),)), *drawn]


def twins(persons: Persons, when: str) -> dict[str, Markup]:
    """The tables below the pictures; with that of women and men, who is neither."""
    w = persons.words
    sexes = _folded("sexes", persons.by_sex(w(TITLES["sexes"], when=when)), w)
    citizens = persons.by_citizenship(w(TITLES["citizenships"], when=when))
    return {"sexes": sexes + (persons.others() or ""), "citizenships": _folded("citizenships", citizens, w)}


def _folded(name: str, table: Table | None, words: Words) -> Markup:
    return folded(words("method.figures"), f"twin-{name}", [to_html(table)]) if table else Markup("")
