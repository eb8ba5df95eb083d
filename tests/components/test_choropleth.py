"""The map as a figure: each state of a cell in its look, each country once, nothing that its traces do not say."""

import math
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import pytest

from components import theme
from components.figures.choropleth import DASH, HATCH, RING, Look, choropleth, fits, frame, label
from components.figures.outlines import spelled
from components.i18n import words
from components.pages.overview.page import Overview
from components.url.choices import Language
from components.url.view import View
from data.dataset import Dataset
from data.places import Outline, Plan, Shape, Window
from data.vocabulary import Country

Opened = Callable[..., Overview]
SQUARE = Outline((0, 10, 10, 0, 0), (0, 0, 10, 10, 0))
PLAN = Plan(
    (Window((0, 0, 100, 50)), Window((60, 10, 30, 30), (0, 0, 10, 10))),
    SQUARE,
    {
        "AND": Shape("Andorra", SQUARE, (5, 5), 0, marker=8, callout=(5, 20)),
        "ARG": Shape("Argentina", SQUARE, (5, 5), 100),
        "CHL": Shape("Chile", SQUARE, (5, 5), 0, callout=(30, 5), leader=(20, 5)),
    },
)
LOOKS = {
    "AND": Look("Andorra", text="<5"),
    "ARG": Look("Argentina\n12", theme.STEPS[5], text="12", ink=5, flagged=True),
    "CHL": Look("Chile"),
}


@pytest.fixture
def page(overview: Opened) -> Overview:
    return overview("?years=2019-2023&year=2021")


def traces(figure: theme.Figure) -> dict[str, Any]:
    return {trace["uid"]: spelled(trace) for trace in figure["data"] if "uid" in trace}


def test_each_state_has_its_look(page: Overview) -> None:
    looks = page.looks(2020)
    assert looks["ARG"].fill in theme.STEPS
    assert (looks["ARG"].dash, looks["ARG"].line) == ("solid", theme.PAPER)
    assert (looks["BOL"].fill, looks["BOL"].line, looks["BOL"].text) == (theme.PANEL, theme.EDGE, "0")
    assert (looks["ESP"].pattern, looks["ESP"].text) == (HATCH, "")
    suppressed = page.looks(2021)["BOL"]
    assert (suppressed.text, suppressed.dash, suppressed.line) == ("<5", DASH, theme.INK)


def test_a_range_over_classes_wears_both_colours(page: Overview) -> None:
    page.__dict__["edges"] = (32.0, 100.0)
    wide = page.looks(2023)["ESP"]
    assert (wide.pattern["shape"], wide.pattern["bgcolor"], wide.pattern["fgcolor"]) == (
        "-", theme.STEPS[0], theme.STEPS[3],
    )  # fmt: skip
    assert wide.ink is None  # on two colours at once only the ink of paper, with its rim, is legible


def test_a_figure_with_a_caveat_is_marked(page: Overview) -> None:
    assert page.looks(2021)["ESP"].flagged
    assert not page.looks(2021)["ARG"].flagged


def test_the_chosen_stand_out_and_the_others_step_back(overview: Opened) -> None:
    looks = overview("?countries=BOL&years=2019-2023").looks(2021)
    assert (looks["BOL"].chosen, looks["BOL"].quiet, looks["ARG"].quiet) == (True, False, True)
    assert not any(look.chosen or look.quiet for look in overview("?years=2019-2023").looks(2021).values())
    chosen = {**LOOKS, "ARG": LOOKS["ARG"]._replace(chosen=True)}
    outline = next(trace for trace in choropleth(PLAN, chosen)["data"] if trace.get("line", {}).get("width") == 3)
    assert (spelled(outline)["x"], outline["line"]["color"]) == ((*SQUARE.xs, None), theme.ACCENT)


@pytest.mark.parametrize("year", range(2019, 2024))
def test_plotly_takes_every_attribute_and_each_country_is_there_once(page: Overview, small: Dataset, year: int) -> None:
    drawn = choropleth(small.plan, page.looks(year))
    go.Figure({"data": [spelled(trace) for trace in drawn["data"]], "layout": drawn["layout"]})
    shapes = [trace for trace in drawn["data"] if trace.get("uid", "").startswith("shape-")]
    assert sorted(trace["customdata"][0] for trace in shapes) == sorted(Country)
    assert shapes[-1]["customdata"] == ["AND"]  # or Spain, about it, takes its clicks
    assert all((trace["mode"], trace["hoveron"], trace["hoverinfo"]) == ("lines", "fills", "none") for trace in shapes)
    assert {trace["customdata"][0]: trace["hovertext"] for trace in shapes} == {
        code: look.said for code, look in page.looks(year).items()
    }


