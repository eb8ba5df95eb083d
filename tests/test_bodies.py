"""What a request may bring: a talk is large, all else small, and few talks come in at once."""

import pytest
from waitress.adjustments import Adjustments

from deploy.bodies import AT_ONCE, LARGE, Parser
from deploy.listening import RULES


def head(line: str, length: int) -> Parser:
    """A request of which the headers have come."""
    parser = Parser(Adjustments(**RULES))
    parser.received(f"{line} HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n".encode())
    return parser


@pytest.mark.parametrize(
    ("line", "length", "is_taken"),
    [
        ("POST /es/present", LARGE - 1, True),
        ("POST /atalaya/pt-PT/present.pptx?slide=2", LARGE - 1, True),
        ("POST /es/present", LARGE, False),
        ("POST /es/flows", 300_000, False),
        ("POST /_dash-update-component", 300_000, False),
        ("PUT /es/present", 300_000, False),
        ("POST /es/flows", 200_000, True),
    ],
)
def test_only_a_talk_may_be_large(line: str, length: int, is_taken: bool) -> None:
    assert (head(line, length).error is None) == is_taken


def test_few_talks_come_in_at_once() -> None:
    taken = [head("POST /es/present", 1_000_000) for _ in range(AT_ONCE)]
    assert not any(each.error for each in taken)
    assert head("POST /es/present", 1_000_000).error
    taken.pop()
    assert head("POST /es/present", 1_000_000).error is None
