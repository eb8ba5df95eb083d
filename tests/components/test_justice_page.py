"""The page on tests/chained.py: what is said, the drawings and their twins, remarks and rows to take away."""

from collections.abc import Callable
from typing import Any

import chained
import pytest
from drawn import bands, barred, graphs, lines, told, uprights
from tree import classed, parse, rows, text

from components.cells import figure
from components.document.first_paint import to_html
from components.figures.justice_clock import STEPS
from components.i18n import words
from components.pages.justice.key import key
from components.pages.justice.page import Justice
from components.pages.justice.remarks import NAMED
from components.url.choices import Language, Sort
from components.url.view import View
from data.dataset import Dataset
from data.queries.justice import CHAIN
from data.vocabulary import Country, Measure

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


# ---- what is said ----


VICTIMS, PROSECUTED = "detected trafficking victims", "persons prosecuted for trafficking"
CONVICTED = "persons convicted of trafficking"
LACKING = "not published in full:"


@pytest.mark.parametrize(
    ("search", "parts"),
    [
        (
            "year=2021",
            [
                "In 2019–2021, 2 of 22 countries published all three figures of each year: together, ",
                f"330–338 {VICTIMS}, 85–89 {PROSECUTED}, and 21–36 {CONVICTED}.",
            ],
        ),
        (
            "year=2023",
            ["In 2021–2023, no country published every year of detected victims, persons prosecuted and convicted."],
        ),
        (
            "year=2021&country=BOL",
            [
                f"In 2019–2021, Bolivia reported 0–8 {VICTIMS}, 30 {PROSECUTED}, and 0–12 {CONVICTED}; ",
                f"{LACKING} suspects.",
            ],
        ),
        (
            "year=2021&window=1&country=ESP",
            [f"In 2021, Spain reported 240 {VICTIMS}, 30 {PROSECUTED}, and 3 {CONVICTED}; not published: suspects."],
        ),
        ("year=2021&country=CHL", ["In 2019–2021, Chile published none of these figures in every year."]),
        (
            "year=2021&window=1&sex=female&country=ARG",
            [
                f"In 2021, Argentina reported 4 {CONVICTED} (female); ",
                "not published: detected victims, suspects, and prosecuted.",
            ],
        ),
    ],
)
def test_the_sentence_adds_only_who_publishes_all_that_it_compares(
    opened: Opened, search: str, parts: list[str]
) -> None:
    page, said = opened(search), "".join(parts)
    assert page.finding.sentence == said
    assert page.description == f"{said} {page.finding.caveat}"


def test_cohorts_are_never_taken_for_one_another(opened: Opened) -> None:
    assert "a conviction of 2021 may belong to a case of 2018" in opened("year=2021").finding.caveat
    for language, rate in ((Language.ES, "tasa"), (Language.PT, "taxa"), (Language.EN, "conviction rate")):
        for chart in ("multiples", "chain", "who", "table"):
            page = opened(f"chart={chart}", language)
            assert rate not in text(parse(to_html(page.page()))).lower()


def test_a_year_outside_the_data_falls_back_and_is_named(opened: Opened) -> None:
    page = opened("year=1950")
    assert [(each.parameter, each.accepted) for each in page.ignored] == [("year", "2019-2023")]
    assert page.view.url == "/en/justice"
    assert page.when == "2020–2022"


# ---- small multiples ----


def _panels(page: Justice) -> dict[str, Any]:
    return graphs(page.page())["justice-panels"]


def test_every_country_has_a_panel_that_leads_to_it(opened: Opened) -> None:
    page = opened("year=2021")
    titles = [note["text"] for note in _panels(page)["layout"]["annotations"][::2]]
    assert len(titles) == 22
    names = {page.words.country(country) for country in Country}
    assert {"".join(parse(title).itertext()).removesuffix(" ⇅") for title in titles} == names
    (argentina,) = [title for title in titles if "Argentina" in title]
    assert argentina == '<b><a href="/en/justice?country=ARG&year=2021" target="_self">Argentina</a> ⇅</b>'
    assert "⇅" not in next(title for title in titles if "Chile" in title)
    (said,) = [n["hovertext"] for n in _panels(page)["layout"]["annotations"] if "Argentina" in n["text"]]
    assert said.startswith("On 2 occasions")


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        (Sort.NAME, ["AND", "ARG", "BOL"]),
        (Sort.VICTIMS_DETECTED, ["ARG", "BOL", "AND"]),
        (Sort.PERSONS_PROSECUTED, ["ESP", "ARG", "BOL"]),
        (Sort.PERSONS_CONVICTED, ["ARG", "BOL", "ESP"]),
        (Sort.REPORTING, ["ARG", "BOL", "ESP"]),
    ],
)
def test_panels_are_ordered_by_upper_bound_those_without_last(opened: Opened, sort: Sort, first: list[str]) -> None:
    assert opened("year=2021").table.ordered(sort)[:3] == first


