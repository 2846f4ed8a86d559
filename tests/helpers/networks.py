"""Networks for tests: short ways to write one, and random ones that can be trained."""

import random
from collections.abc import Sequence
from typing import Any

from cnnstudio.errors import NetworkError
from cnnstudio.network.block_edits import Fold
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.shapes import analyse

Layer = str | tuple[str, dict[str, Any]]
_LAYER_LIMIT = 120


def chain(*layers: Layer, input_shape: Shape = (3, 16, 16)) -> NetworkGraph:
    """Return Input and the given layers in a row, 144 px apart; a layer is a kind or a kind with parameters."""
    channels, height, width = input_shape
    graph = NetworkGraph()
    last = ""
    first: Layer = ("Input", {"channels": channels, "height": height, "width": width})
    for row, layer in enumerate((first, *layers)):
        kind, parameters = (layer, {}) if isinstance(layer, str) else layer
        node = graph.new_node(kind, 0.0, 144.0 * row, **parameters)
        graph.add_node(node)
        if last:
            graph.connect(Edge(last, node.id))
        last = node.id
    return graph


def u_net() -> NetworkGraph:
    """Return a small U-Net-like network with two nested shortcuts."""
    graph = chain(
        ("Conv2d", {"out_channels": 4, "same": True}), "ReLU", "MaxPool2d",
        ("Conv2d", {"out_channels": 8, "same": True}), "ReLU", "MaxPool2d",
        ("Conv2d", {"out_channels": 8, "same": True}), "ReLU")
    last = "relu_3"
    for number, (skip, size) in enumerate((("relu_2", 8), ("relu_1", 16)), 1):
        up = add(graph, "AdaptiveAvgPool2d", [last], output_size=size)
        merged = add(graph, "Concatenate", [up, skip])
        convolved = add(graph, "Conv2d", [merged], out_channels=4 * number, same=True)
        last = add(graph, "ReLU", [convolved])
    pooled = add(graph, "GlobalAvgPool2d", [last])
    add(graph, "Output", [add(graph, "Linear", [pooled], out_features=3)], classes=3)
    return graph


def add(graph: NetworkGraph, kind: str, sources: Sequence[str], **parameters: Any) -> str:
    """Add a layer fed by ``sources`` and return its id."""
    node = graph.new_node(kind, **parameters)
    graph.add_node(node)
    for port, source in enumerate(sources):
        graph.connect(Edge(source, node.id, port))
    return node.id


def random_network(seed: int, *, layers: int = 12, more_kinds: bool = False, blocks: int = 0) -> NetworkGraph:
    """Return a random network without errors, with branches and merges, for 3 × 12 × 12 images and 4 classes.

    ``more_kinds`` draws from all layer kinds, ``blocks`` is how many times a block is tried, nested and repeated ones
    among them.
    """
    rng = random.Random(seed)
    graph = chain(input_shape=(3, 12, 12))
    volumes, vectors = ["input_1"], []
    choices = _CHOICES + _MORE_CHOICES if more_kinds else _CHOICES
    for _ in range(layers):
        _grow(graph, rng, volumes, vectors, choices)
    if not vectors:
        vectors.append(add(graph, "Flatten", [volumes[-1]]))
    if blocks:
        vectors.append(_add_stages(graph, rng, volumes[-1]))
    logits = add(graph, "Linear", [vectors[-1]], out_features=4)
    add(graph, "Output", [logits], classes=4)
    for _ in range(blocks):
        _fold_something(graph, rng)
    return graph


def _add_stages(graph: NetworkGraph, rng: random.Random, start: str) -> str:
    """Add residual blocks of one build and different widths, some of them in a block together; return a vector."""
    last = add(graph, "AdaptiveMaxPool2d", [start], output_size=6)
    is_deep = rng.random() < 0.5
    for number in range(rng.choice((1, 2, 3))):
        width, stride = rng.choice((4, 6)), rng.choice((1, 2))
        down = add(graph, "Conv2d", [last], out_channels=width, stride=stride, padding=1)
        first = add(graph, "DepthwiseConv2d", [down], same=True, bias=False)
        second = add(graph, "Conv2d", [first], out_channels=width * is_deep + 2, kernel_size=1)
        third = add(graph, "Conv2d", [second], out_channels=width, same=True)
        last = add(graph, "Add", [third, down])
        Fold([first, second, third, last], f"Residual {number}", rng.choice((1, 2, 3))).apply(graph)
        if rng.random() < 0.5:
            Fold([down, first, second, third, last], f"Stage {number}", rng.choice((1, 2))).apply(graph)
    return add(graph, "Flatten", [last])


def _fold_something(graph: NetworkGraph, rng: random.Random) -> None:
    """Fold all layers on the ways from one random layer to a later one, if they can be a block that fits."""
    used = graph.upstream("output_1")
    order = [node_id for node_id in graph.topological_order()
             if node_id in used and graph.nodes[node_id].kind not in ("Input", "Output")]
    first, last = sorted(rng.choices(range(len(order)), k=2))
    inside = graph.downstream(order[first]) & graph.upstream(order[last])
    inside |= {block_id for block in graph.blocks.values() if block.members & inside for block_id in block.members}
    names = ("", "Conv2d", "Größe 3×3", "Residual block 2", "Network", "import os; x = '\"\"\"'")
    edit = Fold(sorted(inside), rng.choice(names), rng.choice((1, 2, 2, 3, 4)))
    try:
        edit.apply(graph)
    except NetworkError:
        return
    analysis = analyse(graph)
    if not analysis.is_trainable or len(analysis.unrolled.graph.nodes) > _LAYER_LIMIT:
        edit.revert(graph)


