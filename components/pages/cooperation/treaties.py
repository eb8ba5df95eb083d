"""Who is bound by what, since when, as far as each source is known: a matrix, and how many over time.

"Not shown as party by a date" is never "not a party", and where no source was read not even that is said: the two have
a mark, a word and an entry of the key each, and only countries whose source was read are counted.
"""

from components.captions.headline import Finding
from components.captions.picture import Picture
from components.figures.axes import Ground
from components.figures.joining import Point
from components.figures.time_series import LOOKS, Line, Look, time_series
from components.i18n import Words
from components.tables.matrix import Line as Row
from components.tables.matrix import matrix
from components.tables.table import Table, TableCell
from components.theme import Figure
from components.translated import named
from data.cooperation_vocabulary import Treaty, TreatyAction
from data.interval import Interval
from data.queries.means import Act, Acts, Bound, Standing, bound, standing
from data.vocabulary import SUBREGIONS, Country

DRAWN = (
    Treaty.UNTOC, Treaty.TRAFFICKING_PROTOCOL, Treaty.SMUGGLING_PROTOCOL, Treaty.MEDELLIN_TREATY,
    Treaty.INTER_AMERICAN_MLA, Treaty.MIGRANT_WORKERS_CONVENTION,
)  # fmt: skip
STEPS = {t: look._replace(shape="hv", size=0) for t, look in zip(DRAWN, LOOKS, strict=True)}
MARKS = {  # a signature has a letter of its language
    Standing.BOUND: "✓", Standing.INDIRECT: "≈", Standing.NOT_SHOWN_AS_PARTY: "–", Standing.NO_SOURCE_READ: "?",
}  # fmt: skip
LOOKS_OF = {
    Standing.BOUND: "is-bound", Standing.SIGNED: "is-signed", Standing.INDIRECT: "is-signed",
    Standing.NOT_SHOWN_AS_PARTY: "is-not_shown",
}  # fmt: skip
FIRST_STEP, LAST_STEP = 1985, 2026


def finding(acts: Acts, words: Words) -> Finding:
    """How many of the 22 are shown as bound by the treaties on these crimes."""
    if not acts:
        return Finding(words("treaties.nothing"), "", words("treaties.caveat"))
    known, none = bound(acts), Bound(0, 0)
    trafficking, smuggling = (known.get(t, none) for t in (Treaty.TRAFFICKING_PROTOCOL, Treaty.SMUGGLING_PROTOCOL))
    medellin = known.get(Treaty.MEDELLIN_TREATY, none)
    said = words(
        "treaties.found",
        trafficking=trafficking.bound, of_trafficking=trafficking.read,
        smuggling=smuggling.bound, of_smuggling=smuggling.read,
    )  # fmt: skip
    return Finding(said, words("treaties.medellin", n=medellin.bound, of=medellin.read), words("treaties.caveat"))


def pictures(acts: Acts, mine: Country | None, words: Words) -> list[Picture]:
    """The matrix, and the steps over time; or that there is nothing."""
    if not acts:
        return [Picture("cooperation-matrix", said=(words("treaties.nothing"),))]
    table = treaty_matrix(acts, mine, words("treaties.caption"), words)
    return [
        Picture("cooperation-matrix", table=table, said=(words("treaties.legend"),)),
        Picture("cooperation-treaties", bound_over_time(acts, words), label=words("treaties.steps")),
    ]


def treaty_matrix(acts: Acts, mine: Country | None, caption: str, words: Words) -> Table:
    """Treaties by countries: the year since which a country is shown as bound, a signature, or "not shown"; the
    column of `mine` stands out."""
    treaties = [Row(t, words(f"treaty.{t}"), words(f"treaty.{t}")) for t in Treaty]
    countries = [
        Row(c, words.country(c), c, group, c is mine) for group, members in SUBREGIONS.items() for c in members
    ]

    def entry(treaty: Row, country: Row) -> TableCell:
        act = acts.get((Country(country.key), Treaty(treaty.key)))
        return read(act, words)

    return matrix(treaties, countries, entry, caption, words("treaties.corner"))


def read(act: Act | None, words: Words) -> TableCell:
    """One cell: what is known, and up to when; it leads to the source."""
    known = standing(act)
    if act is None:
        return TableCell(MARKS[known], words("treaties.unread"), tone=f"is-{known}")
    mark = act.date[:4] or MARKS[known] if act.bound else MARKS.get(known) or words("treaties.signed")
    return TableCell(mark, f"{_known(act, words)} ({named(act.source, words)})", act.url, LOOKS_OF[known])


def _known(act: Act, words: Words) -> str:
    """The act with its day, and the day up to which its source is known."""
    if act.action is TreatyAction.NOT_SHOWN_AS_PARTY and act.as_of:
        return words("treaties.not_shown_by", date=act.as_of)
    said = words(f"action.{act.action}")
    dated = words("treaties.dated", said=said, date=act.date) if act.date else said
    return f"{dated}; {words('treaties.as_of', date=act.as_of)}" if act.as_of else dated


def bound_over_time(acts: Acts, words: Words) -> Figure:
    """How many of the 22 are shown as bound, step by step, for the treaties that matter most here; dotted after the day
    up to which the sources are known. An act without a date may be of any year until then: the steps are ranges, and
    end at the number that the sentence says."""
    found = [(_steps(acts, treaty, look, words), known_until(acts, treaty)) for treaty, look in STEPS.items()]
    shown = [(line, known) for line, known in found if line.points]
    after = [_after(line, known) for line, known in shown if known < LAST_STEP]
    ground = Ground(range(FIRST_STEP, LAST_STEP + 1), words.rate_limit, words("treaties.axis"))
    return time_series([*after, *(line for line, _ in shown)], ground)


def _steps(acts: Acts, treaty: Treaty, look: Look, words: Words) -> Line:
    """The countries bound by the end of each year, from the first to the last year that is known."""
    parties = [act for (_, t), act in acts.items() if t is treaty and act.bound]
    dated = sorted(int(act.date[:4]) for act in parties if act.date)
    name, last = words(f"treaty.{treaty}"), known_until(acts, treaty)
    drawn = []
    for year in range(dated[0], last + 1) if dated else ():
        known = sum(each <= year for each in dated)
        count = (
            Interval(known, len(parties) - len(dated) + known) if year < last else Interval(len(parties), len(parties))
        )
        drawn.append(Point(year, count, f"{name}, {year}: {words.interval(count)}"))
    return Line(name, drawn, look, end=f"{name}: {len(parties)}", code=str(len(parties)))


def _after(line: Line, known: int) -> Line:
    """The last step, on to where the picture ends: nobody has read a source since."""
    last, look = line.points[-1].shown, line.look._replace(dash="dot", width=1.5)
    return Line("", [Point(year, last) for year in range(known, LAST_STEP + 1)], look)


def known_until(acts: Acts, treaty: Treaty) -> int:
    """The year up to which the steps of a treaty are known: the earliest day of its sources, unless an act is later."""
    mine = [act for (_, each), act in acts.items() if each is treaty]
    read_on = min((int(act.as_of[:4]) for act in mine if act.as_of), default=0)
    return max(read_on, *(int(act.date[:4]) for act in mine if act.bound and act.date), 0)
