"""The table of what can be done with selected images: menu, keys and buttons are made from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from cnnstudio.ui.actions import with_shortcut
from cnnstudio.ui.icons import set_icon

_CONTEXT = "ImageActions"
_CLASSES_IN_MENU = 30
_NUMBER_KEYS = 9


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("ImageActions", text))


@dataclass(frozen=True, slots=True)
class Selected:
    """What the selected images have in common, to tell which actions make sense."""

    images: int = 0
    """Those that are used or could be: not the files set aside."""
    left_out: int = 0
    files: int = 0
    """All selected, with files set aside."""
    changed: int = 0
    """Those whose class or split the user decided."""
    truncated: int = 0
    """Files set aside because their end is missing."""


@dataclass(frozen=True, slots=True)
class ImageActionInfo:
    """One thing that can be done with the selected images."""

    name: str
    title: str
    is_possible: Callable[[Selected], bool]
    icon: str = ""
    shortcuts: tuple[str, ...] = ()


IMAGE_ACTIONS: tuple[ImageActionInfo, ...] = (
    ImageActionInfo("exclude", _text("Leave out"),
                    lambda one: one.images > one.left_out, "exclude", ("Del", "Backspace")),
    ImageActionInfo("bring_back", _text("Bring back"),
                    lambda one: one.left_out > 0, "bring_back", ("Ins", "B")),
    ImageActionInfo("choose_class", _text("Other class…"),
                    lambda one: one.images > 0, "tag", ("C",)),
    ImageActionInfo("as_found", _text("As the folder says"),
                    lambda one: one.changed > 0, "undo"),
    ImageActionInfo("readable_part", _text("Use the readable part"),
                    lambda one: one.truncated > 0, "photo"),
    ImageActionInfo("show_in_folder", _text("Show in folder"),
                    lambda one: one.files == 1, "open"),
    ImageActionInfo("copy_path", _text("Copy path"),
                    lambda one: one.files > 0, "copy", ("Ctrl+C",)),
    ImageActionInfo("look", _text("Look inside"),
                    lambda one: one.images == 1, "look"),
)
_SPLITS = (("train", _text("Training")),
           ("validation", _text("Validation")),
           ("test", _text("Test")),
           ("", _text("As given or drawn")))


class ImageActions(QObject):
    """The actions of a grid, and its menu; asks for what is chosen."""

    requested = Signal(str)
    """A name of `IMAGE_ACTIONS`."""
    class_requested = Signal(str)
    split_requested = Signal(str)
    """``"train"``, ``"validation"``, ``"test"``, or empty: as given or drawn."""

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self._grid = grid
        self._class_names: Sequence[str] = ()
        self._selected = Selected()
        self.actions = {info.name: self._make(info) for info in IMAGE_ACTIONS}
        self._class_keys = [self._make_class_key(number) for number in range(_NUMBER_KEYS)]
        self.set_selected(Selected())

    def _make(self, info: ImageActionInfo) -> QAction:
        action = QAction(_translated(info.title), self._grid)
        action.setObjectName(f"image_{info.name}")
        action.setShortcuts([QKeySequence(keys) for keys in info.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(with_shortcut(_translated(info.title), info.shortcuts))
        action.setData(info.name)
        set_icon(action, info.icon)
        action.triggered.connect(self._on_triggered)
        self._grid.addAction(action)
        return action

    def _make_class_key(self, number: int) -> QAction:
        action = QAction(self._grid)
        action.setObjectName(f"class_key_{number + 1}")
        action.setShortcut(QKeySequence(str(number + 1)))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setData(number)
        action.triggered.connect(self._on_class_key)
        self._grid.addAction(action)
        return action

    def set_class_names(self, names: Sequence[str]) -> None:
        """Offer these classes; the first nine have number keys."""
        self._class_names = names

    def set_selected(self, selected: Selected) -> None:
        """Enable what makes sense for the selected images."""
        self._selected = selected
        for info in IMAGE_ACTIONS:
            self.actions[info.name].setEnabled(info.is_possible(selected))
        for action in self._class_keys:
            action.setEnabled(selected.images > 0)

    def menu(self) -> QMenu:
        """Return the menu for the selected images; it is deleted when it closes."""
        menu = QMenu(self._grid)
        menu.setObjectName("image_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("exclude", "bring_back"):
            menu.addAction(self.actions[name])
        menu.addMenu(self.class_menu(menu))
        menu.addMenu(self.split_menu(menu))
        menu.addAction(self.actions["as_found"])
        if self.actions["readable_part"].isEnabled():
            menu.addAction(self.actions["readable_part"])
        menu.addSeparator()
        for name in ("look", "show_in_folder", "copy_path"):
            menu.addAction(self.actions[name])
        return menu

    def class_menu(self, parent: QWidget) -> QMenu:
        """Return the classes as a menu; with more than thirty, the first and the way to find others."""
        menu = QMenu(_translated("Class"), parent)
        menu.setEnabled(self._selected.images > 0)
        for number, name in enumerate(self._class_names[:_CLASSES_IN_MENU]):
            key = f"\t{number + 1}" if number < _NUMBER_KEYS else ""
            action = menu.addAction(name.replace("&", "&&") + key)
            action.setData(name)
            action.triggered.connect(self._on_class)
        menu.addSeparator()
        menu.addAction(self.actions["choose_class"])
        return menu

    def split_menu(self, parent: QWidget) -> QMenu:
        """Return the splits as a menu."""
        menu = QMenu(_translated("Split"), parent)
        menu.setEnabled(self._selected.images > 0)
        for split, title in _SPLITS:
            action = menu.addAction(_translated(title))
            action.setData(split)
            action.triggered.connect(self._on_split)
        return menu

    def _sent(self) -> object:
        action = self.sender()
        return action.data() if isinstance(action, QAction) else None

    def _on_triggered(self) -> None:
        self.requested.emit(str(self._sent()))

    def _on_class(self) -> None:
        self.class_requested.emit(str(self._sent()))

    def _on_class_key(self) -> None:
        number = self._sent()
        if isinstance(number, int) and number < len(self._class_names):
            self.class_requested.emit(self._class_names[number])

    def _on_split(self) -> None:
        self.split_requested.emit(str(self._sent() or ""))


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
