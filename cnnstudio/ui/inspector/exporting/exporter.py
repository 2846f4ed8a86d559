"""Writes and copies heatmaps: asks what is wanted, works in the background, and says where everything is."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.inspector.exporting.dialog import ExportChoice, ExportDialog, is_used
from cnnstudio.ui.inspector.exporting.export_line import ExportLine
from cnnstudio.ui.inspector.exporting.subject import ExportSubject, listed
from cnnstudio.ui.inspector.exporting.words import about
from cnnstudio.ui.workers import LazyJob

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.explain_images_job import ImagesExplained
    from cnnstudio.workspace.jobs import Job

EXPORT_SLOT, COPY_SLOT = "export", "copy_map"


class HeatmapExporter(QObject):
    """One export at a time; what is copied does not wait for it.

    Parameters
    ----------
    subject : returns what is on show, None when there is nothing
    """

    def __init__(self, jobs: "JobRunner", subject: Callable[[], ExportSubject | None], window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._subject, self._window = jobs, subject, window
        self.line = ExportLine()
        self.dialog: ExportDialog | None = None
        self._asked: ExportSubject | None = None
        self._directory = Path()
        self._parent: Path | None = None
        self._copied_words = ""
        self._stopped: Path | None = None
        """Where an export of the list was stopped; offered again."""
        self.line.stop_requested.connect(self.stop)

    # asking

    def export_this(self) -> None:
        """Ask how the heatmap on show is written."""
        self._ask(is_many=False)

    def export_list(self) -> None:
        """Ask how the heatmaps of the list are written."""
        self._ask(is_many=True)

    def _ask(self, *, is_many: bool) -> None:
        subject = self._subject()
        if subject is None:
            return
        self._asked = subject
        folder = self._usual_parent()
        if is_many:
            epoch = "" if subject.epoch is None else f" epoch {subject.epoch}"
            folder = self._stopped or free_folder(folder, f"{subject.run_name}{epoch} {subject.look.map.key.method}")
        self.dialog = ExportDialog(subject, folder, is_many=is_many, parent=self._window)
        self.dialog.export_requested.connect(self._begin)
        self.dialog.open()

    def _usual_parent(self) -> Path:
        if self._parent is not None:
            return self._parent
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents or Path.home()) / self.tr("Heatmaps")

    # writing

    def _begin(self, choice: ExportChoice) -> None:
        if self._asked is None:
            return
        self._directory = choice.directory
        self._parent = choice.directory.parent if choice.is_many else choice.directory
        self._stopped = choice.directory if choice.is_many else self._stopped
        self.line.show_progress(0, 0, self.tr("Exporting…"))
        self._jobs.start(LazyJob(self.tr("Exporting heatmaps"), making(self._asked, choice)), slot=EXPORT_SLOT,
                         on_event=self._on_event, on_failed=self._on_failed, on_cancelled=self._on_cancelled)

    def stop(self) -> None:
        """End the export; what is written stays."""
        self._jobs.cancel(EXPORT_SLOT)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.explain_images_job import ImagesExplained
        from cnnstudio.workspace.jobs import Progress

        if isinstance(event, Progress):
            self.line.show_progress(event.done, event.total, self.tr("Exporting heatmaps: {done} of {total}").format(
                done=f"{event.done:,}", total=f"{event.total:,}"))
        elif isinstance(event, ImagesExplained):
            self._tell_end(event)

    def _tell_end(self, end: "ImagesExplained") -> None:
        counts = {"done": f"{end.images:,}", "wanted": f"{end.wanted:,}", "failed": f"{end.failed:,}",
                  "folder": str(self._directory)}
        if not end.is_complete:
            text = self.tr("Stopped: {done} of {wanted} images are done. Export into the same folder again to go on: "
                           "{folder}") if end.manifest else self.tr("Stopped.")
        elif end.failed:
            text = self.tr("Saved {done} of {wanted} images in {folder}; {failed} could not be read, the reasons are "
                           "in manifest.json.") if end.manifest else self.tr("The image could not be read.")
        else:
            text = self.tr("Saved the heatmaps of {done} images in {folder}.") if end.manifest else self.tr(
                "Saved the heatmap in {folder}.")
        if end.is_complete and end.manifest:
            self._stopped = None
        self.line.say(text.format(**counts), kind="good" if end.is_complete and not end.failed else "warning",
                      folder=self._directory)

    def _on_failed(self, message: str, _details: str) -> None:
        self.line.say(message, kind="bad")

    def _on_cancelled(self) -> None:
        self.line.say(self.tr("Stopped before anything was written."), kind="warning")

    # copying

    def copy_picture(self, kind: str) -> None:
        """Put a picture of the map, as large as the original image, on the clipboard; ``kind`` is of `PICTURES`."""
        subject = self._subject()
        if subject is None:
            return
        from cnnstudio.workspace.map_copy_job import MapPictureJob

        look, self._copied_words = subject.painting(fixed=not subject.is_scale_own), about(subject)
        self._copy(MapPictureJob(subject.question(), kind, look, subject.image_name, epoch=subject.epoch))

    def copy_script(self) -> None:
        """Put a Python script that makes the map again on the clipboard."""
        if self._has_script():
            self._write_script(None)

    def save_script(self) -> None:
        """Ask for a file and write the script into it."""
        subject = self._subject()
        if subject is None or not self._has_script():
            return
        suggested = self._usual_parent() / f"{Path(subject.image_name).stem}.py"
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the script"), str(suggested),
                                                self.tr("Python (*.py)"))
        if chosen:
            self._write_script(Path(chosen))

    def _has_script(self) -> bool:
        """Say it where a script would have no file of weights to read."""
        subject = self._subject()
        if subject is None or subject.epoch is None:
            return subject is not None
        self._say(self.tr("A script reads the weights of the best epoch; those of epoch {epoch} have no file of their "
                          "own. Show the best epoch and copy again.").format(epoch=subject.epoch))
        return False

    def _write_script(self, path: Path | None) -> None:
        subject = self._subject()
        if subject is None:
            return
        from cnnstudio.workspace.map_copy_job import MapScriptJob

        self._copy(MapScriptJob(subject.question(), path))

    def _copy(self, job: "Job") -> None:
        self._jobs.start(job, slot=COPY_SLOT, on_event=self._on_copied, on_failed=self._on_failed)

    def _on_copied(self, event: object) -> None:
        from cnnstudio.workspace.map_copy_job import MapPicture, MapScript

        clipboard = QGuiApplication.clipboard()
        if isinstance(event, MapPicture):
            height, width = event.pixels.shape[:2]
            clipboard.setImage(to_qimage(event.pixels))
            text = self.tr("Copied a picture of {width} × {height} pixels.").format(width=width, height=height)
            self._say(" ".join(filter(None, (text, self._copied_words))))
        elif isinstance(event, MapScript) and event.path is not None:
            self._say(self.tr("Saved a script that makes this map again with PyTorch alone: {path}").format(
                path=event.path), event.path.parent)
        elif isinstance(event, MapScript):
            clipboard.setText(event.text)
            self._say(self.tr("Copied as Python: a script of {lines} lines that makes this map again with PyTorch "
                              "alone.").format(lines=len(event.text.splitlines())))

    def _say(self, text: str, folder: Path | None = None) -> None:
        """Say what was copied; an export that runs keeps the line."""
        if not self._jobs.is_running(EXPORT_SLOT):
            self.line.say(text, folder=folder)


def making(subject: ExportSubject, choice: ExportChoice) -> "Callable[[], Job]":
    """Return what makes the job, in its own thread: the list may be long."""
    def make() -> "Job":
        from cnnstudio.workspace.explain_images_job import ExplainImagesJob, FilePlan

        image, look = subject.look.image, subject.painting(fixed=choice.fixed)
        if not choice.is_many:
            plan = FilePlan(choice.directory, choice.kinds, look, existing="keep")
            return ExplainImagesJob(image.run_path, (subject.this_image(),), subject.this_wish(), plan,
                                    epoch=subject.epoch)
        plan = FilePlan(choice.directory, choice.kinds, look, tables=True, existing="go-on")
        images = listed(subject.rows, image.class_names, subject.folder)
        return ExplainImagesJob(image.run_path, images, subject.wish_for_all(predicted=choice.predicted), plan,
                                epoch=subject.epoch)

    return make


def free_folder(parent: Path, name: str) -> Path:
    """Return a folder below ``parent`` that holds nothing yet, named after words of the user's."""
    from cnnstudio.workspace.explanation_files import file_stem

    stem, number = file_stem(name), 2
    folder = parent / stem
    while is_used(folder):
        folder, number = parent / f"{stem}-{number}", number + 1
    return folder
