"""The page on tests/chained.py: what is said, the drawings and their twins, remarks and rows to take away."""

from collections.abc import Callable

import chained
import pytest
from tree import classed, parse, rows, text

from components.figures.clock import LARGE, SMALL, Clock, ceiling, key
from components.i18n import words
from components.markup import to_html
from components.pages.justice.page import Justice
from components.pages.justice.remarks import NAMED
from components.url.choices import Language, Sort
from components.url.view import View
from data.dataset import Dataset
from data.queries.justice import CHAIN
from data.vocabulary import Country, Indicator

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
LACKING = "years are missing for:"


@pytest.mark.parametrize(
    ("search", "parts"),
    [
        (
            "year=2021",
            [
                "2019–2021: 2 of 22 countries published the figures compared in each year; together, ",
                f"330–338 {VICTIMS}, 85–89 {PROSECUTED}, and 21–36 {CONVICTED}.",
            ],
        ),
        (
            "year=2023",
            ["2021–2023: no country published every year of victims detected, persons prosecuted and convicted."],
        ),
        (
            "year=2021&country=BOL",
            [f"2019–2021: Bolivia publishes 0–8 {VICTIMS}, 30 {PROSECUTED}, and 0–12 {CONVICTED}; {LACKING} suspects."],
        ),
        (
            "year=2021&window=1&country=ESP",
            [f"2021: Spain publishes 240 {VICTIMS}, 30 {PROSECUTED}, and 3 {CONVICTED}; {LACKING} suspects."],
        ),
        ("year=2021&country=CHL", ["2019–2021: Chile publishes no figure for all years."]),
        (
            "year=2021&window=1&sex=female&country=ARG",
            [
                f"2021: Argentina publishes 4 {CONVICTED} (female); ",
                f"{LACKING} detected victims, suspects, and prosecuted.",
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


def test_every_country_has_a_panel_that_leads_to_it(opened: Opened) -> None:
    root = parse(to_html(opened("year=2021").page()))
    panels = classed(root, "panel")
    assert len(panels) == 22
    assert {panel.get("data-panel") for panel in panels} == set(Country)
    argentina = next(panel for panel in panels if panel.get("data-panel") == "ARG")
    link = next(argentina.iter("a"))
    assert link.get("href") == "/en/justice?country=ARG&year=2021"
    label = next(argentina.iter("svg")).get("aria-label", "")
    assert "Sum of 2019–2021: Detected victims: 330; Suspects: 120; Prosecuted: 55–59; Convicted: 21–24." in label
    assert "On 2 occasions" in text(argentina)


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
    page = opened("year=2021")
    clock = Clock(page.chain, range(2019, 2024), page.words)
    root = parse(clock.panel(Country.ARG, SMALL, "Argentina"))
    steps = {name: classed(root, f"step-{name}")[0] for name in CHAIN}
    assert len(classed(steps[Indicator.VICTIMS_DETECTED], "path")) == 1
    assert classed(steps[Indicator.VICTIMS_DETECTED], "area") == []
    prosecuted = steps[Indicator.PERSONS_PROSECUTED]  # 20, <5, 35, 30: a band over all, a line over the last two
    assert len(classed(prosecuted, "area")) == len(classed(prosecuted, "path")) == 1
    assert len(classed(prosecuted, "path")[0].get("points", "").split()) == 2
    assert len(classed(prosecuted, "mark")) == 3  # a lone year, and both ends of the line
    spain = parse(clock.panel(Country.ESP, SMALL, "Spain"))
    victims = classed(spain, f"step-{Indicator.VICTIMS_DETECTED}")[0]
    assert len(classed(victims, "path")) == 1  # 2021 and 2022; 2020 is a gap, 2019 stands alone
    assert len(classed(spain, "break")) == 1


def test_the_large_panel_says_each_figure_and_its_twin_has_the_same(opened: Opened) -> None:
    page = opened("year=2021&country=ARG&years=2019-2022")
    drawn = parse(Clock(page.chain, page.years, page.words).panel(Country.ARG, LARGE, "Argentina"))
    convicted = classed(drawn, f"step-{Indicator.PERSONS_CONVICTED}")[0]
    assert [text(title).splitlines()[:2] for title in convicted.iter("title")] == [
        ["Argentina, 2019", "10 persons convicted of trafficking"],
        ["Argentina, 2020", "5 persons convicted of trafficking"],
        ["Argentina, 2021", "6–9 persons convicted of trafficking"],
        ["Argentina, 2022", "8 persons convicted of trafficking"],
    ]
    assert len(classed(convicted, "is-range")) == 1
    twin = classed(parse(to_html(page.page())), "steps")[0]
    assert list(rows(twin)) == [
        ["Detected victims", "100", "110", "120", "150"],
        ["Suspects", "50", "40", "30", "[x]"],
        ["Prosecuted", "20", "<5", "35⇅", "30"],
        ["Convicted", "10", "5⇅", "6–9", "8"],
    ]


def test_each_step_has_a_mark_of_its_own(opened: Opened) -> None:
    root = parse(key(opened().words))
    shapes = [next(step.iter("path")).get("d") for step in classed(root, "step")]
    assert len(set(shapes)) == len(CHAIN)


@pytest.mark.parametrize(("highs", "top"), [([], 4), ([3], 4), ([11], 15), ([1590], 2000), ([100], 100), ([708], 800)])
def test_the_top_of_a_panel_is_round_and_not_below_its_figures(highs: list[float], top: float) -> None:
    assert ceiling(highs) == top


# ---- the chain ----


def test_the_chain_names_missing_years_and_leaves_undefined_ratios_out(opened: Opened) -> None:
    table = classed(parse(to_html(opened("chart=chain&year=2021&sort=victims_detected").page())), "chain")[0]
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


def test_bars_of_a_range_are_solid_to_the_lower_and_pale_to_the_upper_bound(opened: Opened) -> None:
    table = classed(parse(to_html(opened("chart=chain&year=2021").page())), "chain")[0]
    bolivia = next(row for row in table.iterfind(".//tbody/tr") if row.get("data-code") == "BOL")
    convicted = classed(bolivia, f"step-{Indicator.PERSONS_CONVICTED}")[0]
    sure, maybe = classed(convicted, "sure")[0], classed(convicted, "maybe")[0]
    assert (sure.get("width"), maybe.get("x"), maybe.get("width")) == ("0.0", "0.0", "50.0")  # 12 of at most 24


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
    assert said == "The published parts add up to more than the total."
    assert text(next(folds[0].iter("details"))).count("(") == int(n)
