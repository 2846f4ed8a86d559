"""The table of where a widget shows text that is the program's own, to read it and to write it anew."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import getCppPointer


@dataclass(frozen=True, slots=True)
class ShownText:
    """One text of a widget."""

    read: Callable[[], str]
    write: Callable[[str], object]


# What a user types or what is counted is not here: the text of a field, of a list, of an editor.
PROPERTIES: tuple[tuple[type, tuple[str, ...]], ...] = (
    (QLabel, ("text",)),
    (QAbstractButton, ("text",)),
    (QGroupBox, ("title",)),
    (QLineEdit, ("placeholderText",)),
    (QComboBox, ("placeholderText",)),
    (QPlainTextEdit, ("placeholderText",)),
    (QTextEdit, ("placeholderText",)),
    (QMenu, ("title",)),
    (QProgressBar, ("format",)),
    (QSpinBox, ("prefix", "suffix")),
    (QDoubleSpinBox, ("prefix", "suffix")),
    (QAbstractSpinBox, ("specialValueText",)),
    # Last, for setting a text may set its tool tip.
    (QWidget, ("toolTip", "accessibleName", "accessibleDescription", "whatsThis", "windowTitle")),
)
_ACTION_PROPERTIES = ("text", "toolTip")
_ITEM_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def shown_texts(widget: QWidget, done: set[int] | None = None) -> Iterator[ShownText]:
    """Yield each text of ``widget`` itself, of its actions, tabs and items.

    Parameters
    ----------
    done
        What tells apart the actions and models whose texts were yielded: several widgets may show one of them. They
        are left out, and new ones added.
    """
    done = set() if done is None else done
    for action in widget.actions():
        if _is_new(action, done):
            yield from _properties(action, _ACTION_PROPERTIES)
    if isinstance(widget, QTabBar):
        yield from _tabs(widget)
    if isinstance(widget, QComboBox):
        done.add(address(widget.model()))
        yield from _choices(widget)
    if isinstance(widget, QAbstractItemView):
        yield from _items(widget, done)
    if isinstance(widget, QAbstractButton) and _is_drawn_from_action(widget):
        yield from _properties(widget, ("accessibleName",))
        return
    for kind, names in PROPERTIES:
        if isinstance(widget, kind):
            yield from _properties(widget, names)


def address(thing: QObject) -> int:
    """Return what tells a living object from the others."""
    return int(getCppPointer(thing)[0])


def _is_new(thing: QObject, done: set[int]) -> bool:
    if address(thing) in done:
        return False
    done.add(address(thing))
    return True


def _is_in_box(view: QAbstractItemView) -> bool:
    """Whether this is the list of a combo box, which says its choices itself."""
    frame = view.parentWidget()
    return frame is not None and isinstance(frame.parentWidget(), QComboBox)


def _is_drawn_from_action(button: QAbstractButton) -> bool:
    """Whether Qt itself takes the button's text from an action."""
    action: Any = getattr(button, "defaultAction", lambda: None)()
    return isinstance(action, QAction)


def _properties(owner: Any, names: tuple[str, ...]) -> Iterator[ShownText]:
    for name in names:
        yield ShownText(getattr(owner, name), getattr(owner, f"set{name[0].upper()}{name[1:]}"))


def _tabs(bar: QTabBar) -> Iterator[ShownText]:
    for place in range(bar.count()):
        for read, write in ((bar.tabText, bar.setTabText), (bar.tabToolTip, bar.setTabToolTip)):
            yield ShownText(partial(read, place), partial(write, place))


def _choices(box: QComboBox) -> Iterator[ShownText]:
    for place in range(box.count()):
        for role in _ITEM_ROLES:
            yield ShownText(partial(_choice_text, box, place, role), partial(_write_choice, box, place, role))


def _choice_text(box: QComboBox, place: int, role: Qt.ItemDataRole) -> str:
    words = box.itemData(place, role)
    return words if isinstance(words, str) else ""


def _write_choice(box: QComboBox, place: int, role: Qt.ItemDataRole, words: str) -> None:
    """Write a choice without telling that another one was made."""
    blocker = QSignalBlocker(box)
    box.setItemData(place, words, role)
    blocker.unblock()


def _items(view: QAbstractItemView, done: set[int]) -> Iterator[ShownText]:
    """Yield the texts of a model made of items; other models say theirs anew when they are asked."""
    view.viewport().update()
    model = view.model()
    if isinstance(model, QStandardItemModel) and not _is_in_box(view) and _is_new(model, done):
        yield from _below(model.invisibleRootItem())


def _below(parent: QStandardItem) -> Iterator[ShownText]:
    for row in range(parent.rowCount()):
        for column in range(parent.columnCount()):
            item = parent.child(row, column)
            if item is not None:
                for role in _ITEM_ROLES:
                    yield ShownText(partial(_item_text, item, role), partial(_write_item, item, role))
                yield from _below(item)


def _item_text(item: QStandardItem, role: Qt.ItemDataRole) -> str:
    words = item.data(role)
    return words if isinstance(words, str) else ""


def _write_item(item: QStandardItem, role: Qt.ItemDataRole, words: str) -> None:
    item.setData(words, role)
