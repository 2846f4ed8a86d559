"""What each layer kind holds on to in memory, as PyTorch does it on the processor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

from cnnstudio.network.kinds.attention import squeezed
from cnnstudio.network.kinds.backbone import frozen_stages, is_frozen, plan_of
from cnnstudio.network.layer_kinds import Shape

VALUE_BYTES = 4
"""Bytes of a float32."""
INDEX_BYTES = 8
"""Bytes of an int64."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One batch on its way through one layer.

    Attributes
    ----------
    inputs : the shapes that arrive, in port order, without the batch
    output : the shape that leaves
    parameters : the layer's
    images : in the batch
    is_training : else the network predicts
    """

    inputs: tuple[Shape, ...]
    output: Shape
    parameters: Mapping[str, Any]
    images: int
    is_training: bool

    def bytes_of(self, shape: Shape) -> int:
        """Return the bytes of a batch of float32 values of a shape."""
        return self.images * prod(shape) * VALUE_BYTES


Question = Callable[[Passage], bool]
Amount = Callable[[Passage], int]


def _no(_passage: Passage) -> bool:
    return False


def _yes(_passage: Passage) -> bool:
    return True


def _nothing(_passage: Passage) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class MemoryRule:
    """What a layer keeps between forward and backward, besides its weights.

    Attributes
    ----------
    keeps_input, keeps_output : whether backward needs what came in or what went out
    notes : bytes of everything else that is kept
    is_view : whether what goes out is what came in, with no memory of its own
    passes_gradient : whether the gradient that arrives is handed on to the inputs without a copy
    is_product : whether an input is kept only for the gradients of the other inputs
    is_convolution : whether oneDNN lays its values out anew, which takes room while it runs
    """

    keeps_input: Question = _no
    keeps_output: Question = _no
    notes: Amount = _nothing
    is_view: Question = _no
    passes_gradient: bool = False
    is_product: bool = False
    is_convolution: bool = False


def _max_pool_indices(passage: Passage) -> int:
    """Max pooling keeps where each largest value was: one int64 for each value that comes out."""
    return passage.images * prod(passage.output) * INDEX_BYTES


def _batch_statistics(passage: Passage) -> int:
    """Batch normalisation keeps mean and inverse deviation of each channel."""
    return 2 * passage.inputs[0][0] * VALUE_BYTES


def _dropout_mask(passage: Passage) -> int:
    """On the processor the mask is made of float32, one for each value; without dropping there is none."""
    return passage.bytes_of(passage.output) if passage.parameters["p"] else 0


def _drops_nothing(passage: Passage) -> bool:
    return not passage.is_training or not passage.parameters["p"]


def _channel_mask(passage: Passage) -> int:
    return passage.bytes_of(passage.output[:1]) if passage.parameters["p"] else 0


def _image_statistics(passage: Passage) -> int:
    """Layer and group normalisation keep mean and inverse deviation of each image's groups."""
    return 2 * passage.bytes_of((passage.parameters.get("num_groups", 1),))


def _squeezed_values(passage: Passage) -> int:
    """Squeeze and excitation keeps the means, the hidden values and the factors."""
    channels = passage.inputs[0][0]
    return passage.bytes_of((2 * channels + squeezed(channels, passage.parameters),))


def _products(passage: Passage) -> int:
    """Keep the products on the way to a product of many."""
    return (len(passage.inputs) - 2) * passage.bytes_of(passage.output)


def _uneven(passage: Passage) -> tuple[int, int]:
    """Return the rows and columns (0 or 1) by which the two sides of padding 'same' differ: even kernels."""
    kernel, gap = passage.parameters["kernel_size"], passage.parameters["dilation"]
    if not passage.parameters["same"]:
        return 0, 0
    return gap[0] * (kernel[0] - 1) % 2, gap[1] * (kernel[1] - 1) % 2


def _is_even(passage: Passage) -> bool:
    return not any(_uneven(passage))


def _padded_copy(passage: Passage) -> int:
    """Uneven padding is not oneDNN's: torch makes a copy of the input with the odd row and column, and keeps that."""
    rows, columns = _uneven(passage)
    channels, height, width = passage.inputs[0]
    return passage.bytes_of((channels, height + rows, width + columns)) if rows or columns else 0


