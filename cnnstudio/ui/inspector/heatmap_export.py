"""Saves the heatmap on show as files in a folder the user chooses."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.explanation_job import ExplanationReady

EXPORT_SLOT = "export"


class HeatmapExporter(QObject):
    """Asks for a folder, writes in the background, and says where the files are."""

    message_requested = Signal(str, str)

    def __init__(self, jobs: "JobRunner", parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._window = jobs, parent

    def export(self, ready: "ExplanationReady", *, opacity: float, color_map: str) -> None:
        """Write overlay, legend and raw map."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Folder for the heatmap's files"))
        if not chosen:
            return
        from cnnstudio.workspace.explanation_files import file_stem
        from cnnstudio.workspace.save_explanation_job import SaveExplanationJob

        explanation = ready.explanation
        name = ready.image_path.stem if ready.image_path is not None else self.tr("pasted")
        stem = file_stem(name, ready.class_names[explanation.target], explanation.layer)
        job = SaveExplanationJob(ready, Path(chosen), stem, opacity=opacity, color_map=color_map)
        self._jobs.start(job, slot=EXPORT_SLOT, on_event=self._on_saved, on_failed=self._on_failed)

    def _on_saved(self, event: Any) -> None:
        self.message_requested.emit(self.tr("Saved {overlay}, its legend and the raw map.").format(
            overlay=event.files.overlay), "good")

    def _on_failed(self, message: str, _details: str) -> None:
        self.message_requested.emit(message, "error")
