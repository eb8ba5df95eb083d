"""A view of an earlier release as objects: what it says of itself, what it lists, where it leads; the list and feed."""

from collections.abc import Callable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import released
from released import APRIL, OCTOBER
from tree import classed, parse, rows, text

from components.captions.releases import counted, feed_address, history, learn, told, whom
from components.document.first_paint import to_html
from components.files.feed import ATOM, feed
from components.i18n import Words, words
from components.pages import open_page
from components.pages.page import ShownPage
from components.tables.table import to_html as table_html
from components.url.choices import Language
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.releases import Key

Open = Callable[..., ShownPage]
HEADS = ["April 14, 2025", "October 28, 2025"]


@pytest.fixture(scope="session")
def both(real: Dataset) -> Dataset:
    return Dataset(released.tables(), real.plan, "small-2", OCTOBER)


@pytest.fixture(scope="session")
def opened(both: Dataset) -> Open:
    def page(address: str, language: Language = Language.EN, dataset: Dataset = both) -> ShownPage:
        path, _, search = address.partition("?")
        view, ignored = View.parse(f"/{language}/{path}", search)
        return open_page(view, ignored, dataset)

    return page


def _drawn(page: ShownPage) -> Element:
    return parse(to_html(page.page()))


def _changes(page: ShownPage) -> list[list[str]]:
    (table,) = classed(parse(page.since()), "changes-since")
    return list(rows(table))


# ---- what it says of itself ----


def test_the_newest_release_says_nothing(opened: Open) -> None:
    for address in ("overview", f"overview?release={OCTOBER}", "method"):
        assert opened(address).since() == ""


@pytest.mark.parametrize(
    "page", ["overview", "compare?years=2019-2022", "justice?chart=chain", "flows", "flows?years=2021-2021&country=BOL"]
)
def test_an_earlier_one_names_itself_and_leads_to_the_same_view_of_the_newest(
    opened: Open, real: Dataset, page: str
) -> None:
    shown = opened(f"{page}{'&' if '?' in page else '?'}release={APRIL}", dataset=real)
    banner = classed(_drawn(shown), "release")[0]
    assert text(banner).startswith("Figures of the release of April 14, 2025.")
    (link,) = [node for node in banner.iter("a") if node.get("data-key") == "release-newest"]
    assert "release" not in str(link.get("href"))
    assert opened(str(link.get("href")).removeprefix("/en/"), dataset=real).title == shown.title


def test_what_has_changed_is_listed_as_printed(opened: Open) -> None:
    page = opened(f"overview?release={APRIL}")
    assert "4 of the published figures used in this view have changed since." in text(parse(page.since()))
    assert _changes(page) == [
        ["Bolivia", "2023", "no figure", "50", "Added"],
        ["Argentina", "2022", "140", "150", "Another value"],
        ["Bolivia", "2020", "<5", "0", "Suppressed before, exact now"],
        ["Spain", "2020", "210", "no figure", "Gone"],
    ]


def test_only_what_is_in_view_is_counted(opened: Open) -> None:
    one = opened(f"overview?countries=ARG&release={APRIL}").since()
    assert "1 of the published figures used in this view has changed since." in one
    none = opened(f"overview?sex=female&release={APRIL}").since()
    assert "None of the published figures used in this view has changed since." in none
    assert "<details" not in none


def test_flows_list_the_pairs_in_view_year_by_year(opened: Open) -> None:
    def changes(search: str = "") -> list[list[str]]:
        return _changes(opened(f"flows?years=2021-2021&release={APRIL}{search}"))

    assert changes() == [
        ["Bolivia → Argentina", "2021", "7", "<5", "Another value"],
        ["Paraguay → Argentina", "2021", "3", "no figure", "Gone"],
    ]
    assert changes("&country=PRY") == [["Paraguay → Argentina", "2021", "3", "no figure", "Gone"]]


def test_justice_says_what_each_changed_figure_counts_where_they_differ(opened: Open, real: Dataset) -> None:
    page = opened(f"justice?chart=who&country=COL&year=2022&release={APRIL}", dataset=real)
    listed = _changes(page)
    assert ["Colombia", "Convicted, female", "2022", "<5", "0", "Suppressed before, exact now"] in listed
    assert {row[2] for row in listed} <= {"2020", "2021", "2022"}


