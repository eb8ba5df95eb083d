"""A time line: each period as long as its source says, in the rows of its kind, and never without a date."""

import plotly.graph_objects as go
import pytest

from components.figures.timeline import OPEN, Happening, timeline

TEAM = Happening("Teams", "ARG–CHL", "2019-05-01", "2020-10-31", "A team")
DAY = Happening("Operations", "Toblerone", "2016-05-31", "2016-05-31", "One day", "/en/cooperation")
YEAR = Happening("Operations", "Liberterra", "2025", "2025", "A year")
BY = Happening("Agreements", "ARG–BOL", "", "2017-07-29", "By then")
UNDATED = Happening("Agreements", "CHL–PER", "", "", "Some day")
DRAWN = timeline([TEAM, YEAR, DAY, BY, UNDATED])


def bars(name: str) -> list[tuple[float, float, float]]:
    trace = next(t for t in DRAWN["data"] if t.get("name") == name and t["type"] == "bar")
    return [(y, base, base + x) for y, base, x in zip(trace["y"], trace["base"], trace["x"], strict=True)]


def test_a_period_is_as_long_as_its_source_says() -> None:
    go.Figure(DRAWN)  # plotly accepts every attribute
    assert bars("Teams") == [(1, pytest.approx(2019.329, abs=0.001), pytest.approx(2020.832, abs=0.001))]
    day, year = bars("Operations")
    assert day[1] == day[2] == pytest.approx(2016.413, abs=0.001)
    assert year[1:] == (2025, pytest.approx(2025.997, abs=0.001))


def test_rows_stand_kind_by_kind_by_their_beginning_and_undated_ones_nowhere() -> None:
    named = {t["name"]: t for t in DRAWN["data"]}
    assert dict(zip(named["titles"]["text"], named["titles"]["y"], strict=True)) == {
        "<b>Teams</b>": 0, "<b>Operations</b>": 2, "<b>Agreements</b>": 5,
    }  # fmt: skip
    shown = dict(zip([text.strip("\u00a0") for text in named["names"]["text"]], named["names"]["y"], strict=True))
    assert shown == {"ARG–CHL": 1, "Toblerone": 3, "Liberterra": 4, "ARG–BOL": 6}


def test_a_beginning_that_is_not_told_is_open() -> None:
    marks = [t for t in DRAWN["data"] if t["name"] == "marks"]
    assert [t["marker"]["symbol"] for t in marks] == [["circle"], ["square", "square"], [OPEN]]
    assert bars("Agreements")[0][1] == bars("Agreements")[0][2]


def test_names_stand_where_there_is_room_and_each_row_is_told_and_leads_on() -> None:
    names = next(t for t in DRAWN["data"] if t["name"] == "names")
    assert names["textposition"] == ["middle right", "middle right", "middle left", "middle right"]
    operations = next(t for t in DRAWN["data"] if t["name"] == "Operations")
    assert (operations["hovertext"], operations["customdata"]) == (["One day", "A year"], ["/en/cooperation", ""])


def test_nothing_dated_is_nothing_drawn() -> None:
    assert timeline([UNDATED])["data"] == timeline([])["data"] == []
