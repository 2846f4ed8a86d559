"""The first look at a result: accuracy with its interval, the confusion matrix and the scores of every class."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import SentenceLine, card, described, label
from cnnstudio.ui.confusion_view import ConfusionView
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.run_uses import RunUseButton
from cnnstudio.ui.training.accuracy_bar import AccuracyBar, percent
from cnnstudio.ui.training.class_table import ClassTable
from cnnstudio.ui.training.side_by_side import SideBySide

if TYPE_CHECKING:
    from cnnstudio.training.comparison import Resolution
    from cnnstudio.training.metrics import Evaluation

_SIDE_BY_SIDE_FROM_PX = 760


class OverviewView(QWidget):
    """Three cards: the accuracy in words and as a picture, the confusion matrix, the classes."""

    cell_chosen = Signal(int, int)
    look_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = ElidedLabel("", "caption", name="results_run")
        self._run.hide()
        self._accuracy = label("", "title", name="accuracy_label", wrap=True)
        self._interval = label("", "quiet", name="interval_label", wrap=True)
        self._flattering = label(self.tr(
            "Slightly flattering: the epoch was chosen on these same images. Test images tell the rest."), "quiet",
            name="flattering_line", wrap=True)
        self._flattering.setToolTip(self.tr(
            "Of all epochs the one with the lowest loss on the validation images is kept, so a little luck with them "
            "is in this figure. Images kept for the test split play no part in a choice; evaluate on them once, last."))
        self._bar = AccuracyBar()
        self._resolution = SentenceLine("info", "quiet", name="resolution_line")
        self._resolution.setToolTip(self.tr(
            "Two networks that are equally good still differ by chance: in at most 5 of 100 cases by so much."))
        self._matrix = ConfusionView()
        self._matrix.cell_chosen.connect(self.cell_chosen)
        self._table = ClassTable()
        self.uses = RunUseButton("use_trained")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._summary_card())
        column.addWidget(SideBySide((self._matrix_card(), self._classes_card()), stretches=(5, 4),
                                    from_px=_SIDE_BY_SIDE_FROM_PX), 1)

    def _summary_card(self) -> QFrame:
        frame, column = card(name="summary_card")
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._run, self._accuracy, self._interval, self._flattering):
            words.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        for button in (self._make_look(), self.uses):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row.addLayout(buttons)
        column.addLayout(row)
        column.addWidget(self._bar)
        column.addWidget(self._resolution)
        self._summary = column
        return frame

    def _make_look(self) -> QPushButton:
        look = described(
            QPushButton(self.tr("Look inside")), "look_inside", self.tr("Look inside the trained network"),
            self.tr("See on single images which parts the network looked at."))
        look.setProperty("primary", True)
        set_icon(look, "look", "on_accent")
        look.clicked.connect(self.look_requested)
        return look

    def set_review_line(self, line: QWidget) -> None:
        """Put the line about doubtful labels below the accuracy."""
        self._summary.addWidget(line)

    def _matrix_card(self) -> QFrame:
        frame, column = card(name="matrix_card")
        column.addWidget(label(self.tr("Confusion matrix"), "heading"))
        column.addWidget(label(self.tr("Rows: true class. Columns: predicted. Click a number to see its images."),
                               "quiet", wrap=True))
        column.addWidget(self._matrix, 1)
        return frame

    def _classes_card(self) -> QFrame:
        frame, column = card(name="classes_card")
        column.addWidget(label(self.tr("Classes"), "heading"))
        column.addWidget(label(self.tr("Precision: right when it names the class. Recall: found of its images."),
                               "quiet", wrap=True))
        column.addWidget(self._table, 1)
        return frame

    def show_run_name(self, name: str) -> None:
        """Say whose results are shown; nothing for one that is not saved yet."""
        self._run.setText(self.tr("Run {name}").format(name=name) if name else "")
        self._run.setVisible(bool(name))

    def show_evaluation(self, evaluation: "Evaluation") -> None:
        """Show what the validation images said about the best weights."""
        from cnnstudio.training.comparison import resolution

        low, high = evaluation.interval
        self._accuracy.setText(self.tr("{accuracy} validation accuracy").format(
            accuracy=percent(evaluation.accuracy)))
        self._interval.setText(self.tr(
            "95 % interval {low} to {high} from {images} images. Always guessing the most frequent class would score "
            "{baseline}.").format(low=percent(low), high=percent(high), images=f"{evaluation.images:,}",
                                  baseline=percent(evaluation.baseline)))
        self._bar.set_values(evaluation.accuracy, evaluation.interval, evaluation.baseline)
        self._say_resolution(resolution(int(evaluation.confusion.trace()), evaluation.images))
        names = [score.name for score in evaluation.per_class]
        self._matrix.show_matrix(names, evaluation.confusion)
        self._matrix.setMinimumHeight(min(self._matrix.sizeHint().height(), 340))
        self._table.show_scores(evaluation.per_class)
        self._table.setMinimumHeight(min(40 + 28 * len(names), 330))

    def _say_resolution(self, found: "Resolution") -> None:
        sign = "warning" if found.is_coarse else "info"
        self._resolution.set_sign(sign, "warning" if found.is_coarse else "quiet")
        if found.difference > found.images:
            self._resolution.say(self.tr("{images} validation images are too few to tell any two trainings apart."
                                         ).format(images=f"{found.images:,}"))
            return
        words = self.tr("With {images} validation images, two trainings must differ by {points} points to be told "
                        "apart (95 %).").format(images=f"{found.images:,}", points=f"{found.points:.1f}")
        if found.is_coarse:
            words += " " + self.tr("More validation images would tell smaller differences.")
        self._resolution.say(words)
