"""A layer's kernels as numbers, and which known kernel one of them is most like. Free of torch."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.walk_points import POINT_FUNCTIONS
from cnnstudio.explain.walk_recording import Recording
from cnnstudio.explain.walk_values import LayerValues
from cnnstudio.network.kinds.fixed_kernel import KERNEL_PRESETS

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]

COMPARED_SIDES = (3, 5)
"""Kernels of these sizes are compared with known ones."""
_WITH_KERNELS = frozenset(("Conv2d", "DepthwiseConv2d", "ConvTranspose2d", "FixedKernel"))
_CHANNEL_BY_CHANNEL = frozenset(POINT_FUNCTIONS) | {
    "BatchNorm2d", "Dropout", "Dropout2d", "MaxPool2d", "AvgPool2d", "AdaptiveAvgPool2d", "AdaptiveMaxPool2d"}
_CHANCE_KERNELS = 20_000
_CHANCE_SHARE = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class ChannelKernels:
    """The kernels that make one channel.

    Attributes
    ----------
    weights : (n, kh, kw), one for each channel that is seen
    channels : (n,) the numbers of these channels, from 0
    bias : None where the layer has none
    """

    weights: Floats
    channels: npt.NDArray[np.int64]
    bias: float | None = None

    @property
    def strengths(self) -> Doubles:
        """(n,) the root of the sum of squares of each kernel."""
        return np.asarray(np.sqrt((self.weights.astype(np.float64) ** 2).sum(axis=(1, 2))))

    @property
    def by_strength(self) -> npt.NDArray[np.int64]:
        """(n,) places in ``weights``, the strongest kernel first."""
        return np.argsort(-self.strengths, kind="stable").astype(np.int64)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a kernel is like a known one.

    Attributes
    ----------
    name, kernel : of the known one, as large as the kernel it is compared with
    similarity : the cosine of the angle between the two as lists of numbers, −1 to 1; −1 is the known one turned
        into its negative
    chance : what the closest of all known kernels reaches for 95 of 100 kernels of random numbers
    """

    name: str
    kernel: tuple[tuple[float, ...], ...]
    similarity: float
    chance: float

    @property
    def is_telling(self) -> bool:
        """Whether the kernel is more like it than random numbers are."""
        return abs(self.similarity) > self.chance


def kernels_of(values: LayerValues, channel: int) -> ChannelKernels | None:
    """Return the kernels that make one output channel of a layer; None when the layer has no kernels."""
    kind, weights, seen = values.outline.kind, values.weights, len(values.inputs[0]) if values.inputs else 0
    bias = float(weights["bias"][channel]) if "bias" in weights else None
    if kind == "FixedKernel":
        return ChannelKernels(weights["kernel"][0], np.array([channel]))
    if kind in ("Conv2d", "DepthwiseConv2d"):
        weight = weights["weight"]
        first = channel // (len(weight) // (seen // weight.shape[1])) * weight.shape[1]
        return ChannelKernels(weight[channel], np.arange(first, first + weight.shape[1]), bias)
    if kind == "ConvTranspose2d":
        weight, groups = weights["weight"], values.parameters["groups"]
        first = channel // weight.shape[1] * (seen // groups)
        part = slice(first, first + seen // groups)
        return ChannelKernels(weight[part, channel % weight.shape[1]], np.arange(part.start, part.stop), bias)
    return None


def kernel_layer(recording: Recording, layer_id: str) -> str:
    """Return the layer whose kernels make the channels of a layer: itself, or the convolution before it.

    Layers that work on each channel by itself (activations, batch normalisation, dropout, pooling) are gone back over.
    Without such a convolution the layer itself comes back.
    """
    found = recording.outline(layer_id)
    while found.kind in _CHANNEL_BY_CHANNEL and len(found.sources) == 1:
        found = recording.outline(found.sources[0])
    return found.id if found.kind in _WITH_KERNELS else layer_id


def likeness(kernel: npt.ArrayLike) -> Likeness | None:
    """Return the known kernel that a kernel (k, k) is most like, up to its sign.

    None for other sizes than 3 × 3 and 5 × 5 and for a kernel of zeros. The mean is not taken off first: whether the
    numbers sum to 0 is what sets an edge kernel apart from a blur.
    """
    values = np.asarray(kernel, dtype=np.float64)
    length = float(np.linalg.norm(values))
    if values.ndim != 2 or values.shape[0] != values.shape[1] or values.shape[0] not in COMPARED_SIDES or not length:
        return None
    side = values.shape[0]
    similarities = _directions(side) @ values.reshape(-1) / length
    best = int(np.argmax(np.abs(similarities)))
    name, known = list(references(side).items())[best]
    return Likeness(name, tuple(tuple(row) for row in known.tolist()), float(similarities[best]), chance(side))


@lru_cache(maxsize=len(COMPARED_SIDES))
def references(side: int) -> Mapping[str, Doubles]:
    """Return the known kernels by name, (side, side), sum of sizes 1; smaller ones lie in the middle."""
    found: dict[str, Doubles] = {}
    for name, rows in KERNEL_PRESETS:
        kernel = np.array(rows, dtype=np.float64)
        rim = (side - len(kernel)) // 2
        if rim >= 0:
            found[name] = np.pad(kernel, rim) / np.abs(kernel).sum()
    return found


def _directions(side: int) -> Doubles:
    """Return the known kernels as rows of length 1."""
    rows = np.stack([kernel.reshape(-1) for kernel in references(side).values()])
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


@lru_cache(maxsize=len(COMPARED_SIDES))
def chance(side: int) -> float:
    """Return which size of similarity 95 of 100 kernels of normally distributed numbers stay below."""
    drawn = np.random.default_rng(0).standard_normal((_CHANCE_KERNELS, side * side))
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    return float(np.quantile(np.abs(drawn @ _directions(side).T).max(axis=1), _CHANCE_SHARE))


def colour_kernel(weights: Floats) -> npt.NDArray[np.uint8]:
    """Draw a kernel over red, green and blue, (3, kh, kw), as (kh, kw, 3): middle grey is a weight of 0."""
    greatest = float(np.abs(weights).max())
    scaled = weights / (greatest or 1.0)
    return np.asarray(np.rint(128 + 127 * scaled.transpose(1, 2, 0)), dtype=np.uint8)
