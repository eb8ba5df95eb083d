"""Slides as PPTX: the finding as title, a native chart or table or the picture, source and caveat, a code that leads to
the living view; all that is known about the picture in the notes. 16 to 9, in the page's language and theme."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import segno
from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from components.captions.picture import Picture
from components.drawing.fonts import wrap
from components.files.captions import Said
from components.files.png import png
from components.files.sealed import sealed
from components.files.sheet import Laid, fitted, laid
from components.files.slide_charts import PX, TYPE, Place, chart, native, rgb
from components.files.slide_tables import table
from components.i18n import words
from components.pages.page import Told
from components.tables.table import Table
from components.theme import ACCENT, INK, PAPER, SOFT
from components.url.choices import Language

WIDE, TALL, EDGE = 1280, 720, 48
TITLE_ONLY = 5  # the layout of the format's own template
ROOM = WIDE - 2 * EDGE
FOOT = 636  # px: where source and address start
TITLES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0)  # points, the largest that takes two lines; else the last, in three
FEWEST = 5  # rows of a native table; of fewer the bars say more
CAPTION, LEAST_TABLE = 24, 110  # px: a table's name, and the room below which none is started
CODE = 78  # px: side of the QR code
SPOKEN = {Language.ES: MSO_LANGUAGE_ID.SPANISH, Language.PT: MSO_LANGUAGE_ID.PORTUGUESE,
          Language.EN: MSO_LANGUAGE_ID.ENGLISH_UK}  # fmt: skip


def deck_pptx(told: Sequence[Told], root: str = "") -> bytes:
    """A file with one slide for each page told; `root` is scheme and host of the addresses in it."""
    deck = Presentation()
    _widen(deck)
    for each in told:
        _Slide(deck, each, root).make()
    first = told[0].page if told else None
    properties = deck.core_properties
    properties.title = (told[0].title or first.title) if first else ""
    properties.author = "Atalaya"
    properties.language = str(first.view.language) if first else ""
    packed = BytesIO()
    deck.save(packed)
    return sealed(packed.getvalue(), first.dataset.release if first else "2000-01-01")


def _widen(deck: Any) -> None:
    """The format's template is 4 to 3: its layouts grow with the slide."""
    grown = WIDE * PX / deck.slide_width
    deck.slide_width, deck.slide_height = Emu(WIDE * PX), Emu(TALL * PX)
    for layout in (deck.slide_master, *deck.slide_layouts):
        for shape in layout.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = Emu(int(shape.left * grown)), Emu(int(shape.width * grown))


