"""What a reader may choose besides the data's own words: language, page, picture, order; as they stand in addresses."""

from enum import StrEnum


class Language(StrEnum):
    ES = "es"
    PT = "pt"
    EN = "en"


class Locale(StrEnum):
    """A language as a place writes it: the tag (BCP 47) that an address begins with. `es-419` is Spanish where figures
    have a decimal point, `pt` the Portuguese of Brazil."""

    ES = "es"
    ES_419 = "es-419"
    PT = "pt"
    PT_PT = "pt-PT"
    EN = "en"


BASES = tuple(Locale(language) for language in Language)  # the locale of each language that is named without a place


def language_of(locale: Locale) -> Language:
    """The language of a locale, in which texts of the data and of sources are had."""
    return Language(locale.partition("-")[0])


class Page(StrEnum):
    OVERVIEW = "overview"
    JUSTICE = "justice"
    FLOWS = "flows"
    COOPERATION = "cooperation"
    COMPARE = "compare"
    COUNTRY = "country"
    DATA = "data"
    METHOD = "method"
    ABOUT = "about"
    FIGURE = "figure"
    PRESENT = "present"


# A figure is reached from where it stands, and what the site says of itself from the foot of every page.
NAVIGATION = tuple(page for page in Page if page not in (Page.FIGURE, Page.ABOUT))


class Chart(StrEnum):
    """What the picture is; each page has its own few (`CHARTS`), the first being its default."""

    MAP = "map"
    SERIES = "series"
    RANK = "rank"
    MATRIX = "matrix"
    COUNTRY = "country"
    REQUESTS = "requests"
    EVENTS = "events"
    INSTRUMENTS = "instruments"
    GAP = "gap"
    REGISTRY = "registry"
    MULTIPLES = "multiples"
    CHAIN = "chain"
    WHO = "who"
    SLOPE = "slope"
    TABLE = "table"
    PROFILE = "profile"
    DEFINITIONS = "definitions"
    RULES = "rules"
    CHANGES = "changes"
    COVERAGE = "coverage"
    HIDDEN = "hidden"
    READING = "reading"
    GLOSSARY = "glossary"
    ABOUT = "about"
    ACCESSIBILITY = "accessibility"
    PASSPORT = "passport"
    DECK = "deck"


CHARTS = {
    Page.OVERVIEW: (Chart.MAP, Chart.SERIES, Chart.RANK, Chart.TABLE),
    Page.JUSTICE: (Chart.MULTIPLES, Chart.CHAIN, Chart.WHO, Chart.TABLE),
    Page.FLOWS: (Chart.MAP, Chart.MATRIX, Chart.COUNTRY, Chart.TABLE),
    Page.COOPERATION: (Chart.GAP, Chart.REQUESTS, Chart.EVENTS, Chart.INSTRUMENTS, Chart.REGISTRY),
    Page.COMPARE: (Chart.SERIES, Chart.MULTIPLES, Chart.SLOPE, Chart.TABLE),
    Page.COUNTRY: (Chart.PROFILE, Chart.TABLE),
    Page.DATA: (Chart.TABLE,),
    Page.METHOD: (
        Chart.DEFINITIONS, Chart.RULES, Chart.CHANGES, Chart.COVERAGE, Chart.HIDDEN, Chart.READING, Chart.GLOSSARY,
    ),
    Page.ABOUT: (Chart.ABOUT, Chart.ACCESSIBILITY),
    Page.FIGURE: (Chart.PASSPORT,),
    Page.PRESENT: (Chart.DECK,),
}  # fmt: skip


class Scope(StrEnum):
    """Which crimes a published request concerns: these two, or all crimes together (never mixed)."""

    THESE_CRIMES = "these_crimes"
    ALL_CRIMES = "all_crimes"


class Sort(StrEnum):
    """Order of what is shown; each page has its own few (`SORTS`), the first being its default."""

    SUBREGION = "subregion"
    NEED = "need"
    MEANS = "means"
    SIZE = "size"
    NAME = "name"
    VICTIMS_DETECTED = "victims_detected"
    PERSONS_SUSPECTED = "persons_suspected"
    PERSONS_PROSECUTED = "persons_prosecuted"
    PERSONS_CONVICTED = "persons_convicted"
    REPORTING = "reporting"


SORTS = {
    Page.FLOWS: (Sort.SUBREGION, Sort.SIZE, Sort.NAME),
    Page.COOPERATION: (Sort.SUBREGION, Sort.NEED, Sort.MEANS, Sort.NAME),
    Page.JUSTICE: (
        Sort.NAME, Sort.VICTIMS_DETECTED, Sort.PERSONS_SUSPECTED, Sort.PERSONS_PROSECUTED, Sort.PERSONS_CONVICTED,
        Sort.REPORTING,
    ),
}  # fmt: skip


class Window(StrEnum):
    """How many years are added, the last being the year chosen."""

    THREE = "3"
    ONE = "1"


class Partners(StrEnum):
    """Whom a flow is shown with: the 22, or the rest of the world too."""

    IBERO_AMERICA = "ibero_america"
    WORLD = "world"


class Lens(StrEnum):
    """What is laid over the detected figure: nothing, or the summit's rule of thumb as an illustration."""

    NONE = "none"
    ONE_TO_TWENTY = "one_to_twenty"


class Layout(StrEnum):
    """Series of several countries: one panel each, or all in one."""

    MULTIPLES = "multiples"
    TOGETHER = "together"


class Scale(StrEnum):
    """Figures as they are, or each country's base year as 100."""

    ABSOLUTE = "absolute"
    INDEXED = "indexed"


class Cells(StrEnum):
    """What stands in the cells of the explorer: the codes of the files, or what they mean."""

    NAMES = "names"
    CODES = "codes"


class Theme(StrEnum):
    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Prepared(StrEnum):
    """A deck that is made from the current data: the region's story, or one country's."""

    SUMMIT = "summit"
    COUNTRY = "country"


class SlideKind(StrEnum):
    """What a slide is: a view of the site, one of the presenter's own, or what a country (or the region) can do, which
    is computed."""

    VIEW = "view"
    TITLE = "title"
    SECTION = "section"
    TEXT = "text"
    PICTURE = "picture"
    CLOSING = "closing"
    ASK = "ask"


class Reveal(StrEnum):
    """What "next" does within a slide before it leaves it: nothing, turn the years, or name countries one by one."""

    NONE = "none"
    YEARS = "years"
    COUNTRIES = "countries"


class Hall(StrEnum):
    """How far the last row sits: type of a fiftieth of the picture's height, or of a twenty-fifth."""

    NEAR = "near"
    DEEP = "deep"


class Filters(StrEnum):
    """Whether a slide says in words what was chosen."""

    SHOWN = "shown"
    HIDDEN = "hidden"


HANDOUTS = (1, 2, 6)  # slides of a page of a handout
