"""The Data page: classes, thumbnails, settings with a live strip, and the health of the folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from cnnstudio.ui.cards import EmptyState, label
from cnnstudio.ui.data.class_list import ClassList
from cnnstudio.ui.data.contents import ASIDE, FolderContents, ImageFilter
from cnnstudio.ui.data.health_panel import HealthPanel
from cnnstudio.ui.data.settings_panel import SettingsPanel
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.images import ThumbnailModel
from cnnstudio.ui.thumbnail_view import ThumbnailView
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.data.health import Finding
    from cnnstudio.workspace.workspace import Workspace

_CLASSES_PX = 232


class DataPage(QWidget):
    """Shows the images of the workspace's folder; the folder on disk is never touched."""

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)

    def __init__(self, workspace: "Workspace", jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_page")
        self._workspace = workspace
        self._contents: FolderContents | None = None
        self._finding: Finding | None = None
        self.classes = ClassList()
        self.model = ThumbnailModel(self)
        self.grid = ThumbnailView()
        self.settings = SettingsPanel(workspace, jobs)
        self.health = HealthPanel(jobs)
        self._build()
        self._connect()
        self._on_folder()

    def _build(self) -> None:
        self.grid.setObjectName("image_grid")
        self.grid.setAccessibleName(self.tr("Images"))
        self.grid.setModel(self.model)
        self._empty = EmptyState(
            "data", self.tr("No images yet"),
            self.tr("Open a folder that has one sub-folder for each class, or start with a sample. "
                    "Dropping a folder on the window works too."),
            self.tr("Choose images"), name="data_empty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._make_body())

    def _make_body(self) -> QWidget:
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(16, 16, 0, 16)
        across.setSpacing(12)
        left = QFrame()
        left.setProperty("card", True)
        left.setFixedWidth(_CLASSES_PX)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.classes)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addLayout(self._make_line())
        middle.addWidget(self.grid, 1)
        middle.addWidget(self.health)
        across.addWidget(left)
        across.addLayout(middle, 1)
        across.addWidget(self.settings)
        return body

    def _make_line(self) -> QHBoxLayout:
        """Return the line above the grid: what is shown, what is selected, and *Look inside*."""
        self._shown = label("", "subheading", name="shown_count")
        self._selected = ElidedLabel("", "quiet", name="selected_image", where=Qt.TextElideMode.ElideMiddle)
        self._show_all = QPushButton(self.tr("Show all"))
        self._show_all.setObjectName("show_all")
        self._show_all.setProperty("flat", True)
        self._look = QPushButton(self.tr("Look inside"))
        self._look.setObjectName("look_inside")
        self._look.setAccessibleName(self.tr("Look inside with the selected image"))
        set_icon(self._look, "look")
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget, stretch in ((self._shown, 0), (self._show_all, 0), (self._selected, 1), (self._look, 0)):
            line.addWidget(widget, stretch)
        return line

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.folder_changed.connect(self._on_folder)
        workspace.split_changed.connect(self._on_splits)
        workspace.selected_image_changed.connect(self._on_selected_elsewhere)
        self.classes.filter_changed.connect(self._on_filter)
        self.grid.selectionModel().currentChanged.connect(self._on_current)
        self.grid.image_activated.connect(self._on_activated)
        self.health.show_requested.connect(self._on_show_finding)
        self.settings.message_requested.connect(self.message_requested)
        self._look.clicked.connect(self._go_look)
        self._show_all.clicked.connect(self._on_show_all)
        self._empty.action_requested.connect(self._go_welcome)

    @property
    def shown_count(self) -> int:
        """How many images pass the filter."""
        return self.model.rowCount()

    def shut_down(self) -> None:
        """End the threads that decode thumbnails."""
        self.model.close()

    def _on_folder(self) -> None:
        folder = self._workspace.folder
        self._stack.setCurrentIndex(0 if folder is None else 1)
        self._finding = None
        self.health.set_folder(folder)
        self._on_splits()

    def _on_splits(self) -> None:
        folder, splits = self._workspace.folder, self._workspace.splits
        if folder is None or splits is None:
            self._contents = None
            self.model.set_rows(())
            return
        self._contents = FolderContents(folder, splits)
        self.classes.set_rows(self._contents.class_rows())
        self._show_rows()

    def _on_filter(self) -> None:
        self._finding = None
        self._show_rows()

    def _filter(self) -> ImageFilter:
        if self._finding is not None:
            return ImageFilter(files=frozenset(self._finding.files))
        return ImageFilter(self.classes.class_index, self.classes.split)

    def _show_rows(self) -> None:
        if self._contents is None:
            return
        wanted = self._filter()
        rows = self._contents.rows(wanted)
        self.grid.set_has_captions(has_captions=bool(rows) and bool(rows[0].caption))
        self.model.set_rows(rows)
        title = self._finding.title if self._finding is not None else self._title(wanted)
        self._shown.setText(f"{title}: {len(rows):,}" if self._finding is None else title)
        self._show_all.setVisible(wanted != ImageFilter())
        self._on_selected_elsewhere()

    def _title(self, wanted: ImageFilter) -> str:
        if wanted.split == ASIDE:
            return self.tr("Files left out")
        names = self._workspace.class_names
        return names[wanted.class_index] if wanted.class_index is not None else self.tr("Images")

    def _on_current(self, index: QModelIndex) -> None:
        path = self.model.path(index) if index.isValid() else None
        if path is not None and not index.data(int(ThumbnailModel.CaptionRole)):
            self._workspace.select_image(path)
        self._show_selected(str(index.data(int(Qt.ItemDataRole.ToolTipRole)) or "") if index.isValid() else "")

    def _on_selected_elsewhere(self) -> None:
        path = self._workspace.selected_image
        current = self.model.path(self.grid.currentIndex()) if self.grid.currentIndex().isValid() else None
        if path is None or path == current or self.shown_count > 20_000:
            self._show_selected("" if path is None else str(Path(path).name))
            return
        index = self.model.index_of(path)
        if index.isValid():
            self.grid.setCurrentIndex(index)

    def _show_selected(self, text: str) -> None:
        self._selected.setText(text)
        self._look.setEnabled(self._workspace.selected_image is not None)

    def _on_activated(self, _index: QModelIndex) -> None:
        self._go_look()

    def _on_show_finding(self, finding: "Finding") -> None:
        self._finding = finding
        self._show_rows()

    def _on_show_all(self) -> None:
        self._finding = None
        self.classes.choose(None, None)

    def _go_look(self) -> None:
        self.navigate_requested.emit("look")

    def _go_welcome(self) -> None:
        self.navigate_requested.emit("welcome")
