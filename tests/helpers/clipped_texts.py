"""Finds the texts of a window that have less room than they need."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from cnnstudio.ui.elided_button import ElidedButton
from cnnstudio.ui.elided_choice import ElidedChoice

_HEADER_MARGIN_PX = 4


def clipped(part: QWidget) -> list[str]:
    """Return what is cut of the buttons, labels, tabs, boxes, choices, numbers and headings that are seen in ``part``.

    What wraps, and what gives way with dots and says the whole in its tool tip, is not cut.
    """
    return [f"{type(widget).__name__} {widget.objectName()} {text!r}"
            for widget in (part, *part.findChildren(QWidget)) if widget.isVisible() for text in _cut_of(widget)]


def squeezed(part: QWidget) -> list[str]:
    """Return the labels that wrap, the boxes and the buttons seen in ``part`` that have less height than they need."""
    return [f"{widget.objectName()} {widget.text()!r}" for kind in (QLabel, QCheckBox, QRadioButton, QPushButton)
            for widget in part.findChildren(kind)
            if widget.isVisible() and widget.text() and widget.height() < _needed_height(widget)]


def _needed_height(widget: QLabel | QAbstractButton) -> int:
    if isinstance(widget, QLabel):
        return widget.heightForWidth(widget.width()) if widget.wordWrap() else 0
    return widget.minimumSizeHint().height()


def out_of_reach(part: QWidget) -> list[str]:
    """Return the areas seen in ``part`` that hold something wider than they are, beside its margin, without a bar."""
    return [f"{area.objectName()}: {beyond} px" for area in part.findChildren(QScrollArea)
            if area.isVisible() and area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            and (beyond := _beyond_px(area)) > 0]


def _beyond_px(area: QScrollArea) -> int:
    held = area.widget()
    if held is None:
        return 0
    layout = held.layout()
    margin = layout.contentsMargins().right() if layout is not None else 0
    return held.width() - margin - area.viewport().width()


def _cut_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QTabBar):
        yield from _cut_tabs(widget)
    elif isinstance(widget, QHeaderView):
        yield from _cut_headings(widget)
    elif isinstance(widget, QComboBox) and not isinstance(widget, ElidedChoice):
        yield from _cut_choice(widget)
    elif isinstance(widget, QAbstractSpinBox):
        yield from _cut_number(widget)
    elif isinstance(widget, QGroupBox):
        if widget.title() and widget.width() < widget.minimumSizeHint().width():
            yield widget.title()
    elif isinstance(widget, (QPushButton, QToolButton, QCheckBox, QRadioButton, QLabel)) and _is_cut(widget):
        yield widget.text()


def _is_cut(widget: QPushButton | QToolButton | QCheckBox | QRadioButton | QLabel) -> bool:
    if isinstance(widget, QLabel) and (widget.wordWrap() or type(widget) is not QLabel):
        return False
    if isinstance(widget, ElidedButton):
        return False
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon:
        return widget.contentsRect().width() < widget.fontMetrics().horizontalAdvance(widget.text())
    return bool(widget.text()) and widget.width() < widget.minimumSizeHint().width()


def _cut_choice(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option,
                                      QStyle.SubControl.SC_ComboBoxEditField, box).width()
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    if needed > room and not box.isEditable():  # a field that is typed in scrolls
        yield box.currentText()


def _cut_number(box: QAbstractSpinBox) -> Iterator[str]:
    """Yield a number with its unit that is cut; in the field itself 2 px at either side are Qt's."""
    field = box.lineEdit()
    margins = field.textMargins()
    room = field.contentsRect().width() - margins.left() - margins.right() - 4
    if field.fontMetrics().horizontalAdvance(field.text()) > room:
        yield field.text()


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    if bar.elideMode() == Qt.TextElideMode.ElideNone and not bar.usesScrollButtons():
        return
    for number in range(bar.count()):
        if bar.isTabVisible(number) and bar.tabRect(number).width() < bar.tabSizeHint(number).width():
            yield bar.tabText(number)


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    if header.orientation() != Qt.Orientation.Horizontal or header.model() is None:
        return
    for section in range(header.count()):
        text = str(header.model().headerData(section, Qt.Orientation.Horizontal) or "")
        if text and not header.isSectionHidden(section) and _heading_width(header, text) > header.sectionSize(section):
            tip = header.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            if not tip:
                yield text


def _heading_width(header: QHeaderView, text: str) -> int:
    longest = max(text.split("\n"), key=header.fontMetrics().horizontalAdvance)
    return header.fontMetrics().horizontalAdvance(longest) + 2 * _HEADER_MARGIN_PX


