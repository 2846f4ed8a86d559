"""Lists a project file as it was before each save, and brings one back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import label
from cnnstudio.ui.projects.recoveries import time_text
from cnnstudio.ui.projects.runs_dialog import size_text
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.workspace.project_jobs import BackupRow, BackupsListed

LIST_SLOT = "list backups"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BackupsDialog(QDialog):
    """One row a backup: when it was replaced, its size, what is in it."""

    restore_requested = Signal(object)
    """The path of a backup."""

    def __init__(self, path: Path, jobs: JobRunner, parent: QWidget | None = None) -> None:
        from cnnstudio.workspace.project_jobs import ListBackupsJob

        super().__init__(parent)
        self.setObjectName("backups_dialog")
        self.setWindowTitle(self.tr("Backups of {name}").format(name=path.name))
        self.resize(720, 440)
        self._rows: tuple[BackupRow, ...] = ()
        self.said = label(self.tr("Reading the backups…"), "quiet", wrap=True)
        self.list = self._make_list()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.button = buttons.addButton(self.tr("Bring back"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setProperty("primary", True)
        self.button.setEnabled(False)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.said, self.list, buttons):
            column.addWidget(widget, 1 if widget is self.list else 0)
        self.list.itemSelectionChanged.connect(self._on_selection)
        self.finished.connect(self.deleteLater)
        jobs.start(ListBackupsJob(path), slot=LIST_SLOT, on_event=self._on_listed, quiet=True)

    def _make_list(self) -> QTreeWidget:
        result = QTreeWidget(self)
        result.setObjectName("backups")
        result.setAccessibleName(self.tr("Backups"))
        result.setHeaderLabels([self.tr("Replaced"), self.tr("Network"), self.tr("Layers"), self.tr("Runs"),
                                self.tr("Size")])
        result.setRootIsDecorated(False)
        result.setUniformRowHeights(True)
        header = result.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return result

    def _on_listed(self, event: "BackupsListed") -> None:
        self._rows = event.rows
        self.said.setText(self.tr(
            "The project file as it was before each save. The present one is kept as a backup when you bring one back.")
            if event.rows else self.tr("There are no backups yet: one is kept at each save over the file."))
        self.list.addTopLevelItems([_item(row) for row in event.rows])
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    def _chosen(self) -> "BackupRow | None":
        chosen = self.list.selectedItems()
        number = self.list.indexOfTopLevelItem(chosen[0]) if chosen else -1
        return self._rows[number] if number >= 0 else None

    def _on_selection(self) -> None:
        row = self._chosen()
        self.button.setEnabled(row is not None and row.contents is not None)

    def _accept(self) -> None:
        row = self._chosen()
        if row is not None and row.contents is not None:
            self.restore_requested.emit(row.backup.path)
            self.accept()


def _item(row: "BackupRow") -> QTreeWidgetItem:
    contents, when = row.contents, time_text(row.backup.kept.timestamp())
    if contents is None:
        item = QTreeWidgetItem([when, row.problem, "", "", size_text(row.backup.size)])
        item.setToolTip(1, row.problem)
    else:
        item = QTreeWidgetItem([when, contents.network_name, str(len(contents.graph.get("nodes", ()))),
                                str(len(contents.runs)), size_text(row.backup.size)])
    for column in (2, 3, 4):
        item.setTextAlignment(column, _RIGHT)
    return item
