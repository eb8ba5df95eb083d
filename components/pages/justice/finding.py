"""The sentence on justice: what was detected, prosecuted and convicted in a window, together or in one country."""

from components.captions.headline import Finding
from components.cells import printed_count
from components.i18n import Words
from data.interval import Interval
from data.queries.justice import CHAIN, COMPARED, Justice
from data.vocabulary import Country, Indicator


def of_region(justice: Justice, when: str, of_sex: str, words: Words) -> Finding:
    """The countries that publish every figure compared, added. `when` are the years, `of_sex` who alone is counted."""
    complete = justice.complete()
    caveat = f"{_caveat(justice, words)} {words('justice.together')}"
    if not complete:
        return Finding(words("justice.nobody", when=when), "", caveat)
    together = {i: justice.together(i, complete) for i in COMPARED}
    said = words.count(
        "justice.region",
        len(complete),
        when=when,
        of=words.number(len(Country)),
        counts=words.names([_counted(i, words.interval(n), n, words) for i, n in together.items()]),
    )
    return Finding(f"{said}{of_sex}", "", caveat)


def of_country(justice: Justice, mine: Country, when: str, of_sex: str, words: Words) -> Finding:
    """One country: its counts, and which it does not publish for every year."""
    cells = {i: justice.figure(mine, i).cell for i in CHAIN}
    said = [_counted(i, printed_count(c.count, c.status, words), c.count, words) for i, c in cells.items() if c.count]
    if not said:
        nothing = words("justice.country_nothing", country=words.country(mine), when=when)
        return Finding(nothing, "", _caveat(justice, words))
    lacking = words.names([words.label(i).lower() for i, cell in cells.items() if cell.count is None])
    key = "justice.lacking" if len(justice.window) > 1 else "justice.unpublished"
    missing = words(key, counts=lacking) if lacking else ""
    figure = words("justice.country", country=words.country(mine), when=when, counts=words.names(said))
    return Finding(f"{figure}{of_sex}", missing, _caveat(justice, words))


def _caveat(justice: Justice, words: Words) -> str:
    return words("justice.caveat", last=justice.last, earlier=justice.last - 3)


def _counted(indicator: Indicator, printed: str, count: Interval, words: Words) -> str:
    return f"{printed} {words.count(f'noun.{indicator}', round(count.high))}"
