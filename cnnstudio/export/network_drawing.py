"""Places a network's layers as boxes on lines that wrap like text, blocks folded and shown once more from inside.

What is drawn is a list of strips, one a line, each whole in itself: a wire that goes on ends at the right edge of one
and begins at the left edge, at the same height, of the next. So a page may be cut between any two.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from cnnstudio import paths
from cnnstudio.network.annotations import Block
from cnnstudio.network.blocks import all_block_ends
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import Analysis, analyse
from cnnstudio.wording import counted, translate

BOX_WIDTH, BOX_HEIGHT, GAP = 140.0, 58.0, 18.0
MARGIN = 14.0
"""Left and right of a line; wires come in and go out here."""
TITLE_SIZE, TEXT_SIZE = 11.0, 9.5
"""Of the letters in a box."""
LINE_TOPS = (16.0, 31.0, 47.0)
"""Base lines of the three texts in a box, from its top."""
_TRACK, _TRACKS_HEIGHT = 9.0, 320.0
_PADDING = 8.0
_EDGE = 7.0
_INSET = 6.0
_PORTS = 5
"""Wires that come in from above lie as if there were at least so many."""
_IN = "in"
BLOCK, INPUT = "block", "input"
"""Families of boxes beside those of layers."""
FAMILY_COLORS: Mapping[str, tuple[str, str]] = {
    "input": ("#475569", "#94A3B8"), "output": ("#475569", "#94A3B8"), "convolution": ("#2563EB", "#60A5FA"),
    "pooling": ("#0F766E", "#2DD4BF"), "resizing": ("#0E7490", "#22D3EE"), "activation": ("#B45309", "#FBBF24"),
    "normalisation": ("#7C3AED", "#A78BFA"), "dense": ("#15803D", "#4ADE80"), "merge": ("#BE185D", "#F472B6"),
    "backbone": ("#A21CAF", "#E879F9"), BLOCK: ("#1A1E24", "#E8EAED")}
"""Colour of each family of boxes on light and on dark ground, as in the window."""


@dataclass(frozen=True, slots=True)
class Box:
    """A layer, a block or what comes into a block.

    Attributes
    ----------
    x, y : top-left corner in the strip
    title, detail, shape : texts that fit the box
    family : of the layer's kind; `BLOCK` for a block
    whole_title : the title as it is; the same unless it was too long
    """

    x: float
    y: float
    title: str
    detail: str
    shape: str
    family: str
    whole_title: str


@dataclass(frozen=True, slots=True)
class Wire:
    """A line through ``points``; ``has_head`` puts an arrow's head at the last."""

    points: tuple[tuple[float, float], ...]
    has_head: bool = True


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of boxes.

    Attributes
    ----------
    heading : what the line begins; empty for one that goes on
    """

    width: float
    height: float
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class _Item:
    """What becomes a box: its id, the layers it stands for and its texts."""

    id: str
    title: str
    detail: str
    shape: str
    family: str


@dataclass(frozen=True, slots=True)
class _Level:
    """What is drawn together: items in the order of the data, and (source, target) among them."""

    items: tuple[_Item, ...]
    wires: tuple[tuple[str, str], ...]


def network_drawing(graph: NetworkGraph, columns: int, *, letters: float = 1.0) -> tuple[Strip, ...]:
    """Return the lines to draw from top to bottom: the network, then each block from inside.

    Blocks of the same layers, but of other widths, are shown from inside once, under all their names.

    Parameters
    ----------
    columns : boxes a line
    letters : how wide letters may be, against those of Inter: a page's reader may have another font
    """
    reader = _Reader(graph, analyse(graph))
    strips = list(_strips(reader.level(set(graph.nodes), None), columns, letters, ""))
    alike: dict[object, list[Block]] = {}
    for block in reader.foldable:
        alike.setdefault(reader.pattern(block), []).append(block)
    for blocks in alike.values():
        names = " · ".join(block.name for block in blocks)
        heading = translate("export", "Inside {names}", names=names)
        if len(blocks) > 1:
            heading = translate("export", "Inside {names} (shapes of the first)", names=names)
        strips += _strips(reader.level(set(blocks[0].members), blocks[0]), columns, letters, heading)
    return tuple(strips)


class _Reader:
    """Reads off a graph what is drawn."""

    def __init__(self, graph: NetworkGraph, analysis: Analysis) -> None:
        self._graph, self._shapes = graph, analysis.shapes
        self._order = graph.topological_order()
        place = {node_id: number for number, node_id in enumerate(self._order)}
        self._ends = all_block_ends(graph)
        whole = [block for block in graph.blocks.values() if block.members and not self._ends[block.id].complaint]
        self.foldable = sorted(whole, key=lambda block: (min(place[one] for one in block.members), len(block.members)))
        """Blocks that can be one box, in the order of the data."""

    def level(self, members: set[str], around: Block | None) -> _Level:
        """Return what is drawn of the layers ``members``, those of a block or all; blocks in it are one box each."""
        inner = [block for block in self.foldable if block is not around and block.members <= members
                 and (around is None or len(block.members) < len(members))]
        owner = {node_id: node_id for node_id in members}
        blocks = {}
        for block in sorted(inner, key=lambda one: -len(one.members)):
            if all(owner[node_id] == node_id for node_id in block.members):
                blocks[block.id] = block
                owner.update(dict.fromkeys(block.members, block.id))
        wires = dict.fromkeys(
            (owner.get(edge.source, _IN), owner[edge.target]) for edge in self._graph.edges
            if edge.target in members and owner.get(edge.source, _IN) != owner[edge.target])
        shown = list(dict.fromkeys(owner[node_id] for node_id in self._order if node_id in members))
        items = {one: self._block(blocks[one]) if one in blocks else self._layer(one) for one in shown}
        if around is not None and any(source == _IN for source, _ in wires):
            items = {_IN: self._comes_in(around), **items}
        return _Level(tuple(items[one] for one in _in_order(list(items), wires)), tuple(wires))

    def pattern(self, block: Block) -> object:
        """Return what is the same for blocks of the same kinds, wired alike."""
        level = self.level(set(block.members), block)
        places = {item.id: number for number, item in enumerate(level.items)}
        kinds = tuple(self._graph.nodes[item.id].kind if item.id in self._graph.nodes else item.family
                      for item in level.items)
        return kinds, tuple(sorted((places[source], places[target]) for source, target in level.wires))

    def _layer(self, node_id: str) -> _Item:
        node = self._graph.nodes[node_id]
        kind = layer_kind(node.kind)
        summary = kind.summary(node.parameters)
        tells_kind = node.name.casefold().replace("_", "").startswith(node.kind.casefold())
        detail = summary if tells_kind else f"{node.kind} {summary}".strip()
        return _Item(node_id, node.name, detail, _shape_text(self._shapes.get(node_id)), kind.family)

    def _block(self, block: Block) -> _Item:
        count = counted(len(block.members), translate("export", "1 layer"), translate("export", "{count} layers"))
        detail = count if block.repeat == 1 else translate(
            "export", "{layers}, {repeat} times", layers=count, repeat=block.repeat)
        shape = self._shapes.get(self._ends[block.id].exit or "")
        return _Item(block.id, block.name, detail, _shape_text(shape), BLOCK)

    def _comes_in(self, block: Block) -> _Item:
        sources = self._ends[block.id].sources
        shape = _shape_text(self._shapes.get(sources[0])) if len(sources) == 1 else ""
        return _Item(_IN, translate("export", "what comes in"), "", shape, INPUT)


def _shape_text(shape: Sequence[int] | None) -> str:
    return " × ".join(map(str, shape)) if shape else "?"


def _in_order(ids: Sequence[str], wires: Iterable[tuple[str, str]]) -> list[str]:
    """Return ids so that sources come before targets, and what follows a layer comes right behind it if it can."""
    rank = {one: number for number, one in enumerate(ids)}
    waiting = dict.fromkeys(ids, 0)
    after: dict[str, list[str]] = {one: [] for one in ids}
    for source, target in wires:
        waiting[target] += 1
        after[source].append(target)
    ready = [one for one in ids if not waiting[one]]
    found: list[str] = []
    while ready:
        chosen = min(ready, key=lambda one: (not found or one not in after[found[-1]], rank[one]))
        ready.remove(chosen)
        found.append(chosen)
        for target in after[chosen]:
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    return found


@dataclass(slots=True)
class _Net:
    """A source and the targets it does not stand right before: one wire with branches.

    Attributes
    ----------
    source : place of the source
    targets : (place, how far right of the box's left edge its wire comes in, 0 to 1)
    track : its height above the boxes, 0 lowest
    """

    source: int
    targets: list[tuple[int, float]] = field(default_factory=list)
    track: int = 0

    @property
    def last(self) -> int:
        return max(place for place, _ in self.targets)


def _strips(level: _Level, columns: int, letters: float, heading: str) -> Iterator[Strip]:
    """Yield the lines of one level."""
    places = {item.id: number for number, item in enumerate(level.items)}
    wires = sorted((places[source], places[target]) for source, target in level.wires)
    beside = {source for source, target in wires if target == source + 1}
    nets = _nets([wire for wire in wires if wire[1] != wire[0] + 1])
    tracks = max((net.track + 1 for net in nets), default=0)
    for line, begin in enumerate(range(0, len(level.items), columns)):
        end = min(begin + columns, len(level.items))
        here = [net for net in nets if net.source < end and net.last >= begin]
        used = max((net.track + 1 for net in here), default=0)
        step = min(_TRACK, _TRACKS_HEIGHT / max(1, tracks))
        top = used * step + (_PADDING if used else 2.0)
        yield _Line(level.items, begin, end, columns, top, step, (BOX_WIDTH - 2 * _INSET) / letters).strip(
            here, beside, heading if line == 0 else "")


def _nets(wires: Sequence[tuple[int, int]]) -> list[_Net]:
    """Return the wires that do not lead to the next box, on tracks where none covers another."""
    nets: dict[int, _Net] = {}
    counts = Counter(target for _, target in wires)
    into: Counter[int] = Counter()
    for source, target in wires:
        share = 0.12 + 0.56 * (into[target] + 0.5) / max(_PORTS, counts[target])
        nets.setdefault(source, _Net(source)).targets.append((target, share))
        into[target] += 1
    placed: list[_Net] = []
    for net in sorted(nets.values(), key=lambda net: (net.last - net.source, net.source)):
        taken = {other.track for other in placed if other.source < net.last and net.source < other.last}
        net.track = next(track for track in range(len(placed) + 1) if track not in taken)
        placed.append(net)
    return placed


@dataclass(frozen=True, slots=True)
class _Line:
    """The boxes ``begin`` to ``end`` of a level, on one line.

    Attributes
    ----------
    top : of the boxes
    step : between tracks
    room : how wide a text in a box may be, in Inter's letters
    """

    items: Sequence[_Item]
    begin: int
    end: int
    columns: int
    top: float
    step: float
    room: float

    @property
    def _width(self) -> float:
        return line_width(self.columns)

    def strip(self, nets: Sequence[_Net], beside: set[int], heading: str) -> Strip:
        boxes = tuple(_box(self.items[place], self._left(place), self.top, self.room)
                      for place in range(self.begin, self.end))
        wires = [*self._straight(beside), *(wire for net in nets for wire in self._over(net))]
        return Strip(self._width, self.top + BOX_HEIGHT + _PADDING, boxes, tuple(wires), heading)

    def _left(self, place: int) -> float:
        return MARGIN + (place - self.begin) * (BOX_WIDTH + GAP)

    def _straight(self, beside: set[int]) -> Iterator[Wire]:
        """Yield the wires to the next box; one to the next line leaves at the right edge and comes in at the left."""
        y = self.top + BOX_HEIGHT / 2
        for place in range(max(0, self.begin - 1), self.end):
            if place not in beside:
                continue
            if place < self.begin:
                yield Wire(((0.0, y), (MARGIN, y)))
            elif place + 1 < self.end:
                yield Wire(((self._left(place) + BOX_WIDTH, y), (self._left(place + 1), y)))
            else:
                yield Wire(((self._left(place) + BOX_WIDTH, y), (self._width, y)), has_head=False)

    def _over(self, net: _Net) -> Iterator[Wire]:
        """Yield the part of a net on this line: up from its source, along its track, down to its targets."""
        y = self.top - _EDGE - (net.track + 0.5) * self.step
        here = [(self._left(place) + share * BOX_WIDTH, place) for place, share in net.targets
                if self.begin <= place < self.end]
        begins = net.source >= self.begin
        left = self._left(net.source) + 0.8 * BOX_WIDTH if begins else 0.0
        right = self._width if net.last >= self.end else max(x for x, _ in here)
        start = ((left, self.top), (left, y)) if begins else ((left, y),)
        yield Wire((*start, (right, y)), has_head=False)
        for x, _ in here:
            yield Wire(((x, y), (x, self.top)))


def network_lead() -> str:
    """Return the sentence that stands above the drawing."""
    return translate(
        "export", "From the first layer to the last, line by line: each box has a layer's name, its setting and the "
                  "shape that comes out. What skips layers runs above them; what leaves at the right goes on at the "
                  "left. A box with a double frame is a block; it is shown from inside below.")


def line_width(columns: int) -> float:
    """Return how wide a line of so many boxes is."""
    return 2 * MARGIN + columns * BOX_WIDTH + (columns - 1) * GAP


def _box(item: _Item, x: float, y: float, room: float) -> Box:
    return Box(x, y, fitted(item.title, TITLE_SIZE, room, end=4), fitted(item.detail, TEXT_SIZE, room),
               fitted(item.shape, TEXT_SIZE, room), item.family, item.title)


def fitted(text: str, size: float, room: float, *, end: int = 0) -> str:
    """Return ``text``, or its beginning, dots and its last ``end`` letters, no wider than ``room`` in bold Inter."""
    widths = _letter_widths()

    def width(part: str) -> float:
        return size * sum(widths.get(letter, 1.0) for letter in part)

    if width(text) <= room:
        return text
    tail = "…" + text[len(text) - end:]
    kept = len(text) - end
    while kept and width(text[:kept]) > room - width(tail):
        kept -= 1
    return text[:kept].rstrip(" ,") + tail


@cache
def _letter_widths() -> Mapping[str, float]:
    """Return the widths of the usual letters in Inter's semi-bold, for letters 1 high; others are taken as 1 wide."""
    from PIL import ImageFont

    font = ImageFont.truetype(str(paths.resource("fonts/inter/Inter-SemiBold.ttf")), 100)
    return {letter: font.getlength(letter) / 100 for letter in map(chr, (*range(32, 127), *range(160, 384), 0x2026,
                                                                         0x00D7, 0x2013, 0x2192))}
