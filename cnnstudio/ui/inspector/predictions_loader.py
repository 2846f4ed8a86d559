"""Fetches what a run says about a split of the open folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio.ui.inspector.predictions import confusion, from_arrays
from cnnstudio.workspace.jobs import Progress

if TYPE_CHECKING:
    from cnnstudio.data.folder.image_folder import ImageFolder
    from cnnstudio.ui.workers import JobRunner

PREDICT_SLOT = "predict"


class PredictionsLoader(QObject):
    """Runs one predictions job at a time; a newer wish replaces it."""

    progressed = Signal(str)
    split_known = Signal(str)
    """Which images are really listed: all of a folder that is not divided."""
    arrived = Signal(object)
    """The `Predictions`."""
    counted = Signal(object)
    """Class names, and the (K, K) counts of images by true (row) and predicted class."""
    failed = Signal(str)

    def __init__(self, jobs: "JobRunner", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._is_wanted = False

    def load(self, run_path: Path, folder: "ImageFolder", split: str) -> None:
        """Predict ``split`` of ``folder`` with the run's best weights."""
        from cnnstudio.workspace.split_predictions_job import SplitPredictionsJob

        self._is_wanted = True
        self._jobs.start(SplitPredictionsJob(run_path, folder, split), slot=PREDICT_SLOT, on_event=self._on_event,
                         on_failed=self._on_failed)

    def cancel(self) -> None:
        """Want nothing any more; a job that is being stopped may still answer, and is not heard."""
        self._is_wanted = False
        self._jobs.cancel(PREDICT_SLOT)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.explanation_job import PredictionsReady
        from cnnstudio.workspace.split_predictions_job import SplitChosen

        if not self._is_wanted:
            return
        if isinstance(event, Progress):
            amount = f" {event.done:,} / {event.total:,}" if event.total else ""
            self.progressed.emit(f"{event.text[:1].upper()}{event.text[1:]}{amount}…")
        elif isinstance(event, SplitChosen):
            self.split_known.emit(event.split)
        elif isinstance(event, PredictionsReady):
            self.counted.emit((event.class_names, confusion(event.labels, event.probabilities)))
            self.arrived.emit(from_arrays(event.paths, event.labels, event.probabilities, event.losses))

    def _on_failed(self, message: str, _details: str) -> None:
        self.failed.emit(message)
