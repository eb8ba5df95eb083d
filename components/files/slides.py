"""Slides as PPTX: the finding as title, a native chart or table or the picture, source and caveat, a code that leads to
the living view; all that is known about the picture in the notes. 16 to 9, in the page's language and theme."""

from collections.abc import Sequence
from io import BytesIO
from itertools import takewhile
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
from components.files.slide_charts import PX, TYPE, Place, chart, places, rgb
from components.files.slide_series import TOLD_APART, Panel, panels
from components.files.slide_tables import table
from components.i18n import words
from components.pages.page import Told
from components.theme import ACCENT, INK, PAPER, SOFT
from components.url.choices import Locale

WIDE, TALL, EDGE = 1280, 720, 48
TITLE_ONLY = 5  # the layout of the format's own template
ROOM = WIDE - 2 * EDGE
FOOT = 636  # px: where source and address start
TITLES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0)  # points, the largest that takes two lines; else the last, in three
FEWEST = 5  # rows of native tables; of fewer the picture says more
CAPTION, LEAST_TABLE = 24, 110  # px: a table's name, and the room below which none is started
CODE = 78  # px: side of the QR code
SPOKEN = {Locale.ES: MSO_LANGUAGE_ID.SPANISH, Locale.ES_419: MSO_LANGUAGE_ID.MEXICAN_SPANISH,
          Locale.PT: MSO_LANGUAGE_ID.BRAZILIAN_PORTUGUESE, Locale.PT_PT: MSO_LANGUAGE_ID.PORTUGUESE,
          Locale.EN: MSO_LANGUAGE_ID.ENGLISH_UK}  # fmt: skip


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
    properties.language = str(first.view.locale) if first else ""
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
        self._words = words(self._page.view.locale)
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
        """The charts, the tables or the picture; whether it shows all that the page does."""
        pictures = self._made.pictures
        shown = [each for each in pictures if each.figure or each.table]
        drawn = list(takewhile(lambda each: each.figure, shown))
        listed = list(takewhile(lambda each: each.table and not each.figure, shown))
        charts = self._charts(drawn)
        if charts:
            self._beside(body, charts)
            return len(drawn) == len(pictures) and not any(map(_is_cut, drawn))
        if sum(len(each.table.rows) for each in listed if each.table) >= FEWEST:
            return self._stacked(body, listed) and len(listed) == len(pictures)
        return self._picture(body)

    def _charts(self, drawn: Sequence[Picture]) -> list[Panel]:
        """The charts of all figures, each under its name; none where one of them has no such chart, or too many."""
        found: list[Panel] = []
        for each in drawn:
            of_figure = panels(each.figure or {}, self._words, ROOM)
            if not of_figure:
                return []
            named = (each.title or self._said.title,)
            found += [panel if panel.head else panel._replace(head=named) for panel in of_figure]
        return found if len(found) <= TOLD_APART else []

    def _beside(self, body: Place, charts: Sequence[Panel]) -> None:
        for place, panel in zip(places(body, len(charts)), charts, strict=True):
            if panel.shown:
                frame = chart(self._shapes, place, panel, self._made.scheme, self._words, is_small=len(charts) > 1)
                self._describe(frame, ", ".join(panel.head))
            else:
                self._text(place, [(text, 12, INK) for text in panel.head])

    def _describe(self, frame: Any, title: str) -> None:
        """What somebody hears who cannot see it."""
        said = self._words("take.drawn", title=title.rstrip("."), finding=self._said.finding)
        frame._element.xpath(".//p:cNvPr")[0].set("descr", said)

    def _stacked(self, body: Place, listed: Sequence[Picture]) -> bool:
        """Tables below each other with what they are called, as long as there is room; whether all are there."""
        left, top, width, height = body
        end, is_whole = top + height, True
        for nth, each in enumerate(listed):
            if not each.table or (nth and end - top < LEAST_TABLE):
                return False
            caption = each.title or each.table.caption
            self._text(Place((left, top, width, CAPTION)), [(caption, 12, INK)])
            top += CAPTION
            frame, is_all = table(self._shapes, Place((left, top, width, end - top)), each.table, self._made.scheme)
            self._describe(frame, caption)
            top += frame.height / PX + 14
            is_whole = is_whole and is_all
        return is_whole

    def _picture(self, body: Place) -> bool:
        left, top, width, height = body
        drawing, is_whole = fitted(self._made, width, height)
        pixels = BytesIO(png(drawing, 2))
        place = Place((left + (width - drawing.width) / 2, top, drawing.width, drawing.height))
        self._describe(self._shapes.add_picture(pixels, *place.emu), self._said.title)
        return is_whole

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
            run.font.language_id = SPOKEN[self._page.view.locale]
            run.font.color.rgb = rgb(self._made.colour(colour))


def _is_cut(picture: Picture) -> bool:
    """Whether the bars of a picture are the first of those in its table."""
    names = [trace for trace in (picture.figure or {"data": ()})["data"] if trace.get("name") == "names"]
    return bool(picture.table and names and len(names[0]["y"]) < len(picture.table.rows))


def spoken(picture: Picture) -> list[str]:
    """What belongs to a picture and has no room on a slide: its title, its key in words, its sentences."""
    samples = picture.key.samples if picture.key else ()
    key = "; ".join(f"{each.sign} {each.text}".strip() for each in samples)
    return [picture.title, key, picture.key.note if picture.key else "", *picture.said, picture.note]


def _tall(text: str, points: float, weight: int = 400) -> float:
    """Pixels that a text takes over the whole width; our own letters are wider than those of most machines."""
    size = points * 4 / 3
    return len(wrap(text, size, weight, ROOM)) * size * 1.22
