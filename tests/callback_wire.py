"""Callbacks over the wire, asked as Dash's browser side asks them."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

UPDATE = "/_dash-update-component"


def question(client: FlaskClient, output: str, address: str) -> dict[str, Any]:
    """What Dash sends to have the callback with an output answer an address."""
    known = client.get("/_dash-dependencies").get_json()
    (found,) = [each for each in known if output in each["output"].strip(".").split("...")]
    named = [dict(zip(("id", "property"), each.rsplit(".", 1), strict=True)) for each in _outputs(found)]
    (given,) = found["inputs"]
    return {
        "output": found["output"],
        "outputs": named if found["output"].startswith("..") else named[0],
        "inputs": [{"id": given["id"], "property": given["property"], "value": address}],
        "changedPropIds": [f"{given['id']}.{given['property']}"],
    }


def _outputs(found: dict[str, Any]) -> list[str]:
    return str(found["output"]).strip(".").split("...")


def page_of(address: str) -> str:
    """The page that an address is of."""
    return address.partition("?")[0].split("/")[2]


def asked(client: FlaskClient, address: str, **options: Any) -> TestResponse:
    """The answer of the page's callback to an address."""
    sent = question(client, f"{page_of(address)}-shown.data", address)
    return client.post(UPDATE, json=sent, **options)


def parts(client: FlaskClient, address: str) -> dict[str, dict[str, Any]]:
    """What the callback of the page gives to each id."""
    found: dict[str, dict[str, Any]] = asked(client, address).get_json()["response"]
    return found


def shown(client: FlaskClient, address: str) -> dict[str, Any]:
    """What is on the page after an answer."""
    found: dict[str, Any] = parts(client, address)[f"{page_of(address)}-shown"]["data"]
    return found


def frames(client: FlaskClient, address: str) -> dict[str, Any]:
    """The years of a view."""
    name = f"{page_of(address)}-frames"
    answer = client.post(UPDATE, json=question(client, f"{name}.data", address)).get_json()
    found: dict[str, Any] = answer["response"][name]["data"]
    return found


def layout(client: FlaskClient, address: str, **options: Any) -> TestResponse:
    """The page as Dash's browser side fetches it from a document at an address."""
    return client.get("/_dash-layout", headers={"Referer": f"http://localhost{address}"}, **options)


def nodes(tree: object) -> list[dict[str, Any]]:
    """Every component of a tree that came as JSON."""
    if isinstance(tree, list):
        return [found for each in tree for found in nodes(each)]
    if not isinstance(tree, dict) or "props" not in tree:
        return []
    return [tree, *nodes(tree["props"].get("children"))]
