"""Tables as objects and as HTML: every cell in its place, with its value in full and its way on; marks keep ranges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tree import classed, parse, rows, seen, text

from components.files.table_grid import grid
from components.tables.cell_marks import Spark, Strip, bar, neighbours, parts, period, places, svg
from components.tables.table import (
    Note,
    Table,
    TableCell,
    TableRow,
    column,
    number,
    pictured,
    row_head,
    to_html,
)
from data.interval import Interval

FLAGGED = number("12", notes=(Note("⚑", "A caveat."),))
ROWS = [
    TableRow(
        [row_head("Spain"), FLAGGED, TableCell("<5", "Spain: fewer than 5", "/en/figure?country=ESP")], code="ESP"
    ),
    TableRow([row_head("<b>"), number("[x]", said="not reported"), TableCell("A court", href="https://example.org/")]),
]
MADE = Table("Who", [column("Country"), column("N", "n", "Number"), column("")], [ROWS[:1], ROWS[1:]], "look", "place")
WALKED = Table("Who", MADE.heads, MADE.groups, "matrix", "matrix", is_walked=True)


# ---- as HTML ----


def test_rows_heads_and_groups_are_those_of_the_table() -> None:
    (table,) = parse(to_html(MADE)).iter("table")
    assert list(rows(table)) == [["Spain", "12⚑", "<5"], ["<b>", "[x]", "A court"]]
    assert [len(list(body)) for body in table.iter("tbody")] == [1, 1]
    assert [(seen(head), head.get("scope")) for head in table.iterfind("./thead/tr/*")] == [
        ("Country", "col"), ("N", "col"), ("", None),
    ]  # fmt: skip
    assert [head.get("scope") for head in table.iterfind("./tbody/tr/th")] == ["row", "row"]
    assert [row.get("data-code") for row in table.iterfind("./tbody/tr")] == ["ESP", None]


def test_a_short_cell_has_its_value_in_full_and_is_read_out() -> None:
    drawn = parse(to_html(MADE))
    assert [node.get("title") for node in drawn.iter() if node.get("title")] == [
        "Number", "A caveat.", "Spain: fewer than 5", "not reported",
    ]  # fmt: skip
    assert [text(node) for node in classed(drawn, "spoken")] == ["A caveat.", "Spain: fewer than 5", "not reported"]


def test_a_figure_leads_on_and_a_source_leads_out() -> None:
    inside, outside = parse(to_html(MADE)).iter("a")
    assert (inside.get("href"), inside.get("class"), inside.get("rel")) == (
        "/en/figure?country=ESP", "to-figure", None,
    )  # fmt: skip
    assert (outside.get("href"), outside.get("rel")) == ("https://example.org/", "external noopener nofollow")


def test_cells_of_a_walked_table_are_reached_by_arrows_and_not_by_a_hundred_tabs() -> None:
    drawn = parse(to_html(WALKED))
    (region,) = drawn
    assert (region.get("tabindex"), region.get("role"), region.get("aria-label")) == ("0", "region", "Who")
    cells = [node for cell in drawn.iterfind(".//tbody//td") for node in cell if node.get("class") != "flag"]
    assert [node.get("tabindex") for node in cells] == ["-1"] * 3
    assert [node.get("tabindex") for node in parse(to_html(MADE)).iter("a")] == [None, None]


def test_a_table_without_a_name_has_no_region() -> None:
    plain = parse(to_html(Table("Who", [], [ROWS], "look")))
    assert [node.tag for node in plain] == ["table"]
    assert not list(plain.iter("thead"))


# ---- marks ----


def spans(strips: tuple[Strip, ...]) -> list[tuple[str, float, float]]:
    return [tuple(box) for strip in strips for box in strip.boxes]


def test_a_bar_is_solid_to_the_certain_and_pale_to_the_possible() -> None:
    assert spans(bar(Interval(10, 20), 20)) == [("sure", 0, 50), ("maybe", 50, 50)]
    assert spans(bar(Interval(0, 4), 20)) == [("sure", 0, 0), ("maybe", 0, 20)]
    assert spans(bar(Interval(0, 0), 20)) == [("sure", 0, 0)]
    assert bar(None, 20) == ()


@given(low=st.integers(0, 10**6), more=st.integers(0, 10**6), over=st.integers(1, 10**6))
def test_no_bar_narrows_its_range(low: int, more: int, over: int) -> None:
    """From the hundredth of the width on, a range has a possible part, which ends where its upper bound is."""
    top = low + more + over
    ends = {look: start + size for look, start, size in spans(bar(Interval(low, low + more), top))}
    assert ends["sure"] == pytest.approx(low / top * 100, abs=0.006)
    if more / top > 0.0002:
        assert ends["maybe"] == pytest.approx((low + more) / top * 100, abs=0.011)


def test_parts_stand_one_after_another_and_nothing_has_no_box() -> None:
    assert spans(parts([("a", 5), ("b", 0), ("c", 15)], 20)) == [("a", 0, 25), ("c", 25, 75)]


def test_a_period_is_cut_to_the_years_shown_and_gone_where_it_lies_outside() -> None:
    assert spans(period((2019, 2021), 2018, 2022))[1] == ("sure", 20, 60)
    assert spans(period((2010, 2018), 2018, 2022))[1] == ("sure", 0, 20)
    assert period((2023, 2024), 2018, 2022) == period(None, 2018, 2022) == ()


def test_the_places_that_one_may_have_are_filled() -> None:
    assert [look for look, *_ in spans(places((2, 3), 4))] == ["empty", "sure", "sure", "empty"]
    assert places(None, 4) == ()


def test_a_line_joins_years_that_follow_each_other_and_no_others() -> None:
    known = [(2014, Interval(1, 1)), (2015, Interval(2, 2)), (2018, Interval(3, 5))]
    (line,) = neighbours(known, 0, 5)
    assert [[year for year, _ in stretch] for stretch in line.stretches] == [[2014, 2015], [2018]]
    drawn = parse(svg(line))
    assert [node.get("class") for node in drawn[0]] == ["stroke", "reach"]  # a range alone is an upright, no point
    assert neighbours(known[:1], 0, 5) == ()


def test_the_year_shown_is_an_upright_and_a_defined_line_is_referred_to() -> None:
    stretch = ((2019, Interval(1, 1)), (2020, Interval(2, 2)), (2021, Interval(3, 3)))
    (now, use) = parse(svg(Spark((stretch,), (2019, 2021), 3, now=2020, symbol="spark-ESP")))[0]
    assert (now.get("class"), now.get("x1")) == ("now", "60.0")
    assert use.get("href") == "#spark-ESP"


def test_a_mark_is_a_picture_of_what_stands_beside_it() -> None:
    drawn = parse(
        to_html(Table("Who", [], [[TableRow([row_head("Spain"), pictured(bar(Interval(1, 2), 2))])]], "look"))
    )
    (picture,) = drawn.iter("svg")
    assert picture.get("aria-hidden") == "true"


def test_what_a_cell_covers_is_left_to_it() -> None:
    rows = [TableRow([TableCell("x", down=2), TableCell("1")]), TableRow([TableCell("2")])]
    found = grid(Table("t", [column("A"), column("B")], [rows], "t"))
    places = {each.cell.text: (each.row, each.column) for each in found.cells}
    assert places == {"A": (0, 0), "B": (0, 1), "x": (1, 0), "1": (1, 1), "2": (2, 1)}
