"""Controls and addresses: what the values of a page's controls make of its view, and the same choices as links."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from any_view import VALUES, views
from hypothesis import given
from hypothesis import strategies as st
from tree import parse

from components.controls.as_links import as_links, values
from components.document.first_paint import to_html
from components.pages import open_page
from components.url.choices import Page
from components.url.controls import with_controls
from components.url.url_params import FIELDS
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country, Crime, Indicator, Sex

junk = (
    st.none()
    | st.text(max_size=12)
    | st.integers()
    | st.lists(st.text(max_size=4) | st.none(), max_size=4)
    | st.just({})
)
NAMES = [*VALUES, "chart", "years.first", "years.last", "years.unsaid", "countries.unsaid", "year.unsaid", "nothing"]
ADDRESSES = [
    "overview",
    "overview?crime=smuggling_of_migrants",
    "overview?chart=series&countries=ARG,BOL&years=2019-2022",
    "justice",
    "justice?country=BOL&chart=chain&year=2021",
    "flows?chart=matrix",
    "cooperation",
    "cooperation?chart=requests",
    "cooperation?chart=registry",
    "compare",
    "compare?countries=ARG,BOL",
    "country",
    "country?country=BOL&year=2021",
    "data",
    "data?table=flows&columns=country,year",
    "method?chart=coverage",
    "method?chart=hidden",
    "figure?country=ARG",
    "figure?country=ARG&partner=BOL",
    "present",
    "present?deck=country&country=BOL",
    "present?slides=flows~overview",
]


shown = views().filter(lambda view: view.page is not Page.COMPARE or len(view.countries) in (0, 2, 3, 4, 5, 6))


def held(view: View) -> dict[str, Any]:
    """What controls hold that show a view."""
    shown = {name: (getattr(view, name), param) for name, param in FIELDS[view.page].items()}
    texts = {
        name: [str(each) for each in value] or [""]
        if name in ("countries", "columns")
        else "" if value is None else param.show(value)
        for name, (value, param) in shown.items()
    }  # fmt: skip
    return texts | {"slides": view.slides, "deck": "" if view.slides else str(view.deck)} if view.slides else texts


@given(views(), st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), junk, max_size=8))
def test_whatever_is_posted_makes_a_view_that_its_own_address_leads_back_to(view: View, posted: dict[str, Any]) -> None:
    made, _ = with_controls(view, posted)
    assert made.path == view.path
    to = urlsplit(made.url)
    assert View.parse(to.path, to.query) == (made, ())


@given(shown)
def test_controls_that_show_a_view_make_that_view(view: View) -> None:
    view, _ = with_controls(view, {})  # of smuggling, what is collected of it
    assert with_controls(view, held(view)) == (view, ())


@given(shown, st.data())
def test_each_of_several_changes_counts(view: View, data: st.DataObject) -> None:
    other = data.draw(views(view.page))
    free = [name for name in FIELDS[view.page] if name not in ("table", "deck", "slides", "crime", "countries")]
    names = data.draw(st.sets(st.sampled_from(free), max_size=3))
    made, ignored = with_controls(view, held(view) | {name: held(other)[name] for name in names})
    both, _ = with_controls(view.with_values(**{name: getattr(other, name) for name in names}), {})
    assert (made, ignored) == (both, ())


def at(address: str) -> View:
    path, _, query = address.partition("?")
    return View.from_url(f"/en/{path}", query)


def made(address: str, **posted: Any) -> str:
    return with_controls(at(address), posted)[0].url.removeprefix("/en/")


def test_two_quick_changes_are_both_in_the_address() -> None:
    assert made("overview", measure="rate", countries=["", "BRA", "ARG"]) == "overview?countries=ARG,BRA&measure=rate"


@pytest.mark.parametrize(
    ("chosen", "address"),
    [
        ([""], "overview"),
        ([], "overview"),
        (["", "ARG"], "overview?countries=ARG"),
        (["ARG", ""], "overview"),
        (["ARG", "", "BOL", "BOL"], "overview?countries=BOL"),
        (["XXX"], "overview?countries=CHL"),
    ],
)
def test_all_takes_the_place_of_what_was_chosen_before_it(chosen: list[str], address: str) -> None:
    assert made("overview?countries=CHL", countries=chosen) == address


def test_a_comparison_keeps_two_to_six_countries() -> None:
    seven = ["URY", "ARG", "BOL", "CHL", "COL", "CRI", "CUB"]
    assert made("compare", countries=seven) == "compare?countries=ARG,BOL,CHL,COL,CRI,URY"
    assert made("compare?countries=ARG,BOL", countries=["ARG"]) == "compare?countries=ARG,BOL"
    assert with_controls(at("compare?countries=ARG,BOL"), {"countries": ["ARG"]})[1][0].parameter == "countries"


def test_what_a_page_shows_by_itself_is_not_said() -> None:
    unsaid = {"years.unsaid": "2010-2023", "years.last": "2023"}
    assert made("flows", **unsaid, **{"years.first": "2010"}) == "flows"
    assert made("flows", **unsaid, **{"years.first": "2015"}) == "flows?years=2015-2023"
    assert made("flows?years=2015-2023", **{"years.first": "2020", "years.last": "2016"}) == "flows?years=2016-2020"
    assert made("flows?years=2015-2023", **{"years.first": "2020"}) == "flows?years=2020-2023"
    own = {"countries.unsaid": "ARG,BOL"}
    assert made("compare", countries=["BOL", "ARG"], **own) == "compare"
    assert made("compare", countries=["BOL", "ARG", "CHL"], **own) == "compare?countries=ARG,BOL,CHL"


def test_what_a_page_shows_by_itself_stays_while_something_else_is_chosen() -> None:
    """Another indicator, window or breakdown would open on another year, or on other countries."""
    year = {"year.unsaid": "2022"}
    assert made("overview", indicator="persons_convicted", **year) == "overview?indicator=persons_convicted&year=2022"
    assert made("overview", countries=["ARG"], measure="rate", theme="dark", **year) == (
        "overview?countries=ARG&measure=rate&theme=dark"  # none of these has a year of its own
    )
    assert made("overview?year=2015", sex="female", **{"year.unsaid": ""}) == "overview?year=2015&sex=female"
    assert made("justice", window="1", year="2021", **{"year.unsaid": "2021"}) == "justice?year=2021&window=1"
    own = {"countries.unsaid": "ARG,BOL", "countries": ["ARG", "BOL"]}
    assert made("compare", indicator="persons_convicted", **own) == (
        "compare?countries=ARG,BOL&indicator=persons_convicted"
    )
    ends = {"years.first": "2010", "years.last": "2015", "years.unsaid": "2010-2023"}
    assert made("overview", **year, **ends) == "overview?years=2010-2015"  # which has no 2022


def test_another_crime_has_its_own_years_and_only_offences() -> None:
    before = "overview?indicator=persons_convicted&year=2015&years=2011-2020&sex=female"
    posted = {"crime": "smuggling_of_migrants", "indicator": "persons_convicted", "sex": "female"}
    assert (
        made(before, **posted, **{"years.first": "2011", "years.last": "2020"})
        == "overview?crime=smuggling_of_migrants"
    )
    back = with_controls(at("overview?crime=smuggling_of_migrants&year=2020"), {"crime": "trafficking"})[0]
    assert (back.crime, back.year, back.indicator, back.sex) == (
        Crime.TRAFFICKING, None, Indicator.OFFENCES_RECORDED, Sex.TOTAL,
    )  # fmt: skip


def test_another_table_has_its_own_columns_and_filters_but_the_same_country() -> None:
    before = "data?where=year:2021&columns=year&order=year&start=2&theme=dark"
    assert made(before, table="flows", columns=["year"], theme="dark") == "data?table=flows&theme=dark"
    assert made(before, table="observations", columns=["year"]) == before
    of_one = "data?where=country:ARG;year:2021&cells=codes"
    assert made(of_one, table="flows") == "data?table=flows&where=country:ARG&cells=codes"
    assert made(of_one, table="sources") == "data?table=sources&cells=codes"


def test_a_prepared_deck_takes_the_place_of_ones_own() -> None:
    assert made("present?slides=flows", deck="", hall="deep") == "present?slides=flows&hall=deep"
    assert made("present?slides=flows", deck="summit", hall="deep") == "present?hall=deep"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_posts_of_itself_what_its_address_says(small: Dataset, address: str) -> None:
    """So that the first choice changes nothing but what was chosen."""
    page = open_page(at(address), (), small)
    assert with_controls(page.view, values(page.page())) == (page.view, ())


@pytest.mark.parametrize("address", ADDRESSES)
def test_before_scripts_each_option_is_a_link_and_the_chosen_ones_are_marked(small: Dataset, address: str) -> None:
    page = open_page(at(address), (), small)
    tree = page.page()
    drawn = parse(to_html(as_links(tree[page.id("controls")], page.view)))
    links = [link.get("href", "") for link in drawn.iter("a")]
    assert links == [] if address.startswith("cooperation?chart=registry") else links
    for link in links:
        to = urlsplit(link)
        assert View.parse(to.path, to.query)[1] == ()
        assert View.from_url(to.path, to.query).url == link
    assert not list(drawn.iter("input"))


def test_an_option_is_chosen_as_link_as_by_its_control(small: Dataset) -> None:
    page = open_page(at("overview?countries=ARG"), (), small)
    drawn = parse(to_html(as_links(page.page()[page.id("controls")], page.view)))
    links = {str(link.text): (link.get("href"), link.get("aria-current")) for link in drawn.iter("a")}
    w = page.words
    assert links[w.country(Country.ARG)] == ("/en/overview", "true")
    assert links[w.country(Country.BOL)] == ("/en/overview?countries=ARG,BOL", None)
    assert links[w("countries.all")] == ("/en/overview", None)
    assert links["2021"] == ("/en/overview?years=2019-2021&countries=ARG", None)  # as last year
