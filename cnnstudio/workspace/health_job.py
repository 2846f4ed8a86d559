"""Looks for what is wrong with an image folder, in the background."""

from collections.abc import Iterator
from dataclasses import dataclass

from cnnstudio.data.health import Finding, findings
from cnnstudio.data.image_folder import ImageFolder
from cnnstudio.workspace.jobs import ShouldStop


@dataclass(frozen=True, slots=True)
class HealthReady:
    """The result of a `HealthJob`."""

    folder: ImageFolder
    findings: tuple[Finding, ...]
    """The gravest first."""


class HealthJob:
    """Compare the files of a scan: `HealthReady`."""

    title = "Looking for problems in the images"

    def __init__(self, folder: ImageFolder) -> None:
        self._folder = folder

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Look and yield the result."""
        yield HealthReady(self._folder, findings(self._folder))
