"""Corridors: from whom to whom, and what each side says of the same requests, side by side, the difference named."""

from collections.abc import Mapping, Sequence

from components.i18n import EN_DASH
from components.pages.cooperation.tallies import Saying
from components.tables.table import Table, TableCell, TableRow, column, number, row_head
from data.interval import Interval, total
from data.queries.requests import Corridor, Versions
from data.registry_vocabulary import Procedure
from data.vocabulary import Country

Side = Mapping[tuple[int, Procedure], Interval]


def corridor_list(corridors: Sequence[Corridor], caption: str, saying: Saying) -> Table:
    """One row a corridor: both versions over the years that both registered, how far they are apart, and the single
    figures that cannot be equal. Where only one side registered, its figure over its own years."""
    heads = ("corridor", "years", "sent", "received", "apart", "contradictions")
    return Table(caption, _heads(heads, saying), [[_row(each, saying) for each in corridors]], "corridors", "corridors")


def row_list(corridor: Corridor, caption: str, saying: Saying) -> Table:
    """One corridor year by year and instrument by instrument: what each side says, and how far they are apart."""
    keys = sorted(corridor.sent.keys() | corridor.received, key=lambda key: (key[0], saying.words.label(key[1])))
    heads = ("year", "instrument", "sent", "received", "apart")
    rows = [_version(corridor, key, saying) for key in keys]
    return Table(caption, _heads(heads, saying), [rows], "corridors", f"rows-{corridor.origin}")


def _heads(names: Sequence[str], saying: Saying) -> list[TableCell]:
    numbers = ("sent", "received", "apart")
    return [column(saying.words(f"corridor.head.{each}"), "n" if each in numbers else "") for each in names]


def _version(corridor: Corridor, key: tuple[int, Procedure], saying: Saying) -> TableRow:
    sides = [side.get(key) for side in (corridor.sent, corridor.received)]
    said = [saying.figure(count) if count else saying.words("none") for count in sides]
    versions = corridor.rows.get(key)
    said.append(said_apart(versions, saying) if versions else _missing(corridor, saying))
    cells = [row_head(str(key[0])), TableCell(saying.words.label(key[1])), *map(number, said)]
    return TableRow(cells, "is-contradicted" if versions and versions.contradict else "")


def _missing(corridor: Corridor, saying: Saying) -> str:
    """Why there is no second version."""
    inside = {corridor.origin, corridor.target} <= set(Country)
    return saying.words("corridor.one_side" if inside else "corridor.outside")


def _row(corridor: Corridor, saying: Saying) -> TableRow:
    words = saying.words
    name = words("corridor.way", origin=words.country(corridor.origin), target=words.country(corridor.target))
    versions = corridor.versions
    if versions is None:
        sent, received = (_alone(side, saying) for side in (corridor.sent, corridor.received))
        apart = _missing(corridor, saying)
        years = sorted({year for year, _ in (*corridor.sent, *corridor.received)})
    else:
        sent, received = saying.figure(versions.sent), saying.figure(versions.received)
        apart, years = said_apart(versions, saying), list(corridor.years)
    contradictions = tuple(contradiction(key, each, saying) for key, each in corridor.contradictions.items())
    told = [
        TableCell(spans(years)),
        *map(number, (sent, received, apart)),
        TableCell(tone="what", listed=contradictions),
    ]
    return TableRow([row_head(name), *told], "is-contradicted" if contradictions else "")


def _alone(side: Side, saying: Saying) -> str:
    return saying.figure(total(list(side.values()))) if side else saying.words("none")


def said_apart(versions: Versions, saying: Saying) -> str:
    """The difference in words: none, a number or range apart, or up to a number where the two may agree."""
    words, apart = saying.words, versions.apart
    if apart.high == 0:
        return words("corridor.same")
    if apart.low == 0:
        return words("corridor.up_to", n=words.number(apart.high))
    return words("corridor.apart", n=words.interval(apart))


def contradiction(key: tuple[int, Procedure], versions: Versions, saying: Saying) -> str:
    """One figure on which the two sides cannot both be right: 2019, extradition: 12 sent, 9 received; 3 apart."""
    year, instrument = key
    return saying.words(
        "corridor.contradiction", year=year, instrument=saying.words.label(instrument).lower(),
        sent=saying.figure(versions.sent), received=saying.figure(versions.received),
        apart=said_apart(versions, saying),
    )  # fmt: skip


def spans(years: Sequence[int]) -> str:
    """Years as spans: 2015–2018, 2020."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}{EN_DASH}{run[-1]}" for run in runs)
