"""Marks and words as shapes of a slide: texts in boxes, paths as freeforms, in the text of the format (ECMA-376).

Places are in units of a slide (1920 by 1080). A text is never wrapped nor shrunk by a program: its lines are broken
already, in letters that are wider than those of `TYPE`.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from math import cos, radians, sin
from re import sub
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from components.drawing.colours import Scheme
from components.drawing.fonts import FAMILY, runs
from components.drawing.marks import Mark, Raster, Shape, Text
from components.files.slide_format import TYPE, Box, emu, filled, hundredths, place, stroke, tiled
from components.files.slide_paths import geometry
from components.files.slide_stripes import tile

BOLD = 600
LINE_BOX = 1.2  # of the size: the height of a line of a drawing
DESCENT = 0.22  # of the size: from the baseline to the foot of a line, in the letters of `TYPE`
ALIGNED = {"start": "l", "middle": "ctr", "end": "r"}
SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}
VEIL = 0.72  # opacity of what sets a text off: not every program draws the rim of letters
SIGNS = "Segoe UI Symbol"  # of the signs that our own letters lack; else a program takes what it has
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec='
    '"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
NO_ROOM = '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
COUNTED = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
ROUND = '<a:prstGeom prst="roundRect"><a:avLst/></a:prstGeom>'
PLAIN = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


class Run(NamedTuple):
    """Letters of one look."""

    text: str
    weight: int = 400
    is_counted: bool = False  # the number of the slide, which a program counts anew where slides are moved


class Pen:
    """Writes the shapes of one slide: each has a number of its own; `language` is that of the texts, `image`
    keeps a picture beside the slide and names its relation."""

    def __init__(self, scheme: Scheme, language: str, image: Callable[[bytes], str]) -> None:
        self.scheme, self._language, self._image = scheme, language, image
        self._numbers = count(2)

    # ---- shapes ----

    def named(self, name: str, said: str = "", link: str = "") -> str:
        """The properties that every shape begins with. What says nothing is decoration to who cannot see it."""
        inner = link or ("" if said else DECORATIVE)
        told = f" descr={quoteattr(said)}" if said else ""
        head = f'<p:cNvPr id="{next(self._numbers)}" name={quoteattr(name)}{told}'
        return f"{head}>{inner}</p:cNvPr>" if inner else f"{head}/>"

    def words(
        self, box: Box, lines: Sequence[Sequence[Run]], size: float, colour: str, leading: float, *,
        anchor: str = "start", name: str = "", placeholder: str = "", turned: float = 0, ground: str = "",
        link: str = "",
    ) -> str:  # fmt: skip
        """Lines of text in their box, `leading` from one to the next; `placeholder` is the kind of one of the layout,
        `turned` degrees, `ground` the colour that sets them off from what lies below, `link` what a click on the box
        does."""
        said = " ".join(run.text for line in lines for run in line)
        own = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' if placeholder else '<p:cNvSpPr txBox="1"/>'
        kind = f'<p:nvPr><p:ph type="{placeholder}"/></p:nvPr>' if placeholder else "<p:nvPr/>"
        head = f'<p:cNvPr id="{next(self._numbers)}" name={quoteattr(name or said[:40])}>{link}</p:cNvPr>'
        fill = f"{ROUND}{filled(self.scheme(ground), VEIL)}" if ground else f"{PLAIN}<a:noFill/>"
        return (
            f"<p:sp><p:nvSpPr>{head}{own}{kind}</p:nvSpPr>"
            f"<p:spPr>{place(box, turned)}{fill}</p:spPr>"
            '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t">'
            "<a:noAutofit/></a:bodyPr><a:lstStyle/>"
            f"{self.paragraph(lines, size, colour, leading, anchor)}</p:txBody></p:sp>"
        )

    def paragraph(
        self, lines: Sequence[Sequence[Run]], size: float, colour: str, leading: float, anchor: str = "start"
    ) -> str:
        """Lines of text as one paragraph, broken where they are."""
        parted = f"<a:br>{self._look(size, colour, Run(''))}</a:br>"
        written = parted.join("".join(self._run(run, size, colour) for run in line) for line in lines)
        end = "" if written else self._look(size, colour, Run("")).replace("a:rPr", "a:endParaRPr")
        return (
            f'<a:p><a:pPr marL="0" indent="0" algn="{ALIGNED[anchor]}"><a:lnSpc><a:spcPts val="{hundredths(leading)}"/>'
            f"</a:lnSpc>{NO_ROOM}<a:buNone/></a:pPr>{written}{end}</a:p>"
        )

    def _run(self, run: Run, size: float, colour: str) -> str:
        """The letters, signs among them in a type that has them as large as they are measured."""
        if run.is_counted:
            return f"{COUNTED}{self._look(size, colour, run)}<a:t>{escape(run.text)}</a:t></a:fld>"
        return "".join(
            f"<a:r>{self._look(size, colour, run, TYPE if family == FAMILY else SIGNS)}<a:t>{escape(text)}</a:t></a:r>"
            for family, text in runs(run.text)
        )

    def _look(self, size: float, colour: str, run: Run, face: str = TYPE) -> str:
        bold = 1 if run.weight >= BOLD else 0
        return (
            f'<a:rPr lang="{self._language}" sz="{hundredths(size)}" b="{bold}" dirty="0">{filled(self.scheme(colour))}'
            f'<a:latin typeface="{face}"/><a:ea typeface="{face}"/><a:cs typeface="{face}"/></a:rPr>'
        )

    def text(self, mark: Text) -> str:
        """A line of a drawing, its baseline where the drawing has it."""
        tall = mark.size * LINE_BOX
        wide = mark.width
        left, top = mark.x - SHARE[mark.anchor] * wide, mark.y - tall + mark.size * DESCENT
        if mark.turned:  # the format turns a box about its middle, a drawing about the start of the line
            left, top = _about(mark, left + wide / 2, top + tall / 2, wide, tall)
        said = [Run(sub(" +", " ", text), weight) for text, weight in mark.parts or ((mark.text, mark.weight),)]
        return self.words((left, top, wide, tall), [said], mark.size, mark.colour, tall,
                          anchor=mark.anchor, turned=mark.turned, ground=mark.halo)  # fmt: skip

    def path(self, mark: Shape, name: str = "", said: str = "", link: str = "") -> str:
        """A path: a line, or a freeform. What lies beyond its clip is left out; `link` is what a click on it does."""
        found = geometry(mark)
        if found is None:
            return ""
        box, shape, is_rising = found
        return (
            f"<p:sp><p:nvSpPr>{self.named(name or 'path', said, link)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{place(box, is_flipped=is_rising)}{shape}{self._fill(mark)}{self._stroke(mark)}</p:spPr></p:sp>"
        )

    def _fill(self, mark: Shape) -> str:
        if mark.hatch:
            return tiled(self._image(tile(mark.hatch, self.scheme)), mark.opacity[0])
        return "<a:noFill/>" if mark.fill == "none" else filled(self.scheme(mark.fill), mark.opacity[0])

    def _stroke(self, mark: Shape) -> str:
        if mark.stroke == "none" or not mark.stroke_width:
            return "<a:ln><a:noFill/></a:ln>"
        return stroke(self.scheme(mark.stroke), mark.stroke_width, mark.dash, mark.opacity[1])

    def group(self, box: Box, name: str, said: str, shapes: Iterable[str]) -> str:
        """Shapes that are one to who moves or hears them."""
        left, top, width, height = box
        inner = f'<a:chOff x="{emu(left)}" y="{emu(top)}"/><a:chExt cx="{emu(width)}" cy="{emu(height)}"/>'
        outer = place(box).removesuffix("</a:xfrm>")
        return (
            f"<p:grpSp><p:nvGrpSpPr>{self.named(name, said)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr>{outer}{inner}</a:xfrm></p:grpSpPr>{''.join(shapes)}</p:grpSp>"
        )

    def marks(self, marks: Iterable[Mark]) -> list[str]:
        """Paths and texts; a drawing of ours has no pixels."""
        return [self.mark(mark) for mark in marks if not isinstance(mark, Raster)]

    def mark(self, mark: Shape | Text, name: str = "", said: str = "") -> str:
        return self.path(mark, name, said) if isinstance(mark, Shape) else self.text(mark)

    def picture(self, box: Box, relation: str, said: str) -> str:
        """An image, as large as its box."""
        return (
            f'<p:pic><p:nvPicPr>{self.named("picture", said)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
            f'<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{place(box)}{PLAIN}</p:spPr></p:pic>"
        )

    def frame(self, box: Box, name: str, said: str, kind: str, content: str) -> str:
        """What is no shape: a chart, a table; `kind` is its name in the format."""
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{self.named(name, said)}<p:cNvGraphicFramePr/><p:nvPr/>"
            f"</p:nvGraphicFramePr>{place(box).replace('a:xfrm', 'p:xfrm')}<a:graphic><a:graphicData "
            f'uri="http://schemas.openxmlformats.org/drawingml/2006/{kind}">{content}</a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )


def _about(mark: Text, x: float, y: float, wide: float, tall: float) -> tuple[float, float]:
    """Left and top of a box that is turned about its own middle and then lies as its line does."""
    turn, dx, dy = radians(mark.turned), x - mark.x, y - mark.y
    return mark.x + dx * cos(turn) - dy * sin(turn) - wide / 2, mark.y + dx * sin(turn) + dy * cos(turn) - tall / 2
