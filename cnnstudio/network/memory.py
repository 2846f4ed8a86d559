"""How much memory a network needs to predict and to train, from the shapes alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.memory_rules import VALUE_BYTES, MemoryRule, Passage, memory_rule
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import Analysis

_CHANNEL_BLOCK = 16
"""oneDNN lays feature maps out in groups of so many channels (its format nChw16c, for AVX-512)."""


@dataclass(frozen=True, slots=True)
class LayerMemory:
    """What one layer holds for one batch.

    Attributes
    ----------
    output_bytes : the values that come out; 0 where they share the memory of what came in
    kept_bytes : what training keeps until the gradients are computed: the values that come out, where this layer or a
        next one needs them, and what the layer notes for itself, such as where each largest value was
    """

    output_bytes: int = 0
    kept_bytes: int = 0


@dataclass(frozen=True, slots=True)
class NetworkMemory:
    """What the whole network needs at once, for one batch.

    Attributes
    ----------
    layers : by node id of the unrolled graph, those that lead to the output
    predicting_bytes : the largest sum of images and values while predicting
    kept_bytes : what is kept between forward and backward
    training_bytes : the largest sum of images, kept values and gradients in a training step
    weights_bytes : the weights, once
    """

    layers: Mapping[str, LayerMemory] = field(default_factory=dict)
    predicting_bytes: int = 0
    kept_bytes: int = 0
    training_bytes: int = 0
    weights_bytes: int = 0


@dataclass(frozen=True, slots=True)
class _Layer:
    """One layer with everything the count needs.

    Attributes
    ----------
    id : also the name of its value
    sources : ids that feed it
    rule : of its kind
    passage : the batch on its way through it
    weights_bytes : of its weights
    has_gradient : whether anything up to here learns
    """

    id: str
    sources: tuple[str, ...]
    rule: MemoryRule
    passage: Passage
    weights_bytes: int
    has_gradient: bool

    @property
    def value_bytes(self) -> int:
        return self.passage.bytes_of(self.passage.output)


def network_memory(analysis: Analysis, batch_size: int) -> NetworkMemory:
    """Return what a network needs for batches of ``batch_size`` images.

    Counted are the layers that lead to the Output, or all with a shape while nothing arrives at it.
    """
    training = _layers(analysis, batch_size, is_training=True)
    predicting = _layers(analysis, batch_size, is_training=False)
    keeping = _Keeping(training)
    weights = sum(layer.weights_bytes for layer in training)
    return NetworkMemory(
        keeping.by_layer(), _predicting_peak(predicting), keeping.total_bytes,
        _TrainingStep(training, keeping).peak_bytes if training else 0, weights)


def layer_memory(analysis: Analysis, batch_size: int) -> dict[str, LayerMemory]:
    """Return only ``network_memory(...).layers``, which takes less time."""
    return _Keeping(_layers(analysis, batch_size, is_training=True)).by_layer()


def used_order(analysis: Analysis) -> list[str]:
    """Return the ids, in the order they run, of the unrolled layers that lead to the Output and have a shape.

    While nothing arrives at the Output these are all layers with a shape.
    """
    graph = analysis.unrolled.graph
    output = graph.output_node
    used = graph.upstream(output.id) if output is not None and output.id in analysis.shapes else None
    return [node_id for node_id in graph.topological_order()
            if node_id in analysis.shapes and (used is None or node_id in used)]


def _layers(analysis: Analysis, batch_size: int, *, is_training: bool) -> list[_Layer]:
    graph = analysis.unrolled.graph
    learning: set[str] = set()
    layers = []
    for node_id in used_order(analysis):
        node, inputs = graph.nodes[node_id], analysis.input_shapes[node_id]
        sources = tuple(graph.predecessors(node_id))
        kind = layer_kind(node.kind)
        weights = kind.weights(inputs, node.parameters)
        if kind.learned(inputs, node.parameters) or not learning.isdisjoint(sources):
            learning.add(node_id)
        passage = Passage(inputs, analysis.shapes[node_id], node.parameters, batch_size, is_training)
        layers.append(_Layer(
            node_id, sources, memory_rule(node.kind), passage, weights * VALUE_BYTES, node_id in learning))
    return layers


def _places(layers: Iterable[_Layer]) -> dict[str, str]:
    """Return by value the value whose memory it shares, itself where it has its own."""
    places: dict[str, str] = {}
    for layer in layers:
        is_view = layer.sources and layer.rule.is_view(layer.passage)
        places[layer.id] = places[layer.sources[0]] if is_view else layer.id
    return places


def _last_uses(layers: Iterable[_Layer], places: Mapping[str, str]) -> dict[str, str]:
    """Return by place the last layer that takes a value in it, or its maker."""
    uses = {}
    for layer in layers:
        for source in (layer.id, *layer.sources):
            uses[places[source]] = layer.id
    return uses


def _released(uses: Mapping[str, str]) -> dict[str, list[str]]:
    """Return by layer the places that are not needed after it."""
    ends: dict[str, list[str]] = {}
    for place, layer_id in uses.items():
        ends.setdefault(layer_id, []).append(place)
    return ends


def _predicting_peak(layers: list[_Layer]) -> int:
    """Add up what is alive while each layer runs; the images stay with whoever asked."""
    places = _places(layers)
    released = _released(_last_uses(layers, places))
    size = {layer.id: layer.value_bytes for layer in layers}
    images = {layer.id for layer in layers if not layer.sources}
    alive: set[str] = set()
    now = peak = 0
    for layer in layers:
        if places[layer.id] == layer.id:
            alive.add(layer.id)
            now += size[layer.id]
        peak = max(peak, now + _forward_room(layer))
        done = {place for place in released.get(layer.id, ()) if place in alive} - images
        alive -= done
        now -= sum(size[place] for place in done)
    return peak


class _Keeping:
    """Which values and extras training keeps after the forward pass."""

    def __init__(self, layers: list[_Layer]) -> None:
        self.layers = layers
        self.places = _places(layers)
        self._learning = {layer.id for layer in layers if layer.has_gradient}
        self.sizes = {layer.id: layer.value_bytes for layer in layers}
        self.extras = {layer.id: layer.rule.notes(layer.passage) if layer.has_gradient else 0 for layer in layers}
        self.keepers: dict[str, set[str]] = {}
        """Place -> the layers whose backward needs it."""
        for layer in layers:
            for place in self.kept_by(layer):
                self.keepers.setdefault(place, set()).add(layer.id)

    def kept_by(self, layer: _Layer) -> set[str]:
        """Return the places a layer's backward needs."""
        if not layer.has_gradient:
            return set()
        own = {self.places[layer.id]} if layer.rule.keeps_output(layer.passage) else set()
        return own | {self.places[source] for source in self._kept_sources(layer)}

    def _kept_sources(self, layer: _Layer) -> list[str]:
        if not layer.rule.keeps_input(layer.passage):
            return []
        if not layer.rule.is_product:
            return list(layer.sources)
        learning = [port for port, source in enumerate(layer.sources) if source in self._learning]
        return [source for port, source in enumerate(layer.sources) if set(learning) - {port}]

    @property
    def total_bytes(self) -> int:
        """All that is kept at the end of the forward pass."""
        return sum(self.sizes[place] for place in self.keepers) + sum(self.extras.values())

    def by_layer(self) -> dict[str, LayerMemory]:
        """Return each layer's own values and what is kept of them."""
        found = {}
        for layer in self.layers:
            has_own = self.places[layer.id] == layer.id
            kept = self.sizes[layer.id] if layer.id in self.keepers else 0
            found[layer.id] = LayerMemory(layer.value_bytes if has_own else 0, kept + self.extras[layer.id])
        return found


