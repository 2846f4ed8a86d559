"""Live pictures: what the selected image looks like after each layer, worked out in the background."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from cnnstudio.network.document import to_document
from cnnstudio.ui.editor.listening import listen
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.workers import JobRunner

SLOT = "preview"
_WAIT_MS = 250


class PreviewRequester(QObject):
    """Asks for new pictures a moment after the graph or the image changed, while the page is shown.

    Attributes
    ----------
    pictures_changed : node id -> picture; empty when there is no image
    is_trained : whether the last pictures were made with a run's weights
    failure : why there are no pictures of the network as it is now; empty when there are, or are going to be
    """

    pictures_changed = Signal(dict)
    state_changed = Signal()

    def __init__(self, session: EditorSession, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self.is_trained = False
        self.failure = ""
        self._is_active = False
        self._asked: object = None
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._later.timeout.connect(self._ask)
        session.analysed.connect(self.request)
        workspace = session.workspace
        for signal in (workspace.selected_image_changed, workspace.preprocess_changed, workspace.run_opened):
            listen(self, signal, self.request)

    def set_active(self, *, is_active: bool) -> None:
        """Work only while someone looks."""
        self._is_active = is_active
        if is_active:
            self.request()
        else:
            self._later.stop()

    def request(self) -> None:
        """Ask soon; a burst of changes asks once."""
        if self._is_active:
            self._later.start()

    def _ask(self) -> None:
        workspace = self._session.workspace
        if workspace.selected_image is None:
            self._asked = None
            self.pictures_changed.emit({})
            return
        document = _without_places(to_document(self._session.graph))
        run = workspace.run.path if workspace.run is not None else None
        wish = (document, workspace.preprocess, workspace.selected_image, run)
        if wish == self._asked:
            return
        self._asked = wish
        from cnnstudio.workspace.preview_job import PreviewJob

        job = PreviewJob(to_document(self._session.graph), workspace.preprocess, workspace.selected_image, run)
        self._jobs.start(job, slot=SLOT, on_event=self._on_event, on_failed=self._on_failed, quiet=True)

    def _on_event(self, event: Any) -> None:
        thumbnails: Mapping[str, np.ndarray] | None = getattr(event, "thumbnails", None)
        if thumbnails is None:
            return
        pictures = {node_id: to_picture(pixels) for node_id, pixels in thumbnails.items()}
        entry = self._session.graph.input_node
        if entry is not None:
            pictures[entry.id] = to_picture(event.input_pixels)
        self.is_trained, self.failure = event.is_trained, ""
        self.pictures_changed.emit(pictures)

    def _on_failed(self, message: str, _details: str) -> None:
        """Leave the pictures as they are and keep the reason; most often it is one of the graph's problems."""
        self._asked, self.failure = None, message
        self.state_changed.emit()


def to_picture(pixels: np.ndarray) -> QImage:
    """Turn a picture into Qt's form.

    Parameters
    ----------
    pixels : (h, w) or (h, w, 1) uint8, grey, or (h, w, 3) uint8, RGB
    """
    if pixels.ndim == 3 and pixels.shape[2] == 1:
        pixels = pixels[:, :, 0]
    pixels = np.ascontiguousarray(pixels, dtype=np.uint8)
    form = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB888
    return QImage(pixels.data, pixels.shape[1], pixels.shape[0], pixels.strides[0], form).copy()


def _without_places(document: dict[str, Any]) -> dict[str, Any]:
    """Leave out what a picture does not depend on, so that moving layers asks for nothing."""
    nodes = [{key: value for key, value in node.items() if key not in ("x", "y", "name")} for node in document["nodes"]]
    return {**document, "nodes": nodes}
