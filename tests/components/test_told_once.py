"""A change between two figures is the same wherever it is said: overview, country, comparison, hall and files."""

import pytest

from components.captions.changes import since, told
from components.files import captions
from components.i18n import words
from components.pages.compare.page import Compare
from components.pages.country.page import CountryProfile
from components.pages.overview.page import Overview
from components.slideshow.slide_captions import said
from components.url.choices import Hall, Language
from components.url.deck import Slide
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval
from data.queries.comparable import Change, change_since_comparable
from data.vocabulary import Country, Indicator

RELEASES = ("2025-10-28", "2025-04-14")


LANGUAGES, INDICATORS = list(Language), list(Indicator)
DRAWN = [
    (RELEASES[i % 2], country, INDICATORS[i % 5], 2011 + (5 * i) % 12, LANGUAGES[i % 3])
    for i, country in enumerate(Country)
]
FIRST = [
    (RELEASES[0], c, Indicator.VICTIMS_DETECTED, 2022, Language.EN) for c in (Country.PRY, Country.BRA, Country.ESP)
]


@pytest.mark.parametrize(("day", "country", "indicator", "year", "language"), FIRST + DRAWN)
def test_a_change_is_the_same_wherever_it_is_said(
    real: Dataset, day: str, country: Country, indicator: Indicator, year: int, language: Language
) -> None:
    dataset, w = real.at(day), words(language)
    asked = f"indicator={indicator}&year={year}&countries={country}"
    overview = Overview(*View.parse(f"/{language}/overview", asked), dataset, w)
    found = change_since_comparable(overview.answer, year)
    if found is None:
        pytest.skip("nothing to compare with")
    sentence = since(found, w)
    assert overview.finding(year).change == sentence
    assert sentence in said(Slide(overview.view), overview, Hall.NEAR).sentence
    assert sentence in captions.said(overview, "").finding
    _in_the_profile(dataset, country, indicator, found, language)
    _in_a_comparison(dataset, country, indicator, found, language)


def _in_the_profile(
    dataset: Dataset, country: Country, indicator: Indicator, found: Change, language: Language
) -> None:
    w = words(language)
    page = CountryProfile(*View.parse(f"/{language}/country", f"country={country}&year={found.later}"), dataset, w)
    assert page.profile
    key = page.profile.key(indicator)
    assert key.before
    assert key.before.year == found.earlier  # of one country the comparable year is the last published
    assert key.change == found.told
    rows = page.rows()
    (row,) = rows[(rows["unit"] == "relative_change") & (rows["figure"] == indicator)].itertuples()
    assert row.printed == told(found.told, w)
    bounds = found.told if isinstance(found.told, Interval) else (None, None)
    assert (row.low, row.high) == tuple(bounds)


def _in_a_comparison(
    dataset: Dataset, country: Country, indicator: Indicator, found: Change, language: Language
) -> None:
    other = next(each for each in Country if each is not country)
    query = f"countries={country},{other}&indicator={indicator}&years={found.earlier}-{found.later}&chart=slope"
    page = Compare(*View.parse(f"/{language}/compare", query), dataset, words(language))
    shown = page.comparison.change(country, found.earlier, found.later)
    assert shown == found.told
    if page.comparison.ends != (found.earlier, found.later):
        return  # the other country has no figure to stand beside
    (table,) = [picture.table for picture in page.pictures() if picture.table]
    name = words(language).country(country)
    assert [row.cells[-1].text for row in table.rows if row.cells[0].text == name] == [told(shown, words(language))]
