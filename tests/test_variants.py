"""What a place says otherwise than its language: only that, and one Portuguese at a time."""

import re

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from test_catalogues import catalogue, gaps, sentences

from app import create_app
from callbacks.settings import Settings
from components.european_portuguese import in_portugal
from components.i18n import catalogue_file, placed
from components.pages.method.chapters import PROSE
from components.url.choices import BASES, Locale, Page, language_of
from data.dataset import Dataset

VARIANTS = [locale for locale in Locale if locale not in BASES and catalogue_file(locale).exists()]
# Spellings that only one of the two places has; typed here, not read from the table that is tested.
BRAZIL = (
    r"\b(?:detec[çt](?!ed)\w*|\w*registr[aoeu]\w*|fatos?|equipes?|contatos?|arquivos?|planilhas?|escravidão|em um)\b"
)
PORTUGAL = (
    r"\b(?:dete[çt](?!iv)\w*|regist[aoe]\w*|factos?|equipas?|contactos?|ficheiros?|ecrãs?|diapositivos?|face ao?)\b"
)


@pytest.mark.parametrize("locale", VARIANTS)
def test_a_variant_holds_only_what_its_place_says_otherwise(locale: Locale) -> None:
    base, own = catalogue(language_of(locale)), catalogue(locale)
    assert own.keys() <= base.keys()
    assert [n for n in own if sentences(own[n]) == [placed(said, locale) for said in sentences(base[n])]] == []
    assert [name for name in own if not all(sentences(own[name])) or own[name].fuzzy] == []
    shape = {name: (gaps(message), message.pluralizable) for name, message in own.items()}
    assert shape == {name: (gaps(base[name]), base[name].pluralizable) for name in own}
    assert list(own) == sorted(own)


def of_brazil(real: Dataset) -> dict[str, str]:
    """All that we say in Portuguese, by where it stands."""
    said = {name: " ".join(sentences(message)) for name, message in catalogue(Locale.PT).items()}
    said |= {path.name: path.read_text(encoding="utf-8") for path in (PROSE / "pt").iterdir()}
    columns = [(table, name) for table in real.tables for name in real.tables[table] if str(name).endswith("_pt")]
    return said | {f"{table}.{name}": "\n".join(set(real.tables[table][name])) for table, name in columns}


def test_all_that_we_say_in_portuguese_is_of_brazil_and_has_words_of_portugal_for_it(real: Dataset) -> None:
    said = of_brazil(real)
    assert {name: found for name, text in said.items() if (found := re.findall(PORTUGAL, text, re.IGNORECASE))} == {}
    whole = "\n".join(said.values())
    assert re.findall(BRAZIL, in_portugal(whole), re.IGNORECASE) == []
    codes = re.compile(r"\{\w*\}|`[^`]*`|\w+_\w+")
    assert codes.findall(in_portugal(whole)) == codes.findall(whole)


def test_in_portuguese_each_crime_has_its_whole_name() -> None:
    """`Tráfico` alone is of drugs, `contrabando` alone of goods."""
    said = [" ".join(sentences(message)) for message in catalogue(Locale.PT).values()]
    said += [path.read_text(encoding="utf-8") for path in PROSE.parents[1].glob("*/prose/pt/*.md")]
    whole = r"(?! (?:ilícito |internacional )?de (?:pessoas|migrantes|menores))"
    alone = re.compile(rf"(?<!\*)\btráfico\b{whole}|(?<!objeto de )\bcontrabando\b{whole}", re.IGNORECASE)
    assert [text for text in said if alone.search(text)] == []


@given(st.lists(st.sampled_from(["registros", "Detecção", "até os", "em um", "equipe", "{fato}", "x_fato", "mar"])))
def test_words_of_portugal_stay_as_they_are(words: list[str]) -> None:
    once = in_portugal(" ".join(words))
    assert in_portugal(once) == once


def test_words_are_said_as_portugal_says_them() -> None:
    said = {
        "Vítimas detectadas": "Vítimas detetadas",
        "O REGISTRO de um fato": "O REGISTO de um facto",
        "ainda estão sendo preenchidos": "ainda estão a ser preenchidos",
        "vai até o limite": "vai até ao limite",
        "Baixar os arquivos": "Descarregar os ficheiros",
        "seus nacionais no exterior": "seus nacionais no estrangeiro",
        "Sentenças Penais no Exterior": "Sentenças Penais no Exterior",
        "a quem lhe deu o link; de zero a dezessete": "a quem lhe deu a ligação; de zero a dezassete",
        "foi submetida à Corte Internacional de Justiça": "foi submetida ao Tribunal Internacional de Justiça",
        "victims_detected {contato} detected registry.csv": "victims_detected {contato} detected registry.csv",
    }
    assert {text: in_portugal(text) for text in said} == said


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(Settings()).server.test_client()


@pytest.mark.parametrize("page", [*Page, "overview?chart=table", "method?chart=rules", "cooperation?chart=events"])
def test_a_page_has_one_portuguese(client: FlaskClient, page: str) -> None:
    for locale, foreign, own in ((Locale.PT, PORTUGAL, BRAZIL), (Locale.PT_PT, BRAZIL, PORTUGAL)):
        html = client.get(f"/{locale}/{page}").get_data(as_text=True)
        text = re.sub(r"<script.*?</script>|<[^>]+>", " ", html, flags=re.DOTALL)
        assert re.findall(foreign, text, re.IGNORECASE) == []
        assert re.findall(own, text, re.IGNORECASE)
