"""The widgets of the Look inside page and how they stand; what they show comes from the presenter."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cnnstudio.ui.cards import EmptyState, SentenceLine, card, label
from cnnstudio.ui.inspector.answer_card import AnswerCard
from cnnstudio.ui.inspector.choice_bar import ChoiceBar
from cnnstudio.ui.inspector.epochs.panel import EpochPanel
from cnnstudio.ui.inspector.epochs.strip_tabs import StripTabs
from cnnstudio.ui.inspector.image_list import ImageList
from cnnstudio.ui.inspector.image_pane import ImagePane
from cnnstudio.ui.inspector.layer_strip import LayerStrip
from cnnstudio.ui.inspector.map_controls import MapControls
from cnnstudio.ui.inspector.overlay_bar import OverlayBar
from cnnstudio.ui.inspector.probability_bars import ProbabilityBars
from cnnstudio.ui.inspector.tabs import InspectorContext, LookTabs
from cnnstudio.ui.pieces import Pieces

_LEFT_PX, _RIGHT_PX = 260, 268


class LookBody(QWidget):
    """Tabs and run above; images at the left, beside them what the tab shows: first the image and the answer."""

    def __init__(self, context: InspectorContext, parent: QWidget | None = None, *, in_pieces: bool = False) -> None:
        super().__init__(parent)
        self._context = context
        self._is_published = False
        self.pieces = Pieces(self._build())
        if not in_pieces:
            self.pieces.build_rest()

    # building

    def _build(self) -> Iterator[None]:
        """Make the parts one by one, each put where it stands; what is in the window is styled once."""
        self._make_lines()
        self._middle, self._heatmap = QWidget(self), QWidget()
        self.tabs = LookTabs(self._heatmap, self._context)
        self.tabs.image_list_wanted.connect(self._on_list_wanted)
        yield
        self.choices = ChoiceBar(self.tabs.bar)
        self._put_together()
        yield
        self.images = ImageList()
        yield
        self._images_card = self._left()
        self._row.insertWidget(0, self._images_card)
        yield
        yield from self._build_heatmap()
        self.set_has_run(has_run=False)

    def _make_lines(self) -> None:
        self.list_error = SentenceLine("warning", "warning", name="list_error")
        self.published = SentenceLine("info", "accent", name="published_note")
        self.empty = EmptyState(
            "look", self.tr("Train a network first"),
            self.tr("When a training has ended you see here, on any image, which parts made the network decide. "
                    "Once there are runs, an earlier one can be chosen above."),
            self.tr("Go to Train"), name="no_run")

    def _put_together(self) -> None:
        self._row = QHBoxLayout(self._middle)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.choices)
        column.addWidget(self.published)
        column.addWidget(self._middle, 1)
        column.addWidget(self.empty, 1)

    def _build_heatmap(self) -> Iterator[None]:
        """Fill the first tab: controls over the image, and the answer at its right."""
        self.layers, self.epochs, self.controls = LayerStrip(), EpochPanel(), MapControls()
        self.strips = StripTabs(self.layers, self.epochs)
        column, row = QVBoxLayout(self._heatmap), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.controls)
        column.addLayout(row, 1)
        row.setSpacing(12)
        yield
        bar = OverlayBar()
        yield
        self.pane = ImagePane(below=self.strips, bar=bar)
        yield
        row.addWidget(self.pane, 1)
        yield
        self.answer, self.bars = AnswerCard(), ProbabilityBars()
        self.side = QVBoxLayout()
        """The right column, for what else is to be told of the answer."""
        row.addWidget(self._right())
        yield

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
        side.setLayout(self.side)
        self.side.setContentsMargins(0, 0, 0, 0)
        self.side.setSpacing(12)
        self.side.addWidget(self.answer)
        frame, inner = card(name="probabilities_card")
        inner.setContentsMargins(8, 12, 8, 8)
        inner.addWidget(label(self.tr("Probabilities"), "subheading"))
        inner.addWidget(self.bars, 1)
        self.side.addWidget(frame, 1)
        return side

    def set_has_run(self, *, has_run: bool, is_published: bool = False) -> None:
        """Show the images and their answers, or what to do first.

        The published network has learned from none of the folder's images and knows none of their classes: there is
        no list of right and wrong ones, and nothing to audit.
        """
        self._is_published = is_published
        self.published.say(self.tr(
            "This is ImageNet's network, EfficientNet-Lite0: it learned 1,000 classes from 1.2 million photographs. "
            "Nothing was trained here.") if is_published else "")
        self.tabs.offer("audit", offered=not is_published)
        self._on_list_wanted(self.tabs.wants_image_list)
        self._middle.setVisible(has_run)
        self.empty.setVisible(not has_run)
        self.choices.set_has_run(has_run=has_run)

    def _on_list_wanted(self, wanted: bool) -> None:
        self._images_card.setVisible(wanted and not self._is_published)

    def clear(self) -> None:
        """Show no image and no answer."""
        self.pane.clear()
        self.layers.clear_pictures()
        self.epochs.clear()
        self.answer.clear()
        self.bars.clear()
        self.choices.set_export_enabled(False)