def _learning_stages(passage: Passage) -> int:
    """Return what the stages of a backbone that learn keep: a frozen one whose input learns nothing keeps nothing."""
    _, height, width = passage.inputs[0]
    frozen = frozen_stages(passage.parameters)
    return plan_of(passage.parameters).kept_bytes(passage.images, height, width, frozen)


def _backbone_keeps_input(passage: Passage) -> bool:
    return not frozen_stages(passage.parameters) and plan_of(passage.parameters).keeps_input


def _backbone_keeps_output(passage: Passage) -> bool:
    return not is_frozen(passage.parameters) and plan_of(passage.parameters).keeps_output


def _has_windows(passage: Passage) -> bool:
    """Adaptive pooling to one pixel is a plain mean, which keeps nothing."""
    return passage.output[1:] != (1, 1)


_VIEW = MemoryRule(is_view=_yes, passes_gradient=True)
_NOTHING, _INPUT, _OUTPUT = MemoryRule(), MemoryRule(keeps_input=_yes), MemoryRule(keeps_output=_yes)
_BOTH = MemoryRule(keeps_input=_yes, keeps_output=_yes)
_CONVOLUTION = MemoryRule(keeps_input=_is_even, notes=_padded_copy, is_convolution=True)
_MAX_POOL = MemoryRule(keeps_input=_yes, notes=_max_pool_indices)
_BATCH_NORM = MemoryRule(keeps_input=_yes, notes=_batch_statistics)
_IMAGE_NORM = MemoryRule(keeps_input=_yes, notes=_image_statistics)

MEMORY_RULES: Mapping[str, MemoryRule] = {
    "Input": _VIEW,
    "Backbone": MemoryRule(keeps_input=_backbone_keeps_input, keeps_output=_backbone_keeps_output,
                           notes=_learning_stages, is_convolution=True),
    "Conv2d": _CONVOLUTION,
    "DepthwiseConv2d": _CONVOLUTION,
    "ConvTranspose2d": MemoryRule(keeps_input=_yes, is_convolution=True),
    "FixedKernel": MemoryRule(keeps_input=_yes, is_convolution=True),
    "MaxPool2d": _MAX_POOL,
    "AvgPool2d": _INPUT,
    "AdaptiveAvgPool2d": MemoryRule(keeps_input=_has_windows),
    "AdaptiveMaxPool2d": _MAX_POOL,
    "GlobalAvgPool2d": _NOTHING,
    "GlobalMaxPool2d": _BOTH,
    "Upsample": _NOTHING,
    "ZeroPad2d": _NOTHING,
    "Crop2d": MemoryRule(is_view=_yes),
    "ReLU": _OUTPUT,
    "ReLU6": _INPUT,
    "LeakyReLU": _INPUT,
    "PReLU": _INPUT,
    "ELU": _INPUT,
    "SELU": _INPUT,
    "GELU": _INPUT,
    "SiLU": _INPUT,
    "Hardswish": _INPUT,
    "Hardsigmoid": _INPUT,
    "Sigmoid": _OUTPUT,
    "Tanh": _OUTPUT,
    "Maxout": _BOTH,
    "Softmax": _OUTPUT,
    "BatchNorm2d": _BATCH_NORM,
    "BatchNorm1d": _BATCH_NORM,
    "LayerNorm": _IMAGE_NORM,
    "GroupNorm": _IMAGE_NORM,
    "Dropout": MemoryRule(notes=_dropout_mask, is_view=_drops_nothing),
    "Dropout2d": MemoryRule(notes=_channel_mask, is_view=_drops_nothing),
    "SqueezeExcitation": MemoryRule(keeps_input=_yes, notes=_squeezed_values),
    "Flatten": _VIEW,
    "Linear": _INPUT,
    "Add": MemoryRule(passes_gradient=True),
    "Multiply": MemoryRule(keeps_input=_yes, notes=_products, is_product=True),
    "Concatenate": MemoryRule(passes_gradient=True),
    "Output": _VIEW,
}
"""Layer kind -> what it holds; read off torch's saved tensors, which the tests count again for every kind."""


def memory_rule(kind: str) -> MemoryRule:
    """Return the row of a kind; one without a row is taken to keep too much rather than too little."""
    return MEMORY_RULES.get(kind, _BOTH)
