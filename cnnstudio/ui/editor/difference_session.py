"""Compares the network on the canvas with another one, again after every edit, until told to stop."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from cnnstudio.network.costs import Cost
from cnnstudio.network.difference import CostChange, NetworkDifference, difference, network_cost
from cnnstudio.network.difference_words import Sentence, sentences
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.ui.editor.session import EditorSession

_LATER_MS = 40


class ComparisonSession(QObject):
    """What the canvas is compared with, and what differs.

    Attributes
    ----------
    before : the other network; None while nothing is compared
    title : what it is called
    found : what differs on the canvas
    sentences : the same in words
    """

    changed = Signal()

    def __init__(self, session: EditorSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.before: NetworkGraph | None = None
        self.title = ""
        self.found = NetworkDifference()
        self.sentences: Sequence[Sentence] = ()
        self._keep_ids = False
        self._cost = Cost()
        self._opened = session.graph.copy()
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.compare)
        session.analysed.connect(self._on_analysed)
        session.graph_swapped.connect(self.remember_opened)

    @property
    def is_active(self) -> bool:
        """Whether something is compared."""
        return self.before is not None

    def start(self, before: NetworkGraph, title: str, *, keep_ids: bool = False) -> None:
        """Compare with ``before``, which nobody may change any more; ``keep_ids``: it is an earlier state."""
        self.before, self.title, self._keep_ids = before, title, keep_ids
        self._cost = network_cost(before)
        self.compare()

    def start_with_opened(self) -> None:
        """Compare with the network as it was when it was opened."""
        self.start(self._opened, self.tr("the network as it was opened"), keep_ids=True)

    def remember_opened(self) -> None:
        """Take the network as it is now for what was opened."""
        self._opened = self._session.graph.copy()

    def stop(self) -> None:
        """Compare no more."""
        self._later.stop()
        self.before, self.title, self.found, self.sentences = None, "", NetworkDifference(), ()
        self.changed.emit()

    def compare(self) -> None:
        """Work out what differs now."""
        self._later.stop()
        if self.before is None:
            return
        cost = CostChange(self._cost, self._session.total_cost)
        self.found = difference(self.before, self._session.graph, keep_ids=self._keep_ids, cost=cost)
        self.sentences = tuple(sentences(self.found))
        self.changed.emit()

    def _on_analysed(self) -> None:
        if self.before is not None:
            self._later.start()
