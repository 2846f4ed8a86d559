"""Answering only when sure enough: a slider, and what it gains and costs, in words and as a curve."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from cnnstudio.ui.cards import card, described, label
from cnnstudio.ui.training.accuracy_bar import percent
from cnnstudio.ui.training.share_plot import ShareLine, SharePlot

if TYPE_CHECKING:
    from cnnstudio.training.assessment import Assessment
    from cnnstudio.training.thresholds import AnswerCurve, Answered

_STEPS = 1000
_FIRST_STEP = 800
_PLOT_PX = 240
_TARGETS = (0.95, 0.99)


class ThresholdView(QWidget):
    """The slider is the threshold, 0 to 100 %; it stays where it is when another run is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: AnswerCurve | None = None
        self._threshold = _FIRST_STEP / _STEPS
        self._sentence = label("", "subheading", name="threshold_sentence", wrap=True)
        self._note = label("", "quiet", name="threshold_note", wrap=True)
        self._slider = self._make_slider()
        self.plot = SharePlot("threshold_plot", self.tr("answered images"), self.tr("right answers"))
        self.plot.setMinimumHeight(_PLOT_PX)
        self._targets = {target: self._make_target(target) for target in _TARGETS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._build())

    def _make_slider(self) -> QSlider:
        slider = described(QSlider(Qt.Orientation.Horizontal), "threshold_slider", self.tr("Least certainty"),
                           self.tr("How sure the network must be to answer at all."))
        slider.setRange(0, _STEPS)
        slider.setSingleStep(10)
        slider.setPageStep(50)
        slider.setValue(_FIRST_STEP)
        slider.valueChanged.connect(self._on_slider)
        return slider

    def _make_target(self, target: float) -> QPushButton:
        text = self.tr("{share} right").format(share=f"{100 * target:.0f} %")
        button = described(QPushButton(text), f"target_{100 * target:.0f}", text,
                           self.tr("Find the threshold that answers the most images with so many right."))
        button.setProperty("segment", True)
        button.clicked.connect(partial(self._on_target, target))
        return button

    def _build(self) -> QFrame:
        frame, column = card(name="threshold_card")
        column.addWidget(label(self.tr("When should it answer?"), "heading"))
        column.addWidget(label(self.tr(
            "A network may say “I am not sure” and leave an image to a person. Move the slider: the surer it must be, "
            "the fewer images it answers, and the more of its answers are right."), "quiet", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("0 %", "caption"))
        row.addWidget(self._slider, 1)
        row.addWidget(label("100 %", "caption"))
        for button in self._targets.values():
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self._sentence)
        column.addWidget(self._note)
        column.addWidget(self.plot, 1)
        return frame

    def show_assessment(self, found: "Assessment") -> None:
        """Show what thresholds come to in ``found``."""
        self._answers = found.answers
        shares, accuracies = found.answers.drawn()
        lowest = max(0.0, min(0.9, float(int(10 * float(accuracies.min())) / 10)))
        self.plot.show_lines([ShareLine("", shares, accuracies)], y_low=lowest)
        self._show()

    def _on_slider(self, step: int) -> None:
        self._threshold = step / _STEPS
        self._show()

    def _show(self) -> None:
        if self._answers is None:
            return
        chosen = self._answers.at(self._threshold)
        self._sentence.setText(self._words(chosen))
        self._note.setText(self._doubt(chosen))
        self._slider.setAccessibleDescription(self._sentence.text())
        if chosen.accuracy is None:
            self.plot.clear_mark()
        else:
            self.plot.mark(chosen.share, chosen.accuracy)

    def _words(self, chosen: "Answered") -> str:
        threshold = f"{100 * chosen.threshold:.1f}".removesuffix(".0") + " %"
        if chosen.accuracy is None:
            return self.tr("Answer only when at least {threshold} sure: no image is answered.").format(
                threshold=threshold)
        if chosen.answered == chosen.images:
            return self.tr("Answer when at least {threshold} sure: every image is answered, {right} of them right."
                           ).format(threshold=threshold, right=_whole(chosen.accuracy))
        return self.tr("Answer only when at least {threshold} sure: {share} of the images are answered, {right} of "
                       "them right.").format(threshold=threshold, share=_whole(chosen.share),
                                             right=_whole(chosen.accuracy))

    def _doubt(self, chosen: "Answered") -> str:
        if not chosen.answered:
            return self.tr("A lower threshold lets it answer.")
        low, high = chosen.interval
        return self.tr("{answered} of {images} validation images; 95 % interval of the right ones {low} to {high}. A "
                       "threshold chosen on these images promises a little too much: test it on others.").format(
            answered=f"{chosen.answered:,}", images=f"{chosen.images:,}", low=percent(low), high=percent(high))

    def _on_target(self, target: float) -> None:
        found = self._answers.lowest_for(target) if self._answers is not None else None
        if found is None:
            self._note.setText(self.tr("No threshold has {share} of its answers right.").format(
                share=f"{100 * target:.0f} %"))
            return
        self._slider.setValue(int(found.threshold * _STEPS))
        self._threshold = found.threshold  # to the last digit, so that exactly these images are answered
        self._show()


def _whole(share: float) -> str:
    """Return a share in whole percent, where that does not make 100 % of less."""
    return f"{100 * share:.0f} %" if share == 1 or 100 * share < 99.5 else f"{100 * share:.1f} %"
