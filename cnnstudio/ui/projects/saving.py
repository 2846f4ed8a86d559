"""How the window saves a project: as a job, told in a line, and never losing what could not be saved."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from cnnstudio.ui.message_area import MessageAction

if TYPE_CHECKING:
    from cnnstudio.project.contents import ProjectContents, RunToPack
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.ui.projects.flow import ProjectFlow
    from cnnstudio.workspace.project_jobs import ProjectSaved, RunOffers

SAVE_SLOT, OFFER_SLOT = "save project", "runs for project"
_SUFFIX = ".cnnstudio"


class ProjectSaving(QObject):
    """Saves the open project; what waits for that is done when it is on disk, and only then."""

    def __init__(self, window: "MainWindow", flow: "ProjectFlow") -> None:
        super().__init__(flow)
        self._window, self._flow = window, flow
        self._then: Callable[[], object] | None = None
        self._target: Path | None = None
        self._sent: ProjectContents | None = None

    @property
    def is_running(self) -> bool:
        """Whether a save is under way."""
        return self._window.jobs.is_running(SAVE_SLOT)

    def when_saved(self, then: Callable[[], object]) -> None:
        """Do something after the save that is under way."""
        self._then = then

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save over the open project's file; ask for a place where there is none or it may only be read."""
        path = self._flow.path
        if path is None or self._flow.opening.why_read_only:
            self.save_as(then)
        else:
            self._then = then
            self._start(path, ())

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a place and for the runs that go into the file, then save."""
        kinds = self.tr("Projects of CNN Studio ({pattern})").format(pattern=f"*{_SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save project"), str(self._suggested()), kinds)
        if not chosen:
            return
        path = Path(chosen)
        self._target = path if path.suffix == _SUFFIX else path.with_name(path.name + _SUFFIX)
        self._then = then
        self._ask_for_runs()

    def _suggested(self) -> Path:
        if self._flow.path is not None:
            return self._flow.path
        recent = self._window.settings.recent_projects
        name = self._window.workspace.project_name or self.tr("Project")
        return (recent[0].parent if recent else Path.home()) / f"{name}{_SUFFIX}"

    def _ask_for_runs(self) -> None:
        from cnnstudio.workspace.project_jobs import RunOffersJob

        folder = self._window.workspace.folder
        job = RunOffersJob(self._window.workspace.runs.directory, folder.root if folder is not None else None)
        self._window.jobs.start(job, slot=OFFER_SLOT, on_event=self._on_offers)

    def _on_offers(self, event: "RunOffers") -> None:
        if not event.runs:
            self._save_to_target(())
            return
        from cnnstudio.ui.projects.runs_dialog import RunsDialog

        dialog = RunsDialog(event.runs, self._window)
        dialog.chosen.connect(self._save_to_target)
        dialog.open()

    def _save_to_target(self, runs: "tuple[RunToPack, ...]") -> None:
        if self._target is not None:
            self._window.workspace.name_project(self._target.stem)
            self._start(self._target.absolute(), runs)

    def _start(self, path: Path, runs: "tuple[RunToPack, ...]") -> None:
        from cnnstudio.workspace.project_jobs import SaveProjectJob

        self._target = path
        self._sent = self._flow.changes.pictured()
        job = SaveProjectJob(path, self._sent, self._window.workspace.folder, runs, self._flow.path)
        self._window.jobs.start(job, slot=SAVE_SLOT, on_event=self._on_event, on_failed=self._on_failed,
                                on_cancelled=self._on_cancelled)

    def _on_event(self, event: "ProjectSaved") -> None:
        from cnnstudio.workspace.project_jobs import ProjectSaved

        if not isinstance(event, ProjectSaved) or self._sent is None:
            return
        self._flow.changes.take_saved(replace(event.contents, notices=()), self._sent, event.path)
        self._flow.opening.hold(event.path)
        self._window.settings.remember_project(event.path)
        self._flow.changed.emit()
        self._window.show_message(self.tr("{name} is saved.").format(name=event.path.name), "good")
        for notice in event.contents.notices:
            self._window.show_message(notice, "warning")
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_failed(self, text: str, _details: str) -> None:
        self._then = None
        self._window.messages.show_message(text, "error", actions=(
            MessageAction(self.tr("Try again"), self._flow.save, is_primary=True),
            MessageAction(self.tr("Save as…"), self._flow.save_as)))

    def _on_cancelled(self) -> None:
        self._then = None
        self._window.show_message(self.tr("Saving was stopped; the file is as it was."))
