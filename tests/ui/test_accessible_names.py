"""Whoever cannot see the window is told what each control is, and reaches it by keyboard."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnstudio.ui.main_window import MainWindow

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractSlider, QAbstractItemView, QTabBar,
            QPlainTextEdit)


def is_part_of_a_control(widget: QWidget) -> bool:
    """Whether Qt made the widget for its own control: the field of a spin box, the cross in a line."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QComboBox, QAbstractSpinBox, QLineEdit, QTabBar, QAbstractItemView)):
            return True
        parent = parent.parentWidget()
    return False


def is_still_empty(widget: QWidget) -> bool:
    """Whether it is a button that nobody sees and that gets its words when it is shown."""
    return (isinstance(widget, QAbstractButton) and not widget.isVisible()
            and not widget.text() and (isinstance(widget, QPushButton) or widget.icon().isNull()))


def controls(part: QWidget) -> Iterator[QWidget]:
    """Yield what can be operated, also what is hidden at present."""
    for widget in part.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar) and not is_part_of_a_control(widget) \
                and not widget.objectName().startswith("qt_") and not is_still_empty(widget):
            yield widget


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader says the control is called."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def without_name(part: QWidget) -> list[str]:
    return [f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parentWidget()).__name__}"
            for widget in controls(part) if not spoken_name(widget).strip()]


def test_every_control_of_every_page_has_a_name(whole_window: MainWindow) -> None:
    assert len(list(controls(whole_window))) > 150
    assert without_name(whole_window) == []


def test_every_control_can_be_reached_by_keyboard(whole_window: MainWindow) -> None:
    mouse_only = [f"{type(widget).__name__} {widget.objectName()!r} {spoken_name(widget)!r}"
                  for widget in controls(whole_window) if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert mouse_only == []


def test_a_control_without_a_name_is_noticed(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    QPushButton(part)
    QPushButton("Train", part)
    part.show()
    assert len(without_name(part)) == 1
