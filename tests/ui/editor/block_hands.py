"""What a user's hands do to blocks, as real Qt events, and what must hold afterwards."""

import itertools

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cnnstudio.network.graph import NetworkGraph
from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import at, key, release

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAIR = ("conv2d_1", "relu_1")
BLOCK = "block_1"


def settle() -> None:
    QApplication.processEvents()


def fold(page: NetworkPage, *ids: str) -> None:
    """Select layers and press Ctrl+G."""
    page.session.select(ids)
    key(page, Qt.Key.Key_G, CTRL)
    settle()


def double_click(page: NetworkPage, point: QPoint) -> None:
    QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    release(page, point)
    settle()


def title(page: NetworkPage, block_id: str = BLOCK, part: str = "title") -> QPoint:
    """Where a part of a frame's title bar is; the title's own middle is its left third."""
    box = page.scene.frames[block_id].part_box(part)
    return at(page, QPointF(box.left() + box.width() / 3, box.center().y()) if part == "title" else box.center())


def undo(page: NetworkPage) -> None:
    page.session.undo_stack.undo()
    settle()


def assert_nothing_overlaps(page: NetworkPage) -> None:
    """No two boxes overlap; a box lies wholly inside a frame or wholly outside."""
    boxes = {key: item.scene_box() for key, item in page.scene.nodes.items()}
    for (one, box), (other, another) in itertools.combinations(boxes.items(), 2):
        assert not box.intersects(another), (one, other)
    frames = {key: item.scene_box() for key, item in page.scene.frames.items()}
    for frame, (name, box) in itertools.product(frames.values(), boxes.items()):
        assert frame.contains(box) or not frame.intersects(box), name
    for one, other in itertools.combinations(frames.values(), 2):
        assert one.contains(other) or other.contains(one) or not one.intersects(other)


def assert_one_step(page: NetworkPage, before: NetworkGraph, count: int) -> None:
    """Check that the last step took ``before`` to what is there now, and back, and again."""
    stack, after = page.session.undo_stack, page.session.graph.copy()
    assert stack.count() == count
    undo(page)
    assert page.session.graph.is_equal(before)
    stack.redo()
    settle()
    assert page.session.graph.is_equal(after)
