"""The files of ImageNet weights that can be downloaded, where they are kept, and which of them are here."""

import re
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cnnstudio import paths
from cnnstudio.errors import NetworkError
from cnnstudio.network.names import did_you_mean, quoted
from cnnstudio.wording import translate

LICENCE = ("PyTorch publishes them under torchvision's licence (BSD, 3 clauses). They were learned from ImageNet, "
           "whose images are for non-commercial research and teaching: ask before you sell what you make of them.")
INCLUDED = "efficientnet-lite0"
"""The network whose weights come with the program."""
_HASH_IN_NAME = re.compile(r"-([0-9a-f]{8,})\.pth$")


@dataclass(frozen=True, slots=True)
class PublishedWeights:
    """One file of weights, as torchvision's own table names it (its first version for ImageNet).

    Attributes
    ----------
    name, title : of the network, in documents and for people
    url : where it is; the file's name ends in the beginning of its SHA-256
    megabytes : its size, in 1,048,576 bytes
    top1 : share of ImageNet's validation images it names rightly, in percent, as published
    """

    name: str
    title: str
    url: str
    megabytes: float
    top1: float

    @property
    def file_name(self) -> str:
        """The file's name, on the server and here."""
        return self.url.rpartition("/")[2]

    @property
    def hash_start(self) -> str:
        """The hexadecimal digits with which the file's SHA-256 begins."""
        found = _HASH_IN_NAME.search(self.file_name)
        if found is None:
            raise ValueError(f"{self.file_name} does not end in its hash")
        return found.group(1)

    @property
    def path(self) -> Path:
        """Where the file is kept on this computer."""
        return weights_dir() / self.file_name

    @property
    def is_here(self) -> bool:
        """Whether the file is on this computer; its content is checked when it is read."""
        return self.path.is_file()

    @property
    def missing_sentence(self) -> str:
        """What to do when the file is not here."""
        return translate(
            "network", "{title}'s weights are not on this computer: {megabytes:.1f} MB. Download them with the button "
            "in the layer's form or 'cnnstudio weights download {name}'; EfficientNet-Lite0 comes with the program "
            "and works offline.", title=self.title, megabytes=self.megabytes, name=self.name)


def weights_dir() -> Path:
    """Return the folder in which downloaded weights are kept."""
    return paths.cache_dir() / "weights"


def published_weights(name: str) -> PublishedWeights:
    """Return the row of a network; `NetworkError` with the nearest name when there is none."""
    found = PUBLISHED_WEIGHTS.get(name)
    if found is None:
        raise NetworkError(translate(
            "network", "There are no weights called {name} to download.{suggestion}", name=quoted(name),
            suggestion=did_you_mean(name, PUBLISHED_WEIGHTS)))
    return found


def are_here(name: str) -> bool:
    """Whether a network's ImageNet weights can be used at once."""
    return name == INCLUDED or (name in PUBLISHED_WEIGHTS and PUBLISHED_WEIGHTS[name].is_here)


def _row(name: str, title: str, file_name: str, megabytes: float, top1: float) -> PublishedWeights:
    return PublishedWeights(name, title, f"https://download.pytorch.org/models/{file_name}", megabytes, top1)


PUBLISHED_WEIGHTS: MappingProxyType[str, PublishedWeights] = MappingProxyType({row.name: row for row in (
    _row("resnet18", "ResNet-18", "resnet18-f37072fd.pth", 44.7, 69.8),
    _row("resnet34", "ResNet-34", "resnet34-b627a593.pth", 83.3, 73.3),
    _row("resnet50", "ResNet-50", "resnet50-0676ba61.pth", 97.8, 76.1),
    _row("mobilenet_v2", "MobileNetV2", "mobilenet_v2-b0353104.pth", 13.6, 71.9),
    _row("mobilenet_v3_small", "MobileNetV3-Small", "mobilenet_v3_small-047dcff4.pth", 9.8, 67.7),
    _row("mobilenet_v3_large", "MobileNetV3-Large", "mobilenet_v3_large-8738ca79.pth", 21.1, 74.0),
    _row("efficientnet_b0", "EfficientNet-B0", "efficientnet_b0_rwightman-7f5810bc.pth", 20.5, 77.7),
    _row("regnet_y_400mf", "RegNetY-400MF", "regnet_y_400mf-c65dace8.pth", 16.8, 74.0),
    _row("shufflenet_v2_x1_0", "ShuffleNetV2", "shufflenetv2_x1-5666bf0f80.pth", 8.8, 69.4),
    _row("squeezenet1_1", "SqueezeNet 1.1", "squeezenet1_1-b8a52dc0.pth", 4.7, 58.2),
    _row("convnext_tiny", "ConvNeXt-Tiny", "convnext_tiny-983f1562.pth", 109.1, 82.5),
    _row("densenet121", "DenseNet-121", "densenet121-a639ec97.pth", 30.8, 74.4),
    _row("vgg11", "VGG-11", "vgg11-8a719046.pth", 506.8, 69.0),
    _row("vgg16", "VGG-16", "vgg16-397923af.pth", 527.8, 71.6),
)})
"""By the name of the network, in the order in which they are listed; a test holds each row against torchvision."""
