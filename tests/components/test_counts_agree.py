"""What pages, feeds and files say of the same thing is one number, in every language: compared in their fields, cells
and rows, not in prose."""

from collections.abc import Callable
from csv import reader
from io import StringIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from tree import classed, parse, rows, text

from components.captions.releases import changes_address, feed_address
from components.document.first_paint import to_html
from components.files.csv import csv
from components.files.feed import ATOM, feed
from components.i18n import words
from components.pages import open_page
from components.pages.cooperation.treaties import DRAWN, STEPS
from components.pages.method.facts import facts
from components.pages.method.page import Method
from components.pages.page import ShownPage
from components.tables.table import Table
from components.url.choices import Language
from components.url.view import View
from data.cooperation_vocabulary import Treaty
from data.dataset import Dataset
from data.queries.means import acts, bound
from data.vocabulary import Change, Country, Crime, FlowMeasure, Indicator

Open = Callable[..., ShownPage]
APRIL = "2025-04-14"
EVENTS, FIGURES = 2, 3  # places of cards of cooperation, after the two on pairs
pytestmark = pytest.mark.parametrize("language", Language)


@pytest.fixture(scope="session")
def opened(real: Dataset) -> Open:
    def page(address: str, language: Language) -> ShownPage:
        path, _, search = address.partition("?")
        view, ignored = View.parse(f"/{language}/{path}", search)
        shown = open_page(view, ignored, real)
        assert not shown.ignored, shown.ignored
        return shown

    return page


def _cards(page: ShownPage) -> dict[str, str]:
    return {text(each[0]): text(each[1]) for each in parse(page.cards()).iter("div")}


def _table(page: ShownPage, name: str) -> Table:
    table = page.in_view[name].table
    assert table is not None, name
    return table


def _link(markup: str, key: str) -> Element:
    (link,) = [node for node in parse(markup).iter("a") if node.get("data-key") == key]
    return link


# ---- figures by crime ----


def test_figures_on_trafficking_are_one_number(real: Dataset, opened: Open, language: Language) -> None:
    """Tables, history, feed, the list of releases, the sentence on definitions and its gaps."""
    w, release = words(language), real.release
    frames = [real.tables[name] for name in ("observations", "flows")]
    n = sum(int((frame["crime"] == Crime.TRAFFICKING).sum()) for frame in frames)
    assert n == real.history[release].figures == real.figures[Crime.TRAFFICKING]
    assert n + real.figures[Crime.SMUGGLING_OF_MIGRANTS] == sum(map(len, frames))

    page = opened("method", language)
    assert isinstance(page, Method)
    assert page.finding.figure.startswith(
        w.count("method.found.definitions", n, first="", last="").split(w.number(n))[0]
    )
    assert w.number(n) in page.finding.figure
    told = facts(real, page.account, page.calendar, page.answer, w)
    assert told["figures_trafficking"] == w.number(n)
    assert told["figures_smuggling_of_migrants"] == w.number(real.figures[Crime.SMUGGLING_OF_MIGRANTS])

    (newest, _) = _table(opened("method?chart=rules", language), "method-releases").rows
    assert newest.cells[1].text == w.number(n)
    root = ElementTree.fromstring(feed(real, "https://example.org", feed_address(w), w))  # noqa: S314 - our own
    assert str(root.findtext(f"{{{ATOM}}}entry/{{{ATOM}}}summary")).startswith(w.count("release.figures", n))


# ---- what changed ----


def test_changes_are_counted_once(real: Dataset, opened: Open, language: Language) -> None:
    """By kind: the table of revisions, history, the sentence, the cards, the list by country, the file, the chapter on
    rules and what leads to the list."""
    w, listed = words(language), opened("method?chart=changes", language)
    of_kind = {kind: int((real.tables["revisions"]["kind"] == kind).sum()) for kind in Change}
    n = sum(of_kind.values())
    assert real.history[real.release].since == of_kind
    assert _cards(listed) == {w.label(kind): w.number(found) for kind, found in of_kind.items() if found}
    assert len(listed.rows()) == n
    where = _table(listed, "method-changed")
    assert where.foot is not None
    assert where.foot.cells[-1].text == w.number(n)
    summed = _table(opened("method?chart=rules", language), "method-by-country").foot
    assert summed is not None
    assert [cell.text for cell in summed.cells[2:]] == [*map(w.number, of_kind.values()), w.number(n)]
    told = facts(real, listed.account, listed.calendar, listed.answer, w)  # type: ignore[attr-defined]
    assert told["revised"] == w.number(n)

    front = str(opened("overview", language).parts()["news"]["html"])
    assert text(_link(front, "changes")) == w.count("release.all", n)
    assert _link(front, "changes").get("href") == changes_address(w)


@pytest.mark.parametrize("country", [Country.BOL, Country.ESP, Country.AND])
def test_a_country_has_the_changes_that_its_page_says(
    real: Dataset, opened: Open, language: Language, country: Country
) -> None:
    w, listed = words(language), opened(f"method?chart=changes&country={country}", language)
    n = int((real.tables["revisions"]["country"] == country).sum())
    link = _link(str(opened(f"country?country={country}", language).parts()["headline"]["html"]), "changes")
    assert link.get("href") == listed.view.url
    assert text(link) == w.count("release.all", n)
    assert len(listed.rows()) == len(_table(listed, "method-changes").rows) == n
    every = {row.code: row for row in _table(opened("method?chart=changes", language), "method-changed").rows}
    assert every[country].cells[-1].text == w.number(n)


