"""The reader's language and place: gettext catalogues for sentences, CLDR (Babel) for names, marks and dates.

Message ids are keys (`indicator.victims_detected`), the same in every language, so a figure's name in the URL, in
the tables and in the catalogue is one. A `Words` is passed as an argument; nothing is global to a request.
"""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from gettext import c2py
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale as Place
from babel.core import get_global
from babel.dates import format_date, format_interval
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from components.european_portuguese import in_portugal
from components.url.choices import Language, Locale, language_of
from data.interval import Interval
from data.vocabulary import SUPPRESSED_HIGH, Country

CATALOGUES = Path(__file__).parent / "locale"
NAMED = Place("en").territories
ALPHA_2: Mapping[str, str] = {  # ISO 3166-1 alpha-3 to alpha-2, by CLDR; codes for private use (AAA) have no name
    code: short for code, (short, *_) in get_global("territory_aliases").items() if short in NAMED
}
KEPT_NUMBERS = 2_048  # as printed: a page says each of some hundreds several times
EN_DASH = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"
NARROW = "\N{NARROW NO-BREAK SPACE}"  # between groups of digits, and before %, in Spanish and Portuguese (BIPM, RAE)


class _Sentences(NamedTuple):
    """A catalogue as it is kept: of each key its sentence or plural forms, and which of those a number asks for."""

    forms: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]


def placed(text: str, locale: Locale | Language) -> str:
    """A text of a language as a place says it; the text itself where that is the place that it was written for."""
    return in_portugal(text) if locale == Locale.PT_PT else text


def catalogue_file(locale: Locale | Language) -> Path:
    """Where the catalogue of a locale is: of a variant of a language it has only what is said otherwise there, and a
    variant that says nothing otherwise has none."""
    return CATALOGUES / f"{locale.replace('-', '_')}.po"


def read_catalogue(locale: Locale | Language) -> Catalog:
    """The catalogue of one locale as Babel reads it."""
    with catalogue_file(locale).open("rb") as file:
        return read_po(file, locale=locale.replace("-", "_"))


@cache
def _sentences(locale: Locale | Language) -> _Sentences:
    """What a locale says: its own sentences before those of its language, which are kept once for both."""
    language = language_of(Locale(locale))
    if not catalogue_file(locale).exists():
        return _sentences(language)
    catalogue = read_catalogue(locale)
    own: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        key = message.id if isinstance(message.id, str) else message.id[0]
        own[key] = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    own.pop("", None)  # the head of the file
    base = {} if locale == language else _sentences(language).forms
    return _Sentences(
        {key: tuple(placed(said, locale) for said in forms) for key, forms in base.items()} | own,
        c2py(catalogue.plural_expr),
    )


