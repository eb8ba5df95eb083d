"""What each line of the clock means."""

from markupsafe import Markup

from components.figures.justice_clock import STEPS
from components.i18n import Words
from components.markup import el
from components.tables.swatches import named


def key(words: Words) -> Markup:
    """The four counts, each beside the look of its line."""
    return el("ul", [el("li", named(look, words.label(i))) for i, look in STEPS.items()], class_="steps-key")
