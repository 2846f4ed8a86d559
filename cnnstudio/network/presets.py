"""Known networks to start from, fitted to the images and classes at hand."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.errors import NetworkError, ShapeError
from cnnstudio.network import preset_blocks, preset_networks
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layer_kinds import Shape, shape_text
from cnnstudio.network.names import did_you_mean, quoted
from cnnstudio.network.network_files import ENDINGS, load_file
from cnnstudio.network.own_networks import OwnNetwork, find_own, own_networks, save_own
from cnnstudio.network.preset_chain import Chain
from cnnstudio.network.shapes import analyse
from cnnstudio.wording import translate

__all__ = ["PRESETS", "PresetInfo", "fit_to", "keep_network", "load_network", "preset"]


@dataclass(frozen=True, slots=True)
class PresetInfo:
    """One known network.

    Attributes
    ----------
    name : what the command line calls it
    title, description : for the window; the description tells its history
    input_shape : (C, H, W) and ``classes`` of the published version
    weights, multiply_adds : of the published version, for one image
    year, source : when and where it was published; empty source for our own
    build : input shape and number of classes -> the network, written down
    """

    name: str
    title: str
    description: str
    input_shape: Shape
    classes: int
    weights: int
    multiply_adds: int
    year: int
    source: str
    build: Callable[[Shape, int], Chain]


_IMAGENET = (3, 224, 224)
_VGG = "Simonyan and Zisserman, Very deep convolutional networks for large-scale image recognition"
_RESNET = "He and others, Deep residual learning for image recognition"

PRESETS: tuple[PresetInfo, ...] = (
    PresetInfo(
        "small", "Small CNN",
        "Four convolutions with batch normalisation and a global average at the end: learns from a few hundred "
        "images of 16 to 256 pixels within minutes on a laptop.",
        (3, 64, 64), 10, 98_970, 15_926_528, 2026, "", preset_networks.small),
    PresetInfo(
        "dense", "Dense only",
        "No convolution at all: every one of 100 units sees every pixel. On 150 × 150 grey pixels that takes 2,250,000 "
        "weights, and a picture moved by a pixel is a new picture to it. Compare it with One convolution.",
        (1, 150, 150), 2, 2_250_202, 2_250_200, 1986, "Rumelhart and others, Learning representations by "
        "back-propagating errors", preset_networks.dense_only),
    PresetInfo(
        "convolution", "One convolution",
        "64 kernels of 9×9 slide over the same 150 × 150 pixels with 5,184 weights, where the dense layer needs "
        "2,250,000. Each kernel finds its pattern wherever it is.",
        (1, 150, 150), 2, 5_314, 104_530_304, 1989, "LeCun and others, Backpropagation applied to handwritten zip code "
        "recognition", preset_networks.one_convolution),
    PresetInfo(
        "lenet5", "LeNet-5",
        "Read the digits on cheques in the 1990s, with tanh and average pooling. 61,706 weights: trains in seconds.",
        (1, 32, 32), 10, 61_706, 416_520, 1998, "LeCun and others, Gradient-based learning applied to document "
        "recognition", preset_networks.lenet5),
    PresetInfo(
        "tutorial", "CIFAR tutorial network",
        "The three convolutions and two dense layers that many courses begin with; 122,570 weights for 32 pixels.",
        (3, 32, 32), 10, 122_570, 4_548_608, 2019, "https://www.tensorflow.org/tutorials/images/cnn",
        preset_networks.tutorial),
    PresetInfo(
        "alexnet", "AlexNet",
        "Won the ImageNet challenge of 2012 by far and began the era of deep learning; 61 million weights, most of "
        "them in its dense layers. This is the version of 2014 on one graphics card.",
        _IMAGENET, 1000, 61_100_840, 714_188_480, 2014, "Krizhevsky, One weird trick for parallelizing convolutional "
        "neural networks", preset_networks.alexnet),
    PresetInfo(
        "vgg11", "VGG-11",
        "The smallest of the VGG family, which showed that depth from nothing but 3×3 convolutions beats larger "
        "kernels; 133 million weights, 7.6 billion multiply-adds.",
        _IMAGENET, 1000, 132_863_336, 7_609_090_048, 2014, _VGG, preset_networks.vgg11),
    PresetInfo(
        "vgg16", "VGG-16",
        "Second in the ImageNet challenge of 2014 and for years the network others were built on; 138 million weights "
        "and 15.5 billion multiply-adds an image, slow on a CPU.",
        _IMAGENET, 1000, 138_357_544, 15_470_264_320, 2014, _VGG, preset_networks.vgg16),
    PresetInfo(
        "squeezenet", "SqueezeNet",
        "As accurate as AlexNet with a fiftieth of its weights: 1×1 convolutions squeeze the channels before the 3×3 "
        "ones, and no dense layer is left.",
        _IMAGENET, 1000, 1_248_424, 818_924_576, 2016, "Iandola and others, SqueezeNet: AlexNet-level accuracy "
        "with 50x fewer parameters and <0.5MB model size", preset_blocks.squeezenet),
    PresetInfo(
        "resnet18", "ResNet-18",
        "Shortcuts around every two convolutions let gradients through, so that depth helps at last; 11.7 million "
        "weights, an eighth of VGG-16's work, and more accurate than AlexNet.",
        _IMAGENET, 1000, 11_689_512, 1_814_073_344, 2015, _RESNET, preset_blocks.resnet18),
    PresetInfo(
        "resnet34", "ResNet-34",
        "The same blocks, sixteen of them. Without its shortcuts a network this deep learns worse than one half as "
        "deep; with them it learns better.",
        _IMAGENET, 1000, 21_797_672, 3_663_761_408, 2015, _RESNET, preset_blocks.resnet34),
    PresetInfo(
        "resnet50", "ResNet-50",
        "Won the ImageNet challenge of 2015 in a deeper version; 1×1 convolutions narrow each block before its 3×3 "
        "one. Still the usual yardstick.",
        _IMAGENET, 1000, 25_557_032, 4_089_184_256, 2015, _RESNET, preset_blocks.resnet50),
    PresetInfo(
        "mobilenetv2", "MobileNetV2",
        "Made for telephones: depthwise convolutions filter each channel by itself, 1×1 convolutions mix them. 3.5 "
        "million weights and a sixth of ResNet-18's work.",
        _IMAGENET, 1000, 3_504_872, 300_774_272, 2018, "Sandler and others, MobileNetV2: inverted residuals and linear "
        "bottlenecks", preset_blocks.mobilenet_v2),
    PresetInfo(
        "efficientnet-lite0", "EfficientNet-Lite0, pretrained",
        "Has seen 1.2 million photographs already: only the dense layer at its end learns your classes, in seconds and "
        "from a few dozen colour pictures. 4.7 million weights; best with images of 224 pixels.",
        _IMAGENET, 1000, 4_652_008, 385_187_552, 2020, "Tan and Le, EfficientNet: rethinking model scaling for "
        "convolutional neural networks; the Lite variants of 2020", preset_networks.efficientnet_lite0),
    PresetInfo(
        "unet", "U-Net encoder",
        "The descending half of the network that made segmentation of medical images work with few of them: two "
        "convolutions a level, then a pooling; here it ends in one answer for the image.",
        (1, 256, 256), 2, 18_844_098, 16_949_184_512, 2015, "Ronneberger and others, U-Net: convolutional networks for "
        "biomedical image segmentation", preset_networks.u_net_encoder),
)
_BY_NAME = {info.name: info for info in PRESETS}


def preset(name: str, *, input_shape: Shape | None = None, classes: int | None = None) -> NetworkGraph:
    """Return a known network, laid out, for the given input and classes (the published ones unless given).

    What had to be fitted to small images is told in a comment beside its Input.

    Raises
    ------
    NetworkError
        When there is no such preset (the nearest is offered) or the numbers are outside the limits.
    ShapeError
        When the images are too small for it; the message names the first layer that does not fit.
    """
    info = _BY_NAME.get(name)
    if info is None:
        raise NetworkError(translate(
            "network", "There is no preset {name}.{suggestion}", name=quoted(name),
            suggestion=did_you_mean(name, _BY_NAME)))
    shape = info.input_shape if input_shape is None else _image_shape(input_shape)
    graph = info.build(shape, info.classes if classes is None else classes).finished()
    _require_fit(graph, translate(
        "network", "{title} does not fit images of {shape}", title=translate("Presets", info.title),
        shape=shape_text(shape)), translate(
        "network", " Choose larger images."))
    return graph


def keep_network(name: str, graph: NetworkGraph, *, replace: bool = False) -> OwnNetwork:
    """Save a network among the user's own, to start from; raises as `save_own` does, and when a preset has the name."""
    if name.strip().casefold() in _BY_NAME:
        raise NetworkError(translate(
            "network", "{name} is the name of a known network. Choose another.", name=quoted(name)))
    return save_own(name, graph, replace=replace)


