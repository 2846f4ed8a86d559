"""Where a pretrained network's weights are, and the button that downloads them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cnnstudio.network.published_weights import INCLUDED, LICENCE, PUBLISHED_WEIGHTS, PublishedWeights
from cnnstudio.ui.cards import described, label, plain_tip
from cnnstudio.ui.editor.session import EditorSession

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner

SLOT = "weights"


class WeightsCard(QFrame):
    """Says whether the weights of the layer that is shown are here; nothing is downloaded without its button.

    Attributes
    ----------
    name : the network whose weights are shown; empty where there are none to show
    """

    download_requested = Signal(str)
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weights_card")
        self.setProperty("card", True)
        self.name = self._loading = ""
        self._failures: dict[str, str] = {}
        self.state = label(wrap=True, name="weights_state")
        self.failure = label(role="bad", wrap=True, name="weights_failure")
        self.bar = described(QProgressBar(), "weights_progress", self.tr("Megabytes downloaded"))
        self.download = described(QPushButton(self.tr("Download")), "weights_download",
                                  self.tr("Download the weights of this network"))
        self.stop = described(QPushButton(self.tr("Stop")), "weights_stop", self.tr("Stop the download"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        for widget in (self.state, self.failure, self.bar, self.download, self.stop):
            column.addWidget(widget)
        self.download.clicked.connect(self._ask)
        self.stop.clicked.connect(self.cancel_requested)
        self.show_layer("", {})

    def show_layer(self, kind: str, parameters: Mapping[str, Any]) -> None:
        """Show what is true of a layer; hidden for layers without published weights."""
        is_published = kind == "Backbone" and parameters["weights"] != "none"
        self.name = parameters["architecture"] if is_published else ""
        self._refresh()

    def show_progress(self, name: str, done: int, total: int) -> None:
        """Show how far the download of a network's weights is, in megabytes."""
        self._loading = name
        self._failures.pop(name, None)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.bar.setFormat(self.tr("{done} of {total} MB").format(done=done, total=total))
        self._refresh()

    def show_end(self, failure: str = "") -> None:
        """Show that the download is over, and why it failed, if it did."""
        if failure:
            self._failures[self._loading] = failure
        self._loading = ""
        self._refresh()

    def _ask(self) -> None:
        self.show_progress(self.name, 0, round(PUBLISHED_WEIGHTS[self.name].megabytes))
        self.download_requested.emit(self.name)

    def _refresh(self) -> None:
        info = PUBLISHED_WEIGHTS.get(self.name)
        is_loading = bool(self.name) and self._loading == self.name
        is_missing = info is not None and not info.is_here
        self.setVisible(bool(self.name))
        self.state.setText(self._sentence(info))
        self.setToolTip(plain_tip(LICENCE) if info is not None else "")
        self.failure.setText(self._failures.get(self.name, "") if is_missing else "")
        self.failure.setVisible(bool(self.failure.text()))
        self.bar.setVisible(is_loading)
        self.stop.setVisible(is_loading)
        self.download.setVisible(is_missing and not is_loading)
        self.download.setEnabled(not self._loading)

    def _sentence(self, info: PublishedWeights | None) -> str:
        if info is None:
            return self.tr("Its weights come with the program and work offline.") if self.name == INCLUDED else ""
        if info.is_here:
            return self.tr("{title}'s weights are on this computer ({size} MB).").format(
                title=info.title, size=f"{info.megabytes:.1f}")
        return self.tr("{title}'s weights are not on this computer: {size} MB from download.pytorch.org. Without a "
                       "connection take EfficientNet-Lite0, whose weights come with the program, or add a file "
                       "with 'cnnstudio weights add FILE'.").format(title=info.title, size=f"{info.megabytes:.1f}")


class WeightsDownloads(QObject):
    """Downloads what the card asks for, and has the network looked at again when it is there."""

    def __init__(self, card: WeightsCard, session: EditorSession, jobs: "JobRunner") -> None:
        super().__init__(card)
        self._card, self._session, self._jobs = card, session, jobs
        self._name = ""
        card.download_requested.connect(self._start)
        card.cancel_requested.connect(self._cancel)

    def _start(self, name: str) -> None:
        from cnnstudio.workspace.weights_job import DownloadWeightsJob

        self._name = name
        self._jobs.start(DownloadWeightsJob(PUBLISHED_WEIGHTS[name]), slot=SLOT, on_event=self._on_event,
                         on_finished=self._on_finished, on_failed=self._on_failed, on_cancelled=self._on_cancelled)

    def _cancel(self) -> None:
        self._jobs.cancel(SLOT)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.jobs import Progress

        if isinstance(event, Progress):
            self._card.show_progress(self._name, event.done, event.total)

    def _on_finished(self) -> None:
        self._card.show_end()
        self._session.look_again()

    def _on_failed(self, message: str, _details: str) -> None:
        self._card.show_end(message)

    def _on_cancelled(self) -> None:
        self._card.show_end()
