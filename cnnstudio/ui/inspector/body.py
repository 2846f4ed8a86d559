"""The widgets of the Look inside page and how they stand; what they show comes from the presenter."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cnnstudio.ui.cards import EmptyState, SentenceLine, card, label
from cnnstudio.ui.inspector.answer_card import AnswerCard
from cnnstudio.ui.inspector.choice_bar import ChoiceBar
from cnnstudio.ui.inspector.image_list import ImageList
from cnnstudio.ui.inspector.image_pane import ImagePane
from cnnstudio.ui.inspector.probability_bars import ProbabilityBars
from cnnstudio.ui.inspector.tabs import InspectorContext, LookTabs

_LEFT_PX, _RIGHT_PX = 272, 268


class LookBody(QWidget):
    """Choices above; images at the left, beside them the tabs: the first has the image and the answer."""

    def __init__(self, context: InspectorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices, self.images, self.pane = ChoiceBar(), ImageList(), ImagePane()
        self.answer, self.bars = AnswerCard(), ProbabilityBars()
        self.list_error = SentenceLine("warning", "warning", name="list_error")
        self.empty = EmptyState(
            "look", self.tr("Train a network first"),
            self.tr("When a training has ended you see here, on any image, which parts made the network decide."),
            self.tr("Go to Train"), name="no_run")
        self._middle, self._heatmap = QWidget(), QWidget()
        self.tabs = LookTabs(self._heatmap, context)
        self._images_card = self._left()
        self.tabs.image_list_wanted.connect(self._images_card.setVisible)
        self._build()
        self.set_has_run(has_run=False)

    def _build(self) -> None:
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._images_card)
        row.addWidget(self.tabs, 1)
        inner = QHBoxLayout(self._heatmap)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.pane, 1)
        inner.addWidget(self._right())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.tabs.bar)
        column.addWidget(self.choices)
        column.addWidget(self._middle, 1)
        column.addWidget(self.empty, 1)

    def _left(self) -> QFrame:
        frame, column = card(name="images_card")
        column.setContentsMargins(12, 12, 4, 4)
        frame.setFixedWidth(_LEFT_PX)
        column.addWidget(self.list_error)
        column.addWidget(self.images, 1)
        return frame

    def _right(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_RIGHT_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.answer)
        frame, inner = card(name="probabilities_card")
        inner.setContentsMargins(8, 12, 8, 8)
        inner.addWidget(label(self.tr("Probabilities"), "subheading"))
        inner.addWidget(self.bars, 1)
        column.addWidget(frame, 1)
        return side

    def set_has_run(self, *, has_run: bool) -> None:
        """Show the images and their answers, or what to do first."""
        self._middle.setVisible(has_run)
        self.empty.setVisible(not has_run)
        self.choices.set_has_run(has_run=has_run)

    def clear(self) -> None:
        """Show no image and no answer."""
        self.pane.clear()
        self.answer.clear()
        self.bars.clear()
        self.choices.set_export_enabled(False)
