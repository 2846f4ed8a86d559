"""How a project comes into the window: its file is read, its images are found or asked for, its settings restored."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from cnnstudio.ui.message_area import MessageAction
from cnnstudio.ui.projects.one_window import OneWindow
from cnnstudio.workspace.jobs import Progress

if TYPE_CHECKING:
    from cnnstudio.project.contents import PackedRun, ProjectContents
    from cnnstudio.project.recovery import Recovery
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.ui.projects.flow import ProjectFlow
    from cnnstudio.workspace.project_jobs import BackupRestored, ProjectOpened, RunsUnpacked
    from cnnstudio.workspace.scan_job import FolderListed, ScanFinished

_ARRANGE_SLOT = "arrange"
"""Of `ui.arranging`, which needs numpy and is imported later than this."""
OPEN_SLOT, UNPACK_SLOT, RESTORE_SLOT = "open project", "unpack runs", "restore backup"


@dataclass(frozen=True, slots=True)
class _Wish:
    """A project whose images are being opened."""

    root: Path
    contents: "ProjectContents"
    path: Path | None
    is_saved: bool


class ProjectOpening(QObject):
    """Opens and recovers projects; while the images are on their way nothing counts as a change."""

    def __init__(self, window: "MainWindow", flow: "ProjectFlow") -> None:
        super().__init__(flow)
        self._window, self._flow = window, flow
        self._wish: _Wish | None = None
        self._settling: _Wish | None = None
        self._is_recovering = False
        self._one_window = OneWindow()
        self.why_read_only = ""
        """Why the file cannot be saved over, in a sentence; empty when it can."""
        opener = window.flow.opener
        opener.listed.connect(self._on_images)
        opener.scanned.connect(self._on_images)
        opener.failed.connect(self._forget)
        opener.stopped.connect(self._forget)
        window.jobs.job_ended.connect(self._on_job_ended)

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

        self._is_recovering = False
        self._window.jobs.start(OpenProjectJob(path, self._window.workspace.runs.directory), slot=OPEN_SLOT,
                                on_event=self._on_opened, on_failed=self._on_failed)

    def recover(self, recovery: "Recovery") -> None:
        """Bring back what a window that died had not saved."""
        self._window.readiness.when_there("data", "folder", partial(self._recover, recovery))

    def _recover(self, recovery: "Recovery") -> None:
        from cnnstudio.workspace.project_jobs import RecoverJob

        self._is_recovering = True
        self._window.jobs.start(RecoverJob(recovery, self._window.workspace.runs.directory), slot=OPEN_SLOT,
                                on_event=self._on_opened, on_failed=self._on_failed)

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
        self._window.show_message(self.tr("The backup is open; the project as it was is a backup now."), "good")
        self._open(event.path)

    def _on_failed(self, text: str, _details: str) -> None:
        self._window.show_error(text)

    def _on_opened(self, event: "ProjectOpened") -> None:
        if self._flow.path != event.path or event.path is None:
            self.release()
        self._take_file(event)
        contents, is_saved = event.contents, not self._is_recovering
        now = self._window.workspace.folder
        if event.folder is None or now is None or now.root != event.folder:
            self._window.workspace.start_over()
        self._restore(contents)
        self._flow.changes.begin(contents, event.path, is_saved=is_saved)
        self._flow.changed.emit()
        if event.folder is not None:
            self._bring_images(_Wish(event.folder, contents, event.path, is_saved))
        self._window.show_page("network")
        for notice in contents.notices:
            self._window.show_message(notice, "warning")
        self._ask_for_images(event)
        self._offer_runs(event)

    def _take_file(self, event: "ProjectOpened") -> None:
        """Remember the file, and say why it can only be looked at."""
        if event.path is None:
            return
        self._window.settings.remember_project(event.path)
        if not self._one_window.take(event.path):
            self.why_read_only = self.tr("{name} is open in another window; changes can be saved under another name.")
        elif not event.can_write:
            self.why_read_only = self.tr("{name} may only be read; changes can be saved under another name.")
        else:
            self.why_read_only = ""
        self.why_read_only = self.why_read_only.format(name=event.path.name)
        if self.why_read_only:
            self._window.show_message(self.why_read_only, "info")

    def _restore(self, contents: "ProjectContents") -> None:
        from cnnstudio.workspace.project_state import restore

        for problem in restore(self._window.workspace, contents):
            self._window.show_message(problem, "warning")

    # images

    def _bring_images(self, wish: _Wish) -> None:
        self._wish = wish
        self._flow.changes.is_held = True
        self._window.open_folder(wish.root)

    def _on_images(self, event: "FolderListed | ScanFinished") -> None:
        wish, folder = self._wish, self._window.workspace.folder
        if wish is None or folder is None or folder.root != wish.root or event.arrangement.folder.root != wish.root:
            return
        self._wish, self._settling = None, wish
        self._restore(wish.contents)
        self._settle()

    def _settle(self) -> None:
        """Go on when the decisions about the images are in force."""
        wish = self._settling
        if wish is None or self._window.jobs.is_running(_ARRANGE_SLOT):
            return
        self._settling = None
        self._flow.changes.is_held = False
        self._flow.changes.begin(wish.contents, wish.path, is_saved=wish.is_saved)
        self._flow.changed.emit()
        self._tell_change(wish.contents)

    def _tell_change(self, contents: "ProjectContents") -> None:
        folder = self._window.workspace.folder
        then = contents.folder.images if contents.folder is not None else 0
        if folder is not None and then and folder.used != then:
            text = self.tr("The images have changed since the project was saved: {then} were used, now {now} are.")
            self._window.show_message(text.format(then=f"{then:,}", now=f"{folder.used:,}"), "warning")

    def _on_job_ended(self, slot: str) -> None:
        if slot == _ARRANGE_SLOT:
            self._settle()

    def _forget(self, *_: object) -> None:
        if self._wish is not None:
            self._wish = None
            self._flow.changes.is_held = False
            self._flow.changes.look()

    def _ask_for_images(self, event: "ProjectOpened") -> None:
        hint = event.contents.folder
        if event.folder is not None or hint is None or not (hint.absolute or hint.relative):
            return
        actions = [MessageAction(self.tr("Locate folder…"), partial(self._locate, event), is_primary=True)]
        if event.asks_for is not None:
            actions.append(MessageAction(self.tr("Look there"), partial(self._use, event, event.asks_for)))
            text = self.tr("This project comes from elsewhere. It wants images from {place}.")
        else:
            text = self.tr("The images of this project are not in {place}.")
        place = hint.absolute or hint.relative
        self._window.messages.show_message(text.format(place=place[:200]), "warning", actions=actions)

    def _locate(self, event: "ProjectOpened") -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Locate the images"), str(Path.home()))
        if chosen:
            self._use(event, Path(chosen))

    def _use(self, event: "ProjectOpened", folder: Path) -> None:
        """Open a folder for the project, with what was changed meanwhile."""
        now = replace(self._flow.changes.now(), curation=event.contents.curation, folder=event.contents.folder)
        self._bring_images(_Wish(folder.absolute(), now, event.path, is_saved=False))

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
