"""Looks for what is wrong with an image folder, in the background."""

from collections.abc import Iterator
from dataclasses import dataclass

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.health.checks import Finding, findings
from cnnstudio.data.health.distributions import Distributions, distributions
from cnnstudio.data.split import Splits
from cnnstudio.workspace.jobs import ShouldStop


@dataclass(frozen=True, slots=True)
class HealthReady:
    """The result of a `HealthJob`."""

    folder: ImageFolder
    findings: tuple[Finding, ...]
    """The gravest first."""
    distributions: Distributions


class HealthJob:
    """Judge the files of a folder and count them: `HealthReady`.

    Parameters
    ----------
    splits : how the images are divided; None: only what the folder and the user say counts
    preprocess : what the network is given, for pictures that are too small for it
    """

    title = "Looking for problems in the images"

    def __init__(self, folder: ImageFolder, splits: Splits | None = None,
                 preprocess: PreprocessConfig | None = None) -> None:
        self._folder, self._splits, self._preprocess = folder, splits, preprocess

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Look and yield the result."""
        found = findings(self._folder, self._splits, self._preprocess, should_stop=should_stop)
        yield HealthReady(self._folder, found, distributions(self._folder, self._splits))
