"""Writes a trained network as one ONNX file that takes pixels and gives logits and probabilities."""

import importlib.util
import json
import logging
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.errors import MissingLibraryError
from cnnstudio.export.code_check import ExportError
from cnnstudio.wording import translate

if TYPE_CHECKING:
    import torch
    from onnx import ModelProto
    from torch import Tensor, nn

OPSET = 18
"""Version of the operators; runtimes know it since 2023."""

_LARGEST_BYTES = 2**31 - 2**24
"""A file of one piece is a Protocol Buffers message, which ends at 2 GiB."""

_NOTE = ("image: uint8 pixels (N, {height}, {width}, {channels}), {colors}, already decoded, turned as EXIF says and "
         "fitted to this size ({fit}) as the training did; normalisation is part of the network. "
         "probabilities: softmax of logits.")


def why_no_onnx() -> str:
    """Return why no ONNX file can be written here; empty where one can."""
    if importlib.util.find_spec("onnxscript") is None:
        if getattr(sys, "frozen", False):
            return translate("export", "This installed program is without onnxscript, which writes ONNX files. Export "
                             "the format PyTorch; to write ONNX install CNN Studio with pip: \"cnnstudio[onnx]\".")
        return translate("export", "ONNX files are written with the package onnxscript, which is not installed. "
                         "Install it by: pip install \"cnnstudio[onnx]\" - or export the format PyTorch.")
    return ""


def onnx_file(network: "nn.Module", preprocess: PreprocessConfig, mean: Sequence[float], std: Sequence[float],
              class_names: Sequence[str]) -> bytes:
    """Return an ONNX file of a network in evaluation mode: input ``image``, outputs ``logits`` and ``probabilities``.

    ``image`` is (N, H, W, C) uint8 of the network's input size, for any N. How an image file becomes these pixels
    stands in the metadata: ONNX has no resize that averages areas as the program's does.

    Parameters
    ----------
    mean, std : (C,) for values in [0, 1]

    Raises
    ------
    MissingLibraryError
        When onnxscript is not installed.
    ExportError
        When the file would be larger than 2 GB.
    """
    if why := why_no_onnx():
        raise MissingLibraryError(why)
    if sum(each.nbytes for each in network.state_dict().values()) > _LARGEST_BYTES:
        raise ExportError(translate("export", "The network is too large for one ONNX file, which ends at 2 GB. Export "
                                    "the format PyTorch."))
    model = _translated(network, preprocess, mean, std)
    _describe(model, preprocess, mean, std, class_names)
    return _checked(model)


def _translated(network: "nn.Module", preprocess: PreprocessConfig, mean: Sequence[float],
                std: Sequence[float]) -> "ModelProto":
    import torch

    channels, height, width = preprocess.shape
    images = torch.zeros(2, height, width, channels, dtype=torch.uint8)
    with _silent():
        program = torch.onnx.export(
            _from_pixels(network, mean, std), (images,), dynamo=True, input_names=["image"], verbose=False,
            output_names=["logits", "probabilities"], opset_version=OPSET, external_data=False,
            dynamic_shapes={"image": {0: torch.export.Dim("batch")}})
    return cast("torch.onnx.ONNXProgram", program).model_proto


@contextmanager
def _silent() -> Iterator[None]:
    """Keep PyTorch's own words on its own code from users; what comes out is checked and compared."""
    log = logging.getLogger("torch.onnx")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.setLevel(level)


def _from_pixels(network: "nn.Module", mean: Sequence[float], std: Sequence[float]) -> "nn.Module":
    """Return the network with its normalisation before it and the softmax behind it."""
    import torch
    from torch import nn

    class FromPixels(nn.Module):
        """Takes (N, H, W, C) uint8; gives logits and probabilities (N, K)."""

        def __init__(self) -> None:
            super().__init__()
            self.network = network
            self.mean = nn.Buffer(torch.tensor(mean, dtype=torch.float32).reshape(1, -1, 1, 1))
            self.std = nn.Buffer(torch.tensor(std, dtype=torch.float32).reshape(1, -1, 1, 1))

        def forward(self, image: "Tensor") -> tuple["Tensor", "Tensor"]:
            """Normalise, compute, and turn logits into shares."""
            values = (image.permute(0, 3, 1, 2).to(torch.float32) / 255 - self.mean) / self.std
            logits = self.network(values)
            return logits, torch.softmax(logits, dim=1)

    return FromPixels().eval()


def _describe(model: "ModelProto", preprocess: PreprocessConfig, mean: Sequence[float], std: Sequence[float],
              class_names: Sequence[str]) -> None:
    """Write what a user of the file must know into its metadata, and take out where it was made."""
    import onnx

    channels, height, width = preprocess.shape
    colors = "grey" if channels == 1 else "RGB"
    note = _NOTE.format(height=height, width=width, channels=channels, colors=colors, fit=preprocess.fit)
    for part in (*model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output,
                 *model.graph.initializer, *(node for each in model.functions for node in each.node), model.graph):
        del part.metadata_props[:]
        part.doc_string = ""
    model.producer_name, model.doc_string = "CNN Studio", note
    onnx.helper.set_model_props(model, {
        "class_names": json.dumps(list(class_names)), "mean": json.dumps(list(map(float, mean))),
        "std": json.dumps(list(map(float, std))), "preprocessing": preprocess.model_dump_json(), "note": note})


def _checked(model: "ModelProto") -> bytes:
    import onnx

    data = bytes(model.SerializeToString())
    try:
        onnx.checker.check_model(data, full_check=True)
    except onnx.checker.ValidationError as error:
        raise ExportError(translate(
            "export", "This network cannot be written as ONNX. Export the format PyTorch, and please report this with "
            "the network's file.")) from error
    return data
