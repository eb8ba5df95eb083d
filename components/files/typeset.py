"""Papers and pixels by typst: a template and data give a tagged PDF, a drawing a PNG, in the bundled fonts alone.

typst itself refuses what PDF/UA-1 forbids as far as a program can tell: a picture without a text for it, headings that
skip a level, a character without a glyph. The same data give the same bytes: the day in a file is that of its release.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import typst

from components.drawing.colours import Scheme
from components.drawing.fonts import FOLDER, printable
from components.drawing.marks import Drawing
from components.drawing.svg import svg
from components.theme import ACCENT, INK, LINE, PAPER, SOFT
from components.url.choices import Locale

TEMPLATES = Path(__file__).parent / "templates"
LYING = (841.89, 595.28)  # points: A4
POINTS = 72  # of an inch: a pixel for each
# typst keeps what it drew until it has set so many papers without it, and all pixels of a picture are 8 MB: papers
# without anything, a millisecond each, make it forget them.
AGED = 11
Data = dict[str, Any]


class Facts(NamedTuple):
    """What a document says of itself; `day` is the ISO day of the release, `px` the points of a pixel of drawings."""

    title: str
    about: str
    locale: Locale
    day: str
    scheme: Scheme
    px: float = 1.0


def typeset(template: str, facts: Facts, data: Mapping[str, Any]) -> bytes:
    """The PDF of a template (a file of `TEMPLATES`) and what it says."""
    lang, _, region = str(facts.locale).partition("-")
    said = {
        "title": facts.title,
        "about": facts.about,
        "lang": lang,
        "region": region if region.isalpha() else None,
        "day": facts.day,
        "px": facts.px,
        **{name: facts.scheme(light) for name, light in COLOURS.items()},
        **data,
    }
    return typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(_shown(said), ensure_ascii=False)},
        pdf_standards="ua-1",
    )


def pixels(svg: str, wide: int, tall: int) -> bytes:
    """The PNG of an SVG that relies on the bundled fonts, in as many pixels."""
    made: bytes = typst.compile(
        TEMPLATES / "picture.typ",
        root=TEMPLATES,
        format="png",
        ppi=POINTS,
        font_paths=_fonts(),
        sys_inputs={"svg": svg, "wide": str(wide), "tall": str(tall)},
    )
    for _ in range(AGED):
        typst.compile(b"", format="svg", font_paths=_fonts())
    return made


COLOURS = {"paper": PAPER, "ink": INK, "soft": SOFT, "line": LINE, "accent": ACCENT}


def drawn(drawing: Drawing, alt: str, language: str = "") -> Data:
    """A drawing as a picture of a paper; without a text it is part of what stands beside it."""
    made = svg(drawing, "", "", language, fonts=False)
    return {"svg": Source(made), "wide": drawing.width, "tall": drawing.height, "alt": " ".join(alt.split())}


class Source(str):
    """Text that is read by a program: its characters stay as they are."""

    __slots__ = ()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])


def _shown(value: Any) -> Any:
    """The data with every text in characters that there is a glyph for."""
    if isinstance(value, Mapping):
        return {key: _shown(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_shown(each) for each in value]
    if isinstance(value, Source) or not isinstance(value, str):
        return value
    return "\n".join(printable(line.replace("\t", " ")) for line in value.splitlines())
