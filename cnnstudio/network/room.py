"""Makes room where a box grows, and takes it back where one shrinks, so that boxes never come to overlap."""

from collections.abc import Iterable, Mapping, Sequence

from cnnstudio.network.alignment import Box

Moves = dict[str, tuple[float, float]]
_SMALLEST_GAP_PX = 8.0


def room(others: Mapping[str, Box], old: Box, new: Box) -> Moves:
    """Return how far each other box moves when ``old`` becomes ``new``, in scene pixels; those that stay are absent.

    What is below moves as far as the lower side does, what is above as far as the upper one, what is beside in the
    same rows as far as the side it is on. Where that would let boxes collide, everything beyond a side moves,
    whatever row it is in: boxes that were apart along an axis then stay apart along it. When ``old`` shrinks, boxes
    follow only as far as the way is free.
    """
    if _is_within(new, old):
        return _only_moves(_taken_back(others, old, new))
    moves = {key: _least(box, old, new) for key, box in others.items()}
    if _collisions([*_moved(others, moves), new]) > _collisions([*others.values(), old]):
        moves = {key: _whole(box, old, new) for key, box in others.items()}
    return _only_moves(moves)


def hull(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around others; there is at least one."""
    known = list(boxes)
    left, top = min(box.x for box in known), min(box.y for box in known)
    return Box(left, top, max(box.right for box in known) - left, max(box.bottom for box in known) - top)


def do_overlap(boxes: Iterable[Box]) -> bool:
    """Return whether any two boxes overlap."""
    return _collisions(list(boxes)) > 0


def _only_moves(moves: Moves) -> Moves:
    return {key: way for key, way in moves.items() if way != (0.0, 0.0)}


def _is_within(inner: Box, outer: Box) -> bool:
    return (inner.x >= outer.x and inner.y >= outer.y
            and inner.right <= outer.right and inner.bottom <= outer.bottom)


def _moved(boxes: Mapping[str, Box], moves: Moves) -> list[Box]:
    return [box.moved(*moves[key]) for key, box in boxes.items()]


def _across(box: Box, old: Box, new: Box) -> float:
    """Return how far sideways the side of ``old`` moves that a box is beyond."""
    if box.x >= old.right:
        return new.right - old.right
    return new.x - old.x if box.right <= old.x else 0.0


def _down(box: Box, old: Box, new: Box) -> float:
    """Return how far down the side of ``old`` moves that a box is beyond."""
    if box.y >= old.bottom:
        return new.bottom - old.bottom
    return new.y - old.y if box.bottom <= old.y else 0.0


def _least(box: Box, old: Box, new: Box) -> tuple[float, float]:
    is_beside = box.y < old.bottom and box.bottom > old.y
    return (_across(box, old, new), 0.0) if is_beside else (0.0, _down(box, old, new))


def _whole(box: Box, old: Box, new: Box) -> tuple[float, float]:
    return _across(box, old, new), _down(box, old, new)


def _collisions(boxes: Sequence[Box]) -> int:
    """Count pairs that overlap; boxes are looked at from the top down, so that distant ones are never compared."""
    ordered = sorted(boxes, key=lambda box: box.y)
    count = 0
    for place, box in enumerate(ordered):
        for other in ordered[place + 1:]:
            if other.y >= box.bottom:
                break
            count += box.overlaps(other)
    return count


def _taken_back(others: Mapping[str, Box], old: Box, new: Box) -> Moves:
    wanted = {key: _least(box, old, new) for key, box in others.items()}
    boxes = dict(others)
    moves = dict.fromkeys(others, (0.0, 0.0))
    for across in (False, True):
        for sign in (1.0, -1.0):
            group = {key for key, way in wanted.items() if way[not across] * sign > 0}
            way = _free_way(boxes, group, new, wanted, across=across)
            for key in group:
                step = (way * sign, 0.0) if across else (0.0, way * sign)
                boxes[key] = boxes[key].moved(*step)
                moves[key] = (moves[key][0] + step[0], moves[key][1] + step[1])
    return moves


def _free_way(boxes: Mapping[str, Box], group: set[str], new: Box, wanted: Moves, *, across: bool) -> float:
    """Return how far a group of boxes can follow a side, at most as far as wanted, without meeting another box."""
    if not group:
        return 0.0
    way = wanted[next(iter(group))][not across]
    turned = [_turned(box, way, across=across) for key, box in boxes.items() if key not in group]
    obstacles = [*turned, _turned(new, way, across=across)]
    free = abs(way)
    for key in group:
        box = _turned(boxes[key], way, across=across)
        for other in obstacles:
            if other.bottom <= box.y and other.x < box.right and box.x < other.right:
                free = min(free, max(0.0, box.y - other.bottom - _SMALLEST_GAP_PX))
    return free


def _turned(box: Box, way: float, *, across: bool) -> Box:
    """Return a box as it is when moving that way is moving up."""
    if across:
        box = Box(box.y, box.x, box.height, box.width)
    return box if way < 0 else Box(box.x, -box.bottom, box.width, box.height)
