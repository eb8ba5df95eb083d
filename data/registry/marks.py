"""How numbers and days are written in one file: by the region of the machine that wrote it, which nobody tells.

A text that can be read in one way only is read so. One that can be read in two ("1.234" is a thousand or one and a bit,
"03/04/2025" a day of April or of March) is read as the rest of the file decides, or as somebody says; else it is
refused, and told with both readings.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}", " "))
SPACED = re.compile(r"-?\d{1,3}( \d{3})+([.,]\d+)?", re.ASCII)
PLAIN = re.compile(r"-?\d+", re.ASCII)
ONE_MARK = re.compile(r"-?\d+([.,])\d+", re.ASCII)
EITHER = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)  # a mark of thousands or of decimals
GROUPED = re.compile(r"-?\d{1,3}([.,])\d{3}(\1\d{3})+", re.ASCII)
BOTH = re.compile(r"-?\d{1,3}(?:(?P<group>[.,])\d{3})(?:(?P=group)\d{3})*(?!(?P=group))(?P<decimal>[.,])\d+", re.ASCII)
ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]00:00(?::00)?)?", re.ASCII)
DAY = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4})(?: 0?0:00(?::00)?)?", re.ASCII)
SHORT = re.compile(r"\d\d?([-/.])\d\d?\1\d\d", re.ASCII)
POINT, COMMA = ".", ","
DAY_FIRST, MONTH_FIRST = "dmy", "mdy"


class Marks(NamedTuple):
    """What a file, or somebody, decides: the decimal mark and the order of a day; empty where nothing does."""

    decimal: str = ""
    days: str = ""


class Doubtful(ValueError):
    """A text that can be read in two ways, or in none; the message says which."""


def plain(text: str) -> str:
    """A text without the spaces around it, each other space a common one, and minus as a keyboard has it."""
    return text.translate(SPACES).strip().replace("\N{MINUS SIGN}", "-")


def decided(numbers: Iterable[str], days: Iterable[str], given: Marks, by_separator: str = "") -> Marks:
    """The marks of a file: as given, or as every text says that can be read in one way only. Where those contradict
    each other, or what the separator goes with, nothing is decided."""
    marks = {by_separator, *map(_proves, numbers)} - {""}
    orders = {*map(_orders, days)} - {""}
    return Marks(
        given.decimal or (marks.pop() if len(marks) == 1 else ""),
        given.days or (orders.pop() if len(orders) == 1 else ""),
    )


def number(text: str, marks: Marks, *, is_count: bool) -> str:
    """A number in plain digits with a decimal point. A count is never read as one with three decimals, for that is a
    thousand to somebody else.

    Raises:
        Doubtful: no number, or one that can be read in two ways.
    """
    text = plain(text)
    if PLAIN.fullmatch(text):
        return _shortened(text)
    if EITHER.fullmatch(text):
        return _either(text, marks, is_count=is_count)
    decimal = _proves(text)
    if not decimal and not SPACED.fullmatch(text):
        date_like = " (has a spreadsheet made a date of it?)" if re.match(r"\d\d?[-/.]", text) else ""
        raise Doubtful(f"{text!r} is not a {'whole number' if is_count else 'number'}{date_like}")
    group = POINT if decimal == COMMA else COMMA
    return _shortened(text.replace(" ", "").replace(group, "").replace(COMMA, POINT))


def _either(text: str, marks: Marks, *, is_count: bool) -> str:
    mark = POINT if POINT in text else COMMA
    if marks.decimal and mark != marks.decimal:
        return _shortened(text.replace(mark, ""))
    if marks.decimal and not is_count:
        return _shortened(text.replace(mark, POINT))
    whole, part = text.replace(mark, ""), text.replace(mark, POINT)
    say = "write it without a mark of thousands" if is_count else "nothing in the file tells which mark is the decimal"
    raise Doubtful(f"{text!r} may be {whole} or {part}; {say}")


def _shortened(text: str) -> str:
    """A number without needless zeros, as JSON has it: 12,50 is 12.5 and 12,0 is 12."""
    sign = "-" if text.startswith("-") else ""
    whole, _, part = text.lstrip("-").partition(POINT)
    whole, part = whole.lstrip("0") or "0", part.rstrip("0")
    return ("" if (whole, part) == ("0", "") else sign) + whole + (f".{part}" if part else "")


def _proves(text: str) -> str:
    """The decimal mark that a number shows by itself; empty where it shows none."""
    text = plain(text)
    if EITHER.fullmatch(text):
        return ""
    if found := GROUPED.fullmatch(text):
        return COMMA if found[1] == POINT else POINT
    if found := BOTH.fullmatch(text):
        return found["decimal"]
    if found := ONE_MARK.fullmatch(text) or SPACED.fullmatch(text):
        return (found[found.re.groups] or "")[:1]
    return ""


def day(text: str, marks: Marks) -> str:
    """A day as ISO 8601 has it.

    Raises:
        Doubtful: no day, or one that can be read in two ways.
    """
    text = plain(text)
    if found := ISO.fullmatch(text):
        return _day(text, *map(int, found.groups()))
    if SHORT.fullmatch(text):
        raise Doubtful(f"{text!r} has a year of two digits; write all four")
    found = DAY.fullmatch(text)
    if not found:
        raise Doubtful(f"{text!r} is not a day (2025-10-28)")
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    order = _orders(text) or marks.days
    if order == DAY_FIRST or first == second:
        return _day(text, year, second, first)
    if order == MONTH_FIRST:
        return _day(text, year, first, second)
    one, other = (_day(text, year, month, each) for month, each in ((second, first), (first, second)))
    raise Doubtful(f"{text!r} may be {one} or {other}, and nothing in the file tells which; write the first as {one}")


def _orders(text: str) -> str:
    """The order of day and month that a day shows by itself; empty where it shows none."""
    found = DAY.fullmatch(plain(text))
    if not found:
        return ""
    first, second = int(found[1]), int(found[3])
    return DAY_FIRST if first > 12 >= second else MONTH_FIRST if second > 12 >= first else ""


def _day(text: str, year: int, month: int, each: int) -> str:
    try:
        return date(year, month, each).isoformat()
    except ValueError:
        raise Doubtful(f"{text!r} is no day of the calendar") from None
