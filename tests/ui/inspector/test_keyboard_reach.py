"""Every control of the page has a name for a screen reader and can be reached by the keyboard, on every tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.ui.inspector.image_pane import HeatmapView
from cnnstudio.ui.inspector.page import InspectorPage

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, HeatmapView)
PARTS = ("qt_", "ScrollLeftButton", "ScrollRightButton")
"""Names of what Qt itself puts into a control; the control stands for it."""


def controls(page: InspectorPage) -> list[QWidget]:
    """Return what can be worked with just now."""
    found = [widget for kind in CONTROLS for widget in page.findChildren(kind) if widget.isVisibleTo(page)]
    return [widget for widget in dict.fromkeys(found)
            if not widget.objectName().startswith(PARTS) and not is_part(widget)]


def is_part(widget: QWidget) -> bool:
    """Whether a widget is the scroll bar, header or drop-down of another control."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, (QAbstractItemView, QComboBox, QAbstractSpinBox)):
            return True
        around = around.parentWidget()
    return type(widget).__name__ == "QScrollBar"


def spoken(widget: QWidget) -> str:
    """Return what a screen reader says."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_every_control_of_every_tab_has_a_name_and_takes_the_focus(looking: InspectorPage, qtbot: QtBot) -> None:
    nameless, unreached = [], []
    for tab in looking.body.tabs.names:
        looking.body.tabs.show_tab(tab)
        qtbot.waitUntil(lambda: not looking.presenter.session._jobs.active(with_quiet=True), timeout=60_000)
        found = controls(looking)
        assert len(found) >= 5
        told = [(f"{tab}: {type(one).__name__} {one.objectName()}", one) for one in found]
        nameless += [name for name, one in told if not spoken(one).strip()]
        unreached += [name for name, one in told if not one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert nameless == []
    assert unreached == []


def test_a_control_without_a_name_would_be_found(looking: InspectorPage) -> None:
    from PySide6.QtWidgets import QPushButton

    nameless = QPushButton(looking.body)
    nameless.show()
    assert nameless in controls(looking)
    assert not spoken(nameless)
