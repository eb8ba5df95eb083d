"""The page on tests/chained.py: whom it concerns, by sex and citizenship."""

from collections.abc import Callable

import chained
import pytest
from drawn import barred, graphs
from tree import classed, parse, rows, text

from components.document.first_paint import to_html
from components.i18n import words
from components.pages.justice.page import Justice
from components.url.choices import Language
from components.url.view import View
from data.dataset import Dataset

Opened = Callable[..., Justice]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return chained.dataset()


@pytest.fixture(scope="module")
def opened(dataset: Dataset) -> Opened:
    def page(search: str = "", language: Language = Language.EN) -> Justice:
        view, ignored = View.parse(f"/{language}/justice", search)
        return Justice(view, ignored, dataset, words(language))

    return page


def test_women_and_men_are_told_with_the_share_as_a_range(opened: Opened) -> None:
    page = opened("chart=who&window=1&year=2021")
    root = parse(to_html(page.page()))
    assert list(rows(classed(root, "sexes")[0])) == [
        ["Argentina", "[x]", "", "", "[x]", "", "", "4 women", "<5 men", "50–100% women"]
    ]
    shown = graphs(page.page())["justice-sexes"]
    assert [barred(shown, axis) for axis in ("x", "x2", "x3")] == [
        [("Argentina", "[x]")], [("Argentina", "[x]")],
        [("Argentina", "4  50–100% women"), ("Argentina", "<5  men")],
    ]  # fmt: skip
    assert "Argentina, convicted, other: 1" in text(root)
    assert [(row[0], row[2]) for row in rows(classed(root, "citizenships")[0])] == [
        ("Argentina: own nationals", "6"),
        ("Argentina: of other countries", "<5"),
        ("Argentina: not stated", "2"),
    ]
    citizens = graphs(page.page())["justice-citizenships"]
    assert [barred(citizens, axis) for axis in ("x", "x2", "x3")] == [
        [("Argentina", "6")], [("Argentina", "<5")], [("Argentina", "2")],
    ]  # fmt: skip


def test_a_share_names_its_years_where_not_all_of_the_window_are_told(opened: Opened) -> None:
    page = opened("chart=who&window=3&year=2022")  # men of 2021 alone
    root = parse(to_html(page.page()))
    (table,) = classed(root, "sexes")
    assert next(iter(rows(table)))[-3:] == ["4 women", "<5 men", "50–100% women (2021)"]
    women = page.rows().query("figure == 'persons_convicted' and sex == 'female'")
    assert list(women[["low", "high", "years_missing"]].itertuples(index=False, name=None)) == [(4, 4, "2020|2022")]


def test_zeros_by_sex_without_a_whole_are_no_share(real: Dataset) -> None:
    """Paraguay prints suspects by sex in 2020 and 2021 as 0 and 0, and no total; in 2022 20 men."""
    for year, told in ((2021, ["[x]", "", ""]), (2022, ["0 women", "20 men", "0% women (2022)"])):
        view, ignored = View.parse("/en/justice", f"chart=who&window=3&year={year}&country=PRY")
        page = Justice(view, ignored, real, words(Language.EN))
        (row,) = rows(classed(parse(to_html(page.page())), "sexes")[0])
        assert row[1:4] == told, year


def test_a_window_without_men_says_that_nobody_publishes_both(opened: Opened) -> None:
    page = opened("chart=who&window=1&year=2022")
    assert "Nobody here publishes women, men and the total" in text(parse(to_html(page.page())))
    assert page.sex == "total"  # a sex in the address does not halve the sentence above


def test_one_country_lists_each_citizenship_with_its_years(opened: Opened) -> None:
    page = opened("chart=who&window=3&year=2022&country=ARG")
    assert barred(graphs(page.page())["justice-citizenships"]) == [
        ("Own nationals", "13  2 of 2 years"), ("Bolivia", "<5  1 of 2 years"), ("Not stated", "2  1 of 2 years"),
    ]  # fmt: skip


# ---- remarks and rows ----


def test_women_and_men_are_added_over_the_countries_that_publish_both(real: Dataset) -> None:
    view, ignored = View.parse("/en/justice", "chart=who&window=1&year=2020")
    page = Justice(view, ignored, real, words(Language.EN))
    table = classed(parse(to_html(page.page())), "sexes")[0]
    women_, men_ = 7, 8  # the columns of the convicted
    told = [(row[women_], row[men_]) for row in rows(table) if row[women_] != "[x]"]
    lows = [[int(figure.split()[0].replace("<5", "0").split("–")[0]) for figure in each] for each in told]
    women, men = (sum(each) for each in zip(*lows, strict=True))
    said = text(table.findall(".//tfoot/tr/td")[2])
    assert said.startswith(f"{women}–")
    assert f" women, {men}–" in said
    assert said.endswith(f"; {len(told)} countries)")
