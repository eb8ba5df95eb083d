"""What contradicts a figure, as rows: what the source prints in its place, and the figures that speak against it."""

from components.cells import printed_count
from components.i18n import Words
from components.tables.table import TableCell, TableRow, row_head
from data.interval import Interval
from data.model import FlowKey, Key, status_of
from data.queries.contradictions import Contested
from data.vocabulary import Age, Exploitation, Partner, Sex

WHOLE = (Sex.TOTAL, Age.TOTAL, Exploitation.TOTAL)


def contradictions(told: Contested, words: Words) -> list[TableRow]:
    """The withheld figure itself, if it is, and each one against it: whom it counts, as printed, and its rows."""
    own = []
    if told.printed is not None:
        own = [TableRow([row_head(words("passport.head.printed")), _printed(told.printed, told.rows, words)])]
    others = [TableRow([row_head(_group(e.key, words)), _printed(e.bounds, e.rows, words)]) for e in told.against]
    return [*own, *others]


def _printed(bounds: Interval, rows: tuple[int, ...], words: Words) -> TableCell:
    where = words.count("passport.in_rows", len(rows), rows=", ".join(map(str, rows)))
    return TableCell(printed_count(bounds, status_of(bounds), words), tone="sum", beside=where)


def _group(key: Key, words: Words) -> str:
    """Which persons of the same indicator another figure counts."""
    if isinstance(key, FlowKey):
        is_country = key.partner not in set(Partner)
        partner = words.country(key.partner) if is_country else words(f"partner.{key.partner}")
        return words("passport.of_citizenship", partner=partner)
    parts = [words.label(word) for word in (key.sex, key.age, key.exploitation) if word not in WHOLE]
    return "; ".join(parts) or words("passport.headline")
