"""Saves the heatmap on show as files in a folder the user chooses."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.look_answer import LookReady

EXPORT_SLOT = "export"


class HeatmapExporter(QObject):
    """Asks for a folder, writes in the background, and says where the files are."""

    message_requested = Signal(str, str)

    def __init__(self, jobs: "JobRunner", parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._window = jobs, parent

    def export(self, look: "LookReady", *, opacity: float, color_map: str) -> None:
        """Write overlay, legend and raw map."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Folder for the heatmap's files"))
        if not chosen:
            return
        from cnnstudio.workspace.explanation_files import file_stem
        from cnnstudio.workspace.look_job import LookQuestion
        from cnnstudio.workspace.save_look_job import SaveLookJob

        image, key = look.image, look.map.key
        name = image.image.stem if isinstance(image.image, Path) else self.tr("pasted")
        stem = file_stem(name, image.class_names[key.target.index or 0], key.layer)
        question = LookQuestion(image.run_path, image.image, key.target, key.layer, key.method)
        job = SaveLookJob(question, Path(chosen), stem, opacity=opacity, color_map=color_map)
        self._jobs.start(job, slot=EXPORT_SLOT, on_event=self._on_saved, on_failed=self._on_failed)

    def _on_saved(self, event: Any) -> None:
        self.message_requested.emit(self.tr("Saved {overlay}, its legend and the raw map.").format(
            overlay=event.files.overlay), "good")

    def _on_failed(self, message: str, _details: str) -> None:
        self.message_requested.emit(message, "error")
