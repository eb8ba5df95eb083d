"""The gap on the record by hand (tests/recorded.py): need beside means, and what is certain told from what is not."""

from xml.etree.ElementTree import Element

import pytest
from tree import classed, parse, rows, seen, text

from components.i18n import Words
from components.pages.cooperation.gap import gap_list, gap_matrix, lines, needed, told
from components.tables.table import Table, to_html
from components.url.choices import SORTS, Page, Sort
from data.dataset import Dataset
from data.interval import Interval
from data.queries.gap import Gap, Pair, gap
from data.vocabulary import SUBREGIONS, Country

ARG, BOL, CUB, ESP, PRY = Country.ARG, Country.BOL, Country.CUB, Country.ESP, Country.PRY


@pytest.fixture(scope="module")
def found(record: Dataset) -> Gap:
    return gap(record, 2020, 2022)


def _pair(found: Gap, a: Country, b: Country) -> Pair:
    return found.pairs[frozenset((a, b))]


def test_need_adds_both_ways_and_only_what_is_certain_is_a_need(found: Gap) -> None:
    both, one, zero, none = (_pair(found, a, b) for a, b in ((ARG, BOL), (ARG, PRY), (BOL, ESP), (CUB, ESP)))
    assert [pair.need for pair in (both, one, zero, none)] == [Interval(10, 18), Interval(0, 4), Interval(0, 0), None]
    assert [pair.is_needed for pair in (both, one, zero, none)] == [True, False, False, False]


def test_direct_means_are_a_team_or_a_figure_between_the_two_and_no_figure_on_all_crimes(found: Gap) -> None:
    assert _pair(found, ARG, BOL).means.is_direct  # the team
    assert _pair(found, ARG, BOL).means.statements == ()  # its figure counts all crimes
    assert _pair(found, BOL, ESP).means.is_direct  # requests on trafficking
    assert not _pair(found, ARG, PRY).means.is_direct


def test_one_suppressed_figure_is_printed_as_it_is_published_and_a_sum_as_its_range(found: Gap, en: Words) -> None:
    printed = [needed(_pair(found, a, b), en) for a, b in ((ARG, BOL), (ARG, PRY), (BOL, ESP), (CUB, ESP))]
    assert printed == ["10–18", "<5", "0", ""]


def _cells(made: Table) -> dict[tuple[str, str], tuple[str, str]]:
    """Text and class of each cell of a matrix, by citizenship and country of detection."""
    (table,) = classed(parse(to_html(made)), "matrix")
    codes = [text(head) for head in table.findall(".//thead/tr/th")][1:]
    return {
        (codes[i], codes[j]): (seen(cell), cell.get("class") or "")
        for i, row in enumerate(table.iterfind(".//tbody/tr"))
        for j, cell in enumerate(list(row)[1:])
    }


def test_the_matrix_tells_zero_not_listed_not_reported_and_suppressed_apart(found: Gap, en: Words) -> None:
    cells = _cells(gap_matrix(found, Sort.SUBREGION, None, "x", en))
    assert len(cells) == 22 * 22
    assert cells["BOL", "ARG"][0] == "10–14"
    assert cells["PRY", "ARG"][0] == "<5"
    assert cells["BOL", "ESP"][0] == "0"
    assert cells["CUB", "ARG"] == ("·", "is-not_listed")
    assert cells["BOL", "CUB"][0] == "[x]"
    assert cells["BOL", "CUB"][1].split()[0] == "is-not_reported"
    assert cells["ARG", "ARG"] == ("", "is-own")


def test_a_frame_marks_a_certain_need_without_direct_means(record: Dataset, found: Gap, en: Words) -> None:
    assert not [
        pair for pair, (_, look) in _cells(gap_matrix(found, Sort.NAME, None, "x", en)).items() if "is-gap" in look
    ]
    events = record.tables["cooperation_events"]
    alone = Dataset({**record.tables, "cooperation_events": events[events["event"] != "team"]}, record.plan)
    framed = _cells(gap_matrix(gap(alone, 2020, 2022), Sort.NAME, None, "x", en))
    assert [pair for pair, (_, look) in framed.items() if "is-gap" in look] == [("BOL", "ARG")]  # <5 is not certain


