"""What a slide says besides its picture: the sentence, its caveat, who reports, what was chosen, the sources, and the
passport for who speaks."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from components.captions.citation import RECORD, RESIDENTS
from components.captions.headline import Finding, noun
from components.i18n import Words
from components.pages.country.page import CountryProfile
from components.pages.flows.page import Flows
from components.pages.justice.page import Justice
from components.pages.overview.page import Overview
from components.pages.page import ShownPage
from components.pages.presenter.asked import asked
from components.slideshow.frame import Texts
from components.translated import short
from components.url.choices import Chart, Hall
from components.url.deck import Slide
from data.queries.insights import long_change
from data.vocabulary import FLAG_SEPARATOR, Country, Indicator, Measure

DEEPEST = 170  # letters of a title that is read in a deep hall
MOST_NAMED = {Hall.NEAR: 2, Hall.DEEP: 1}  # sources that fit below a picture


class Said(NamedTuple):
    """A slide by its title, written or computed from the answer (`sentence`), and what is known of it besides."""

    sentence: str
    passport: tuple[str, ...]


def texts(slide: Slide, page: ShownPage, hall: Hall, year: int | None) -> Texts:
    """What a view says around its picture in a year. In a deep hall there is room for one sentence of each kind: the
    first of the caveat, what was chosen besides the defaults, and the sources by their short names."""
    found = finding(page, year)
    chosen = "" if isinstance(page, CountryProfile) else asked(page, year, hall)  # its sentence names its country
    return Texts(
        slide.title or sentence(found, hall), chosen, _beware(page, found, hall), reporting(page, year),
        tuple(few(cited(page), each, page.words) for each in ((hall,) if hall is Hall.DEEP else Hall)),
    )  # fmt: skip


def said(slide: Slide, page: ShownPage, hall: Hall) -> Said:
    """The title of a view and the passport for who speaks."""
    words, found = page.words, finding(page, page.year)
    named = cited(page)
    passport = (
        asked(page, page.year),
        found.sentence,
        found.caveat,
        f"{words('wall.sources')}: {'; '.join(named)}",
        words("wall.version", release=page.dataset.release, version=page.dataset.version),
        page.view.url,
    )
    return Said(slide.title or sentence(found, hall), passport)


def sentence(found: Finding, hall: Hall) -> str:
    """The finding; in a deep hall without its change where that is long."""
    return found.sentence if hall is Hall.NEAR or len(found.sentence) <= DEEPEST else f"{found.figure}."


def caveat(found: Finding, hall: Hall) -> str:
    if hall is Hall.NEAR:
        return found.caveat
    head, stop, _ = found.caveat.partition(". ")
    return head + stop.strip()


def _beware(page: ShownPage, found: Finding, hall: Hall) -> str:
    """The caveat; in a deep hall also whose opinion boundaries and names are not: beside a map it has no room there."""
    has_map = isinstance(page, Overview | Flows) and page.is_chart(Chart.MAP)
    note = page.words("map.note.short") if has_map and hall is Hall.DEEP else ""
    return f"{caveat(found, hall)} {note}".strip()


def finding(page: ShownPage, year: int | None) -> Finding:
    """The finding of any page, of a year where it has years."""
    if not isinstance(page, Overview):
        return page.found()
    found = page.finding(year or page.year)
    return (same(page, found) if page.is_chart(Chart.SERIES) else None) or found


def same(page: Overview, found: Finding) -> Finding | None:
    """The finding of a series that is of the same countries in its first year and in its last, where these two can be
    compared for each of them and do not overlap: both sums, in place of the change against the year before."""
    first, fact = page.answer.years[0], long_change(page.answer, page.year)
    if fact is None or (fact.countries, fact.years) != (page.answer.panel, (first, page.year)):
        return None
    w, n, (before, now) = page.words, len(fact.countries), fact.figures
    told = {"before": w.interval(before), "now": w.interval(now), "first": first, "last": page.year}
    who = w.country(fact.countries[0])
    figure = w.count("series.same", n, who=who, noun=noun(page.answer, w, now.high), **told)
    return Finding(figure, "", found.caveat.removesuffix(found.made).rstrip())


def reporting(page: ShownPage, year: int | None) -> str:
    """How many of the 22 (or of those chosen) the picture is made of; empty where that is not the question."""
    words = page.words
    if isinstance(page, Overview):
        if len(page.answer.panel) == 1:
            return ""
        return words("wall.reporting", n=len(page.answer.reporting(year or page.year)), of=len(page.answer.panel))
    if isinstance(page, Flows):
        return words("wall.reporting", n=len(page.flows.reported), of=len(Country))
    if isinstance(page, Justice) and page.view.country is None:
        return words("wall.reporting", n=len(page.complete), of=len(Country))
    return ""


def cited(page: ShownPage) -> list[str]:
    """The sources of what is shown, in short: publisher, title, release; and our own record as one."""
    words, used = page.words, set(_used(page))
    if page.view.measure is Measure.COUNT:
        used.discard(RESIDENTS)  # the picture has no rates, though the page has
    known = [source for name, source in page.dataset.sources.items() if name in used and not name.startswith(RECORD)]
    has_record = any(name.startswith(RECORD) for name in used)
    return [*(_short(source, words) for source in known), *([words("wall.record")] if has_record else [])]


def _used(page: ShownPage) -> Iterable[str]:
    """Keys of sources; of a country's whole profile only the headline figures are on the wall."""
    if isinstance(page, CountryProfile) and page.profile:
        return {source for i in Indicator for source in page.profile.key(i).cell.source.split(FLAG_SEPARATOR) if source}
    return page.sources


def few(named: list[str], hall: Hall, words: Words) -> str:
    """The first sources of many, in a deep hall by their short names; all of them are in the passport."""
    most = MOST_NAMED[hall]
    shown = named[:most] if hall is Hall.NEAR else [_initials(name) for name in named[:most]]
    more = len(named) - most
    return "; ".join(shown + ([words.count("wall.more_sources", more)] if more > 0 else []))


def _initials(name: str) -> str:
    """Publisher and title by the initials that they give themselves, where both do: UNODC, GLOTIP (date)."""
    known = re.findall(r"\(([A-Z]{3,})\)", name)
    if len(known) < len(("publisher", "title")):
        return name
    return f"{known[0]}, {known[1]}{name[name.rindex(' (') :] if name.endswith(')') else ''}"


def _short(source: dict[str, str], words: Words) -> str:
    released = words.date(date.fromisoformat(source["release"])) if source["release"] else ""
    title = short(source, words)
    return f"{title} ({released})" if released else title
