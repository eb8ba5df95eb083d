"""How much a request may bring: what a callback is asked with is small; only a talk that is sent to be drawn is large,
by POST to the presenter's room, and a process takes in few of them at once. They stay in memory (`inbuf_overflow` of
deploy/listening.py): a talk is its presenter's, and is written to no file."""

import copy
import re
from weakref import WeakSet

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser

LARGE = 25 * 1024 * 1024  # bytes; of more than 24 MB the application itself says that it is too much
AT_ONCE = 8  # large bodies of a process
TALK = re.compile(r"/[A-Za-z0-9-]+/present(\.[a-z]+)?$")


UNDER_WAY: "WeakSet[Parser]" = WeakSet()  # large ones, until they are answered


class Parser(HTTPRequestParser):
    """A request as it comes in, under the limit of what it is for."""

    def parse_header(self, header_plus: bytes) -> None:
        """waitress' hook: the headers are there, the body is to come."""
        super().parse_header(header_plus)
        is_large = self.content_length >= self.adj.max_request_body_size
        if is_large and self.command == "POST" and TALK.search(self.path) and len(UNDER_WAY) < AT_ONCE:
            UNDER_WAY.add(self)
            self.adj = copy.copy(self.adj)
            self.adj.max_request_body_size = LARGE


def install() -> None:
    """Let waitress read requests so, in this process."""
    HTTPChannel.parser_class = Parser
