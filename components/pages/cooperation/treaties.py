"""Who is bound by what, since when, as far as each source is known: a matrix, and how many over time.

"Not shown as party by a date" is never "not a party".
"""

from typing import Any

from components.figures.time_series import FONT, HUES, INK, LINE, SOFT, Figure
from components.i18n import Words
from components.tables.matrix import Line, matrix
from components.tables.table import Table, TableCell
from data.cooperation_vocabulary import Treaty, TreatyAction
from data.queries.means import Act
from data.vocabulary import SUBREGIONS, Country

Acts = dict[tuple[Country, Treaty], Act]
DRAWN = (
    Treaty.UNTOC, Treaty.TRAFFICKING_PROTOCOL, Treaty.SMUGGLING_PROTOCOL, Treaty.MEDELLIN_TREATY,
    Treaty.INTER_AMERICAN_MLA, Treaty.MIGRANT_WORKERS_CONVENTION,
)  # fmt: skip


HINTS = (TreatyAction.PARTY_IMPLIED, TreatyAction.NAMED_IN_TEXT, TreatyAction.DOMESTIC_STEP)
LAST_STEP = 2026
LABEL_GAP = 1.3  # countries between two names at the end of the steps, so that none covers another


def treaty_matrix(acts: Acts, mine: Country | None, caption: str, words: Words) -> Table:
    """Treaties by countries: the year since which a country is shown as bound, a signature, or "not shown"; the
    column of `mine` stands out."""
    treaties = [Line(t, words(f"treaty.{t}"), words(f"treaty.{t}")) for t in Treaty]
    countries = [
        Line(c, words.country(c), c, group, c is mine) for group, members in SUBREGIONS.items() for c in members
    ]

    def entry(treaty: Line, country: Line) -> TableCell:
        act = acts.get((Country(country.key), Treaty(treaty.key)))
        return read(act, words)

    return matrix(treaties, countries, entry, caption, words("treaties.corner"))


def read(act: Act | None, words: Words) -> TableCell:
    """One cell: what is known, and up to when."""
    if act is None:
        return TableCell("?", words("treaties.unread"), tone="is-not_reported")
    source = f"{_known(act, words)} ({act.source})"
    if act.bound:
        return TableCell(act.date[:4] or "✓", source, tone="is-bound")
    if act.action is TreatyAction.SIGNATURE:
        return TableCell(words("treaties.signed"), source, tone="is-signed")
    if act.action in HINTS:
        return TableCell("≈", source, tone="is-signed")
    return TableCell("–", source, tone="is-not_shown")


def _known(act: Act, words: Words) -> str:
    """The act with its day, and the day up to which its source is known."""
    if act.action is TreatyAction.NOT_SHOWN_AS_PARTY and act.as_of:
        return words("treaties.not_shown_by", date=act.as_of)
    said = words(f"action.{act.action}")
    dated = words("treaties.dated", said=said, date=act.date) if act.date else said
    return f"{dated}; {words('treaties.as_of', date=act.as_of)}" if act.as_of else dated


def bound_over_time(acts: Acts, words: Words) -> Figure:
    """How many of the 22 are shown as bound, step by step, for the treaties that matter most here; dotted after the day
    up to which the sources are known. Acts without a date are in the matrix, not in the steps."""
    traces: list[Figure] = []
    ends: list[tuple[int, str, str]] = []
    for hue, treaty in zip(HUES, DRAWN, strict=True):
        years = sorted(int(a.date[:4]) for (_, t), a in acts.items() if t is treaty and a.bound and a.date)
        if not years:
            continue
        name = words(f"treaty.{treaty}")
        steps = list(range(1, len(years) + 1))
        known = known_until(acts, treaty)
        line = {"shape": "hv", "color": hue, "width": 2.5}
        common = {"type": "scatter", "mode": "lines", "name": name, "showlegend": False}
        traces.append(
            common | {"x": [*years, known], "y": [*steps, steps[-1]], "line": line,
                      "hovertemplate": f"{name}, %{{x}}: %{{y}}<extra></extra>"}
        )  # fmt: skip
        if known < LAST_STEP:
            after = {"x": [known, LAST_STEP], "y": [steps[-1], steps[-1]], "hoverinfo": "skip"}
            traces.append(common | after | {"line": line | {"dash": "dot", "width": 1.5}})
        ends.append((steps[-1], name, hue))
    layout = {
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "font": FONT, "dragmode": False,
        "margin": {"l": 40, "r": 290, "t": 12, "b": 32}, "annotations": _apart(ends),
        "xaxis": {"range": [1985, LAST_STEP], "showgrid": False, "linecolor": LINE, "tickfont": {"color": SOFT},
                  "tickangle": 0, "fixedrange": True, "zeroline": False},
        "yaxis": {"range": [0, 23], "gridcolor": LINE, "tickfont": {"color": SOFT}, "zerolinecolor": SOFT,
                  "fixedrange": True, "title": {"text": words("treaties.axis"), "font": {"size": 12, "color": INK}}},
    }  # fmt: skip
    return {"data": traces, "layout": layout}


def known_until(acts: Acts, treaty: Treaty) -> int:
    """The year up to which the steps of a treaty are known: the earliest day of its sources, unless an act is later."""
    mine = [act for (_, each), act in acts.items() if each is treaty]
    read_on = min((int(act.as_of[:4]) for act in mine if act.as_of), default=0)
    return max(read_on, *(int(act.date[:4]) for act in mine if act.bound and act.date), 0)


def _apart(ends: list[tuple[int, str, str]]) -> list[dict[str, Any]]:
    """Names at the ends of the steps, from the top, each at least `LABEL_GAP` below the one before."""
    notes: list[dict[str, Any]] = []
    free = 99.0
    for height, name, hue in sorted(ends, reverse=True):
        free = min(float(height), free - LABEL_GAP)
        notes.append(
            {"x": LAST_STEP, "y": free, "text": f"{name}: {height}", "xanchor": "left", "showarrow": False,
             "xshift": 6, "font": {"color": hue, "size": 12}}
        )  # fmt: skip
    return notes
