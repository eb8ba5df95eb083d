"""Draw docs/architecture.svg from the imports: `python docs/architecture.py`.

A room is a folder of modules; it stands above every room that it imports from, and an arrow is as thick as there are
imports. What a module imports only for its types counts as well.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("app.py", "callbacks", "components", "data")
WIDTH, LEVEL, BOX = 1180, 104, (132, 44)  # px: the picture, from floor to floor, a room
MARGIN = 30  # px
ASIDE = (-90, 0, 90)  # px: no floor stands straight under the next, or it would hide what leads past it
LEGEND = "The thicker an arrow, the more imports; a figure is a count of modules; red ones lead up again."
STYLE = """text { font: 13px system-ui, sans-serif; fill: #1b2430; text-anchor: middle }
.n { font-size: 11px; fill: #56606c } rect { fill: #fff; stroke: #868072 } svg { background: #fbf9f4 }
path { fill: none; stroke: #38718a; stroke-opacity: .4 } .up { stroke: #a8480f; stroke-opacity: 1 }"""


def modules() -> dict[str, Path]:
    """Every module of ours by its dotted name."""
    paths = [path for room in ROOMS for path in [ROOT / room, *(ROOT / room).rglob("*.py")] if path.suffix == ".py"]
    return {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in paths}


def imports() -> dict[str, set[str]]:
    """For each module the modules of ours that it names in an import, wherever in it that stands."""
    known = modules()
    return {name: {each for each in _named(path) if each in known and each != name} for name, path in known.items()}


def _named(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            known = modules_of_room(node.module)
            yield from (name if name in known else node.module for name in names)


def modules_of_room(module: str) -> set[str]:
    """What a package of ours has in it, by dotted name; nothing of what is no package."""
    folder = ROOT.joinpath(*module.split("."))
    return {f"{module}.{path.stem}" for path in folder.glob("*")} if folder.is_dir() else set()


def circle(graph: dict[str, set[str]]) -> list[str]:
    """The first circle in a graph of what needs what, by name, its start at both ends; empty if there is none."""
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        found = next((each for to in sorted(graph[name]) if (each := walk(to, [*way, name]))), [])
        done.add(name)
        return found

    return next((found for name in sorted(graph) if (found := walk(name, []))), [])


def room(module: str) -> str:
    """The room of a module: its folder, two names deep at most; `app.py` is one by itself."""
    path = modules()[module]
    return "/".join(path.relative_to(ROOT).parts[:-1][:2]) or path.name


def arrows() -> Counter[tuple[str, str]]:
    """How many imports lead from one room to another."""
    rooms = {name: room(name) for name in modules()}
    return Counter(
        (rooms[name], rooms[to]) for name, needed in imports().items() for to in needed if rooms[name] != rooms[to]
    )


def floors(found: Counter[tuple[str, str]]) -> list[list[str]]:
    """The rooms, top floor first: each above most of what it imports from, in the order of how it is leant on."""
    rooms = sorted({each for pair in found for each in pair})
    net = {a: {b for b in rooms if found[a, b] > found[b, a]} for a in rooms}
    depth: dict[str, int] = {}

    def below(name: str, way: tuple[str, ...] = ()) -> int:
        if name not in depth:
            deeper = [below(each, (*way, name)) for each in sorted(net[name]) if each not in (*way, name)]
            depth[name] = 1 + max(deeper, default=-1)
        return depth[name]

    for each in rooms:
        below(each)
    return [[each for each in rooms if depth[each] == level] for level in range(max(depth.values()), -1, -1)]


def picture() -> str:
    """The drawing, as SVG."""
    found = arrows()
    counts = Counter(room(name) for name in modules())
    levels = floors(found)
    at = {
        name: (WIDTH * (index + 0.5) / len(level) + ASIDE[floor % 3], MARGIN + LEVEL * floor + BOX[1] / 2)
        for floor, level in enumerate(levels)
        for index, name in enumerate(level)
    }
    lines = [_arrow(at[a], at[b], number, f"{a} -> {b}: {number}") for (a, b), number in sorted(found.items())]
    boxes = [
        f'<rect x="{x - BOX[0] / 2:.0f}" y="{y - BOX[1] / 2:.0f}" width="{BOX[0]}" height="{BOX[1]}" rx="4"/>'
        f'<text x="{x:.0f}" y="{y - 2:.0f}">{escape(name.removeprefix("components/"))}</text>'
        f'<text class="n" x="{x:.0f}" y="{y + 14:.0f}">{counts[name]}</text>'
        for name, (x, y) in at.items()
    ]
    height = MARGIN * 2 + LEVEL * (len(levels) - 1) + BOX[1]
    said = f'<text x="{WIDTH / 2:.0f}" y="{height - 8}" class="n">{LEGEND}</text>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"><title>Rooms</title>'
    return "\n".join([head, f"<style>{STYLE}</style>", *lines, *boxes, said, "</svg>", ""])


def _arrow(start: tuple[float, float], end: tuple[float, float], number: int, said: str) -> str:
    down = end[1] > start[1]
    (x1, y1), (x2, y2) = (start[0], start[1] + BOX[1] / 2), (end[0], end[1] - BOX[1] / 2)
    if not down:
        y1, y2 = y1 - BOX[1], y2 + BOX[1]
    bend = (y2 - y1) / 2
    way = f"M{x1:.0f} {y1:.0f}C{x1:.0f} {y1 + bend:.0f} {x2:.0f} {y2 - bend:.0f} {x2:.0f} {y2:.0f}"
    kind = "" if down else ' class="up"'
    return f'<path{kind} d="{way}" stroke-width="{1 + number**0.5 / 3:.1f}"><title>{escape(said)}</title></path>'


if __name__ == "__main__":
    (ROOT / "docs" / "architecture.svg").write_text(picture(), encoding="utf-8")
