"""Makes the small pictures on the canvas: what each layer makes of the selected image."""

import hashlib
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cnnstudio.data.config import IMAGENET_MEAN, IMAGENET_STD, PreprocessConfig
from cnnstudio.errors import CNNStudioError, JobCancelledError, NetworkError
from cnnstudio.network.document import from_document, to_document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.unrolling import unroll
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.loaded_run import LoadedRun, loaded_run
from cnnstudio.workspace.preview_cache import PreviewCache
from cnnstudio.workspace.suited_preprocess import suited_preprocess

if TYPE_CHECKING:
    import torch
    from numpy.typing import NDArray

    from cnnstudio.explain.layer_turns import LayerTurn, Turns
    from cnnstudio.explain.node_pictures import NodePicture

_SHOW_EVERY_S = 0.15
_CONSTANTS = {"symmetric": ((0.5,) * 3, (0.5,) * 3), "imagenet": (IMAGENET_MEAN, IMAGENET_STD)}
"""Mean and deviation by the normalisation of a pretrained network."""


@dataclass(frozen=True, slots=True)
class WeightsUsed:
    """Which weights made the pictures; layer ids of the network on the canvas.

    Attributes
    ----------
    trained : layers that have the weights of the run, in the order of the data
    published : layers with the weights they were published with
    random : layers with random weights
    random_from : the first layers that differ from the run's network; all that follows them has random weights
    too_large : layers that are not run because of their size
    trained_pictures : layers whose picture is what the run's network makes of the image, with weights or without
    published_pictures : layers whose picture comes from published weights and no others
    """

    trained: tuple[str, ...] = ()
    random: tuple[str, ...] = ()
    random_from: tuple[str, ...] = ()
    too_large: tuple[str, ...] = ()
    trained_pictures: frozenset[str] = frozenset()
    published: tuple[str, ...] = ()
    published_pictures: frozenset[str] = frozenset()

    @property
    def is_trained(self) -> bool:
        """Whether all weights are those of the run."""
        return bool(self.trained) and not self.random


@dataclass(frozen=True, slots=True, eq=False)
class PreviewReady:
    """What a `PreviewJob` has drawn; several come while a large network runs, each with all pictures so far."""

    pictures: "Mapping[str, NodePicture]"
    """By node id; layers that have no shape have no picture. An unchanged picture is the same object as before."""
    weights: WeightsUsed = field(default_factory=WeightsUsed)
    is_complete: bool = True


class PreviewJob:
    """Run one image through the network as it is on the canvas: `PreviewReady`.

    Layers from an error on have no pictures, those before it do.

    Parameters
    ----------
    graph
        The network or its document; copied now.
    preprocess
        The way to the network's input; the Input's own shape counts where it differs.
    image_path
        The image.
    run_path
        A run whose best weights are used in all layers that are, with all that leads to them, the same as in the
        run's network; the others get random ones that follow from their id.
    cache
        What is known from earlier jobs; only what an edit changed is run again.

    Raises
    ------
    NetworkError, ImageError
        From `run`: there is no Input an image fits, or the image is damaged.
    """

    title = "Drawing previews"

    def __init__(self, graph: NetworkGraph | Mapping[str, Any], preprocess: PreprocessConfig, image_path: Path,
                 run_path: Path | None = None, cache: PreviewCache | None = None) -> None:
        self._document = to_document(graph) if isinstance(graph, NetworkGraph) else dict(graph)
        self._preprocess, self._image_path, self._run_path = preprocess, image_path, run_path
        self._cache = cache or PreviewCache()

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Draw and yield what there is, at least a few times a second."""
        graph = from_document(self._document)
        preprocess = _fitted(self._preprocess, graph)
        with ExitStack() as stack:
            known = stack.enter_context(self._cache.lent())
            image = self._cache.image(self._image_path, preprocess)
            run = self._open_run(stack)
            turns, tensor = _plan(graph, image.pixels, run)
            weights = _weights_used(turns, graph)
            pictures = {turns.input_id: image.picture}
            shown_s = time.monotonic()
            for node_id, picture in known.run(turns, tensor, dict(run.network.layers.items()) if run else {}):
                pictures[node_id] = picture
                if should_stop():
                    raise JobCancelledError(self.title)
                if time.monotonic() - shown_s > _SHOW_EVERY_S:
                    yield PreviewReady(_on_canvas(pictures, graph), weights, is_complete=False)
                    shown_s = time.monotonic()
        yield PreviewReady(_on_canvas(pictures, graph), weights)

    def _open_run(self, stack: ExitStack) -> LoadedRun | None:
        """Return the run; a damaged one, or one without weights, is none."""
        if self._run_path is None:
            return None
        try:
            return stack.enter_context(loaded_run(self._run_path))
        except CNNStudioError:
            return None


def _fitted(preprocess: PreprocessConfig, graph: NetworkGraph) -> PreprocessConfig:
    """Return the preprocessing that gives the Input what it takes."""
    entry = graph.input_node
    if entry is None:
        raise NetworkError(translate(
            "workspace", "The network has no Input that an image could enter. Add one from the left."))
    channels, height, width = (int(entry.parameters[name]) for name in ("channels", "height", "width"))
    if channels not in (1, 3):
        raise NetworkError(translate(
            "workspace", "{entry} takes {channels} channels, and an image has 1 (grey) or 3 (colour).",
            entry=entry.name, channels=channels))
    color = "grey" if channels == 1 else "rgb"
    return preprocess.model_copy(update={"color": color, "height": height, "width": width})


def _plan(graph: NetworkGraph, pixels: "NDArray[np.uint8]",
          run: LoadedRun | None) -> "tuple[Turns, torch.Tensor]":
    """Return what runs, and the image normalised as the run's network knows it where it takes part."""
    from cnnstudio.explain.layer_turns import plan, same_layers

    same: frozenset[str] = frozenset()
    if run is not None:
        same = same_layers(unroll(graph).graph, unroll(run.graph).graph) & run.network.layers.keys()
    if run is None or not same:
        tensor = _tensor(pixels, *_own_constants(graph))
        return plan(graph, _digest(tensor)), tensor
    tensor = _tensor(pixels, np.array(run.record.mean, np.float32), np.array(run.record.std, np.float32))
    return plan(graph, _digest(tensor), trained=same, weights_key=f"{run.path} {run.changed_ns}"), tensor


