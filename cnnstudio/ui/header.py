"""The line at the top: what is open, undo and redo, the Train button, light or dark, and the menu."""

from collections.abc import Mapping, Sequence

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from cnnstudio.ui.actions import with_shortcut
from cnnstudio.ui.help.menu import HelpMenu
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.language_menu import LanguageMenu
from cnnstudio.ui.projects.recent_menu import RecentProjectsMenu
from cnnstudio.ui.size_menu import SizeMenu
from cnnstudio.ui.theme import theme
from cnnstudio.wording import mid_sentence

_HEIGHT_PX = 52
_MENU = ("new_project", "open_project", "recent_projects", "save_project", "save_project_as", "project_notes",
         "project_backups", "", "open_folder", "show_welcome", "rescan", "", "training", "export", "report",
         "predict_folder", "live_window", "", "command_palette", "view", "help", "", "quit")
_TRAINING = ("train", "try_settings", "pause_training", "stop_training", "", "keep_awake")
_VIEW = ("toggle_scheme", "language", "size", "beamer_mode")
"""Menus of their own: all in one is higher than a small screen."""


class Header(QFrame):
    """Shows the project and asks for trainings; knows no page."""

    train_requested = Signal()
    stop_requested = Signal()

    def __init__(self, actions: Mapping[str, QAction], undo_stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(_HEIGHT_PX)
        self._is_training = False
        self._project = QLabel(self)
        self._project.setObjectName("project_name")
        self._project.setProperty("role", "heading")
        self._project.setTextFormat(Qt.TextFormat.PlainText)
        self._network = QLabel(self)
        self._network.setObjectName("network_name")
        self._network.setProperty("role", "quiet")
        self._network.setTextFormat(Qt.TextFormat.PlainText)
        self._train = QPushButton(self)
        self._train.setObjectName("train_button")
        self._train.clicked.connect(self._on_train)
        self.languages = LanguageMenu(self)
        self.recent_projects = RecentProjectsMenu(self)
        self.sizes = SizeMenu(self)
        self._menus: dict[str, QMenu] = {
            "language": self.languages, "recent_projects": self.recent_projects, "size": self.sizes,
            "help": HelpMenu(actions, self)}
        for name, title, names in (("training", self.tr("Training"), _TRAINING), ("view", self.tr("View"), _VIEW)):
            self._menus[name] = QMenu(title, self)
            self._menus[name].setObjectName(f"{name}_menu")
            self._fill(self._menus[name], names, actions)
        self._scheme = self._tool(actions["toggle_scheme"], "scheme_button")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self._project)
        layout.addWidget(self._network)
        layout.addStretch(1)
        for action in self._undo_actions(undo_stack):
            layout.addWidget(self._tool(action, action.objectName()))
        layout.addSpacing(8)
        layout.addWidget(self._train)
        layout.addSpacing(8)
        layout.addWidget(self._tool(actions["command_palette"], "palette_button"))
        layout.addWidget(self._scheme)
        layout.addWidget(self._make_menu_button(actions))
        theme().changed.connect(self._on_theme)
        self._on_theme()
        self.set_training(is_training=False)

    def set_names(self, project: str, network: str) -> None:
        """Show the names of the project and its network."""
        self._project.setText(project or self.tr("CNN Studio"))
        self._network.setText(f"·  {network}" if project and network else "")

    def set_training(self, *, is_training: bool) -> None:
        """Turn the button into *Stop* while a training runs."""
        self._is_training = is_training
        self._train.setText(self.tr("Stop") if is_training else self.tr("Train"))
        self._train.setAccessibleName(self._train.text())
        self._train.setProperty("primary", not is_training)
        set_icon(self._train, "stop" if is_training else "play", "text" if is_training else "on_accent")
        self._train.style().unpolish(self._train)
        self._train.style().polish(self._train)

    def set_train_enabled(self, why_not: str) -> None:
        """Enable the button, or disable it with the reason as its tool tip."""
        self._train.setEnabled(not why_not or self._is_training)
        self._train.setToolTip(why_not or with_shortcut(self.tr("Train the network on the images"), ("F5",)))

    def _undo_actions(self, stack: QUndoStack) -> tuple[QAction, QAction]:
        self._undo, self._redo = undo, redo = stack.createUndoAction(self), stack.createRedoAction(self)
        stack.undoTextChanged.connect(self._name_undo)     # after Qt's own, which would write "Undo Set kernel size"
        stack.redoTextChanged.connect(self._name_redo)
        self._name_undo(stack.undoText())
        self._name_redo(stack.redoText())
        undo.setShortcuts([QKeySequence("Ctrl+Z")])
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        for name, action in (("undo", undo), ("redo", redo)):
            action.setObjectName(name)
            set_icon(action, name)
            self.addAction(action)
        return undo, redo

    def _name_undo(self, step: str) -> None:
        if not shiboken6.isValid(self._undo):
            return    # the stack is emptied once more while the window is taken down
        name = self.tr("Undo {step}").format(step=mid_sentence(step)) if step else self.tr("Undo")
        self._undo.setText(name)
        self._undo.setToolTip(with_shortcut(name, ("Ctrl+Z",)))

    def _name_redo(self, step: str) -> None:
        if not shiboken6.isValid(self._redo):
            return    # the stack is emptied once more while the window is taken down
        name = self.tr("Redo {step}").format(step=mid_sentence(step)) if step else self.tr("Redo")
        self._redo.setText(name)
        self._redo.setToolTip(with_shortcut(name, ("Ctrl+Shift+Z",)))

    def _tool(self, action: QAction, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName(name)
        button.setAccessibleName(action.text())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _make_menu_button(self, actions: Mapping[str, QAction]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("menu_button")
        button.setAccessibleName(self.tr("Menu"))
        button.setToolTip(self.tr("Menu"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_icon(button, "more")
        menu = QMenu(button)
        self._fill(menu, _MENU, actions)
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu, names: Sequence[str], actions: Mapping[str, QAction]) -> None:
        """Put actions and menus into a menu; an empty name is a line."""
        for name in names:
            if name in self._menus:
                menu.addMenu(self._menus[name])
            elif name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()

    def _on_train(self) -> None:
        (self.stop_requested if self._is_training else self.train_requested).emit()

    def _on_theme(self) -> None:
        set_icon(self._scheme.defaultAction(), "light" if theme().is_dark else "dark")
