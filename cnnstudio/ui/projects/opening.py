"""How a project comes into the window: its file is read, its images are found or asked for, its settings restored."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnnstudio.ui.message_area import MessageAction
from cnnstudio.ui.projects.images import ImageWish, ProjectImages
from cnnstudio.ui.projects.one_window import OneWindow
from cnnstudio.workspace.jobs import Progress

if TYPE_CHECKING:
    from cnnstudio.project.contents import PackedRun, ProjectContents
    from cnnstudio.project.recovery import Recovery
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.ui.projects.flow import ProjectFlow
    from cnnstudio.workspace.project_jobs import BackupRestored, ProjectOpened, RunsUnpacked

OPEN_SLOT, UNPACK_SLOT, RESTORE_SLOT = "open project", "unpack runs", "restore backup"


class ProjectOpening(QObject):
    """Opens and recovers projects, and takes their runs over; `ProjectImages` brings the images."""

    def __init__(self, window: "MainWindow", flow: "ProjectFlow") -> None:
        super().__init__(flow)
        self._window, self._flow = window, flow
        self._images = ProjectImages(window, flow, self._restore)
        self._is_recovering = False
        self._said = ""     # when the project is there
        self._one_window = OneWindow()
        self.why_read_only = ""
        """Why the file cannot be saved over, in a sentence; empty when it can."""

    def begin_new(self) -> None:
        """Leave everything and begin without images."""
        from cnnstudio.project.contents import ProjectContents

        self.release()
        self._window.messages.clear()
        self._window.workspace.start_over()
        self._flow.changes.begin(ProjectContents(), None, is_saved=True)
        self._flow.changed.emit()
        self._window.show_page("welcome")

    def open(self, path: Path) -> None:
        """Read a project file in the background and show what it holds."""
        self._window.messages.clear("error")
        self._window.readiness.when_there("data", "folder", partial(self._open, path.absolute()))

    def _open(self, path: Path) -> None:
        from cnnstudio.workspace.project_jobs import OpenProjectJob

        self._is_recovering, self._said = False, ""
        self._window.jobs.start(OpenProjectJob(path, self._window.workspace.runs.directory), slot=OPEN_SLOT,
                                on_event=self._on_opened, on_failed=self._on_failed, in_turns=True)

    def recover(self, recovery: "Recovery") -> None:
        """Bring back what a window that died had not saved."""
        self._window.readiness.when_there("data", "folder", partial(self._recover, recovery))

    def _recover(self, recovery: "Recovery") -> None:
        from cnnstudio.workspace.project_jobs import RecoverJob

        self._is_recovering, self._said = True, ""
        self._window.jobs.start(RecoverJob(recovery, self._window.workspace.runs.directory), slot=OPEN_SLOT,
                                on_event=self._on_opened, on_failed=self._on_failed, in_turns=True)

    def restore_backup(self, backup: Path) -> None:
        """Bring a backup of the open project back and open it."""
        from cnnstudio.workspace.project_jobs import RestoreBackupJob

        path = self._flow.path
        if path is not None:
            self._window.jobs.start(RestoreBackupJob(backup, path), slot=RESTORE_SLOT, on_event=self._on_restored)

    def release(self) -> None:
        """Let other windows have the file."""
        self.why_read_only = ""
        self._one_window.release()

    def hold(self, path: Path) -> None:
        """Keep other windows from saving over a file that was just saved here."""
        self._one_window.take(path)
        self.why_read_only = ""

    def _on_restored(self, event: "BackupRestored") -> None:
        self._open(event.path)
        self._said = self.tr("The backup is open; the project as it was is a backup now.")

    def _on_failed(self, text: str, _details: str) -> None:
        self._window.show_error(text)

    def _on_opened(self, event: "ProjectOpened") -> None:
        self._window.messages.clear()   # of what was open
        if self._flow.path != event.path or event.path is None:
            self.release()
        self._take_file(event)
        contents, is_saved = event.contents, not self._is_recovering
        now = self._window.workspace.folder
        self._restore(contents, anew=event.folder is None or now is None or now.root != event.folder)
        self._flow.changes.begin(contents, event.path, is_saved=is_saved)
        self._flow.changed.emit()
        if event.folder is not None:
            self._images.bring(ImageWish(event.folder, contents, event.path, is_saved), stay=True)
        self._window.jobs.turns.soon(partial(self._show, event))

    def _show(self, event: "ProjectOpened") -> None:
        """Show the network and what is to be said, in a turn of its own, for a page is laid out for it."""
        self._window.show_page("network")
        if self._said:
            self._window.show_message(self._said, "good")
        for notice in event.contents.notices:
            self._window.show_message(notice, "warning")
        self._images.ask_where_missing(event)
        self._offer_runs(event)

    def _take_file(self, event: "ProjectOpened") -> None:
        """Remember the file, and say why it can only be looked at."""
        if event.path is None:
            return
        self._window.settings.remember_project(event.path)
        if not self._one_window.take(event.path):
            self.why_read_only = self.tr("{name} is open in another window; changes can be saved under another name.")
        elif event.contents.is_partial:
            self.why_read_only = self.tr("{name} is of a newer version of CNN Studio; changes can be saved under "
                                         "another name.")
        elif not event.can_write:
            self.why_read_only = self.tr("{name} may only be read; changes can be saved under another name.")
        else:
            self.why_read_only = ""
        self.why_read_only = self.why_read_only.format(name=event.path.name)
        if self.why_read_only:
            self._window.show_message(self.why_read_only, "info")

    def _restore(self, contents: "ProjectContents", *, anew: bool = False) -> None:
        from cnnstudio.workspace.project_state import begin_with, restore

        for problem in (begin_with if anew else restore)(self._window.workspace, contents):
            self._window.show_message(problem, "warning")
        self._window.undo_stack.clear()    # what fitted the network to the images meanwhile is no step of the user's

    # runs

    def _offer_runs(self, event: "ProjectOpened") -> None:
        runs, path = event.missing_runs, event.path
        if not runs or path is None:
            return
        one = self.tr("1 run in this project is not among yours.")
        many = self.tr("{count} runs in this project are not among yours.").format(count=f"{len(runs):,}")
        self._window.messages.show_message(one if len(runs) == 1 else many, "info", actions=(
            MessageAction(self.tr("Take over"), partial(self._unpack, path, runs), is_primary=True),
            MessageAction(self.tr("Not now"), None)))

    def _unpack(self, path: Path, runs: "tuple[PackedRun, ...]") -> None:
        from cnnstudio.workspace.project_jobs import UnpackRunsJob

        self._window.jobs.start(UnpackRunsJob(path, runs, self._window.workspace.runs.directory), slot=UNPACK_SLOT,
                                on_event=self._on_unpacked)

    def _on_unpacked(self, event: "Progress | RunsUnpacked") -> None:
        if isinstance(event, Progress):
            return
        for problem in event.problems:
            self._window.show_message(problem, "warning")
        if event.count:
            self._window.show_message(self.tr("The runs are on the Runs page now."), "good")
