"""Turns a network graph into a torch module that runs it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from cnnstudio.errors import NetworkError, ShapeError
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.shapes import Analysis, analyse
from cnnstudio.torch_network.initialization import initialise
from cnnstudio.torch_network.layer_modules import FACTORIES
from cnnstudio.torch_network.turns import Turn, in_fewer_passes, turns_of
from cnnstudio.training.randomness import global_randomness_kept
from cnnstudio.wording import translate

__all__ = ["GraphNetwork", "build", "initialise"]


class GraphNetwork(nn.Module):
    """The layers that lead from a graph's Input to its Output; the graph is read once and not kept.

    Repeated blocks are written out: every repeat has modules, and so weights, of its own.

    Attributes
    ----------
    layers : the modules by node id, in the order they run; the Output is an identity, the Input has none
    input_id : id of the Input node
    output_id : id of the Output node
    input_shape : (C, H, W)
    classes : number of logits
    kinds : layer kind by node id, Input included
    names : the user's name by node id, Input included
    shapes : output shape without the batch by node id, Input included
    sources : ids that feed a node, in port order, by node id
    """

    def __init__(self, graph: NetworkGraph) -> None:
        super().__init__()
        analysis = analyse(graph)
        _require_trainable(analysis)
        graph = analysis.unrolled.graph
        order, self.input_id, self.output_id = _used_order(graph)
        self.kinds: Mapping[str, str] = {node_id: graph.nodes[node_id].kind for node_id in order}
        self.names: Mapping[str, str] = {node_id: graph.nodes[node_id].name for node_id in order}
        self.shapes: Mapping[str, Shape] = {node_id: analysis.shapes[node_id] for node_id in order}
        self.sources: Mapping[str, tuple[str, ...]] = {
            node_id: tuple(graph.predecessors(node_id)) for node_id in order}
        self.layers = nn.ModuleDict({
            node_id: FACTORIES[self.kinds[node_id]](analysis.input_shapes[node_id], graph.nodes[node_id].parameters)
            for node_id in order if node_id != self.input_id})
        self._begin = self.input_id
        self._steps = turns_of(self.sources, [node_id for node_id in order if node_id != self.input_id])
        self._quick: tuple[Turn, ...] | None = None

    @property
    def input_shape(self) -> Shape:
        """(C, H, W) of one image."""
        return self.shapes[self.input_id]

    @property
    def classes(self) -> int:
        """Number of logits of one image."""
        return self.shapes[self.output_id][0]

    def forward(self, images: Tensor) -> Tensor:
        """Return logits (N, K) of images (N, C, H, W).

        Layers run in topological order; a value is let go as soon as no later layer takes it, so that without
        gradients the memory is that of the widest place, not of the whole network. After `begin_behind` the values of
        that layer are given in place of images.
        """
        steps = self._steps if self._quick is None or self._is_watched() else self._quick
        return self._run(steps, {self._begin: images}, self.output_id)

    def values_of(self, node_id: str, images: Tensor) -> Tensor:
        """Return what comes out of one layer for images (N, C, H, W); the layers behind it do not run."""
        used = _upstream(self.sources, node_id)
        order = [other for other in self.sources if other in used]
        return self._run(turns_of(self.sources, order[1:]), {self.input_id: images}, node_id)

    def begin_behind(self, node_id: str) -> None:
        """Run from now on only what follows a layer, through which alone the rest sees the image.

        `forward` is then given that layer's values (N, ...). Weights and their names stay those of the whole network.
        """
        before = _upstream(self.sources, node_id)
        self._begin, self._quick = node_id, None
        self._steps = turns_of(self.sources, [other for other in self.sources if other not in before])

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Take images again inside the block, whatever `begin_behind` said."""
        begin, steps, quick = self._begin, self._steps, self._quick
        self._begin, self._quick = self.input_id, None
        self._steps = turns_of(self.sources, [node_id for node_id in self.sources if node_id != self.input_id])
        try:
            yield
        finally:
            self._begin, self._steps, self._quick = begin, steps, quick

    @contextmanager
    def in_fewer_passes(self) -> Iterator[None]:
        """Go over memory fewer times in training steps inside the block, with the same results bit for bit.

        Single layers then have values that are overwritten or come in another order. Who wants to see them, by a
        forward hook, without gradients or in evaluation mode, is given all of them as ever.
        """
        self._quick = in_fewer_passes(self._steps, self.kinds, self.output_id)
        try:
            yield
        finally:
            self._quick = None

    def _is_watched(self) -> bool:
        """Whether somebody may look at what comes out of single layers."""
        return not (self.training and torch.is_grad_enabled()) or any(
            layer._forward_hooks for layer in self.layers.values())  # noqa: SLF001 - torch has no other way to ask

    def _run(self, steps: tuple[Turn, ...], values: dict[str, Tensor], wanted: str) -> Tensor:
        for step in steps:
            inputs = [values[source] for source in step.sources]
            values[step.node_id] = torch.relu_(inputs[0]) if step.overwrites else self.layers[step.layer](*inputs)
            del inputs
            for source in step.done_with:
                del values[source]
        return values[wanted]


def build(graph: NetworkGraph) -> GraphNetwork:
    """Return the module of a graph with torch's default weights; torch's random state is left as it was.

    Raises
    ------
    ShapeError
        When a layer does not fit what arrives; the first problem's sentence.
    NetworkError
        When the graph has another error.
    """
    with global_randomness_kept():
        return GraphNetwork(graph)


def _require_trainable(analysis: Analysis) -> None:
    if analysis.is_trainable:
        return
    first = analysis.errors[0]
    misfit = first.node_id in analysis.input_shapes and first.node_id not in analysis.shapes
    raise (ShapeError if misfit else NetworkError)(first.message)


def _used_order(graph: NetworkGraph) -> tuple[list[str], str, str]:
    """Return the ids that lead to the Output in topological order, the Input's id and the Output's."""
    start, end = graph.input_node, graph.output_node
    if start is None or end is None:
        raise NetworkError(translate("torch_network", "The network needs an Input and an Output."))
    used = graph.upstream(end.id)
    return [node_id for node_id in graph.topological_order() if node_id in used], start.id, end.id


def _upstream(sources: Mapping[str, tuple[str, ...]], node_id: str) -> set[str]:
    """Return the ids of a layer and of all that lead to it."""
    found = {node_id}
    for other in reversed(list(sources)):
        if other in found:
            found.update(sources[other])
    return found
