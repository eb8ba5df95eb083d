"""What the colours and marks of a picture mean, as data: class limits, the six states, the range; and as HTML."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from components import theme
from components.cells import MARKS, State, state
from components.drawing.colours import living
from components.drawing.keys import sample
from components.drawing.svg import small
from components.figures.choropleth import Edges, colour, ends
from components.figures.classes import STEPS
from components.figures.key import Key, Sample
from components.figures.time_series import Look
from components.i18n import Words
from components.markup import el
from data.model import Answer
from data.queries.areas import AreaCell
from data.vocabulary import Measure

FLAG = "⚑"
LOOKS = {
    State.ZERO: Sample("", theme.PANEL, theme.EDGE),
    State.SUPPRESSED: Sample("", theme.STEPS[1], theme.INK, is_dashed=True),
    State.RANGE: Sample("", theme.STEPS[1], theme.INK, "-", theme.STEPS[STEPS - 3], is_dashed=True),
    State.WITHHELD: Sample("", theme.MISSING_GROUND, theme.INK, "\\", theme.INK, is_dashed=True),
    State.NOT_REPORTED: Sample("", theme.MISSING_GROUND, "", "/", theme.MISSING_LINE),
    State.NOT_APPLICABLE: Sample("", theme.MISSING_GROUND, theme.EDGE, "|", theme.MISSING_LINE),
}
STATES = tuple(LOOKS)


def legend(
    edges: tuple[float, ...], measure: Measure, title: str, words: Words, states: Iterable[State] = STATES,
    *, has_flags: bool = True, note: str = "", has_land: bool = True,
) -> Key:  # fmt: skip
    """The key of a map: the scale with its limits, one sample for each state, the dot of a figure with a flag, and the
    land around the 22 where the map has any."""
    samples = [state_sample(state, words) for state in states]
    if has_flags:
        samples.append(Sample(words("legend.flagged"), theme.ACCENT, is_dot=True, sign=FLAG))
    if has_land:
        samples.append(outside(words))
    return Key(title, classes(edges, measure, words), tuple(samples), note)


def of_map(
    answer: Answer, edges: Edges, measure: Measure, title: str, words: Words, states: Iterable[State] = STATES,
    *, has_flags: bool = True,
) -> Key:  # fmt: skip
    """The key of a map whose years turn: of the `states`, what is withheld is told where it is in any year."""
    has_withheld = any(answer.withheld(year) for year in answer.years)
    told = [each for each in states if has_withheld or each is not State.WITHHELD]
    return legend(edges, measure, title, words, told, has_flags=has_flags)


def area_legend(cells: Sequence[AreaCell], measure: Measure, edges: Edges, title: str, words: Words) -> Key:
    """The scale, and a key for each state that the map shows, and for flags where a figure has one."""
    shown = {state(each.cell) for each in cells}
    if any(len(set(ends(each.cell, measure, edges) or ())) > 1 for each in cells):
        shown.add(State.RANGE)
    states = [each for each in State if each in shown and each is not State.VALUE]
    return legend(
        edges, measure, title, words, states, has_flags=any(each.cell.flags for each in cells), has_land=False
    )


def unscaled(words: Words, note: str = "", missing: str = "") -> Key:
    """The key of a map without a scale: what its hatch means (`missing`: in other words), and the land around."""
    hatched = state_sample(State.NOT_REPORTED, words)
    return Key(samples=(hatched._replace(text=missing, sign="") if missing else hatched, outside(words)), note=note)


def outside(words: Words) -> Sample:
    """Land that is none of the 22: flat and without an outline, which no state is."""
    return Sample(words("legend.outside"), theme.CONTEXT)


def classes(edges: tuple[float, ...], measure: Measure, words: Words) -> tuple[Sample, ...]:
    """The scale of colours alone."""
    show = words.rate_limit if measure is Measure.RATE else words.number
    limits = ["0", *(show(edge) for edge in edges)]
    return tuple(Sample(limit, theme.STEPS[colour(i, edges)]) for i, limit in enumerate(limits))


def state_sample(state: State, words: Words) -> Sample:
    """What one state looks like and is called."""
    return LOOKS[state]._replace(text=words(f"legend.{state}"), sign=MARKS.get(state, ""))


def line_samples(named: Iterable[tuple[Look, str]]) -> tuple[Sample, ...]:
    """Lines, each by its name."""
    return tuple(Sample(text, line=look) for look, text in named)


def to_html(key: Key, words: Words, look: str = "legend") -> Markup:
    """The key on a page; `look` is the class of its place: over a map, or a line of samples (`key`)."""
    steps = [el("li", _swatch(step, is_stretched=True), el("span", step.text)) for step in key.classes]
    samples = [el("li", _swatch(each), _sign(each), each.text) for each in key.samples]
    return el(
        "div",
        el("p", key.title) if key.title else None,
        el("ol", steps, class_="classes", aria_label=words("legend.classes")) if steps else None,
        el("ul", samples, class_="keys") if samples else None,
        el("p", key.note) if key.note else None,
        class_=look,
    )


def _sign(shown: Sample) -> list[Markup | str]:
    if not shown.sign:
        return []
    return [el("b", shown.sign, style=f"color:{living(shown.ink)}") if shown.ink else shown.sign, " "]


def _swatch(shown: Sample, *, is_stretched: bool = False) -> Markup | None:
    """A sample as a small picture, in the colours of the scheme in force."""
    if is_stretched:
        box = el("rect", fill=living(shown.fill), width=10, height=10)
        return el("svg", box, viewBox="0 0 10 10", aria_hidden="true", preserveAspectRatio="none")
    drawn = sample(shown)
    return small(drawn) if drawn else None
