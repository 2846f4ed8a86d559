"""Saves a project as a window does: the file as it was is kept first."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from cnnstudio.errors import ProjectError
from cnnstudio.project import backups
from cnnstudio.project.archive import ProjectArchive
from cnnstudio.project.contents import FORMAT_VERSION, ProjectContents, RunToPack
from cnnstudio.project.reading import goes_on, nobody_asks
from cnnstudio.project.writing import refuse_newer, write_project

_ABANDONED_AFTER_S = 3600.0
"""A save that has not written for an hour is dead, and its half of a file can go."""


def save_project(path: Path, contents: ProjectContents, *, runs_to_pack: Sequence[RunToPack] = (),
                 packed_in: Path | None = None, backups_directory: Path | None = None,
                 should_stop: Callable[[], bool] = goes_on,
                 progress: Callable[[float], None] = nobody_asks) -> ProjectContents:
    """Keep a backup of the present file and save the project in its place, whole or not at all.

    A file of an older format is copied to ``NAME.bak`` beside it as well, before the first save over it.

    Parameters
    ----------
    backups_directory : the user's own folder unless given
    others : as of `writing.write_project`

    Returns
    -------
    The contents with the runs that are in the file now; a backup that could not be kept is told in its notices and
    does not stop the save.

    Raises
    ------
    ProjectError, RunError, JobCancelledError
        As `writing.write_project`; the old file stays.
    """
    refuse_newer(path)
    backups.remove_leftovers(path.parent, path.name, older_than_s=_ABANDONED_AFTER_S)
    _keep_older_format(path)
    notices = contents.notices
    try:
        backups.keep_backup(path, backups_directory)
    except ProjectError as error:
        notices = (*notices, str(error))
    return write_project(path, replace(contents, notices=notices), runs_to_pack=runs_to_pack, packed_in=packed_in,
                         should_stop=should_stop, progress=progress)


def _keep_older_format(path: Path) -> None:
    """Copy a file of an older format beside itself; one that is there already is never overwritten."""
    with contextlib.suppress(ProjectError):
        with ProjectArchive.open(path) as archive:
            is_old = archive.manifest.version < FORMAT_VERSION
        kept = path.with_name(f"{path.name}.bak")
        if is_old and not kept.exists():
            backups.copy_whole(path, kept)
