"""A citation is one work in three forms."""

import re
from dataclasses import replace
from datetime import date

import pytest

from components.captions.citation import Work, bibtex, ris, text, work
from components.i18n import Words
from data.dataset import Dataset

CITED = Work(("A & B (C)", "D"), "Víctimas: 100% {X}_1", date(2025, 10, 28), "v-1", "http://x.org/es/figure?a=1&b=2")


def test_a_work_names_who_answers_for_the_figures(small: Dataset, en: Words) -> None:
    cited = work("T", ["glotip_2025_10_28", "wpp_2024", "search_events", "unknown"], small, "/en/overview", en)
    assert cited == Work(("A publisher",), "T", date(2025, 10, 28), "small-1", "/en/overview")


def test_without_a_published_source_the_work_is_ours(small: Dataset, en: Words) -> None:
    assert work("T", ["search_events"], small, "/", en).authors == ("Atalaya",)
    assert work("T", [], small, "/", en).released == date.fromisoformat(small.release)
    assert work("T", [], replace(small, release=""), "/", en).released is None


def test_as_text(en: Words, es: Words) -> None:
    assert text(CITED, en) == (
        "A & B (C); D. Víctimas: 100% {X}_1. Release of October 28, 2025. In: Atalaya, data version v-1:"
    )
    assert "Publicación del 28 de octubre de 2025." in text(CITED, es)


def test_what_tex_would_run_is_printed_and_the_address_left_alone(en: Words) -> None:
    lines = bibtex(CITED, en).splitlines()
    assert lines[0] == "@misc{atalaya-es-figure-a-1-b-2-v-1,"
    assert lines[-1] == "}"
    fields = dict(re.fullmatch(r"  (\w+) = \{(.*)\},", line).groups() for line in lines[1:-1])  # type: ignore[union-attr]
    assert fields["author"] == r"{A \& B (C)} and {D}"
    assert fields["title"] == r"{Víctimas: 100\% \{X\}\_1}"
    assert (fields["year"], fields["url"]) == ("2025", "http://x.org/es/figure?a=1&b=2")
    assert fields["howpublished"] == "In: Atalaya, data version v-1"


@pytest.mark.parametrize("backslash", ["\\", "~", "^", "$", "#"])
def test_no_sign_of_tex_is_left_bare(en: Words, backslash: str) -> None:
    said = bibtex(Work(("A",), backslash, None, "v", "/en/overview"), en)
    title = said.partition("title = {{")[2].partition("}},\n")[0]
    assert re.fullmatch(r"\\(?:text\w+\{\}|[$#])", title)
    assert "year" not in said


def test_as_ris_each_tag_has_its_line(es: Words) -> None:
    lines = ris(CITED, es).split("\r\n")
    assert lines[0] == "TY  - DATA"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert [line for line in lines if line.startswith("AU")] == ["AU  - A & B (C),", "AU  - D,"]
    assert "PY  - 2025" in lines
    assert "UR  - http://x.org/es/figure?a=1&b=2" in lines


def test_a_line_break_cannot_forge_a_tag(en: Words) -> None:
    said = ris(Work(("A",), "T\r\nUR  - http://elsewhere", None, "v", "/"), en)
    assert said.count("\r\nUR  - ") == 1
