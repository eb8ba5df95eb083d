"""What stands around the traces: rules, zero lines, axis lines, ticks with their labels, and titles."""

from collections.abc import Sequence

from components.drawing.colours import solid
from components.drawing.figure_axes import Axis, Box
from components.drawing.figure_ticks import Tick
from components.drawing.lettering import Line, lines_of, set_lines, weight_of
from components.drawing.marks import Mark, Shape, Text, line_ops
from components.drawing.symbols import dash
from components.theme import Figure

GREY = "#444444"
CLEAR = 2  # px between the labels of an axis and its title


class Side:
    """An axis at its place beside the other one of its pair; `at` is the pixel of its line."""

    def __init__(self, axis: Axis, axes: dict[str, Axis], box: Box, font: Figure) -> None:
        given = axis.given
        self.axis, self.given, self.is_x = axis, given, axis.letter == "x"
        self.side = given.get("side", "bottom" if self.is_x else "left")
        partner = "y" if self.is_x else "x"
        anchor = given.get("anchor", partner + axis.name[1:])
        self.other = axes.get(anchor) or axes[partner]
        self.is_shown = given.get("visible", True) is not False
        self.line_width = float(given.get("linewidth", 1)) if _has_line(given) else 0.0
        self.out = 1 if self.side in ("bottom", "right") else -1
        self.at = self._place(box, anchor) + self.out * self.line_width / 2
        self.font = font | given.get("tickfont", {})
        self.ticks = axis.ticks() if self.is_shown else []

    def _place(self, box: Box, anchor: str) -> float:
        if anchor == "free":
            share = float(self.given.get("position", 0))
            return box.top + box.height * (1 - share) if self.is_x else box.left + box.width * share
        return self.other.end if self.side in ("bottom", "right") else self.other.start

    def grid(self) -> list[Mark]:
        """The rules, and the line at zero."""
        if not self.is_shown:
            return []
        has_zero = self._has_zero()
        marks: list[Mark] = []
        has_grid = self.given.get("showgrid", not self.given.get("has_places") or "gridcolor" in self.given)
        for tick in self.ticks if has_grid else []:
            if self._is_inside(tick.value) and not (has_zero and abs(tick.value) < 1e-9):
                width = float(self.given.get("gridwidth", 1))
                marks.append(self._across(tick.value, self.given.get("gridcolor", "#eeeeee"), width, "griddash"))
        if has_zero:
            width = float(self.given.get("zerolinewidth", 1))
            marks.append(self._across(0, self.given.get("zerolinecolor", GREY), width, ""))
        return marks

    def _is_inside(self, value: float) -> bool:
        return 1 < abs(self.axis.pixel(value) - self.axis.start) < self.axis.length - 1

    def _has_zero(self) -> bool:
        """Whether zero has a line of its own: not where the other axis has its line there, unless bars stand on it."""
        low, high = sorted(self.axis.span)
        wanted = self.given.get("zeroline", self.axis.kind != "category" and not self.given.get("has_places"))
        if not wanted or not low <= 0 <= high:
            return False
        return self._is_inside(0) or bool(self.given.get("has_fill")) or not self._is_lined()

    def _is_lined(self) -> bool:
        other = self.other.given
        if not _has_line(other) or other.get("visible") is False:
            return False
        is_far = other.get("side", "bottom") in ("top", "right")
        edge = self.axis.end if is_far != (self.axis.letter == "y") else self.axis.start
        return abs(self.axis.pixel(0) - edge) <= 1

    def _across(self, value: float, colour: str, width: float, style: str) -> Shape:
        at, (low, high) = self.axis.pixel(value), (self.other.start, self.other.end)
        line = [(at, low), (at, high)] if self.is_x else [(low, at), (high, at)]
        shade, opacity = solid(colour)
        return Shape(line_ops(line), "none", shade, width, dash(self.given.get(style), width), (1, opacity))

    def labels(self, size: tuple[float, float]) -> list[Mark]:
        """The line of the axis, its ticks, and what stands at them; a number that would reach over the edge of the
        picture, whose size is given, is left out."""
        if not self.is_shown:
            return []
        marks: list[Mark] = []
        if self.line_width:
            ends = [(self.axis.start, self.at), (self.axis.end, self.at)]
            marks.append(self._stroke(ends, self.given.get("linecolor", GREY), self.line_width))
        outside = self.given.get("ticks", "") == "outside"
        length = float(self.given.get("ticklen", 5)) if outside else 0.0
        edge = self.at + self.out * self.line_width / 2
        if outside:
            width, colour = float(self.given.get("tickwidth", 1)), self.given.get("tickcolor", GREY)
            for tick in self.ticks:
                at = self.axis.pixel(tick.value)
                marks.append(self._stroke([(at, edge), (at, edge + self.out * length)], colour, width))
        if self.given.get("showticklabels", True):
            for tick in self.ticks:
                label = self._label(tick)
                if self.axis.kind == "category" or self._is_within(label, size):
                    marks += label
        return marks

    def _is_within(self, label: list[Text], size: tuple[float, float]) -> bool:
        whole, first = (size[0], 0) if self.is_x else (size[1], 1)
        return all(text.ink[first] >= 0 and text.ink[first + 2] <= whole for text in label)

    @property
    def _off(self) -> float:
        """From the line of the axis to its labels."""
        outside = self.given.get("ticks", "") == "outside"
        length = float(self.given.get("ticklen", 5)) if outside else 0.0
        return length + (0.2 * self.font["size"] if outside or self.line_width else 0) + max(self.line_width, 1) / 2

    def _stroke(self, ends: list[tuple[float, float]], colour: str, width: float) -> Shape:
        line = ends if self.is_x else [(b, a) for a, b in ends]
        shade, opacity = solid(colour)
        return Shape(line_ops(line), "none", shade, width, opacity=(1, opacity))

    def _label(self, tick: Tick) -> list[Text]:
        size, off, at = float(self.font["size"]), self._off, self.axis.pixel(tick.value)
        lines = lines_of(tick.text, weight_of(self.font))
        more = (len(lines) - 1) * 1.3 * size
        if self.is_x:
            down = size if self.side == "bottom" else -0.2 * size - more
            place, anchor = (at, self.at + self.out * off + down), "middle"
        else:
            place = (self.at + self.out * off, at + 0.35 * size - more / 2)
            anchor = "start" if self.side == "right" else "end"
        if self.given.get("tickangle") not in (None, 0, "auto"):
            raise KeyError("tickangle")
        return set_lines(lines, *place, self.font, anchor)

    def title(self, size: tuple[float, float], base: Figure) -> list[Text]:
        """The name of the axis, clear of its labels; `size` is that of the whole picture."""
        title = self.given.get("title") or {}
        if not self.is_shown or not title.get("text"):
            return []
        font = base | {"size": round(base["size"] * 1.2)} | title.get("font", {})
        lines, letters = lines_of(title["text"], weight_of(font)), float(font["size"])
        has_labels = self.given.get("showticklabels", True)
        shift = {"bottom": (1.5, 0.5), "top": (1, 0), "right": (1, 0.5), "left": (0.5, 0)}[self.side]
        off = 10 + 1.5 * letters + max(self.line_width - 1, 0) + letters * shift[0 if has_labels else 1]
        middle = self.axis.start + self.axis.length / 2
        made = self._named(lines, middle, self.at + self.out * off, font)
        return self._named(lines, middle, self.at + self.out * (off + self._shift(made, size)), font)

    def _named(self, lines: list[Line], middle: float, at: float, font: Figure) -> list[Text]:
        place, turned = ((middle, at), 0) if self.is_x else ((at, middle), -90)
        return set_lines(lines, *place, font, "middle", turned)

    def _shift(self, title: list[Text], size: tuple[float, float]) -> float:
        """How much further out a title must stand to be clear of labels, or further in to be within the picture."""
        near, far, start, end = self._reach(title)
        edge = (size[1] if self.is_x else size[0]) - self.at if self.out > 0 else self.at
        if far > edge:
            return edge - far
        met = [0.0]
        for tick in self.ticks if self.given.get("showticklabels", True) else []:
            label = self._label(tick)
            _, reach, first, last = self._reach(label) if label else (0.0, 0.0, 0.0, 0.0)
            if label and first < end + CLEAR and last > start - CLEAR and reach > near - CLEAR:
                met.append(reach + CLEAR - near)
        return min(max(met), edge - far)

    def _reach(self, texts: Sequence[Text]) -> tuple[float, float, float, float]:
        """From where to where texts go away from the line of the axis, and along it."""
        boxes = [text.ink for text in texts]
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        away, along = ((top, bottom), (left, right)) if self.is_x else ((left, right), (top, bottom))
        near, far = sorted(self.out * (each - self.at) for each in away)
        return near, far, *along


def _has_line(given: Figure) -> bool:
    return bool(given.get("showline", "linecolor" in given or "linewidth" in given))
