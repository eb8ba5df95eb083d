"""What the explorer's address says of a table: one form for the same filters, and columns named by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.url import table_filter as where
from components.url.view import View
from data.value_list import values

names = st.sampled_from(sorted(where.COLUMNS))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("country:ARG", {"country": "ARG"}),
        ("year:2015-2023;country:ARG,BOL", {"country": "ARG,BOL", "year": "2015-2023"}),
        ("source_url:https://x.org/?a%3Bb", {"source_url": "https://x.org/?a;b"}),
        ("title:100 %25", {"title": "100 %"}),
    ],
)
def test_filters_are_read_by_column(text: str, read: dict[str, str]) -> None:
    assert where.filters(text) == read


@pytest.mark.parametrize("text", ["", "ARG", "country", ":ARG", "Country:ARG", "country:", "a:1;a:2", "a:1;", ",:,"])
def test_what_is_no_filter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        where.where(text)


def test_filters_too_long_for_an_address_are_refused() -> None:
    longest = f"title:{'x' * (where.LONGEST - len('title:'))}"
    assert where.where(longest) == longest
    with pytest.raises(ValueError, match="xx"):
        where.where(longest + "x")


def test_the_same_filters_are_the_same_text() -> None:
    assert where.where("year:2019;country:BOL,ARG,BOL,") == where.where("country:ARG,BOL;year:2019")


texts = st.text(min_size=1, max_size=8) | st.text('",a', min_size=1, max_size=8)


@given(st.dictionaries(names, texts.filter(lambda text: said(text) != set()), max_size=4))
def test_what_is_written_is_read_again(found: dict[str, str]) -> None:
    read = where.filters(where.written(found)) if found else {}
    assert {name: said(text) for name, text in read.items()} == {name: said(text) for name, text in found.items()}


def said(text: str) -> set[str]:
    """The values of a text; of one that is no list, the text itself."""
    try:
        return set(values(text)) - {""}
    except ValueError:
        return {text}


def test_a_value_with_a_comma_stays_one() -> None:
    read = where.filters(where.where('publisher:"Walk Free, Inc",ILO,"a ""b"", c"'))
    assert values(read["publisher"]) == ["ILO", "Walk Free, Inc", 'a "b", c']


@pytest.mark.parametrize(
    ("search", "canonical"),
    [
        ("?country=ARG", "?where=country:ARG"),
        ("?where=country:BOL;sex:total&country=ARG", "?where=country:ARG;sex:total"),
        ("?country=ARG&where=country:BOL;sex:total", "?where=country:ARG;sex:total"),
        ("?where=country:BOL&country=", "?where=country:BOL"),
        ("?where=country:BOL&country=,", ""),
        ("?table=revisions&year=2019", "?table=revisions&where=year:2019"),
    ],
)
def test_a_column_named_by_itself_is_a_filter(search: str, canonical: str) -> None:
    view, ignored = View.parse("/es/data", search)
    assert (view.search, ignored) == (canonical, ())


def test_a_broken_filter_is_reported_and_another_holds() -> None:
    view, (ignored,) = View.parse("/es/data", "?where=nothing&country=ARG")
    assert (view.where, ignored.parameter, ignored.value) == ("country:ARG", "where", "nothing")


def test_elsewhere_a_column_is_no_field() -> None:
    assert View.parse("/es/overview", "?status=exact")[1][0].parameter == "status"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("table", "nothing"),
        ("columns", "a,,b"),
        ("columns", "A"),
        ("order", "--year"),
        ("start", "0"),
        ("start", "1e3"),
    ],
)
def test_what_cannot_be_a_field_is_refused(name: str, text: str) -> None:
    view, (ignored,) = View.parse("/es/data", f"?{name}={text}")
    assert (view, ignored.parameter) == (View.parse("/es/data")[0], name)
