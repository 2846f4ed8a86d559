"""The Look inside page: which parts of an image speak for which class, in any layer of a trained network."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QListView, QSlider, QVBoxLayout, QWidget

from cnnstudio.ui.inspector.body import LookBody
from cnnstudio.ui.inspector.exporting.exporter import HeatmapExporter
from cnnstudio.ui.inspector.exporting.menu import ExportMenu
from cnnstudio.ui.inspector.exporting.subject import ExportSubject
from cnnstudio.ui.inspector.first_look import FirstLook
from cnnstudio.ui.inspector.idle_building import IdleBuilding
from cnnstudio.ui.inspector.image_input import IMAGE_FILE_FILTER, image_in, is_video
from cnnstudio.ui.inspector.layer_link import LayerLink
from cnnstudio.ui.inspector.live.live_source import LiveSource
from cnnstudio.ui.inspector.presenter import LookPresenter
from cnnstudio.ui.inspector.probing.probe import Probe
from cnnstudio.ui.inspector.run_choices import RunChoices
from cnnstudio.ui.inspector.tabs import InspectorContext, LookSelection
from cnnstudio.ui.pieces import Pieces
from cnnstudio.ui.run_uses import run_uses

if TYPE_CHECKING:
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.workspace import Workspace


class InspectorPage(QWidget):
    """Empty until there is a run; then images at the left, the heatmap in the middle, the answer at the right."""

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)

    IN_PIECES = True
    """It can be built piece by piece; then it looks at nothing before it is first shown."""

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", parent: QWidget | None = None, *,
                 in_pieces: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("inspector_page")
        self.setAcceptDrops(True)
        self._workspace, self._jobs = workspace, jobs
        self.selection = LookSelection(self)
        self._waits_for_user, self._is_whole = in_pieces, False
        self.pieces = Pieces(self._build())
        if not in_pieces:
            self.pieces.build_rest()

    # building

    def _build(self) -> Iterator[None]:
        """Build what is seen, then what lets it work together."""
        context = InspectorContext(self._workspace, self._jobs, self.selection)
        self.body = LookBody(context, self, in_pieces=True)
        while self.body.pieces.build_next():
            yield
        yield
        self.presenter = LookPresenter(self._workspace, self._jobs, self.body, self.selection, self)
        yield
        self._make_helpers(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)
        column.addWidget(self.exporter.line)
        yield
        self._connect()
        self._watch_space()
        self._is_whole = True
        self._on_run_opened()

    def _make_helpers(self, context: InspectorContext) -> None:
        """Make what else can be done with what is seen."""
        self.exporter = HeatmapExporter(self._jobs, self._on_show, self)
        self.export_menu = ExportMenu(self.body.choices.export, self.exporter, self._has_list)
        self.runs = RunChoices(self._workspace, self._jobs, self)
        self.layer_link = LayerLink(self._workspace, self.selection, self)
        self.live = LiveSource(self.body.choices.live, self.selection, self._jobs, self)
        self.probe = Probe(context, self.body.pane.canvas, self)
        self.body.pane.below_image.addWidget(self.probe.chips)
        self.body.pane.below_image.addWidget(self.live.bar)
        self.body.pane.canvas.smoothed = self.live.smoother.smoothed
        self._ahead = IdleBuilding(self.body.tabs, self.presenter.session, self)
        self.first_look = FirstLook(self._workspace, self._jobs, self)
        self.body.empty.add_below(self.first_look.start)

    def _connect(self) -> None:
        choices = self.body.choices
        self.body.empty.action_requested.connect(self._go_to_train)
        choices.open_requested.connect(self.open_file)
        choices.paste_requested.connect(self.paste)
        choices.run_requested.connect(self.runs.open)
        choices.use_requested.connect(run_uses(self._workspace).ask_for_current)
        self.runs.listed.connect(choices.set_runs)
        self.first_look.ready.connect(self._on_published)
        self.first_look.failed.connect(self._on_first_look_failed)
        self.body.answer.trust_requested.connect(self._show_trust)
        self.body.tabs.navigate_requested.connect(self.navigate_requested)
        self.layer_link.noted.connect(self.body.layers.note.say)
        self.probe.channel_requested.connect(self._show_channel)
        self.live.image_taken.connect(self.presenter.look_at_pixels)
        self.live.hurry_changed.connect(self.presenter.session.hurry)
        self.presenter.session.answered.connect(self.live.looked)
        self.presenter.session.failed.connect(self.live.looked)
        for part in (self.runs, self.live, self.body.tabs):
            part.message_requested.connect(self.message_requested)
        self._workspace.runs.opened.connect(self._on_run_opened)
        self._workspace.folder_changed.connect(self._on_folder_changed)
        action = QAction(self.tr("Paste image"), self)
        action.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.paste)
        self.addAction(action)

    def _watch_space(self) -> None:
        """Let Space flicker from the list and the sliders too; they have no use for it."""
        for widget in (*self.body.findChildren(QListView), *self.body.findChildren(QSlider)):
            if widget.objectName() in ("image_list", "layer_tiles", "opacity_slider", "layer_slider", "epoch_slider"):
                widget.installEventFilter(self)

    def _show_channel(self, layer: str, channel: int) -> None:
        """Show a channel where all channels of its layer are."""
        from cnnstudio.ui.inspector.maps.tab import MapsTab  # the tab is made when it is first shown

        self.selection.select_node(layer)
        self.body.tabs.show_tab("maps")
        maps = self.body.tabs.widget("maps")
        if isinstance(maps, MapsTab):
            maps.open_channel(layer, channel)

    def _show_trust(self) -> None:
        self.body.tabs.show_tab("trust")

    # runs

    def _on_run_opened(self) -> None:
        self.layer_link.forget()
        if not self._waits_for_user:
            self._look_at_opened_run()

    def _look_at_opened_run(self) -> None:
        run = self._workspace.runs.current
        self.body.set_has_run(has_run=run is not None)
        self.presenter.look_at_run()
        self.body.choices.show_run(None if run is None else run.path)
        self.runs.refresh()
        self.presenter.take_filter()

    def _on_folder_changed(self) -> None:
        if not self._waits_for_user:
            self.presenter.load_predictions()

    def _on_published(self, record: "RunRecord", image: Path) -> None:
        """Look at an image with the published network: all that needs no images to compare with."""
        self.body.set_has_run(has_run=True, is_published=True)
        self.presenter.look_at_published(record, image)

    def _on_first_look_failed(self, message: str) -> None:
        self.message_requested.emit(message, "error")

    def _go_to_train(self) -> None:
        self.navigate_requested.emit("train")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Bring the list of runs up to date when the user comes; the first time also look at the run."""
        if self._is_whole:
            self._begin_looking()
        super().showEvent(event)

    def _begin_looking(self) -> None:
        if self._waits_for_user:
            self._waits_for_user = False
            self._look_at_opened_run()
        self.runs.refresh()
        self.layer_link.set_shown(True)
        if self._workspace.runs.current is not None:
            self.body.images.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Leave what is chosen elsewhere for later."""
        if self._is_whole:
            self.layer_link.set_shown(False)
            self.live.stop()
        super().hideEvent(event)

    # images in and out

    def show_image(self, path: Path) -> None:
        """Look at ``path``, whether it is in the folder or not."""
        self.presenter.look_at_file(path)

    def _take(self, image: "Path | np.ndarray | None") -> bool:
        if image is None:
            return False
        if isinstance(image, Path) and is_video(image):
            self.live.open_video(image)
        elif isinstance(image, Path):
            self.presenter.arrangements.leave_list()
            self.show_image(image)
        else:
            self.presenter.look_at_pixels(image)
        return True

    def open_file(self) -> None:
        """Ask for an image file and look at it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Image to look at"), "", self.tr("Images ({patterns});;All files (*)").format(
                patterns=IMAGE_FILE_FILTER))
        if chosen:
            self._take(Path(chosen))

    def paste(self) -> None:
        """Look at the image on the clipboard."""
        if not self._take(image_in(QGuiApplication.clipboard().mimeData())):
            self.message_requested.emit(self.tr("There is no image on the clipboard. Copy an image, or an image file, "
                                                "and paste again."), "warning")

    def _on_show(self) -> ExportSubject | None:
        """Return what can be exported."""
        presenter, folder = self.presenter, self._workspace.folder
        look, epoch = presenter.newest, None
        if presenter.at_epoch is not None:
            look, epoch = presenter.at_epoch[0], presenter.at_epoch[1].epoch
        if look is None:
            return None
        return ExportSubject(
            look, self.selection.target, self.body.pane.style_shown, self.body.pane.canvas.limit(),
            self.body.images.shown, None if folder is None else folder.root, presenter.run_name,
            presenter.name_of_pixels, epoch, is_smoothed=self.live.smoother.share is not None)

    def _has_list(self) -> bool:
        return bool(self.body.images.shown)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Accept one image or video; a folder is left to the window."""
        if self.selection.run_path is not None and image_in(event.mimeData()) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Look at what was dropped."""
        if self._take(image_in(event.mimeData())):
            event.acceptProposedAction()

    # keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Show the original while Space is held in a list or on a slider."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space \
                and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) \
                and not isinstance(watched, QAbstractButton):
            if not event.isAutoRepeat():
                self.body.pane.view.set_original_shown(event.type() == QEvent.Type.KeyPress)
            return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """End the decoding threads."""
        self.body.images.close_threads()
        super().closeEvent(event)
