"""The palette itself: a search field over a list, all by keyboard."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QBrush, QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from cnnstudio.ui.cards import label
from cnnstudio.ui.command_palette.commands import Command, commands_of, run_command
from cnnstudio.ui.command_palette.fuzzy import score
from cnnstudio.ui.theme import theme

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.workspace.list_runs_job import RunsListed

RUNS_SLOT = "runs for palette"
_SIZE_PX = (760, 440)
_TOP_PX = 72
_SHOWN = 60
"""Rows at most: nobody reads on, and the list fills at once."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """Finds a command by some letters of its name; Enter does it, Escape closes.

    What cannot be done now is listed with the reason and stays where it is.
    """

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command_palette")
        self.setAccessibleName(self.tr("Find a command"))
        self._commands = tuple(commands)
        self._shown: tuple[Command, ...] = ()
        self.search = QLineEdit(self)
        self.search.setObjectName("palette_search")
        self.search.setPlaceholderText(self.tr("Type what you want to do"))
        self.search.setAccessibleName(self.tr("Type what you want to do"))
        self.list = self._make_list()
        self.nothing = label(self.tr("Nothing has this name."), "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for widget in (self.search, self.list, self.nothing):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addStretch()  # below the words that nothing was found; the list takes all there is
        self.resize(*_SIZE_PX)
        self.search.textChanged.connect(self.refresh)
        self.search.returnPressed.connect(self.do_current)
        self.list.itemClicked.connect(self.do_current)
        self.search.installEventFilter(self)
        self.finished.connect(self.deleteLater)
        self.refresh()

    @property
    def shown(self) -> tuple[Command, ...]:
        """The commands listed now, the best first."""
        return self._shown

    def add(self, commands: Sequence[Command]) -> None:
        """List further ones."""
        self._commands = (*self._commands, *commands)
        self.refresh()

    def refresh(self) -> None:
        """List what fits the letters."""
        letters = self.search.text()
        rated = [(score(letters, one.title), -number, one) for number, one in enumerate(self._commands)]
        best = sorted((row for row in rated if row[0]), key=lambda row: row[:2], reverse=True)[:_SHOWN]
        self._shown = tuple(command for _, _, command in best)
        self.list.clear()
        self.list.addTopLevelItems([self._item(command) for command in self._shown])
        self.list.setVisible(bool(self._shown))
        self.nothing.setVisible(not self._shown)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    def do_current(self) -> None:
        """Do the chosen command; one that cannot be done now stays in the list with its reason."""
        item = self.list.currentItem()
        number = self.list.indexOfTopLevelItem(item) if item is not None else -1
        if number < 0 or self._shown[number].why_not:
            return
        command = self._shown[number]
        self.accept()
        command.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the arrows move in the list while the letters are typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Close when the user goes on elsewhere, as a menu does."""
        if event.type() == QEvent.Type.WindowDeactivate and self.isVisible():
            self.reject()
        return super().event(event)

    def _make_list(self) -> QTreeWidget:
        result = QTreeWidget(self)
        result.setObjectName("palette_list")
        result.setAccessibleName(self.tr("Commands"))
        result.setColumnCount(3)
        result.setHeaderHidden(True)
        result.setRootIsDecorated(False)
        result.setUniformRowHeights(True)
        result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = result.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, 160)
        header.resizeSection(2, 110)
        return result

    def _item(self, command: Command) -> QTreeWidgetItem:
        title = f"{command.title} – {command.why_not}" if command.why_not else command.title
        item = QTreeWidgetItem([title, command.group, command.keys])
        quiet = QBrush(theme().color("quiet"))
        for column in (0, 1, 2) if command.why_not else (1, 2):
            item.setForeground(column, quiet)
        item.setToolTip(0, title)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item


class PaletteFlow(QObject):
    """Opens the palette over the window and lists the runs in it as soon as they are read."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.palette: CommandPalette | None = None
        action = window.findChild(QAction, "action_command_palette")
        if action is not None:
            action.triggered.connect(self.open)

    def open(self) -> None:
        """Show the palette."""
        self.palette = palette = CommandPalette(commands_of(self._window), self._window)
        palette.finished.connect(self._forget)
        corner = self._window.mapToGlobal(self._window.rect().topLeft())
        palette.move(corner.x() + (self._window.width() - palette.width()) // 2, corner.y() + _TOP_PX)
        palette.show()
        palette.search.setFocus()
        if self._window.engine.has_loaded("runs"):
            from cnnstudio.workspace.list_runs_job import ListRunsJob

            self._window.jobs.start(ListRunsJob(self._window.workspace.runs.directory), slot=RUNS_SLOT,
                                    on_event=self._on_runs, quiet=True)

    def _on_runs(self, event: "RunsListed") -> None:
        if self.palette is not None:
            self.palette.add([run_command(self._window, row) for row in event.rows])

    def _forget(self, *_: object) -> None:
        self.palette = None