def test_a_figure_is_named_by_whom_and_what(en: Words) -> None:
    returned = Key("flows", "ARG", 2021, "trafficking", "", "victims_repatriated", "abroad")
    assert whom(returned, en) == en("flows.between", partner=en("partner.abroad"), country="Argentina")
    girls = released.key("ARG", 2021)._replace(sex="female", age="age_0_17")
    assert counted(girls, en) == "Detected victims, female, 0 to 17 years"


# ---- where it leads ----


def test_an_unknown_release_is_one_plain_line(opened: Open) -> None:
    page = opened("overview?release=2025-04-15")
    assert page.ignored == [Ignored("release", "2025-04-15", f"{APRIL}, {OCTOBER}")]
    assert (page.view.release, page.dataset.release, page.since()) == (None, OCTOBER, "")
    nonsense = opened("flows?release=april")
    assert nonsense.ignored == [Ignored("release", "april", "a day of release, as in 2025-04-14")]
    assert opened("overview?release=2025-13-01").view.release is None


def test_the_way_to_another_page_keeps_the_release_where_there_is_one(opened: Open) -> None:
    to = {
        link.get("href")
        for nav in classed(_shell(opened(f"overview?release={APRIL}")), "pages")
        for link in nav.iter("a")
    }
    assert f"/en/flows?release={APRIL}" in to
    assert "/en/method" in to


def _shell(page: ShownPage) -> Element:
    from components.document.shell import header

    return parse(to_html(header(page.view, page.words)))


@pytest.mark.parametrize("address", ["overview", "flows?years=2021-2021", "justice", "compare"])
def test_the_address_to_cite_names_its_release(opened: Open, address: str) -> None:
    for asked, release in (("", OCTOBER), (f"&release={APRIL}", APRIL)):
        page = opened(f"{address}{'' if '?' in address else '?'}{asked}")
        (cited,) = classed(_drawn(page), "address")
        assert text(cited).endswith(f"release={release}")
        assert cited.get("data-release") == release
        assert opened(text(cited).removeprefix("/en/")).rows().equals(page.rows())


def test_the_method_is_cited_with_the_newest_release(opened: Open) -> None:
    (cited,) = classed(_drawn(opened("method")), "address")
    assert (text(cited), cited.get("data-release")) == (f"/en/method?release={OCTOBER}", OCTOBER)


def test_each_release_of_a_view_is_a_link_away(opened: Open, small: Dataset) -> None:
    (line,) = classed(_drawn(opened(f"overview?release={APRIL}&sex=male")), "releases")
    links = {text(link): (link.get("href"), link.get("aria-current")) for link in line.iter("a")}
    assert links == {
        HEADS[0]: (f"/en/overview?sex=male&release={APRIL}", "true"),
        HEADS[1]: ("/en/overview?sex=male", None),
    }
    assert classed(_drawn(opened("overview", dataset=small)), "releases") == []
    assert classed(_drawn(opened("overview?crime=smuggling_of_migrants")), "releases") == []


def test_rows_carry_release_and_version(opened: Open) -> None:
    for address in ("overview?", "flows?years=2021-2021&", "justice?", "compare?"):
        frame = opened(f"{address}release={APRIL}").rows()
        assert set(frame["release"]) == {APRIL}, address
        assert set(frame["data_version"]) == {f"small-2@{APRIL}"}, address


# ---- the list and the feed ----


@pytest.mark.parametrize("language", Language)
def test_the_list_has_every_release_newest_first(both: Dataset, language: Language) -> None:
    said = words(language)
    root = parse(table_html(history(View(language), both, said)) + learn(said))
    (october, april) = rows(next(root.iter("table")))
    assert october[2:6] == ["1", "2", "2", "1"]
    assert april[2:6] == [said("none")] * 4
    links = [link.get("href") for link in root.iter("a")]
    assert links == [
        f"/{language}/overview?release={OCTOBER}",
        f"/{language}/overview?release={APRIL}",
        f"/{language}/releases.atom",
    ]


def test_the_chapter_on_rules_has_the_list(opened: Open) -> None:
    assert "See the map in the release of" in str(to_html(opened("method?chart=rules").page()))


