"""What a reader may choose besides the data's own words: language, page, picture, order; as they stand in addresses."""

from enum import StrEnum


class Language(StrEnum):
    ES = "es"
    PT = "pt"
    EN = "en"


class Page(StrEnum):
    OVERVIEW = "overview"
    FLOWS = "flows"
    COOPERATION = "cooperation"


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
    TABLE = "table"


CHARTS = {
    Page.OVERVIEW: (Chart.MAP, Chart.SERIES, Chart.RANK, Chart.TABLE),
    Page.FLOWS: (Chart.MAP, Chart.MATRIX, Chart.COUNTRY, Chart.TABLE),
    Page.COOPERATION: (Chart.GAP, Chart.REQUESTS, Chart.EVENTS, Chart.INSTRUMENTS, Chart.REGISTRY),
}


class Scope(StrEnum):
    """Which crimes a published request concerns: these two, or all crimes together (never mixed)."""

    THESE_CRIMES = "these_crimes"
    ALL_CRIMES = "all_crimes"


class Sort(StrEnum):
    """Order of a matrix of pairs."""

    SUBREGION = "subregion"
    NEED = "need"
    MEANS = "means"
    NAME = "name"


class Partners(StrEnum):
    """Whom a flow is shown with: the 22, or the rest of the world too."""

    IBERO_AMERICA = "ibero_america"
    WORLD = "world"


class Layout(StrEnum):
    """Series of several countries: one panel each, or all in one."""

    MULTIPLES = "multiples"
    TOGETHER = "together"


class Theme(StrEnum):
    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"