def test_lines_join_exact_figures_bands_span_ranges_and_gaps_stay(opened: Opened) -> None:
    drawn = graphs(opened("year=2021&country=ARG&years=2019-2023").page())["justice-clock"]
    assert lines(drawn, "Detected victims") == [[(2019, 100), (2020, 110), (2021, 120), (2022, 150)]]
    assert bands(drawn, "Detected victims") == []
    # 20, <5, 35, 30: a band over all, a line over the last two
    assert lines(drawn, "Prosecuted") == [[(2019, 20)], [(2021, 35), (2022, 30)]]
    assert (len(bands(drawn, "Prosecuted")), uprights(drawn, "Prosecuted")) == (1, [[(2020, 0), (2020, 4)]])
    spain = graphs(opened("year=2021&country=ESP&years=2019-2023").page())["justice-clock"]
    assert [len(each) for each in lines(spain, "Detected victims")] == [1, 2]  # 2020 is a gap
    assert [each["x0"] for each in spain["layout"]["shapes"] if each["line"].get("dash") == "dot"] == [2020.5]


def test_the_window_that_is_added_is_shaded(opened: Opened) -> None:
    for name, search in (("justice-clock", "&country=ARG"), ("justice-panels", "")):
        layout = graphs(opened(f"year=2021&years=2019-2023{search}").page())[name]["layout"]
        shaded = {(each["x0"], each["x1"]) for each in layout["shapes"] if each["type"] == "rect"}
        assert shaded == {(2018.5, 2021.5)}


def test_the_large_clock_says_each_figure_and_its_twin_has_the_same(opened: Opened) -> None:
    page = opened("year=2021&country=ARG&years=2019-2022")
    drawn = graphs(page.page())["justice-clock"]
    said = dict.fromkeys(each.partition("<br>")[0] for each in told(drawn, "Convicted"))
    assert set(said) == {f"Argentina, {year}: Convicted: {n}" for year, n in
                         ((2019, "10"), (2020, "5"), (2021, "6–9"), (2022, "8"))}  # fmt: skip
    twin = classed(parse(to_html(page.page())), "steps")[0]
    assert list(rows(twin)) == [
        ["Detected victims", "100", "110", "120", "150"],
        ["Suspects", "50", "40", "30", "[x]"],
        ["Prosecuted", "20", "<5", "35⇅", "30"],
        ["Convicted", "10", "5⇅", "6–9", "8"],
    ]


def test_a_click_on_a_figure_leads_to_its_passport(opened: Opened) -> None:
    drawn = graphs(opened("year=2021&country=ARG&years=2019-2022").page())["justice-clock"]
    (line,) = [t for t in drawn["data"] if t["name"] == "Suspects" and "fill" not in t]
    assert line["customdata"][0] == "/en/figure?country=ARG&year=2019&indicator=persons_suspected"


def test_each_step_has_a_mark_a_dash_and_a_colour_of_its_own(opened: Opened) -> None:
    assert list(STEPS) == list(CHAIN)
    drawn = [each.line for each in key(opened().words).samples if each.line]
    assert len({look.symbol for look in drawn}) == len({look.hue for look in drawn}) == len(CHAIN)


def test_the_end_of_a_scale_is_round_above_its_figures_and_said(opened: Opened) -> None:
    layout = _panels(opened("year=2021"))["layout"]
    notes = [note["text"] for note in layout["annotations"]]
    place = next(i for i, text in enumerate(notes) if "Argentina" in text)
    assert notes[place + 1] == "150"
    nothing = next(i for i, text in enumerate(notes) if "Chile" in text)
    assert notes[nothing + 1] == "4"  # as <5 reaches there


# ---- the chain ----


