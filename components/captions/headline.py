"""What one sees, said in words: the headline sentence, its caveat, and the cards, computed from the answer."""

from typing import NamedTuple

from markupsafe import Markup

from components.captions import changes
from components.i18n import Words
from components.markup import el
from data.model import Answer
from data.queries.comparable import Change, Untold, change_since_comparable
from data.queries.region import Region, region
from data.vocabulary import Age, Country, Crime, Exploitation, Measure, Panel, Sex


class Finding(NamedTuple):
    """The sentence in two parts (the second is the change, and may be empty) and the caveat, which ends in who `made`
    the change where that is told."""

    figure: str
    change: str
    caveat: str
    made: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.figure}; {self.change}." if self.change else f"{self.figure}."


def finding(answer: Answer, year: int, words: Words) -> Finding:
    """Say the figure of the region (or of whom was chosen), and the change against the last comparable year."""
    shown, since = region(answer, year), change_since_comparable(answer, year)
    change = changes.since(since, words) if since else ""
    made = " ".join(changes.made_of(since, words)) if since else ""
    return Finding(_figure(answer, shown, words), change, f"{_caveat(answer, shown, words)} {made}".strip(), made)


def noun(answer: Answer, words: Words, n: float) -> str:
    """What is counted, in the plural form for `n`, with the breakdown chosen: detected victims (women; forced
    labour)."""
    said = words.count(f"noun.{_counted(answer)}", round(n))
    scope = _scope(answer, words)
    return f"{said} ({scope})" if scope else said


def _counted(answer: Answer) -> str:
    """What is counted as the catalogues name it: the crime is never left to be guessed."""
    is_smuggling = answer.selection.crime is Crime.SMUGGLING_OF_MIGRANTS
    return "smuggling_offences" if is_smuggling else str(answer.selection.indicator)


def _scope(answer: Answer, words: Words) -> str:
    s = answer.selection
    chosen = [
        words.label(value)
        for value in (s.sex, s.age, s.exploitation)
        if value not in (Sex.TOTAL, Age.TOTAL, Exploitation.TOTAL)
    ]
    return "; ".join(chosen).lower()


def _who(answer: Answer, reporting: tuple[Country, ...], words: Words) -> str:
    of = len(answer.panel)
    if of == 1 and reporting:
        return words.country(reporting[0])
    key = "who.constant" if answer.selection.panel is Panel.CONSTANT else "who.reporting"
    return words.count(key, of, reporting=words.number(len(reporting)))


def _figure(answer: Answer, shown: Region, words: Words) -> str:
    if shown.count is None:
        key = "headline.empty_panel" if not answer.panel else "headline.nobody"
        return words(key, year=shown.year, noun=noun(answer, words, 2))
    counted = f"{words.interval(shown.count)} {noun(answer, words, shown.count.high)}"
    who = _who(answer, shown.reporting, words)
    return words.count("headline.figure", len(shown.reporting), year=shown.year, who=who, counted=counted)


def _caveat(answer: Answer, shown: Region, words: Words) -> str:
    said = [words(f"caveat.{_counted(answer)}")]
    withheld, zeros = len(answer.withheld(shown.year)), len(answer.of_zeros(shown.year))
    missing = len(answer.panel) - len(shown.reporting) - withheld - zeros
    if withheld:
        said.append(words.count("caveat.withheld", withheld, year=shown.year))
    if zeros:
        said.append(words.count("caveat.zeros", zeros, year=shown.year))
    if missing:
        said.append(words.count("caveat.missing", missing, year=shown.year))
    if shown.suppressed:
        said.append(words.count("caveat.range", shown.suppressed))
    return " ".join(said)


def headline(said: Finding, about: Markup | None = None, made: str = "") -> Markup:
    """The sentence as the page's heading, the change set off, and the caveat below, with a way to more `about` it. Who
    `made` the change, as that is called, names many countries: it unfolds."""
    change = [Markup("; "), el("em", said.change)] if said.change else []
    more = [" ", el("span", about, class_="to-passport")] if about else []
    summary = el("summary", made, data_key="made")
    return el(
        "div",
        el("h1", said.figure, change, "."),
        el("p", said.caveat.removesuffix(said.made).rstrip(), more, class_="caveat"),
        el("details", summary, el("p", said.made), class_="made") if said.made else None,
    )


def cards(answer: Answer, year: int, measure: Measure, words: Words, to: str | None = None) -> Markup:
    """The regional figure, who reports, the change, and how many figures are ranges. The figure leads `to` what it is
    made of."""
    shown = region(answer, year)
    since = change_since_comparable(answer, year)
    figure = shown.rate if measure is Measure.RATE else shown.count
    is_rate = measure is Measure.RATE
    printed = words.interval(figure, is_rate=is_rate) if figure else words("none")
    pairs: list[tuple[str, str]] = [
        (el("a", printed, href=to, class_="to-figure") if to else printed, _unit(answer, is_rate, words)),
        (f"{len(shown.reporting)}/{len(answer.panel)}", words("card.reporting")),
        (_change_figure(since, words), _change_label(since, words)),
        (words.number(shown.suppressed), words("card.suppressed")),
    ]
    return card_list(pairs)


def card_list(pairs: list[tuple[str, str]]) -> Markup:
    """Figures with what they are, side by side."""
    return el("dl", [el("div", el("dt", label), el("dd", value)) for value, label in pairs], class_="cards")


def _unit(answer: Answer, is_rate: bool, words: Words) -> str:
    return words("card.rate") if is_rate else noun(answer, words, 2)


def _change_figure(since: Change | None, words: Words) -> str:
    if since is None or isinstance(since.told, Untold):
        return words("none")
    return words.percent(since.told)


def _change_label(since: Change | None, words: Words) -> str:
    if since is None:
        return words("card.no_change")
    if isinstance(since.told, Untold):
        return words("change.untold", earlier=since.earlier, why=changes.untold(since.told, words))
    return words.count("card.change", len(since.countries), earlier=since.earlier)
