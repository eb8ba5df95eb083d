"""View and address: any text is a view, and a view has one address that leads back to it."""

from urllib.parse import quote, urlsplit

import pytest
from any_view import VALUES, countries, views
from hypothesis import example, given
from hypothesis import strategies as st

from components.url.choices import (
    CHARTS,
    Chart,
    Locale,
    Page,
)
from components.url.url_params import FIELDS
from components.url.view import MAX_QUERY, View, is_page
from data.vocabulary import Country, Indicator, Measure

OVERVIEW = FIELDS[Page.OVERVIEW]
pairs = st.tuples(st.sampled_from([*VALUES, "chart", "sort", "unknown"]), st.text(max_size=12))
searches = st.text() | st.lists(pairs).map(lambda given: "&".join(f"{name}={quote(text)}" for name, text in given))


@given(st.text(), searches)
@example("/xx/nowhere", "?indicator=nothing&year=0000")
@example("", "?" * 3)
def test_any_text_is_a_view_and_its_address_a_fixed_point(pathname: str, search: str) -> None:
    view = View.from_url(pathname, search)
    assert View.from_url(*_split(view.url)).url == view.url


@given(views())
def test_the_address_of_a_view_leads_back_to_it(view: View) -> None:
    assert View.parse(*_split(view.url)) == (view, ())


@given(views())
def test_a_view_with_nothing_changed_is_the_same_view(view: View) -> None:
    assert view.with_values() == view
    assert hash(view.with_values()) == hash(view)


@given(views())
def test_an_address_is_safe_to_write_anywhere_and_short_enough_to_be_read(view: View) -> None:
    assert set(view.url) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-,=&?/.:;%~")
    assert len(view.search) < MAX_QUERY


@given(countries, st.data())
def test_order_and_repetition_of_countries_do_not_matter(chosen: tuple[Country, ...], data: st.DataObject) -> None:
    written = data.draw(st.permutations([*chosen, *chosen[:2]]))
    search = f"?countries={','.join(written)}" if written else ""
    assert View.from_url("/es/overview", search) == View(countries=chosen)


def _split(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.path, parts.query


def test_defaults_are_left_out_of_the_address() -> None:
    assert View().url == "/es/overview"
    default = "&".join(
        f"{name}={OVERVIEW[name].show(value)}" for name, value in View()._asdict().items() if name in OVERVIEW and value
    )
    assert View.from_url("/es/", default).url == "/es/overview"


def test_an_address_reads_as_a_sentence() -> None:
    view = View(
        Locale.PT,
        indicator=Indicator.PERSONS_CONVICTED,
        year=2021,
        years=(2015, 2022),
        countries=(Country.ARG, Country.BOL),
        measure=Measure.RATE,
    )
    assert view.url == (
        "/pt/overview?indicator=persons_convicted&year=2021&years=2015-2022&countries=ARG,BOL&measure=rate"
    )


@pytest.mark.parametrize(
    ("path", "locale"),
    [("/pt/", "pt"), ("/en/overview", "en"), ("en", "en"), ("/fr/", "es"), ("", "es"), ("/pt-PT/", "pt-PT")],
)
def test_the_locale_is_the_first_part_of_the_path(path: str, locale: str) -> None:
    assert View.from_url(path).path == f"/{locale}/overview"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("indicator", "victims"),
        ("year", "20"),
        ("year", "1899"),
        ("year", "2101"),
        ("year", "٢٠٢١"),
        ("years", "2015"),
        ("years", "2015-20"),
        ("countries", "ARG,FRA"),
        ("sex", "Female"),
        ("colour", "red"),
    ],
)
def test_what_cannot_be_used_falls_back_and_is_named(name: str, value: str) -> None:
    view, (ignored,) = View.parse("/es/", f"?{name}={value}&measure=rate")
    assert view == View(measure=Measure.RATE)
    assert ignored == (name, value, OVERVIEW[name].accepted if name in OVERVIEW else ", ".join(OVERVIEW))


def test_what_is_named_is_cut_short() -> None:
    _, (ignored,) = View.parse("/es/", f"?{'n' * 99}={'v' * 99}")
    assert (len(ignored.parameter), len(ignored.value)) == (40, 40)


@pytest.mark.parametrize("page", Page)
def test_each_page_has_its_own_pictures_and_fields(page: Page) -> None:
    foreign = next(chart for chart in Chart if chart not in CHARTS[page])
    view, (ignored,) = View.parse(f"/es/{page}", f"?chart={foreign}")
    assert (view.chart, ignored.parameter) == (CHARTS[page][0], "chart")
    assert View.of(Locale.PT, page).url == f"/pt/{page}"


def test_a_period_may_be_written_backwards() -> None:
    assert View.from_url("/es/", "years=2022-2015").years == (2015, 2022)


def test_what_lies_beyond_the_longest_query_is_not_read() -> None:
    assert View.from_url("/es/", f"?unknown={'x' * MAX_QUERY}&measure=rate") == View()


@pytest.mark.parametrize("path", ["/es/", "/pt", "/en/overview", "/en/overview/", "/es-419/", "/pt-PT/flows"])
def test_the_pages_of_the_site(path: str) -> None:
    assert is_page(path)


@pytest.mark.parametrize("path", ["/", "", "/fr/", "/es/nowhere", "/es/overview/more", "/ES/", "/es-MX/", "/pt-pt/"])
def test_everything_else_is_no_page(path: str) -> None:
    assert not is_page(path)