def test_the_chain_names_missing_years_and_leaves_undefined_ratios_out(opened: Opened) -> None:
    table = classed(parse(to_html(opened("chart=table&year=2021&sort=victims_detected").page())), "chain")[0]
    shown = list(rows(table))
    assert [row[0] for row in shown[:2]] == ["Argentina⇅", "Bolivia"]
    assert [cell for cell in shown[0][1:] if cell] == [
        "330",
        "120",
        "55–59",
        "21–24",
        "45.8–49.2",
        "35.6–43.6",
        "6.4–7.3",
    ]
    assert [cell for cell in shown[1][1:] if cell] == ["0–8", "[x] not reported", "30", "0–12", "—", "0–40.0", "—"]
    spain = next(row for row in shown if row[0] == "Spain")
    assert "[x] no 2020" in spain


def test_the_bars_of_the_chain_have_the_figures_of_its_table(opened: Opened) -> None:
    page = opened("chart=chain&year=2021")
    drawn = graphs(page.page())["justice-chain"]
    countries = page.table.ordered(page.view.sort)
    for n, indicator in enumerate(CHAIN):
        shown = barred(drawn, f"x{n + 1}" if n else "x")
        for (_, printed), country in zip(shown, countries, strict=True):
            cell = page.chain.figure(country, indicator).cell
            assert printed.partition("  ")[0].startswith(figure(cell, Measure.COUNT, page.words)), (country, indicator)
    names = [name for name, _ in barred(drawn)]
    assert [name.removesuffix(" ⇅") for name in names] == [page.words.country(c) for c in countries]
    assert any(name.endswith("⇅") for name in names)


def test_conflicts_and_flags_are_said_with_countries_and_years(opened: Opened) -> None:
    lines = [text(line) for line in parse(opened("year=2021").parts()["flags"]["html"]).iter("li")]
    assert lines[0].startswith(
        "Argentina (2021): more persons prosecuted than suspected in the same year. Not an error"
    )
    assert lines[1].startswith("Argentina (2020): more persons convicted than prosecuted")
    assert lines[2].startswith("Spain (detected victims): Break in the series")
    assert len(lines) == 3
    assert opened("year=2023&country=CHL").parts()["flags"]["html"] == ""


def test_the_rows_of_years_have_conflicts_and_no_bounds_where_nothing_is_published(opened: Opened) -> None:
    frame = opened("country=ARG&years=2021-2022").rows()
    assert list(frame["low"].fillna(-1)) == [120, 150, 30, -1, 35, 30, 6, 8]
    assert list(frame["conflict"]) == ["", "", "", "", "prosecuted_above_suspected", "", "", ""]
    assert set(frame["data_version"]) == {"chained-1"}


def test_the_rows_of_a_window_have_counts_ratios_and_missing_years(opened: Opened) -> None:
    frame = opened("chart=chain&year=2021").rows().set_index(["country", "figure"])
    counted = frame.loc["ARG", "persons_convicted"]
    assert (counted["low"], counted["high"], counted["status"], counted["first_year"]) == (21, 24, "range", 2019)
    ratio = frame.loc["ARG", "convicted_per_100_prosecuted"]
    assert (ratio["per_100_low"], ratio["per_100_high"]) == (35.59, 43.64)
    assert frame.loc["ESP", "victims_detected"]["years_missing"] == "2020"
    undefined = frame.loc["BOL", "convicted_per_100_victims"]
    assert (undefined["status"], undefined[["low", "per_100_low"]].isna().all()) == ("not_defined", True)


def test_the_rows_of_who_have_each_sex_and_citizenship(opened: Opened) -> None:
    frame = opened("chart=who&window=1&year=2021").rows()
    convicted = frame[(frame["figure"] == "persons_convicted") & frame["low"].notna()]
    assert list(zip(convicted["sex"], convicted["low"], convicted["high"], strict=True)) == [
        ("female", 4, 4), ("male", 0, 4), ("other", 1, 1),
    ]  # fmt: skip
    citizens = frame[frame["partner"] != ""]
    assert dict(zip(citizens["partner"], citizens["high"], strict=True)) == {"BOL": 4, "own": 6, "unknown": 2}


def test_many_countries_of_one_flag_are_counted_and_named_in_a_fold(real: Dataset) -> None:
    view, ignored = View.parse("/en/justice", "year=2022")
    page = Justice(view, ignored, real, words(Language.EN))
    folds = classed(parse(page.parts()["flags"]["html"]), "is-folded")
    summary = text(next(folds[0].iter("summary")))
    n, said = summary.split(" countries. ")
    assert int(n) > NAMED
    assert said == "The parts by sex, age or citizenship add up to more than the total."
    assert text(next(folds[0].iter("details"))).count("(") == int(n)
