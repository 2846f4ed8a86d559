"""Attention: channels that are weighed by what the whole image shows."""

from collections.abc import Mapping, Sequence
from typing import Any

from cnnstudio.network.kinds.windows import image_shape
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape
from cnnstudio.wording import translate


def squeezed(channels: int, parameters: Mapping[str, Any]) -> int:
    """Return how many values a squeeze-and-excitation layer leaves between its two dense layers, at least 1."""
    return max(1, channels // int(parameters["reduction"]))


def _shape(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    return image_shape(inputs)


def _weights(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    """Two dense layers with biases: C·s + s and s·C + C."""
    channels = inputs[0][0]
    few = squeezed(channels, parameters)
    return 2 * channels * few + few + channels


def _multiply_adds(inputs: Sequence[Shape], _output: Shape, parameters: Mapping[str, Any]) -> int:
    """Those of the two dense layers; the mean and the scaling count 0, as in pooling and in multiplying."""
    return 2 * inputs[0][0] * squeezed(inputs[0][0], parameters)


def _formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    rule = translate("network", "x · sigmoid(W₂ · ReLU(W₁ · mean(x) + b₁) + b₂)")
    if not inputs or len(inputs[0]) != 3:
        return rule
    channels, few = inputs[0][0], squeezed(inputs[0][0], parameters)
    return translate(
        "network", "{rule}\n{channels} → {few} → {channels}: 2 · {channels} · {few} + {few} + {channels} = "
        "{weights:,} weights", rule=rule, channels=channels, few=few, weights=_weights(inputs, parameters))


KINDS = (
    LayerKind(
        name="SqueezeExcitation", title="Squeeze and excitation", family="normalisation", keeps_count=True,
        sees_all=True,
        parameters=(
            Parameter("reduction", "Reduction", "int", 16, 1, 1024,
                      help="The channels are squeezed to this fraction between the two dense layers, at least to one."),
        ),
        shape=_shape, weights=_weights, multiply_adds=_multiply_adds, formula=_formula,
        summary=lambda parameters: translate("network", "channels / {reduction}", reduction=parameters['reduction']),
        help="Weighs every feature map by what all of them show. The means of the maps go through two small dense "
             "layers with ReLU between and sigmoid at the end, and each map is multiplied with the number between 0 "
             "and 1 that comes out: the maps that matter for this image grow stronger. Because of the means, each "
             "value depends on the whole image (Hu and others, 2018)."),
)
