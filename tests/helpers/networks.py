"""Networks for tests: short ways to write one, and random ones that can be trained."""

import random
from collections.abc import Sequence
from typing import Any

from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.shapes import analyse

Layer = str | tuple[str, dict[str, Any]]


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


def random_network(seed: int, *, layers: int = 12) -> NetworkGraph:
    """Return a random network without errors, with branches and merges, for 3 × 12 × 12 images and 4 classes."""
    rng = random.Random(seed)
    graph = chain(input_shape=(3, 12, 12))
    volumes, vectors = ["input_1"], []
    for _ in range(layers):
        _grow(graph, rng, volumes, vectors)
    if not vectors:
        vectors.append(add(graph, "Flatten", [volumes[-1]]))
    logits = add(graph, "Linear", [vectors[-1]], out_features=4)
    add(graph, "Output", [logits], classes=4)
    return graph


def _grow(graph: NetworkGraph, rng: random.Random, volumes: list[str], vectors: list[str]) -> None:
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
    ("ConvTranspose2d", {"out_channels": (6,), "kernel_size": (2, 3), "stride": (1, 2), "padding": (0, 1)}),
    ("FixedKernel", {"same": (True, False)}), ("AdaptiveMaxPool2d", {"output_size": (3, (4, 5))}),
    ("GlobalMaxPool2d", {}), ("Upsample", {"mode": ("nearest", "bilinear"), "scale_factor": (2, (1, 2))}),
    ("ZeroPad2d", {"left": (0, 2)}), ("Crop2d", {"size": (3, 5), "centred": (True, False)}), ("PReLU", {}),
    ("GELU", {"approximate": ("none", "tanh")}), ("BatchNorm1d", {}),
    ("LayerNorm", {"elementwise_affine": (True, False)}),
    ("GroupNorm", {"num_groups": (1, 2, 3)}), ("Dropout2d", {}), ("SqueezeExcitation", {"reduction": (2,)}),
    ("Multiply", {}), ("Add", {}), ("Concatenate", {}), ("Add", {}), ("Concatenate", {}),
)
