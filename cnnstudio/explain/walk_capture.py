"""Runs one image through a network and keeps what every layer gave, ready to be walked through."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from cnnstudio.explain.heatmap import Pixels
from cnnstudio.explain.pass_hooks import Hook, hooked, pick_logits, undisturbed
from cnnstudio.explain.walk_recording import PROBABILITIES, VALUE_LIMIT, Recording, kept_layers, with_pixels
from cnnstudio.explain.walk_values import Floats, LayerOutline
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.shapes import analyse
from cnnstudio.torch_network.builder import GraphNetwork


def capture_walk(network: GraphNetwork, graph: NetworkGraph, image: Tensor, input_pixels: Pixels,
                 mean: Sequence[float] | npt.NDArray[Any], std: Sequence[float] | npt.NDArray[Any],
                 class_names: Sequence[str], *, needed: Collection[str] = (), limit: int = VALUE_LIMIT) -> Recording:
    """Record one image.

    Parameters
    ----------
    network : built from ``graph``; left exactly as found
    image : (1, C, H, W), normalised
    input_pixels : (H, W, C) uint8, what ``image`` was made from with ``mean`` and ``std`` (C,)
    needed : ids of layers whose values are kept in any case
    limit : values that are kept besides
    """
    layers = outlines(network, graph)
    kept = kept_layers(layers, needed, limit)
    values = _outputs(network, image, kept)
    pixels = np.ascontiguousarray(input_pixels.transpose(2, 0, 1), dtype=np.float32)
    figures = {"mean": np.asarray(mean, np.float32), "std": np.asarray(std, np.float32)}
    weights = {layer_id: numbers_of(part) for layer_id, part in network.layers.items()}
    return Recording(layers, with_pixels(values, pixels), {**weights, network.input_id: figures}, tuple(class_names))


def outlines(network: GraphNetwork, graph: NetworkGraph) -> tuple[LayerOutline, ...]:
    """Return the layers of a built network in the order they run, and the softmax that follows the Output."""
    flat = analyse(graph).unrolled.graph
    found = [
        LayerOutline(node_id, name, network.kinds[node_id], flat.nodes[node_id].parameters, network.shapes[node_id],
                     tuple(network.shapes[source] for source in network.sources[node_id]), network.sources[node_id])
        for node_id, name in network.names.items()]
    shape = (network.classes,)
    found.append(LayerOutline(PROBABILITIES, "softmax", "Softmax", {}, shape, (shape,), (network.output_id,)))
    return tuple(found)


def numbers_of(module: nn.Module) -> Mapping[str, Floats]:
    """Return weights and buffers by name in float32; those on the processor share their memory with the module."""
    tensors = [*module.named_parameters(), *module.named_buffers()]
    return {name: tensor.detach().to("cpu", torch.float32).numpy() for name, tensor in tensors
            if tensor.is_floating_point()}


def _outputs(network: GraphNetwork, image: Tensor, kept: Collection[str]) -> dict[str, Floats]:
    """Return the outputs of the layers in ``kept`` and of the softmax behind the last, in float32."""
    values: dict[str, Floats] = {}

    def keep(name: str) -> Hook:
        def hook(_module: nn.Module, _inputs: Any, output: Tensor) -> None:
            values[name] = _first(output)
        return hook

    hooks = {part: keep(name) for name, part in network.layers.items() if name in kept}
    with undisturbed(network, image) as look, torch.no_grad(), hooked(hooks):
        logits = pick_logits(look())
        values[network.input_id] = _first(look.image)
    values[PROBABILITIES] = np.asarray(torch.softmax(logits, 0).to("cpu", torch.float32).numpy())
    return values


def _first(output: Tensor) -> Floats:
    return np.asarray(output[0].detach().to("cpu", torch.float32, copy=True).numpy())
