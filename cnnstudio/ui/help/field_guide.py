"""Offers what a field is in the same way everywhere: Shift+F1, the menu of the right button, and a click to ask."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from cnnstudio.ui.help.field_card import FieldCard
from cnnstudio.ui.help.field_help import field_of, help_of, spoken

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease)


class FieldGuide(QObject):
    """Follows the focus, so that no page and no dialog has to know of it.

    Parameters
    ----------
    title_of_term
        The glossary's name of an entry to what it is called.
    """

    term_requested = Signal(str)
    """An entry of the glossary; empty for the glossary as a whole."""

    def __init__(self, title_of_term: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title_of_term = title_of_term
        self._watched: tuple[QWidget, ...] = ()
        self._is_asking = False
        self.card: FieldCard | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    # what is told

    def show_for(self, widget: QWidget | None) -> bool:
        """Show the card of the field a widget belongs to; return whether there is one."""
        field = field_of(widget)
        told = help_of(field) if field is not None else None
        if field is None or told is None:
            return False
        self.card = FieldCard(told, self._title_of_term(told.term) if told.term else "", _window_of(field))
        self.card.term_requested.connect(self.term_requested)
        self.card.show_at(field)
        return True

    def term_of(self, widget: QWidget | None) -> str:
        """Return the glossary's entry about the field a widget belongs to; empty for none."""
        field = field_of(widget)
        told = help_of(field) if field is not None else None
        return told.term if told is not None else ""

    # by keyboard and by the right button

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        self.follow(now)

    def follow(self, now: QWidget | None) -> None:
        """Listen to the keys of the field that a widget belongs to, instead of the one before."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        field = field_of(now)
        told = help_of(field) if field is not None else None
        if field is None or told is None:
            self._watched = ()
            return
        field.setWhatsThis(spoken(told))  # what a screen reader has to say when it is asked for help
        self._watched = tuple(widget for widget in (field, _line_of(field)) if widget is not None)
        for widget in self._watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Answer Shift+F1, F1 and the menu of a field; while the user is asked to click one, take the click."""
        if self._is_asking:
            return self._take_answer(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_F1 \
                and isinstance(watched, QWidget):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return self.show_for(watched)
            self.term_requested.emit(self.term_of(watched))
            return True
        if isinstance(event, QContextMenuEvent) and isinstance(watched, QWidget):
            return self._show_menu(watched, event.globalPos())
        return False

    def _show_menu(self, widget: QWidget, place: QPoint) -> bool:
        field = field_of(widget)
        if field is None or field.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu:
            return False
        menu = self.menu_of(field)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
        return True

    def menu_of(self, field: QWidget) -> QMenu:
        """Return a field's own menu with *What is this?* below it."""
        line = _line_of(field)
        editor = line if line is not None else field
        has_own = isinstance(editor, QLineEdit | QPlainTextEdit | QTextEdit)
        menu = editor.createStandardContextMenu() if has_own else QMenu(field)  # type: ignore[attr-defined]
        if has_own:
            menu.addSeparator()
        action = menu.addAction(self.tr("What is this?"))
        action.setObjectName("menu_what_is_this")
        action.triggered.connect(lambda: self.show_for(field))
        return menu

    # by a click

    def ask_for_click(self) -> None:
        """Let the next click say which field is meant; Esc lets go of the question."""
        application = QApplication.instance()
        if not self._is_asking and isinstance(application, QApplication):
            self._is_asking = True
            application.installEventFilter(self)
            QApplication.setOverrideCursor(Qt.CursorShape.WhatsThisCursor)

    @property
    def is_asking(self) -> bool:
        """Whether a click is waited for."""
        return self._is_asking

    def _take_answer(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in _PRESSES:
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._end_asking()
                self.show_for(QApplication.widgetAt(event.globalPosition().toPoint()))
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._end_asking()
            return True
        return False

    def _end_asking(self) -> None:
        self._is_asking = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
        QApplication.restoreOverrideCursor()


def _window_of(field: QWidget) -> QWidget:
    """Return the window or dialog a field belongs to, also from a panel that drops down."""
    window = field.window()
    above = window.parentWidget()
    return above.window() if window.windowType() == Qt.WindowType.Popup and above is not None else window


def _line_of(field: QWidget) -> QLineEdit | None:
    """Return the line a spin box or an editable combo box is typed into."""
    return field.lineEdit() if isinstance(field, QAbstractSpinBox | QComboBox) else None
