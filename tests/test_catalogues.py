"""Every sentence in every language: the three catalogues are one in keys and gaps, and the code and they agree."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from components.captions.code_labels import field_key, spoken
from components.captions.talk import ROOM, TRAY
from components.cells import State
from components.files.answer_columns import OWN as OF_ANSWERS
from components.files.cover import CAVEATS
from components.files.openapi import FIXED, OF_DATA, REFUSED, TAGS
from components.files.sdmx_structure import MEASURES, OWN
from components.files.xlsx import HEADS
from components.i18n import read_catalogue
from components.pages.cooperation.delivery import STEPS
from components.pages.cooperation.form import FILES
from components.pages.country import figures, listing
from components.pages.country.section import Part
from components.pages.explorer.grid import BOUNDS
from components.pages.justice.persons import FACED
from components.pages.method.glossary import Term
from components.pages.overview.crimes import DIFFERENCES
from components.slideshow.document import KEYS, SAID, speaker
from components.tables.rank import COLUMNS
from components.url.choices import (
    CHARTS,
    Cells,
    Chart,
    Filters,
    Hall,
    Language,
    Layout,
    Lens,
    Page,
    Partners,
    Prepared,
    Reveal,
    Scale,
    Scope,
    SlideKind,
    Sort,
    Theme,
    Window,
)  # fmt: skip
from components.url.url_params import FIELDS
from data.build import ledger, searches
from data.context_vocabulary import Area, ContextFamily, ContextMeasure, ContextUnit, TipTier
from data.cooperation_vocabulary import (
    UNKNOWN_PARTICIPANTS,
    WHOLE_EVENT,
    CrimeScope,
    Direction,
    EventKind,
    Evidence,
    FigureStatus,
    ListStatus,
    RequestInstrument,
    RequestKind,
    RequestPartner,
    ResultMeasure,
    Role,
    Treaty,
    TreatyAction,
    Unit,
)
from data.national_vocabulary import Extent, NationalMeasure, NationalUnit, SaidBy
from data.queries.comparable import Sign
from data.queries.coverage import Mark
from data.queries.insights import Kind
from data.queries.justice import Conflict, Ratio
from data.queries.profile import Citizenship, Dimension
from data.registry_vocabulary import Origin, Procedure, Tally
from data.schema import SHOWN, TABLES
from data.subnational_vocabulary import AreaIndicator, AreaKind
from data.vocabulary import (
    Age,
    Change,
    Country,
    Crime,
    Doubt,
    Exploitation,
    Flag,
    FlowMeasure,
    Incomparable,
    Indicator,
    Measure,
    Outcome,
    Panel,
    Partner,
    Projection,
    Reason,
    Sex,
    Span,
    Status,
)  # fmt: skip

COMPONENTS = Path(__file__).parents[1] / "components"
LABELLED = (
    Age, Area, Cells, Change, Chart, ContextMeasure, ContextUnit, Crime, Exploitation, Extent, FigureStatus,
    Filters, FlowMeasure, Hall, Incomparable, Indicator, Layout, Lens, ListStatus, Measure, NationalMeasure, Origin,
    Outcome, Page, Panel, Partners, Prepared, Procedure, Projection, Reason, RequestInstrument, ResultMeasure,
    Reveal, Role, SaidBy, Scale, Scope, Sex, SlideKind, Sort, Span, Status, Tally, Term, Theme, TipTier, Window,
)  # fmt: skip
LABEL = "{}.{}"  # how `Words.label` names a word: class and value
OF_PAIRS = ("nothing", "pairs_with_need", "pairs_with_means", "events", "statements")
GROUPS, MEANS = ("by_year", "by_instrument", "by_row"), ("teams", "agreements", "statements", "operations", "treaties")

FAMILIES: dict[str, Iterable[str]] = {  # keys that the code puts together, and what may stand in their gap
    "own.{}": [kind for kind in SlideKind if kind is not SlideKind.VIEW],
    "action.{}": TreatyAction,
    **dict.fromkeys(("areas.by.{}", "areas.kind.{}"), AreaKind),
    **dict.fromkeys((f"areas.{said}.{{}}" for said in ("caveat", "noun", "short", "title")), AreaIndicator),
    **dict.fromkeys(("caveat.{}", "noun.{}"), (*Indicator, *FlowMeasure, "smuggling_offences")),
    "compare.head.{}": ["published", "ranges", "rated"],
    "compare.headline.{}": Measure,
    "compare.key.{}": ["exact", "range", "missing", "shared"],
    "api.rule.{}": ["filter", "refusal", "tag", "file"],
    "api.status.{}": ["200", "304", *REFUSED],
    "api.{}": [*TAGS, *(name for _, name, *_ in FIXED)],
    "api.{}.about": ["countries", "areas", "sdmx", "structure", "package", "health"],
    "sdmx.{}": [*map(str.lower, OWN), *map(str.lower, MEASURES)],
    "sdmx.{}.{}": [f"{name}.{code}".lower() for name, codes in OWN.items() for code in codes],
    "corridor.head.{}": ["corridor", "years", "year", "instrument", "sent", "received", "apart", "contradictions"],
    "change.{}": ["same", "more", "more_range", "less", "less_range", "unclear"],
    "control.{}": {name for fields in FIELDS.values() for name in fields} - {"chart", "theme", "release"},
    **dict.fromkeys(("context.not.{}", "profile.family.{}"), ContextFamily),
    "context.{}": ["period", "citizenship", "figure", "publisher"],
    "official.{}": [*Country, "note", "un"],
    "official.un.{}": ["BOL", "VEN"],
    "cooperation.title.{}": {*CHARTS[Page.COOPERATION], Chart.REGISTRY},
    "counted.{}": Indicator,
    "crimes.{}": [*DIFFERENCES, *(f"{crime}.{name}" for crime in Crime for name in DIFFERENCES)],
    **dict.fromkeys(("dataset.about.{}", "dataset.{}"), SHOWN),
    **dict.fromkeys(("direction.{}",), Direction) | dict.fromkeys(("eventkind.{}",), EventKind),
    **dict.fromkeys(("doubt.{}",), Doubt) | dict.fromkeys(("evidence.{}",), Evidence),
    **dict.fromkeys(("treaty.{}",), Treaty) | dict.fromkeys(("with.{}",), RequestPartner),
    **dict.fromkeys(("export.caveat.{}",), CAVEATS) | dict.fromkeys(("export.head.{}",), HEADS),
    "answer.column.{}": OF_ANSWERS,
    "api.header.{}": OF_DATA.values(),
    "export.type.{}": {field.type for table in SHOWN.values() for field in table.fields},
    "field.{}": {field_key(table, field) for table in SHOWN.values() for field in table.fields},
    "explorer.{}": ["first", "previous", "next", "last"],
    "explorer.figure{}": BOUNDS,
    **dict.fromkeys(("flag.{}", "flagname.{}"), Flag),
    "column.{}": {spoken(table, name)[0] for table in SHOWN.values() for name in table.columns},
    **dict.fromkeys(("flows.into.{}", "flows.out.{}"), FlowMeasure),
    "flows.{}": Partners,
    **dict.fromkeys(("gap.all.{}", "gap.mine.{}"), OF_PAIRS),
    **dict.fromkeys(("gap.head.{}", "gap.{}"), MEANS),
    "justice.title.{}": CHARTS[Page.JUSTICE],
    **dict.fromkeys(("conflict.{}", "justice.{}"), Conflict),
    "insight.{}": Kind,
    "kind.{}": RequestKind,
    "language.{}": Language,
    "legend.{}": set(State) - {State.VALUE},
    "meaning.{}": Term,
    "making.{}": ["line", "cancel", "failed"],
    "method.caveat.{}": ["hidden", "lens"],
    "method.example.{}": Panel,
    "method.head.{}": [*("country", "year", "counts", "printed", "why", "row"), "measure"],
    "method.held.{}": ["observations", "flows"],
    "method.ledger.{}": ["areas", "context", "counts", "record"],
    "method.mark.{}": Mark,
    "method.revisions.{}": ["measure", "country"],
    "method.search.{}": ["instruments", "statements"],
    "method.title.{}": CHARTS[Page.METHOD],
    **dict.fromkeys(("about.title.{}", "about.caveat.{}"), CHARTS[Page.ABOUT]),
    "mine.beside_{}": ["sea", "land", "longest"],
    "search.kind.{}": ["country", "counted", "page"],
    **dict.fromkeys(("partner.{}",), Partner) | dict.fromkeys(("parts.{}",), Sign),
    **dict.fromkeys(("passport.change.{}", "release.kind.{}"), Change),
    "passport.residents.{}": Projection,
    "passport.section.{}": ["what", "against", "meaning", "origin", "history"],
    "period.{}": ["first", "last"],
    "persons.short.{}": FACED,
    "ratio.{}": Ratio,
    "profile.by.{}": Dimension,
    "profile.column.{}": listing.HEADS,
    "profile.head.{}": figures.HEADS,
    "profile.title.{}": Part,
    "profile.{}": [*Citizenship, "sum_into", "sum_out_of"],
    **dict.fromkeys(("registry.column.{}", "registry.field.{}"), TABLES["registry"].columns),
    "registry.found.{}": ["region", "country", "partner", "pair"],
    "registry.head.{}": GROUPS,
    "registry.step.{}": STEPS,
    "registry.type.{}": {field.type for field in TABLES["registry"].fields},
    "registry.{}": [*FILES, *GROUPS],
    "package.{}": ["dictionary", "flags", "descriptor", "checksums"],
    "rank.{}": [*Measure, *(set(COLUMNS) - {"figure", "other"})],
    "rule.{}": [*ledger.Rule, *searches.Rule, *Reason, *Doubt],
    "scope.{}": CrimeScope,
    **dict.fromkeys(("passport.status.{}", "state.{}"), State),
    "statements.head.{}": ["country", "partner", "direction", "period", "figure", "what", "source"],
    "year.{}": ["previous", "play", "next"],
    "talk.{}": [*TRAY, *ROOM],
    "talk.file.{}": ["html", "pptx", "pdf", "handout=1", "handout=2", "handout=6"],
    "table.{}": ["country", "count", "rate", "status", "flags"],
    "unit.{}": [*Measure, *Unit, *NationalUnit],
    "{}.any": ["direction", "kind"],
    **dict.fromkeys(("wall.key.{}", "wall.key.{}.keys"), KEYS) | {"wall.{}": SAID},
    "wall.speaker.{}": [*speaker.SAID, *speaker.LABELS],
    "{}.label": ["controls", "languages", "pages", "tabs", "themes"],
}


def catalogue(language: Language) -> dict[str, Message]:
    said = [message for message in read_catalogue(language) if message.id]
    return {message.id if isinstance(message.id, str) else message.id[0]: message for message in said}


def sentences(message: Message) -> list[str]:
    """The sentence, or its plural forms."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


