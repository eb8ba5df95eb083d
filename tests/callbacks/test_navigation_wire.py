"""Navigation over the wire: the values of all controls -> the next address; an answer says what they hold."""

from typing import Any

import pytest
from callback_wire import UPDATE, nodes, parts, question
from flask.testing import FlaskClient


def navigated(client: FlaskClient, chosen: Any) -> dict[str, Any] | None:
    answer = client.post(UPDATE, json=question(client, "address.search", chosen))
    assert answer.status_code in (200, 204)
    found: dict[str, Any] | None = answer.get_json()["response"] if answer.status_code == 200 else None
    return found


def chosen(address: str, **values: Any) -> dict[str, Any]:
    return {"sent": 7, "address": address, "values": values}


def test_all_values_make_the_address_and_the_answer_says_to_which_choice(client: FlaskClient) -> None:
    posted = chosen("/en/overview?year=2021&foo=1", countries=["", "BRA", "ARG"], measure="rate", theme="auto")
    search = "?year=2021&countries=ARG,BRA&measure=rate"
    assert navigated(client, posted) == {
        "address": {"search": search},
        "landed": {"data": {"sent": 7, "search": search}},
    }


def test_what_changes_nothing_leaves_the_address_alone(client: FlaskClient) -> None:
    posted = chosen("/en/overview?countries=ARG", countries=["ARG"])
    assert navigated(client, posted) == {"landed": {"data": {"sent": 7, "search": "?countries=ARG"}}}


@pytest.mark.parametrize(
    "posted",
    ["", [], {}, {"sent": "7", "address": "/en/overview", "values": {}}, chosen("/en/nowhere"), chosen("//x"),
     {"sent": 1, "address": "/en/overview", "values": []}],
)  # fmt: skip
def test_what_no_browser_side_of_ours_sends_is_not_answered(client: FlaskClient, posted: Any) -> None:
    assert navigated(client, posted) is None


def test_a_question_that_dash_does_not_ask_is_refused(client: FlaskClient) -> None:
    sent = question(client, "address.search", chosen("/en/overview"))
    for changed in ({"inputs": "x"}, {"inputs": []}, {"outputs": 3}, {"state": [{}]}, {"inputs": sent["inputs"] * 2}):
        assert client.post(UPDATE, json=sent | changed).status_code == 400


def test_values_that_no_control_holds_change_nothing(client: FlaskClient) -> None:
    junk = {"measure": {}, "countries": [1, None], "years.first": [], "sex": "x" * 9_000, "year.unsaid": 3, "": ""}
    assert navigated(client, chosen("/en/overview?sex=female", **junk)) == {
        "landed": {"data": {"sent": 7, "search": "?sex=female"}}
    }


def test_an_answer_says_what_its_controls_hold_by_their_places(client: FlaskClient) -> None:
    places = parts(client, "/en/overview?measure=rate&countries=ARG")["overview-choices"]["data"]
    assert list(places) == ["overview-crimes", "overview-controls", "overview-tabs", "overview-themes"]
    held = {
        identity["control"]: node["props"]["value"]
        for tree in places.values()
        for node in nodes(tree)
        if isinstance(identity := node["props"].get("id"), dict) and "control" in identity
    }
    assert (held["measure"], held["countries"], held["chart"], held["theme"]) == ("rate", ["ARG"], "map", "auto")
    assert (held["years.first"], held["years.unsaid"]) == ("2010", "2010-2023")
