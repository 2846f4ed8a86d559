"""A window of its own for the beamer: the camera's picture, what the network takes it for, and where it looks."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.inspector.live.camera import Camera
from cnnstudio.ui.inspector.live.live_stage import LiveStage, SourceButton
from cnnstudio.ui.workers import LazyJob

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.jobs import Job
    from cnnstudio.workspace.live_job import LiveAnswer

ANSWER_SLOT = "live window"
CLASSES = 5
_WINDOW_PX = (1180, 720)
_TEXT_PX = 26
_RATE_OF = 10
"""The rate is that of so many pictures."""


class LiveWindow(QWidget):
    """Looks at the newest picture whenever the last one has been answered; those between are dropped.

    Parameters
    ----------
    run : folder of the run that answers
    source : number of a camera, 0 for the first, or a film
    """

    def __init__(self, run: Path, jobs: "JobRunner", parent: QWidget | None = None, *, source: int | Path = 0) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("live_window")
        self.setWindowTitle(self.tr("Live: {name}").format(name=run.name))
        self.resize(*_WINDOW_PX)
        self._run, self._jobs = run, jobs
        self.camera = Camera(jobs, self, source=source)
        self.answer: LiveAnswer | None = None
        """The one on show."""
        self._times: list[float] = []
        self.stage = LiveStage()
        self.source = SourceButton(source)
        self._build()
        self.stage.again_requested.connect(self.start)
        self.source.chosen.connect(self._on_source)
        self.camera.picture_taken.connect(self._on_picture)
        self.camera.failed.connect(self._on_no_camera)
        self.camera.ended.connect(self._on_end)

    def _on_source(self, source: int | Path) -> None:
        self._begin()
        self.camera.look_at(source)

    def _build(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.source)
        self.bars = [self._make_bar(side) for _ in range(CLASSES)]
        side.addStretch(1)
        self.message = label("", "bad", name="live_message", wrap=True)
        self.rate = label("", "quiet", name="live_rate")
        for widget in (self.message, self.rate):
            side.addWidget(widget)
        side.addLayout(self._make_buttons())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.stage, 3)
        row.addLayout(side, 2)

    def _make_bar(self, column: QVBoxLayout) -> tuple[QLabel, QLabel, QProgressBar]:
        """Return name, percentage and bar of one place, in type for the last row of a lecture room."""
        name, share, bar = label(), label(), QProgressBar()
        for text in (name, share):
            font = text.font()
            font.setPixelSize(_TEXT_PX)
            text.setFont(font)
        bar.setRange(0, 1000)
        bar.setTextVisible(False)
        grid = QGridLayout()
        grid.addWidget(name, 0, 0)
        grid.addWidget(share, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(bar, 1, 0, 1, 2)
        column.addLayout(grid)
        for widget in (name, share, bar):
            widget.hide()
        return name, share, bar

    def _make_buttons(self) -> QGridLayout:
        self.map = described(QCheckBox(self.tr("Heatmap")), "live_map")
        self.freeze = described(QPushButton(self.tr("Freeze")), "live_freeze", self.tr("Freeze the picture"))
        self.freeze.setCheckable(True)
        self.freeze.setShortcut(Qt.Key.Key_Space)
        self.snapshot = described(QPushButton(self.tr("Snapshot…")), "live_snapshot",
                                  self.tr("Save the picture and what is shown"))
        self._enable(is_there=False)
        self.freeze.toggled.connect(self._on_freeze)
        self.snapshot.clicked.connect(self.ask_for_snapshot)
        grid = QGridLayout()
        for place, widget in enumerate((self.map, self.freeze, self.snapshot)):
            grid.addWidget(widget, 0, place)
        return grid

    def start(self) -> None:
        """Open the camera, or the film from its beginning."""
        self._begin()
        self.camera.start()

    def _begin(self) -> None:
        self._jobs.cancel(ANSWER_SLOT)  # it would show a picture of what was looked at before
        self.message.clear()
        self.rate.clear()
        self._times.clear()
        self.freeze.setChecked(False)
        self.stage.show_words(self.tr("Waiting for the first picture…"), can_repeat=False)

    def _enable(self, *, is_there: bool) -> None:
        """Let a picture be frozen and saved where there is one."""
        for button in (self.freeze, self.snapshot):
            button.setEnabled(is_there)

    def _on_picture(self, pixels: np.ndarray) -> None:
        if self.freeze.isChecked():
            return
        run, with_map = self._run, self.map.isChecked()

        def make() -> "Job":
            from cnnstudio.workspace.live_job import LiveAnswerJob

            return LiveAnswerJob(run, pixels, with_map=with_map)

        self._jobs.start(LazyJob(self.tr("Looking"), make), slot=ANSWER_SLOT, quiet=True, on_event=self._on_answer,
                         on_failed=self._on_failed)

    def _on_answer(self, answer: "LiveAnswer") -> None:
        """Show an answer and want the next picture."""
        if not self.freeze.isChecked():
            self.answer = answer
            self.stage.show_pixels(answer.shown)
            self._show_bars(answer)
            if self.camera.is_on:  # the last answer may come after the words that the video is at its end
                self._show_rate()
            self._enable(is_there=True)
        self.camera.go_on()

    def _show_bars(self, answer: "LiveAnswer") -> None:
        ranked = answer.ranked
        for place, (name, share, bar) in enumerate(self.bars):
            is_there = place < len(ranked)
            for widget in (name, share, bar):
                widget.setVisible(is_there)
            if is_there:
                name.setText(ranked[place][0])
                share.setText(f"{100 * ranked[place][1]:.0f} %")
                bar.setValue(round(1000 * ranked[place][1]))

    def _show_rate(self) -> None:
        self._times = [*self._times[-_RATE_OF:], time.monotonic()]
        if len(self._times) > 1 and self._times[-1] > self._times[0]:
            rate = (len(self._times) - 1) / (self._times[-1] - self._times[0])
            self.rate.setText(self.tr("{rate:.1f} pictures a second, {count} not shown").format(
                rate=rate, count=f"{self.camera.left_out:,}"))

    def _on_no_camera(self, message: str) -> None:
        self.rate.clear()
        self._enable(is_there=False)
        self.stage.show_words(message, can_repeat=True)

    def _on_end(self) -> None:
        self.rate.setText(self.tr("The video is at its end."))

    def _on_failed(self, message: str, _details: str) -> None:
        self.camera.stop()
        self._on_no_camera(message)

    def _on_freeze(self) -> None:
        if not self.freeze.isChecked():
            self.camera.go_on()

    def ask_for_snapshot(self) -> None:
        """Ask where the picture on show goes."""
        self.freeze.setChecked(True)
        found, _ = QFileDialog.getSaveFileName(self, self.tr("Snapshot"), "snapshot.png", self.tr("Pictures (*.png)"))
        if found:
            self.save_snapshot(Path(found))

    def save_snapshot(self, path: Path) -> None:
        """Save the picture as ``path``, and what is shown of it beside as ``…-shown.png``; tell why if that fails."""
        if self.answer is None:
            return
        for pixels, target in ((self.answer.pixels, path.with_suffix(".png")),
                               (self.answer.shown, path.with_name(f"{path.stem}-shown.png"))):
            if not to_qimage(pixels).save(str(target)):
                self.message.setText(self.tr("{path} cannot be written. Choose another folder.").format(path=target))
                return
        self.message.setText("")

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Give the camera back."""
        self.camera.stop()
        self._jobs.cancel(ANSWER_SLOT)
        event.accept()
