"""The releases in words: what an earlier one says of itself, what has changed since, and the list of all."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum

from markupsafe import Markup

from components.cells import figure
from components.i18n import Words
from components.markup import el
from components.tables.table import Table, TableCell, TableRow, column, number, row_head, to_html
from components.url.choices import Chart, Page, Theme
from components.url.url_params import OF_EARLIER
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval
from data.model import Cell
from data.releases import Key, Printed, Revised, Step, Totals, by_kind, newest_totals
from data.vocabulary import Age, Change, Country, Exploitation, FlowMeasure, Indicator, Measure, Partner, Sex

FEED = "application/atom+xml"
BREAKDOWNS: tuple[tuple[str, type[StrEnum]], ...] = (("sex", Sex), ("age", Age), ("exploitation", Exploitation))


def day(release: str, words: Words) -> str:
    """A day of release as the reader's language has it."""
    return words.date(date.fromisoformat(release))


def banner(now: View, dataset: Dataset, changed: list[Revised], words: Words) -> Markup:
    """One line over a view of an earlier release, and behind a fold what was printed then and since. `now` is the same
    view of the newest release. Empty for the newest itself."""
    if dataset.newest is None:
        return Markup("")
    newest = day(dataset.newest.release, words)
    said, since = earlier(dataset, changed, words)
    link = el("a", words("release.newest", day=newest), href=now.url, data_turn="year", data_key="release-newest")
    line = el("p", el("b", said), " ", since, " ", link)
    if not changed:
        return line
    fold = el("summary", words("release.what"), data_key="release-changes")
    table = changes(changed, (dataset.release, dataset.newest.release), words)
    return el("div", line, el("details", fold, to_html(table)))


def earlier(dataset: Dataset, changed: list[Revised], words: Words) -> tuple[str, ...]:
    """That an earlier release is shown, and whether figures have changed since; nothing of the newest."""
    if dataset.newest is None:
        return ()
    since = words.count("release.since", len(changed)) if changed else words("release.same")
    return words("release.shown", day=day(dataset.release, words)), since


def changes(
    changed: list[Revised], releases: Sequence[str], words: Words, to: Callable[[Key, str], str] = lambda *_: ""
) -> Table:
    """A row a figure, latest year first: as printed in the one release, as printed in the other, and what that is. Each
    leads `to` its passport in that release."""
    before, after = (day(release, words) for release in releases)
    is_mixed = len({each.key[4:6] + each.key[7:] for each in changed}) > 1
    ordered = sorted(changed, key=lambda r: (-r.key.year, words.sort_key(whom(r.key, words)), r.key))

    def row(each: Revised) -> TableRow:
        cells = [
            row_head(whom(each.key, words)),
            *([TableCell(counted(each.key, words))] if is_mixed else []),
            TableCell(str(each.key.year)),
            *(
                number(_figure(each.key, printed, words), href=to(each.key, release) if printed else "")
                for printed, release in zip((each.before, each.after), releases, strict=True)
            ),
            TableCell(words(f"release.kind.{each.kind}")),
        ]
        return TableRow(cells, f"is-{each.kind}")

    heads = [column(words("release.head.who")), *([column(words("release.head.what"))] if is_mixed else [])]
    heads += [column(words("release.head.year")), column(before, "n"), column(after, "n")]
    caption = words("release.caption", before=before, after=after)
    rows = [row(each) for each in ordered]
    return Table(caption, [*heads, column(words("release.head.kind"))], [rows], "changes-since", "changes-since")


def whom(key: Key, words: Words) -> str:
    """The country of a figure, or the two between which it counts."""
    country = words.country(key.country)
    if not key.partner:
        return country
    partner = words(f"partner.{key.partner}") if key.partner in set(Partner) else words.country(key.partner)
    is_directed = key.measure != FlowMeasure.VICTIMS_REPATRIATED
    return words("flows.pair" if is_directed else "flows.between", partner=partner, country=country)


def counted(key: Key, words: Words) -> str:
    """What a figure counts, with each breakdown that is not a total."""
    what = words.label(Indicator(key.indicator) if key.indicator else FlowMeasure(key.measure))
    parts = [
        words.label(kind(text)).lower()
        for name, kind in BREAKDOWNS
        if (text := getattr(key, name)) not in ("", "total")
    ]
    return ", ".join([what, *parts])


def _figure(key: Key, printed: Printed | None, words: Words) -> str:
    if printed is None:
        return words("release.absent")
    bounds = Interval(printed.low, printed.high)
    return figure(Cell(Country(key.country), key.year, printed.status, bounds), Measure.COUNT, words)


