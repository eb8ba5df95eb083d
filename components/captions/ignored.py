"""What an address asked for in vain, said in plain lines over what is shown instead."""

from collections.abc import Iterable

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from components.url.view import Ignored


def ignored_lines(ignored: Iterable[Ignored], words: Words) -> list[str]:
    """One line for each parameter that could not be used."""
    return [words("notice.ignored", parameter=i.parameter, value=i.value, accepted=i.accepted) for i in ignored]


def notice(ignored: Iterable[Ignored], words: Words) -> Markup:
    """The same on a page."""
    lines = ignored_lines(ignored, words)
    return el("ul", [el("li", line) for line in lines]) if lines else Markup("")
