"""Events: who is on a list, and "not on the list" only where the list was read."""

from dataclasses import replace

import pytest
from tree import classed, parse, seen, text

from components.i18n import Words, words
from components.pages.cooperation.events import event_list, event_matrix, title
from components.tables.table import to_html
from components.url.choices import Language
from data.dataset import Dataset
from data.queries.means import Event, events


@pytest.fixture(scope="module")
def found(record: Dataset) -> list[Event]:
    return events(record)


def _rows(found: list[Event], words: Words) -> dict[str, dict[str, tuple[str, str, str]]]:
    """By event and country: what a cell shows, its look, and what it says in full."""
    (table,) = classed(parse(to_html(event_matrix(found, "x", words))), "matrix")
    codes = [text(head) for head in table.findall(".//thead/tr/th")][1:]
    return {
        text(row[0]): {
            code: (seen(cell), (cell.get("class") or "").split()[0], cell[0].get("title") or "")
            for code, cell in zip(codes, list(row)[1:], strict=True)
        }
        for row in table.iterfind(".//tbody/tr")
    }


def test_on_the_list_not_on_the_list_and_list_not_read_are_three_things(found: list[Event], en: Words) -> None:
    cells = _rows(found, en)
    assert cells["ARG–BOL, 2022"]["ARG"] == ("●", "is-listed", "About it (en)")
    assert cells["ARG–BOL, 2022"]["CUB"] == ("·", "is-not_listed", "not on the list")
    assert set(cells["Libre, 2023"].values()) == {("?", "is-not_reported", "list not read")}


def test_of_a_list_read_in_part_the_known_are_listed_and_the_others_unknown(found: list[Event], en: Words) -> None:
    cells = _rows(found, en)["ESP"]
    assert cells["ESP"][0] == "●"
    assert {code: cell[0] for code, cell in cells.items() if cell[0] != "?"} == {"ESP": "●"}


def test_events_stand_kind_by_kind_with_a_rule_between_undated_ones_last(found: list[Event], en: Words) -> None:
    assert list(_rows(found, en)) == ["ARG–BOL, 2022", "ESP", "Libre, 2023"]
    twice = [*found, _like(found[0], "old", "2010"), _like(found[0], "undated", "")]
    (table,) = classed(parse(to_html(event_matrix(twice, "x", en))), "matrix")
    body = table.findall(".//tbody/tr")
    assert [text(row[0]) for row in body] == ["ARG–BOL, 2010", "ARG–BOL, 2022", "ARG–BOL", "ESP", "Libre, 2023"]
    assert [row.get("class") for row in body] == [None, None, None, "new-group", "new-group"]


def _like(event: Event, name: str, end: str) -> Event:
    return Event(
        name,
        event.kind,
        "",
        "",
        end,
        event.scope,
        event.participants,
        event.list_status,
        event.description,
        event.source,
    )


def test_an_event_is_called_by_its_name_its_countries_or_its_kind(found: list[Event], en: Words) -> None:
    named = {event.event: title(event, en) for event in found}
    assert named == {"team": "ARG–BOL, 2022", "operation": "Libre, 2023", "case": "ESP"}
    unread = Event(
        "x", found[0].kind, "", "", "", found[0].scope, frozenset({"unknown"}), found[0].list_status,
        found[0].description, {},
    )  # fmt: skip
    assert title(unread, en) == "Joint team"


def test_the_list_runs_from_the_latest_year_to_those_without_a_date(found: list[Event], en: Words) -> None:
    told = [[cell.text for cell in row.cells] for row in event_list(found, "x", en).rows]
    assert told == [
        ["2023", "Libre, 2023", "About it (en)", "", "A list"],
        ["2022", "ARG–BOL, 2022", "About it (en)", "Argentina and Bolivia", "A list"],  # 2021-03 to 2022-05
        ["No date", "ESP", "About it (en)", "Spain", "A list"],
    ]


def test_the_list_says_what_each_was_and_leads_to_where_it_was_read(found: list[Event], en: Words) -> None:
    read_at = [replace(each, url=f"https://court.example/{each.event}") for each in found]
    (row, *_) = event_list(read_at, "x", en).rows
    assert row.cells[1].beside == "Joint operation, trafficking"
    assert row.cells[-1].href == "https://court.example/operation"
    assert (row.cells[-1].beside, row.cells[-1].text_lang) == ("A court", "")
    (other, *_) = event_list(read_at, "x", words(Language.PT)).rows
    assert (other.cells[-1].text, other.cells[-1].beside, other.cells[-1].text_lang) == ("A list", "Um tribunal", "en")
    cells = [cell for row in event_matrix(read_at, "x", en).rows for cell in row.cells[1:]]
    assert {cell.text for cell in cells if cell.href} == {"●", "·"}  # of a list that was read
