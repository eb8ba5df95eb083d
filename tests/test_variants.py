"""What a place says otherwise than its language: only that, and one Portuguese at a time."""

import pytest
from test_catalogues import catalogue, gaps, sentences

from components.i18n import catalogue_file
from components.url.choices import BASES, Locale, language_of

VARIANTS = [locale for locale in Locale if locale not in BASES and catalogue_file(locale).exists()]


@pytest.mark.parametrize("locale", VARIANTS)
def test_a_variant_holds_only_what_its_place_says_otherwise(locale: Locale) -> None:
    base, own = catalogue(language_of(locale)), catalogue(locale)
    assert own.keys() <= base.keys()
    assert [name for name in own if sentences(own[name]) == sentences(base[name])] == []
    assert [name for name in own if not all(sentences(own[name])) or own[name].fuzzy] == []
    shape = {name: (gaps(message), message.pluralizable) for name, message in own.items()}
    assert shape == {name: (gaps(base[name]), base[name].pluralizable) for name in own}
    assert list(own) == sorted(own)
