"""Folds, opens and closes blocks so that what is around them moves away, and back again; each is one edit."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from cnnstudio.network.alignment import Box
from cnnstudio.network.block_edits import Dissolve, Fold, MoveBlocks, SetFolded
from cnnstudio.network.block_layout import arranged_inside
from cnnstudio.network.comment_edits import ChangeComment
from cnnstudio.network.edits import Compound, Edit, MoveNodes
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.room import Moves, do_overlap, hull, room
from cnnstudio.network.shown_boxes import BOX_WIDTH_PX, FRAME_TOP_PX, Level, ShownBoxes, frame_around, layer_box

_ROW_GAP_PX = 32.0


def opened(graph: NetworkGraph, block_id: str) -> Compound:
    """Return the edit that shows a block's layers in a frame where the block stands, and makes room around it."""
    block = graph.find_block(block_id)
    unfold = SetFolded(block.id, is_folded=False)
    after = graph.copy()
    unfold.apply(after)
    boxes = ShownBoxes(after).boxes(block.id)
    inner = arranged_inside(after, block.id) if do_overlap(boxes.values()) else None
    if inner is not None:
        inner.apply(after)
        boxes = ShownBoxes(after).boxes(block.id)
    first = _first(boxes.values())
    dx, dy = block.x - first.x, block.y + FRAME_TOP_PX - hull(boxes.values()).y
    frame = frame_around(box.moved(dx, dy) for box in boxes.values())
    shown = ShownBoxes(graph)
    around = _around(shown, shown.level_of(block.id), {block.id}, layer_box(block.x, block.y), frame)
    place = MoveBlocks({block.id: (block.x + dx, block.y + dy)})
    return Compound(unfold.label, [unfold, *([inner] if inner is not None else ()), place, *around])


def closed(graph: NetworkGraph, block_id: str) -> Compound:
    """Return the edit that shows a block as one node again and takes its room back as far as the way is free."""
    block = graph.find_block(block_id)
    shown = ShownBoxes(graph)
    frame, first = shown.box(block.id), _first(shown.boxes(block.id).values())
    node = layer_box(first.x, frame.y)
    fold = SetFolded(block.id, is_folded=True)
    around = _around(shown, shown.level_of(block.id), {block.id}, frame, node)
    return Compound(fold.label, [fold, MoveBlocks({block.id: (node.x, node.y)}), *around])


def toggled(graph: NetworkGraph, block_id: str) -> Compound:
    """Return the edit that opens a folded block, or closes an open one."""
    return opened(graph, block_id) if graph.find_block(block_id).is_folded else closed(graph, block_id)


def folded(graph: NetworkGraph, layers: Collection[str]) -> Compound:
    """Return the edit that folds layers into a new block and closes the gap they leave."""
    fold = Fold(tuple(layers))
    if not layers:
        return Compound(fold.label, [fold])
    shown = ShownBoxes(graph)
    level = shown.level_of_all(layers)
    units = shown.units_of(level, layers)
    boxes = [shown.box(unit) for unit in units]
    first = _first(boxes)
    node = layer_box(first.x, first.y)
    around = _around(shown, level, units, hull([*boxes, node]), node)
    return Compound(fold.label, [fold, MoveBlocks({graph.free_block_id(): (node.x, node.y)}), *around])


def dissolved(graph: NetworkGraph, block_id: str) -> Compound:
    """Return the edit that takes a block away and leaves its layers where there is room for them."""
    block = graph.find_block(block_id)
    dissolve = Dissolve(block.id)
    is_open = ShownBoxes(graph).is_open(block.id)
    return Compound(dissolve.label, [dissolve] if is_open else [opened(graph, block.id), dissolve])


def opened_to(graph: NetworkGraph, node_id: str) -> Edit | None:
    """Return the edit that opens every folded block around a layer, the outermost first; None when it is shown."""
    after, steps = graph.copy(), list[Edit]()
    while True:
        owner = ShownBoxes(after).view.owner[node_id]
        if owner == node_id:
            break
        step = opened(after, owner)
        step.apply(after)
        steps.append(opened(graph, owner) if not steps else step)
    return Compound(steps[0].label, steps) if steps else None


def with_room_between_blocks(graph: NetworkGraph, edit: Edit) -> Edit:
    """Return the edit with moves added, so that layers it adds cover nothing: what is below moves down."""
    after = graph.copy()
    edit.apply(after)
    steps: list[Edit] = []
    for node_id in [node_id for node_id in after.topological_order() if node_id not in graph.nodes]:
        if ShownBoxes(after).view.owner[node_id] == node_id:
            step = Compound("", _settled(after, node_id))
            step.apply(after)
            steps += step.edits
    return Compound(edit.label, [edit, *steps]) if steps else edit