def gaps(message: Message) -> set[str]:
    return {name for said in sentences(message) for _, name, _, _ in Formatter().parse(said) if name}


def key(node: ast.expr) -> str | None:
    """A string of the source as a key: `flag.{}` for f"flag.{flag}"; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def nodes() -> Iterator[ast.AST]:
    for module in sorted(COMPONENTS.rglob("*.py")):
        yield from ast.walk(ast.parse(module.read_text(encoding="utf-8")))


def asks_for_words(call: ast.Call) -> bool:
    """`words(...)`, `w(...)`, `self.words(...)`, and `count` of any of them."""
    asked = ast.unparse(call.func).removesuffix(".count")
    return asked in ("words", "w", "self.words", "self")


ASKED = [(call, asked) for call in nodes() if isinstance(call, ast.Call) and asks_for_words(call) and call.args
         and (asked := key(call.args[0]))]  # fmt: skip
STRINGS = {found for node in nodes() if isinstance(node, (ast.Constant, ast.JoinedStr)) and (found := key(node))}
PUT_TOGETHER = {
    family.replace("{}", word) if family.count("{}") == 1 else family.partition("{}")[0] + word
    for family, words in FAMILIES.items()
    for word in words
}
LABELS = {f"{kind.__name__.lower()}.{word}" for kind in LABELLED for word in kind}
LABELS |= {f"participant.{word}" for word in (WHOLE_EVENT, UNKNOWN_PARTICIPANTS)}
CATALOGUES = {language: catalogue(language) for language in Language}
ENGLISH = CATALOGUES[Language.EN]
OTHERS = [language for language in Language if language is not Language.EN]


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_keys_of_english_no_more_and_no_less(language: Language) -> None:
    assert CATALOGUES[language].keys() == ENGLISH.keys()


@pytest.mark.parametrize("language", Language)
def test_every_sentence_is_translated_in_every_plural_form(language: Language) -> None:
    empty = [name for name, message in CATALOGUES[language].items() if not all(sentences(message)) or message.fuzzy]
    assert empty == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_has_the_same_gaps_and_plurals_in_every_language(language: Language) -> None:
    other = {name: (gaps(message), message.pluralizable) for name, message in CATALOGUES[language].items()}
    assert other == {name: (gaps(message), message.pluralizable) for name, message in ENGLISH.items()}


def test_every_key_that_the_code_puts_together_is_a_known_family() -> None:
    asked = {name for _, name in ASKED if "{}" in name}
    assert asked - {LABEL} <= FAMILIES.keys(), "name the words of a new family in FAMILIES"
    assert FAMILIES.keys() <= STRINGS, "a family that no code puts together any more"


def test_every_word_that_the_code_asks_for_exists() -> None:
    asked = {name for _, name in ASKED if "{}" not in name} | PUT_TOGETHER | LABELS
    assert asked - ENGLISH.keys() == set()


def test_every_sentence_is_said_somewhere() -> None:
    assert ENGLISH.keys() - STRINGS - PUT_TOGETHER - LABELS == set()


def test_every_gap_is_filled_by_the_code_that_asks() -> None:
    for call, asked in ASKED:
        given = {keyword.arg for keyword in call.keywords}
        if "{}" in asked or None in given:  # one of many sentences, or values handed over as a whole
            continue
        counted = {"n"} if ast.unparse(call.func).endswith(".count") else set()
        assert gaps(ENGLISH[asked]) <= given | counted, ast.unparse(call)
        assert given - counted <= gaps(ENGLISH[asked]), ast.unparse(call)
