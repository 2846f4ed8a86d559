"""Keeps a project file as it was before each save, thins the copies out as they age, and brings one back."""

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cnnstudio import paths, storage
from cnnstudio.errors import ProjectError, StorageError
from cnnstudio.project.contents import SUFFIX
from cnnstudio.project.reading import check_project
from cnnstudio.wording import translate

CAP_BYTES = 1_000_000_000
"""All backups of one project together; the oldest go first, the newest one always stays."""
CAP_COUNT = 200
ALL_FOR = timedelta(hours=48)
DAILY_FOR = timedelta(days=14)
_FILE = re.compile(r"(\d{8}-\d{6}-\d{6})" + re.escape(SUFFIX))
_TIME = "%Y%m%d-%H%M%S-%f"
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """A project file as it was.

    Attributes
    ----------
    path : the copy
    kept : when it was made, in UTC: just before the save that replaced it
    size : bytes
    """

    path: Path
    kept: datetime
    size: int


def backups_of(project: Path, directory: Path | None = None) -> tuple[Backup, ...]:
    """Return the backups of a project file, the newest first; never raises.

    Parameters
    ----------
    directory : where the backups of all projects are; the user's own folder unless given
    """
    found = []
    with contextlib.suppress(OSError):
        for path in _folder(project, directory).iterdir():
            match = _FILE.fullmatch(path.name)
            if match is not None:
                kept = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
                found.append(Backup(path, kept, path.stat().st_size))
    return tuple(sorted(found, key=lambda backup: backup.kept, reverse=True))


def keep_backup(project: Path, directory: Path | None = None, *, now: datetime | None = None,
                spared: Path | None = None) -> Backup | None:
    """Copy a project file to its backups and thin these out; return the copy, None when there is no file yet.

    Parameters
    ----------
    now : the present moment in UTC
    spared : a backup that is not thinned out, for it is about to be brought back

    Raises
    ------
    ProjectError
        When the copy cannot be made; older ones stay.
    """
    if not project.is_file():
        return None
    folder = _folder(project, directory)
    remove_leftovers(folder, older_than_s=0)
    moment = _free_moment(folder, now or datetime.now(UTC))
    target = folder / f"{moment.strftime(_TIME)}{SUFFIX}"
    try:
        copy_whole(project, target)
    except ProjectError as error:
        raise ProjectError(translate("project", "No backup of {name} could be kept: {reason}", name=project.name,
                                     reason=error)) from error
    _thin(project, directory, moment, spared)
    return Backup(target, moment, target.stat().st_size)


def restore(backup: Path, project: Path, directory: Path | None = None) -> Backup | None:
    """Put a backup in the place of the project file; the present file becomes a backup itself and is returned.

    Raises
    ------
    ProjectError
        When the backup is damaged, or the present file cannot be kept, or the backup cannot be written; then the
        present file stays as it is.
    """
    check = check_project(backup)
    if not check.is_sound:
        raise ProjectError(translate("project", "This backup cannot be brought back. {reason}", reason=check.problem))
    present = keep_backup(project, directory, spared=backup)
    copy_whole(backup, project)
    return present


def worth_keeping(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return which of the moments backups are kept of.

    All of the last 48 hours; before that the newest of each day for two weeks; before that the newest of each week
    (ISO 8601). Days and weeks are those of UTC. A moment in the future counts as now.
    """
    newest: dict[tuple[str, date | tuple[int, int] | datetime], datetime] = {}
    for moment in sorted(moments):
        newest[_pigeonhole(moment, now - moment)] = moment
    return frozenset(newest.values())


def _pigeonhole(moment: datetime, age: timedelta) -> tuple[str, date | tuple[int, int] | datetime]:
    if age <= ALL_FOR:
        return "each", moment
    if age <= DAILY_FOR:
        return "day", moment.date()
    return "week", moment.isocalendar()[:2]


def _thin(project: Path, directory: Path | None, now: datetime, spared: Path | None) -> None:
    """Remove backups that have aged, then the oldest beyond the caps."""
    backups = backups_of(project, directory)
    wanted = worth_keeping((backup.kept for backup in backups), now)
    room = CAP_BYTES
    for number, backup in enumerate(backups):
        room -= backup.size
        is_too_much = backup.kept not in wanted or room < 0 or number >= CAP_COUNT
        if number and is_too_much and backup.path != spared:
            room += backup.size
            with contextlib.suppress(OSError):
                backup.path.unlink()


def _folder(project: Path, directory: Path | None) -> Path:
    """Return where the backups of one project file are, whatever spelling of its path is given."""
    place = os.path.normcase(os.path.abspath(project))  # noqa: PTH100 - resolve() would follow links
    name = hashlib.blake2b(place.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return (directory if directory is not None else paths.backups_dir()) / name


def _free_moment(folder: Path, moment: datetime) -> datetime:
    """Return the moment, or the first one after it that no backup has yet."""
    while (folder / f"{moment.strftime(_TIME)}{SUFFIX}").exists():
        moment += timedelta(microseconds=1)
    return moment


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file whole or not at all; raises ProjectError."""
    try:
        with storage.atomic_file(target) as file, source.open("rb") as data:
            shutil.copyfileobj(data, file, _PIECE_BYTES)
    except StorageError as error:
        raise ProjectError(str(error)) from error


def remove_leftovers(folder: Path, name: str = "", *, older_than_s: float) -> None:
    """Remove halves of files that a killed process left in a folder.

    Parameters
    ----------
    name : of the file that was being saved; all unless given
    older_than_s : younger ones may belong to a save that is under way
    """
    for path in _leftovers(folder, name):
        with contextlib.suppress(OSError):
            if datetime.now(UTC).timestamp() - path.stat().st_mtime >= older_than_s:
                path.unlink()


def _leftovers(folder: Path, name: str) -> Iterator[Path]:
    pattern = re.compile(rf"\.{re.escape(name) if name else '.+'}\.[^.]+\.part")
    with contextlib.suppress(OSError):
        yield from [path for path in folder.iterdir() if pattern.fullmatch(path.name)]
