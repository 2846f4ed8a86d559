"""Live pictures: what the selected image looks like after each layer, worked out in the background."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from cnnstudio.network.document import to_document
from cnnstudio.ui.editor.formats import count
from cnnstudio.ui.editor.listening import listen
from cnnstudio.ui.editor.picture_strip import PictureStrip
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.workers import TRAIN_SLOT, JobRunner
from cnnstudio.workspace.preview_cache import PreviewCache

if TYPE_CHECKING:
    from cnnstudio.explain.node_pictures import NodePicture
    from cnnstudio.workspace.preview_job import PreviewReady, WeightsUsed

SLOT = "preview"
_WAIT_MS = 150


class PreviewRequester(QObject):
    """Asks for new pictures a moment after the graph or the image changed, while the page is shown.

    A training has processor and memory for itself: pictures wait until it has ended, but for those of an image that
    is chosen meanwhile.

    Attributes
    ----------
    pictures_changed : node id -> `PictureStrip`; empty when there is no image
    failure : why there are no pictures of the network as it is now; empty when there are, or are going to be
    is_waiting : whether a training holds the pictures up
    """

    pictures_changed = Signal(dict)
    state_changed = Signal()

    def __init__(self, session: EditorSession, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self.failure = ""
        self.is_waiting = False
        self._is_active = False
        self._weights: WeightsUsed | None = None
        self._cache = PreviewCache()
        self._strips: dict[str, PictureStrip] = {}
        self._asked: object = None
        self._seen_image: Path | None = None
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._later.timeout.connect(self._ask)
        session.graph_swapped.connect(self._forget)
        session.analysed.connect(self.request)
        jobs.job_started.connect(self._on_job_started)
        jobs.job_ended.connect(self._on_job_ended)
        workspace = session.workspace
        for signal in (workspace.selected_image_changed, workspace.preprocess_changed, workspace.runs.opened):
            listen(self, signal, self.request)

    def set_active(self, *, is_active: bool) -> None:
        """Work only while someone looks."""
        self._is_active = is_active
        if is_active:
            self.request()
        else:
            self._later.stop()
            self._cache.forget_weights()

    def request(self) -> None:
        """Ask soon; a burst of changes asks once."""
        if self._is_active:
            self._later.start()

    @property
    def is_trained(self) -> bool:
        """Whether the last pictures were made with the weights of the run alone."""
        return self._weights is not None and self._weights.is_trained

    def describe(self) -> str:
        """Say which pictures the layers show, or why they show none."""
        image = self._session.workspace.selected_image
        if image is None:
            return self.tr("Choose an image, and each layer shows what it makes of it.")
        if self.failure:
            return self.tr("No pictures now: {reason}").format(reason=self.failure)
        if self.is_waiting:
            return self.tr("The pictures wait until the training has ended; choose another image to see them now.")
        if self._weights is None or not self._strips:
            return self.tr("{image} is being worked out.").format(image=image.name)
        return " ".join(part for part in (self._weights_sentence(image, self._weights), self._gaps()) if part)

    def _weights_sentence(self, image: Path, weights: "WeightsUsed") -> str:
        if weights.is_trained:
            return self.tr("{image}, with the trained weights of the open run.").format(image=image.name)
        if not weights.trained and weights.published:
            return self._published_sentence(image, weights)
        if not weights.trained:
            return self.tr("{image}, with random weights: the network is not trained yet.").format(image=image.name)
        return self.tr("{image}, with the trained weights of the open run up to {last}, and random ones from {first} "
                       "on.").format(image=image.name, last=self._name(weights.trained[-1]),
                                     first=self.tr(" and ").join(map(self._name, weights.random_from[:2])))

    def _published_sentence(self, image: Path, weights: "WeightsUsed") -> str:
        learned = self.tr("{image}, with the weights {name} learned from ImageNet").format(
            image=image.name, name=self._name(weights.published[0]))
        return self.tr("{learned}, and random ones in layers that are not trained yet.").format(
            learned=learned) if weights.random else f"{learned}."

    def _gaps(self) -> str:
        """Say how many layers have no picture, and why."""
        large = self._weights.too_large if self._weights is not None else ()
        if large:
            return self.tr("None from {name} on: it is too large for a picture.").format(name=self._name(large[0]))
        nodes = self._session.graph.nodes
        missing = sum(node_id not in self._strips for node_id in nodes)
        if missing == 1:
            return self.tr("1 layer has none: it is not connected, or something before it does not fit.")
        return "" if missing == 0 else self.tr(
            "{number} layers have none: they are not connected, or something before them does not fit.").format(
                number=count(missing))

    def _name(self, node_id: str) -> str:
        node = self._session.graph.nodes.get(node_id)
        return node.name if node is not None else node_id

    # asking

    def _ask(self) -> None:
        workspace, run = self._session.workspace, self._session.workspace.runs.current
        image, seen_image = workspace.selected_image, self._seen_image
        self._seen_image, self.is_waiting = image, False
        if image is None:
            self._forget()
            self.pictures_changed.emit({})
            return
        wish = (_without_places(to_document(self._session.graph)), workspace.preprocess, image,
                (run.path, run.record.best_epoch) if run is not None else None)
        if wish == self._asked:
            self.pictures_changed.emit(self._strips)   # a layer that was removed and came back shows its picture again
        elif self._jobs.is_running(TRAIN_SLOT) and seen_image in (None, image):
            self.is_waiting = True
            self.state_changed.emit()
        else:
            self._asked = wish
            self._start(image, run.path if run is not None else None)

    def _start(self, image: Path, run_path: Path | None) -> None:
        from cnnstudio.workspace.preview_job import PreviewJob

        job = PreviewJob(self._session.graph, self._session.workspace.preprocess, image, run_path, self._cache)
        self._jobs.start(job, slot=SLOT, on_event=self._on_event, on_failed=self._on_failed, quiet=True)

    def _forget(self) -> None:
        """Begin anew: another network or no image."""
        self._asked, self._strips = None, {}

    def _on_job_started(self, slot: str) -> None:
        if slot == TRAIN_SLOT:
            self._cache.forget_weights()

    def _on_job_ended(self, slot: str) -> None:
        if slot == TRAIN_SLOT and self.is_waiting:
            self.is_waiting = False
            self.request()

    # what comes

    def _on_event(self, event: Any) -> None:
        ready: PreviewReady = event
        strips = {node_id: self._strip(node_id, picture, self._words(node_id, ready.weights))
                  for node_id, picture in ready.pictures.items()}
        self._strips = strips if ready.is_complete else {**self._strips, **strips}
        self._weights, self.failure = ready.weights, ""
        self.pictures_changed.emit(self._strips)

    def _words(self, node_id: str, weights: "WeightsUsed") -> str:
        """Name the weights a layer's picture comes from."""
        if node_id in weights.trained_pictures:
            return self.tr("Trained weights")
        return self.tr("ImageNet's weights") if node_id in weights.published_pictures else self.tr("Random weights")

    def _strip(self, node_id: str, picture: "NodePicture", words: str) -> PictureStrip:
        """Give the strip there is while nothing about it has changed, so that its node is not painted again."""
        known = self._strips.get(node_id)
        if known is not None and known.picture is picture and known.weights_text == words:
            return known
        return PictureStrip(picture, words)

    def _on_failed(self, message: str, _details: str) -> None:
        """Leave the pictures as they are and keep the reason; most often it is one of the graph's problems."""
        self._asked, self.failure = None, message
        self.state_changed.emit()


def _without_places(document: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what a picture does not depend on, so that moving layers asks for nothing."""
    nodes = [{key: value for key, value in node.items() if key not in ("x", "y", "name")} for node in document["nodes"]]
    blocks = [(sorted(block["members"]), block["repeat"]) for block in document.get("blocks", ())]
    return {"nodes": nodes, "edges": document["edges"], "blocks": blocks}
