"""Where wires run: straight down where the way is free, else around the layers between."""

import math
from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

Key = TypeVar("Key", bound=Hashable)
_CLEARANCE = 18.0
_LANE = 14.0
_BEND = 44.0


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a wire starts (an output port) and ends (an input port), in scene coordinates."""

    start: QPointF
    end: QPointF


class Obstacles:
    """Boxes that are found by the height they stand at."""

    def __init__(self, boxes: Sequence[QRectF]) -> None:
        self._boxes = sorted(boxes, key=QRectF.top)
        self._tops = [box.top() for box in self._boxes]
        self._tallest = max((box.height() for box in self._boxes), default=0.0)

    def between(self, top: float, bottom: float) -> list[QRectF]:
        """Give the boxes that reach into a range of heights."""
        first, last = bisect_left(self._tops, top - self._tallest), bisect_left(self._tops, bottom)
        return [box for box in self._boxes[first:last] if box.bottom() > top]

    def leave_free(self, area: QRectF) -> bool:
        """Tell whether no box covers a part of an area."""
        return not any(box.intersects(area) for box in self.between(area.top(), area.bottom()))


def curve(ends: Ends, lane_x: float | None = None) -> QPainterPath:
    """Give the path of a wire; ``lane_x`` makes it leave to a vertical lane between its ends."""
    path = QPainterPath(ends.start)
    if lane_x is None:
        bend = max(28.0, abs(ends.end.y() - ends.start.y()) / 2)
        path.cubicTo(ends.start + QPointF(0, bend), ends.end - QPointF(0, bend), ends.end)
        return path
    bend = min(_BEND, (ends.end.y() - ends.start.y()) / 3)
    top, bottom = QPointF(lane_x, ends.start.y() + bend), QPointF(lane_x, ends.end.y() - bend)
    path.cubicTo(ends.start + QPointF(0, bend * 0.8), top - QPointF(0, bend * 0.8), top)
    path.lineTo(bottom)
    path.cubicTo(bottom + QPointF(0, bend * 0.8), ends.end - QPointF(0, bend * 0.8), ends.end)
    return path


def lanes(wires: Mapping[Key, Ends], boxes: Sequence[QRectF]) -> dict[Key, float]:
    """Give the lane of each wire whose direct way is blocked by a box.

    Short wires get the inner lanes, and no two wires that pass the same height share a lane. Boxes are scene
    rectangles of all nodes; the ends of a wire touch boxes without being blocked by them.
    """
    obstacles = Obstacles(boxes)
    taken: list[tuple[float, float, float]] = []
    found: dict[Key, float] = {}
    for key, ends in sorted(wires.items(), key=lambda item: item[1].end.y() - item[1].start.y()):
        first, last = ends.start.y() + 1, ends.end.y() - 1
        if last - first < 2 * _CLEARANCE:
            continue
        between = obstacles.between(first, last)
        if not _is_blocked(ends, between):
            continue
        found[key] = _free_lane(ends, between, taken)
        taken.append((found[key], first, last))
    return found


def _is_blocked(ends: Ends, boxes: Sequence[QRectF]) -> bool:
    """Tell whether the direct curve runs through a box; looked at along its height."""
    if not boxes:
        return False
    path = curve(ends)
    points = [path.pointAtPercent(step / 24) for step in range(1, 24)]
    return any(box.adjusted(-4, 0, 4, 0).contains(point) for box in boxes for point in points)


def _free_lane(ends: Ends, boxes: Sequence[QRectF], taken: Sequence[tuple[float, float, float]]) -> float:
    """Give the free vertical line nearest to the wire's ends."""
    first, last = ends.start.y() + 1, ends.end.y() - 1
    middle = (ends.start.x() + ends.end.x()) / 2
    blocked = [(box.left() - _CLEARANCE, box.right() + _CLEARANCE) for box in boxes]
    blocked += [(x - _LANE + 1, x + _LANE - 1) for x, top, bottom in taken if top < last and bottom > first]
    candidates = sorted({middle, *(edge for pair in blocked for edge in pair)}, key=lambda x: abs(x - middle))
    free = (x for x in candidates if not any(low < x < high for low, high in blocked))
    return next(free, math.floor(middle))
