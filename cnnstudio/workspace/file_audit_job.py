"""Looks in the files of an image folder for properties that give a class away; needs no network."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.curation.decisions import Curation, curate
from cnnstudio.data.folder.file_properties import file_properties
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.explain.audit.report import Suspicion
from cnnstudio.wording import translate
from cnnstudio.workspace.curation_store import StoredCuration, load_stored
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.progress import Outcome, report_progress
from cnnstudio.workspace.scan_job import scan_events

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILES_LIMIT = 4_000
"""Files whose properties are read at most, at even distances in the folder."""


@dataclass(frozen=True, slots=True, eq=False)
class FilesAudited:
    """The result.

    Attributes
    ----------
    names : of the images that were looked at, by the places that suspicions name
    """

    folder: ImageFolder
    names: tuple[str, ...]
    suspicions: tuple[Suspicion, ...]

    @property
    def read(self) -> int:
        """How many images were looked at."""
        return len(self.names)


class FileAuditJob:
    """Scan a folder and judge its files: `Progress` ..., `FilesAudited`.

    Parameters
    ----------
    root : the image folder
    as_found : ignore the user's decisions about it

    Raises
    ------
    ImageFolderError
        From `run`: no folder, or no images in classes.
    JobCancelledError
        From `run`, when stopped.
    """

    def __init__(self, root: Path, *, as_found: bool = False, options: ScanOptions = ScanOptions()) -> None:  # noqa: B008
        self._root, self._as_found, self._options = root, as_found, options

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Looking at the files of {root}", root=self._root.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Scan, read and judge."""
        from cnnstudio.explain.audit.file_properties import property_suspicions

        stored = StoredCuration(Curation()) if self._as_found else load_stored(self._root)
        scanned: Outcome[ImageFolder] = Outcome()
        options = replace(self._options, readable_parts=stored.curation.readable_parts)
        yield from scan_events(self._root, should_stop, scanned, options)
        folder = curate(scanned.get(), stored.curation)
        files = folder.files[::-(-folder.used // FILES_LIMIT) or 1]
        read: Outcome[dict[str, NDArray[np.float64]]] = Outcome()
        yield from report_progress(
            lambda stop, tell: file_properties(files, should_stop=stop, on_progress=tell),
            translate("workspace", "reading properties of the files"), should_stop, read)
        labels = np.array([file.class_index for file in files], np.int64)
        groups = [file.group or file.digest for file in files]
        found = property_suspicions(read.get(), labels, folder.class_names, groups=groups, should_stop=should_stop)
        yield FilesAudited(folder, tuple(file.relative for file in files), tuple(found))
