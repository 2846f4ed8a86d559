"""A room keeps changes of what is in it to itself, and layouts that wait are worked out once."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.ui.one_layout import laid_out_once
from cnnstudio.ui.room import Room


class Counter(QObject):
    """Counts the layout requests a widget gets."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def settle() -> None:
    """Let what follows from a change happen: a layout may ask for another one."""
    for _ in range(4):
        QApplication.processEvents()


def house(qtbot: QtBot, *, with_room: bool) -> tuple[QWidget, QLabel, Counter]:
    """Give a window, a label deep in it, and what counts how often the window is laid out."""
    window, content, text = QWidget(), QWidget(), QLabel("short")
    QVBoxLayout(content).addWidget(text)
    QHBoxLayout(window).addWidget(Room(content) if with_room else content)
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    qtbot.waitExposed(window)
    settle()
    return window, text, Counter(window)


def test_a_change_that_fits_stays_in_the_room_and_reaches_the_window_without_one(qtbot: QtBot) -> None:
    for with_room, expected in ((True, False), (False, True)):
        window, text, counter = house(qtbot, with_room=with_room)
        text.setText("much longer")
        settle()
        assert text.width() >= text.sizeHint().width()
        assert (counter.count > 0) is expected
        window.hide()


def test_what_no_longer_fits_makes_the_window_larger(qtbot: QtBot) -> None:
    window, text, _ = house(qtbot, with_room=True)
    text.setMinimumWidth(900)
    qtbot.waitUntil(lambda: window.width() >= 900)
    assert text.width() >= 900


def test_paused_layouts_are_worked_out_together(qtbot: QtBot) -> None:
    window, text, _ = house(qtbot, with_room=True)
    parent = text.parentWidget()
    lines = [QLabel(f"line {number}") for number in range(20)]
    for line in lines:
        line.hide()
        parent.layout().addWidget(line)
    with laid_out_once(parent):
        for line in lines:
            line.show()
        assert lines[0].geometry().bottom() >= lines[5].geometry().top()    # nothing has its place yet
    qtbot.waitUntil(lambda: lines[0].geometry().bottom() < lines[5].geometry().top())
    assert parent.layout().isEnabled()
    assert window.isVisible()
