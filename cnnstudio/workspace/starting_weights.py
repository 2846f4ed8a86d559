"""Reads what a network is to start from: another run's weights or a safetensors file, layer by layer as it fits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio import storage
from cnnstudio.errors import NetworkError, RunError
from cnnstudio.network.document import from_document
from cnnstudio.runs.start import RunStart
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from torch import Tensor

    from cnnstudio.runs.record import RunRecord
    from cnnstudio.torch_network.builder import GraphNetwork

FILE_LIMIT_BYTES = 4_000_000_000
_SHOWN = 3
_COUNTER = "num_batches_tracked"


@dataclass(frozen=True, eq=False)
class StartingWeights:
    """What some layers of a network start with.

    Attributes
    ----------
    start : where it comes from and what fits, as a run's record keeps it
    tensors : by the names of the network's ``state_dict()``; only those of layers that fit as a whole
    record : of the run it comes from; None for a file
    """

    start: RunStart
    tensors: "Mapping[str, Tensor]"
    record: "RunRecord | None" = None

    @property
    def sentence(self) -> str:
        """What to tell the user."""
        words = translate(
            "workspace", "{count} layers start with the weights of {source}.", count=len(self.start.layers),
            source=self.start.source)
        others = self.start.differences
        if not others:
            return words
        more = translate("workspace", "; and {count} more", count=len(others) - _SHOWN) if len(others) > _SHOWN else ""
        return translate(
            "workspace", "{words} The others start anew: {other}{more}.", words=words, other='; '.join(others[:_SHOWN]),
            more=more)


@dataclass(eq=False)
class _Fit:
    tensors: "dict[str, Tensor]" = field(default_factory=dict)
    layers: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)


def starting_weights(document: Mapping[str, Any], path: Path) -> StartingWeights:
    """Compare a network with a run, its best weights, or with a safetensors file, and return what fits.

    A layer takes its weights when all of them are there with the same names and shapes. The names in a file are those
    of the program's own networks or those that 'cnnstudio source --weights' writes. A pretrained network within takes
    the weights of one of the same shape also where that has another name, or stands alone in the file.

    Raises
    ------
    RunError, StorageError
        When there is neither a run nor a readable file, or it is damaged.
    NetworkError
        When no layer fits; the message names the first differences.
    """
    from cnnstudio.torch_network.builder import build

    graph = from_document(document)
    network = build(graph)
    given, digest, record = _read(path)
    fit = _compared(network, _with_own_names(given, graph, network))
    source = (record.name if record is not None else "") or path.name
    if not fit.layers:
        raise NetworkError(translate(
            "workspace", "No layer of this network fits the weights in {path}: {difference}.", path=path,
            difference='; '.join(fit.differences[:_SHOWN])))
    start = RunStart(source=source, path=str(path), sha256=digest, layers=tuple(fit.layers),
                     differences=tuple(fit.differences))
    return StartingWeights(start, fit.tensors, record)


def _read(path: Path) -> "tuple[dict[str, Tensor], str, RunRecord | None]":
    """Return the tensors, the SHA-256 of their bytes, and the record where they are a run's."""
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.runs.tensor_file import read_tensors

    if path.is_dir():
        run = RunFolder.load(path)
        if not run.record.best_epoch:
            raise RunError(translate(
                "workspace", "The run {path} has no trained weights: it ended before its first epoch did.", path=path))
        tensors, digest = run.load_weights()
        return tensors, digest, run.record
    data = storage.read_bytes(path, limit=FILE_LIMIT_BYTES)
    return read_tensors(data, str(path)), storage.sha256(data), None


def _with_own_names(given: "Mapping[str, Tensor]", graph: Any, network: "GraphNetwork") -> "Mapping[str, Tensor]":
    """Return the tensors under the program's names where they have those of an exported file."""
    from cnnstudio.export.pytorch_source import weight_names

    if any(name.startswith("layers.") for name in given):
        return given
    names = weight_names(graph, network.state_dict())
    return {names.get(name, name): tensor for name, tensor in given.items()}


def _compared(network: "GraphNetwork", given: "Mapping[str, Tensor]") -> _Fit:
    from cnnstudio.torch_network.backbone import Backbone

    fit = _Fit()
    for node_id, layer in network.layers.items():
        own = layer.state_dict()
        if not own:
            continue
        found: Mapping[str, Tensor | None] = {name: given.get(f"layers.{node_id}.{name}") for name in own}
        difference = _difference(network.names[node_id], own, found)
        if difference and isinstance(layer, Backbone):
            found, difference = _elsewhere(own, given, found, difference)
        if difference:
            fit.differences.append(difference)
            continue
        fit.layers.append(network.names[node_id])
        fit.tensors |= {f"layers.{node_id}.{name}": tensor for name, tensor in found.items() if tensor is not None}
    return fit


def _difference(name: str, own: "Mapping[str, Tensor]", found: "Mapping[str, Tensor | None]") -> str:
    """Say what keeps a layer from taking the weights that were found for it; nothing when it can."""
    present = [key for key in own if found[key] is not None]
    if not present:
        return translate("workspace", "{name} is not there", name=name)
    for key, tensor in own.items():
        other = found[key]
        if other is None and not key.endswith(_COUNTER):
            return translate("workspace", "{name} has no {key} there", name=name, key=key)
        if other is not None and other.shape != tensor.shape:
            return translate(
                "workspace", "{name}: {key} is {sides} here and {other_sides} there", name=name, key=key,
                sides=_sides(tensor), other_sides=_sides(other))
    return ""


def _elsewhere(own: "Mapping[str, Tensor]", given: "Mapping[str, Tensor]", found: "Mapping[str, Tensor | None]",
               difference: str) -> "tuple[Mapping[str, Tensor | None], str]":
    """Look for a whole pretrained network under another name, or under none."""
    first = next(iter(own))
    for name in given:
        if name.endswith(first):
            start = name.removesuffix(first)
            other = {key: given.get(start + key) for key in own}
            if not _difference("", own, other):
                return other, ""
    return found, difference


def _sides(tensor: "Tensor") -> str:
    return " × ".join(map(str, tensor.shape)) or translate("workspace", "one number")
