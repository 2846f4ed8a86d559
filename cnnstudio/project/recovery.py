"""Finds what windows that died had not saved, gives it back, and keeps what was declined for a week."""

import contextlib
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cnnstudio import paths, storage
from cnnstudio.errors import CNNStudioError, ProjectError
from cnnstudio.file_lock import is_locked, take_lock
from cnnstudio.project.contents import ProjectContents
from cnnstudio.project.journal import BIN, LOCK, STATE, WINDOW
from cnnstudio.project.reading import read_project
from cnnstudio.wording import translate

BIN_DAYS = 7
_DAY_S = 86_400
_FOLDER = re.compile(r"[0-9a-f]{32}")
_BINNED = re.compile(r"(\d{1,12})-[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a window had not saved when its program died.

    Attributes
    ----------
    folder : its journal
    saved : when the last change was kept, in seconds since 1970
    project : the file it was opened from or saved to; None for a project that never was saved
    contents : the state itself, without runs; None where it cannot be read
    problem : why not, in a sentence
    """

    folder: Path
    saved: float
    project: Path | None
    contents: ProjectContents | None
    problem: str = ""

    @property
    def name(self) -> str:
        """Of the project."""
        return self.contents.name if self.contents is not None else ""


def recoverable(directory: Path | None = None) -> tuple[Recovery, ...]:
    """Return what can be recovered, the newest first: the journals whose window is gone; never raises.

    Empty journals of windows that are gone are removed, and so are those that were declined a week ago.
    """
    base = directory if directory is not None else paths.journal_dir()
    found = []
    for folder in _folders(base, _FOLDER):
        if is_locked(folder / LOCK):
            continue
        if (folder / STATE).exists():
            found.append(_recovery(folder))
        else:
            _remove_abandoned(folder)
    _empty_bin(base)
    return tuple(sorted(found, key=lambda one: one.saved, reverse=True))


def recover(recovery: Recovery) -> ProjectContents:
    """Return the state and put its journal into the bin, where it stays for a week.

    Runs that are packed in the project's file are listed again, when that file can be read.

    Raises
    ------
    ProjectError
        When it cannot be read any more, or another window has recovered it meanwhile.
    """
    lock = take_lock(recovery.folder / LOCK) if recovery.folder.is_dir() else None
    if lock is None:
        raise ProjectError(translate("project", "Another window has recovered this already."))
    try:
        contents = read_project(recovery.folder / STATE)
    except ProjectError:
        lock.release()
        raise
    lock.release()
    decline(recovery)
    if recovery.project is not None:
        with contextlib.suppress(ProjectError):
            contents = replace(contents, runs=read_project(recovery.project).runs)
    return contents


def decline(recovery: Recovery) -> None:
    """Put a journal into the bin, where it is found for a week; never raises."""
    bin_folder = recovery.folder.parent / BIN
    if recovery.folder.parent.name == BIN:
        return
    with contextlib.suppress(OSError):
        bin_folder.mkdir(exist_ok=True)
        recovery.folder.rename(bin_folder / f"{int(time.time())}-{recovery.folder.name}")


def declined(directory: Path | None = None) -> tuple[Recovery, ...]:
    """Return what is in the bin, the newest first; `recover` works with it as well. Never raises."""
    base = directory if directory is not None else paths.journal_dir()
    found = [_recovery(folder) for folder in _folders(base / BIN, _BINNED) if (folder / STATE).exists()]
    return tuple(sorted(found, key=lambda one: one.saved, reverse=True))


def _recovery(folder: Path) -> Recovery:
    saved = 0.0
    with contextlib.suppress(OSError):
        saved = (folder / STATE).stat().st_mtime
    try:
        return Recovery(folder, saved, _project(folder), read_project(folder / STATE))
    except ProjectError as error:
        return Recovery(folder, saved, _project(folder), None, str(error))


def _project(folder: Path) -> Path | None:
    """Return the project's file; it is the program's own note and no hint of a stranger."""
    with contextlib.suppress(CNNStudioError):
        document = storage.read_json(folder / WINDOW)
        place = document.get("project") if isinstance(document, dict) else None
        if isinstance(place, str) and place and "\0" not in place:
            return Path(place)
    return None


def _folders(base: Path, pattern: re.Pattern[str]) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from [path for path in base.iterdir() if pattern.fullmatch(path.name) and path.is_dir()]


def _remove_abandoned(folder: Path) -> None:
    """Remove the journal of a window that had nothing to lose, unless it is just being made."""
    lock = take_lock(folder / LOCK)
    if lock is not None:
        if not (folder / STATE).exists():
            shutil.rmtree(folder, ignore_errors=True)
        lock.release()


def _empty_bin(base: Path) -> None:
    for folder in _folders(base / BIN, _BINNED):
        match = _BINNED.fullmatch(folder.name)
        if match is not None and time.time() - int(match[1]) > BIN_DAYS * _DAY_S:
            shutil.rmtree(folder, ignore_errors=True)
