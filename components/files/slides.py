"""A deck as PPTX: each slide is the hall's, block by block, as shapes, charts and tables that can be opened, read and
edited there; all that is known about the picture in the notes. 16 to 9, in the page's language and theme."""

from collections.abc import Sequence
from io import BytesIO
from re import sub
from typing import Any
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.parts.image import Image, ImagePart
from pptx.util import Emu

from components.captions.releases import cited
from components.drawing.colours import Scheme, dark, light
from components.files.sealed import sealed
from components.files.slide_blocks import Blocks
from components.files.slide_charts import Native
from components.files.slide_format import EMU, TYPE
from components.files.slide_shapes import Pen
from components.i18n import words
from components.slideshow.composed import TALL, WIDE
from components.slideshow.slide import Shown
from components.steps import steps
from components.theme import ACCENT, CONTEXT, HUES, INK, PAPER, SOFT
from components.url.choices import Locale, Theme
from components.url.view import View
from data.dataset import Dataset

TITLE_ONLY = 5  # the layout of the format's own template
SPOKEN = {Locale.ES: "es-ES", Locale.ES_419: "es-MX", Locale.PT: "pt-BR", Locale.PT_PT: "pt-PT", Locale.EN: "en-GB"}
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

SLIDE = (
    f'<p:sld {SPACES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    "<p:grpSpPr/>{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
)


def deck_pptx(shown: Sequence[Shown], view: View, dataset: Dataset, root: str = "", title: str = "") -> bytes:
    """A file with one slide for each slide shown, in the language and theme of a view; `root` is scheme and host of the
    addresses in it, `title` what the deck is called."""
    deck = _Deck(view, dataset.release, root)
    for each in steps(shown):
        deck.add(each)
    return deck.packed(title or (shown[0].said.sentence if shown else ""))


class _Deck:
    """A deck in the making. What lies beside its slides is counted here: the format's library would look through the
    whole file for the next free name."""

    def __init__(self, view: View, day: str, root: str) -> None:
        self._locale, self._day, self._root = view.locale, day, root
        self._scheme: Scheme = dark if view.theme is Theme.DARK else light
        self._deck = Presentation()
        self._charts = 0
        self._images: dict[bytes, ImagePart] = {}
        _widen(self._deck)
        _theme(self._deck, self._scheme)
        _bare(self._deck)

    def add(self, shown: Shown) -> None:
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE_ONLY])
        beside = _Beside(self, slide.part)
        pen = Pen(self._scheme, SPOKEN[self._locale], beside.image)
        address = _address(shown, self._root)
        blocks = Blocks(pen, beside, words(self._locale), self._day, address)
        shapes = "".join(blocks.shapes(shown.composed.blocks))
        slide.part._element = parse_xml(SLIDE.format(shapes=shapes))  # to move shapes into the one there costs as much
        self._note(slide, shown, address)

    def chart(self, slide: Any, made: Native) -> str:
        self._charts += 1
        package = slide.package
        part = ChartPart.load(
            PackURI(f"/ppt/charts/chart{self._charts}.xml"), CONTENT_TYPE.DML_CHART, package, made.chart
        )
        name = PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{self._charts}.xlsx")
        part.relate_to(
            EmbeddedXlsxPart(name, CONTENT_TYPE.SML_SHEET, package, made.workbook), RELATIONSHIP_TYPE.PACKAGE
        )
        for data in made.tiles:
            self.image(part, data)
        return str(slide.relate_to(part, RELATIONSHIP_TYPE.CHART))

    def image(self, part: Any, data: bytes) -> str:
        if data not in self._images:
            image = Image.from_blob(data)
            name = PackURI(f"/ppt/media/image{len(self._images) + 1}.{image.ext}")
            self._images[data] = ImagePart(name, image.content_type, part.package, data)
        return str(part.relate_to(self._images[data], RELATIONSHIP_TYPE.IMAGE))

    def _note(self, slide: Any, shown: Shown, address: str) -> None:
        """For who speaks: their own note with its lines, then what is known about the picture and where it is alive."""
        own = shown.slide.note.split("\n") if shown.slide.note else []
        known = [line for line in shown.said.passport if not shown.page or line != shown.page.view.url]
        lines = [*own, *known, *([address] if address else [])]
        language = SPOKEN[self._locale]
        body = slide.notes_slide.notes_text_frame._txBody
        for paragraph in list(body.p_lst):
            body.remove(paragraph)
        written = "".join(
            f'<a:p><a:r><a:rPr lang="{language}"/><a:t>{escape(line)}</a:t></a:r></a:p>' if line else "<a:p/>"
            for line in lines
        )
        body.extend(list(parse_xml(f"<p:txBody {SPACES}>{written}</p:txBody>")))

    def packed(self, title: str) -> bytes:
        properties = self._deck.core_properties
        properties.title, properties.author, properties.language = title, "Atalaya", str(self._locale)
        packed = BytesIO()
        self._deck.save(packed)
        return sealed(packed.getvalue(), self._day)


class _Beside:
    """What a slide refers to."""

    def __init__(self, deck: _Deck, slide: Any) -> None:
        self._deck, self._slide = deck, slide

    def chart(self, made: Native) -> str:
        return self._deck.chart(self._slide, made)

    def image(self, data: bytes) -> str:
        return self._deck.image(self._slide, data)

    def link(self, address: str) -> str:
        if not address.startswith("http"):
            return ""
        relation = self._slide.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<a:hlinkClick r:id="{relation}"/>'


def _address(shown: Shown, root: str) -> str:
    """Of the living view, with the release that has these figures; a slide of one's own has none."""
    return root + cited(shown.page.view, shown.page.dataset).url if shown.page else ""


def _widen(deck: Any) -> None:
    """The format's template is 4 to 3: its layouts grow with the slide."""
    grown = WIDE * EMU / deck.slide_width
    deck.slide_width, deck.slide_height = Emu(int(WIDE * EMU)), Emu(int(TALL * EMU))
    for layout in (deck.slide_master, *deck.slide_layouts):
        for shape in layout.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = Emu(int(shape.left * grown)), Emu(int(shape.width * grown))


def _theme(deck: Any, scheme: Scheme) -> None:
    """Our colours and type in the place of the template's: a slide that is added looks like the others."""
    named = zip(
        ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"),
        (INK, PAPER, SOFT, CONTEXT, *HUES, ACCENT, ACCENT), strict=True,
    )  # fmt: skip
    colours = "".join(f'<a:{name}><a:srgbClr val="{scheme(hue)[1:].upper()}"/></a:{name}>' for name, hue in named)
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    written = sub(r"(<a:clrScheme[^>]*>).*(</a:clrScheme>)", rf"\g<1>{colours}\g<2>", part.blob.decode())
    part._blob = written.replace('typeface="Calibri"', f'typeface="{TYPE}"').encode()


def _bare(deck: Any) -> None:
    """Without the template's own preview and what it says to a printer."""
    for part, kind in (
        (deck.part.package, RELATIONSHIP_TYPE.THUMBNAIL),
        (deck.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS),
    ):
        for name in [name for name, each in part._rels.items() if each.reltype == kind]:
            part._rels.pop(name)