def test_figures_stand_where_they_have_room_and_no_text_is_empty() -> None:
    drawn = traces(choropleth(PLAN, LOOKS))
    assert drawn["figures"]["text"] == ["<b>12</b>", "<b> </b>", "<b>&lt;5</b>"]
    assert [drawn["figures"]["x"], drawn["figures"]["y"]] == [[5, 30, 5], [5, 5, 20]]
    assert drawn["figures"]["textfont"]["color"] == [theme.ON_STEPS[5], theme.INK, theme.INK]
    assert drawn["dots"]["marker"]["opacity"] == [1, 0, 0]


def test_a_figure_has_room_up_to_the_width_of_its_shape() -> None:
    assert fits("12", Shape("", SQUARE, (0, 0), 2 * 0.62 * 22))
    assert not fits("12", Shape("", SQUARE, (0, 0), 2 * 0.62 * 22 - 0.1))
    assert not fits("", PLAN.shapes["ARG"])


def test_a_leader_is_seen_with_its_figure_only() -> None:
    def shown(looks: dict[str, Look]) -> list[float]:
        return [t["opacity"] for t in choropleth(PLAN, looks)["data"] if t.get("x") == [5, 20]]

    assert shown(LOOKS) == [0]
    assert shown({**LOOKS, "CHL": Look("Chile", text="3")}) == [1]


def test_a_ring_stands_for_what_is_too_small_to_be_seen() -> None:
    ring = traces(choropleth(PLAN, LOOKS))["shape-AND"]
    radii = [math.dist((5, 5), point) for point in zip(ring["x"], ring["y"], strict=True)]
    assert radii == pytest.approx([8 * RING] * len(radii), abs=0.1)
    assert (ring["line"]["color"], ring["line"]["dash"]) == (theme.INK, "solid")


def test_a_window_that_enlarges_says_which_part() -> None:
    box, part, line = choropleth(PLAN, LOOKS)["layout"]["shapes"]
    assert [box[k] for k in ("x0", "y0", "x1", "y1")] == [60, 10, 90, 40]
    assert [part[k] for k in ("x0", "y0", "x1", "y1")] == [0, 0, 10, 10]
    assert [line[k] for k in ("x0", "x1")] == [60, 10]  # from edge to edge, not through either


@pytest.mark.parametrize("year", range(2019, 2024))
def test_a_year_changes_styles_and_texts_and_nothing_else(page: Overview, small: Dataset, year: int) -> None:
    """What the browser does with a frame makes the figure of its year, trace by trace."""
    before, after = (choropleth(small.plan, page.looks(each)) for each in (2021, year))
    turned, frame_of = [dict(trace) for trace in before["data"]], frame(small.plan, page.looks(year))
    for trace, style in zip(turned[1:], frame_of["patches"], strict=False):
        trace |= frame_of["styles"][style]
    for trace, opacity in zip(turned[1 + len(frame_of["patches"]) :], frame_of["leaders"], strict=False):
        trace["opacity"] = opacity
    last = 1 + len(frame_of["patches"]) + len(frame_of["leaders"])
    apart = {"hovertext"}
    assert [{k: v for k, v in t.items() if k not in apart} for t in turned[:last]] == [
        {k: v for k, v in t.items() if k not in apart} for t in after["data"][:last]
    ]
    assert frame_of["texts"] == after["layout"]["meta"]["texts"]


def test_what_lies_over_the_plot_follows_from_the_figure() -> None:
    over = choropleth(PLAN, LOOKS)["layout"]["meta"]
    assert over["texts"]["ARG"] == {"text": "12", "look": "on-5 is-flagged", "said": "Argentina\n12"}
    assert label(LOOKS["AND"], PLAN.shapes["AND"])["look"] == "on-paper is-outside"
    assert over["at"] == {"ARG": [5, 5, 100], "CHL": [30, 5, None], "AND": [5, 20, None]}
    assert over["size"] == (100, 50)


def test_what_is_withheld_has_a_look_a_mark_and_a_sentence_of_its_own(real: Dataset) -> None:
    view, ignored = View.parse("/en/overview", "indicator=persons_prosecuted&age=age_0_17&year=2021")
    page = Overview(view, ignored, real, words(Language.EN))
    (drawn,) = page.pictures()[:1]
    shapes = {trace["customdata"][0]: trace for trace in drawn.figure["data"] if trace.get("fillpattern")}
    assert shapes["PRY"]["fillpattern"]["shape"] == "\\" != shapes["ARG"]["fillpattern"]["shape"]
    assert "withheld" in shapes["PRY"]["hovertext"]
    assert [each.sign for each in drawn.key.samples if "withheld" in each.text] == ["[w]"]
    assert "4 figures of 2021 are withheld" in page.finding(2021).caveat
    assert "12 countries have not published" in page.finding(2021).caveat
    plain = Overview(*View.parse("/en/overview", ""), real, words(Language.EN)).pictures()[0]
    assert not any("withheld" in each.text for each in plain.key.samples)  # no year of the map has any