def _settled(graph: NetworkGraph, node_id: str) -> list[Edit]:
    """Return the moves that give a layer room: below what feeds it, unless it stands free already."""
    shown = ShownBoxes(graph)
    level, box = shown.level_of(node_id), shown.box(node_id)
    others = {unit: other for unit, other in shown.boxes(level).items() if unit != node_id}
    if not any(_with_margin(box).overlaps(other) for other in others.values()):
        if level is None or not others:
            return []
        old, new = frame_around(others.values()), frame_around([*others.values(), box])
        return _around(shown, shown.parents[level], {level}, old, new)
    x, y = _place_below(shown, level, node_id)
    strip = Box(x, y, box.width, 0.0)
    around = _around(shown, level, {node_id}, strip, Box(x, y, box.width, box.height + _ROW_GAP_PX))
    return [MoveNodes({node_id: (x, y)}), *around]


def _with_margin(box: Box) -> Box:
    return Box(box.x - 8, box.y - 20, box.width + 16, box.height + 20)


def _place_below(shown: ShownBoxes, level: Level, node_id: str) -> tuple[float, float]:
    """Return the place right below what feeds a layer, or where what it feeds stands."""
    inside = set(shown.contents[level]) - {node_id}
    sources = shown.graph.predecessors(node_id)
    above = [shown.box(unit) for unit in shown.units_of(level, sources[:1]) if unit in inside]
    if above:
        anchor = min(shown.graph.nodes[sources[0]].x, above[0].right - BOX_WIDTH_PX)
        return max(anchor, above[0].x), above[0].bottom + _ROW_GAP_PX
    below = [shown.box(unit) for unit in shown.units_of(level, shown.graph.successors(node_id)) if unit in inside]
    box = _first(below) if below else shown.box(node_id)
    return box.x, box.y


def _first(boxes: Iterable[Box]) -> Box:
    """Return the topmost box, the leftmost of those in one row."""
    return min(boxes, key=lambda box: (box.y, box.x))


def _around(shown: ShownBoxes, level: Level, units: Collection[str], old: Box, new: Box) -> list[Edit]:
    """Return the moves of all that is around units of a level, when their box ``old`` becomes ``new``."""
    moves: Moves = {}
    steps: dict[Level, tuple[Box, Box]] = {}
    while True:
        others = {unit: box for unit, box in shown.boxes(level).items() if unit not in units}
        steps[level] = (old, new)
        found = room(others, old, new)
        moves |= found
        if level is None:
            break
        inside = [box.moved(*found.get(unit, (0.0, 0.0))) for unit, box in others.items()]
        old, new = frame_around([*others.values(), old]), frame_around([*inside, new])
        units, level = {level}, shown.parents[level]
    return [*move_edits(shown.graph, moves), *_comment_moves(shown, moves, steps)]


def move_edits(graph: NetworkGraph, moves: Mapping[str, tuple[float, float]]) -> list[Edit]:
    """Return the edits that move layers and blocks (with all that is in them) by (dx, dy) px."""
    nodes = {key: (graph.nodes[key].x + dx, graph.nodes[key].y + dy)
             for key, (dx, dy) in moves.items() if key in graph.nodes}
    blocks = {key: (graph.blocks[key].x + dx, graph.blocks[key].y + dy)
              for key, (dx, dy) in moves.items() if key in graph.blocks}
    return [*([MoveNodes(nodes)] if nodes else ()), *([MoveBlocks(blocks)] if blocks else ())]


def _comment_moves(shown: ShownBoxes, moves: Moves, steps: Mapping[Level, tuple[Box, Box]]) -> list[Edit]:
    """Return the moves of comments: with the frame they stand in, else as a layer at their place would move."""
    frames = [(block.id, shown.box(block.id)) for block in reversed(shown.view.open_blocks)]
    edits: list[Edit] = []
    for comment in shown.graph.comments.values():
        box = Box(comment.x, comment.y, comment.width, comment.height)
        middle = Box(box.x + box.width / 2, box.y + box.height / 2, 0, 0)
        home: Level = next((key for key, frame in frames if frame.overlaps(middle)), None)
        while home is not None and home not in moves and home not in steps:
            home = shown.parents[home]
        way = moves[home] if home is not None and home in moves else room({"": box}, *steps[home]).get("", (0.0, 0.0))
        if way != (0.0, 0.0):
            edits.append(ChangeComment(replace(comment, x=comment.x + way[0], y=comment.y + way[1])))
    return edits
