"""The errors a user can meet; each message names the file, layer or field and says what to do next."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any


class CNNStudioError(Exception):
    """Base of all errors whose text is written for the user and shown as it is."""


class InputError(CNNStudioError):
    """Something the user gave cannot be used; the command line leaves with status 1."""


class ImageError(InputError):
    """One image file cannot be used.

    Attributes
    ----------
    path : the file, as it was asked for
    reason : why, without the path, such as ``"empty file (0 bytes)"``
    """

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = Path(path)
        self.reason = reason


class ImagesAwayError(ImageError):
    """Images cannot be reached at present, but perhaps again: a drive was unplugged, a folder has another name.

    Attributes
    ----------
    problem : looks again and returns what is amiss, in a sentence; nothing as soon as the images can be read
    """

    def __init__(self, path: Path | str, reason: str, problem: Callable[[], str]) -> None:
        super().__init__(path, reason)
        self.problem = problem


class ImageFolderError(InputError):
    """A folder cannot be used as an image folder."""


class NetworkError(InputError):
    """A network graph or document is not usable, or an edit of it is refused."""


class ConnectError(NetworkError):
    """An edge is refused; subclasses say why."""


class CycleError(ConnectError):
    """The edge would close a circle."""


class OccupiedInputError(ConnectError):
    """The input port already has an edge."""


class DuplicateEdgeError(ConnectError):
    """The same edge is already there."""


class ShapeError(NetworkError):
    """A layer cannot take the shape that arrives."""


class DeviceError(InputError):
    """The wanted device is not there or cannot be used."""


class TrainingError(CNNStudioError):
    """A training cannot go on; the message names the epoch and step and offers a remedy.

    Attributes
    ----------
    images : numbers of the images it happened with, as a batch counts them; empty when they have no part in it
    changes : settings of the recipe that would mend it, such as ``{"learning_rate": 0.0001}``; empty when none would
    """

    def __init__(self, message: str, *, images: Sequence[int] = (), changes: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.images, self.changes = tuple(images), dict(changes or {})


class RunError(InputError):
    """A run folder is missing, damaged or does not fit."""


class ProjectError(InputError):
    """A project file cannot be read or saved; the message names it and says what to do."""


class StorageError(InputError):
    """A file cannot be read or written; the message names it and the operating system's reason."""


class DownloadError(InputError):
    """A file could not be downloaded; the message says why and what else can be done."""


class MissingLibraryError(CNNStudioError):
    """An optional library is absent; the message says what needs it and how to install it."""


class JobCancelledError(CNNStudioError):
    """The user asked for the work to stop."""


class ToldElsewhereError(CNNStudioError):
    """Several processes end together, and another one has told the user why."""
