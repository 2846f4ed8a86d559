"""The tab that says in sentences what differs between the canvas and another network."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.network.costs import Cost
from cnnstudio.network.difference_words import Sentence, share_text
from cnnstudio.ui import icons
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.editor.difference_session import ComparisonSession
from cnnstudio.ui.editor.difference_signs import sign_icon
from cnnstudio.ui.editor.difference_sources import CompareMenu
from cnnstudio.ui.editor.formats import short
from cnnstudio.ui.editor.sections import Figures
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.theme import theme

_MOST_ROWS = 300
_COSTS_PX = 288
_SENTENCE = Qt.ItemDataRole.UserRole


class DifferencePanel(QScrollArea):
    """The sentences, what the change costs, and the buttons that choose another network or stop.

    Attributes
    ----------
    show_requested : the id of a layer or block on the canvas
    ghost_requested : the id of a removed layer
    """

    show_requested = Signal(str)
    ghost_requested = Signal(str)

    def __init__(self, comparison: ComparisonSession, menu: CompareMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("difference_panel")
        self.setAccessibleName(self.tr("Difference to another network"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._comparison = comparison
        self.list = QListWidget()
        self.costs = Figures("difference_costs")
        self.headline = label(name="difference_headline", role="subheading")
        self._same = label(self.tr("Both networks compute the same."), "good", name="difference_same")
        self._hint, self._body = self._make_hint(menu), self._make_body(menu)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        column.addWidget(self._body)
        self.setWidget(inner)
        self._body.hide()
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        comparison.changed.connect(self.refresh)
        theme().changed.connect(self._rebuild)

    def _make_hint(self, menu: CompareMenu) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        text = self.tr("Compare the canvas with a known network, a file, a run's network, or with itself as it was "
                       "opened: what differs is told here and marked on the canvas.")
        column.addWidget(label(text, "quiet", wrap=True))
        column.addWidget(self._make_choice(menu), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _make_choice(self, menu: CompareMenu) -> QPushButton:
        button = described(QPushButton(self.tr("Compare with…")), "compare_with", self.tr("Compare with…"))
        icons.set_icon(button, "network")
        button.setMenu(menu)
        return button

    def _make_body(self, menu: CompareMenu) -> QWidget:
        page = QWidget(self)
        stop = described(QPushButton(self.tr("Stop comparing")), "stop_comparing", self.tr("Stop comparing"))
        stop.clicked.connect(self._comparison.stop)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.headline, 1)
        line.addWidget(self._make_choice(menu))
        line.addWidget(stop)
        described(self.list, "difference_list", self.tr("What differs"))
        self.list.setProperty("bare", True)
        self.list.setWordWrap(True)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)   # it scrolls by itself
        self.list.setMinimumHeight(40)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.costs.setFixedWidth(_COSTS_PX)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.list, 1)
        body.addWidget(self.costs, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._same)
        column.addLayout(body, 1)
        return page

    # what is shown

    def refresh(self) -> None:
        """Show what differs now."""
        self._hint.setVisible(not self._comparison.is_active)
        self._body.setVisible(self._comparison.is_active)
        if not self._comparison.is_active:
            self.list.clear()
            return
        self.headline.setText(self.tr("Compared with {title}").format(title=self._comparison.title))
        shown = [sentence for sentence in self._comparison.sentences if sentence.sign != "cost"]
        self._same.setVisible(self._comparison.found.is_empty)
        self.list.setVisible(bool(shown))
        self.costs.show_lines(_cost_lines(self._comparison.found.cost.before, self._comparison.found.cost.after))
        self._show_sentences(shown)

    def texts(self) -> list[str]:
        """Give the sentences shown."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def _show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Fill the list; nothing is rebuilt, and nothing scrolls, while it says the same."""
        present = [self.list.item(row).data(_SENTENCE) for row in range(self.list.count())]
        wanted = list(sentences[:_MOST_ROWS])
        if len(sentences) > _MOST_ROWS:
            wanted.append(Sentence(self.tr("and {number} more").format(number=len(sentences) - _MOST_ROWS), "summary"))
        if present == wanted:
            return
        place = self.list.verticalScrollBar().value()
        self.list.clear()
        ratio = self.devicePixelRatioF()
        for sentence in wanted:
            item = QListWidgetItem(sign_icon(sentence.sign, ratio), sentence.text, self.list)
            item.setData(_SENTENCE, sentence)
        self.list.verticalScrollBar().setValue(place)

    def _rebuild(self) -> None:
        """Draw the signs in another theme's colours."""
        self.list.clear()
        self.refresh()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        sentence: Sentence = item.data(_SENTENCE)
        if sentence.layer is not None:
            wish = self.ghost_requested if sentence.sign == "removed" else self.show_requested
            wish.emit(sentence.layer)


def _cost_lines(before: Cost, after: Cost) -> list[tuple[str, str]]:
    """Give what both networks cost, and how much more or less that is."""
    titles = (("weights", tr("Weights")), ("multiply_adds", tr("Multiply-adds")),
              ("activations", tr("Values out")))
    return [(title, _figures(getattr(before, name), getattr(after, name))) for name, title in titles]


def _figures(before: int, after: int) -> str:
    if before == after:
        return short(after)
    return f"{short(before)} → {short(after)}{share_text(before, after)}"
