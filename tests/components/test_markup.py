"""HTML text: what is set into it stays text, and a tree of components reads like the page that Dash draws."""

import pytest
import tree
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from components.custom_components import Static, attributes
from components.document.first_paint import to_html
from components.markup import el, join

# Characters that HTML itself changes or forbids (controls, surrogates) are not part of any text of ours.
texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


@given(texts, texts)
def test_any_text_is_escaped_in_elements_and_attributes(content: str, value: str) -> None:
    (node,) = tree.parse(el("p", content, title=value))
    assert (node.text or "", node.get("title"), len(node)) == (content, value, 0)


@given(texts, texts)
def test_any_text_is_escaped_in_a_tree_of_components(content: str, value: str) -> None:
    (node,) = tree.parse(to_html(html.P([content], title=value)))
    assert (node.text or "", node.get("title"), len(node)) == (content, value, 0)


def test_markup_of_our_own_is_kept() -> None:
    assert el("p", el("b", "<"), Markup("<i>x</i>")) == "<p><b>&lt;</b><i>x</i></p>"


def test_names_of_attributes_are_written_as_html_has_them() -> None:
    assert el("a", class_="x", aria_label="y", as_="z") == '<a class="x" aria-label="y" as="z"></a>'


def test_attributes_that_are_absent_are_not_written() -> None:
    assert el("a", href=None, hidden=False, download=True) == "<a download></a>"
    assert el("a", tabindex=0, title="") == '<a tabindex="0" title=""></a>'


def test_void_elements_have_no_end() -> None:
    assert el("br") + el("meta", charset="utf-8") == '<br><meta charset="utf-8">'


def test_children_may_be_nested_and_none_is_nothing() -> None:
    assert join(["a", None, ("b", ["<"]), 0]) == "ab&lt;0"


def test_a_tree_of_components_is_written_with_its_attributes() -> None:
    node = html.Label(
        [html.Span("a", className="spoken"), html.Br(), None, 3],
        id="left-out",
        htmlFor="year",
        lang="es",
        **attributes(data_key="k", aria_label="<"),
    )
    assert to_html([node]) == (
        '<label for="year" lang="es" aria-label="&lt;" data-key="k"><span class="spoken">a</span><br>3</label>'
    )


def test_a_part_is_written_with_the_html_that_it_holds() -> None:
    assert to_html(Static("notice", el("b", "<"), "look", role="status")) == (
        '<div class="look" role="status"><b>&lt;</b></div>'
    )


def test_a_live_component_leaves_its_room() -> None:
    assert to_html(dcc.Store(id="frames")) == "<div></div>"


def test_a_graph_is_drawn_in_a_room_of_its_height() -> None:
    line = {"type": "scatter", "mode": "lines", "x": [1, 2], "y": [3, 4]}
    figure = {"data": [line], "layout": {"height": 300, "xaxis": {"ticktext": ["first <year>"], "tickvals": [1]}}}
    (node,) = tree.parse(to_html(dcc.Graph(id="series", className="graph", figure=figure)))
    assert (node.get("class"), node.get("style")) == ("graph", "height:300px")
    (drawn,) = list(node)
    assert drawn.tag == "svg"
    assert "first □" not in "".join(drawn.itertext())
    assert {"3", "4"} <= {each.text for each in drawn.iter("text")}


def test_another_kind_of_component_is_refused_by_name() -> None:
    class Foreign(html.Div):
        _namespace = "elsewhere"

    with pytest.raises(TypeError, match="no HTML for Foreign"):
        to_html(html.Div(Foreign()))


def test_a_part_says_what_the_browser_needs() -> None:
    sent = Static("notice", "<b>x</b>").to_plotly_json()
    assert (sent["namespace"], sent["type"]) == ("atalaya", "Static")
    assert sent["props"] == {"id": "notice", "html": "<b>x</b>", "className": ""}


def test_the_same_letters_are_escaped_as_what_they_are() -> None:
    """Escaped texts are kept: one that is equal to markup, or to a word of a vocabulary, must not be taken for it."""
    text = "<b>same</b>"
    ready = Markup("<b>same</b>")
    for _ in range(2):
        assert el("p", text) == "<p>&lt;b&gt;same&lt;/b&gt;</p>"
        assert el("p", ready) == f"<p>{ready}</p>"
        assert el("p", title=ready) == f'<p title="{ready}"></p>'
    assert el("p", 1, True, 1.0) == "<p>1True1.0</p>"
