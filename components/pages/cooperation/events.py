"""Joint operations, joint teams, agreements and cases: a matrix of who is on which list, and a time line.

"Not listed" is said only where the list was read; a list that was not read is a question mark.
"""

from collections.abc import Sequence
from textwrap import wrap

from markupsafe import Markup

from components.figures.timeline import Happening, timeline
from components.i18n import EN_DASH, Words
from components.markup import el
from components.tables.matrix import Line, matrix
from components.tables.table import Table, TableCell
from components.theme import Figure
from data.cooperation_vocabulary import EventKind, ListStatus
from data.queries.means import Event
from data.vocabulary import SUBREGIONS


def event_matrix(events: Sequence[Event], caption: str, words: Words) -> Table:
    """Events by countries, kind by kind, earliest first; undated ones last."""
    lines = [
        Line(e.event, title(e, words), e.event, e.kind)
        for e in sorted(events, key=lambda e: (ORDER[e.kind], e.end or e.start or UNDATED))
    ]
    countries = [Line(c, words.country(c), c, group) for group, members in SUBREGIONS.items() for c in members]
    by_key = {event.event: event for event in events}

    def entry(line: Line, country: Line) -> TableCell:
        event = by_key[line.key]
        if country.key in event.participants:
            return TableCell("●", event.description[words.language], tone=f"is-listed is-{event.kind}")
        if event.list_status is ListStatus.READ:
            return TableCell("·", words("events.not_listed"), tone="is-not_listed")
        return TableCell("?", words("events.not_read"), tone="is-not_reported")

    return matrix(lines, countries, entry, caption, words("events.corner"))


ORDER = {EventKind.JOINT_TEAM: 0, EventKind.AGREEMENT: 1, EventKind.CASE: 2, EventKind.JOINT_OPERATION: 3}


UNDATED = "9999"  # after every date
WIDE = 60  # letters of a line under the pointer


def title(event: Event, words: Words) -> str:
    """Its own name, or the countries on its list, with its year."""
    name = event.name or EN_DASH.join(sorted(event.participants - {"unknown"})) or words(f"eventkind.{event.kind}")
    return f"{name}, {event.year}" if event.year else name


def timed(events: Sequence[Event], words: Words) -> Figure:
    """When each was, kind by kind, on one scale of years."""
    ordered = sorted(events, key=lambda event: ORDER[event.kind])
    return timeline([_happening(event, words) for event in ordered])


def _happening(event: Event, words: Words) -> Happening:
    period = f" {EN_DASH} ".join(dict.fromkeys([event.start or "…", event.end or "…"]))
    said = f"{title(event, words)}<br>{period}<br>{'<br>'.join(wrap(event.description[words.language], WIDE))}"
    return Happening(words(f"eventkind.{event.kind}"), title(event, words), event.start, event.end, said)


def told(events: Sequence[Event], words: Words) -> Markup:
    """What happened when, year by year, latest first; undated ones last."""
    years: dict[str, list[Event]] = {}
    for event in events:
        years.setdefault(event.year, []).append(event)
    ordered = sorted(years, key=lambda year: year or "0", reverse=True)
    return el(
        "ol",
        [
            el("li", el("b", year or words("events.undated")), el("ul", [_told(e, words) for e in years[year]]))
            for year in ordered
        ],
        class_="timeline",
    )


def _told(event: Event, words: Words) -> Markup:
    listed = words.names(sorted(words.country(c) for c in event.participants if c != "unknown"))
    scope = words(f"scope.{event.scope}")
    return el(
        "li",
        el("span", words(f"eventkind.{event.kind}"), class_="kind"),
        " ",
        el("strong", title(event, words)),
        f" ({scope}): ",
        event.description[words.language],
        f" {listed}. " if listed else " ",
        el("cite", event.source),
    )
