"""Puts a network graph together from the operations that a reader finds in somebody else's network."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import prod
from typing import Any

from cnnstudio.errors import ConnectError, NetworkError, ShapeError
from cnnstudio.network.block_layout import arranged
from cnnstudio.network.graph import NODE_LIMIT, Edge, NetworkGraph, Node
from cnnstudio.network.import_blocks import fold_modules
from cnnstudio.network.import_names import FreeNames
from cnnstudio.network.layer_kinds import Shape, shape_text
from cnnstudio.network.names import quoted
from cnnstudio.network.registry import layer_kind, layer_kinds
from cnnstudio.network.shapes import VALUE_LIMIT, analyse
from cnnstudio.wording import translate

_ENDS = ("Input", "Output")
"""Called by their ids: what others call them, such as "x", says less."""


@dataclass(frozen=True, slots=True)
class Wire:
    """What comes out of a layer."""

    node_id: str


@dataclass(frozen=True, slots=True)
class Weights:
    """A tensor of the network that is read; only its name and shape are looked at.

    Attributes
    ----------
    name : the file's or the module's; may hold anything
    shape : as it is stored
    numbers : its values, where there are few and they could be a setting rather than learned
    """

    name: str
    shape: tuple[int, ...]
    numbers: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedNetwork:
    """What came out of an import.

    Attributes
    ----------
    graph : valid, laid out, without errors
    notes : sentences about what was left out because it does nothing when predicting
    """

    graph: NetworkGraph
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer found so far, what feeds it in port order, what comes out, its name and modules where it was found."""

    node: Node
    sources: tuple[str, ...]
    shape: Shape
    place: str
    inside: tuple[str, ...]


