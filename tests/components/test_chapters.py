"""The chapters on method: no figure is typed into them, every gap is filled, and the three languages say the same."""

import re
from string import Formatter

import pytest
from markupsafe import Markup

from components.i18n import words
from components.pages.method.chapters import PROSE, sections, source
from components.pages.method.facts import facts
from components.url.choices import CHARTS, Language, Page
from data.dataset import Dataset
from data.model import Selection
from data.queries.coverage import calendar
from data.queries.curation_log import account
from data.queries.observations import answer
from data.vocabulary import Indicator

CHAPTERS = [str(chart) for chart in CHARTS[Page.METHOD]]
# The only digits that may be typed: what a source prints, articles, the years of treaties, and the scales of maps.
TYPED = {
    Language.EN: ("`<5`", "article 3", "Protocol of 2000", "1:50", "1:10"),
    Language.ES: ("`<5`", "artículo 3", "Palermo de 2000", "migrantes de 2000", "1:50", "1:10"),
    Language.PT: ("`<5`", "artigo 3", "Palermo de 2000", "Migrantes, de 2000", "1:50", "1:10"),
}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def told(dataset: Dataset, language: Language) -> dict[str, str]:
    indicator = Indicator.VICTIMS_DETECTED
    asked = answer(dataset, Selection(indicator, *dataset.years))
    return facts(dataset, account(dataset), calendar(dataset, indicator), asked, words(language))


def test_there_is_a_chapter_for_each_picture_and_no_other() -> None:
    for language in Language:
        assert sorted(path.stem for path in (PROSE / language).iterdir()) == sorted(CHAPTERS)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_figure_is_typed_into_a_chapter(language: Language, chapter: str) -> None:
    text = re.sub(r"\{\w+\}", "", source(language, chapter))
    for allowed in TYPED[language]:
        text = text.replace(allowed, "")
    assert re.findall(r".{0,20}\d.{0,20}", text) == []


def test_what_may_be_typed_is_typed_somewhere() -> None:
    for language, allowed in TYPED.items():
        text = "".join(source(language, chapter) for chapter in CHAPTERS)
        assert [phrase for phrase in allowed if phrase not in text] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_three_languages_have_the_same_gaps_headings_and_paragraphs(chapter: str) -> None:
    texts = [source(language, chapter) for language in Language]
    shapes = [(gaps(text), text.count("## "), text.count("\n\n"), text.count("**")) for text in texts]
    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize("language", Language)
def test_every_fact_is_told_somewhere(small: Dataset, language: Language) -> None:
    used = {name for chapter in CHAPTERS for name in gaps(source(language, chapter))}
    assert used == set(told(small, language))


@pytest.mark.parametrize("language", Language)
def test_every_gap_is_filled_from_either_data_set(small: Dataset, real: Dataset, language: Language) -> None:
    for dataset in (small, real):
        known = told(dataset, language)
        assert all(known.values())
        for chapter in CHAPTERS:
            assert "{" not in "".join(each.html for each in sections(language, chapter, known))


def test_the_facts_of_the_small_data_set(small: Dataset) -> None:
    known = told(small, Language.EN)
    names = ("countries", "figures_trafficking", "figures_smuggling_of_migrants", "year", "reporting", "detected")
    assert {name: known[name] for name in (*names, "suppressed")} == {
        "countries": "22",
        "figures_trafficking": "28",
        "figures_smuggling_of_migrants": "3",
        "year": "2022",
        "reporting": "3",
        "detected": "440",
        "suppressed": "<5",
    }
    assert known["earlier"] == "—"


def test_a_fact_is_text_and_never_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.pages.method.chapters.source", lambda *_: "## A\n{x} <b>\n\n## B\n{x}\n")
    first, second = sections(Language.EN, "rules", {"x": "*a* <i> [b](c) `d`"})
    assert second.html == Markup("<h2>B</h2>\n<p>*a* &lt;i&gt; [b](c) `d`</p>\n")
    assert (second.title, second.paragraphs) == ("B", ("*a* <i> [b](c) `d`",))
    assert "&lt;b&gt;" in first.html
