"""The part never seen. No source here estimates it; the one figure about it is a rule of thumb, kept apart.

Source: the summit's rule of 2011, "at least 20 victims unidentified for each one identified". No study behind it is
among the sources, so it is an illustration: applied to bounds as they are, only when asked for, and
never part of a file.
"""

from typing import NamedTuple

from data.interval import Interval


class RuleOfThumb(NamedTuple):
    """At least so many unidentified for each one identified, and the year in which it was said."""

    at_least: int
    year: int


SUMMIT = RuleOfThumb(20, 2011)


def unidentified(detected: Interval) -> Interval:
    """What the rule would put beside detected victims (persons): the least number, for either bound. The rule says
    "at least", so neither is an upper bound."""
    return Interval(detected.low * SUMMIT.at_least, detected.high * SUMMIT.at_least)