def _own_constants(graph: NetworkGraph) -> "tuple[NDArray[np.float32] | None, NDArray[np.float32] | None]":
    """Return the mean and the deviation by which a pretrained network wants its pixels; None where none is there."""
    found = _CONSTANTS.get(suited_preprocess(graph, PreprocessConfig()).normalization)
    return (np.array(found[0], np.float32), np.array(found[1], np.float32)) if found is not None else (None, None)


def _digest(tensor: "torch.Tensor") -> str:
    return hashlib.blake2b(repr(tuple(tensor.shape)).encode() + tensor.numpy().tobytes(), digest_size=16).hexdigest()


def _weights_used(turns: "Turns", graph: NetworkGraph) -> WeightsUsed:
    origin = unroll(graph).origin
    random = {turn.node_id for turn in turns.layers if not turn.is_trained}
    first = [turn.node_id for turn in turns.layers if turn.node_id in random and random.isdisjoint(turn.sources)]
    with_weights = [turn for turn in turns.layers if turn.has_weights]
    published = [turn.node_id for turn in with_weights if _is_published(turn)]

    def originals(flat_ids: list[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(origin[flat_id] for flat_id in flat_ids))

    return WeightsUsed(
        originals([turn.node_id for turn in with_weights if turn.is_trained]),
        originals([turn.node_id for turn in with_weights if not turn.is_trained and turn.node_id not in published]),
        originals(first), turns.too_large, frozenset(turn.node_id for turn in turns.layers if turn.is_trained),
        originals(published), _from_published(turns))


def _is_published(turn: "LayerTurn") -> bool:
    return not turn.is_trained and turn.kind == "Backbone" and turn.parameters["weights"] != "none"


def _from_published(turns: "Turns") -> frozenset[str]:
    """Return the layers that published weights reach, and no random ones."""
    published: set[str] = set()
    random: set[str] = set()
    for turn in turns.layers:
        is_random = turn.has_weights and not turn.is_trained and not _is_published(turn)
        if is_random or not random.isdisjoint(turn.sources):
            random.add(turn.node_id)
        elif _is_published(turn) or not published.isdisjoint(turn.sources):
            published.add(turn.node_id)
    return frozenset(published)


def _on_canvas(pictures: "Mapping[str, NodePicture]", graph: NetworkGraph) -> "dict[str, NodePicture]":
    """Leave out the earlier copies of repeated layers; the last one has the layer's own id."""
    return {node_id: picture for node_id, picture in pictures.items() if node_id in graph.nodes}


def _tensor(pixels: "NDArray[np.uint8]", mean: "NDArray[np.float32] | None",
            std: "NDArray[np.float32] | None") -> "torch.Tensor":
    """Return (h, w, C) pixels as one normalised image (1, C, h, w); by its own mean and deviation without others."""
    import torch

    values = pixels.astype(np.float32) / 255
    if mean is None or std is None:
        mean, std = values.mean(axis=(0, 1)), np.maximum(values.std(axis=(0, 1)), np.float32(1e-3))
    return torch.from_numpy(np.ascontiguousarray(((values - mean) / std).transpose(2, 0, 1))[None])
