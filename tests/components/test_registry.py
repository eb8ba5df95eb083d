"""The registry in view, on the table by hand in tests/delivered.py: sentence, years, map, versions, file, stamp."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from xml.etree.ElementTree import Element

import delivered
import pytest
from markupsafe import Markup
from tree import classed, parse, rows, text

from components.document.first_paint import to_html
from components.figures.choropleth import DASH, HATCH, frame
from components.i18n import Words, words
from components.pages.cooperation.over_years import panels
from components.pages.cooperation.page import Cooperation
from components.pages.cooperation.registry import Registered, registered_years
from components.pages.cooperation.shares import Shares
from components.tables import table as tables
from components.url.choices import Chart, Language, Page
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval
from data.queries.requests import Sum
from data.registry.delivery import publish
from data.registry_vocabulary import DIRECTIONS, Tally
from data.vocabulary import Country, Crime

Ask = Callable[..., Registered]
BOL = Country.BOL


@pytest.fixture(scope="session")
def dataset(small: Dataset) -> Dataset:
    return replace(small, tables=MappingProxyType({**small.tables, "registry": publish(delivered.frame(), 5)}))


@pytest.fixture(scope="session")
def ask(dataset: Dataset) -> Ask:
    def asked(language: Language = Language.EN, *, synthetic: bool = False, **values: object) -> Registered:
        shown = replace(dataset, version=f"synthetic-{dataset.version}") if synthetic else dataset
        return Registered(View.of(language, Page.COOPERATION, **values), shown, words(language))

    return asked


def _page(dataset: Dataset, search: str) -> Cooperation:
    view, ignored = View.parse("/en/cooperation", search)
    return Cooperation(view, ignored, dataset, words(Language.EN))


def _drawn(registered: Registered) -> Markup:
    view = registered.view.with_values(chart=Chart.REGISTRY)
    return to_html(Cooperation(view, (), registered.dataset, registered.words).page()["cooperation-stage"])


# ---- what one sees, said ----


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "2020–2021: 3 of 22 countries registered 46–54 requests as sent and 31 as received"),
        ({"country": Country.ARG}, "2020–2021: Argentina registered 34–38 requests as sent and — as received"),
        (
            {"country": BOL, "partner": Country.ARG},
            "2020–2021: Bolivia registered 12 requests as sent to Argentina and 31 as received from there",
        ),
        (
            {"partner": BOL},
            "2020–2021: 1 of 22 countries registered 34–38 requests as sent to Bolivia and — as received from there",
        ),
        ({"country": Country.ESP}, "2020–2021: Spain registered <5 requests as sent and — as received"),
        ({"country": Country.CHL}, "2020–2021: nothing is registered here"),
        ({"years": (2021, 2021), "country": BOL}, "2021: Bolivia registered 12 requests as sent and 14 as received"),
    ],
)
def test_the_sentence_counts_each_side_by_itself(ask: Ask, asked: dict[str, object], said: str) -> None:
    assert ask(**asked).finding.figure == f"{said} (trafficking in persons)"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ES, "en 1 corredor las dos partes no pueden tener razón a la vez"),
        (Language.PT, "em 1 corredor as duas partes não podem ter razão ao mesmo tempo"),
        (Language.EN, "in 1 corridor the two sides cannot both be right"),
    ],
)
def test_a_contradiction_is_said_in_every_language(ask: Ask, language: Language, said: str) -> None:
    assert ask(language).finding.change == said
    assert ask(language, years=(2021, 2021)).finding.change == ""


def test_the_threshold_in_force_is_told(small: Dataset, en: Words) -> None:
    tables = MappingProxyType({**small.tables, "registry": publish(delivered.frame(), 3)})
    registered = Registered(View.of(Language.EN, Page.COOPERATION), replace(small, tables=tables, threshold=3), en)
    assert "Counts below 3 are hidden as 0 to 2" in registered.finding.caveat
    assert "Counts below 3" in text(parse(_drawn(registered)))


# ---- what one sees, drawn ----


def _table(registered: Registered, caption: str) -> list[list[str]]:
    found = [each for each in parse(_drawn(registered)).iter("table") if text(each).startswith(caption)]
    return list(rows(found[0]))


def test_years_have_a_row_each_with_figures_days_and_who_registered(ask: Ask) -> None:
    assert _table(ask(), "By year: sent") == [
        ["2020", "", "20", "9", "5", "6", "40", "1/22"],
        # 14 + <5 + 12 + <5; answered 9 + <5 + (8 to 12) + <5; medians of 50 and 90 days, the third withheld
        ["2021", "", "26–34", "17–29", "0–17", "0–17", "50–90", "3/22"],
    ]
    assert _table(ask(country=Country.ARG), "By year: sent")[1] == ["2021", "", "14–18", "9–13", "0–9", "0–9", "50"]


def test_a_year_without_a_row_is_not_a_zero(ask: Ask) -> None:
    assert _table(ask(country=Country.ESP), "By year: sent")[0] == ["2020", "", "nothing registered (not a zero)"]


def test_instruments_are_told_apart(ask: Ask) -> None:
    told = {row[0]: row[2] for row in _table(ask(), "By instrument: sent")}
    assert told["Mutual legal assistance"] == "34–38"
    assert told["Extradition"] == "12–16"
    assert told["Joint investigation team"] == "nothing registered (not a zero)"


def test_two_crimes_are_two_views(ask: Ask) -> None:
    other = ask(crime=Crime.SMUGGLING_OF_MIGRANTS)
    assert "registered 30 requests as sent" in other.finding.figure
    assert _table(other, "By year: sent")[1][2:6] == ["30", "10", "10", "10"]


def _table_of(shares: Shares) -> Element:
    table = shares.table()
    assert table
    return parse(tables.to_html(table))


def test_the_map_and_its_table_say_the_same(ask: Ask) -> None:
    for registered in (ask(), ask(country=Country.ARG), ask(partner=Country.ARG)):
        looks = registered.shares.looks()
        named = {words(Language.EN).country(c): c for c in Country}
        told = {row[0]: row[2:6] for row in rows(_table_of(registered.shares))}
        for name, code in named.items():
            lines = looks[code].said.split("\n")[1:]
            if name not in told:
                assert (code, lines) == (registered.view.country, ["the country chosen"])
            elif len(told[name]) == 1:
                assert lines == told[name]
            else:
                assert [line.partition(": ")[2] for line in lines] == told[name]


def test_the_map_shows_what_each_country_registered_or_with_whom_one_did(ask: Ask) -> None:
    of_all = ask().shares.looks()
    assert of_all["ARG"].dash == of_all["ESP"].dash == DASH
    assert (of_all["BOL"].dash, of_all["CHL"].pattern) == ("solid", HATCH)
    assert [of_all[code].text for code in ("BOL", "ARG", "ESP")] == ["43", "34–38", "<5"]
    of_argentina = ask(country=Country.ARG).shares.looks()
    assert of_argentina["ARG"].chosen
    assert of_argentina["BOL"].text == "34–38"
    assert of_argentina["ESP"].pattern == HATCH


def test_partners_beyond_the_22_stand_in_the_table(ask: Ask) -> None:
    assert next(rows(_table_of(ask(country=Country.ESP).shares)))[:3] == ["United States", "", "<5"]


def test_a_range_too_long_for_its_country_stands_in_the_table_alone(ask: Ask) -> None:
    counts = dict.fromkeys(Tally, Interval(1000, 2000))
    wide = replace(ask().shares, sums={"BRA": Sum(counts, None, 0, ())})
    assert wide.looks()["BRA"].text == ""
    assert "1,000–2,000" in text(parse(wide.table()))


def test_each_country_has_its_requests_over_the_years_as_ranges_and_gaps(ask: Ask) -> None:
    registered = ask()
    shown = {code: rows for code, rows in registered.by_code.items() if rows}
    drawn = panels(shown, range(2019, 2022), registered.view, registered.saying)
    names = [note["text"] for note in drawn["layout"]["annotations"] if note["text"].startswith("<b>")]
    assert len(names) == len(shown)
    said = [said for trace in drawn["data"] for said in trace.get("hovertext", []) if said]
    for code, own in shown.items():
        for direction in DIRECTIONS:
            by_year = {row.year for row in own if row.direction is direction}
            way = registered.words(f"direction.{direction}")
            heads = {line.split("<br>")[0] for line in said if line.split("<br>")[1].startswith(f"{way}:")}
            name = registered.words.country(code)
            assert {head for head in heads if head.startswith(f"{name},")} == {f"{name}, {year}" for year in by_year}
    assert not any(0 in trace["y"] for trace in drawn["data"] if trace.get("mode") == "lines+markers"
                   and trace["marker"]["symbol"] != "line-ew-open")  # fmt: skip


def test_a_year_turns_map_and_table_alike(ask: Ask) -> None:
    whole = ask()
    assert list(whole.turned) == [2020, 2021]
    for year in whole.turned:
        turned, asked = whole.of_year(year), ask(year=year)
        assert turned["registry-map"] == frame(whole.dataset.plan, asked.shares.looks(asked.year_edges))
        assert turned["registering"]["html"] in _drawn(asked)
    assert list(ask(country=Country.ARG, partner=BOL).turned) == []


# ---- both versions ----


def test_both_versions_stand_side_by_side_with_their_difference(ask: Ask) -> None:
    assert _table(ask(), "Two versions of each corridor: 3 of 3") == [
        [
            "Argentina → Bolivia", "2020–2021", "34–38", "31", "3–7 apart",
            "2020, mutual legal assistance: 20 sent, 17 received; 3 apart",
        ],
        ["Bolivia → Argentina", "2021", "12", "—", "the other side registered none", ""],
        ["Spain → United States", "2021", "<5", "—", "one side is not of the 22", ""],
    ]  # fmt: skip


def test_a_pair_is_told_row_by_row(ask: Ask) -> None:
    pair = ask(country=Country.ARG, partner=BOL)
    assert _table(pair, "Both versions, row by row: Argentina → Bolivia") == [
        ["2020", "Mutual legal assistance", "20", "17", "3 apart"],
        ["2021", "Extradition", "<5", "—", "the other side registered none"],
        ["2021", "Mutual legal assistance", "14", "14", "none"],
    ]
    assert [row[-1] for row in _table(pair, "Row by row: sent")] == ["40", "—", "50"]  # one median a row
    assert not [each for each in pair.pictures() if each.figure]


def test_two_that_may_agree_are_said_to(ask: Ask) -> None:
    found = _table(ask(years=(2021, 2021)), "Two versions")[0]  # without the contradiction: its hidden extraditions
    assert found[2:5] == ["14–18", "14", "up to 4 apart"]


def test_what_only_the_other_side_registered_is_shown_too(ask: Ask) -> None:
    assert ask(country=Country.ARG, partner=Country.ESP).corridors == []
    assert [row[2:4] for row in _table(ask(country=BOL, years=(2020, 2020)), "Two versions")] == [["20", "17"]]


# ---- without a registry, and what the page makes of an address ----


def test_without_a_registry_the_page_says_what_it_would_be(small: Dataset) -> None:
    page = _page(small, "?chart=registry")
    assert registered_years(small) is None
    assert page.finding.figure == "No country publishes how many requests it sends and receives: the registry is empty"
    drawn = parse(to_html(page.page()))
    assert [row[0] for row in rows(classed(drawn, "delivery")[0])] == delivered.TABLE.columns
    assert page.rows().empty
    assert not classed(drawn, "folds")


def test_an_empty_registry_is_as_none(small: Dataset) -> None:
    empty = replace(small, tables=MappingProxyType({**small.tables, "registry": publish(delivered.frame()[:0], 5)}))
    assert registered_years(empty) is None
    assert "the registry is empty" in _page(empty, "?chart=registry").finding.figure


def test_the_registry_has_its_own_years(dataset: Dataset) -> None:
    page = _page(dataset, "?chart=registry&years=2020-2020")
    assert (page.ignored, page.view.years) == ([], (2020, 2020))
    assert [each.parameter for each in _page(dataset, "?chart=registry&years=2019-2020").ignored] == ["years"]
    assert _page(dataset, "?chart=gap&years=2019-2020").ignored == []


def test_a_country_is_no_partner_of_itself(dataset: Dataset) -> None:
    page = _page(dataset, "?chart=registry&country=ARG&partner=ARG")
    assert [(each.parameter, each.value) for each in page.ignored] == [("partner", "ARG")]
    assert page.view.partner is None


def test_a_selection_without_a_row_is_one_plain_line_and_how_to_deliver(dataset: Dataset) -> None:
    drawn = parse(to_html(_page(dataset, "?chart=registry&country=CHL&partner=URY").page()))
    assert "nothing is registered here" in text(drawn)
    assert classed(drawn, "delivery")
    assert not list(drawn.iter("rect"))


def test_the_file_has_the_rows_in_view(ask: Ask) -> None:
    frame = ask(country=BOL).rows()
    assert list(frame[frame["tally"] == "requests"]["low"]) == [17, 14, 12]
    assert set(frame["partner_label"]) == {"Argentina"}
    assert set(frame["tally_label"]) == {"Requests", "Answered", "Pending", "Refused"}
    assert len(ask(Language.ES, years=(2020, 2020)).rows()) == 8


# ---- the stamp ----


def test_every_picture_and_tip_of_a_made_up_registry_is_stamped(ask: Ask) -> None:
    made = ask(synthetic=True)
    captions = [text(caption) for caption in parse(_drawn(made)).iter("caption")]
    assert [caption for caption in captions if not caption.startswith("SYNTHETIC: ")] == ["Columns of the template"]
    assert all(look.said.startswith("SYNTHETIC\n") for look in made.shares.looks().values())
    assert "SYNTHETIC: " not in _drawn(ask())
