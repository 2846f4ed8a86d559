"""What is said about the layers of a graph without being one of them: blocks that fold some into one, and comments."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from psygnal import Signal

from cnnstudio.errors import NetworkError
from cnnstudio.network.graph_view import GraphView
from cnnstudio.network.names import clean_name, clean_text, did_you_mean, quoted
from cnnstudio.network.node import check_id, checked_position
from cnnstudio.wording import translate

REPEAT_LIMIT = 64
BLOCK_LIMIT = 500
COMMENT_LIMIT = 500
COMMENT_SIZE_PX = (240.0, 96.0)
SMALLEST_COMMENT_PX = 48.0
_NEVER_IN_BLOCKS = frozenset({"Input", "Output"})

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Block:
    """Layers that are folded into one node and may be repeated.

    The layers stay part of the graph; a block only names them. Two blocks have no layer in common, or one lies
    inside the other.

    Attributes
    ----------
    id : unique Python identifier that never changes, such as ``"block_1"``
    name : the user's text, unique among the blocks
    members : ids of its layers, those of blocks inside it included
    repeat : how many times they run one after the other, each time with weights of their own
    is_folded : shown as one node; else its layers are shown with a frame around them
    x, y : top-left corner of the one node, in scene pixels
    """

    id: str
    name: str
    members: frozenset[str] = field(default_factory=frozenset)
    repeat: int = 1
    is_folded: bool = True
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Comment:
    """A note on the canvas.

    Attributes
    ----------
    id : unique Python identifier, such as ``"comment_1"``
    text : plain text, maybe several lines
    x, y, width, height : its box in scene pixels
    """

    id: str
    text: str
    x: float = 0.0
    y: float = 0.0
    width: float = COMMENT_SIZE_PX[0]
    height: float = COMMENT_SIZE_PX[1]


class AnnotatedGraph(GraphView):
    """The blocks and comments of a graph, and how a graph tells of its changes.

    Signals are sent after the change: ``block_added(id)``, ``block_removed(id)``, ``block_changed(id)``,
    ``comment_added(id)``, ``comment_removed(id)``, ``comment_changed(id)``, and ``changed()`` after any change of what
    the network computes; inside `batch` the last one is sent once, at the end.
    """

    block_added = Signal(str)
    block_removed = Signal(str)
    block_changed = Signal(str)
    comment_added = Signal(str)
    comment_removed = Signal(str)
    comment_changed = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._blocks: dict[str, Block] = {}
        self._comments: dict[str, Comment] = {}
        self._batch_depth = 0
        self._changed_in_batch = False

    @property
    def blocks(self) -> Mapping[str, Block]:
        """All blocks by id, oldest first."""
        return MappingProxyType(self._blocks)

    @property
    def comments(self) -> Mapping[str, Comment]:
        """All comments by id, oldest first."""
        return MappingProxyType(self._comments)

    def find_block(self, name_or_id: str) -> Block:
        """Return a block by id, else by name.

        Raises
        ------
        NetworkError
            When there is none; the nearest name is offered.
        """
        by_name = {block.name: block for block in self._blocks.values()}
        block = self._blocks.get(name_or_id) or by_name.get(name_or_id)
        if block is None:
            raise NetworkError(translate(
                "network", "There is no block {name_or_id}.{suggestion}", name_or_id=quoted(name_or_id),
                suggestion=did_you_mean(name_or_id, by_name)))
        return block

    def blocks_around(self, node_id: str) -> tuple[Block, ...]:
        """Return the blocks a layer is in, the innermost first."""
        around = [block for block in self._blocks.values() if node_id in block.members]
        return tuple(sorted(around, key=lambda block: len(block.members)))

    def free_block_id(self) -> str:
        """Return an id no block, comment or layer has."""
        return self._free_annotation_id("block")

    def free_comment_id(self) -> str:
        """Return an id no block, comment or layer has."""
        return self._free_annotation_id("comment")

    def add_block(self, block: Block, index: int | None = None) -> None:
        """Add a block; ``index`` places it among the others, at the end unless given.

        Raises
        ------
        NetworkError
            When its id or name is taken, a member is missing, is an Input or an Output, or it cuts another block.
        """
        self._check_new_id(block.id)
        if len(self._blocks) >= BLOCK_LIMIT:
            raise NetworkError(translate("network", "A network has at most {limit:,} blocks.", limit=BLOCK_LIMIT))
        checked = self._checked_block(block)
        self._blocks = _inserted(self._blocks, checked.id, checked, index)
        self.block_added.emit(checked.id)
        self._announce()

    def remove_block(self, block_id: str) -> None:
        """Remove a block; its layers stay."""
        block = self.find_block(block_id)
        del self._blocks[block.id]
        self.block_removed.emit(block.id)
        self._announce()

    def set_block(self, block: Block) -> None:
        """Put another value in the place of the block with the same id; raises as `add_block` does."""
        before = self.find_block(block.id)
        checked = self._checked_block(block)
        if checked == before:
            return
        self._blocks[block.id] = checked
        self.block_changed.emit(block.id)
        if (checked.members, checked.repeat, checked.name) != (before.members, before.repeat, before.name):
            self._announce()

    def add_comment(self, comment: Comment, index: int | None = None) -> None:
        """Add a comment; ``index`` places it among the others, at the end unless given.

        Raises
        ------
        NetworkError
            When its id is taken or its box is no sensible one.
        """
        self._check_new_id(comment.id)
        if len(self._comments) >= COMMENT_LIMIT:
            raise NetworkError(translate("network", "A network has at most {limit:,} comments.", limit=COMMENT_LIMIT))
        self._comments = _inserted(self._comments, comment.id, _checked_comment(comment), index)
        self.comment_added.emit(comment.id)

    def remove_comment(self, comment_id: str) -> None:
        """Remove a comment."""
        if comment_id not in self._comments:
            raise NetworkError(translate("network", "There is no comment {comment_id}.", comment_id=quoted(comment_id)))
        del self._comments[comment_id]
        self.comment_removed.emit(comment_id)

    def set_comment(self, comment: Comment) -> None:
        """Put another value in the place of the comment with the same id; raises as `add_comment` does."""
        if comment.id not in self._comments:
            raise NetworkError(translate("network", "There is no comment {id}.", id=quoted(comment.id)))
        checked = _checked_comment(comment)
        if checked != self._comments[comment.id]:
            self._comments[comment.id] = checked
            self.comment_changed.emit(comment.id)

    def is_equal(self, other: "AnnotatedGraph") -> bool:
        """Return whether both have the same nodes, blocks and comments in the same order, and the same edges."""
        return self.edges == other.edges and all(
            list(mine.values()) == list(theirs.values())
            for mine, theirs in ((self.nodes, other.nodes), (self.blocks, other.blocks),
                                 (self.comments, other.comments)))

    @contextlib.contextmanager
    def batch(self) -> Iterator[None]:
        """Send ``changed`` once for everything done inside the block."""
        self._batch_depth += 1
        try:
            yield
        finally:
            self._batch_depth -= 1
            if self._batch_depth == 0 and self._changed_in_batch:
                self._changed_in_batch = False
                self.changed.emit()

    def _announce(self) -> None:
        if self._batch_depth:
            self._changed_in_batch = True
        else:
            self.changed.emit()

    def _free_annotation_id(self, prefix: str) -> str:
        number = 1
        while self.is_taken(f"{prefix}_{number}"):
            number += 1
        return f"{prefix}_{number}"

    def is_taken(self, some_id: str) -> bool:
        """Return whether a layer, a block or a comment has this id."""
        return some_id in self._nodes or some_id in self._blocks or some_id in self._comments

    def _check_new_id(self, some_id: str) -> None:
        check_id(some_id)
        if self.is_taken(some_id):
            raise NetworkError(translate(
                "network", "There is already something with the id {some_id}.", some_id=quoted(some_id)))

    def _checked_block(self, block: Block) -> Block:
        name = clean_name(block.name or block.id)
        others = [other for other in self._blocks.values() if other.id != block.id]
        if any(other.name == name for other in others):
            raise NetworkError(translate("network", "Another block is already called {name}.", name=quoted(name)))
        if not isinstance(block.repeat, int) or not 1 <= block.repeat <= REPEAT_LIMIT:
            raise NetworkError(
                translate(
                    "network", "{name}: the repeat count must be between 1 and {limit}, not {repeat}.", name=name,
                    limit=REPEAT_LIMIT, repeat=quoted(block.repeat)))
        self._check_members(name, block.members)
        for other in others:
            _check_nesting(name, block.members, other)
        x, y = checked_position(name, block.x, block.y)
        return replace(block, name=name, members=frozenset(block.members), x=x, y=y)

    def _check_members(self, name: str, members: frozenset[str]) -> None:
        if not members:
            raise NetworkError(translate("network", "{name}: a block needs at least one layer.", name=name))
        for node_id in sorted(members):
            if node_id not in self._nodes:
                raise NetworkError(translate(
                    "network", "{name}: there is no layer {node_id}.", name=name, node_id=quoted(node_id)))
            node = self._nodes[node_id]
            if node.kind in _NEVER_IN_BLOCKS:
                raise NetworkError(translate(
                    "network", "{name}: {layer} cannot be part of a block. Leave it out of the selection.", name=name,
                    layer=node.name))


def _check_nesting(name: str, members: frozenset[str], other: Block) -> None:
    shared = members & other.members
    if shared and members != other.members and shared not in (members, other.members):
        raise NetworkError(
            translate(
                "network", "{name} would cut through {other}. Take all of its layers or none of them.", name=name,
                other=other.name))
    if members == other.members:
        raise NetworkError(translate("network", "{other} has the same layers already.", other=other.name))


def _checked_comment(comment: Comment) -> Comment:
    x, y = checked_position("Comment", comment.x, comment.y)
    width, height = checked_position("Comment", comment.width, comment.height)
    return Comment(comment.id, clean_text(comment.text), x, y,
                   max(width, SMALLEST_COMMENT_PX), max(height, SMALLEST_COMMENT_PX))


def _inserted(values: dict[str, Value], key: str, value: Value, index: int | None) -> dict[str, Value]:
    items = list(values.items())
    items.insert(len(items) if index is None else index, (key, value))
    return dict(items)