def load_network(
        name_or_file: str, *, input_shape: Shape | None = None, classes: int | None = None) -> NetworkGraph:
    """Return a preset, or a network the user saved, by name, or one by its file; fitted to input and classes.

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
    own = find_own(name_or_file)
    path = own.path if own is not None else Path(name_or_file)
    if path.suffix.lower() not in ENDINGS and not path.is_file():
        hint = did_you_mean(name_or_file, (*_BY_NAME, *(own.name for own in own_networks())))
        raise NetworkError(translate(
            "network", "{name_or_file} is neither a preset nor a .json file of a network (.onnx and .pt2 files can be "
            "opened as well).{hint}", name_or_file=quoted(name_or_file), hint=hint))
    graph = load_file(path).graph
    fit_to(graph, None if input_shape is None else _image_shape(input_shape), classes).apply(graph)
    _require_fit(graph, translate("network", "The network in {file} cannot be used", file=path.name))
    return graph


def _image_shape(shape: Shape) -> Shape:
    if len(shape) != 3 or min(shape) < 1:
        raise NetworkError(translate("network", "An input shape is channels, height and width, such as 3,64,64."))
    return shape


def _require_fit(graph: NetworkGraph, complaint: str, way_out: str = "") -> None:
    errors = analyse(graph).errors
    if errors:
        raise ShapeError(f"{complaint}: {errors[0].message}{way_out}")
