"""A figure drawn without a browser: its colours, its size, its numbers, and what it refuses. Where everything stands is
held to plotly itself in tests/browser/test_figures_alike.py."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from components import theme
from components.drawing.colours import dark, light, living, solid, tokens
from components.drawing.figure_svg import COLUMN, PANELS, TALL, WIDE, drawing, room_of, svg
from components.drawing.figure_ticks import formatted, ticks
from components.drawing.lettering import lines_of
from components.drawing.marks import Shape
from components.theme import HUES, INK, LINE, PAPER, Figure


def figure(**own: object) -> Figure:
    """Two lines over four years, the second with a gap."""
    look = {"type": "scatter", "mode": "lines+markers", "x": [2010, 2011, 2012, 2013]}
    lines = [
        look | {"y": y, "line": {"color": hue}, "marker": {"color": hue, "size": 8}}
        for y, hue in (([1, 2, 3, 4], HUES[0]), ([4, None, 2, 1], HUES[1]))
    ]
    axes = {"xaxis": {"range": [2009, 2014], "gridcolor": LINE}, "yaxis": {"range": [0, 5], "gridcolor": LINE}}
    return {"data": lines, "layout": theme.layout(**axes, **own)}


def test_every_token_of_the_theme_is_that_of_the_style_sheet() -> None:
    values = {value for value, _ in tokens().values()}
    named = [getattr(theme, name) for name in dir(theme) if name.isupper() and name not in ("FAMILY", "FONT")]
    flat = [each for value in named for each in (value if isinstance(value, tuple) else (value,))]
    colours = [each for each in flat if str(each).startswith("#")]
    assert len(colours) > 20
    assert set(colours) <= values
    assert tuple(tokens()[f"step-{i}"][0] for i in range(7)) == theme.STEPS
    assert tuple(tokens()[f"hue-{i}"][0] for i in range(6)) == theme.HUES


def test_a_document_names_tokens_and_a_file_has_their_values() -> None:
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg(figure(), 600, 300))) <= {
        "none", "var(--ink)", "var(--line)", "var(--hue-0)", "var(--hue-1)", "var(--accent)", "#444444",
    }  # fmt: skip
    assert "var(" not in svg(figure(), 600, 300, scheme=light)
    assert dark(INK) == "#eef0f2"
    assert f'fill="{dark(INK)}"' in svg(figure(), 600, 300, scheme=dark)
    assert (living(PAPER), light(PAPER), living("#123456")) == ("var(--paper)", PAPER, "#123456")


def test_a_gap_parts_the_line_and_has_no_mark() -> None:
    marks = [mark for mark in drawing(figure(), 600, 300, scheme=light).marks if isinstance(mark, Shape)]
    line = next(mark for mark in marks if mark.stroke == HUES[1] and mark.fill == "none")
    dots = next(mark for mark in marks if mark.fill == HUES[1])
    assert [op for op, _ in line.ops] == ["M", "L"]  # from the third year to the fourth; the first stands alone
    assert sum(op == "M" for op, _ in dots.ops) == 3


@given(st.floats(1, 4))
def test_for_a_wall_type_and_lines_grow_and_the_picture_keeps_its_size(scale: float) -> None:
    plain, grown = drawing(figure(), 600, 300), drawing(figure(), 600 * scale, 300 * scale, scale=scale)
    assert [text.size * scale for text in plain.texts] == pytest.approx([text.size for text in grown.texts])
    assert [text.x * scale for text in plain.texts] == pytest.approx([text.x for text in grown.texts])
    assert (grown.width, grown.height) == (600 * scale, 300 * scale)


def test_what_reaches_over_its_plot_is_cut_there() -> None:
    far = figure()
    far["data"][0]["y"] = [1, 2, 3, 40]
    cut = [m for m in drawing(far, 600, 300).marks if isinstance(m, Shape) and m.clip]
    assert cut
    root = ElementTree.fromstring(svg(far, 600, 300))  # noqa: S314 - our own
    names = {each.get("id") for each in root.iter("clipPath")}
    used = {each.get("clip-path") for each in root.iter("path")} - {None}
    assert used == {f"url(#{name})" for name in names}


def test_what_is_not_drawn_is_refused() -> None:
    for change in ({"type": "pie"}, {"line": {"shape": "spline"}}, {"marker": {"symbol": "star"}}, {"fill": "tonexty"}):
        made = figure()
        made["data"][0] |= change
        with pytest.raises(KeyError):
            drawing(made, 600, 300)
    for axis in ({"tickangle": 45}, {"overlaying": "y2"}):
        with pytest.raises(KeyError):
            drawing(figure() | {"layout": theme.layout(yaxis=axis)}, 600, 300)


def test_colours_are_read_as_plotly_writes_them() -> None:
    assert solid("#FFF") == ("#ffffff", 1)
    assert solid("rgba(0, 0, 0, 0)") == ("#000000", 0)
    assert solid("rgba(255,128,0,.5)") == ("#ff8000", 0.5)
    with pytest.raises(ValueError, match="burlywood"):
        solid("burlywood")


def test_text_is_read_with_its_tags() -> None:
    assert lines_of("<b>Spain</b> 5<br>a &lt; b") == [(("Spain", 600), (" 5", 400)), (("a < b", 400),)]
    assert lines_of("") == [()]


@pytest.mark.parametrize(
    ("value", "asked", "separators", "said"),
    [
        (1234.5, ",.1f", ",.", "1.234,5"),
        (1234.5, "d", ".,", "1234"),
        (0.256, ".0%", ".,", "26%"),
        (-3, "d", ".,", "−3"),
        (2.5, "~f", ", ", "2,5"),
    ],
)
def test_numbers_are_written_in_the_language(value: float, asked: str, separators: str, said: str) -> None:
    assert formatted(value, asked, separators) == said


def test_a_format_that_is_not_understood_is_refused() -> None:
    for asked in ("s", "$,", ".2e"):
        with pytest.raises(ValueError, match="no format"):
            formatted(1, asked, ".,")


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.floats(80, 1200), st.sampled_from("xy"))
def test_ticks_are_round_even_few_and_inside(low: float, reach: float, length: float, letter: str) -> None:
    assume(reach > abs(low) * 1e-6)
    found = [tick.value for tick in ticks({}, (low, low + reach), length, letter, ".,")]
    assert len(found) <= 12
    assert all(low - reach / 1000 <= value <= low + reach * 1.001 for value in found)
    steps = {round((b - a) / reach, 6) for a, b in pairwise(found)}
    assert len(steps) <= 1 or max(steps) - min(steps) < 1e-4


def test_a_figure_is_drawn_for_the_room_that_it_will_have() -> None:
    assert room_of(figure()) == (COLUMN, TALL)
    assert room_of(figure(height=300)) == (COLUMN, 300)
    assert room_of(figure(**{f"xaxis{i}": {} for i in range(2, PANELS + 1)})) == (WIDE, TALL)
    across, down = {"range": [0, 1000], "constraintoward": "right"}, {"range": [1090, 0], "scaleanchor": "x"}
    to_scale = {"data": [], "layout": theme.layout(xaxis=across, yaxis=down)}
    assert room_of(to_scale) == (1000, 1090)
    assert 'viewBox="0 0 1000 1090" preserveAspectRatio="xMaxYMid"' in svg(to_scale, *room_of(to_scale))
