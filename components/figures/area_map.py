"""The map of one country's areas: how each looks on its sheet, and what it says."""

from collections.abc import Callable, Sequence

from components.cells import bounds, figure, state
from components.figures.choropleth import Edges, Look, look
from components.figures.classes import limits
from components.i18n import Words
from data.model import Cell
from data.places import Plan
from data.queries.areas import AreaCell
from data.vocabulary import Measure


def edges(cells: Sequence[Cell], measure: Measure) -> Edges:
    """Class limits for the cells of every year, so that the colours of two years compare."""
    return limits([shown for cell in cells if (shown := bounds(cell, measure))], is_rate=measure is Measure.RATE)


def area_looks(
    cells: Sequence[AreaCell], measure: Measure, edges: Edges, words: Words, to: Callable[[str], str] = lambda _: ""
) -> dict[str, Look]:
    """How each area looks, what it says, and where it leads `to`."""
    return {
        each.area: look(each.cell, measure, edges, words, _reading(each, words))._replace(to=to(each.area))
        for each in cells
    }


def is_tall(sheet: Plan) -> bool:
    """Whether a sheet is higher than wide."""
    width, height = sheet.size
    return height > width


def _reading(each: AreaCell, words: Words) -> str:
    """What the pointer is told: figure and rate, or what is missing, and the flags."""
    if not each.cell.is_published:
        return f"{each.name}\n{words(f'state.{state(each.cell)}')}"
    said = [each.name, figure(each.cell, Measure.COUNT, words)]
    if each.cell.rate:
        said.append(words("per_100k", rate=words.interval(each.cell.rate, is_rate=True)))
    return "\n".join([*said, *(words(f"flag.{flag}") for flag in each.cell.flags)])
