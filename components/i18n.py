"""The reader's language: gettext catalogues for sentences, CLDR (Babel) for names, numbers and dates.

Message ids are keys (`indicator.victims_detected`), the same in every language, so a figure's name in the URL, in
the tables and in the catalogue is one. A `Words` is passed as an argument; nothing is global to a request.
"""

import io
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_interval
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from components.url.choices import Language
from data.interval import Interval
from data.vocabulary import Country

CATALOGUES = Path(__file__).parent / "locale"
NAMED = Locale("en").territories
ALPHA_2: Mapping[str, str] = {  # ISO 3166-1 alpha-3 to alpha-2, by CLDR; codes for private use (AAA) have no name
    code: short for code, (short, *_) in get_global("territory_aliases").items() if short in NAMED
}
KEPT_NUMBERS = 2_048  # as printed: a page says each of some hundreds several times
EN_DASH = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"


def read_catalogue(language: Language) -> Catalog:
    """The catalogue of one language as Babel reads it."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


class Words:
    """Everything that is said, in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._locale = Locale.parse(language)
        catalogue = read_catalogue(language)
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        self._translations = Translations(compiled)
        keys = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue}
        self._said = {key: self._translations.gettext(key) for key in keys}
        names = self._locale.territories
        marks = self._locale.number_symbols["latn"]
        self._marks = str.maketrans({",": marks["group"], ".": marks["decimal"], "-": MINUS})
        self._countries = {code: str(names[short]) for code, short in ALPHA_2.items() if short in names}

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of a key with its values set in. An unknown key is a KeyError, never shown to a reader."""
        self._require(key)
        return self._said[key].format(**values)

    def count(self, key: str, n: int, **values: object) -> str:
        """The sentence of a key in the plural form that `n` asks for; `{n}` is printed as a number."""
        self._require(key)
        return self._translations.ngettext(key, key, n).format(n=self.number(n), **values)

    def __contains__(self, key: str) -> bool:
        """Whether there is a sentence of this key."""
        return key in self._said

    def _require(self, key: str) -> None:
        if key not in self._said:
            raise KeyError(f"{self.language}.po has no message {key!r}")

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
        """A number with the marks of the language in the place of English ones: Babel takes sixty times as long."""
        return number.translate(self._marks)

    def interval(self, bounds: Interval, *, is_rate: bool = False) -> str:
        """An exact figure plain, a range with both ends: 133–141."""
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
        return str(format_interval(first, last, "yMMMM", locale=self._locale))

    def date(self, day: date) -> str:
        return format_date(day, "long", locale=self._locale)

    def formats(self) -> dict[str, Any]:
        """Numbers and months as plotly writes them."""
        long, short = (list(self._locale.months["format"][width].values()) for width in ("wide", "abbreviated"))
        marks = self._locale.number_symbols["latn"]
        return {"decimal": marks["decimal"], "thousands": marks["group"], "months": long, "shortMonths": short}

    def sort_key(self, text: str) -> str:
        """Alphabetical order as readers know it: accents do not count."""
        return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()

    def names(self, items: list[str]) -> str:
        """A list as a sentence has it: A, B and C."""
        return format_list(items, locale=self._locale)


@lru_cache(maxsize=KEPT_NUMBERS)
def _decimal(value: float, digits: int) -> str:
    """A number with the marks of English, rounded as it is written."""
    return f"{value if isinstance(value, int) else Decimal(str(value)):,.{digits}f}"


@cache
def words(language: Language) -> Words:
    """The one `Words` of a language; catalogues are read once."""
    return Words(language)
