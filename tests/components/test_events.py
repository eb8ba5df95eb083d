"""Events: who is on a list, and "not on the list" only where the list was read."""

import pytest
from tree import classed, parse, seen, text

from components.i18n import Words
from components.pages.cooperation.events import event_matrix, title, told
from components.tables.table import to_html
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
        found[0].description, "",
    )  # fmt: skip
    assert title(unread, en) == "Joint team"


def test_the_time_line_runs_from_the_latest_year_to_those_without_a_date(found: list[Event], en: Words) -> None:
    drawn = parse(told(found, en))
    assert [text(node) for node in drawn.iter("b")] == ["2023", "2022", "No date"]
    assert sum(len(each) for each in drawn.iter("ul")) == len(found)


def test_an_event_of_several_years_is_told_once(found: list[Event], en: Words) -> None:
    drawn = text(parse(told(found, en)))
    assert drawn.count("ARG–BOL, 2022") == 1  # from March 2021 to May 2022
    assert "2021" not in drawn


def test_the_time_line_names_who_is_listed_and_where_it_was_read(found: list[Event], en: Words) -> None:
    listed = [text(node) for node in parse(told(found, en)).findall(".//ul/li")]
    assert listed == [
        "Joint operation Libre, 2023 (trafficking): About it (en) A court: A list",
        "Joint team ARG–BOL, 2022 (trafficking): About it (en) Argentina and Bolivia. A court: A list",
        "Joint case ESP (trafficking): About it (en) Spain. A court: A list",
    ]
