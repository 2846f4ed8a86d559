"""Asks which folder a run is to predict, shows how far that is and what came of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.dialog_size import open_size
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.predicting.answer_model import AnswerModel
from cnnstudio.ui.predicting.thumbnail_job import ThumbnailJob
from cnnstudio.ui.workers import LazyJob
from cnnstudio.workspace.jobs import Job, Progress

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.predict_job import FolderPredicted

PREDICT_SLOT, THUMBNAIL_SLOT = "predict folder", "predict thumbnail"
UNSURE = 0.6
_DIALOG_PX = (980, 680)
_THUMBNAIL_PX = 200


@dataclass(frozen=True, slots=True)
class PredictOrder:
    """What the user asked for."""

    run: Path
    folder: Path
    out: Path
    unsure: float
    recursive: bool
    sorts: bool


def predict_job(order: PredictOrder, title: str) -> Job:
    """Return the job that carries an order out; what it needs is imported in its thread."""
    def make() -> Job:
        from cnnstudio.workspace.predict_job import PredictJob, PredictWish

        return PredictJob(PredictWish(
            order.run, order.folder, order.out, unsure=order.unsure, recursive=order.recursive,
            sort_into=order.out / "sorted" if order.sorts else None))

    return LazyJob(title, make)


class PredictDialog(QDialog):
    """Predicts folders with one run, as often as the user likes; what was stopped goes on when it is begun again."""

    look_requested = Signal(object)
    """A `Path` of an image to look inside."""
    label_requested = Signal(object, float)
    """A `Path`, the folder for the results, and the probability below which answers are to be labelled by the user."""

    def __init__(self, run: Path, jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("predict_dialog")
        self.setWindowTitle(self.tr("Predict a folder"))
        open_size(self, *_DIALOG_PX)
        self._run, self._jobs = run, jobs
        self._folder: Path | None = None
        self.model = AnswerModel(self)
        self._build()
        self._refresh()

    # building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Predict a folder with {name}").format(name=self._run.name), "heading",
                               name="predict_heading", wrap=True))
        column.addLayout(self._make_places())
        column.addLayout(self._make_choices())
        self._error = SentenceLine("error", "bad", name="predict_error")
        self.summary = label("", name="predict_summary", wrap=True)
        column.addWidget(self._error)
        column.addWidget(self.summary)
        column.addLayout(self._make_result(), 1)
        column.addLayout(self._make_buttons())

    def _make_places(self) -> QGridLayout:
        grid = QGridLayout()
        self.folder = described(QLineEdit(), "predict_folder", self.tr("Folder with the images"))
        self.out = described(QLineEdit(), "predict_out", self.tr("Folder for the results"))
        rows = ((self.tr("Images"), self.folder, self.browse_folder), (self.tr("Results"), self.out, self.browse_out))
        for row, (title, field, browse) in enumerate(rows):
            button = described(QPushButton(self.tr("Choose…")), f"predict_browse_{row}",
                               self.tr("Choose: {name}").format(name=title))
            button.setAutoDefault(False)
            set_icon(button, "open")
            button.clicked.connect(browse)
            field.textChanged.connect(self._refresh)
            for place, widget in enumerate((label(title, "subheading"), field, button)):
                grid.addWidget(widget, row, place)
        return grid

    def _make_choices(self) -> QHBoxLayout:
        self.recursive = described(QCheckBox(self.tr("Folders inside, too")), "predict_recursive")
        self.recursive.setChecked(True)
        self.sorts = described(QCheckBox(self.tr("Copies sorted into class folders")), "predict_sorts")
        self.unsure = described(QDoubleSpinBox(), "predict_unsure", self.tr("List answers less sure than"))
        self.unsure.setRange(0, 1)
        self.unsure.setSingleStep(0.05)
        self.unsure.setValue(UNSURE)
        row = QHBoxLayout()
        for widget in (self.recursive, self.sorts, label(self.tr("List answers less sure than")), self.unsure):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _make_result(self) -> QHBoxLayout:
        self.table = described(QTableView(), "predict_table", self.tr("Answers"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, 220)
        self.table.setColumnWidth(1, 160)
        header = self.table.horizontalHeader()
        for column in range(2, header.count()):
            self.table.setColumnWidth(column, max(100, header.sectionSizeHint(column)))
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.picture = described(QLabel(), "predict_picture", self.tr("The chosen image"))
        self.picture.setFixedSize(_THUMBNAIL_PX, _THUMBNAIL_PX)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._look = described(QPushButton(self.tr("Open in Look inside")), "predict_look")
        set_icon(self._look, "look")
        self._look.clicked.connect(self._on_look)
        side = QVBoxLayout()
        side.addWidget(self.picture)
        side.addWidget(self._look)
        side.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.table, 1)
        row.addLayout(side)
        return row

    def _make_buttons(self) -> QHBoxLayout:
        self._bar = described(QProgressBar(), "predict_progress", self.tr("Progress of the prediction"))
        self._bar.setTextVisible(False)
        self._step = label("", "quiet", name="predict_step")
        self._cancel = described(QPushButton(self.tr("Stop")), "predict_cancel", self.tr("Stop the prediction"))
        self._cancel.clicked.connect(self.cancel)
        self._start = described(QPushButton(self.tr("Predict")), "predict_start", self.tr("Predict"))
        self._start.setProperty("primary", True)
        self._start.setDefault(True)  # Return in a field predicts, rather than open the first button's dialog
        self._start.clicked.connect(self.start)
        close = described(QPushButton(self.tr("Close")), "predict_close", self.tr("Close"))
        close.clicked.connect(self.reject)
        self._label = described(QPushButton(self.tr("Label the unsure ones…")), "predict_label", self.tr(
            "Label the unsure ones"), self.tr("One image at a time, the least sure first: give its class by a key. "
                                              "What was labelled is kept."))
        set_icon(self._label, "tag")
        self._label.clicked.connect(self._on_label)
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self._step)
        row.addWidget(self._bar, 1)
        row.addStretch()
        for button in (close, self._cancel, self._start):
            row.addWidget(button)
        self._show_running(is_running=False)
        return row

    # what is asked for

    def browse_folder(self) -> None:
        """Choose the images with the desktop's dialog."""
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder with the images"), self.folder.text())
        if found:
            self.folder.setText(found)
            if not self.out.text():
                self.out.setText(str(Path(found).with_name(f"{Path(found).name} predicted")))

    def browse_out(self) -> None:
        """Choose where the results go with the desktop's dialog."""
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder for the results"), self.out.text())
        if found:
            self.out.setText(found)

    def _refresh(self) -> None:
        self._start.setEnabled(bool(self.folder.text().strip() and self.out.text().strip()))
        self._label.setEnabled(bool(self.out.text().strip()))
        self._look.setEnabled(self.table.currentIndex().isValid())

    # what is done

    def start(self) -> None:
        """Predict, or go on where an earlier try into the same folder ended."""
        self._error.say("")
        self._folder = Path(self.folder.text().strip()).expanduser()
        out = Path(self.out.text().strip()).expanduser()
        order = PredictOrder(self._run, self._folder, out, self.unsure.value(), self.recursive.isChecked(),
                             self.sorts.isChecked())
        self._show_running(is_running=True)
        job = predict_job(order, self.tr("Predicting {name}").format(name=self._folder.name))
        self._jobs.start(job, slot=PREDICT_SLOT, on_event=self._on_event, on_finished=self._on_ended,
                         on_failed=self._on_failed, on_cancelled=self._on_cancelled)

    def cancel(self) -> None:
        """Stop; what was answered is kept."""
        self._jobs.cancel(PREDICT_SLOT)

    def _on_event(self, event: Any) -> None:
        if isinstance(event, Progress):
            self._bar.setRange(0, event.total)
            self._bar.setValue(event.done)
            self._step.setText(event.text)
        elif hasattr(event, "table_path"):
            self._show_result(event)

    def _show_result(self, result: "FolderPredicted") -> None:
        self.model.set_table(result.table, result.class_names)
        counts = ", ".join(f"{name} {count:,}" for name, count in zip(result.class_names, result.counts, strict=True))
        text = self.tr("{counts}. Less sure than {share:.0%}: {unsure}. Cannot be read: {refused}. "
                       "The table is {path}.")
        self.summary.setText(text.format(
            counts=counts, share=result.wish.unsure or 0, unsure=f"{len(result.unsure):,}",
            refused=f"{len(result.table.problems):,}", path=result.table_path))
        self.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)

    def _on_ended(self) -> None:
        self._show_running(is_running=False)

    def _on_failed(self, message: str, _details: str) -> None:
        self._show_running(is_running=False)
        self._error.say(message)

    def _on_cancelled(self) -> None:
        self._show_running(is_running=False)
        self.summary.setText(self.tr("Stopped. What was answered is kept: press Predict to go on."))

    def _show_running(self, *, is_running: bool) -> None:
        for widget in (self._bar, self._step, self._cancel):
            widget.setVisible(is_running)
        self._start.setVisible(not is_running)
        self._label.setVisible(not is_running)

    # the chosen row

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._look.setEnabled(current.isValid())
        self.picture.clear()
        if current.isValid() and self._folder is not None:
            path = self._folder / self.model.name_at(current.row())
            self._jobs.start(ThumbnailJob(path, _THUMBNAIL_PX), slot=THUMBNAIL_SLOT, quiet=True,
                             on_event=self._on_thumbnail, on_failed=self._on_no_thumbnail)

    def _on_thumbnail(self, image: QImage) -> None:
        self.picture.setPixmap(QPixmap.fromImage(image))

    def _on_no_thumbnail(self, _message: str, _details: str) -> None:
        self.picture.setText(self.tr("no picture"))

    def _on_look(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self._folder is not None:
            self.look_requested.emit(self._folder / self.model.name_at(index.row()))

    def _on_label(self) -> None:
        self.label_requested.emit(Path(self.out.text().strip()).expanduser(), self.unsure.value())

    def done(self, result: int) -> None:
        """Stop what runs and close."""
        self._jobs.cancel(PREDICT_SLOT)
        self._jobs.cancel(THUMBNAIL_SLOT)
        super().done(result)
