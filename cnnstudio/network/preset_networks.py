"""The layers of the known networks, written as chains and blocks."""

from collections.abc import Sequence
from typing import Any

from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.layer_kinds import Shape


class Chain:
    """Builds a graph layer by layer; each new one follows the last, or those that are named."""

    def __init__(self, input_shape: Shape) -> None:
        self.graph = NetworkGraph()
        channels, height, width = input_shape
        self.last = ""
        self.add("Input", channels=channels, height=height, width=width)

    def add(self, kind: str, *, after: Sequence[str] = (), **parameters: Any) -> str:
        """Add a layer after ``after`` (the last one unless given) and return its id."""
        node = self.graph.new_node(kind, **parameters)
        sources = after or ([self.last] if self.last else [])
        self.graph.add_node(node)
        for port, source in enumerate(sources):
            self.graph.connect(Edge(source, node.id, port))
        self.last = node.id
        return node.id

    def convolution(self, out_channels: int, kernel: int, *, activation: str = "ReLU", **parameters: Any) -> None:
        """Add a convolution and its activation."""
        self.add("Conv2d", out_channels=out_channels, kernel_size=kernel, **parameters)
        self.add(activation)

    def normalised(self, out_channels: int, kernel: int, **parameters: Any) -> str:
        """Add a convolution without bias and its batch normalisation; return the latter's id."""
        self.add("Conv2d", out_channels=out_channels, kernel_size=kernel, bias=False, **parameters)
        return self.add("BatchNorm2d")

    def dense(self, out_features: int, *, activation: str = "ReLU") -> None:
        """Add a dense layer and its activation."""
        self.add("Linear", out_features=out_features)
        self.add(activation)

    def head(self, classes: int) -> NetworkGraph:
        """Add the last dense layer and the output; return the graph."""
        self.add("Linear", out_features=classes)
        self.add("Output", classes=classes)
        return self.graph


def small(input_shape: Shape, classes: int) -> NetworkGraph:
    """Return four blocks of convolution, batch normalisation and ReLU, the first three followed by max pooling.

    Global pooling in place of a flatten keeps the weights under 100,000, so that a few hundred images are enough
    and any size from 16 pixels fits; the last feature map is one eighth of the image, fine enough for heatmaps.
    """
    chain = Chain(input_shape)
    for index, width in enumerate((16, 32, 64, 128)):
        chain.normalised(width, 3, same=True)
        chain.add("ReLU")
        if index < 3:
            chain.add("MaxPool2d")
    chain.add("GlobalAvgPool2d")
    chain.add("Dropout", p=0.2)
    return chain.head(classes)


def tutorial(input_shape: Shape, classes: int) -> NetworkGraph:
    """Return the convolutional network of TensorFlow's CIFAR tutorial."""
    chain = Chain(input_shape)
    for width in (32, 64):
        chain.convolution(width, 3)
        chain.add("MaxPool2d")
    chain.convolution(64, 3)
    chain.add("Flatten")
    chain.dense(64)
    return chain.head(classes)


def lenet5(input_shape: Shape, classes: int) -> NetworkGraph:
    """Return LeNet-5 with tanh and average pooling; images under 32 pixels get the usual padding of 2."""
    chain = Chain(input_shape)
    padding = 2 if min(input_shape[1:]) < 32 else 0
    chain.convolution(6, 5, activation="Tanh", padding=padding)
    chain.add("AvgPool2d")
    chain.convolution(16, 5, activation="Tanh")
    chain.add("AvgPool2d")
    chain.add("Flatten")
    chain.dense(120, activation="Tanh")
    chain.dense(84, activation="Tanh")
    return chain.head(classes)


def alexnet(input_shape: Shape, classes: int) -> NetworkGraph:
    """Return AlexNet as torchvision has it (the one-column version of 2014)."""
    chain = Chain(input_shape)
    chain.convolution(64, 11, stride=4, padding=2)
    chain.add("MaxPool2d", kernel_size=3)
    chain.convolution(192, 5, padding=2)
    chain.add("MaxPool2d", kernel_size=3)
    for width in (384, 256, 256):
        chain.convolution(width, 3, padding=1)
    chain.add("MaxPool2d", kernel_size=3)
    chain.add("AdaptiveAvgPool2d", output_size=6)
    chain.add("Flatten")
    for _ in range(2):
        chain.add("Dropout")
        chain.dense(4096)
    return chain.head(classes)


def vgg16(input_shape: Shape, classes: int) -> NetworkGraph:
    """Return VGG-16 (configuration D), with torchvision's adaptive pooling before the dense layers."""
    chain = Chain(input_shape)
    for width, count in ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3)):
        for _ in range(count):
            chain.convolution(width, 3, padding=1)
        chain.add("MaxPool2d")
    chain.add("AdaptiveAvgPool2d", output_size=7)
    chain.add("Flatten")
    for _ in range(2):
        chain.dense(4096)
        chain.add("Dropout")
    return chain.head(classes)


def resnet18(input_shape: Shape, classes: int) -> NetworkGraph:
    """Return ResNet-18: a stem and eight residual blocks."""
    chain = Chain(input_shape)
    chain.normalised(64, 7, stride=2, padding=3)
    chain.add("ReLU")
    chain.add("MaxPool2d", kernel_size=3, padding=1)
    for width, stride in ((64, 1), (128, 2), (256, 2), (512, 2)):
        _residual_block(chain, width, stride, project=stride != 1)
        _residual_block(chain, width, 1, project=False)
    chain.add("GlobalAvgPool2d")
    return chain.head(classes)


def _residual_block(chain: Chain, width: int, stride: int, *, project: bool) -> None:
    """Add two convolutions and the shortcut around them; ``project`` gives it a 1×1 convolution."""
    start = chain.last
    chain.normalised(width, 3, stride=stride, padding=1)
    chain.add("ReLU")
    end = chain.normalised(width, 3, padding=1)
    shortcut = start
    if project:
        chain.last = start
        shortcut = chain.normalised(width, 1, stride=stride)
    chain.add("Add", after=(end, shortcut))
    chain.add("ReLU")
