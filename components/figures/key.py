"""What colours and marks mean, as data: a page writes it as HTML, a file draws it."""

from typing import NamedTuple

from components.figures.time_series import Look


class Sample(NamedTuple):
    """One entry of a key: what it looks like, and what that means.

    Colours are those of `components.theme` by their light value: a box filled with `fill` (`opacity` of it), `hatch`
    lines (plotly's name of a pattern) in the colour of `stripe`, an `edge`; or a dot; or a `line` with its mark.
    `sign` is printed before the text, in `ink`, and stands alone where there is nothing to draw.
    """

    text: str
    fill: str = ""
    edge: str = ""
    hatch: str = ""
    stripe: str = ""
    opacity: float = 1
    is_dashed: bool = False
    is_dot: bool = False
    line: Look | None = None
    sign: str = ""
    ink: str = ""


class Key(NamedTuple):
    """What colours and marks mean. `classes` are the steps of a scale, each named by its lower limit; `note` is what
    else there is to say."""

    title: str = ""
    classes: tuple[Sample, ...] = ()
    samples: tuple[Sample, ...] = ()
    note: str = ""
