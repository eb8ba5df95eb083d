"""Corridors: from whom to whom, and what each side says of the same requests, side by side, the difference named."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from components.i18n import EN_DASH
from components.markup import el
from components.pages.cooperation.tallies import Saying
from data.interval import Interval, total
from data.queries.requests import Corridor, Versions
from data.registry.vocabulary import Procedure
from data.vocabulary import Country

Side = Mapping[tuple[int, Procedure], Interval]


def corridor_list(corridors: Sequence[Corridor], caption: str, saying: Saying) -> Markup:
    """One row a corridor: both versions over the years that both registered, how far they are apart, and the single
    figures that cannot be equal. Where only one side registered, its figure over its own years."""
    words = saying.words
    heads = ("corridor", "years", "sent", "received", "apart", "contradictions")
    table = el(
        "table",
        el("caption", caption),
        el(
            "thead",
            el("tr", [el("th", words(f"corridor.head.{name}"), scope="col", class_=_look(name)) for name in heads]),
        ),
        el("tbody", [_row(corridor, saying) for corridor in corridors]),
        class_="corridors",
    )
    return el("div", table, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key="corridors")


def row_list(corridor: Corridor, caption: str, saying: Saying) -> Markup:
    """One corridor year by year and instrument by instrument: what each side says, and how far they are apart."""
    words = saying.words
    keys = sorted(corridor.sent.keys() | corridor.received, key=lambda key: (key[0], words.label(key[1])))
    heads = ("year", "instrument", "sent", "received", "apart")
    table = el(
        "table",
        el("caption", caption),
        el("thead", el("tr", [el("th", words(f"corridor.head.{n}"), scope="col", class_=_look(n)) for n in heads])),
        el("tbody", [_version(corridor, key, saying) for key in keys]),
        class_="corridors",
    )
    return el("div", table, class_="scroll", role="region", aria_label=caption, tabindex=0)


def _version(corridor: Corridor, key: tuple[int, Procedure], saying: Saying) -> Markup:
    sides = [side.get(key) for side in (corridor.sent, corridor.received)]
    said = [saying.figure(count) if count else saying.words("none") for count in sides]
    versions = corridor.rows.get(key)
    said.append(said_apart(versions, saying) if versions else _missing(corridor, saying))
    return el(
        "tr",
        el("th", str(key[0]), scope="row"),
        el("td", saying.words.label(key[1])),
        [el("td", text, class_="n") for text in said],
        class_="is-contradicted" if versions and versions.contradict else None,
    )


def _missing(corridor: Corridor, saying: Saying) -> str:
    """Why there is no second version."""
    inside = {corridor.origin, corridor.target} <= set(Country)
    return saying.words("corridor.one_side" if inside else "corridor.outside")


def _look(name: str) -> str | None:
    return "n" if name in ("sent", "received", "apart") else None


def _row(corridor: Corridor, saying: Saying) -> Markup:
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
    contradictions = [el("li", contradiction(key, each, saying)) for key, each in corridor.contradictions.items()]
    return el(
        "tr",
        el("th", name, scope="row"),
        el("td", spans(years)),
        el("td", sent, class_="n"),
        el("td", received, class_="n"),
        el("td", apart, class_="n"),
        el("td", el("ul", contradictions) if contradictions else None, class_="what"),
        class_="is-contradicted" if contradictions else None,
    )


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
