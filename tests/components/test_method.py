"""The page on method as objects: what it says and draws of the small data set, and of the real one."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from accounted import LEDGER, with_tables
from tree import classed, parse, rows, seen, text

from components.controls.as_links import as_links
from components.document.first_paint import to_html
from components.files.csv import csv, filename
from components.i18n import Words, words
from components.pages.method.glossary import DEFINED, Term
from components.pages.method.page import Method
from components.url.choices import CHARTS, Chart, Language, Page
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country, Outcome

Ask = Callable[..., Method]


@pytest.fixture(scope="session")
def ask(small: Dataset) -> Ask:
    def asked(search: str = "", language: Language = Language.EN, dataset: Dataset = small) -> Method:
        view, ignored = View.parse(f"/{language}/method", search)
        return Method(view, ignored, dataset, words(language))

    return asked


def drawn(page: Method) -> Element:
    return parse(to_html(as_links(page.page(), page.view)))


def table(page: Method, caption: str) -> list[list[str]]:
    for found in drawn(page).iter("table"):
        if text(found).startswith(caption):
            return list(rows(found))
    raise AssertionError(caption)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("chart", CHARTS[Page.METHOD])
def test_every_chapter_is_full_in_every_language(ask: Ask, real: Dataset, language: Language, chart: Chart) -> None:
    for page in (ask(f"chart={chart}", language), ask(f"chart={chart}", language, real)):
        root = drawn(page)
        assert len(classed(root, "prose")) == len(page.sections) > 0
        assert page.finding.figure in text(root)
        assert page.title
        assert len(list(classed(root, "tabs")[0].iter("a"))) == len(CHARTS[Page.METHOD])
        assert len(page.rows()) or chart in (Chart.RULES, Chart.CHANGES)


# ---- rules ----


def test_the_ledger_is_a_table_in_words_that_adds_up(ask: Ask, small: Dataset) -> None:
    page = ask("chart=rules", dataset=with_tables(small, ledger=LEDGER))
    assert page.finding.sentence == (
        "Of 25 raw rows of the latest release, 20 stand as printed and 4 were added to others; "
        "0 were left out by a rule and 1 are in quarantine."
    )
    assert table(page, "Counts: rows by rule and release") == [
        ["Kept as printed", "The only row of its figure", "20"],
        ["Added to or joined with another", "Parts of one name, added as intervals", "4"],
        ["In quarantine", "More persons than the country has residents", "1"],
    ]
    assert table(page, "Record of cooperation") == [["Kept as printed", "A country's act on a treaty", "3"]]
    assert page.rows()["rows"].tolist() == [20, 3, 4, 1]


def test_a_rule_without_words_is_told_by_its_code(ask: Ask, small: Dataset) -> None:
    page = ask("chart=rules", dataset=with_tables(small, ledger=LEDGER.assign(rule="of_tomorrow")))
    assert table(page, "Counts: rows")[0] == ["Kept as printed", "of_tomorrow", "20"]


def test_a_folder_without_a_ledger_says_so(ask: Ask) -> None:
    page = ask("chart=rules")
    assert page.finding.figure == "This folder of data brings no account of its raw rows"
    assert "No two releases differ." in text(drawn(page))
    assert csv(page.rows()).count(b"\r\n") == 1


def test_the_ledger_shown_is_the_ledger_built(ask: Ask, real: Dataset, en: Words) -> None:
    ledger = real.tables["ledger"]
    page = ask("chart=rules", dataset=real)
    built = sorted(ledger.itertuples(index=False, name=None))
    assert sorted(page.rows()[["source", "outcome", "rule", "rows"]].itertuples(index=False, name=None)) == built
    shown = [en.number(n) for n in ledger["rows"]]
    cells = [cell for t in classed(drawn(page), "ledger") for row in rows(t) for cell in row[2:] if cell != "·"]
    assert sorted(cells) == sorted(shown)
    assert not set(ledger["rule"]) & {row[1] for t in classed(drawn(page), "ledger") for row in rows(t)}
    kept = ledger[(ledger["source"] == page.account.shown) & (ledger["outcome"] == Outcome.KEPT)]["rows"].sum()
    assert en.number(kept) in page.finding.figure


def test_the_quarantine_is_listed_row_by_row_with_reasons(ask: Ask, real: Dataset) -> None:
    assert table(ask("chart=rules"), "Quarantine") == [
        [
            "Spain",
            "2021",
            "Persons convicted · by citizenship · =SUM(A1)",
            "6,112,019",
            "More persons than the country has residents: 50,000,000 residents",
            "Counts & figures, October 28, 2025, row 7",
        ]
    ]
    listed = table(ask("chart=rules", dataset=real), "Quarantine")
    assert len(listed) == len(real.tables["quarantine"])
    assert sorted(row[3] for row in listed) == sorted(real.tables["quarantine"]["value"])


def test_flags_and_revisions_have_their_counts(ask: Ask, real: Dataset) -> None:
    flags = table(ask("chart=rules"), "Flags")
    assert [(row[0], *row[2:]) for row in flags][2] == (
        "⚑ Break in the series: not comparable with earlier years.", "1", "·", "·", "Spain",
    )  # fmt: skip
    page = ask("chart=rules", dataset=real)
    for caption in ("Revisions by what is counted", "Revisions by country"):
        total = sum(int(row[-1].replace(",", "")) for row in table(page, caption))
        assert total == len(real.tables["revisions"])


# ---- coverage ----


def test_the_finding_counts_country_years(ask: Ask) -> None:
    assert ask("chart=coverage").finding.sentence == (
        "13 of 110 country-years from 2019 to 2023 have a published figure (detected victims); 3 of them are ranges."
    )
    assert ask("chart=coverage&indicator=persons_convicted").finding.sentence == (
        "0 of 110 country-years from 2019 to 2023 have a published figure (convicted)."
    )


def test_each_country_year_is_a_shape_and_has_its_words(ask: Ask) -> None:
    found = {row[0]: row[1:] for row in table(ask("chart=coverage"), "Detected victims, 2019–2023")}
    assert len(found) == 22
    assert found["Argentina"] == ["■", "■", "■", "■", "·", "4"]
    assert found["Bolivia"] == ["◧", "■", "◧", "■", "■", "5"]
    assert found["Spain"] == ["■", "·", "■", "■", "◧", "4"]
    said = {node.get("title"): node.get("href") for node in drawn(ask("chart=coverage")).iter() if node.get("title")}
    known = said["Spain, 2021: an exact figure; 2 figures with breakdowns, 1 exact"]
    assert known == "/en/figure?country=ESP&year=2021"  # its passport
    assert said["Argentina, 2023: not reported"] is None


def test_the_twin_and_the_file_have_the_same_numbers(ask: Ask) -> None:
    page = ask("chart=coverage")
    twin = {row[0]: row[1:] for row in table(page, "Detected victims: exact figures / published figures")}
    assert twin["Spain"] == ["1/1", "[x]", "1/2", "1/1", "0/1"]
    frame = page.rows()
    spain = frame[(frame["country"] == Country.ESP) & (frame["measure"] == "victims_detected")]
    assert [
        f"{exact}/{figures}" if figures else "[x]"
        for exact, figures in zip(spain["exact"], spain["figures"], strict=True)
    ] == twin["Spain"]
    assert set(frame["measure"]) == {"victims_detected", "victims_by_citizenship"}


def test_the_overview_says_how_many_report(ask: Ask) -> None:
    found = {row[0]: row[1:] for row in table(ask("chart=coverage"), "All that is counted")}
    assert found["Detected victims"] == ["3", "2", "3", "3", "2"]
    assert found["Convicted"] == ["·"] * 5


# ---- the part never seen ----


def test_without_the_lens_nothing_is_put_beside_what_is_detected(ask: Ask) -> None:
    page = ask("chart=hidden")
    assert page.finding.sentence == (
        "In 2022, 3 of 22 countries reported 440 detected victims of trafficking; how many more there are is not known."
    )
    detected, hidden = table(page, "Victims of trafficking in 2022")
    assert detected == ["Detected", "", "440", "countries that report: 3 of 22"]
    assert hidden == ["Not detected", "", "not known", "no source gives a figure"]
    assert "8,800" not in text(drawn(page))


def test_the_lens_is_an_illustration_on_the_interval_and_in_no_file(ask: Ask) -> None:
    plain, ruled = ask("chart=hidden"), ask("chart=hidden&lens=one_to_twenty")
    hidden = table(ruled, "Victims of trafficking in 2022")[1]
    assert hidden[2] == "at least 8,800"
    assert hidden[3].startswith("ILLUSTRATION, not a count")
    assert len(classed(drawn(ruled), "unidentified")) == 20
    assert csv(ruled.rows()) == csv(plain.rows())
    assert filename(ruled.view, "csv") == filename(plain.view, "csv")


def test_that_no_estimate_is_at_hand_is_said(ask: Ask) -> None:
    assert "No such estimate for any of the 22 countries is in our sources." in text(drawn(ask("chart=hidden")))


# ---- how to read ----


def test_an_interval_is_shown_on_an_example(ask: Ask) -> None:
    assert [[row[0], *row[2:]] for row in table(ask("chart=reading"), "Detected victims: an exact figure")] == [
        ["Argentina, 2021", "120", "published value"],
        ["Bolivia, 2021", "<5", "suppressed: 0 to 4"],
        ["Sum", "120–124", "range: a sum with suppressed figures"],
    ]


def test_the_constant_panel_stands_beside_the_plain_sum(ask: Ask) -> None:
    page = ask("chart=reading")
    every = [row[2:] for row in table(page, "Detected victims: all that report")]
    assert every == [["300–304", "3/22"], ["110", "2/22"], ["360–364", "3/22"], ["440", "3/22"]]
    constant = [row[2:] for row in table(page, "Detected victims: the same countries")]
    assert constant == [["100–104", "2/2"], ["110", "2/2"], ["120–124", "2/2"], ["190", "2/2"]]


def test_a_flag_is_shown_among_its_neighbours_gaps_included(ask: Ask) -> None:
    found = [(row[0], *row[2:]) for row in table(ask("chart=reading"), "Detected victims: Spain")]
    assert found[1:3] == [
        ("2020", "[x]", "not reported"),
        ("2021", "240", "⚑ Break in the series: not comparable with earlier years."),
    ]


def test_an_indicator_without_examples_says_so(ask: Ask) -> None:
    page = ask("chart=reading&indicator=persons_convicted")
    assert text(drawn(page)).count("There is no example in this data.") == 3
    assert "No country has a figure in all of these years." in text(drawn(page))


def test_the_finding_of_exact_figures_and_of_ranges(ask: Ask) -> None:
    assert ask("chart=reading").finding.sentence == (
        "2022, detected victims: all 3 published figures are exact; the region adds up to 440."
    )
    assert ask("chart=reading&indicator=persons_prosecuted").finding.sentence == (
        "2022, prosecuted: 2 of 3 published figures are suppressed or contain one that is; "
        "so the region adds up to 1,019–1,025."
    )


# ---- glossary ----


def test_the_terms_stand_side_by_side_in_their_languages(ask: Ask) -> None:
    page = ask("chart=glossary", Language.PT)
    listed = classed(drawn(page), "glossary")[0]
    first = listed.find(".//tbody/tr")
    assert first is not None
    assert [(cell.tag, cell.get("lang"), seen(cell)) for cell in first][:3] == [
        ("td", "es", "trata de personas"),
        ("th", "pt", "tráfico de pessoas"),
        ("td", "en", "trafficking in persons"),
    ]
    assert len(list(rows(listed))) == len(Term) == len(DEFINED)
    assert page.rows()["es"].tolist()[0] == "trata de personas"


def test_a_lens_or_chapter_that_is_none_falls_back_and_is_named(ask: Ask) -> None:
    page = ask("chart=map&lens=one_to_fifty")
    assert (page.view.url, len(page.ignored)) == ("/en/method", 2)