def others(view: View, used: list[str], dataset: Dataset, words: Words) -> Markup | None:
    """The same view in each release, for one whose figures come from a source with several."""
    is_of_another = bool(used) and not set(used) & set(dataset.releases.values())
    if is_of_another or view.page not in OF_EARLIER or len(dataset.releases) < 2:
        return None
    newest = [*dataset.releases][-1]
    links = [
        el(
            "a", day(each, words), href=view.with_values(release=None if each == newest else each).url,
            data_turn="release", data_key=f"release-{each}",
            aria_current="true" if each == dataset.release else None,
        )
        for each in dataset.releases
    ]  # fmt: skip
    return el("p", words("release.others"), [[" ", each] for each in links], class_="releases")


def cited(view: View, dataset: Dataset) -> View:
    """The view with its release written out, so that its address gives the same figures under later releases too."""
    return view.with_values(release=dataset.release) if dataset.release in dataset.releases else view


def history(view: View, dataset: Dataset, words: Words) -> Table:
    """Every release, newest first: how many figures it has, what changed from the one before, and the map as of it."""
    rows = []
    for release, step in reversed(dataset.history.items()):
        at = View.of(view.locale, Page.OVERVIEW, theme=view.theme, release=release)
        counts = [words.number(n) for n in (step.since or {}).values()] or [words("none")] * len(Change)
        told = map(number, (words.number(step.figures), *counts))
        link = TableCell(words("release.look"), words("release.look_at", day=day(release, words)), at.url, is_way=True)
        rows.append(TableRow([row_head(day(release, words)), *told, link]))
    heads = [column(words("release.head.day")), column(words("release.head.figures"), "n")]
    heads += [*(column(words.label(kind), "n") for kind in Change), TableCell(is_way=True)]
    return Table(words("release.history"), heads, [rows], "releases", "releases")


def learn(words: Words) -> Markup:
    """How one learns of the next release."""
    feed = el("a", words("release.feed"), href=feed_address(words), type=FEED)
    return el("p", words("release.learn"), " ", feed, class_="releases")


def told(step: Step, words: Words) -> str:
    """How many figures a release has, which totals are new, and how it differs from the one before."""
    said = words.count("release.figures", step.figures)
    if step.since is None:
        return said
    new = newest_totals(step.revised or ())
    counts = {str(kind): words.number(n) for kind, n in step.since.items()}
    about = [words("release.new_totals", totals=totals(new, words))] if new else []
    return " ".join([said, *about, words("release.against", **counts)])


def totals(new: Totals, words: Words, mine: Country | None = None) -> str:
    """So many totals of a year, from so many countries where they are not of one."""
    if mine:
        return words.count("release.totals_of_one", new.figures, year=new.year)
    return words.count("release.totals", new.figures, year=new.year, countries=words.number(new.countries))


def kinds(revised: Iterable[Revised], words: Words) -> list[tuple[str, int]]:
    """The ways in which figures differ, by name, with how many do; without those in which none does."""
    return [(words.label(kind), n) for kind, n in by_kind(revised).items() if n]


def news(view: View, dataset: Dataset, words: Words) -> Markup:
    """What is new in the newest release, for the country in view or for all, and the way to the whole list; nothing
    where an earlier release is shown or nothing differs."""
    mine = view.country
    revised = [each for each in dataset.latest if mine in (None, each.key.country)]
    if dataset.newest is not None or not dataset.latest:
        return Markup("")
    when = day(dataset.release, words)
    head = words("release.new_of", day=when, country=words.country(mine)) if mine else words("release.new", day=when)
    if not revised:
        return el("p", el("b", head), " ", words("changes.none"), class_="news")
    new = newest_totals(revised)
    said = [totals(new, words, mine)] if new else []
    said += [f"{name.lower()}: {words.number(n)}" for name, n in kinds(revised, words)]
    to = changes_address(words, mine, view.theme)
    link = el("a", words.count("release.all", len(revised)), href=to, data_key="changes")
    return el("p", el("b", head), f" {'; '.join(said)}. ", link, class_="news")


def changes_address(words: Words, mine: Country | None = None, theme: Theme = Theme.AUTO) -> str:
    """Where every change of the newest release is listed, or those of one country."""
    return View.of(words.locale, Page.METHOD, chart=Chart.CHANGES, country=mine, theme=theme).url


def feed_address(words: Words) -> str:
    """Where the feed of releases is had, in the reader's language."""
    return f"/{words.locale}/releases.atom"
