"""What is asked of a talk in vain is told in hall and room, and refused where a file has no place to tell it."""

import json

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def sent(client: FlaskClient, kind: str, deck: str, query: str = "") -> TestResponse:
    return client.post(f"/es/present{kind}{query}", data=deck, content_type="application/json")


TWO = json.dumps({"slides": [{"view": "flows"}, {"kind": "text", "text": "Uno"}]})


@pytest.mark.parametrize(
    ("file", "query", "named"),
    [
        ("png", "slide=99", ("slide", "99", "1-2")),
        ("svg", "slide=0", ("slide", "0", None)),
        ("png", "size=huge", ("size", "huge", "slide, thumb, 2x")),
        ("pdf", "handout=5", ("handout", "5", "1, 2, 6")),
        ("pptx", "size=2x", ("size", "2x", None)),
        ("json", "hall=far", ("hall", "far", None)),
    ],
)
def test_a_file_that_cannot_say_what_it_left_out_is_refused(
    client: FlaskClient, file: str, query: str, named: tuple[str, str, str | None]
) -> None:
    for answer in (
        client.get(f"/es/present.{file}?slides=flows~text.text-Uno&{query}"),
        sent(client, f".{file}", TWO, f"?{query}"),
    ):
        assert answer.status_code == 400
        told = answer.get_json()
        assert (told["parameter"], told["value"]) == named[:2]
        assert told["accepted"] == named[2] or (named[2] is None and told["accepted"])


def test_more_slides_than_a_deck_may_have_are_refused_or_told(client: FlaskClient) -> None:
    hundred = json.dumps({"slides": [{"view": "method", "minutes": -1}] * 100})
    address = "slides=" + "~".join(["text.text-a"] * 100)
    for kind in (".json", ".pptx"):
        for answer in (client.get(f"/es/present{kind}?{address}"), sent(client, kind, hundred)):
            assert answer.status_code == 400
            told = answer.get_json()
            assert (told["parameter"], told["value"], told["accepted"]) == ("slides", "100", "1-40")
    for answer in (
        client.get(f"/es/present?slide=1&{address}"),
        sent(client, "", hundred),
        sent(client, ".room", hundred),
    ):
        assert answer.status_code == 200
        assert "slides=100" in answer.get_data(as_text=True)
        assert "1-40" in answer.get_data(as_text=True)
    assert "slide=41" in client.get(f"/es/present?slide=41&{address}").get_data(
        as_text=True
    )  # the last is shown, and said


def test_what_a_slide_asks_for_and_the_data_cannot_show_is_said(client: FlaskClient) -> None:
    eight = "ARG,BOL,BRA,CHL,COL,CRI,CUB,DOM"
    deck = json.dumps({"slides": [{"kind": "section"}, {"view": f"compare?countries={eight}"}]})
    said = [sent(client, "", deck).get_data(as_text=True)]
    said += [
        client.get(f"/es/present?slides=section~compare.countries-{eight}{how}").get_data(as_text=True)
        for how in ("", "&slide=1")
    ]
    for html in said:
        assert f"slides[2].countries={eight}" in html
    (_, slide) = sent(client, ".room", deck).get_json()["slides"]
    assert any(eight in line for line in slide["faults"])
