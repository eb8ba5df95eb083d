"""Where an axis has its ticks and what is written at them, by plotly's own rules."""

import re
from math import ceil, floor, log10
from typing import NamedTuple

from components.theme import Figure

STEPS = (2, 5, 10)  # of a power of ten
FORMAT = re.compile(r"(\+?)(,?)(?:\.(\d+))?(~?)([df%s]?)")
PREFIXES = {3: "k", 6: "M", 9: "B"}  # of thousands where figures are long and no format is asked for


class Tick(NamedTuple):
    value: float
    text: str


def ticks(axis: Figure, span: tuple[float, float], length: float, letter: str, separators: str) -> list[Tick]:
    """The ticks of a number axis over a span of `length` pixels; `separators` are the decimal point and that of
    thousands."""
    low, high = min(span), max(span)
    beyond = (high - low) * 1e-4
    if axis.get("tickvals") is not None:
        texts = axis.get("ticktext")
        values = [float(each) for each in axis["tickvals"]]
        step = abs(values[1] - values[0]) if len(values) > 1 else 1.0
        shown = [str(each) for each in texts] if texts is not None else [
            written(each, axis, step, (low, high), separators) for each in values
        ]  # fmt: skip
        return [Tick(v, text) for v, text in zip(values, shown, strict=False) if low - beyond <= v <= high + beyond]
    step = float(axis.get("dtick") or round_step((high - low) / _many(axis, length, letter)))
    if axis.get("dtick") is None and axis.get("bar_step"):
        step = max(step, axis["bar_step"])
    zero = float(axis.get("tick0") or axis.get("bar_start") or 0)
    first = ceil((low - beyond - zero) / step - 1e-9)
    last = floor((high + beyond - zero) / step + 1e-9)
    values = [round(zero + n * step, 10) for n in range(first, last + 1)]
    return [Tick(value, written(value, axis, step, (low, high), separators)) for value in values]


def _many(axis: Figure, length: float, letter: str) -> float:
    if axis.get("nticks"):
        return float(axis["nticks"])
    return min(9, max(4, length / (40 if letter == "y" else 80))) + 1


def round_step(rough: float) -> float:
    """The next of 2, 5 or 10 times a power of ten."""
    if rough <= 0:
        return 1.0
    base = 10.0 ** floor(log10(rough))
    return next((base * each for each in STEPS if each * base >= rough * (1 - 1e-12)), base * 10)


def written(value: float, axis: Figure, step: float, span: tuple[float, float], separators: str) -> str:
    """A number at a tick, with what stands before and behind it."""
    asked = axis.get("tickformat")
    text = formatted(value, asked, separators) if asked else _plain(value, step, span, separators)
    return f"{axis.get('tickprefix', '')}{text}{axis.get('ticksuffix', '')}"


def formatted(value: float, asked: str, separators: str) -> str:
    """A number as a format of d3 says; of these `,` `.n` `~` and d, f, % are understood, else it is a ValueError."""
    found = FORMAT.fullmatch(asked)
    if found is None or found.group(5) == "s":
        raise ValueError(f"no format: {asked!r}")
    sign, comma, digits, trim, kind = found.groups()
    if kind == "%":
        value *= 100
    places = int(digits) if digits else 0 if kind == "d" else 6
    text = f"{value:{sign}{comma}.{places}f}" if kind or digits else f"{value:{sign}{comma}.12g}"
    if trim and "." in text:
        text = text.rstrip("0").rstrip(".")
    return _separated(text, separators) + ("%" if kind == "%" else "")


def _plain(value: float, step: float, span: tuple[float, float], separators: str) -> str:
    most = max(abs(span[0]), abs(span[1])) or 1
    power = floor(log10(most) + 0.01)
    power = 3 * round((power - 1) / 3) if abs(power) > 3 else 0
    if not value:
        return "0"
    places = max(0, -floor(log10(step) + 0.01)) if not power else max(0, -floor(log10(step / 10**power) + 0.01))
    text = f"{value / 10**power:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if "." in text or len(text.lstrip("-")) > 4:  # four digits may be a year
        text = f"{float(text):,.{places}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return _separated(text, separators) + PREFIXES.get(power, "")


def _separated(text: str, separators: str) -> str:
    """The points of the language, and the minus that plotly writes."""
    decimal, thousands = separators[0], separators[1:2]
    return text.translate({ord("."): decimal, ord(","): thousands, ord("-"): "−"})
