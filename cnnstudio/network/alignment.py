"""Where boxes go when they are aligned at a side or a middle, or spread with equal gaps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Alignment = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis = Literal["horizontal", "vertical"]
Places = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in scene pixels; (x, y) is its top-left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Give x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Give y of the lower side."""
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> "Box":
        """Return the box somewhere else."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def overlaps(self, other: "Box") -> bool:
        """Return whether both cover a common area; touching is not overlapping."""
        return (self.x < other.right and other.x < self.right
                and self.y < other.bottom and other.y < self.bottom)


def align(boxes: Mapping[str, Box], alignment: Alignment) -> Places:
    """Return the top-left corner of every box after aligning.

    A side is that of the outermost box; centre and middle are those of the rectangle around all boxes.
    """
    if not boxes:
        return {}
    if alignment in ("left", "centre", "right"):
        low = min(box.x for box in boxes.values())
        high = max(box.x + box.width for box in boxes.values())
        return {key: (_start(alignment, low, high, box.width), box.y) for key, box in boxes.items()}
    low = min(box.y for box in boxes.values())
    high = max(box.y + box.height for box in boxes.values())
    return {key: (box.x, _start(alignment, low, high, box.height)) for key, box in boxes.items()}


def distribute(boxes: Mapping[str, Box], axis: Axis) -> Places:
    """Return the top-left corner of every box when the gaps between neighbours are made equal.

    The first and the last box along the axis stay where they are; the order stays too. Boxes that have no room
    beside each other overlap by equal amounts. Fewer than three boxes stay as they are.
    """
    across = axis == "horizontal"
    spans = {key: (box.x, box.width) if across else (box.y, box.height) for key, box in boxes.items()}
    starts = _spread(spans)
    return {key: (starts[key], box.y) if across else (box.x, starts[key]) for key, box in boxes.items()}


def _start(alignment: Alignment, low: float, high: float, size: float) -> float:
    if alignment in ("left", "top"):
        return low
    if alignment in ("right", "bottom"):
        return high - size
    return (low + high - size) / 2


def _spread(spans: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """Return the starts of (start, size) spans with equal gaps between the first and the last."""
    order = sorted(spans, key=lambda key: (spans[key][0] + spans[key][1] / 2, key))
    if len(order) < 3:
        return {key: start for key, (start, _size) in spans.items()}
    first, last = spans[order[0]], spans[order[-1]]
    room = last[0] + last[1] - first[0]
    gap = (room - sum(size for _start_, size in spans.values())) / (len(order) - 1)
    starts, place = {}, first[0]
    for key in order:
        starts[key] = place
        place += spans[key][1] + gap
    return starts
