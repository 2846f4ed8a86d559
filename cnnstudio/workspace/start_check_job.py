"""Looks in the background at what the next training is to start from: how much of it fits the network."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.errors import NetworkError
from cnnstudio.network.document import from_document, to_document
from cnnstudio.network.fitting import fit_to
from cnnstudio.runs.start import RunStart
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from cnnstudio.network.graph import NetworkGraph
    from cnnstudio.runs.record import RunRecord


@dataclass(frozen=True, slots=True, eq=False)
class StartChecked:
    """What fits; the result of a `CheckStartJob`.

    Attributes
    ----------
    path : the run or file
    start : the layers that take its weights, and why the others do not
    record : of the run; None for a file
    graph : the run's own network for the present classes, where the network has no layer in common with it
    """

    path: Path
    start: RunStart
    record: "RunRecord | None" = None
    graph: "NetworkGraph | None" = None

    @property
    def layers(self) -> int:
        """Layers with weights, of the network that is to be trained."""
        return len(self.start.layers) + len(self.start.differences)


class CheckStartJob:
    """Compare a network with a run or a safetensors file: `StartChecked`.

    Parameters
    ----------
    document : of the network that is to be trained
    path : the run or the file
    classes : of the images; 0 when none are open
    brings_network : a run that has no layer in common with the network is compared with its own one instead

    Raises
    ------
    RunError, StorageError, NetworkError
        From `run`, as `starting_weights` raises.
    """

    title = "Looking at the weights to start from"

    def __init__(self, document: Mapping[str, Any], path: Path, classes: int = 0, *,
                 brings_network: bool = False) -> None:
        self._document, self._path, self._classes = document, path, classes
        self._brings_network = brings_network

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Read, compare and yield what fits."""
        from cnnstudio.workspace.starting_weights import starting_weights

        try:
            found = starting_weights(self._document, self._path)
        except NetworkError:
            if not (self._brings_network and self._path.is_dir()):
                raise
            yield self._with_its_network()
        else:
            yield StartChecked(self._path, found.start, found.record)

    def _with_its_network(self) -> StartChecked:
        from cnnstudio.runs.store import RunFolder
        from cnnstudio.workspace.starting_weights import starting_weights

        record = RunFolder.load(self._path).record
        graph = from_document(record.graph)
        fit_to(graph, None, self._classes or None).apply(graph)
        found = starting_weights(to_document(graph), self._path)
        return StartChecked(self._path, found.start, found.record, graph)