def test_each_number_of_the_list_is_that_of_its_own_list(opened: Open, language: Language) -> None:
    """The cells of countries by counts, against the lists to which they lead: totals and parts, nothing cut."""
    frame = opened("method?chart=changes", language).rows()
    whose = frame["indicator"].where(frame["indicator"] != "", frame["measure"])
    for measure in (Indicator.PERSONS_PROSECUTED, FlowMeasure.VICTIMS_REPATRIATED):
        page = opened(f"method?chart=changes&counts={measure}", language)
        assert len(_table(page, "method-changes").rows) == len(page.rows()) == int((whose == measure).sum()) > 10


def test_new_totals_are_among_what_changed_on_the_map(real: Dataset, opened: Open, language: Language) -> None:
    """Detected victims of 2023 that October added: on the banner of April, and in the list."""
    of_2023 = [
        each
        for each in real.latest
        if each.key.is_total and each.key.year == 2023 and each.key.indicator == Indicator.VICTIMS_DETECTED
    ]
    assert len(of_2023) == 12
    earlier = opened(f"overview?release={APRIL}", language)
    assert [each for each in earlier.changed() if each.key.year == 2023] == of_2023
    (table,) = classed(parse(earlier.since()), "changes-since")
    assert sum(row[1] == "2023" for row in rows(table)) == 12
    assert len(list(rows(table))) == len(earlier.changed()) == 22
    listed = _table(opened("method?chart=changes&counts=victims_detected", language), "method-changes")
    whole = words(language).label(Indicator.VICTIMS_DETECTED)
    assert sum(row.cells[1].text == whole and row.cells[2].text == "2023" for row in listed.rows) == 12


# ---- cooperation ----


def test_a_treaty_has_as_many_parties_in_sentence_matrix_and_picture(
    real: Dataset, opened: Open, language: Language
) -> None:
    w, page = words(language), opened("cooperation?chart=instruments", language)
    standing = bound(acts(real))
    known = {treaty: found.bound for treaty, found in standing.items()}
    matrix = _table(page, "cooperation-matrix")
    ends = {note["text"] for note in page.in_view["cooperation-treaties"].figure["layout"]["annotations"]}  # type: ignore[index]
    for treaty, row in zip(Treaty, matrix.rows, strict=True):
        assert sum("is-bound" in cell.tone for cell in row.cells) == known.get(treaty, 0), treaty
        if treaty in STEPS and known.get(treaty):
            assert f"<b>{w(f'treaty.{treaty}')}: {known[treaty]}</b>" in ends
    assert known[Treaty.MEDELLIN_TREATY] == 7
    assert page.found().change == w("treaties.medellin", n=7, of=standing[Treaty.MEDELLIN_TREATY].read)
    for trace in page.in_view["cooperation-treaties"].figure["data"]:  # type: ignore[index]
        dated = [y for y in trace["y"] if y is not None]
        names = {w(f"treaty.{t}"): known.get(t, 0) for t in DRAWN}
        if trace["name"] in names and trace["mode"] != "lines+markers" and "fill" not in trace:
            assert dated[-1] == names[trace["name"]]


@pytest.mark.parametrize("search", ["", "&country=COL", "&country=AND"])
def test_cards_and_sentences_of_cooperation_count_what_is_shown(opened: Open, language: Language, search: str) -> None:
    w = words(language)
    happened = opened(f"cooperation?chart=events{search}", language)
    n = int(happened.rows()["event"].nunique())
    assert [*_cards(happened).values()][EVENTS] == w.number(n)
    if n:
        assert happened.found().figure == w.count("events.found", n)
        assert len(_table(happened, "cooperation-events").rows) == len(_table(happened, "cooperation-matrix").rows) == n

    gaps = opened(f"cooperation?chart=gap{search}", language)
    assert [each.split("/")[1] for each in [*_cards(gaps).values()][:EVENTS]] == [str(len(gaps.rows()))] * 2

    for scope in ("these_crimes", "all_crimes"):
        requests = opened(f"cooperation?chart=requests&scope={scope}{search}", language)
        tables = [
            p.table for name, p in requests.in_view.items() if name.startswith("cooperation-statements") and p.table
        ]
        listed = sum(len(table.rows) for table in tables)
        assert [*_cards(requests).values()][FIGURES] == w.number(len(requests.rows())) == w.number(listed)


# ---- justice ----


def test_women_and_men_are_the_same_in_picture_table_and_file(opened: Open, language: Language) -> None:
    page = opened("justice?chart=who&year=2022", language)
    frame = page.rows()
    faced = frame[frame["sex"].isin(["female", "male"]) & (frame["partner"] == "")]
    (table,) = classed(parse(to_html(page.page())), "sexes")
    shown = {row[0]: row[1:] for row in rows(table)}
    for name, mine in faced.groupby("country_label"):
        for place, (_, pair) in enumerate(mine.groupby("figure", sort=False)):
            cell = shown[name][3 * place]
            assert (cell == "[x]") == bool(pair["low"].isna().all()), (name, place)
            years = set(pair["years_missing"])
            assert len(years) == 1
            has_years = "(" in shown[name][3 * place + 2]
            assert has_years == (cell != "[x]" and years != {""}), (name, place)


def test_a_file_has_the_rows_of_its_page(opened: Open, language: Language) -> None:
    for address in ("method?chart=changes&country=AND", "cooperation?chart=events&country=COL"):
        page = opened(address, language)
        told = list(reader(StringIO(csv(page.rows()).decode())))
        assert len(told) - 1 == len(page.rows()) > 0
