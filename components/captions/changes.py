"""A change in words: by how much, who made it, who is left out and why, or what is there in its place."""

from collections.abc import Mapping

from components.i18n import Words
from data.interval import Interval
from data.queries.comparable import Change, Untold
from data.vocabulary import Country, Incomparable

NAMED = 3  # countries that a sentence names for one reason; of more it says how many
WITHOUT_YEAR = frozenset({Incomparable.NO_YEAR_IN_COMMON, Incomparable.TOO_FEW})


def untold(found: Untold, words: Words) -> str:
    """What is there instead of a change, with the year that it is about."""
    why = words.label(found.why)
    return why if found.why in WITHOUT_YEAR else f"{why} ({found.year})"


def told(found: Interval | Untold, words: Words) -> str:
    """A change as signed per cent, or what is there instead."""
    return untold(found, words) if isinstance(found, Untold) else words.percent(found)


def since(found: Change, words: Words) -> str:
    """The change against an earlier year and of how many countries, or why none is told."""
    share = found.told
    if isinstance(share, Untold):
        return words("change.untold", earlier=found.earlier, why=untold(share, words))
    who = words.count("change.who", len(found.parts))
    return words(f"change.{_direction(share)}", who=who, earlier=found.earlier, **_shares(share, words))


def made_of(found: Change, words: Words) -> list[str]:
    """Sentences about a regional change: whose part is the largest, how many went which way, and who is left out.
    Nothing of a single country."""
    said = []
    if found.is_carried and len(found.parts) > 1:
        said += [*_largest(found, words), _ways(found, words)]
    if found.left_out and len(found.parts) + len(found.left_out) > 1:
        said.append(words("parts.left_out", countries=reasons(found.left_out, words)))
    return said


def reasons(left_out: Mapping[Country, Untold], words: Words) -> str:
    """Countries by what is there instead of their change: Brazil and Peru (contradicted); Mexico (break)."""
    grouped: dict[Incomparable, list[str]] = {}
    for country in sorted(left_out, key=lambda each: words.sort_key(words.country(each))):
        grouped.setdefault(left_out[country].why, []).append(words.country(country))
    listed = [f"{_names(grouped[why], words)} ({words.label(why)})" for why in Incomparable if why in grouped]
    return "; ".join(listed)


def _names(names: list[str], words: Words) -> str:
    return words.names(names) if len(names) == NAMED + 1 else words.few(names, NAMED)  # "and 1 more" is no shorter


def _largest(found: Change, words: Words) -> list[str]:
    largest = found.largest
    rest = found.without(largest.country) if largest else None
    if largest is None or rest is None:
        return []
    part, whole = words.difference(largest.difference), words.difference(found.difference)
    country = words.country(largest.country)
    return [words("parts.largest", country=country, part=part, whole=whole, rest=words.percent(rest))]


def _ways(found: Change, words: Words) -> str:
    counted = [words(f"parts.{way}", n=words.number(n)) for way, n in found.signs.items()]
    return f"{', '.join(counted)}."


def _direction(change: Interval) -> str:
    low, high = round(change.low, 2), round(change.high, 2)
    if low == high == 0:
        return "same"
    if low >= 0:
        return "more" if low == high else "more_range"
    if high <= 0:
        return "less" if low == high else "less_range"
    return "unclear"


def _shares(change: Interval, words: Words) -> dict[str, str]:
    size = sorted((abs(change.low), abs(change.high)))
    return {
        "share": words("percent", n=words.number(size[1] * 100)),
        "least": words.number(size[0] * 100),
        "range": words.percent(change),
    }
