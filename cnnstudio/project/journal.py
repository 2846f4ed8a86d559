"""Keeps what is not saved yet of the project in one window, so that a crash costs two seconds at most."""

import contextlib
import shutil
import threading
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cnnstudio import paths, storage
from cnnstudio.errors import CNNStudioError
from cnnstudio.file_lock import FileLock, take_lock
from cnnstudio.project.contents import SUFFIX, ProjectContents
from cnnstudio.project.documents import to_bytes
from cnnstudio.project.writing import write_project
from cnnstudio.wording import translate

LOCK, STATE, WINDOW = "window.lock", f"state{SUFFIX}", "window.json"
BIN = "bin"
PACE_S = 0.7
"""Between two saves; with the save itself the newest change is on disk within two seconds."""
_ATTEMPTS = 3
RETRY_S = 1.5
"""After a save that failed, such as on a full disk."""


class Journal:
    """What one window has not saved yet, in a folder of its own that is locked as long as the window lives.

    All methods return at once but `finish` and `close`, and none raises: what is amiss is in `problem`.

    Parameters
    ----------
    directory : where the journals of all windows are; the user's own folder unless given
    """

    def __init__(self, directory: Path | None = None) -> None:
        base = directory if directory is not None else paths.journal_dir()
        self.folder = base / uuid.uuid4().hex
        self._lock: FileLock | None = None
        self._work = threading.Condition()
        self._newest: Callable[[], None] | None = None
        self._thread: threading.Thread | None = None
        self._is_saving = self._is_closing = False
        self._problem = ""
        self._written_path: str | None = None

    @property
    def problem(self) -> str:
        """Why the newest change could not be kept, in a sentence; empty when all is well."""
        return self._problem

    def note(self, contents: ProjectContents, project: Path | None = None) -> None:
        """Keep this state of the project soon, in place of the one before; its runs are not copied.

        Parameters
        ----------
        project : the file it was opened from or last saved to; None for one that never was
        """
        self._later(lambda: self._keep(contents, project))

    def settle(self) -> None:
        """Tell that everything is saved (or given up by the user): there is nothing to recover any more."""
        self._later(self._forget)

    def finish(self) -> None:
        """Return when the newest change is on disk, or could not be written."""
        with self._work:
            self._work.wait_for(lambda: (self._newest is None and not self._is_saving) or bool(self._problem))

    def close(self) -> None:
        """End the journal of a window that is closed with nothing left to recover."""
        with self._work:
            self._newest, self._is_closing = None, True
            self._work.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()
        if self._lock is not None:
            self._lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _later(self, task: Callable[[], None]) -> None:
        with self._work:
            if self._is_closing:
                return
            self._newest = task
            self._work.notify_all()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="cnnstudio-journal", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        """Save the newest state, then pause, until nothing is left to save."""
        while (task := self._next()) is not None:
            try:
                task()
                self._problem = ""
            except (CNNStudioError, OSError) as error:
                self._problem = translate("project", "Changes that are not saved cannot be kept for a crash: {reason}",
                                          reason=error)
                self._again(task)
            self._pause()

    def _next(self) -> Callable[[], None] | None:
        with self._work:
            task, self._newest = self._newest, None
            self._is_saving = task is not None
            if task is None:
                self._thread = None
            return task

    def _again(self, task: Callable[[], None]) -> None:
        with self._work:
            if self._newest is None and not self._is_closing:
                self._newest = task

    def _pause(self) -> None:
        with self._work:
            self._is_saving = False
            self._work.notify_all()
            self._work.wait_for(lambda: self._is_closing, RETRY_S if self._problem else PACE_S)

    def _keep(self, contents: ProjectContents, project: Path | None) -> None:
        self._begin()
        place = "" if project is None else str(project.absolute())
        if place != self._written_path:
            storage.write_bytes(self.folder / WINDOW, to_bytes({"project": place}))
            self._written_path = place
        write_project(self.folder / STATE, _without_runs(contents))

    def _begin(self) -> None:
        """Make the folder and lock it; again when another window took it for an abandoned one just then."""
        for _attempt in range(_ATTEMPTS):
            if self._lock is not None and (self.folder / LOCK).exists():
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock, self._written_path = take_lock(self.folder / LOCK), None

    def _forget(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            (self.folder / STATE).unlink()


def _without_runs(contents: ProjectContents) -> ProjectContents:
    return replace(contents, runs=())
