"""Makes the small pictures on the canvas: what each layer makes of the selected image."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.decode import decode
from cnnstudio.data.preprocess import to_input_pixels
from cnnstudio.errors import RunError
from cnnstudio.network.document import from_document, to_document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.torch_network.builder import GraphNetwork

_SEED = 0


@dataclass(frozen=True, slots=True, eq=False)
class PreviewReady:
    """The result of a `PreviewJob`."""

    thumbnails: "Mapping[str, NDArray[np.uint8]]"
    """Node id -> (h, w): the mean over the channels of the layer's output, from its least to its greatest value."""
    input_pixels: "NDArray[np.uint8]"
    """(h, w, C), what the network is given."""
    is_trained: bool
    """Whether the weights are those of the run; else they are fresh random ones."""


class PreviewJob:
    """Run one image through the network as it is on the canvas: `PreviewReady`.

    Parameters
    ----------
    graph
        The network or its document; copied now.
    preprocess
        The way to the network's input.
    image_path
        The image.
    run_path
        A run whose best weights are used where the network is still the same; fresh seeded ones otherwise.

    Raises
    ------
    NetworkError, ImageError
        From `run`: the network has errors, or the image is damaged.
    """

    title = "Drawing previews"

    def __init__(self, graph: NetworkGraph | Mapping[str, Any], preprocess: PreprocessConfig, image_path: Path,
                 run_path: Path | None = None) -> None:
        self._document = to_document(graph) if isinstance(graph, NetworkGraph) else dict(graph)
        self._preprocess, self._image_path, self._run_path = preprocess, image_path, run_path

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Draw and yield the result."""
        from cnnstudio.explain.feature_maps import thumbnail, thumbnails

        pixels = to_input_pixels(decode(self._image_path).pixels, self._preprocess)
        network, mean, std = self._trained() or self._fresh()
        pictures = {network.input_id: thumbnail(pixels.transpose(2, 0, 1).astype(np.float32))}
        pictures |= thumbnails(network, _tensor(pixels, mean, std))
        yield PreviewReady(pictures, pixels, mean is not None)

    def _trained(self) -> "tuple[GraphNetwork, NDArray[np.float32] | None, NDArray[np.float32] | None] | None":
        """Return the network with the run's weights, when the run's network is the one on the canvas."""
        from cnnstudio.runs.store import RunFolder

        if self._run_path is None:
            return None
        try:
            run = RunFolder.load(self._run_path)
            if not run.record.best_epoch or _layers(run.record.graph) != _layers(self._document):
                return None
            network = run.load_module()
        except RunError:
            return None
        return network, np.array(run.record.mean, np.float32), np.array(run.record.std, np.float32)

    def _fresh(self) -> "tuple[GraphNetwork, None, None]":
        from cnnstudio.torch_network.builder import build, initialise

        network = build(from_document(self._document))
        initialise(network, "kaiming", _SEED)
        return network, None, None


def _layers(document: Mapping[str, Any]) -> list[Any]:
    """Return what decides the weights: nodes without their places and names, and edges."""
    graph = from_document(dict(document))
    nodes = [(node.id, node.kind, node.parameters) for node in graph.nodes.values()]
    return [nodes, graph.edges]


def _tensor(pixels: "NDArray[np.uint8]", mean: "NDArray[np.float32] | None",
            std: "NDArray[np.float32] | None") -> Any:
    """Return (h, w, C) pixels as one normalised image (1, C, h, w); by its own mean and deviation without others."""
    import torch

    values = pixels.astype(np.float32) / 255
    if mean is None or std is None:
        mean, std = values.mean(axis=(0, 1)), np.maximum(values.std(axis=(0, 1)), np.float32(1e-3))
    return torch.from_numpy(np.ascontiguousarray(((values - mean) / std).transpose(2, 0, 1))[None])