class Words:
    """Everything that is said, in one language as one place writes it."""

    def __init__(self, locale: Locale) -> None:
        self.locale, self.language = locale, language_of(locale)
        self._place = Place.parse(locale, sep="-")
        self._forms, self._plural = _sentences(locale)
        names = self._place.territories
        self.decimal = str(self._place.number_symbols["latn"]["decimal"])
        self.group = "," if self.language is Language.EN else NARROW
        self._marks = str.maketrans({",": self.group, ".": self.decimal, "-": MINUS})
        self._countries = {code: str(names[short]) for code, short in ALPHA_2.items() if short in names}
        self._countries["FLK"] = self("territory.FLK")  # as the United Nations word it

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of a key with its values set in. An unknown key is a KeyError, never shown to a reader."""
        self._require(key)
        return self._forms[key][0].format(**values)

    def count(self, key: str, n: int, **values: object) -> str:
        """The sentence of a key in the plural form that `n` asks for; `{n}` is printed as a number."""
        self._require(key)
        return self._forms[key][self._plural(n)].format(n=self.number(n), **values)

    def __contains__(self, key: str) -> bool:
        """Whether there is a sentence of this key."""
        return key in self._forms

    def _require(self, key: str) -> None:
        if key not in self._forms:
            raise KeyError(f"{self.language}.po has no message {key!r}")

    def placed(self, text: str) -> str:
        """A text of the data, in the language, as the place says it."""
        return placed(text, self.locale)

    def label(self, value: StrEnum) -> str:
        """The name of a word of the vocabulary, by the key `class.value`."""
        return self(f"{type(value).__name__.lower()}.{value}")

    def country(self, country: Country | str) -> str:
        """CLDR's name of a country by its ISO 3166-1 alpha-3 code; KeyError for what is no such code."""
        return self._countries[country]

    @property
    def countries(self) -> set[str]:
        """The ISO 3166-1 alpha-3 codes of which there is a name."""
        return set(self._countries)

    def official(self, country: Country | str) -> str:
        """The official name of one of the 22."""
        return self(f"official.{country}")

    def tongue(self, language: str) -> str:
        """CLDR's name of a language by its code (ISO 639-1); empty for no code."""
        return str(self._place.languages[language]) if language else ""

    def number(self, value: float, digits: int = 0) -> str:
        """A number in the reader's format, rounded to `digits` decimals."""
        return self._grouped(_decimal(value, digits))

    def rate(self, value: float) -> str:
        """A rate per 100,000: two decimals, three below 0.1 so that small rates can be told apart, zero plain."""
        return self.number(value, 0 if value == 0 else 3 if value < 0.1 else 2)

    def rate_limit(self, value: float) -> str:
        """A round class limit with as many decimals as it needs."""
        return self._grouped(f"{round(Decimal(str(value)), 6).normalize():,f}")

    def _grouped(self, number: str) -> str:
        """A number with the marks of the place instead of English ones: Babel takes sixty times as long."""
        return number.translate(self._marks)

    def interval(self, bounds: Interval, *, is_rate: bool = False) -> str:
        """An exact figure plain, a range with both ends: 133–141; what sources print as `<5` is written no other way,
        nor are sums of it and zeros."""
        if bounds == (0, SUPPRESSED_HIGH) and not is_rate:
            return self("suppressed.figure", n=self.number(SUPPRESSED_HIGH + 1))
        show = self.rate if is_rate else self.number
        low = show(bounds.low)
        high = low if bounds.is_exact else show(bounds.high)
        return low if low == high else f"{low}{EN_DASH}{high}"

    def percent(self, bounds: Interval) -> str:
        """A relative change as signed per cent: +13 % or +8 % to +21 %."""
        low, high = (self("percent", n=self._signed(bound * 100)) for bound in bounds)
        return low if low == high else self("range.percent", low=low, high=high)

    def difference(self, bounds: Interval) -> str:
        """By how many a count rose or fell, signed: +397 or +393 to +397."""
        low, high = (self._signed(bound) for bound in bounds)
        return low if low == high else self("range.percent", low=low, high=high)

    def _signed(self, value: float) -> str:
        rounded = round(value)
        return ("+" if rounded > 0 else "") + self.number(rounded)

    def months(self, first: date, last: date) -> str:
        """A span of months: January - June 2025."""
        return str(format_interval(first, last, "yMMMM", locale=self._place))

    def date(self, day: date) -> str:
        return format_date(day, "long", locale=self._place)

    def formats(self) -> dict[str, Any]:
        """Numbers and months as plotly writes them."""
        long, short = (list(self._place.months["format"][width].values()) for width in ("wide", "abbreviated"))
        return {"decimal": self.decimal, "thousands": self.group, "months": long, "shortMonths": short}

    def sort_key(self, text: str) -> str:
        """Alphabetical order as readers know it: accents do not count."""
        return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()

    def names(self, items: list[str]) -> str:
        """A list as a sentence has it: A, B and C."""
        return format_list(items, locale=self._place)

    def few(self, items: list[str], most: int) -> str:
        """A list of at most `most`; of a longer one the first so many, and how many more there are."""
        if len(items) <= most:
            return self.names(items)
        return self.count("insight.more", len(items) - most, names=", ".join(items[:most]))


@lru_cache(maxsize=KEPT_NUMBERS)
def _decimal(value: float, digits: int) -> str:
    """A number with the marks of English, rounded as it is written."""
    return f"{value if isinstance(value, int) else Decimal(str(value)):,.{digits}f}"


@cache
def words(locale: Locale) -> Words:
    """The one `Words` of a locale; catalogues are read once."""
    return Words(Locale(locale))
