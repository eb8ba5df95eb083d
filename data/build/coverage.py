"""Years in which a headline covers one form of exploitation alone: where it begins and ceases to, the series breaks.

Only of victims: each is counted by what they suffered, while persons are convicted of several forms at once, and until
2016 the source prints its convictions by form with nearly the headline under each.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from data.margins import FORMS, Counts
from data.model import FlowKey, Key, ObservationKey
from data.vocabulary import Exploitation, Flag, FlowMeasure, Indicator

FEWEST_YEARS = 2  # in a single year nobody may have been found under another form
SMALLEST = 10  # nor among a few


def recovered(printed: Counts) -> Iterator[tuple[Key, Flag]]:
    """`break_in_series` on the first figures of victims that cover more than those before, or less: the headline, its
    parts by sex and age, and by citizenship. `printed` are all figures, withheld ones too. A form is no broken series:
    it counts the same persons throughout."""
    breaks = set(_breaks(printed))
    for key in printed:
        if (key.country, key.year) in breaks and _divides(key):
            yield key, Flag.BREAK_IN_SERIES


def _divides(key: Key) -> bool:
    """Whether a figure counts victims whom the headline counts, whatever they suffered."""
    if isinstance(key, FlowKey):
        return key.measure is FlowMeasure.VICTIMS_BY_CITIZENSHIP
    return key.indicator is Indicator.VICTIMS_DETECTED and key.exploitation is Exploitation.TOTAL


def _breaks(printed: Counts) -> Iterator[tuple[str, int]]:
    """Country and year of the first headline of a run that covers one form, if one before it covers several; and of
    the first headline after the run, if that or a later one does."""
    heads = sorted(
        (key for key in printed if isinstance(key, ObservationKey) and key.is_headline and _divides(key)),
        key=lambda head: (head.country, head.year),
    )
    for country, found in groupby(heads, lambda head: head.country):
        years = list(found)
        whole = [at for at, head in enumerate(years) if _covers_several(head, printed)]
        forms = enumerate(_only(head, printed) for head in years)
        for form, run in groupby(forms, itemgetter(1)):
            within = [at for at, _ in run]
            if form is None or len(within) < FEWEST_YEARS:
                continue
            if any(at < within[0] for at in whole):
                yield country, years[within[0]].year
            if any(at > within[-1] for at in whole):
                yield country, years[within[-1] + 1].year


def _only(head: ObservationKey, printed: Counts) -> Exploitation | None:
    """The form that a headline equals, if every other is not printed, or certainly above zero and so beside it."""
    own = printed[head]
    for form in FORMS:
        if own.is_exact and own.low >= SMALLEST and printed.get(head._replace(exploitation=form)) == own:
            others = [printed.get(head._replace(exploitation=other)) for other in FORMS if other is not form]
            return form if all(count is None or count.low > 0 for count in others) else None
    return None


def _covers_several(head: ObservationKey, printed: Counts) -> bool:
    """Whether two forms are certainly above zero and fit into the headline together."""
    lows = [printed[key].low for form in FORMS if (key := head._replace(exploitation=form)) in printed]
    return sum(low > 0 for low in lows) > 1 and sum(lows) <= printed[head].high
