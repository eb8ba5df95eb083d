"""Bars with names: solid up to what is certain, hatched up to what is possible, all on one scale."""

from tree import classed, parse, rows, text

from components.figures.interval_bars import Bar, bars
from data.interval import Interval

HEADS = ("Pair", "Count", "Years")
DRAWN = [
    Bar("Bolivia → Argentina", Interval(10, 20), "10–20", "2 of 3 years"),
    Bar("Paraguay → Argentina", Interval(0, 4), "<5", "1 of 3 years", "is-own"),
    Bar("Bolivia → Spain", Interval(0, 0), "0"),
]


def test_a_row_has_name_bar_figure_and_what_else_there_is_to_say() -> None:
    assert list(rows(parse(bars("Flows", HEADS, DRAWN, nothing="none")))) == [
        ["Bolivia → Argentina", "", "10–20", "2 of 3 years"],
        ["Paraguay → Argentina", "", "<5", "1 of 3 years"],
        ["Bolivia → Spain", "", "0", ""],
    ]


def test_the_widest_bar_reaches_the_largest_upper_bound() -> None:
    drawn = parse(bars("Flows", HEADS, DRAWN, nothing="none"))
    sure = [float(node.get("width", -1)) for node in classed(drawn, "sure")]
    maybe = [(float(node.get("x", -1)), float(node.get("width", -1))) for node in classed(drawn, "maybe")]
    assert sure == [50, 0, 0]
    assert maybe == [(50, 50), (0, 20)]  # of a suppressed figure nothing is solid, and a true zero has no pale part


def test_each_column_has_a_head_and_each_row_is_headed_by_its_name() -> None:
    drawn = parse(bars("Flows", HEADS, DRAWN, nothing="none"))
    assert [text(node) for node in drawn.iter("caption")] == ["Flows"]
    assert [text(node) for node in drawn.iter("th") if node.get("scope") == "col"] == list(HEADS)
    assert [node.get("class") for node in drawn.iter("th") if node.get("scope") == "row"] == [None, "is-own", None]


def test_bars_of_zeros_only_are_drawn_with_no_width() -> None:
    drawn = parse(bars("Flows", HEADS, [Bar("Bolivia → Spain", Interval(0, 0), "0")], nothing="none"))
    assert [node.get("width") for node in drawn.iter("rect")] == ["0.0"]


def test_without_a_bar_there_is_one_line_and_no_empty_table() -> None:
    drawn = parse(bars("Flows", HEADS, [], nothing="Nothing published.", look="is-mirrored"))
    assert [text(node) for node in classed(drawn, "nothing")] == ["Nothing published."]
    assert [text(node) for node in drawn.iter("h2")] == ["Flows"]
    assert not list(drawn.iter("table"))


def test_names_are_text_and_never_html() -> None:
    drawn = parse(bars("<b>", HEADS, [Bar("<script>", Interval(1, 1), "1")], nothing="none"))
    assert next(iter(rows(drawn)))[0] == "<script>"
    assert not list(drawn.iter("script"))