@pytest.mark.parametrize("sort", SORTS[Page.COOPERATION])
def test_every_order_has_each_of_the_22_once(found: Gap, sort: Sort, es: Words) -> None:
    assert sorted(line.key for line in lines(found, sort, None, es)) == sorted(Country)


def test_orders_by_group_by_name_by_need_and_by_means(found: Gap, es: Words) -> None:
    grouped = lines(found, Sort.SUBREGION, None, es)
    assert [(line.key, line.group) for line in grouped] == [(c, g) for g, some in SUBREGIONS.items() for c in some]
    names = [line.name for line in lines(found, Sort.NAME, None, es)]
    assert (names[0], names[-1]) == ("Andorra", "Venezuela")
    assert names.index("México") < names.index("Nicaragua") < names.index("Panamá") < names.index("Perú")
    assert [line.key for line in lines(found, Sort.NEED, None, es)][:2] == [
        "ARG",
        "BOL",
    ]  # 18 at most, before 4 at most
    assert {line.key for line in lines(found, Sort.MEANS, None, es)[:3]} == {"ARG", "BOL", "ESP"}


def test_a_pair_is_told_part_by_part_and_never_as_a_score(found: Gap, en: Words) -> None:
    assert told(_pair(found, ARG, BOL), en) == (
        "need, both ways: 10–18; joint teams and cases: 1; bilateral agreements: 0; published requests and "
        "joint work: 0; operations that list both: 0; treaties in common, of those read for both: 1/1"
    )
    assert told(_pair(found, CUB, ESP), en).startswith("need, both ways: none on record; ")


def _html(pairs: list[Pair], mine: Country | None, words: Words) -> Element:
    table = gap_list(pairs, mine, "x", words)
    assert table
    return parse(to_html(table))


def _listed(found: Gap, mine: Country | None, words: Words) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in rows(_html(found.by_need(mine), mine, words))}


def test_the_list_has_the_pairs_with_a_figure_and_their_means(found: Gap, en: Words) -> None:
    assert _listed(found, None, en) == {
        "Argentina – Bolivia": ["", "10–18", "1", "·", "·", "·", "1/1"],
        "Argentina – Paraguay": ["", "<5", "·", "·", "·", "·", "?"],
        "Bolivia – Spain": ["", "0", "·", "·", "1", "·", "0/1"],
    }


def test_bars_of_the_list_reach_from_the_lower_to_the_upper_bound(found: Gap, en: Words) -> None:
    drawn = _html(found.by_need(), None, en)
    sure = [float(node.get("width", -1)) for node in classed(drawn, "sure")]
    maybe = [float(node.get("width", -1)) for node in classed(drawn, "maybe")]
    assert sure == [round(10 / 18 * 100, 2), 0, 0]
    assert maybe == [round(8 / 18 * 100, 2), round(4 / 18 * 100, 2)]


def test_a_tip_says_each_way_by_itself(found: Gap, en: Words) -> None:
    drawn = _html(found.by_need(), None, en)
    assert [node.get("title") for node in drawn.iter("abbr")][:2] == [
        "in Argentina: 10–14 from Bolivia; in Bolivia: <5 from Argentina",
        "in Argentina: <5 from Paraguay; in Paraguay: · from Argentina",
    ]


def test_one_country_has_all_21_partners_and_a_dot_where_none_is_listed(found: Gap, en: Words) -> None:
    listed = _listed(found, ESP, en)
    assert len(listed) == 21
    assert listed["Bolivia"][:2] == ["", "0"]
    assert listed["Cuba"][:2] == ["", "·"]
    cuba = _html([_pair(found, CUB, ESP)], ESP, en)
    assert not list(cuba.iter("rect"))  # nothing is known, so nothing is drawn: not even a zero


def test_without_a_figure_there_is_no_list(record: Dataset, en: Words) -> None:
    assert gap_list(gap(record, 2023, 2023).by_need(), None, "x", en) is None
