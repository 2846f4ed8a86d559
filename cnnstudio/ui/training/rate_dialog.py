"""Finds a learning rate before the user's eyes: the curve as it grows, the suggestion, one click to take it."""

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.training.rate_curve import HIGHEST, LOWEST, RateAdvice, RateTried, smooth
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.training.line_canvas import Axis, Line, LineCanvas, Mark

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.jobs import Job

RATE_SLOT = "rate"
_CANVAS_PX, _DIALOG_PX = (420, 240), (680, 500)
_HEADROOM = 1.6
"""The plot reaches so many times the first loss: what is above has left the valley anyway."""


class RateDialog(QDialog):
    """Runs one search after another; closing it stops the one that runs."""

    rate_taken = Signal(float)

    def __init__(self, jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rate_dialog")
        self.setWindowTitle(self.tr("Find learning rate"))
        self.setModal(True)
        self.resize(*_DIALOG_PX)
        self._jobs = jobs
        self._job: Job | None = None
        self._tried: list[RateTried] = []
        self._advice: RateAdvice | None = None
        self._chosen: float | None = None
        self._canvas = described(
            LineCanvas(_CANVAS_PX, is_clickable=True), "rate_plot", self.tr("Loss at each learning rate"),
            self.tr("Click anywhere to choose another rate"))
        self._canvas.clicked.connect(self._on_clicked)
        self._words = label(name="rate_words", wrap=True)
        self._use = described(QPushButton(), "rate_use")
        self._use.setProperty("primary", True)
        self._use.setDefault(True)
        self._use.clicked.connect(self._on_use)
        self._again = described(QPushButton(), "rate_again")
        self._again.clicked.connect(self._on_again)
        self._build()

    def _build(self) -> None:
        what = label(self.tr("The rate rises from step to step, on a copy of the network, until the loss jumps."),
                     "quiet", wrap=True)
        close = described(QPushButton(self.tr("Close")), "rate_close", self.tr("Close without a change"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self._use)
        self._words.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Find learning rate"), "heading"))
        column.addWidget(what)
        column.addWidget(self._canvas, 1)
        column.addWidget(self._words)
        column.addLayout(buttons)
        for button in (self._again, close):
            button.setAutoDefault(False)
        self._refresh()

    # the search

    def search(self, job: "Job") -> None:
        """Begin; the same job is run again on request."""
        self._job = job
        self._tried, self._advice, self._chosen = [], None, None
        self._jobs.start(job, slot=RATE_SLOT, on_event=self._on_event, on_failed=self._on_failed,
                         on_cancelled=self._on_cancelled)
        self._say(self.tr("Preparing the images and the network…"))
        self._refresh()

    @property
    def is_searching(self) -> bool:
        """Whether rates are being tried now."""
        return self._job is not None and self._advice is None

    @property
    def words(self) -> str:
        """What is said below the curve."""
        return self._words.text()

    @property
    def chosen(self) -> float | None:
        """The rate that the button takes."""
        return self._chosen

    def _on_event(self, event: Any) -> None:
        if isinstance(event, RateTried):
            self._tried.append(event)
            self._say(self.tr("Rate {rate}, step {step} of {steps} at most").format(
                rate=f"{event.rate:.2g}", step=event.step + 1, steps=event.steps))
        elif isinstance(event, RateAdvice):
            self._advice, self._chosen = event, event.rate
            self._say(event.reason)
        self._refresh()

    def _on_failed(self, message: str, _details: str) -> None:
        self._end(message)

    def _on_cancelled(self) -> None:
        self._end(self.tr("Stopped before the loss had shown where it falls."))

    def _end(self, message: str) -> None:
        self._advice = RateAdvice(None, message)
        self._say(message)
        self._refresh()

    # showing

    def _say(self, text: str) -> None:
        self._words.setText(text)

    def _refresh(self) -> None:
        self._draw()
        self._use.setText(self.tr("Use {rate}").format(rate=f"{self._chosen:g}") if self._chosen else self.tr("Use"))
        self._use.setAccessibleName(self._use.text())
        self._use.setEnabled(self._chosen is not None)
        self._again.setText(self.tr("Stop") if self.is_searching else self.tr("Search again"))
        self._again.setAccessibleName(self._again.text())

    def _draw(self) -> None:
        """Draw every loss as a dot and the smoothed curve, over powers of ten."""
        decades = range(round(math.log10(LOWEST)), round(math.log10(HIGHEST)) + 1)
        x = Axis(decades[0], decades[-1], tuple((power, f"{10.0**power:g}") for power in decades))
        tried = [one for one in self._tried if math.isfinite(one.loss)]
        if not tried:
            self._canvas.set_picture(x, Axis(0, 1), [])
            return
        at, losses = np.log10([one.rate for one in tried]), np.array([one.loss for one in tried])
        smoothed = smooth(losses)
        top = _HEADROOM * float(smoothed[0])
        self._canvas.set_picture(x, Axis(0, top, _ticks(top)), [
            Line(at, losses, "quiet", is_dots=True), Line(at, smoothed, "train_curve")], self._marks())

    def _marks(self) -> list[Mark]:
        advice, marks = self._advice, []
        if advice is not None and advice.fallen and advice.risen:
            marks += [Mark(math.log10(advice.fallen), "strong_line", self.tr("has fallen"), "left"),
                      Mark(math.log10(advice.risen), "strong_line", self.tr("rises again"), "right")]
        if self._chosen:
            marks.append(Mark(math.log10(self._chosen), "accent", f"{self._chosen:g}"))
        return marks

    # the user

    def _on_clicked(self, power: float) -> None:
        """Choose the rate that was clicked, to two digits."""
        if self._advice is not None and self._tried:
            self._chosen = float(f"{10**power:.1e}")
            self._refresh()

    def _on_use(self) -> None:
        if self._chosen is not None:
            self.rate_taken.emit(self._chosen)
            self.accept()

    def _on_again(self) -> None:
        if self.is_searching:
            self._jobs.cancel(RATE_SLOT)
        elif self._job is not None:
            self.search(self._job)

    def done(self, result: int) -> None:
        """Stop what runs and close."""
        self._jobs.cancel(RATE_SLOT)
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Stop what runs."""
        self._jobs.cancel(RATE_SLOT)
        super().closeEvent(event)


def _ticks(top: float) -> tuple[tuple[float, str], ...]:
    """Return three to six round values from 0 to ``top``."""
    step = 10.0 ** math.floor(math.log10(top / 3))
    step *= next(factor for factor in (1, 2, 5, 10) if top / (factor * step) <= 5)
    return tuple((number * step, f"{number * step:g}") for number in range(int(top / step) + 1))
