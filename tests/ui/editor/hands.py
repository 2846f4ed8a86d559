"""What a user's hands do to the canvas, as real Qt events."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cnnstudio.ui.editor.node_item import Side
from cnnstudio.ui.editor.page import NetworkPage

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def at(page: NetworkPage, point: QPointF) -> QPoint:
    """Where a scene point is in the view."""
    return page.view.mapFromScene(point)


def middle(page: NetworkPage, node_id: str) -> QPoint:
    """Where a layer's middle is in the view."""
    return at(page, page.scene.nodes[node_id].scene_box().center())


def port(page: NetworkPage, node_id: str, side: Side, index: int = 0) -> QPoint:
    """Where a port is in the view."""
    return at(page, page.scene.nodes[node_id].port(side, index))


def output(page: NetworkPage, node_id: str) -> QPoint:
    """Where a layer's output port is."""
    return port(page, node_id, Side.OUTPUT)


def entry(page: NetworkPage, node_id: str, index: int = 0) -> QPoint:
    """Where a layer's input port is."""
    return port(page, node_id, Side.INPUT, index)


def press(page: NetworkPage, point: QPoint, button: Qt.MouseButton = LEFT,
          keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a button."""
    QTest.mousePress(page.view.viewport(), button, keys, point)


def move(page: NetworkPage, point: QPoint) -> None:
    """Move the mouse."""
    QTest.mouseMove(page.view.viewport(), point)


def release(page: NetworkPage, point: QPoint, button: Qt.MouseButton = LEFT,
            keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Let a button go."""
    QTest.mouseRelease(page.view.viewport(), button, keys, point)
    QApplication.processEvents()


def drag(page: NetworkPage, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT,
         keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press, move in four steps, let go."""
    press(page, start, button, keys)
    for step in range(1, 5):
        move(page, start + (end - start) * (step / 4))
    release(page, end, button, keys)


def click(page: NetworkPage, point: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Click."""
    press(page, point, LEFT, keys)
    release(page, point, LEFT, keys)


def key(page: NetworkPage, code: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key while the canvas has the keyboard."""
    page.view.setFocus()
    QTest.keyClick(page.view, code, keys)
    QApplication.processEvents()


def wheel(page: NetworkPage, point: QPoint, degrees: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Turn the wheel by eighths of a degree (120 is one notch)."""
    viewport = page.view.viewport()
    event = QWheelEvent(QPointF(point), QPointF(viewport.mapToGlobal(point)), QPoint(), QPoint(0, degrees),
                        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(viewport, event)


def enter_with(page: NetworkPage, kind: str, point: QPoint) -> bool:
    """Drag a kind from the palette into the canvas; whether it is welcome. The data stays in ``page.dragged``."""
    view = page.palette_panel.view
    page.dragged = view.model().mimeData([page.palette_panel.index_of(kind)])
    event = QDragEnterEvent(point, Qt.DropAction.CopyAction, page.dragged, LEFT, NO_KEYS)
    QApplication.sendEvent(page.view.viewport(), event)
    return event.isAccepted()


def hover_with(page: NetworkPage, point: QPoint) -> bool:
    """Drag on; whether it may be dropped here."""
    event = QDragMoveEvent(point, Qt.DropAction.CopyAction, page.dragged, LEFT, NO_KEYS)
    QApplication.sendEvent(page.view.viewport(), event)
    return event.isAccepted()


def drop_at(page: NetworkPage, point: QPoint) -> bool:
    """Drop; whether it was taken."""
    event = QDropEvent(QPointF(point), Qt.DropAction.CopyAction, page.dragged, LEFT, NO_KEYS)
    QApplication.sendEvent(page.view.viewport(), event)
    QApplication.processEvents()
    return event.isAccepted()


def leave(page: NetworkPage) -> None:
    """Drag out of the canvas."""
    QApplication.sendEvent(page.view.viewport(), QDragLeaveEvent())


def drag_in(page: NetworkPage, kind: str, point: QPoint) -> bool:
    """Enter, hover, drop."""
    enter_with(page, kind, point - QPoint(40, 40))
    hover_with(page, point)
    return drop_at(page, point)
