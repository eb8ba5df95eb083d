"""One slide as a picture: what the hall shows, as PNG in the sizes that are asked for, and as SVG."""

from components.drawing.colours import dark, light
from components.drawing.svg import svg
from components.files.png import png
from components.slideshow.slide import Shown
from components.slideshow.slide_drawing import drawing
from components.url.choices import Locale, Theme

SIZES = {"slide": 1.0, "thumb": 1 / 6, "2x": 2.0}  # pixels to a unit


def slide_picture(shown: Shown, kind: str, size: str = "slide") -> bytes:
    """The slide as a file of this kind, `png` or `svg`, in the theme of its view. KeyError for an unknown size."""
    view = shown.slide.view
    drawn = drawing(shown.composed).coloured(dark if view.theme is Theme.DARK else light)
    if kind == "png":
        return png(drawn, SIZES[size])
    told = shown.said.passport
    return svg(drawn, shown.said.sentence, " ".join(told), Locale(view.locale)).encode()