@pytest.mark.parametrize("language", Language)
def test_the_feed_is_atom(both: Dataset, language: Language) -> None:
    said = words(language)
    root = ElementTree.fromstring(feed(both, "https://example.org", feed_address(said), said))  # noqa: S314 - our own
    name = f"{{{ATOM}}}"
    assert root.tag == f"{name}feed"
    assert root.findtext(f"{name}updated") == f"{OCTOBER}T00:00:00Z"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{name}link")}
    assert links["self"] == f"https://example.org/{language}/releases.atom"
    entries = root.findall(f"{name}entry")
    assert [entry.findtext(f"{name}updated") for entry in entries] == [f"{OCTOBER}T00:00:00Z", f"{APRIL}T00:00:00Z"]
    ids = [node.text for node in root.iter(f"{name}id")]
    assert len(set(ids)) == len(ids) == 3
    for entry, release in zip(entries, (OCTOBER, APRIL), strict=True):
        assert all(entry.findtext(f"{name}{child}") for child in ("title", "id", "summary"))  # what RFC 4287 asks for
        assert entry.findtext(f"{name}author/{name}name") == "A publisher"
        to = {link.get("rel"): link.get("href") for link in entry.findall(f"{name}link")}
        assert to["alternate"] == f"https://example.org/{language}/overview?release={release}"
    assert entries[0].findtext(f"{name}summary") == told(both.history[OCTOBER], said)


def test_the_feed_counts_what_changed(both: Dataset, en: Words) -> None:
    assert told(both.history[OCTOBER], en).endswith(
        "Against the release before, figures added: 1; gone: 2; with another value: 2; "
        "suppressed before and exact now: 1; withheld now: 0; no longer withheld: 0."
    )
    assert "Against" not in told(both.history[APRIL], en)


# ---- every change ----


def test_every_change_is_listed_with_both_figures_and_their_passports(opened: Open) -> None:
    page = opened("method?chart=changes")
    assert page.found().figure == "6 figures differ between the release of October 28, 2025 and the one before"
    assert page.found().change == "1 total of 2023 from 1 of 22 countries"
    assert list(page.rows()["kind"].value_counts().sort_index().items()) == [
        ("added", 1), ("changed", 2), ("disclosed", 1), ("removed", 2),
    ]  # fmt: skip
    totals = page.in_view["method-changes"].table  # the two flows are counted, and listed where a country is chosen
    assert totals is not None
    assert [row.cells[0].text for row in totals.rows] == ["Bolivia", "Argentina", "Bolivia", "Spain"]
    assert page.in_view["method-changes"].said == (page.words.count("changes.rest", 2),)
    mine = opened("method?chart=changes&country=ARG").in_view["method-changes"].table
    assert mine is not None
    assert [[cell.text for cell in row.cells] for row in mine.rows] == [
        ["Argentina", "Detected victims", "2022", "140", "150", "Another value"],
        ["Bolivia → Argentina", "Detected victims by citizenship", "2021", "7", "<5", "Another value"],
        ["Paraguay → Argentina", "Detected victims by citizenship", "2021", "3", "no figure", "Gone"],
    ]
    for row, figures in zip(mine.rows, (("140", "150"), ("7", "<5"), ("3", "")), strict=True):
        for cell, printed in zip(row.cells[3:5], figures, strict=True):
            assert bool(cell.href) == bool(printed)
            if printed:
                assert opened(cell.href.removeprefix("/en/")).found().figure.split(": ")[1].startswith(printed)


def test_what_is_new_is_said_on_the_front_page_and_of_a_country(opened: Open, small: Dataset) -> None:
    said = text(parse(str(opened("overview").parts()["news"]["html"])))
    assert said == (
        "New in the release of October 28, 2025: 1 total of 2023 from 1 of 22 countries; added: 1; gone: 2; "
        "changed: 2; suppressed before, exact now: 1. See all 6 changes"
    )
    mine = text(parse(str(opened("country?country=ESP").parts()["headline"]["html"])))
    assert mine.endswith("New for Spain in the release of October 28, 2025: gone: 1. See the 1 change")
    none = text(parse(str(opened("country?country=BRA").parts()["headline"]["html"])))
    assert none.endswith("New for Brazil in the release of October 28, 2025: No figure differs.")
    assert opened(f"overview?release={APRIL}").parts()["news"]["html"] == ""
    assert opened("overview", dataset=small).parts()["news"]["html"] == ""  # a first release has no other


def test_the_feed_leads_to_every_change_of_the_newest(both: Dataset, en: Words) -> None:
    root = ElementTree.fromstring(feed(both, "https://example.org", feed_address(en), en))  # noqa: S314 - our own
    to = [[link.get("href") for link in entry.findall(f"{{{ATOM}}}link")] for entry in root.findall(f"{{{ATOM}}}entry")]
    assert ["https://example.org/en/method?chart=changes" in each for each in to] == [True, False]
    assert "New: 1 total of 2023 from 1 of 22 countries." in told(both.history[OCTOBER], en)
