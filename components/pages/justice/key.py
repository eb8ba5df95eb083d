"""What each line of the clock means."""

from components.captions.legend import line_samples
from components.figures.justice_clock import STEPS
from components.figures.key import Key
from components.i18n import Words


def key(words: Words, note: str = "") -> Key:
    """The four counts, each beside the look of its line."""
    return Key(samples=line_samples((look, words.label(i)) for i, look in STEPS.items()), note=note)
