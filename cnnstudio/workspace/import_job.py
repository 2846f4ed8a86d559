"""Imports a network another program wrote, or one of torchvision's, off the GUI thread."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.errors import JobCancelledError
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.import_assembly import ImportedNetwork
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.network_files import load_file
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop


@dataclass(frozen=True, slots=True)
class ImportReady:
    """A network that was imported.

    Attributes
    ----------
    name : of torchvision's network, or the file's without its ending
    network : the graph and what was left out of it
    """

    name: str
    network: ImportedNetwork


class ImportJob:
    """Reads a file, or traces one of torchvision's networks; nothing is downloaded and no weights are kept.

    Parameters
    ----------
    source : a file, or the name torchvision knows a network by
    input_shape, classes : what it is fitted to; its own unless given
    """

    def __init__(self, source: Path | str, *, input_shape: Shape | None = None, classes: int | None = None) -> None:
        self._source = source
        self._input_shape, self._classes = input_shape, classes

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate(
            "workspace", "Importing {source}",
            source=self._source.name if isinstance(self._source, Path) else self._source)

    def run(self, should_stop: ShouldStop) -> Iterator[ImportReady]:
        """Yield the network; raises as `load_file` and `import_torchvision` do."""
        name = self._source.stem if isinstance(self._source, Path) else self._source
        found = load_file(self._source) if isinstance(self._source, Path) else _from_torchvision(self._source)
        if should_stop():
            raise JobCancelledError(translate("workspace", "The import was stopped."))
        fit_to(found.graph, self._input_shape, self._classes).apply(found.graph)
        yield ImportReady(name, found)


def _from_torchvision(name: str) -> ImportedNetwork:
    from cnnstudio.torch_network.torchvision_models import import_torchvision

    return import_torchvision(name)
