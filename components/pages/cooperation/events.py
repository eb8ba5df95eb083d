"""Joint operations, joint teams, agreements and cases: a matrix of who is on which list, a time line, and a list.

"Not listed" is said only where the list was read; a list that was not read is a question mark.
"""

from collections.abc import Sequence
from textwrap import wrap

from components.captions.headline import Finding
from components.captions.picture import Picture
from components.figures.timeline import Happening, timeline
from components.i18n import EN_DASH, Words
from components.tables.matrix import Line, matrix
from components.tables.table import Table, TableCell, TableRow, column, number, row_head
from components.theme import Figure
from components.translated import title_language, told
from data.cooperation_vocabulary import EventKind, ListStatus
from data.queries.means import Event
from data.vocabulary import SUBREGIONS


def finding(events: Sequence[Event], words: Words) -> Finding:
    """How many, and how many of them are joint teams."""
    if not events:
        return Finding(words("events.nothing"), "", words("events.caveat"))
    teams = [event for event in events if event.kind is EventKind.JOINT_TEAM]
    said = words.count("events.found", len(events))
    return Finding(said, words.count("events.teams", len(teams)), words("events.caveat"))


def pictures(events: Sequence[Event], words: Words) -> list[Picture]:
    """The matrix, the time line and the list; or that there is nothing."""
    if not events:
        return [Picture("cooperation-matrix", said=(words("events.nothing"),))]
    table, when = event_matrix(events, words("events.caption"), words), words("events.timeline")
    return [
        Picture("cooperation-matrix", table=table, said=(words("events.legend"),)),
        Picture("cooperation-timeline", timed(events, words), title=when, label=when),
        Picture("cooperation-events", table=event_list(events, words("events.list"), words)),
    ]


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
            said = words.placed(event.description[words.language])
            return TableCell("●", said, event.url, f"is-listed is-{event.kind}")
        if event.list_status is ListStatus.READ:
            return TableCell("·", words("events.not_listed"), event.url, "is-not_listed")
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
    about = "<br>".join(wrap(words.placed(event.description[words.language]), WIDE))
    said = f"{title(event, words)}<br>{period}<br>{about}"
    return Happening(words(f"eventkind.{event.kind}"), title(event, words), event.start, event.end, said)


def event_list(events: Sequence[Event], caption: str, words: Words) -> Table:
    """What happened when, latest first, undated ones last: what it was, who is on its list, and where it was read."""
    heads = [column(words("year.label"), "n")]
    heads += [column(words(head)) for head in ("events.head.event", "statements.head.what", "events.head.listed")]
    ordered = sorted(events, key=lambda event: event.year or "0", reverse=True)
    rows = [_listed(event, words) for event in ordered]
    return Table(caption, [*heads, column(words("statements.head.source"))], [rows], "events", "events")


def _listed(event: Event, words: Words) -> TableRow:
    kind = f"{words(f'eventkind.{event.kind}')}, {words(f'scope.{event.scope}')}"
    listed = words.names(sorted(words.country(c) for c in event.participants if c != "unknown"))
    cells = [
        number(event.year or words("events.undated")),
        row_head(title(event, words), beside=kind),
        TableCell(words.placed(event.description[words.language]), tone="what"),
        TableCell(listed),
        _read(event, words),
    ]
    return TableRow(cells)


def _read(event: Event, words: Words) -> TableCell:
    """Where it was read: the title, and by whom it was published."""
    title, publisher = (told(event.source, f"source_{name}", words) for name in ("title", "publisher"))
    if not title:
        return TableCell(publisher, href=event.url)
    return TableCell(title, href=event.url, beside=publisher, text_lang=title_language(event.source, words))
