"""Parts of the text of the format (ECMA-376, DrawingML) that shapes, tables and charts of a slide share.

Places and sizes are in units of a slide (1920 by 1080).
"""

from collections.abc import Sequence

EMU = 6350  # of a unit: 1920 of them are 13.333 inches
POINTS = 0.5  # of a unit
TYPE = "Arial"  # on nearly every machine, or one of the same widths

Box = tuple[float, float, float, float]  # left, top, width, height


def emu(units: float) -> int:
    return round(units * EMU)


def hundredths(units: float) -> int:
    """Of a point: what the format counts type in."""
    return round(units * POINTS * 100)


def place(box: Box, turned: float = 0, *, is_flipped: bool = False) -> str:
    left, top, width, height = box
    turn = f' rot="{round(turned * 60_000) % 21_600_000}"' if turned else ""
    flip = ' flipV="1"' if is_flipped else ""
    return (
        f'<a:xfrm{turn}{flip}><a:off x="{emu(left)}" y="{emu(top)}"/>'
        f'<a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'
    )


def tinted(colour: str, opacity: float = 1) -> str:
    share = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    value = colour.removeprefix("#").upper()
    return f'<a:srgbClr val="{value}">{share}</a:srgbClr>' if share else f'<a:srgbClr val="{value}"/>'


def filled(colour: str, opacity: float = 1) -> str:
    return f"<a:solidFill>{tinted(colour, opacity)}</a:solidFill>"


def tiled(relation: str, opacity: float = 1) -> str:
    """A fill of a picture that repeats, as large as it says that it is."""
    share = f'<a:alphaModFix amt="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    return (
        f'<a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="{relation}">{share}</a:blip><a:srcRect/>'
        '<a:tile tx="0" ty="0" sx="100000" sy="100000" flip="none" algn="tl"/></a:blipFill>'
    )


def stroke(colour: str, width: float, dash: Sequence[float] = (), opacity: float = 1) -> str:
    """A line of so many units; a dash is given in shares of its width."""
    steps = list(dash) * (2 if len(dash) % 2 else 1)
    pairs = "".join(
        f'<a:ds d="{round(on / width * 100_000)}" sp="{round(off / width * 100_000)}"/>'
        for on, off in zip(steps[::2], steps[1::2], strict=True)
    )
    dashed = f"<a:custDash>{pairs}</a:custDash>" if pairs else ""
    return f'<a:ln w="{emu(width)}" cap="flat">{filled(colour, opacity)}{dashed}<a:round/></a:ln>'