class _TrainingStep:
    """Adds up what is alive during one step: forward, then backward from the last layer to the first."""

    def __init__(self, layers: list[_Layer], keeping: _Keeping) -> None:
        self._layers, self._keeping = layers, keeping
        self._learning = {layer.id for layer in layers if layer.has_gradient}
        self._stays = {layer.id for layer in layers if not layer.sources} | {keeping.places[layers[-1].id]}
        self._gradients: dict[str, int] = {}
        """Place -> bytes of its gradient; a gradient that two places share counts for the first."""
        self._now = self.peak_bytes = 0
        self._forward()
        self._backward()

    def _add(self, amount: int, room: int = 0) -> None:
        self._now += amount
        self.peak_bytes = max(self.peak_bytes, self._now + room)

    def _forward(self) -> None:
        """Run forward; a value goes when no later layer takes it and no backward needs it."""
        keeping = self._keeping
        released = _released(_last_uses(self._layers, keeping.places))
        for layer in self._layers:
            has_own = keeping.places[layer.id] == layer.id
            own = keeping.sizes[layer.id] if has_own else 0
            self._add(own + keeping.extras[layer.id], _forward_room(layer))
            self._now -= sum(
                keeping.sizes[place] for place in released.get(layer.id, ())
                if place not in keeping.keepers and place not in self._stays)

    def _backward(self) -> None:
        """Run backward: gradients come, kept values go.

        The loss keeps the logarithms of the probabilities and makes the first gradient.
        """
        last, keeping = self._layers[-1], self._keeping
        self._add(2 * last.value_bytes)
        self._gradients[keeping.places[last.id]] = last.value_bytes
        waiting = {place: len(keepers) for place, keepers in keeping.keepers.items()}
        for layer in reversed(self._layers):
            if not layer.has_gradient:
                continue
            self._add(self._pass_gradients(layer) + layer.weights_bytes, _backward_room(layer))
            self._now -= keeping.extras[layer.id]
            if keeping.places[layer.id] == layer.id:
                self._now -= self._gradients.pop(layer.id, 0)
            for place in keeping.kept_by(layer):
                waiting[place] -= 1
                if not waiting[place] and place not in self._stays:
                    self._now -= keeping.sizes[place]

    def _pass_gradients(self, layer: _Layer) -> int:
        """Give the layer's inputs their gradients and return the bytes that are new."""
        own = self._keeping.places[layer.id]
        arriving = {self._keeping.places[source]: None for source in layer.sources if source in self._learning}
        new = 0
        for place in arriving:
            if place == own:
                continue
            missing = self._keeping.sizes[place] - self._gradients.get(place, 0)
            if layer.rule.passes_gradient:
                missing = 0 if place in self._gradients else min(missing, self._gradients.get(own, 0))
                self._gradients[own] = self._gradients.get(own, 0) - missing
            else:
                new += missing
            self._gradients[place] = self._gradients.get(place, 0) + missing
        return new


def _forward_room(layer: _Layer) -> int:
    """Return what a convolution needs besides input and output: copies of both in oneDNN's layout.

    The output's copy is there together with first the input's copy, then the output itself.
    """
    if not layer.rule.is_convolution:
        return 0
    return _blocked(layer, layer.passage.output) + max(
        0, _blocked(layer, layer.passage.inputs[0]) - layer.value_bytes)


def _backward_room(layer: _Layer) -> int:
    """Return what a convolution's backward needs besides its gradients: copies of what came in and of the gradient."""
    if not layer.rule.is_convolution:
        return 0
    return _blocked(layer, layer.passage.output) + _blocked(layer, layer.passage.inputs[0])


def _blocked(layer: _Layer, shape: Shape) -> int:
    """Return the bytes of a value whose channels are filled up to whole groups; few channels stay as they are."""
    channels = shape[0] if shape[0] < _CHANNEL_BLOCK else -(-shape[0] // _CHANNEL_BLOCK) * _CHANNEL_BLOCK
    return layer.passage.bytes_of((channels, *shape[1:]))
