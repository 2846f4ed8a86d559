"""Places the layers top to bottom so that no box covers another and shortcuts run free beside what they skip."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cnnstudio.network.graph_view import GraphView

NODE_WIDTH_PX = 208.0
NODE_HEIGHT_PX = 96.0
GAP_PX = 48.0
_COLUMN_PX = NODE_WIDTH_PX + GAP_PX
ROW_PX = NODE_HEIGHT_PX + GAP_PX
"""Distance between the tops of layers that follow each other."""


def layout(graph: GraphView) -> dict[str, tuple[float, float]]:
    """Return the top-left corner of every node's box in scene pixels.

    A node's row is the length of the longest path to it. The way with the fewest layers from the first to the last
    node goes straight down the first column, its shortcuts included; what it skips hangs in the columns to
    the right, each part laid out in the same way. So a residual block opens to the right of its shortcut, and a
    U-Net becomes a nest of brackets. Parts that are not connected stand side by side.
    """
    plan = _Plan(graph)
    left = 0
    for part in _parts(graph, list(graph.nodes)):
        left = plan.place(part, left)
    return {node_id: (plan.columns[node_id] * _COLUMN_PX, plan.rows[node_id] * ROW_PX) for node_id in graph.nodes}


@dataclass
class _Plan:
    """Rows by longest path, columns by what is still free."""

    graph: GraphView
    rows: dict[str, int] = field(init=False)
    columns: dict[str, int] = field(default_factory=dict)
    _taken: dict[int, set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = {}
        for node_id in self.graph.topological_order():
            above = [self.rows[source] for source in self.graph.predecessors(node_id)]
            self.rows[node_id] = max(above, default=-1) + 1

    def place(self, part: list[str], left: int) -> int:
        """Give the nodes of a connected part columns from ``left`` on; return the first column right of it."""
        waiting = [(part, left)]
        while waiting:
            branch, first = waiting.pop()
            spine = _spine(self.graph, branch, self.rows)
            column = self._free_column(self._lane(spine), first)
            self.columns.update(dict.fromkeys(spine, column))
            rest = _parts(self.graph, [node_id for node_id in branch if node_id not in self.columns])
            waiting += [(further, column + 1) for further in sorted(rest, key=self._order, reverse=True)]
        return max(self.columns[node_id] for node_id in part) + 1

    def _order(self, branch: list[str]) -> tuple[int, int, float]:
        """Sort branches by their first row, short ones first, then by the mean column of what they hang on.

        The last edge of a short branch then passes below the others on its way back.
        """
        attached = [
            self.columns[other] for node_id in branch
            for other in (*self.graph.predecessors(node_id), *self.graph.successors(node_id))
            if other in self.columns]
        rows = [self.rows[node_id] for node_id in branch]
        return min(rows), max(rows), sum(attached) / max(1, len(attached))

    def _lane(self, spine: list[str]) -> range:
        """Return the rows a spine needs, with those its edges to and from other columns pass through."""
        first, last = self.rows[spine[0]], self.rows[spine[-1]]
        above = [self.rows[source] + 1 for source in self.graph.predecessors(spine[0])]
        below = [self.rows[target] for target in self.graph.successors(spine[-1])]
        return range(min([first, *above]), max([last + 1, *below]))

    def _free_column(self, lane: range, left: int) -> int:
        column = left
        while not self._taken.setdefault(column, set()).isdisjoint(lane):
            column += 1
        self._taken[column].update(lane)
        return column


def _parts(graph: GraphView, ids: list[str]) -> list[list[str]]:
    """Return the connected parts among ``ids``, each in the order of ``ids``."""
    left, parts = set(ids), []
    for start in ids:
        if start not in left:
            continue
        left.discard(start)
        part, waiting = {start}, [start]
        while waiting:
            node_id = waiting.pop()
            near = {*graph.predecessors(node_id), *graph.successors(node_id)} & left
            left -= near
            part |= near
            waiting += near
        parts.append([node_id for node_id in ids if node_id in part])
    return parts


def _spine(graph: GraphView, part: list[str], rows: Mapping[str, int]) -> list[str]:
    """Return the path with the fewest nodes from the part's first row to the Output, else as far down as it goes."""
    members = set(part)
    start = min(part, key=lambda node_id: rows[node_id])
    came_from: dict[str, str | None] = {start: None}
    waiting = deque([start])
    while waiting:
        node_id = waiting.popleft()
        for target in _longest_first(graph, node_id, rows):
            if target in members and target not in came_from:
                came_from[target] = node_id
                waiting.append(target)
    path: list[str] = []
    node: str | None = max(came_from, key=lambda node_id: (graph.nodes[node_id].kind == "Output", rows[node_id]))
    while node is not None:
        path.append(node)
        node = came_from[node]
    return path[::-1]


def _longest_first(graph: GraphView, node_id: str, rows: Mapping[str, int]) -> Iterable[str]:
    return sorted(graph.successors(node_id), key=lambda target: -rows[target])
