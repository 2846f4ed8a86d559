"""Writes a network graph as one stand-alone PyTorch file, in which blocks are classes and repeats are loops."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cnnstudio.errors import NetworkError, ShapeError
from cnnstudio.export.class_text import CodeLine, block_class, network_lines
from cnnstudio.export.layer_source import CONSTRUCTORS, EXPRESSIONS, OWN_MODULES
from cnnstudio.export.module_classes import ModuleClasses
from cnnstudio.export.scopes import NETWORK, scopes
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import Analysis, analyse
from cnnstudio.wording import translate

__all__ = ["CONSTRUCTORS", "CodeLine", "Source", "module_paths", "source", "weight_names", "written"]


@dataclass(frozen=True)
class Source:
    """The file, line by line.

    Attributes
    ----------
    lines : with the layers each one writes
    """

    lines: tuple[CodeLine, ...]

    @property
    def text(self) -> str:
        """The whole file."""
        return "\n".join(line.text for line in self.lines) + "\n"


def source(graph: NetworkGraph, *, image_loading: str = "") -> str:
    """Return the text of a Python file with ``class Network(nn.Module)``, which needs PyTorch and nothing else.

    A backbone that is one of torchvision's networks needs torchvision as well.

    ``image_loading`` is written behind the network; see `cnnstudio.export.image_loading`.

    The same operations run as in the program, so that the same weights (see `weight_names`) give the same logits, bit
    for bit on the CPU. A block is a class of its own, shared by blocks of the same build; what differs between its
    copies is a parameter. Identifiers are made here: of a block's name only plain letters and digits come into the
    name of its class, and users' names appear as they are in comments only, as ASCII literals.

    Raises
    ------
    ShapeError, NetworkError
        With the first problem's sentence, when the graph has errors.
    """
    return written(graph, image_loading=image_loading).text


def written(graph: NetworkGraph, analysis: Analysis | None = None, *, image_loading: str = "") -> Source:
    """Return the file line by line; raises as `source` does. ``analysis`` saves the work of a new one."""
    classes = _classes(graph, analysis or analyse(graph))
    network = classes.scopes[NETWORK]
    images = classes.analysis.shapes[network.inputs[0]]
    logits = classes.analysis.shapes[network.result]
    own_modules = _own_modules(classes)
    parts = [
        _plain(_head(classes.analysis, loads_images=bool(image_loading),
                     is_torchvisions=any(_TORCHVISION in text for text in own_modules))),
        *(_plain(text) for text in own_modules),
        *(block_class(classes, made) for made in classes.classes[:-1]),
        network_lines(classes, images, logits),
        *([_plain(image_loading)] if image_loading else []),
        _plain(_FOOT)]
    gap = [CodeLine(""), CodeLine("")]
    return Source(tuple(line for part in parts for line in (*part, *gap))[:-len(gap)])


def weight_names(graph: NetworkGraph, keys: Iterable[str]) -> dict[str, str]:
    """Return the name in the program of each weight of the file's ``Network``.

    Parameters
    ----------
    graph : the file's
    keys : names in the program, those of ``build(graph).state_dict()`` or of a run's weights

    Returns
    -------
    name in the file's ``Network().state_dict()``, in its order, to the one in ``keys``

    Raises
    ------
    NetworkError
        When one of ``keys`` belongs to no layer of the graph; else as `source`.
    """
    by_layer: dict[str, list[str]] = {}
    for key in keys:
        by_layer.setdefault(".".join(key.split(".")[:2]), []).append(key)
    names = {
        path + key.removeprefix(layer): key
        for path, flat_id in _module_paths(_classes(graph, analyse(graph)), NETWORK, 0, "")
        for layer in [f"layers.{flat_id}"] for key in by_layer.pop(layer, ())}
    if by_layer:
        raise NetworkError(translate(
            "export", "The weights {name} belong to no layer of this network.", name=next(iter(by_layer.values()))[0]))
    return names


def module_paths(graph: NetworkGraph) -> dict[str, str]:
    """Return the path of each layer's module in the file's ``Network``, by the layer's id in the network that runs.

    Layers that are an expression in the file, such as an addition, have none. Raises as `source`.
    """
    analysis = analyse(graph)
    nodes = analysis.unrolled.graph.nodes
    return {flat_id: path for path, flat_id in _module_paths(_classes(graph, analysis), NETWORK, 0, "")
            if nodes[flat_id].kind not in EXPRESSIONS}


def _module_paths(classes: ModuleClasses, scope_id: str, number: int, before: str) -> Iterator[tuple[str, str]]:
    """Yield the path of each layer's module in the file and the layer's id in the network that runs."""
    scope = classes.scopes[scope_id]
    attributes = classes.attributes[scope_id, number]
    for item in scope.items:
        path = before + attributes[item.id]
        if item.id not in classes.scopes:
            yield path, classes.analysis.unrolled.copies[item.id][number]
            continue
        repeat = classes.scopes[item.id].copies // scope.copies
        for turn in range(repeat):
            inner = f"{path}.{turn}." if repeat > 1 else f"{path}."
            yield from _module_paths(classes, item.id, number * repeat + turn, inner)


def _classes(graph: NetworkGraph, analysis: Analysis) -> ModuleClasses:
    if not analysis.is_trainable:
        first = analysis.errors[0]
        raise (ShapeError if first.node_id in analysis.input_shapes else NetworkError)(first.message)
    return ModuleClasses(graph, analysis, scopes(graph))


def _plain(text: str) -> list[CodeLine]:
    return [CodeLine(line) for line in text.split("\n")]


def _head(analysis: Analysis, *, loads_images: bool, is_torchvisions: bool) -> str:
    flat = analysis.unrolled.graph
    used = flat.upstream("" if flat.output_node is None else flat.output_node.id)
    count = len(used) - 2
    weights = multiply_adds = 0
    for node_id in used:
        node, inputs = flat.nodes[node_id], analysis.input_shapes[node_id]
        weights += layer_kind(node.kind).weights(inputs, node.parameters)
        multiply_adds += layer_kind(node.kind).multiply_adds(inputs, analysis.shapes[node_id], node.parameters)
    also = "only, load_image also NumPy, Pillow and OpenCV" if loads_images else "only"
    needed = "PyTorch and torchvision" if is_torchvisions else "PyTorch"
    return "\n".join([
        f'"""A network for image classification, written by CNN Studio; needs {needed} {also}.',
        "",
        f"{count} layers, {weights:,} weights, {multiply_adds:,} multiply-adds an image.",
        '"""',
        "",
        "import torch",
        *(["import torchvision"] if is_torchvisions else []),
        "from torch import Tensor, nn"])


def _own_modules(classes: ModuleClasses) -> list[str]:
    """Return the classes PyTorch does not have, as far as the network needs them."""
    made = " ".join(step.constructor.pieces[0] for each in classes.classes for row in each.steps for step in row[:1])
    called = set(re.findall(r"\w+", made))
    for name, text in reversed(list(OWN_MODULES.items())):
        called |= set(re.findall(r"\w+", text)) if name in called else set()
    return [text for name, text in OWN_MODULES.items() if name in called]


_TORCHVISION = "torchvision.models."
_FOOT = '''\
if __name__ == "__main__":
    network = Network()
    images = torch.rand(1, *Network.image_shape)
    print(network)
    print("logits:", tuple(network(images).shape))
    print("weights:", sum(weight.numel() for weight in network.parameters()))'''