class _Slide:
    """One slide in the making."""

    def __init__(self, deck: Any, told: Told, root: str) -> None:
        self._told, self._page = told, told.page
        self._words = words(self._page.view.language)
        self._made: Laid = laid(self._page, root)
        self._said: Said = self._made.said
        self._slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
        self._shapes = self._slide.shapes

    def make(self) -> None:
        fill = self._slide.background.fill
        fill.solid()
        fill.fore_color.rgb = rgb(self._made.colour(PAPER))
        top = self._title()
        tall = _tall(self._said.caveat, 13)
        self._text(Place((EDGE, top, ROOM, tall)), [(self._said.caveat, 13, SOFT)])
        top += tall + 12
        is_whole = self._body(Place((EDGE, top, ROOM, FOOT - 14 - top)))
        self._foot(is_whole=is_whole)
        self._notes()

    def _title(self) -> float:
        """The title at the top, and where it ends."""
        said, title = self._told.title or self._said.finding, self._shapes.title
        size = next((each for each in TITLES if len(wrap(said, each * 4 / 3, 600, ROOM)) <= 2), TITLES[-1])
        top = 28.0
        if self._said.stamp:
            self._text(Place((EDGE, 10, ROOM, 22)), [(self._said.stamp, 14, ACCENT)])
            top += 12
        tall = _tall(said, size, 600)
        title.left, title.top, title.width, title.height = Place((EDGE, top, ROOM, tall)).emu
        self._write(title.text_frame, [(said, size, INK)], is_bold=True)
        title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        return top + tall + 6

    def _body(self, body: Place) -> bool:
        """The chart, the tables or the picture; whether it shows all that the page does."""
        shown, scheme = [each for each in self._made.pictures if each.figure or each.table], self._made.scheme
        figures = [each.figure for each in shown if each.figure]
        tables = [each.table for each in shown if each.table]
        chart_ = native(figures[0], self._words) if len(figures) == 1 and shown[0].figure else None
        if chart_:
            frame = chart(self._shapes, body, chart_, scheme, self._words)
            is_whole = len(shown) == 1
        elif shown and len(tables) == len(shown) and sum(len(each.rows) for each in tables) >= FEWEST:
            frame, is_whole = self._stacked(body, tables)
        else:
            frame, is_whole = self._picture(body), True
        alternative = self._words("take.drawn", title=self._said.title, finding=self._said.finding)
        frame._element.xpath(".//p:cNvPr")[0].set("descr", alternative)
        return is_whole

    def _stacked(self, body: Place, found: list[Table]) -> tuple[Any, bool]:
        """Tables below each other with what they are called, as long as there is room; the first, and whether all are
        there."""
        left, top, width, height = body
        if len(found) == 1:
            return table(self._shapes, body, found[0], self._made.scheme)
        first, end, is_whole = None, top + height, True
        for each in found:
            if end - top < LEAST_TABLE and first is not None:
                return first, False
            self._text(Place((left, top, width, CAPTION)), [(each.caption, 12, INK)])
            top += CAPTION
            frame, is_all = table(self._shapes, Place((left, top, width, end - top)), each, self._made.scheme)
            top += frame.height / PX + 14
            first, is_whole = first or frame, is_whole and is_all
        return first, is_whole

    def _picture(self, body: Place) -> Any:
        left, top, width, height = body
        drawing = fitted(self._made, width, height)
        pixels = BytesIO(png(drawing, 2))
        place = Place((left + (width - drawing.width) / 2, top, drawing.width, drawing.height))
        return self._shapes.add_picture(pixels, *place.emu)

    def _foot(self, *, is_whole: bool) -> None:
        said = self._said
        room = ROOM - CODE - 24
        sources = "; ".join(source.partition(". ")[0] for source in said.sources)
        shown = wrap(sources, 14, 400, room * (1.8 if is_whole else 0.9))
        sources = sources if len(shown) < 2 else f"{shown[0]}…"
        lines = [] if is_whole else [(said.rest, 10.5, ACCENT)]
        lines += [(text, 10.5, SOFT) for text in (sources, said.version) if text]
        self._text(Place((EDGE, FOOT, room, 54)), lines)
        address = self._text(Place((EDGE, TALL - 24, room, 18)), [(said.address, 10.5, INK)])
        if not said.address.startswith("http"):
            return
        address.click_action.hyperlink.address = said.address  # of the box: a link of the text would have its own blue
        packed = BytesIO()
        segno.make(said.address, error="m").save(
            packed, kind="png", scale=6, border=2, dark=self._made.colour(INK), light=self._made.colour(PAPER)
        )
        packed.seek(0)
        picture = self._shapes.add_picture(packed, *Place((WIDE - EDGE - CODE, FOOT - 6, CODE, CODE)).emu)
        picture.click_action.hyperlink.address = said.address
        picture._element.xpath(".//p:cNvPr")[0].set("descr", self._words("take.code", address=said.address))

    def _notes(self) -> None:
        said = self._said
        lines = [said.stamp, self._told.note, said.finding, said.caveat, *said.notices, said.title, said.filter]
        lines += [text for picture in self._made.pictures for text in spoken(picture)]
        lines += [*said.flags, *said.sources, said.version, said.address]
        self._slide.notes_slide.notes_text_frame.text = "\n".join(line for line in lines if line)

    def _text(self, place: Place, lines: list[tuple[str, float, str]]) -> Any:
        box = self._shapes.add_textbox(*place.emu)
        self._write(box.text_frame, lines)
        return box

    def _write(self, frame: Any, lines: list[tuple[str, float, str]], *, is_bold: bool = False) -> None:
        """Lines of text with their size in points and light colour."""
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for i, (text, size, colour) in enumerate(lines):
            paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold, run.font.name = Pt(size), is_bold, TYPE
            run.font.language_id = SPOKEN[self._page.view.language]
            run.font.color.rgb = rgb(self._made.colour(colour))


def spoken(picture: Picture) -> list[str]:
    """What belongs to a picture and has no room on a slide: its title, its key in words, its sentences."""
    samples = picture.key.samples if picture.key else ()
    key = "; ".join(f"{each.sign} {each.text}".strip() for each in samples)
    return [picture.title, key, picture.key.note if picture.key else "", *picture.said]


def _tall(text: str, points: float, weight: int = 400) -> float:
    """Pixels that a text takes over the whole width; our own letters are wider than those of most machines."""
    size = points * 4 / 3
    return len(wrap(text, size, weight, ROOM)) * size * 1.22
