"""Known networks to start from, fitted to the images and classes at hand."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.errors import NetworkError, ShapeError
from cnnstudio.network import document, preset_networks
from cnnstudio.network.edits import MoveNodes
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layer_kinds import Shape, shape_text
from cnnstudio.network.layout import layout
from cnnstudio.network.names import did_you_mean, quoted
from cnnstudio.network.shapes import analyse

__all__ = ["PRESETS", "PresetInfo", "fit_to", "load_network", "preset"]


@dataclass(frozen=True, slots=True)
class PresetInfo:
    """One known network.

    Attributes
    ----------
    name : what the command line calls it
    title, description : for the window
    input_shape : (C, H, W) and ``classes`` of the published version
    year, source : when and where it was published; empty source for our own
    build : input shape and number of classes -> graph
    """

    name: str
    title: str
    description: str
    input_shape: Shape
    classes: int
    year: int
    source: str
    build: Callable[[Shape, int], NetworkGraph]


PRESETS: tuple[PresetInfo, ...] = (
    PresetInfo(
        "small", "Small CNN",
        "Four convolutions with batch normalisation and a global average at the end: learns from a few hundred "
        "images of 16 to 256 pixels within minutes on a laptop.",
        (3, 64, 64), 10, 2026, "", preset_networks.small),
    PresetInfo(
        "tutorial", "CIFAR tutorial network",
        "The three convolutions and two dense layers that many courses begin with; 122,570 weights for 32 pixels.",
        (3, 32, 32), 10, 2019, "https://www.tensorflow.org/tutorials/images/cnn", preset_networks.tutorial),
    PresetInfo(
        "lenet5", "LeNet-5",
        "The network that read the digits on cheques: tanh, average pooling, 61,706 weights.",
        (1, 32, 32), 10, 1998, "LeCun and others, Gradient-based learning applied to document recognition",
        preset_networks.lenet5),
    PresetInfo(
        "alexnet", "AlexNet",
        "Won the ImageNet challenge of 2012 by far and began the era of deep learning; 61 million weights, most of "
        "them in its dense layers.",
        (3, 224, 224), 1000, 2014, "Krizhevsky, One weird trick for parallelizing convolutional neural networks",
        preset_networks.alexnet),
    PresetInfo(
        "vgg16", "VGG-16",
        "Depth from nothing but 3×3 convolutions; 138 million weights and 15.5 billion multiply-adds an image, slow "
        "on a CPU.",
        (3, 224, 224), 1000, 2014, "Simonyan and Zisserman, Very deep convolutional networks for large-scale "
        "image recognition", preset_networks.vgg16),
    PresetInfo(
        "resnet18", "ResNet-18",
        "Shortcuts around every two convolutions let gradients through; 11.7 million weights, an eighth of VGG-16's "
        "work, and more accurate than AlexNet.",
        (3, 224, 224), 1000, 2015, "He and others, Deep residual learning for image recognition",
        preset_networks.resnet18),
)
_BY_NAME = {info.name: info for info in PRESETS}


def preset(name: str, *, input_shape: Shape | None = None, classes: int | None = None) -> NetworkGraph:
    """Return a known network, laid out, for the given input and classes (the published ones unless given).

    Raises
    ------
    NetworkError
        When there is no such preset (the nearest is offered) or the numbers are outside the limits.
    ShapeError
        When the images are too small for it; the message names the first layer that does not fit.
    """
    info = _BY_NAME.get(name)
    if info is None:
        raise NetworkError(f"There is no preset {quoted(name)}.{did_you_mean(name, _BY_NAME)}")
    shape = info.input_shape if input_shape is None else _image_shape(input_shape)
    graph = info.build(shape, info.classes if classes is None else classes)
    _require_fit(graph, f"{info.title} does not fit images of {shape_text(shape)}", " Choose larger images.")
    MoveNodes(layout(graph)).apply(graph)
    return graph


def load_network(
        name_or_file: str, *, input_shape: Shape | None = None, classes: int | None = None) -> NetworkGraph:
    """Return a preset by name or a network by its ``.json`` file, fitted to the given input and classes.

    Raises
    ------
    NetworkError
        When it is neither, the file holds no valid network, or the network has an error; the message says which.
    StorageError
        When the file cannot be read.
    ShapeError
        When a layer does not fit the input shape.
    """
    if name_or_file in _BY_NAME:
        return preset(name_or_file, input_shape=input_shape, classes=classes)
    path = Path(name_or_file)
    if path.suffix.lower() != ".json" and not path.is_file():
        hint = did_you_mean(name_or_file, _BY_NAME)
        raise NetworkError(f"{quoted(name_or_file)} is neither a preset nor a .json file of a network.{hint}")
    graph = document.load(path)
    fit_to(graph, None if input_shape is None else _image_shape(input_shape), classes).apply(graph)
    _require_fit(graph, f"The network in {path.name} cannot be used")
    return graph


def _image_shape(shape: Shape) -> Shape:
    if len(shape) != 3 or min(shape) < 1:
        raise NetworkError("An input shape is channels, height and width, such as 3,64,64.")
    return shape


def _require_fit(graph: NetworkGraph, complaint: str, way_out: str = "") -> None:
    errors = analyse(graph).errors
    if errors:
        raise ShapeError(f"{complaint}: {errors[0].message}{way_out}")