class Assembly:
    """Takes layers one after the other, each after those that feed it, and makes a graph of them.

    Every error is one sentence that names the network, the place and the operation; there is no half of a graph.

    Parameters
    ----------
    origin : what messages call the network, such as a file's name
    batch : number of images in each batch, where the network says so

    Attributes
    ----------
    joined : layers that were joined, and what comes out of the join
    """

    def __init__(self, origin: str, batch: int | None = None) -> None:
        self.origin = origin
        self.batch = batch
        self.joined: dict[tuple[Wire, ...], Wire] = {}
        self._layers: dict[str, _Layer] = {}
        self._numbers: Counter[str] = Counter()
        self._place = ("", "")
        self._inside: tuple[str, ...] = ()
        self._end: str | None = None
        self._claimed: set[str] = set()
        self._left_out: Counter[str] = Counter()

    @contextmanager
    def at(self, name: str, operation: str, inside: tuple[str, ...] = ()) -> Iterator[None]:
        """Name what is added in the block, and what is complained about, after a place of the network.

        ``inside`` are the paths of the modules around it, the outermost first; each may become a block.
        """
        self._place, self._inside = (name, operation), inside
        try:
            yield
        except (NetworkError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise self.refusal(self._sentence(error)) from error

    def refusal(self, sentence: str) -> NetworkError:
        """Return the error that ends the import."""
        return NetworkError(translate(
            "network", "{origin} cannot be imported: {sentence}", origin=self.origin, sentence=sentence))

    def shape(self, value: Any) -> Shape:
        """Return the shape of a layer's output, without the batch.

        Raises
        ------
        NetworkError
            When ``value`` is no layer's output.
        """
        if not isinstance(value, Wire):
            raise NetworkError(translate(
                "network", "takes a number or a weight where the output of a layer is needed. Import a network "
                "without this step."))
        return self._layers[value.node_id].shape

    def kind(self, wire: Wire) -> str:
        """Return the kind of the layer behind a wire."""
        return self._layers[wire.node_id].node.kind

    def sources(self, wire: Wire) -> tuple[Wire, ...]:
        """Return what the layer behind a wire takes, in port order."""
        return tuple(Wire(source) for source in self._layers[wire.node_id].sources)

    def input(self, name: str, shape: Sequence[Any]) -> Wire:
        """Add the Input for images (C, H, W)."""
        with self.at(name, "input"):
            if len(shape) != 3:
                raise NetworkError(translate(
                    "network", "is no batch of images (N, channels, height, width). Import a network that takes "
                    "images."))
            return self.layer("Input", (), channels=shape[0], height=shape[1], width=shape[2])

    def layer(self, kind: str, sources: Sequence[Any], *, weights: Weights | None = None, **parameters: Any) -> Wire:
        """Add a layer that takes ``sources`` in port order; it is called after its weights, else after its place.

        Raises
        ------
        NetworkError
            When there is no such kind, a parameter is outside its limits, the shapes do not fit, the network gets
            too large, or the weights belong to another layer already. The text starts with a verb.
        """
        if kind not in layer_kinds():
            raise NetworkError(translate(
                "network", "is an operation for which there is no layer here. Import a network without it."))
        if len(self._layers) >= NODE_LIMIT:
            raise NetworkError(translate(
                "network", "is one layer too many: a network has at most {limit:,} layers.", limit=NODE_LIMIT))
        arriving = [self.shape(source) for source in sources]
        checked = _checked_parameters(kind, parameters)
        shape = layer_kind(kind).shape(arriving, checked)
        if not all(side >= 1 for side in shape) or prod(shape) > VALUE_LIMIT:
            raise ShapeError(translate(
                "network", "gives {shape}, which no machine could hold.", shape=shape_text(shape)))
        self._claim(weights)
        self._numbers[kind] += 1
        node = Node(f"{kind.lower()}_{self._numbers[kind]}", kind, "", checked)
        name = weights.name.removesuffix(".weight") if weights else self._place[0]
        name = "" if kind in _ENDS else name
        self._layers[node.id] = _Layer(node, tuple(source.node_id for source in sources), shape, name,
                                       self._inside)
        return Wire(node.id)

    def amend(self, wire: Wire, **parameters: Any) -> None:
        """Set parameters of a layer that is there already and keeps its shape."""
        node = self._layers[wire.node_id].node
        node.parameters = layer_kind(node.kind).check_parameters({**node.parameters, **parameters})

    def output(self, value: Any) -> None:
        """Add the Output after the layer that gives the logits."""
        with self.at("output", "output"):
            shape = self.shape(value)
            if len(shape) != 1:
                raise NetworkError(translate(
                    "network", "gives {shape}, and a network here ends with one value a class. Import a network that "
                    "classifies images.", shape=shape_text(shape)))
            self._end = self.layer("Output", [value], classes=shape[0]).node_id

    def leave_out(self, what: str) -> None:
        """Remember that something was left out which does nothing when predicting."""
        self._left_out[what] += 1

    def finish(self) -> ImportedNetwork:
        """Return the graph of all layers that lead to the Output, laid out, with a block for each part.

        Raises
        ------
        NetworkError
            When there is no Output, or the network as a whole has an error.
        """
        if self._end is None:
            raise self.refusal(translate("network", "it has no output."))
        graph = self._graph(self._used(self._end))
        errors = analyse(graph).errors
        if errors:
            raise self.refusal(errors[0].message)
        fold_modules(graph, {node_id: layer.inside for node_id, layer in self._layers.items()})
        moves = arranged(graph)
        if moves is not None:
            moves.apply(graph)
        return ImportedNetwork(graph, tuple(
            translate(
                "network", "{count} × {what} left out: it does nothing when predicting.", count=count,
                what=what) for what, count in self._left_out.items()))

    def _sentence(self, error: Exception) -> str:
        """Say where, what and why; an argument of a wrong type gets no more than its place."""
        name, operation = self._place
        where = f"{quoted(name)} ({quoted(operation)[1:-1]})" if name else quoted(operation)
        if not isinstance(error, NetworkError):
            return translate("network", "{where} has settings that cannot be read.", where=where)
        return f"{where} {error}"

    def _claim(self, weights: Weights | None) -> None:
        """Refuse weights that two layers share; vectors pass, because writers of files merge equal ones."""
        if weights is None or len(weights.shape) < 2:
            return
        if weights.name in self._claimed:
            raise NetworkError(translate(
                "network", "uses the same weights as another layer, and here each layer has its own. Import a network "
                "without shared weights."))
        self._claimed.add(weights.name)

    def _used(self, end: str) -> set[str]:
        used: set[str] = set()
        waiting = [end]
        while waiting:
            node_id = waiting.pop()
            if node_id not in used:
                used.add(node_id)
                waiting += self._layers[node_id].sources
        return used

    def _graph(self, used: set[str]) -> NetworkGraph:
        graph, names = NetworkGraph(), FreeNames(used)
        layers = [layer for node_id, layer in self._layers.items() if node_id in used]
        for layer in layers:
            layer.node.name = names.take(layer.place, layer.node.id)
            graph.add_node(layer.node)
        try:
            graph.connect_all([Edge(source, layer.node.id, port)
                               for layer in layers for port, source in enumerate(layer.sources)])
        except ConnectError as error:
            raise self.refusal(str(error)) from error
        return graph


def _checked_parameters(kind: str, parameters: dict[str, Any]) -> dict[str, Any]:
    try:
        return layer_kind(kind).check_parameters(parameters)
    except NetworkError as error:
        raise NetworkError(translate("network", "does not fit a layer here: {reason}", reason=error)) from None
