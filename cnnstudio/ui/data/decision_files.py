"""Saves what was decided about images as a table, loads it again, and takes everything back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cnnstudio import storage
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.ui.arranging import Arranger, Change
from cnnstudio.ui.workers import JobRunner, LazyJob
from cnnstudio.workspace.jobs import Job, ShouldStop

if TYPE_CHECKING:
    from cnnstudio.data.folder.image_folder import ImageFolder
    from cnnstudio.data.split import Splits
    from cnnstudio.workspace.workspace import Workspace

SLOT = "decision files"


class _WriteJob:
    """Make a table and write it, whole or not at all."""

    title = "Saving a table"

    def __init__(self, path: Path, make: Callable[[], bytes]) -> None:
        self._path, self._make = path, make

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - a second at most
        """Write and yield the path."""
        storage.write_bytes(self._path, self._make())
        yield self._path


class DecisionFiles(QObject):
    """Asks for a file and does the work beside the window."""

    message_requested = Signal(str, str)

    def __init__(self, workspace: "Workspace", jobs: JobRunner, arranger: Arranger, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._jobs, self._arranger, self._window = workspace, jobs, arranger, window

    def save_decisions(self) -> None:
        """Save all decisions as CSV."""
        curation = self._workspace.curation
        self._save(self.tr("Save the decisions"), "decisions", lambda: _curation_csv(curation))

    def save_labels(self) -> None:
        """Save all used images with class and split as CSV, which can be opened as a list."""
        folder, splits = self._workspace.folder, self._workspace.splits
        if folder is not None and splits is not None:
            self._save(self.tr("Save the images as a list"), "labels", lambda: _labels_csv(folder, splits))

    def _save(self, title: str, name: str, make: Callable[[], bytes]) -> None:
        start = Path.home() / f"{self._workspace.project_name or 'images'} {name}.csv"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(start), self.tr("Tables (*.csv)"))
        if chosen:
            self._jobs.start(LazyJob(title, lambda: _write_job(Path(chosen), make)), slot=SLOT,
                             on_event=self._on_saved, on_failed=self._on_failed)

    def load_decisions(self) -> None:
        """Put the decisions of a CSV file in the place of those there are; one step to undo."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Load decisions"), str(Path.home()), self.tr("Tables (*.csv *.tsv *.txt)"))
        if chosen:
            path = Path(chosen)
            self._arranger.change(Change(
                self.tr("Load decisions"), self.tr("The decisions of {name} are in force").format(name=path.name),
                lambda before: replace(_read(path), class_names=before.class_names)))

    def take_back(self) -> None:
        """Use all images as they are found; one step to undo."""
        self._arranger.change(Change(
            self.tr("Take all decisions back"), self.tr("All images are used as they are found"),
            lambda before: Curation(class_names=before.class_names)))

    def _on_saved(self, path: Path) -> None:
        self.message_requested.emit(self.tr("Saved in {path}").format(path=path), "good")

    def _on_failed(self, message: str, details: str) -> None:
        if not details:
            self.message_requested.emit(message, "error")


def _write_job(path: Path, make: Callable[[], bytes]) -> Job:
    return _WriteJob(path, make)


def _curation_csv(curation: Curation) -> bytes:
    from cnnstudio.data.curation.table import curation_csv

    return curation_csv(curation)


def _labels_csv(folder: "ImageFolder", splits: "Splits") -> bytes:
    from cnnstudio.data.curation.table import labels_csv

    return labels_csv(folder, splits)


def _read(path: Path) -> Curation:
    from cnnstudio.data.curation.table import LIMIT_BYTES, read_curation_csv

    return read_curation_csv(storage.read_bytes(path, limit=LIMIT_BYTES), path.name)
