"""The locale of any language tag: browsers and readers have hundreds, addresses have five."""

from collections.abc import Iterable
from functools import lru_cache

from babel.core import Locale as Place
from babel.core import UnknownLocaleError, get_global

from components.url.choices import Language, Locale

DEFAULT = Locale.ES
OF_POINTS, OF_PORTUGAL = "419", "PT"
KEPT = 512  # tags as they came: anybody may send any


@lru_cache(KEPT)
def locale_of(tag: str) -> Locale | None:
    """The locale of a tag (BCP 47, in any case; an underscore does for a hyphen); None for a language that is not ours.

    Spanish goes by the decimal mark that CLDR has for the region: a point in Mexico, Central America or Peru, a comma
    in Spain and most of South America. Portuguese of a region goes by what CLDR derives it from: that of Angola or
    Mozambique from that of Portugal. What is not known of a region is as the language without one.
    """
    language, *subtags = tag.replace("_", "-").split("-")
    if language.lower() not in set(Language):
        return None
    plain = Locale(language.lower())
    region = next((each.upper() for each in subtags if len(each) in (2, 3) and each.isalnum()), "")
    if plain is Locale.ES and _decimal(region) == ".":
        return Locale.ES_419
    if plain is Locale.PT and (region == OF_PORTUGAL or _parent(region) == "pt_PT"):
        return Locale.PT_PT
    return plain


def _decimal(region: str) -> str:
    """The decimal mark of Spanish in a region, by CLDR; empty for what CLDR has no Spanish of."""
    try:
        return str(Place("es", region).number_symbols["latn"]["decimal"]) if region else ""
    except (UnknownLocaleError, ValueError):
        return ""


def _parent(region: str) -> str:
    return str(get_global("parent_exceptions").get(f"pt_{region}", ""))


def preferred(tags: Iterable[str]) -> Locale:
    """The locale of the first tag, the best being first, that is of a language of ours; Spanish where none is."""
    return next((found for tag in tags if (found := locale_of(tag))), DEFAULT)


def renamed(path: str) -> str | None:
    """The path as its canonical address has it, where it begins with another tag of a language of ours; else None."""
    tag, slash, rest = path.removeprefix("/").partition("/")
    locale = locale_of(tag)
    return None if locale is None or locale == tag else f"/{locale}{slash}{rest}"
