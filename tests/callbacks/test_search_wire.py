"""The search over the wire: an index that is kept, and a page of results without scripts."""

from flask.testing import FlaskClient


def test_the_index_is_json_that_may_be_kept(client: FlaskClient) -> None:
    answer = client.get("/es/search.json")
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    assert answer.cache_control.max_age == 86_400
    assert answer.json[0][0] == "Andorra"
    assert client.get("/xx/search.json").status_code == 404


def test_one_match_leads_there_with_the_country_in_view_and_several_are_listed(client: FlaskClient) -> None:
    one = client.get("/es/search?q=sentencias&country=ARG&theme=dark")
    assert (one.status_code, one.headers["Location"]) == (
        302, "/es/overview?indicator=persons_convicted&countries=ARG&theme=dark",
    )  # fmt: skip
    many = client.get("/es/search?q=a").get_data(as_text=True)
    assert "/es/country?country=ARG" in many
    assert "<script" not in many
    assert client.get("/es/search").status_code == 200
    assert client.get("/es/search?q=%00%ff&country=XXX&theme=y").status_code == 200
