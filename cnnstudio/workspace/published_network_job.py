"""Brings what is known of the published network, so that it can be looked into like a run."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from cnnstudio.runs.record import RunRecord


@dataclass(frozen=True, slots=True, eq=False)
class PublishedNetworkReady:
    """The published network as a run; the result of a `PublishedNetworkJob`."""

    record: "RunRecord"


class PublishedNetworkJob:
    """Read names and network: `PublishedNetworkReady`.

    Raises
    ------
    NetworkError
        From `run`, when the package with the names of the classes is missing.
    """

    title = "Opening ImageNet's network"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Read and yield the result."""
        from cnnstudio.workspace.loaded_run import imagenet_record

        yield PublishedNetworkReady(imagenet_record())
