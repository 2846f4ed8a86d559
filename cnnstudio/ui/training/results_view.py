"""What a training came to: accuracy with its interval, the confusion matrix and the scores of every class."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.ui.cards import card, described, label
from cnnstudio.ui.confusion_view import ConfusionView
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.training.accuracy_bar import AccuracyBar, percent
from cnnstudio.ui.training.class_table import ClassTable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cnnstudio.training.metrics import Evaluation

_SIDE_BY_SIDE_FROM_PX = 760
_TABLES = "results_tables"


class ResultsView(QWidget):
    """Three cards: the accuracy in words and as a picture, the confusion matrix, the classes."""

    cell_chosen = Signal(int, int)
    look_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accuracy = label("", "title", name="accuracy_label", wrap=True)
        self._interval = label("", "quiet", name="interval_label", wrap=True)
        self._bar = AccuracyBar()
        self._matrix = ConfusionView()
        self._matrix.cell_chosen.connect(self.cell_chosen)
        self._table = ClassTable()
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._summary_card())
        tables = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tables.setObjectName(_TABLES)
        tables.setSpacing(12)
        tables.addWidget(self._matrix_card(), 3)
        tables.addWidget(self._classes_card(), 2)
        column.addLayout(tables, 1)
        area = described(QScrollArea(), "results_scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _summary_card(self) -> QFrame:
        frame, column = card(name="summary_card")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._accuracy)
        words.addWidget(self._interval)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        look = described(
            QPushButton(self.tr("Look inside")), "look_inside", self.tr("Look inside the trained network"),
            self.tr("See on single images which parts the network looked at."))
        look.setProperty("primary", True)
        set_icon(look, "look", "on_accent")
        look.clicked.connect(self.look_requested)
        row.addWidget(look, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self._bar)
        self._summary = column
        return frame

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
        column.addWidget(self._table, 1)
        return frame

    def show_evaluation(self, evaluation: "Evaluation") -> None:
        """Show what the validation images said about the best weights."""
        low, high = evaluation.interval
        self._accuracy.setText(self.tr("{accuracy} validation accuracy").format(
            accuracy=percent(evaluation.accuracy)))
        self._interval.setText(self.tr(
            "95 % interval {low} to {high} from {images} images. Always guessing the most frequent class would score "
            "{baseline}.").format(low=percent(low), high=percent(high), images=f"{evaluation.images:,}",
                                  baseline=percent(evaluation.baseline)))
        self._bar.set_values(evaluation.accuracy, evaluation.interval, evaluation.baseline)
        names = [score.name for score in evaluation.per_class]
        self._matrix.show_matrix(names, evaluation.confusion)
        self._matrix.setMinimumHeight(min(self._matrix.sizeHint().height(), 340))
        self._table.show_scores(evaluation.per_class)
        self._table.setMinimumHeight(min(40 + 28 * len(names), 330))

    def resizeEvent(self, event: "QResizeEvent") -> None:  # noqa: N802
        """Put matrix and classes beside each other where there is room, else one below the other."""
        # Asked of Qt: when a window is collected, Python takes the attributes away before Qt's half of it is gone, and
        # taking the tabs apart resizes what is shown in them.
        tables = self.findChild(QBoxLayout, _TABLES)
        wide = event.size().width() >= _SIDE_BY_SIDE_FROM_PX
        if tables is not None:
            tables.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)
