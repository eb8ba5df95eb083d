"""What is asked of a file besides its view: its size, which figure of many, how many slides a page."""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

from components.url.view import Ignored


def beside(query: str, offered: Mapping[str, Sequence[str]]) -> tuple[dict[str, str], str, list[Ignored]]:
    """What is asked of what is offered, the rest of the query, and what could not be used."""
    pairs = parse_qsl(query, keep_blank_values=True, errors="replace") if offered else []
    asked = {name: text for name, text in pairs if name in offered}
    rest = urlencode([pair for pair in pairs if pair[0] not in offered]) if offered else query
    unused = [n for n in asked if asked[n] not in offered[n]]
    ignored = [Ignored(name, asked.pop(name)[:40], ", ".join(offered[name])) for name in unused]
    return asked, rest, ignored