def _grow(graph: NetworkGraph, rng: random.Random, volumes: list[str], vectors: list[str],
          choices: Sequence[tuple[str, dict[str, tuple[Any, ...]]]]) -> None:
    """Try one random layer after a random earlier one and keep it when it fits."""
    pool = vectors if vectors and rng.random() < 0.3 else volumes
    sources = [rng.choice(pool[-3:])]
    kind, parameters = rng.choice(_CHOICES)
    if kind in ("Add", "Multiply", "Concatenate"):
        sources = rng.choices(pool, k=rng.choice((2, 2, 3)))
    node = graph.new_node(kind, **{name: rng.choice(values) for name, values in parameters.items()})
    graph.add_node(node)
    for port, source in enumerate(sources):
        graph.connect(Edge(source, node.id, port))
    shape = analyse(graph).shapes.get(node.id)
    if shape is None:
        for edge in graph.in_edges(node.id):
            graph.disconnect(edge)
        graph.remove_node(node.id)
    else:
        (volumes if len(shape) == 3 else vectors).append(node.id)


_CHOICES: tuple[tuple[str, dict[str, tuple[Any, ...]]], ...] = (
    ("Conv2d", {"out_channels": (4, 6), "kernel_size": (1, 3, (3, 2)), "padding": (0, 1), "stride": (1, 2)}),
    ("Conv2d", {"out_channels": (6,), "same": (True,), "groups": (1, 2, 3), "bias": (False,)}),
    ("Conv2d", {"out_channels": (6,), "same": (True,), "dilation": (1, 2)}),
    ("MaxPool2d", {"kernel_size": (2, 3), "padding": (0, 1), "ceil_mode": (True, False)}),
    ("AvgPool2d", {"kernel_size": (2, 3), "ceil_mode": (True, False)}),
    ("AdaptiveAvgPool2d", {"output_size": (3, (4, 5), 6)}),
    ("GlobalAvgPool2d", {}),
    ("Flatten", {}),
    ("Linear", {"out_features": (5, 8), "bias": (True, False)}),
    ("BatchNorm2d", {"eps": (1e-5, 1e-3), "momentum": (0.1, 0.3)}),
    ("Dropout", {"p": (0.1, 0.5)}),
    ("ReLU", {}), ("LeakyReLU", {"negative_slope": (0.1, 0.2)}), ("ELU", {"alpha": (1.0, 0.5)}),
    ("Sigmoid", {}), ("Tanh", {}), ("Softmax", {}), ("Maxout", {"pieces": (2, 3)}),
    ("DepthwiseConv2d", {"channel_multiplier": (1, 2), "same": (True,)}), ("ReLU6", {}), ("SELU", {}), ("SiLU", {}),
    ("Hardswish", {}), ("Hardsigmoid", {}),
    ("ConvTranspose2d", {"out_channels": (6,), "kernel_size": (2, 3), "stride": (1, 2), "padding": (0, 1)}),
    ("FixedKernel", {"same": (True, False)}), ("AdaptiveMaxPool2d", {"output_size": (3, (4, 5))}),
    ("GlobalMaxPool2d", {}), ("Upsample", {"mode": ("nearest", "bilinear"), "scale_factor": (2, (1, 2))}),
    ("ZeroPad2d", {"left": (0, 2)}), ("Crop2d", {"size": (3, 5), "centred": (True, False)}), ("PReLU", {}),
    ("GELU", {"approximate": ("none", "tanh")}), ("BatchNorm1d", {}),
    ("LayerNorm", {"elementwise_affine": (True, False)}),
    ("GroupNorm", {"num_groups": (1, 2, 3)}), ("Dropout2d", {}), ("SqueezeExcitation", {"reduction": (2,)}),
    ("Multiply", {}), ("Add", {}), ("Concatenate", {}), ("Add", {}), ("Concatenate", {}),
)

_MORE_CHOICES: tuple[tuple[str, dict[str, tuple[Any, ...]]], ...] = (
    ("DepthwiseConv2d", {"channel_multiplier": (1, 2), "padding": (0, 1), "stride": (1, 2), "bias": (True, False)}),
    ("DepthwiseConv2d", {"same": (True,), "kernel_size": (3, (1, 3))}),
    ("ConvTranspose2d", {"out_channels": (4, 6), "kernel_size": (2, (3, 2)), "padding": (0, 1), "groups": (1, 2)}),
    ("FixedKernel", {"same": (True, False)}),
    ("AdaptiveMaxPool2d", {"output_size": (4, (5, 3))}),
    ("GlobalMaxPool2d", {}),
    ("Upsample", {"scale_factor": (2, (1, 2)), "mode": ("nearest", "bilinear")}),
    ("ZeroPad2d", {"left": (0, 1), "right": (0, 2), "bottom": (1, 3)}),
    ("Crop2d", {"size": (4, (5, 6)), "centred": (True, False), "top": (0, 1)}),
    ("ReLU6", {}), ("PReLU", {"per_channel": (True, False)}), ("SELU", {}), ("SiLU", {}),
    ("Hardswish", {}), ("Hardsigmoid", {}),
    ("GELU", {"approximate": ("none", "tanh")}),
    ("BatchNorm1d", {"eps": (1e-5, 1e-3)}), ("LayerNorm", {"elementwise_affine": (True, False)}),
    ("GroupNorm", {"num_groups": (1, 2, 3), "eps": (1e-5, 1e-3)}), ("Dropout2d", {"p": (0.1, 0.3)}),
    ("SqueezeExcitation", {"reduction": (2, 16)}), ("Multiply", {}), ("Multiply", {}),
)
